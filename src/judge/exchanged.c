/*
 * Two titles of one work enter; the words that stand in the place of others
 * leave.  What is cut, spelt otherwise or set before a colon stands in nobody's
 * place.
 */
#include "judge/judge.h"

#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "judge/link/called.h"
#include "model/entry.h"

#define MOST_EXCHANGED 2 /* words; more than that is another title */
#define LEAST_AROUND   3 /* words that are the same */

/* The one stretch in which two texts differ. */
struct gap {
	size_t begin, a, b; /* from which word; how many on either side */
};

static struct gap
find_gap(const struct words *a, const struct words *b)
{
	size_t least = a->count < b->count ? a->count : b->count, end = 0;
	struct gap gap = { 0 };

	while (gap.begin < least && common_has(a, gap.begin, b) &&
	    strcmp(a->key[gap.begin], b->key[gap.begin]) == 0)
		gap.begin++;
	while (gap.begin + end < least &&
	    strcmp(a->key[a->count - 1 - end], b->key[b->count - 1 - end]) == 0)
		end++;
	gap.a = a->count - gap.begin - end;
	gap.b = b->count - gap.begin - end;
	return gap;
}

static const char *
say_words(struct arena *arena, const struct words *words, size_t from, size_t count)
{
	const char *all = "";

	for (size_t i = 0; i < count; i++)
		all = arena_printf(
		    arena, "%s%s%s", all, i == 0 ? "" : " ", words->v[from + i]);
	return all;
}

/* Are the words of the one side those of the other, joined or in the plural? */
static bool
is_spelling(const struct words *a, const struct words *b, const struct gap *gap)
{
	struct words x = {
		.v = a->v + gap->begin, .key = a->key + gap->begin, .count = gap->a
	};
	struct words y = {
		.v = b->v + gap->begin, .key = b->key + gap->begin, .count = gap->b
	};

	for (size_t i = 0; i < x.count; i++)
		if (common_has(&x, i, &y))
			return true;
	return false;
}

/* "Reasoning" for "Inference", "towards" for "for"; a telling word set in. */
static bool
is_exchange(const struct words *a, const struct words *b, const struct gap *gap)
{
	size_t around = a->count - gap->a;

	if (around < LEAST_AROUND || gap->a > MOST_EXCHANGED || gap->b > MOST_EXCHANGED ||
	    (gap->a == 1 && gap->b == 1 && slip_of_word(a, b, gap->begin)) ||
	    is_spelling(a, b, gap))
		return false;
	if (gap->a > 0 && gap->b > 0)
		return true;
	/* In front or behind it is cut, or a name. */
	return gap->begin > 0 && gap->begin < around &&
	    (gap->a > 0 ? !word_is_small(a->v[gap->begin])
			: !word_is_small(b->v[gap->begin]));
}

bool
judge_exchanged(struct arena *arena, const struct entry *entry, const char *title,
    const char **given, const char **found)
{
	struct called called;
	struct title forms[MOST_FORMS];
	size_t count;
	bool exchanged = false;

	/* Most are: not worth reading word by word. */
	if (text_equal_nocase(entry->title, title))
		return false;
	count = title_read_forms(arena, title, forms);
	called_read(arena, entry, &called);
	for (size_t i = 0; i < called.forms; i++)
		for (size_t k = 0; k < count; k++) {
			const struct words *a = &called.form[i].whole;
			const struct words *b = &forms[k].whole;
			struct gap gap = find_gap(a, b);

			if (gap.a + gap.b == 0)
				return false;
			if (called.form[i].reduced || forms[k].reduced ||
			    called.form[i].cut || forms[k].cut || exchanged ||
			    !is_exchange(a, b, &gap))
				continue;
			exchanged = true;
			*given = say_words(arena, a, gap.begin, gap.a);
			*found = say_words(arena, b, gap.begin, gap.b);
		}
	return exchanged;
}
