/*
 * The authors of two descriptions enter as names; whether they are the same
 * people leaves.  Initials, orders, short forms and marks may differ.
 */
#include "judge/people/names.h"

#include <string.h>

#include "base/arena.h"
#include "judge/words/words.h"

#define MOST_BONES  8
#define LEAST_BONES 3 /* of a name that is told from others */
#define LEAST_ALIKE 6 /* letters of it */

/* Equal, an initial of the other, or its short form (Prem, Premkumar). */
static bool
words_match(const char *a, const char *b, bool *whole)
{
	size_t n = strlen(a), m = strlen(b);
	size_t shorter = n < m ? n : m, longer = n < m ? m : n;

	if (strncmp(a, b, shorter) != 0)
		return false;
	if (n == m) {
		*whole |= n > 1;
		return true;
	}
	/* "Chen" is no short form of "Cheng". */
	return shorter == 1 || (shorter >= 3 && longer >= 6);
}

/* Every word of the shorter name has its place in the longer. */
static bool
name_fits(const struct name *few, const struct name *many)
{
	bool used[MOST_NAME_WORDS] = { false }, placed[MOST_NAME_WORDS] = { false };
	bool whole = false;

	/* Exact words first, so that an initial cannot take their place. */
	for (int exact = 1; exact >= 0; exact--)
		for (size_t i = 0; i < few->count; i++) {
			for (size_t k = 0; k < many->count && !placed[i]; k++) {
				if (used[k] ||
				    (exact ? strcmp(few->v[i], many->v[k]) != 0
					   : !words_match(few->v[i], many->v[k], &whole)))
					continue;
				used[k] = placed[i] = true;
				whole |= exact && strlen(few->v[i]) > 1;
			}
			if (!exact && !placed[i])
				return false;
		}
	return whole;
}

/* Words of `name` that `other` writes as one, joined: "Xiao-Ming", "van Dam". */
static struct name
join_words(struct arena *arena, const struct name *name, const struct name *other)
{
	struct name joined = { .literal = name->literal };

	joined.v = arena_alloc(arena, name->count * sizeof *joined.v);
	for (size_t i = 0; i < name->count;) {
		const char *found = NULL;
		size_t taken = 1;

		for (size_t k = 0; k < other->count && found == NULL; k++) {
			const char *rest = other->v[k];
			size_t n = 0;

			while (i + n < name->count && *rest != '\0' &&
			    strncmp(rest, name->v[i + n], strlen(name->v[i + n])) == 0)
				rest += strlen(name->v[i + n++]);
			if (n > 1 && *rest == '\0') {
				found = other->v[k];
				taken = n;
			}
		}
		joined.v[joined.count++] = found == NULL ? name->v[i] : found;
		i += taken;
	}
	return joined;
}

/* Most names have nothing to join: then nothing is copied. */
static bool
can_join(const struct name *name, const struct name *other)
{
	for (size_t i = 0; i + 1 < name->count; i++)
		for (size_t k = 0; k < other->count; k++) {
			size_t n = strlen(name->v[i]);

			if (strncmp(other->v[k], name->v[i], n) == 0 &&
			    other->v[k][n] == name->v[i + 1][0])
				return true;
		}
	return false;
}

static bool
words_fit(const struct name *a, const struct name *b)
{
	if (a->count != b->count)
		return a->count < b->count ? name_fits(a, b) : name_fits(b, a);
	return name_fits(a, b) && name_fits(b, a);
}

/* "IPCC": the first letters of the words of a team, small ones left out. */
static bool
is_acronym(const struct name *one, const struct name *many)
{
	const char *letter = one->count == 1 ? one->v[0] : "";

	if (strlen(letter) < LEAST_BONES || many->count < LEAST_BONES)
		return false;
	for (size_t i = 0; i < many->count; i++) {
		if (*many->v[i] == *letter)
			letter++;
		else if (!word_is_small(many->v[i]))
			return false;
	}
	return *letter == '\0';
}

bool
names_match(struct arena *arena, const struct name *a, const struct name *b)
{
	struct name joined_a, joined_b;

	if (words_fit(a, b) || is_acronym(a, b) || is_acronym(b, a))
		return true;
	if (a->count == b->count || (!can_join(a, b) && !can_join(b, a)))
		return false;
	joined_a = join_words(arena, a, b);
	joined_b = join_words(arena, b, a);
	return (joined_a.count < a->count || joined_b.count < b->count) &&
	    words_fit(&joined_a, &joined_b);
}

/* Names of one side that stand on the other. */
static size_t
count_common(struct arena *arena, const struct names *few, const struct names *many,
    const char **who)
{
	size_t common = 0;

	for (size_t i = 0; i < few->count; i++)
		for (size_t k = 0; k < many->count; k++)
			if (names_match(arena, &few->v[i], &many->v[k])) {
				common++;
				if (*who == NULL)
					*who = few->v[i].literal;
				break;
			}
	return common;
}

