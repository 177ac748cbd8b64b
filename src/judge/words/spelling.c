/*
 * A folded word enters; the one spelling in which words are compared leaves.
 * Both sides pass through the same rules, so a rule may catch words it was
 * not made for as long as it maps no two of them to one.
 */
#include "judge/words/words.h"

#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "base/lookup.h"
#include "base/text.h"

/* Longer words are formulas or noise. */
#define LONGEST 48

/* Greek letters in the order of Unicode, final sigma included. */
static const char *const greek[] = { "alpha", "beta", "gamma", "delta", "epsilon", "zeta",
	"eta", "theta", "iota", "kappa", "lambda", "mu", "nu", "xi", "omicron", "pi",
	"rho", "sigma", "sigma", "tau", "upsilon", "phi", "chi", "psi", "omega" };

static bool
is_greek(unsigned letter)
{
	return letter >= 0x3b1 && letter - 0x3b1 < sizeof greek / sizeof *greek;
}

/* Latin letters whose stroke or ligature is no mark to Unicode. */
static const char *
spell_letter(unsigned letter)
{
	switch (letter) {
	case 0xe6:
		return "ae";
	case 0xf0:
	case 0x111:
		return "d";
	case 0xf8:
		return "o";
	case 0xfe:
		return "th";
	case 0x127:
		return "h";
	case 0x131:
		return "i";
	case 0x142:
		return "l";
	case 0x14b:
		return "n";
	case 0x153:
		return "oe";
	}
	return NULL;
}

/* "tnfα" and "β" become "tnfalpha" and "beta"; a Greek word stays Greek. */
static const char *
spell_latin(struct arena *arena, const char *word)
{
	size_t length = strlen(word), ascii = 0, letters = 0;
	char *out, *to;

	for (const char *at = word; *at != '\0'; letters++)
		ascii += text_next_code_point(&at) < 0x80;
	if (ascii == length)
		return word;
	out = to = arena_alloc(arena, length * 4 + 1);
	for (const char *at = word; *at != '\0';) {
		unsigned letter = text_next_code_point(&at);
		const char *name = spell_letter(letter);

		if (is_greek(letter) && (ascii > 0 || letters <= 2))
			name = greek[letter - 0x3b1];
		if (name == NULL) {
			to += text_put_code_point(letter, to);
			continue;
		}
		memcpy(to, name, strlen(name));
		to += strlen(name);
	}
	*to = '\0';
	return out;
}

static bool
ends(const char *word, size_t length, const char *end)
{
	size_t n = strlen(end);

	return length > n && strcmp(word + length - n, end) == 0;
}

/* "generalised" to "generalized", "analyse" to "analyze". */
static void
spell_ise(char *word, size_t length)
{
	static const char *const tails[] = { "e", "ed", "es", "er", "ers", "ing", "ation",
		"ations" };

	for (size_t i = 0; i < sizeof tails / sizeof *tails; i++) {
		size_t n = strlen(tails[i]);

		if (length > n + 3 && ends(word, length, tails[i]) &&
		    word[length - n - 1] == 's' &&
		    (word[length - n - 2] == 'i' ||
			(word[length - n - 2] == 'y' && *tails[i] == 'e') ||
			(word[length - n - 2] == 'y' && n == 3)))
			word[length - n - 1] = 'z';
	}
}

/* "ae", "oe" to "e"; "our" to "or"; "ll" to "l"; "sulph" to "sulf". */
static void
spell_inside(char *word)
{
	char *to = word;

	for (const char *at = word; *at != '\0'; at++) {
		if ((*at == 'a' || *at == 'o') && at[1] == 'e')
			continue;
		if (*at == 'u' && at[1] == 'r' && at - word >= 3 && at[-1] == 'o')
			continue;
		if (*at == 'l' && at[1] == 'l')
			continue;
		if (strncmp(at, "ph", 2) == 0 && to - word >= 3 &&
		    strncmp(to - 3, "sul", 3) == 0) {
			*to++ = 'f';
			at++;
			continue;
		}
		*to++ = *at;
	}
	*to = '\0';
}

static void
spell_end(char *word, size_t length)
{
	size_t stem = ends(word, length, "s") ? length - 1 : length;

	if (stem >= 5 &&
	    (strncmp(word + stem - 3, "tre", 3) == 0 ||
		strncmp(word + stem - 3, "bre", 3) == 0))
		memcpy(word + stem - 2, "er", 2);
}

/* What follows no rule; NULL: the table does not know the word. */
static const char *
find_known(const char *word)
{
	static struct lookup rows;
	size_t found;

	if (rows.size == 0)
		lookup_make(&rows, &judge_spellings[0].word, sizeof *judge_spellings,
		    judge_spellings_count);
	found = lookup_find(&rows, 0, judge_spellings_count, word);
	return found == SIZE_MAX ? NULL : judge_spellings[found].key;
}

/* "Part I" is "Part 1", and so is "Part A". */
static const char *
series_key(const char *letter)
{
	static const char *const numbers[] = { "1", "2", "3", "4", "5", "6", "7", "8" };

	if (*letter >= 'a' && *letter < (char)('a' + sizeof numbers / sizeof *numbers))
		return numbers[*letter - 'a'];
	return *letter == 'i' ? "1"
	    : *letter == 'v'  ? "5"
	    : *letter == 'x'  ? "10"
			      : letter;
}

const char *
spelling_key(struct arena *arena, const char *word, const char *before)
{
	const char *known;
	size_t length;
	char *key;

	word = spell_latin(arena, word);
	known = find_known(word);
	if (known != NULL)
		return known;
	if (before != NULL && word_is_in(WORDS_SERIES, before) && word[1] == '\0')
		return series_key(word);
	length = strlen(word);
	if (length < 5 || length > LONGEST)
		return word;
	for (size_t i = 0; i < length; i++)
		if ((word[i] < 'a' || word[i] > 'z'))
			return word;
	key = arena_text(arena, word);
	spell_end(key, length);
	if (length < 6)
		return key;
	spell_ise(key, length);
	spell_inside(key);
	return key;
}
