/*
 * Authors enter as sources and lists write them (initials, family name first,
 * "et al."); whether they are the same people leaves.
 */
#include "judge/names.h"

#include <stdbool.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "model/claim.h"

/* A collaboration's thousands are not compared one by one. */
#define MOST_NAMES 100
#define MOST_WORDS 12

static bool
is_upper_word(const char *word, size_t length)
{
	for (size_t i = 0; i < length; i++)
		if (word[i] < 'A' || word[i] > 'Z')
			return false;
	return length > 0;
}

static void
push_word(struct arena *arena, struct name *name, const char *word)
{
	if (name->count == MOST_WORDS || *word == '\0')
		return;
	name->v = arena_push(arena, name->v, name->count, sizeof *name->v);
	name->v[name->count++] = word;
}

/* "DS" beside a family name in mixed case is two initials. */
static void
push_initials(struct arena *arena, struct name *name, const char *word,
    size_t length)
{
	for (size_t i = 0; i < length; i++)
		push_word(arena, name,
		    text_lower(arena, arena_text_n(arena, word + i, 1)));
}

static void
push_folded(struct arena *arena, struct name *name, const char *bytes,
    size_t length)
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
		length = strcspn(at, " ,;\t\r\n");
		if (length == 0)
			break;
		if (mixed && length <= 3 && is_upper_word(at, length))
			push_initials(arena, &name, at, length);
		else
			push_folded(arena, &name, at, length);
		at += length;
	}
	/* "&NA;" and ". ." stand where nobody is named. */
	if (name.count == 0 || (name.count == 1 && strlen(name.v[0]) < 3))
		return;
	names->v = arena_push(arena, names->v, names->count, sizeof *names->v);
	names->v[names->count++] = name;
}

void
names_read(struct arena *arena, const struct author *authors, size_t count,
    struct names *names)
{
	*names = (struct names){ 0 };
	for (size_t i = 0; i < count && names->count < MOST_NAMES; i++) {
		const char *literal = authors[i].literal;

		if (authors[i].family != NULL)
			literal = authors[i].given == NULL ? authors[i].family :
			    arena_printf(arena, "%s %s", authors[i].given,
				authors[i].family);
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
	while (text != NULL && *text != '\0' && names->count < MOST_NAMES) {
		size_t length = strcspn(text, ",;&"), step;
		const char *and = text_find_nocase(text, " and ");
		char *part;

		step = text[length] == '\0' ? length : length + 1;
		if (and != NULL && (size_t)(and - text) < length) {
			length = (size_t)(and - text);
			step = length + 5;
		}
		part = text_squeeze(arena, arena_text_n(arena, text, length));
		text += step;
		if (text_starts_nocase(part, "and "))
			part += 4;
		if (text_starts_nocase(part, "et al") ||
		    text_equal_nocase(part, "others"))
			continue;
		if (text_find_nocase(part, " et al") != NULL)
			part = arena_text_n(arena, part, (size_t)
			    (text_find_nocase(part, " et al") - part));
		/* "Luo, R., Sun, L.": initials belong to the name before. */
		if (waiting != NULL && only_initials(part)) {
			read_name(arena, arena_printf(arena, "%s %s", waiting,
			    part), names);
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

/* Equal, an initial of the other, or its short form (Prem, Premkumar). */
static bool
words_match(const char *a, const char *b, bool *whole)
{
	size_t n = strlen(a), m = strlen(b), shorter = n < m ? n : m;

	if (strncmp(a, b, shorter) != 0)
		return false;
	if (n == m) {
		*whole |= n > 1;
		return true;
	}
	return shorter == 1 || shorter >= 3;
}

/* Every word of the shorter name has its place in the longer. */
static bool
name_fits(const struct name *few, const struct name *many)
{
	bool used[MOST_WORDS] = { false }, whole = false;

	/* Exact words first, so that an initial cannot take their place. */
	for (int exact = 1; exact >= 0; exact--) {
		for (size_t i = 0; i < few->count; i++) {
			bool found = false;

			for (size_t k = 0; k < many->count; k++)
				if (strcmp(few->v[i], many->v[k]) == 0) {
					found = true;
					if (exact) {
						used[k] = true;
						whole |= strlen(few->v[i]) > 1;
					}
				}
			if (exact || found)
				continue;
			for (size_t k = 0; k < many->count && !found; k++)
				if (!used[k] && words_match(few->v[i],
				    many->v[k], &whole)) {
					used[k] = true;
					found = true;
				}
			if (!found)
				return false;
		}
	}
	return whole;
}

static bool
name_matches(const struct name *a, const struct name *b)
{
	if (a->count != b->count)
		return a->count < b->count ? name_fits(a, b) : name_fits(b, a);
	return name_fits(a, b) && name_fits(b, a);
}

/* Names of one side that stand on the other. */
static size_t
count_common(const struct names *few, const struct names *many,
    const char **who)
{
	size_t common = 0;

	for (size_t i = 0; i < few->count; i++)
		for (size_t k = 0; k < many->count; k++)
			if (name_matches(&few->v[i], &many->v[k])) {
				common++;
				if (*who == NULL)
					*who = few->v[i].literal;
				break;
			}
	return common;
}

/* One side cut a name in two: the same words all the same. */
static bool
same_bag(const struct names *a, const struct names *b)
{
	size_t words[2] = { 0, 0 };
	const struct names *side[2] = { a, b };

	for (int s = 0; s < 2; s++) {
		const struct names *other = side[1 - s];

		for (size_t i = 0; i < side[s]->count; i++)
			for (size_t w = 0; w < side[s]->v[i].count; w++) {
				const char *word = side[s]->v[i].v[w];
				bool found = false;

				for (size_t k = 0; k < other->count; k++)
					for (size_t x = 0; x < other->v[k].count; x++)
						found |= strcmp(word,
						    other->v[k].v[x]) == 0;
				if (!found)
					return false;
				words[s]++;
			}
	}
	return words[0] == words[1] && words[0] >= 3;
}

enum agreement
names_compare(const struct names *a, const struct names *b, const char **who)
{
	const struct names *few = a->count <= b->count ? a : b;
	const struct names *many = few == a ? b : a;
	size_t common, other;

	*who = NULL;
	if (few->count == 0)
		return NAMES_UNKNOWN;
	common = count_common(few, many, who);
	other = count_common(many, few, who);
	if (other < common)
		common = other;
	if (name_matches(&few->v[0], &many->v[0])) {
		*who = few->v[0].literal;
		return NAMES_AGREE;
	}
	if (common >= 2 && common * 2 >= few->count)
		return NAMES_AGREE;
	if (few->count <= 20 && many->count <= 20 && same_bag(a, b))
		return NAMES_AGREE;
	return common > 0 ? NAMES_SOME : NAMES_DISJOINT;
}
