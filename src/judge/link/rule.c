/*
 * What tells about a link enters; whether its titles are of two works, as far as
 * words on both sides tell, leaves.  For decide_link.c alone.
 */
#include "judge/link/field.h"
#include "judge/link/link.h"

#define REWORDED    40 /* hundredths in common of a title with one word exchanged */
#define SCATTERED   4  /* of FIELD_MOST: a word that tells */
#define LEAST_BEGUN 4  /* words: the subtitle was rewritten */

bool
rule_is_two_sided(const struct link_evidence *e)
{
	return e->differ.two_sided >= TWO_SIDED;
}

bool
rule_dates_against(const struct link_evidence *e)
{
	return e->dates == DATES_AGAINST || e->dates == DATES_YEARS;
}

static bool
other_and_late(const struct link_evidence *e)
{
	return rule_is_two_sided(e) && rule_dates_against(e) && e->differ.share < 60;
}

/* Lists mostly take dates from the page they link: they save, and no more. */
bool
rule_speaks_for(const struct link_evidence *e)
{
	return e->people == NAMES_AGREE || e->dates == DATES_AGREE;
}

static bool
name_agreed(const struct link_evidence *e)
{
	return e->differ.two_sided >= UNEQUAL && e->same_name && rule_speaks_for(e);
}

bool
rule_name_alone(const struct link_evidence *e)
{
	return rule_is_two_sided(e) && e->same_name && e->differ.share < LITTLE &&
	    e->dates != DATES_YEAR && e->dates != DATES_THAT;
}

/*
 * A coined name that both bear is nearly always the work, and where it is not
 * nothing but the curator can tell: nothing is taken from it before.
 */
static bool
name_shared(const struct link_evidence *e)
{
	return e->same_name && !e->name_only && e->differ.two_sided >= UNEQUAL &&
	    e->differ.share < 50 && !rule_speaks_for(e);
}

bool
rule_looks_other(const struct link_evidence *e)
{
	return rule_is_two_sided(e) &&
	    (e->two_names || (e->differ.share < LITTLE && e->titles.common < 5));
}

static bool
other_agreed(const struct link_evidence *e)
{
	return rule_looks_other(e) && rule_speaks_for(e) && e->differ.share >= 10;
}

static bool
like_and_late(const struct link_evidence *e)
{
	return rule_is_two_sided(e) && rule_dates_against(e);
}

/* "The title II": the list would say so.  Parts appear together: no month saves one. */
static bool
is_sequel(const struct link_evidence *e)
{
	bool one = e->differ.counted && e->differ.rest[0] + e->differ.rest[1] == 1;
	bool counted = e->titles.numbers_differ && one && !e->same_name;

	return (e->titles.rest == REST_SEQUEL || counted) && !e->cites &&
	    (e->dates != DATES_AGREE || (e->titles.rest == REST_SEQUEL && one));
}

/* The paper's data, its supplement, a review of it: beside it, never it. */
static bool
is_beside(const struct link_evidence *e)
{
	return (e->marks & ~(unsigned)MARK_EARLY) != 0;
}

static bool
is_marked(const struct link_evidence *e)
{
	return e->marks != 0 || e->titles.rest == REST_SEQUEL ||
	    (e->titles.relation != TITLE_APART && e->titles.numbers_differ &&
		e->differ.counted);
}

/* A word of the field for another one, in the list's very year. */
static bool
is_reworded(const struct link_evidence *e)
{
	return e->differ.rest[0] == 1 && e->differ.rest[1] == 1 &&
	    e->differ.heaviest < TWO_SIDED && e->dates == DATES_THAT &&
	    e->people != NAMES_FIRST && e->people != NAMES_SOME &&
	    e->differ.share >= REWORDED;
}

/*
 * Words stand in the place of others, common as they may be: a title cut, misspelt or
 * run on has them on one side only.
 */
