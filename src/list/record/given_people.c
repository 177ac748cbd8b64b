/* The names of people enter, as a list gives them; one text leaves. */
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/text.h"
#include "list/record/given.h"
#include "model/claim.h"

static bool
is_suffix(const char *text)
{
	static const char *const words[] = { "Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV",
		"Inc", "Inc.", "Ltd", "Ltd.", "MD", "PhD", NULL };

	return text_is_one_of_nocase(text, words);
}

char *
given_name_of(struct arena *scratch, const char *text)
{
	char *name = text_squeeze(scratch, text);
	size_t length = strlen(name);

	if (length > 5 && name[length - 5] == ' ' && name[length - 4] == '0' &&
	    text_span(name + length - 4, "0123456789") == 4)
		name[length - 5] = '\0';
	return name;
}

const char *
given_in_order(struct arena *scratch, const char *text)
{
	const char *name = given_name_of(scratch, text);
	const char *comma = strchr(name, ',');
	const char *first;

	if (comma == NULL || comma == name || strchr(comma + 1, ',') != NULL)
		return name;
	first = comma + 1 + strspn(comma + 1, " ");
	if (*first == '\0' || is_suffix(first))
		return name;
	return arena_printf(scratch, "%s %.*s", first, (int)(comma - name), name);
}

/* As `authors` of a Markdown list: commas, or semicolons where a name has a
 * comma of its own. */
static void
add_joined(struct said *said, const char *const *names, size_t count)
{
	const char *between = ", ";
	struct buffer text;

	for (size_t i = 0; i < count; i++)
		if (strchr(names[i], ',') != NULL)
			between = "; ";
	buffer_init(&text, 0);
	for (size_t i = 0; i < count; i++) {
		if (*names[i] == '\0')
			continue;
		buffer_text(&text, text.length > 0 ? between : "");
		buffer_text(&text, names[i]);
	}
	if (text.length > 0)
		said_add(said, GIVEN_AUTHORS, text.bytes);
	buffer_free(&text);
}

void
given_add_people(struct said *said, const char *const *names, size_t count)
{
	const char **ordered = arena_alloc(said->scratch, (count + 1) * sizeof *ordered);

	for (size_t i = 0; i < count; i++)
		ordered[i] = given_in_order(said->scratch, names[i]);
	add_joined(said, ordered, count);
}

void
given_add_persons(struct said *said, const struct author *people, size_t count)
{
	const char **names = arena_alloc(said->scratch, (count + 1) * sizeof *names);

	for (size_t i = 0; i < count; i++) {
		const struct author *one = &people[i];
		struct author kept = {
			.literal = text_squeeze(said->arena, one->literal),
		};
		if (one->family != NULL && one->given != NULL) {
			kept.family = text_squeeze(said->arena, one->family);
			kept.given = text_squeeze(said->arena, one->given);
		}
		names[i] = kept.literal;
		said->people = arena_push(
		    said->arena, said->people, said->people_count, sizeof *said->people);
		said->people[said->people_count++] = kept;
	}
	add_joined(said, names, count);
}

struct author
given_person(struct arena *scratch, const char *text)
{
	char *name = given_name_of(scratch, text);
	struct author author = { .literal = name };
	size_t length = strlen(name);
	const char *comma, *second;

	if (length > 0 && name[length - 1] == ',')
		name[length - 1] = '\0';
	comma = strchr(name, ',');
	if (comma == NULL)
		return author;
	const char *family = arena_text_n(scratch, name, (size_t)(comma - name));
	const char *given = comma + 1 + strspn(comma + 1, " ");
	second = strchr(given, ',');
	if (second == NULL) {
		author.family = family;
		author.given = given;
		author.literal = arena_printf(scratch, "%s %s", given, family);
	} else {
		author.literal = arena_printf(scratch, "%.*s %s %s",
		    (int)(second - given), given, family,
		    second + 1 + strspn(second + 1, " "));
	}
	return author;
}
