/*
 * What is known of two records enters; same, different or unclear leaves.  A
 * wrong "same" costs more than a missed one: what is doubtful is unclear.
 */
#include "judge/pair/pair.h"

/* Words of the field weigh a quarter: "large language models" is 0.75. */
#define TELLING_WEIGHT 2.0
#define SLIP_WORDS     8 /* of a title that one letter makes no other */

bool
decide_is_telling(const struct evidence *e)
{
	return e->words >= 5 && e->titles.common >= 3 &&
	    e->titles.weight >= TELLING_WEIGHT;
}

/* The same column, report or short title may come again every year. */
static bool
may_recur(const struct evidence *e)
{
	if (e->generic && (e->years != 0 || e->other_identifier))
		return true;
	if (e->years == 0)
		return false;
	if (e->words <= 2 && e->years > 1)
		return true;
	return e->other_identifier &&
	    (e->periodical || e->words <= 2 || (e->two_articles && e->words <= 4) ||
		(e->same_series && e->years > 0));
}

/* Names of the first author only: a student's thesis in two papers? */
static bool
is_weak(const struct evidence *e)
{
	return e->authors == NAMES_FIRST &&
	    (e->other_identifier || e->years > 1 || e->words < 5);
}

/* Titles agree, and so do the authors. */
static enum judgement
judge_known(const struct evidence *e)
{
	const struct comparison *t = &e->titles;
	bool close = e->years <= 1 && !e->other_identifier;
	/* Words of the field will do when the year is the same, too. */
	bool enough = t->weight >= (close && e->years == 0 ? 0.5 : 1.0);

	if (may_recur(e) || is_weak(e) || e->kinds_differ || e->two_arxiv ||
	    e->years > 4 || (e->other_identifier && e->years > 1) || e->two_datasets)
		return JUDGE_UNCLEAR;
	/* A conference paper and the journal's later version of it: related. */
	if (e->venues_differ && e->years > 1)
		return JUDGE_UNCLEAR;
	/* Two editions of a handbook, or two handbooks. */
	if (e->two_chapters &&
	    (e->venues_differ || (e->other_identifier && e->years != 0)))
		return JUDGE_UNCLEAR;
	if (t->slips > 0 && !close)
		return JUDGE_UNCLEAR;
	switch (t->relation) {
	case TITLE_EQUAL:
		return JUDGE_SAME;
	case TITLE_NAME:
		return t->two_names ? JUDGE_UNCLEAR : JUDGE_SAME;
	case TITLE_NEAR:
		return e->words >= 4 || close ? JUDGE_SAME : JUDGE_UNCLEAR;
	case TITLE_ORDER:
		return close && (t->rotated || !t->directed) ? JUDGE_SAME : JUDGE_UNCLEAR;
	case TITLE_SUBTITLE:
		return enough && (t->common >= 2 || close) ? JUDGE_SAME : JUDGE_UNCLEAR;
	case TITLE_START:
		return t->rest != REST_RUNS_ON && e->years <= 1 && enough ? JUDGE_SAME
									  : JUDGE_UNCLEAR;
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
	const struct comparison *t = &e->titles;
	bool telling = decide_is_telling(e);
	bool long_enough = e->words >= 6 && !e->nobody && t->weight >= 2 * TELLING_WEIGHT;
	/* A letter of a long title, in the same year: a slip of the pen. */
	bool slipped = t->slips > 1 ||
	    (t->slips > 0 && !(long_enough && e->words >= SLIP_WORDS && e->years == 0));
	bool witness = e->years == 0 || (e->venues_equal && e->years <= 1);

	if (e->kinds_differ)
		return JUDGE_DIFFERENT;
	if (e->years > 2)
		return JUDGE_DIFFERENT;
	if (e->generic || e->other_identifier || t->two_names || slipped ||
	    (e->periodical && e->years != 0) || (e->years > 1 && !long_enough))
		return JUDGE_UNCLEAR;
	if (e->venues_differ && !telling)
		return JUDGE_UNCLEAR;
	switch (t->relation) {
	case TITLE_EQUAL:
	case TITLE_NAME:
		if (telling)
			return JUDGE_SAME;
		return witness && e->words >= 4 ? JUDGE_SAME : JUDGE_UNCLEAR;
	case TITLE_NEAR:
		return telling && e->years >= 0 ? JUDGE_SAME : JUDGE_UNCLEAR;
	case TITLE_ORDER:
		return telling && witness && t->rotated ? JUDGE_SAME : JUDGE_UNCLEAR;
	case TITLE_SUBTITLE:
		return telling && witness ? JUDGE_SAME : JUDGE_UNCLEAR;
	case TITLE_START:
		return telling && witness &&
			(t->rest == REST_CUT || t->rest == REST_SUBTITLE)
		    ? JUDGE_SAME
		    : JUDGE_UNCLEAR;
	case TITLE_PART:
	case TITLE_APART:
		break;
	}
	return JUDGE_UNCLEAR;
}

/* Identifiers of one family: only another title could speak against it. */
static enum judgement
judge_identified(const struct evidence *e)
{
	const struct comparison *t = &e->titles;
	bool agree = e->authors == NAMES_AGREE;

	if (e->authors == NAMES_DISJOINT || (e->authors == NAMES_FIRST && e->years > 2))
		return JUDGE_UNCLEAR;
	/* Versions of one arXiv paper may get quite another title. */
	if (e->same_arxiv && (agree || t->relation == TITLE_PART))
		return JUDGE_SAME;
	if (t->relation >= TITLE_PART || t->numbers_differ)
		return JUDGE_UNCLEAR;
	return JUDGE_SAME;
}

enum judgement
decide_pair(const struct evidence *e)
{
	enum relation relation = e->titles.relation;

	if (e->marks != 0 && relation != TITLE_APART)
		return JUDGE_DIFFERENT;
	if (e->same_identifier)
		return judge_identified(e);
	if (relation == TITLE_APART || e->titles.numbers_differ ||
	    e->titles.rest == REST_SEQUEL)
		return JUDGE_DIFFERENT;
	switch (e->authors) {
	case NAMES_DISJOINT:
		return JUDGE_DIFFERENT;
	case NAMES_AGREE:
	case NAMES_FIRST:
		if (relation == TITLE_PART && e->years > 2)
			return JUDGE_DIFFERENT;
		return judge_known(e);
	case NAMES_SOME:
		return relation == TITLE_PART ? JUDGE_DIFFERENT : JUDGE_UNCLEAR;
	case NAMES_UNKNOWN:
		if (relation == TITLE_PART)
			return JUDGE_DIFFERENT;
		return judge_unknown(e);
	}
	return JUDGE_UNCLEAR;
}
