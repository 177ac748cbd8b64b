/*
 * Two titles enter of which one begins with the other; what the longer one
 * says more leaves: a subtitle, a translation, another work's name.
 */
#include "judge/title/title.h"

#include <string.h>

#include "base/arena.h"
#include "base/text.h"

/* A sequel is named in few words. */
#define MOST_SEQUEL 6

/* "2", "2nd", "v2"; not "med42", not "3d". */
static bool
is_ordinal(const char *key)
{
	size_t digits;

	key += *key == 'v';
	digits = strspn(key, "0123456789");
	key += digits;
	return digits > 0 && digits <= 4 &&
	    (*key == '\0' || strcmp(key, "st") == 0 || strcmp(key, "nd") == 0 ||
		strcmp(key, "rd") == 0 || strcmp(key, "th") == 0);
}

static bool
is_letter(const char *word)
{
	return word[0] >= 'a' && word[0] <= 'z' && word[1] == '\0';
}

/* "Part II", "volume 3", "part B"; "II. Applications", "2: the return". */
static bool
starts_counting(const struct words *words, size_t from)
{
	const char *next = from + 1 < words->count ? words->key[from + 1] : NULL;

	if (word_is_in(WORDS_SERIES, words->v[from]) && next != NULL &&
	    (is_ordinal(next) || is_letter(next)))
		return true;
	return is_ordinal(words->key[from]) && strlen(words->key[from]) <= 2;
}

/* "… in games, part 2", "… in games II". */
static bool
ends_counting(const struct words *words, size_t from)
{
	size_t last = words->count - 1;

	if (!is_ordinal(words->key[last]))
		return false;
	return strcmp(words->key[last], words->v[last]) != 0 ||
	    (last > from &&
		(strcmp(words->v[last - 1], "part") == 0 ||
		    strcmp(words->v[last - 1], "vol") == 0 ||
		    strcmp(words->v[last - 1], "volume") == 0));
}

bool
rest_is_sequel(const struct words *words, size_t from)
{
	size_t numbers = 0, heavy = 0;
	bool named = false;

	while (from < words->count && word_is_small(words->v[from]))
		from++;
	/* A sign for a note: "… 1". */
	if (from == words->count ||
	    (from + 1 == words->count && strcmp(words->v[from], "1") == 0))
		return false;
	if (starts_counting(words, from) || ends_counting(words, from))
		return true;
	for (size_t i = from; i < words->count; i++) {
		const char *word = words->v[i];

		heavy += !word_is_small(word);
		numbers += is_ordinal(words->key[i]);
		named |= word_is_in(WORDS_SEQUEL, word) ||
		    (heavy <= 2 && word_is_in(WORDS_OTHER, word)) ||
		    (strcmp(word, "follow") == 0 && i + 1 < words->count &&
			strcmp(words->v[i + 1], "up") == 0);
	}
	/* "…, 1990–2019" says of when it is, and is no part. */
	return (numbers == heavy &&
		   !(heavy == 2 && strlen(words->key[words->count - 1]) == 4)) ||
	    (named && heavy <= MOST_SEQUEL);
}

static bool
ends_sentence(const char *word, size_t length)
{
	static const char *const signs[] = { ".", ":", ";", "?", "!", "/", "|", "-",
		"\xe2\x80\x93", "\xe2\x80\x94", "\xef\xbc\x9a", "\xef\xbc\x9f",
		"\xe2\x80\xa0" };

	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
		size_t n = strlen(signs[i]);

		if (length >= n && strncmp(word + length - n, signs[i], n) == 0)
			return true;
	}
	return false;
}

static bool
starts_aside(const char *word)
{
	return strchr("([/|-", *word) != NULL || strncmp(word, "\xe2\x80\x93", 3) == 0 ||
	    strncmp(word, "\xe2\x80\x94", 3) == 0;
}

/* Is there more than a blank behind the first `count` words? */
static bool
is_parted(struct arena *arena, const char *text, size_t count)
{
	size_t seen = 0;

	while (*text != '\0' && seen < count) {
		size_t length = strcspn(text, " ");
		struct words words;

		words_read(arena, arena_text_n(arena, text, length), &words);
		seen += words.count;
		if (seen == count) {
			const char *next = text + length;

			next += strspn(next, " ");
			return ends_sentence(text, length) ||
			    (*next != '\0' && starts_aside(next));
		}
		text += length;
		text += strspn(text, " ");
	}
	return false;
}

