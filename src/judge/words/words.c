/*
 * Text enters, its folded words leave; and whether they are the same, stand
 * in one another or are too common to tell anything.
 */
#include "judge/words/words.h"

#include <string.h>

#include "base/arena.h"
#include "base/text.h"

/* More words than any title has; hostile ones are cut. */
#define MOST_WORDS  256
#define LEAST_BEGUN 5 /* of a title that is cut within one */

/* Scripts that put no blanks between words: every sign is one. */
static bool
is_unspaced(unsigned letter)
{
	return (letter >= 0x3040 && letter <= 0x30ff) ||
	    (letter >= 0x3400 && letter <= 0x9fff) ||
	    (letter >= 0xf900 && letter <= 0xfaff) ||
	    (letter >= 0x20000 && letter <= 0x3ffff);
}

static void
push_word(struct arena *arena, struct words *words, const char *word)
{
	const char *before = words->count == 0 ? NULL : words->v[words->count - 1];

	if (words->count == MOST_WORDS || *word == '\0')
		return;
	words->v = arena_push(arena, words->v, words->count, sizeof *words->v);
	words->key = arena_push(arena, words->key, words->count, sizeof *words->key);
	words->v[words->count] = word;
	words->key[words->count++] = spelling_key(arena, word, before);
}

/* A word between blanks, cut further where its script has none. */
static void
push_stretch(struct arena *arena, struct words *words, char *stretch)
{
	const char *start = stretch;

	/* Every unspaced sign begins with a byte above 0xe0. */
	for (const char *at = stretch; *at != '\0';) {
		const char *sign = at;

		if ((unsigned char)*at < 0xe3) {
			at++;
			continue;
		}
		if (!is_unspaced(text_next_code_point(&at)))
			continue;
		push_word(
		    arena, words, arena_text_n(arena, start, (size_t)(sign - start)));
		push_word(arena, words, arena_text_n(arena, sign, (size_t)(at - sign)));
		start = at;
	}
	push_word(arena, words, start);
}

static const char *
join(struct arena *arena, const char *const *words, size_t count)
{
	size_t length = 0;
	char *joined, *to;

	for (size_t i = 0; i < count; i++)
		length += strlen(words[i]);
	joined = to = arena_alloc(arena, length + 1);
	for (size_t i = 0; i < count; i++) {
		length = strlen(words[i]);
		memcpy(to, words[i], length);
		to += length;
	}
	return joined;
}

void
words_read(struct arena *arena, const char *text, struct words *words)
{
	char *folded = text_fold(arena, text), *next;

	*words = (struct words){ 0 };
	for (char *word = folded; word != NULL && *word != '\0'; word = next) {
		next = strchr(word, ' ');
		if (next != NULL)
			*next++ = '\0';
		push_stretch(arena, words, word);
	}
	words->compact = join(arena, words->key, words->count);
	words->joined = join(arena, words->v, words->count);
}

bool
words_equal(const struct words *a, const struct words *b)
{
	return a->count > 0 && b->count > 0 &&
	    (strcmp(a->compact, b->compact) == 0 || strcmp(a->joined, b->joined) == 0);
}

bool
words_have(const struct words *words, const char *key)
{
	for (size_t i = 0; i < words->count; i++)
		if (strcmp(words->key[i], key) == 0)
			return true;
	return false;
}

bool
words_break_off(const struct words *start, const struct words *whole)
{
	size_t last = start->count - 1;
	const char *rest;

	if (start->count < LEAST_BEGUN || start->count > whole->count)
		return false;
	for (size_t i = 0; i < last; i++)
		if (strcmp(start->key[i], whole->key[i]) != 0)
			return false;
	rest = whole->v[last] + strlen(start->v[last]);
	/* A plural and a number may be another's. */
	return strncmp(whole->v[last], start->v[last], strlen(start->v[last])) == 0 &&
	    !word_is_number(whole->key[last]) && *rest >= 'a' && strcmp(rest, "s") != 0 &&
	    strcmp(rest, "es") != 0;
}

bool
words_contain(const struct words *whole, const struct words *part)
{
	if (part->count == 0)
		return false;
	for (size_t i = 0; i + part->count <= whole->count; i++) {
		size_t k = 0;

		while (k < part->count && strcmp(whole->key[i + k], part->key[k]) == 0)
			k++;
		if (k == part->count)
			return true;
	}
	return false;
}

bool
words_spell(const struct words *words, const char *letters)
{
	size_t length = strlen(letters);

	if (length < 3)
		return false;
	for (size_t from = 0; from < words->count; from++) {
		size_t found = 0, i = from;

		for (; i < words->count && found < length; i++)
			if (*words->v[i] == letters[found])
				found++;
			else if (!word_is_small(words->v[i]))
				break;
		/* A phrase of its own, not letters that happen to follow each other. */
		if (found == length &&
		    (from == 0 || i == words->count ||
			word_is_small(words->v[from - 1]) || word_is_small(words->v[i]) ||
			word_weight(words->v[i]) < 1.0))
			return true;
	}
	return false;
}

size_t
words_heavy(const struct words *words)
{
	size_t heavy = 0;

	for (size_t i = 0; i < words->count; i++)
		heavy += !word_is_small(words->v[i]);
	return heavy;
}

bool
words_periodical(const struct words *words)
{
	for (size_t i = 0; i < words->count; i++)
		if (word_is_in(WORDS_PERIODICAL, words->v[i]))
			return true;
	return false;
}

/* "Data_Sheet_1.pdf", "Table 2.docx". */
static bool
is_file(const struct words *words)
{
	static const char *const ends[] = { "avi", "csv", "doc", "docx", "jpeg", "jpg",
		"mov", "mp4", "pdf", "png", "ppt", "pptx", "tif", "tiff", "txt", "xls",
		"xlsx", "zip" };
	const char *last = words->count == 0 ? "" : words->v[words->count - 1];

	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
		if (words->count <= 5 && strcmp(last, ends[i]) == 0)
			return true;
	return false;
}

bool
words_generic(const struct words *words)
{
	char text[128];
	size_t length = 0, count = words->count;

	if (is_file(words))
		return true;

	/* "Editorial 2013", "List of referees 2011", "Index to volume 4". */
	while (count > 1 && word_is_number(words->v[count - 1]))
		count--;
	for (size_t i = 0; i < count; i++) {
		size_t n = strlen(words->v[i]);

		if (length + n + 2 > sizeof text)
			return false;
		if (i > 0)
			text[length++] = ' ';
		memcpy(text + length, words->v[i], n);
		length += n;
	}
	text[length] = '\0';
	return length == 0 || word_is_in(WORDS_GENERIC, text);
}
