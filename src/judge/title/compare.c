/*
 * Two titles enter; how they stand to each other leaves: equal, equal but for
 * a name or a subtitle, near, sharing some words, or apart.
 */
#include "judge/title/title.h"

#include <string.h>

#include "base/text.h"

/* The last word of a cut title may be cut itself. */
static bool
starts_with(const struct words *whole, const struct title *start)
{
	size_t count = start->whole.count;

	if (words_break_off(&start->whole, whole))
		return true;
	if (count == 0 || count > whole->count || (count == whole->count && !start->cut))
		return false;
	for (size_t i = 0; i < count; i++) {
		const char *word = start->whole.key[i];

		if (strcmp(whole->key[i], word) == 0)
			continue;
		if (!start->cut || i + 1 < count ||
		    strncmp(whole->v[i], start->whole.v[i], strlen(start->whole.v[i])) !=
			0)
			return false;
	}
	return true;
}

static bool
is_article(const char *word)
{
	static const char *const articles[] = { "a", "an", "and", "the", NULL };

	return text_is_one_of(word, articles);
}

/* "A Study of Care and Cost" and "Study of Care & Cost". */
static bool
equal_but_articles(const struct words *a, const struct words *b)
{
	size_t i = 0, k = 0, equal = 0;

	for (;;) {
		while (i < a->count && is_article(a->v[i]))
			i++;
		while (k < b->count && is_article(b->v[k]))
			k++;
		if (i == a->count || k == b->count)
			return i == a->count && k == b->count && equal > 1;
		if (strcmp(a->key[i++], b->key[k++]) != 0)
			return false;
		equal++;
	}
}

/* A name is short; what follows it must be able to stand alone. */
static bool
is_named(const struct title *title)
{
	return title->head.count > 0 && title->head.count <= 5 &&
	    words_heavy(&title->tail) >= 2 && !rest_is_sequel(&title->head, 0);
}

static bool
differ_by_name(struct arena *arena, const struct title *a, const struct title *b,
    struct comparison *result)
{
	if ((is_named(a) && words_equal(&a->tail, &b->whole)) ||
	    (is_named(b) && words_equal(&b->tail, &a->whole))) {
		result->slips = 0;
		return true;
	}
	if (is_named(a) && is_named(b) && words_equal(&a->tail, &b->tail)) {
		/* "Alpeca" is "Alpaca", though by a slip. */
		result->two_names = common_setting(arena, &a->head, &b->head) !=
		    SET_ALIKE;
		return true;
	}
	return false;
}

/* Of the longer one the part behind the other is returned. */
static const struct words *
find_subtitle(const struct title *a, const struct title *b)
{
	if (a->head.count >= 3 && words_equal(&a->head, &b->whole))
		return &a->tail;
	if (b->head.count >= 3 && words_equal(&b->head, &a->whole))
		return &b->tail;
	return NULL;
}

static bool
has_direction(const struct words *words)
{
	for (size_t i = 0; i < words->count; i++)
		if (word_is_in(WORDS_DIRECTION, words->v[i]))
			return true;
	return false;
}

/* Two names before one subtitle: parts of a series are called so, too. */
static enum relation
rank(const struct comparison *c)
{
	return c->two_names ? TITLE_START : c->relation;
}

bool
compare_is_closer(const struct comparison *a, const struct comparison *b)
{
	if (rank(a) != rank(b))
		return rank(a) < rank(b);
	if (a->numbers_differ != b->numbers_differ)
		return b->numbers_differ;
	if (a->two_names != b->two_names)
		return b->two_names;
	if (a->telling != b->telling)
		return a->telling > b->telling;
	if (a->common != b->common)
		return a->common > b->common;
	if (a->overlap > b->overlap || a->overlap < b->overlap)
		return a->overlap > b->overlap;
	return a->share > b->share;
}

static size_t
find_key(const struct words *words, const char *key)
{
	size_t at = 0;

	while (at < words->count && strcmp(words->key[at], key) != 0)
		at++;
	return at;
}