static bool
is_exchanged(const struct link_evidence *e)
{
	return e->differ.rest[0] > 0 && e->differ.rest[1] > 0 && !rule_speaks_for(e) &&
	    !e->slip && !is_reworded(e) && !(e->same_name && e->differ.share >= 50);
}

/* "… in 2D" and "… in 3D", "zero-shot" and "few-shot", 2nd and 3rd edition. */
static bool
marked_otherwise(const struct link_evidence *e)
{
	return is_marked(e) &&
	    (is_exchanged(e) || (e->differ.recounted && e->dates != DATES_AGREE));
}

static bool
uneven_other(const struct link_evidence *e)
{
	return e->differ.two_sided >= UNEQUAL &&
	    (e->differ.share < LITTLE / 2 ||
		(rule_dates_against(e) && e->differ.share < 50) ||
		(e->differ.share < LITTLE && !rule_speaks_for(e) &&
		    e->differ.two_sided > UNEQUAL && !rule_is_two_sided(e)));
}

/* A word or two that no other title has, for one or two such ones. */
static bool
is_replaced(const struct link_evidence *e)
{
	return e->differ.two_sided == FIELD_MOST && e->differ.rest[0] < 3 &&
	    e->differ.rest[1] < 3 && !e->same_name && !e->slip && !rule_speaks_for(e) &&
	    e->dates != DATES_THAT;
}

static bool
two_sided_agreed(const struct link_evidence *e)
{
	/* Twins of one month differ in a word that others lack. */
	bool twin = e->differ.rest[0] == 1 && e->differ.rest[1] == 1;

	/* A coined name, and more than half of the rest, or only a subtitle: rewritten. */
	return rule_is_two_sided(e) &&
	    ((e->people == NAMES_AGREE && e->dates == DATES_AGREE) ||
		(e->same_name && e->differ.share >= 50) ||
		(e->dates == DATES_AGREE && e->begins >= LEAST_BEGUN && !twin));
}

/*
 * The sentence goes on, and the list is of another day than the answer; or it
 * goes on with "and this", where no list would have cut it.
 */
static bool
runs_on_early(const struct link_evidence *e)
{
	bool alone = !e->same_name && !rule_speaks_for(e) && e->dates != DATES_THAT;

	return (e->titles.rest == REST_RUNS_ON ||
		   (e->adds && e->titles.relation == TITLE_PART)) &&
	    (e->dates == DATES_BEFORE || rule_dates_against(e) ||
		(alone &&
		    (e->goes_on || e->dates == DATES_YEAR || e->dates == DATES_NEAR)) ||
		(e->adds && !(e->people == NAMES_AGREE && e->dates == DATES_AGREE)));
}

/* Words among the other's: nobody cuts a title so, and few leave them out. */
static bool
is_scattered(const struct link_evidence *e)
{
	return e->scattered && e->differ.heaviest >= SCATTERED && e->differ.share < 80 &&
	    !e->same_name && e->dates != DATES_AGREE &&
	    (e->people != NAMES_AGREE || (e->dates != DATES_THAT && !e->inside)) &&
	    (e->dates != DATES_THAT || e->differ.share < 60);
}

static bool
is_before(const struct link_evidence *e)
{
	return e->before && !rule_speaks_for(e) && e->dates != DATES_THAT;
}

bool
rule_is_equal(const struct link_evidence *e)
{
	const struct comparison *t = &e->titles;

	return t->relation <= TITLE_ORDER && !t->numbers_differ && e->marks == 0 &&
	    !(t->relation == TITLE_NAME && t->two_names) &&
	    !(t->relation == TITLE_ORDER && t->directed && !t->rotated);
}

static bool
uneven_late(const struct link_evidence *e)
{
	return !rule_is_equal(e) && rule_dates_against(e);
}

static bool
is_uneven(const struct link_evidence *e)
{
	bool both = e->differ.rest[0] > 0 && e->differ.rest[1] > 0;

	return e->differ.two_sided >= UNEQUAL || (both && !rule_speaks_for(e)) ||
	    (e->titles.relation == TITLE_NAME && e->titles.two_names);
}

