/*
 * Authors enter as sources and lists write them; names as folded words leave,
 * without degrees, and without those that name nobody.
 */
#include "judge/people/names.h"

#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "judge/words/words.h"
#include "model/claim.h"

/* Degrees and titles say nothing of who it is. */
static bool
is_title(const char *word)
{
	static const char *const titles[] = { "dr", "prof", "professor", "md", "phd",
		"msc", "mph", "jr", "sr", "ii", "iii", "mr", "mrs", "ms", "sir", "frcp",
		NULL };

	return text_is_one_of(word, titles);
}

/* A team stands for people whom the other side may name. */
static bool
is_team(const char *word)
{
	static const char *const words[] = { "ai", "alliance", "anthropic", "association",
		"bibliothek", "bibliotheque", "center", "centre", "collaboration",
		"collaborative", "collaborators", "college", "commission", "committee",
		"consortium", "contributors", "council", "deepmind", "department",
		"deepseek", "foundation", "google", "group", "initiative", "institute",
		"institut", "international", "investigators", "laboratory", "library",
		"meta", "microsoft", "ministry", "network", "nvidia", "openai",
		"organisation", "organization", "partnership", "programme", "project",
		"repository", "research", "society", "studies", "study", "team",
		"universidade", "universidad", "universitat", "universitatsbibliothek",
		"universite", "university", "workgroup", "workshop", NULL };

	return text_is_one_of(word, words);
}

/* "&NA;", ". .", "et al.", "[Anonymous]" stand where nobody is named. */
static bool
is_nobody(const struct name *name)
{
	static const char *const words[] = { "al", "anon", "anonym", "anonymous", "et",
		"na", "nn", "none", "null", "others", "unknown", "various", "editors",
		"staff", NULL };

	for (size_t i = 0; i < name->count; i++)
		if (strlen(name->v[i]) > 1 && !text_is_one_of(name->v[i], words))
			return name->count == 1 && strlen(name->v[i]) < 2;
	return true;
}

static bool
is_upper_word(const char *word, size_t length)
{
	for (size_t i = 0; i < length; i++)
		if (word[i] < 'A' || word[i] > 'Z')
			return false;
	return length > 0;
}

/* "Müller" and "Mueller" become "muler", "Mohammed" and "Mohamed" one. */
static const char *
name_key(struct arena *arena, const char *word)
{
	size_t length;
	char *key, *to;

	for (const char *at = word; *at != '\0'; at++)
		if ((unsigned char)*at >= 0x80) {
			word = spelling_key(arena, word, NULL);
			break;
		}
	length = strlen(word);
	if (length < 5)
		return word;
	key = to = arena_text(arena, word);
	for (const char *at = word; *at != '\0'; at++) {
		if (to == key || to[-1] != *at)
			*to++ = *at;
		if (strchr("aou", *at) != NULL && at[1] == 'e')
			at++;
	}
	*to = '\0';
	return key;
}

static void
push_word(struct arena *arena, struct name *name, const char *word)
{
	if (name->count == MOST_NAME_WORDS || *word == '\0' || is_title(word))
		return;
	name->v = arena_push(arena, name->v, name->count, sizeof *name->v);
	name->team |= is_team(word);
	name->latin |= (unsigned char)*word < 0x80;
	name->v[name->count++] = name_key(arena, word);
}

/* "DS" beside a family name in mixed case is two initials. */
static void
push_initials(struct arena *arena, struct name *name, const char *word, size_t length)
{
	for (size_t i = 0; i < length; i++)
		push_word(
		    arena, name, text_lower(arena, arena_text_n(arena, word + i, 1)));
}

static void
push_folded(struct arena *arena, struct name *name, const char *bytes, size_t length)
{
	char *folded = text_fold(arena, arena_text_n(arena, bytes, length));

	for (char *next; folded != NULL && *folded != '\0'; folded = next) {
		next = strchr(folded, ' ');
		if (next != NULL)
			*next++ = '\0';
		push_word(arena, name, folded);
	}
}

static bool
has_mixed_case(const char *text)
{
	bool upper = false, lower = false;

	for (; *text != '\0'; text++) {
		upper |= *text >= 'A' && *text <= 'Z';
		lower |= *text >= 'a' && *text <= 'z';
	}
	return upper && lower;
}

static void
read_name(struct arena *arena, const char *literal, struct names *names)
{
	struct name name = { .literal = literal };
	bool mixed = has_mixed_case(literal);

	for (const char *at = literal; *at != '\0';) {
		size_t length;

		at += strspn(at, " ,;\t\r\n");
		/* An affiliation or a nickname; more people. */
		if (name.count > 0 && (*at == '(' || text_starts_nocase(at, "et al")))
			break;
		length = strcspn(at, " ,;\t\r\n");
		if (length == 0)
			break;
		if (mixed && length <= 3 && is_upper_word(at, length) &&
		    strncmp(at, "MD", length) != 0)
			push_initials(arena, &name, at, length);
		else
			push_folded(arena, &name, at, length);
		at += length;
	}
	if (is_nobody(&name))
		return;
	if (name.team) {
		names->teams = arena_push(
		    arena, names->teams, names->team_count, sizeof *names->teams);
		names->teams[names->team_count++] = name;
		return;
	}
	names->v = arena_push(arena, names->v, names->count, sizeof *names->v);
	names->v[names->count++] = name;
}

void
names_read(
    struct arena *arena, const struct author *authors, size_t count, struct names *names)
{
	*names = (struct names){ 0 };
	for (size_t i = 0; i < count && names->count + names->team_count < MOST_NAMES;
	     i++) {
		const char *literal = authors[i].literal;

		if (authors[i].family != NULL)
			literal = authors[i].given == NULL
			    ? authors[i].family
			    : arena_printf(
				  arena, "%s %s", authors[i].given, authors[i].family);
		if (literal != NULL)
			read_name(arena, literal, names);
	}
}

static bool
only_initials(const char *text)
{
	size_t letters = 0;

	for (; *text != '\0'; text++) {
		if (*text >= 'A' && *text <= 'Z')
			letters++;
		else if (*text != '.' && *text != '-' && *text != ' ')
			return false;
	}
	return letters > 0 && letters <= 3;
}

void
names_read_text(struct arena *arena, const char *text, struct names *names)
{
	const char *waiting = NULL;

	*names = (struct names){ 0 };
	while (text != NULL && *text != '\0' &&
	    names->count + names->team_count < MOST_NAMES) {
		char *part = claim_author_next(arena, &text, ",;&");

		if (text_starts_nocase(part, "et al") ||
		    text_equal_nocase(part, "others"))
			continue;
		if (text_find_nocase(part, " et al") != NULL)
			part = arena_text_n(arena, part,
			    (size_t)(text_find_nocase(part, " et al") - part));
		/* "Luo, R., Sun, L.": initials belong to the name before. */
		if (waiting != NULL && only_initials(part)) {
			read_name(
			    arena, arena_printf(arena, "%s %s", waiting, part), names);
			waiting = NULL;
			continue;
		}
		if (waiting != NULL)
			read_name(arena, waiting, names);
		waiting = part;
	}
	if (waiting != NULL)
		read_name(arena, waiting, names);
}