/* Does a sign stand here that parts titles from what is said beside them? */
static bool
is_sign(const char *text, const char *at)
{
	unsigned sign = text_next_code_point(&(const char *){ at });

	if (*at == '.')
		return at[1] == ' ';
	if (*at == '-')
		return at[1] == ' ' && at > text && at[-1] == ' ';
	return (sign < 0x80 && strchr(",:;?!()[]|=/", *at) != NULL) ||
	    (sign >= 0x2010 && sign < 0x2028 && sign != 0x2019) ||
	    (sign >= 0x3000 && sign < 0x3040) || (sign >= 0xff00 && sign < 0xff20);
}

/* *ends[i]: a sign, the end, or another script follows word i - 1. */
static bool *
find_ends(struct arena *arena, const struct title *title)
{
	const struct words *whole = &title->whole;
	bool *ends = arena_alloc(arena, whole->count + 1);
	const char *from = title->text;
	size_t count = 0;

	for (size_t i = 0; i <= whole->count; i++)
		ends[i] = i == 0 || i == whole->count ||
		    strcmp(whole->v[i - 1], "al") == 0 ||
		    ((unsigned char)*whole->v[i] < 0xe0) !=
			((unsigned char)*whole->v[i - 1] < 0xe0);
	for (const char *at = from; *at != '\0'; text_next_code_point(&at)) {
		struct words words;

		if (!is_sign(title->text, at))
			continue;
		words_read(arena, arena_text_n(arena, from, (size_t)(at - from)), &words);
		count += words.count;
		ends[count < whole->count ? count : whole->count] = true;
		from = at;
	}
	return ends;
}

/* Do all words of the one, its last maybe cut, stand in the other from there? */
static bool
stands_at(const struct words *shorter, const struct words *longer, size_t from)
{
	for (size_t i = 0; i < shorter->count; i++) {
		const char *word = shorter->v[i];
		struct words other = { &longer->v[from + i], &longer->key[from + i], 1,
			"", "" };

		if (!common_has(shorter, i, &other) &&
		    (i + 1 < shorter->count ||
			strncmp(longer->v[from + i], word, strlen(word)) != 0))
			return false;
	}
	return true;
}

bool
rest_stands(struct arena *arena, const struct title *shorter, const struct title *longer,
    bool cut)
{
	size_t count = shorter->whole.count, all = longer->whole.count;
	const bool *ends;

	if (count == 0 || all < count || strstr(shorter->text, "..") != NULL ||
	    strstr(shorter->text, "\xe2\x80\xa6") != NULL)
		return true;
	ends = find_ends(arena, longer);
	for (size_t i = 0; i + count <= all; i++)
		/* One word around it may be anything. */
		if ((ends[i] || i == 1) &&
		    (cut || ends[i + count] || i + count + 1 == all) &&
		    stands_at(&shorter->whole, &longer->whole, i))
			return true;
	return false;
}

/* Small words of two languages: whose are these? */
static int
find_language(const struct words *words, size_t from, size_t to)
{
	size_t english = 0, foreign = 0;

	for (size_t i = from; i < to; i++) {
		english += word_is_in(WORDS_ENGLISH, words->v[i]);
		foreign += word_is_in(WORDS_FOREIGN, words->v[i]);
	}
	/* One may be a part of a name: "de-identification". */
	if (english >= 2 && foreign == 0)
		return 1;
	return foreign >= 2 && english == 0 ? 2 : 0;
}

enum rest
rest_read(struct arena *arena, const struct title *shorter, const struct title *longer)
{
	size_t count = shorter->whole.count;
	int first, second;

	if (shorter->cut || words_break_off(&shorter->whole, &longer->whole))
		return REST_CUT;
	if (rest_is_sequel(&longer->whole, count))
		return REST_SEQUEL;
	first = find_language(&longer->whole, 0, count);
	second = find_language(&longer->whole, count, longer->whole.count);
	if (first > 0 && second > 0 && first != second)
		return REST_AGAIN;
	return is_parted(arena, longer->text, count) ? REST_SUBTITLE : REST_RUNS_ON;
}