/* A group's next paper has its people and half of its words. */
static bool
is_of_group(const struct link_evidence *e)
{
	return e->people == NAMES_AGREE && e->dates != DATES_AGREE &&
	    e->dates != DATES_THAT && !e->same_name && e->differ.share < 50 &&
	    e->differ.rest[0] > 0 && e->differ.rest[1] > 0;
}

static bool
is_little(const struct link_evidence *e)
{
	bool whole = e->inside || e->titles.rest == REST_CUT ||
	    (e->titles.relation == TITLE_SUBTITLE && e->titles.telling > 1);

	return e->differ.share < 50 && !whole;
}

static bool
always(const struct link_evidence *e)
{
	(void)e;
	return true;
}

const struct link_rule rule_of_titles[] = {
	{ other_and_late, JUDGE_DIFFERENT, DOUBT_DATE, false,
	    "another title, and another date" },
	{ name_agreed, JUDGE_UNCLEAR, DOUBT_NAME, false,
	    "rewritten, but for the name and more" },
	{ name_shared, JUDGE_UNCLEAR, DOUBT_NAME, true,
	    "the same name before another title" },
	{ other_agreed, JUDGE_UNCLEAR, DOUBT_TITLE, true,
	    "another title; only people or month agree" },
	{ rule_looks_other, JUDGE_DIFFERENT, DOUBT_TITLE, false,
	    "each title has rare words that the other lacks" },
	{ like_and_late, JUDGE_UNCLEAR, DOUBT_DATE, true,
	    "the titles differ on both sides, and the date is another" },
	{ is_sequel, JUDGE_UNCLEAR, DOUBT_TITLE, true, "and a list would say so" },
	{ is_beside, JUDGE_UNCLEAR, DOUBT_TITLE, true, NULL },
	{ marked_otherwise, JUDGE_UNCLEAR, DOUBT_TITLE, true, NULL },
	{ is_marked, JUDGE_UNCLEAR, DOUBT_TITLE, false, NULL },
	{ uneven_other, JUDGE_DIFFERENT, DOUBT_TITLE, false,
	    "hardly more in common than any two titles of the field" },
	{ is_replaced, JUDGE_DIFFERENT, DOUBT_TITLE, false,
	    "each title has rare words that the other lacks" },
	{ is_exchanged, JUDGE_UNCLEAR, DOUBT_TITLE, true,
	    "words stand in the place of others" },
	{ is_reworded, JUDGE_UNCLEAR, DOUBT_TITLE, false,
	    "a word is another, in the same year" },
	{ two_sided_agreed, JUDGE_UNCLEAR, DOUBT_TITLE, false,
	    "rewritten, or another work: much is in common" },
	{ rule_is_two_sided, JUDGE_UNCLEAR, DOUBT_TITLE, true,
	    "rewritten, or another work: much is in common" },
	{ runs_on_early, JUDGE_UNCLEAR, DOUBT_DATE, true,
	    "the title goes on, and nothing says that it is cut" },
	{ is_scattered, JUDGE_UNCLEAR, DOUBT_TITLE, true,
	    "one title says more, among the words of the other" },
	{ is_before, JUDGE_UNCLEAR, DOUBT_TITLE, true,
	    "a word in front makes it another title" },
	{ uneven_late, JUDGE_UNCLEAR, DOUBT_DATE, true,
	    "much the same title, and another date" },
	{ is_of_group, JUDGE_UNCLEAR, DOUBT_TITLE, true,
	    "another title; only people or month agree" },
	{ is_uneven, JUDGE_UNCLEAR, DOUBT_TITLE, false, "both titles say more" },
	{ is_little, JUDGE_UNCLEAR, DOUBT_TITLE, false,
	    "one title says much more than the other" },
	{ always, JUDGE_SAME, DOUBT_NONE, false, NULL },
};
