/*
 * Two titles as words enter; whether they are written in other signs or in another
 * language leaves.
 */
#include "judge/link/around.h"

#include <string.h>

#include "base/text.h"

/* More than half of its bytes are beyond ASCII. */
static bool
is_beyond_ascii(const char *text)
{
	size_t ascii = 0, bytes = 0;

	for (; *text != '\0'; text++, bytes++)
		ascii += (unsigned char)*text < 0x80;
	return ascii * 2 < bytes;
}

/*
 * A Chinese title in simplified and in traditional signs: as long, the same at least
 * at every third place, and other ones here and there.  Another word is other at one.
 */
static bool
in_other_signs(const struct words *a, const struct words *b)
{
	size_t equal = 0, runs = 0;
	bool was = true;

	if (a->count != b->count)
		return false;
	for (size_t i = 0; i < a->count; i++) {
		bool is = strcmp(a->v[i], b->v[i]) == 0;

		if (word_weight(a->v[i]) >= 1.0 || word_weight(b->v[i]) >= 1.0)
			return false;
		equal += is;
		runs += was && !is;
		was = is;
	}
	return runs > 1 && 3 * equal >= a->count;
}

/* Folded titles of two scripts have nothing to compare. */
bool
tongue_other_script(const struct words *a, const struct words *b)
{
	bool beyond = is_beyond_ascii(a->compact);

	if (text_is_blank(a->compact) || text_is_blank(b->compact))
		return false;
	return beyond != is_beyond_ascii(b->compact) || (beyond && in_other_signs(a, b));
}

/* Words with Latin letters that English has not: "öğrenme". */
static size_t
count_marked(const char *text)
{
	size_t marked = 0;
	bool seen = false;

	while (*text != '\0') {
		unsigned letter = text_next_code_point(&text);
		bool is = (letter >= 0xc0 && letter < 0x250) ||
		    (letter >= 0x1e00 && letter < 0x1f00);

		marked += is && !seen;
		seen = letter != ' ' && (seen || is);
	}
	return marked;
}

/* 1: English, 2: another one, 0: who knows? */
static int
find_tongue(const struct title *title)
{
	const struct words *words = &title->whole;
	size_t english = 0, foreign = 0;

	for (size_t i = 0; i < words->count; i++) {
		english += word_is_in(WORDS_ENGLISH, words->v[i]);
		foreign += word_is_in(WORDS_FOREIGN, words->v[i]);
	}
	if (english == 0 && words->count > 3)
		foreign += count_marked(title->text);
	return foreign > 1 && foreign >= 2 * english ? 2 : english > 2 * foreign ? 1 : 0;
}

bool
tongue_other(const struct title *a, const struct title *b)
{
	return find_tongue(a) + find_tongue(b) == 3;
}
