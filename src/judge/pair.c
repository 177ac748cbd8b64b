/*
 * Two records enter (a title and what a search found, or two sources' words);
 * whether they are one work leaves.  A wrong "same" costs more than a missed
 * one, so everything doubtful is unclear.
 */
#include "judge/judge.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "judge/inside.h"
#include "judge/names.h"
#include "model/claim.h"

/* Everything about the pair that the verdict depends on. */
struct evidence {
	struct comparison titles;
	enum agreement authors;
	const char *who;
	int years;		/* apart; -1: not known of both */
	bool generic;
	size_t words;		/* of the shorter title */
	size_t heavy;
	bool marks_differ;
	bool same_identifier;
	bool other_identifier;	/* both have a DOI, and not of one family */
	bool kinds_differ;	/* data set and text */
	bool venues_differ, venues_equal;
};

static bool
texts_equal(const char *a, const char *b)
{
	return a != NULL && b != NULL && text_equal_nocase(a, b);
}

/* "/v2", ".v2", "v2" at the end. */
static size_t
without_version(const char *id)
{
	size_t length = strlen(id), end = length;

	while (end > 0 && id[end - 1] >= '0' && id[end - 1] <= '9')
		end--;
	if (end == length || end == 0 || (id[end - 1] != 'v' &&
	    id[end - 1] != 'V'))
		return length;
	end--;
	if (end > 0 && (id[end - 1] == '.' || id[end - 1] == '/'))
		end--;
	return end;
}

/*
 * Versions and components of one DOI: 10.x/y, 10.x/y.v2, 10.x/y.s001,
 * 10.x/yu; and spellings of one.
 */
static bool
dois_related(const char *a, const char *b)
{
	size_t n = without_version(a), m = without_version(b);
	const char *longer = n >= m ? a : b;
	size_t shorter = n >= m ? m : n, rest = (n >= m ? n : m) - shorter;

	if (shorter < 8 || strncasecmp(a, b, shorter) != 0)
		return false;
	if (rest == 0)
		return true;
	return rest <= 6 && (longer[shorter] < '0' || longer[shorter] > '9');
}

static bool
same_arxiv(const char *a, const char *b)
{
	size_t n, m;

	if (a == NULL || b == NULL)
		return false;
	n = without_version(a);
	m = without_version(b);
	return n == m && n > 0 && strncasecmp(a, b, n) == 0;
}

static bool
is_data(const char *type)
{
	return type != NULL && strcmp(type, "dataset") == 0;
}

/* The longer form of a name and title that the other side may have as one. */
static void
compare_titles(struct arena *arena, const struct description *a,
    const struct description *b, struct evidence *evidence)
{
	const struct description *side[2] = { a, b };
	struct title title[2][3];
	size_t forms[2];
	bool first = true;

	for (int s = 0; s < 2; s++) {
		const struct description *d = side[s];

		forms[s] = 1;
		title_read(arena, d->title, &title[s][0]);
		if (d->subtitle != NULL && d->title != NULL)
			title_read(arena, arena_printf(arena, "%s: %s",
			    d->title, d->subtitle), &title[s][forms[s]++]);
		if (d->name != NULL && d->title != NULL &&
		    !text_starts_nocase(d->title, d->name))
			title_read(arena, arena_printf(arena, "%s: %s",
			    d->name, d->title), &title[s][forms[s]++]);
	}
	for (size_t i = 0; i < forms[0]; i++)
		for (size_t k = 0; k < forms[1]; k++) {
			struct comparison c;

			title_compare(arena, &title[0][i], &title[1][k], &c);
			if (first || comparison_is_closer(&c,
			    &evidence->titles))
				evidence->titles = c;
			first = false;
		}
	evidence->marks_differ = title[0][0].marks != title[1][0].marks;
	evidence->generic = words_generic(&title[0][0].whole) ||
	    words_generic(&title[1][0].whole);
	evidence->words = title[0][0].whole.count < title[1][0].whole.count ?
	    title[0][0].whole.count : title[1][0].whole.count;
	evidence->heavy = evidence->titles.common;
}

static void
compare_rest(struct arena *arena, const struct description *a,
    const struct description *b, struct evidence *evidence)
{
	struct names left, right;

	names_read(arena, a->authors, a->author_count, &left);
	names_read(arena, b->authors, b->author_count, &right);
	if (left.count == 0)
		names_read_text(arena, a->authors_text, &left);
	if (right.count == 0)
		names_read_text(arena, b->authors_text, &right);
	evidence->authors = names_compare(&left, &right, &evidence->who);
	evidence->years = a->year > 0 && b->year > 0 ?
	    abs(a->year - b->year) : -1;
	evidence->same_identifier = texts_equal(a->doi, b->doi) ||
	    same_arxiv(a->arxiv, b->arxiv) ||
	    (a->doi != NULL && b->doi != NULL && dois_related(a->doi, b->doi));
	evidence->other_identifier = !evidence->same_identifier &&
	    ((a->doi != NULL && b->doi != NULL) ||
	     (a->arxiv != NULL && b->arxiv != NULL));
	evidence->kinds_differ = a->type != NULL && b->type != NULL &&
	    is_data(a->type) != is_data(b->type);
	if (a->venue != NULL && b->venue != NULL) {
		struct words v, w;

		words_read(arena, a->venue, &v);
		words_read(arena, b->venue, &w);
		evidence->venues_equal = words_equal(&v, &w);
		evidence->venues_differ = !evidence->venues_equal &&
		    !words_contain(&v, &w) && !words_contain(&w, &v);
	}
}