/* Have words before and behind the joining one changed places? */
static bool
crosses(const struct words *a, size_t joining, const struct words *b)
{
	size_t here = find_key(a, a->key[joining]), there = find_key(b, a->key[joining]);
	bool back = false, forth = false;

	for (size_t i = 0; i < a->count && there < b->count; i++) {
		size_t at = find_key(b, a->key[i]);

		if (word_is_small(a->v[i]) || at == b->count)
			continue;
		forth |= i < here && at > there;
		back |= i > here && at < there;
	}
	return back && forth;
}

/* "Warden: A for B" and "A for B (Warden)". */
static bool
ends_with_head(const struct title *a, const struct title *b)
{
	size_t n = a->head.count, from = b->whole.count - n;

	for (size_t i = 0; i < n && n <= b->whole.count; i++)
		if (strcmp(a->head.key[i], b->whole.key[from + i]) != 0)
			return false;
	return n > 0 && n <= b->whole.count;
}

static bool
any_crosses(const struct words *a, const struct words *b)
{
	for (size_t i = 0; i < a->count; i++)
		if (word_is_small(a->v[i]) && !is_article(a->v[i]) && crosses(a, i, b))
			return true;
	return false;
}

/* "A for B" and "B for A": what joins them is the same, and no sign.  Where one has "for"
 * twice, either side may be the one that shows it. */
static bool
is_swapped(const struct title *a, const struct title *b)
{
	return !ends_with_head(a, b) && !ends_with_head(b, a) &&
	    (any_crosses(&a->whole, &b->whole) || any_crosses(&b->whole, &a->whole));
}

static void
compare_start(struct arena *arena, const struct title *shorter,
    const struct title *longer, struct comparison *result)
{
	result->relation = TITLE_START;
	result->rest = rest_read(arena, shorter, longer);
	if (result->rest != REST_RUNS_ON)
		result->numbers_differ = result->rest == REST_SEQUEL;
}

static void
compare_whole(struct arena *arena, const struct title *a, const struct title *b,
    struct comparison *result)
{
	const struct words *subtitle = find_subtitle(a, b);
	enum setting setting = SET_UNEVEN;

	if (result->missing.count == 0 && result->common >= 2)
		setting = common_setting(arena, &a->whole, &b->whole);

	if (words_equal(&a->whole, &b->whole) ||
	    equal_but_articles(&a->whole, &b->whole)) {
		result->relation = TITLE_EQUAL;
		result->numbers_differ = result->numbers_swapped = false;
		result->slips = 0;
	} else if (differ_by_name(arena, a, b, result)) {
		/* "Med42: …" and "Med42-v2: …": then the names count. */
		result->relation = TITLE_NAME;
		result->numbers_differ &= result->two_names;
	} else if (setting != SET_UNEVEN) {
		result->relation = setting == SET_ALIKE ? TITLE_NEAR : TITLE_ORDER;
		result->directed = has_direction(&a->whole) || has_direction(&b->whole) ||
		    is_swapped(a, b);
		result->rotated = setting == SET_OTHERWISE && !is_swapped(a, b) &&
		    common_rotated(arena, &a->whole, &b->whole);
	} else if (subtitle != NULL) {
		result->relation = TITLE_SUBTITLE;
		result->rest = rest_is_sequel(subtitle, 0) ? REST_SEQUEL : REST_SUBTITLE;
		result->numbers_differ = result->rest == REST_SEQUEL;
	} else if (a->whole.count >= 3 && starts_with(&b->whole, a)) {
		compare_start(arena, a, b, result);
	} else if (b->whole.count >= 3 && starts_with(&a->whole, b)) {
		compare_start(arena, b, a, result);
	} else if (result->share >= 0.6 && result->common >= 3) {
		result->relation = TITLE_PART;
	}
}

void
compare_titles(struct arena *arena, const struct title *a, const struct title *b,
    struct comparison *result)
{
	*result = (struct comparison){ .relation = TITLE_APART };
	if (a->whole.count == 0 || b->whole.count == 0)
		return;
	common_weigh(arena, &a->whole, &b->whole, result);
	compare_whole(arena, a, b, result);
	if ((a->ordinal > 0 && b->ordinal > 0 && a->ordinal != b->ordinal) ||
	    (a->year > 0 && b->year > 0 && a->year != b->year))
		result->numbers_differ = true;
}
