/* The names of people enter, as a list gives them; one text leaves. */
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/text.h"
#include "list/record/given.h"

static bool
is_suffix(const char *text)
{
	static const char *const words[] = { "Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV",
		"Inc", "Inc.", "Ltd", "Ltd.", "MD", "PhD", NULL };

	return text_is_one_of_nocase(text, words);
}

/* "Last, First" is "First Last"; two commas are somebody's own order. */
static const char *
in_order(struct arena *scratch, const char *name)
{
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
void
given_add_people(struct said *said, const char *const *names, size_t count)
{
	const char **ordered = arena_alloc(said->scratch, (count + 1) * sizeof *ordered);
	const char *between = ", ";
	struct buffer text;

	for (size_t i = 0; i < count; i++) {
		ordered[i] = in_order(
		    said->scratch, text_squeeze(said->scratch, names[i]));
		if (strchr(ordered[i], ',') != NULL)
			between = "; ";
	}
	buffer_init(&text, 0);
	for (size_t i = 0; i < count; i++) {
		if (*ordered[i] == '\0')
			continue;
		buffer_text(&text, text.length > 0 ? between : "");
		buffer_text(&text, ordered[i]);
	}
	if (text.length > 0)
		said_add(said, GIVEN_AUTHORS, text.bytes);
	buffer_free(&text);
}