static void
tell_rest(struct verdict_draft *draft, const struct evidence *e,
    const struct description *a, const struct description *b)
{
	if (e->marks_differ)
		reason_add(draft, "one speaks about the other: a correction, "
		    "review, comment, supplement or its data");
	if (e->years >= 0 && e->years == 0)
		reason_add(draft, "year %d on both sides", a->year);
	else if (e->years > 0)
		reason_add(draft, "year %d against %d", a->year, b->year);
	if (e->authors == NAMES_AGREE)
		reason_add(draft, e->who == NULL ? "authors agree" :
		    "authors agree: %.80s on both sides", e->who);
	if (e->authors == NAMES_SOME)
		reason_add(draft, "only some authors in common: %.80s", e->who);
	if (e->authors == NAMES_DISJOINT)
		reason_add(draft, "no author in common");
	if (e->venues_equal)
		reason_add(draft, "venues equal");
	if (e->kinds_differ)
		reason_add(draft, "one is a data set, the other a text");
	if (e->same_identifier)
		reason_add(draft, "identifiers of one family");
	else if (e->other_identifier)
		reason_add(draft, "each has an identifier of its own");
}

/* Titles agree, and so do the authors. */
static enum judgement
judge_known(const struct evidence *e)
{
	if (e->generic && (e->years != 0 || e->other_identifier))
		return JUDGE_UNCLEAR;
	if (e->kinds_differ)
		return JUDGE_UNCLEAR;
	switch (e->titles.relation) {
	case TITLE_EQUAL:
	case TITLE_NAME:
	case TITLE_ORDER:
	case TITLE_NEAR:
		return e->years > 4 ? JUDGE_UNCLEAR : JUDGE_SAME;
	case TITLE_SUBTITLE:
		return e->years > 4 || e->heavy < 2 ? JUDGE_UNCLEAR : JUDGE_SAME;
	case TITLE_START:
		return e->years > 1 || e->heavy < 3 ? JUDGE_UNCLEAR : JUDGE_SAME;
	case TITLE_PART:
	case TITLE_APART:
		break;
	}
	return JUDGE_UNCLEAR;
}

/* Titles agree, and nobody can say whether the authors do. */
static enum judgement
judge_unknown(const struct evidence *e)
{
	bool telling = e->words >= 5 && e->heavy >= 3;
	bool witness = e->years == 0 || (e->venues_equal && e->years <= 1);

	if (e->kinds_differ)
		return JUDGE_DIFFERENT;
	if (e->years > 2)
		return JUDGE_DIFFERENT;
	if (e->generic || e->other_identifier || e->years > 1 ||
	    e->titles.two_names)
		return JUDGE_UNCLEAR;
	if (e->venues_differ && !telling)
		return JUDGE_UNCLEAR;
	switch (e->titles.relation) {
	case TITLE_EQUAL:
	case TITLE_NAME:
	case TITLE_ORDER:
		if (telling)
			return JUDGE_SAME;
		return witness && (e->words >= 4 || e->heavy >= 3) ?
		    JUDGE_SAME : JUDGE_UNCLEAR;
	case TITLE_NEAR:
		return telling && e->years >= 0 ? JUDGE_SAME : JUDGE_UNCLEAR;
	case TITLE_SUBTITLE:
		return telling && witness ? JUDGE_SAME : JUDGE_UNCLEAR;
	case TITLE_START:
	case TITLE_PART:
	case TITLE_APART:
		break;
	}
	return JUDGE_UNCLEAR;
}

static enum judgement
decide(const struct evidence *e)
{
	enum relation relation = e->titles.relation;

	if (relation == TITLE_APART)
		return e->same_identifier ? JUDGE_UNCLEAR : JUDGE_DIFFERENT;
	if (e->marks_differ)
		return JUDGE_DIFFERENT;
	if (e->titles.numbers_differ)
		return e->same_identifier ? JUDGE_UNCLEAR : JUDGE_DIFFERENT;
	if (e->same_identifier)
		return relation == TITLE_PART || e->authors == NAMES_DISJOINT ?
		    JUDGE_UNCLEAR : JUDGE_SAME;
	if (e->authors == NAMES_DISJOINT)
		return JUDGE_DIFFERENT;
	if (relation == TITLE_PART)
		return e->authors == NAMES_AGREE && e->years <= 2 ?
		    JUDGE_UNCLEAR : JUDGE_DIFFERENT;
	if (e->authors == NAMES_AGREE)
		return judge_known(e);
	if (e->authors == NAMES_SOME)
		return JUDGE_UNCLEAR;
	return judge_unknown(e);
}

struct opinion
judge_pair(struct arena *arena, const struct description *a,
    const struct description *b)
{
	struct verdict_draft draft = { .arena = arena };
	struct evidence evidence = { 0 };

	if (text_is_blank(a->title) || text_is_blank(b->title)) {
		reason_add(&draft, "one side has no title");
		return reason_close(&draft, JUDGE_UNCLEAR);
	}
	compare_titles(arena, a, b, &evidence);
	compare_rest(arena, a, b, &evidence);
	reason_titles(&draft, &evidence.titles);
	tell_rest(&draft, &evidence, a, b);
	return reason_close(&draft, decide(&evidence));
}