/* How many words the names have; 0 when one of them is not among the other's. */
static size_t
words_among(const struct names *names, const struct names *other)
{
	size_t words = 0;

	for (size_t i = 0; i < names->count; i++)
		for (size_t w = 0; w < names->v[i].count; w++, words++) {
			bool found = false;

			for (size_t k = 0; k < other->count; k++)
				for (size_t x = 0; x < other->v[k].count; x++)
					found |= strcmp(names->v[i].v[w],
						     other->v[k].v[x]) == 0;
			if (!found)
				return 0;
		}
	return words;
}

/* One side cut a name in two: the same words all the same. */
static bool
same_bag(const struct names *a, const struct names *b)
{
	size_t words = words_among(a, b);

	return words >= 3 && words == words_among(b, a);
}

static bool
any_latin(const struct names *names)
{
	for (size_t i = 0; i < names->count; i++)
		if (names->v[i].latin)
			return true;
	return false;
}

/*
 * What is left of a name however it is written in Latin letters: "Chaikovskii" and
 * "Tchaikovsky", "Gorbachev" and "Gorbatschow".
 */
static size_t
spell_bones(const char *word, char *bones, size_t size)
{
	static const char *const classes[] = { "bp", "cgkqsxzj", "dt", "fvw", "l", "mn",
		"r" };
	size_t count = 0;

	for (; *word != '\0' && count + 1 < size; word++) {
		if (*word == 't' && (word[1] == 'c' || word[1] == 's' || word[1] == 'z'))
			continue;
		for (size_t i = 0; i < sizeof classes / sizeof *classes; i++)
			if (strchr(classes[i], *word) != NULL &&
			    (count == 0 || bones[count - 1] != *classes[i]))
				bones[count++] = *classes[i];
	}
	bones[count] = '\0';
	return count;
}

/* A word of each that may be one, written in two ways, and the rest, if only begun. */
static bool
sounds_alike(const struct name *a, const struct name *b)
{
	char x[MOST_BONES], y[MOST_BONES];
	bool family = false, given = false;

	for (size_t i = 0; i < a->count; i++)
		for (size_t k = 0; k < b->count; k++) {
			size_t n = spell_bones(a->v[i], x, sizeof x);
			size_t m = spell_bones(b->v[k], y, sizeof y);
			bool alike = strcmp(x, y) == 0 && n >= LEAST_BONES &&
			    strlen(a->v[i]) >= LEAST_ALIKE &&
			    strlen(b->v[k]) >= LEAST_ALIKE;

			given |= !alike && n > 0 && m > 0 && *x == *y;
			given |= !alike && *a->v[i] == *b->v[k];
			family |= alike;
		}
	return family && (given || a->count == 1 || b->count == 1);
}

/* Half of those named first: then nobody can say that they are others. */
static bool
sound_alike(const struct names *few, const struct names *many)
{
	size_t alike = 0;

	for (size_t i = 0; i < few->count; i++)
		alike += sounds_alike(&few->v[i], &many->v[i]);
	return 2 * alike >= few->count;
}

/* A team has many names: another one says nothing. */
static enum agreement
compare_teams(
    struct arena *arena, const struct names *a, const struct names *b, const char **who)
{
	for (size_t i = 0; i < a->team_count; i++)
		for (size_t k = 0; k < b->team_count; k++)
			if (names_match(arena, &a->teams[i], &b->teams[k])) {
				*who = a->teams[i].literal;
				return NAMES_AGREE;
			}
	return NAMES_UNKNOWN;
}

enum agreement
names_compare(
    struct arena *arena, const struct names *a, const struct names *b, const char **who)
{
	const struct names *few = a->count <= b->count ? a : b;
	const struct names *many = few == a ? b : a;
	size_t common, other;
	bool first;

	*who = NULL;
	if (few->count == 0)
		return many->count == 0 ? compare_teams(arena, a, b, who) : NAMES_UNKNOWN;
	common = count_common(arena, few, many, who);
	other = count_common(arena, many, few, who);
	if (other < common)
		common = other;
	first = names_match(arena, &few->v[0], &many->v[0]);
	if (first)
		*who = few->v[0].literal;
	if (first && (few->count == 1 || common * 2 > few->count))
		return NAMES_AGREE;
	if (common >= 2 && common * 2 >= few->count)
		return NAMES_AGREE;
	if (few->count <= 20 && many->count <= 20 && same_bag(a, b))
		return NAMES_AGREE;
	if (first)
		return NAMES_FIRST;
	if (common == 0 && (any_latin(a) != any_latin(b) || sound_alike(few, many)))
		return NAMES_UNKNOWN;
	return common > 0 ? NAMES_SOME : NAMES_DISJOINT;
}
