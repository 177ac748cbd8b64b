/*
 * Two records enter (a title and what a search found, or two sources' words);
 * whether they are one work leaves, with the reasons.
 */
#include "judge/judge.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/text.h"
#include "judge/pair/pair.h"
#include "judge/reasons.h"

/* Title, with the subtitle, with the name before it, and what these give. */
#define MOST_SIDES (MOST_FORMS + 2)

static size_t
read_sides(
    struct arena *arena, const struct description *d, struct title title[MOST_SIDES])
{
	size_t count = title_read_forms(arena, d->title, title);

	if (d->subtitle != NULL)
		title_read(arena,
		    arena_printf(arena, "%s: %s", title[0].text, d->subtitle),
		    &title[count++]);
	if (d->name != NULL && !text_starts_nocase(d->title, d->name))
		title_read(arena, arena_printf(arena, "%s: %s", d->name, title[0].text),
		    &title[count++]);
	return count;
}

/* The longer form of a name and title that the other side may have as one. */
static void
compare_forms(struct arena *arena, const struct description *a,
    const struct description *b, struct evidence *evidence)
{
	struct title left[MOST_SIDES], right[MOST_SIDES];
	size_t lefts = read_sides(arena, a, left);
	size_t rights = read_sides(arena, b, right);

	for (size_t i = 0; i < lefts; i++)
		for (size_t k = 0; k < rights; k++) {
			struct comparison c;

			/* What both leave out may be what they differ in. */
			if (left[i].reduced && right[k].reduced)
				continue;
			compare_titles(arena, &left[i], &right[k], &c);
			/* What was left out is no beginning. */
			if ((left[i].reduced || right[k].reduced) &&
			    c.relation >= TITLE_SUBTITLE)
				continue;
			if ((i == 0 && k == 0) ||
			    compare_is_closer(&c, &evidence->titles))
				evidence->titles = c;
		}
	evidence->marks = title_marks_beyond(&left[0], &right[0]) |
	    title_marks_beyond(&right[0], &left[0]);
	evidence->generic = words_generic(&left[0].whole) ||
	    words_generic(&right[0].whole);
	evidence->periodical = words_periodical(&left[0].whole) ||
	    words_periodical(&right[0].whole);
	lefts = title_words_apart(&left[0]);
	rights = title_words_apart(&right[0]);
	evidence->words = lefts < rights ? lefts : rights;
}

static void
compare_authors(struct arena *arena, const struct description *a,
    const struct description *b, struct evidence *evidence)
{
	struct names left, right;

	names_read(arena, a->authors, a->author_count, &left);
	names_read(arena, b->authors, b->author_count, &right);
	if (left.count + left.team_count == 0)
		names_read_text(arena, a->claims_authors_text, &left);
	if (right.count + right.team_count == 0)
		names_read_text(arena, b->claims_authors_text, &right);
	evidence->nobody =
	    left.count + left.team_count + right.count + right.team_count == 0;
	evidence->authors = names_compare(arena, &left, &right, &evidence->who);
}

static void
tell_authors(struct verdict_draft *draft, const struct evidence *e)
{
	const char *who = reasons_name(draft, e->who);

	switch (e->authors) {
	case NAMES_UNKNOWN:
		break;
	case NAMES_AGREE:
		reasons_add(draft, "authors agree: %s on both sides", who);
		break;
	case NAMES_FIRST:
		reasons_add(draft, "only the first author in common: %s", who);
		break;
	case NAMES_SOME:
		reasons_add(draft, "only some authors in common: %s", who);
		break;
	case NAMES_DISJOINT:
		reasons_add(draft, "no author in common");
		break;
	}
}

static void
tell_rest(struct verdict_draft *draft, const struct evidence *e,
    const struct description *a, const struct description *b)
{
	bool titles_agree = e->titles.relation < TITLE_PART;

	if (e->titles.relation != TITLE_APART)
		reasons_add_marks(draft, "one", e->marks);
	if (e->years == 0)
		reasons_add(draft, "year %d on both sides", a->year);
	else if (e->years > 0)
		reasons_add(draft, "year %d against %d", a->year, b->year);
	tell_authors(draft, e);
	if (e->venues_equal)
		reasons_add(draft, "venues equal");
	if (titles_agree && e->generic)
		reasons_add(draft, "a title that many works have");
	else if (titles_agree && e->periodical && e->years > 0)
		reasons_add(draft, "a title that may come back every year");
	if (e->kinds_differ)
		reasons_add(draft, "of two kinds: %.40s and %.40s", a->type, b->type);
	if (e->same_identifier)
		reasons_add(draft, "identifiers of one family");
	else if (e->other_identifier)
		reasons_add(draft, "each has an identifier of its own");
	if (titles_agree && !e->generic && e->authors == NAMES_UNKNOWN &&
	    !e->same_identifier && !decide_is_telling(e))
		reasons_add(draft,
		    "a short or common title, and no author to "
		    "compare");
}

struct opinion
judge_pair(struct arena *arena, const struct description *a, const struct description *b)
{
	struct verdict_draft draft = { .arena = arena };
	struct evidence evidence = { 0 };

	if (text_is_blank(a->title) || text_is_blank(b->title)) {
		reasons_add(&draft, "one side has no title");
		return reasons_close(&draft, JUDGE_UNCLEAR);
	}
	compare_forms(arena, a, b, &evidence);
	compare_authors(arena, a, b, &evidence);
	evidence.years = a->year > 0 && b->year > 0 ? abs(a->year - b->year) : -1;
	venue_compare(arena, a->venue, b->venue, &evidence);
	identity_compare(a, b, &evidence);
	reasons_add_titles(&draft, &evidence.titles);
	tell_rest(&draft, &evidence, a, b);
	return reasons_close(&draft, decide_pair(&evidence));
}
