/*
 * What tells about a link enters, weighed; the verdict leaves, and in words why.
 * The first rule that holds decides.  Two works of one field share most words:
 * what parts them is a rare word on either side (two-sided).  A cut title, a
 * dropped subtitle, a name alone leave such words on one side only.
 */
#include "judge/inside.h"

#define UNEQUAL 2  /* two-sided by no more than a word of the field */
#define LITTLE  30 /* hundredths in common, that a name or a field may give */

static bool
is_equal(const struct link_evidence *e)
{
	const struct comparison *t = &e->titles;

	return t->relation <= TITLE_ORDER && !t->numbers_differ &&
	    !(t->relation == TITLE_NAME && t->two_names) &&
	    !(t->relation == TITLE_ORDER && t->directed && !t->rotated);
}

static bool
is_two_sided(const struct link_evidence *e)
{
	return e->differ.two_sided >= TWO_SIDED;
}

static bool
dates_against(const struct link_evidence *e)
{
	return e->dates == DATES_AGAINST || e->dates == DATES_YEARS;
}

/* Lists mostly take dates from the page they link: they save, and no more. */
static bool
speaks_for(const struct link_evidence *e)
{
	return e->people == NAMES_AGREE || e->dates == DATES_AGREE;
}

static bool
by_others_equal(const struct link_evidence *e)
{
	return e->people == NAMES_DISJOINT && is_equal(e);
}

static bool
by_others_other(const struct link_evidence *e)
{
	return e->people == NAMES_DISJOINT &&
	    (e->differ.share < 50 ||
		(e->differ.rarest[0] != NULL && e->differ.rarest[1] != NULL));
}

static bool
by_others(const struct link_evidence *e)
{
	return e->people == NAMES_DISJOINT;
}

static bool
equal_late(const struct link_evidence *e)
{
	return is_equal(e) && e->dates == DATES_AGAINST;
}

static bool
is_about(const struct link_evidence *e)
{
	return (e->marks & MARKS_ABOUT) != 0 || e->titles.numbers_swapped;
}

static bool
is_taken(const struct link_evidence *e)
{
	return e->taken && e->differ.share < 60;
}

static bool
name_late(const struct link_evidence *e)
{
	return e->name_only && e->name_found && dates_against(e);
}

static bool
name_found(const struct link_evidence *e)
{
	return e->name_only && e->name_found;
}

static bool
is_foreign(const struct link_evidence *e)
{
	return e->other_script;
}

static bool
name_against(const struct link_evidence *e)
{
	return e->name_only && !speaks_for(e) && (dates_against(e) || e->names_people);
}

static bool
name_nowhere(const struct link_evidence *e)
{
	return e->name_only;
}

static bool
strange_agreed(const struct link_evidence *e)
{
	return e->titles.relation == TITLE_APART && e->differ.share < 2 &&
	    e->dates == DATES_AGREE;
}

static bool
is_strange(const struct link_evidence *e)
{
	return e->titles.relation == TITLE_APART && e->differ.share < 2;
}

static bool
other_and_late(const struct link_evidence *e)
{
	return is_two_sided(e) && dates_against(e) && e->differ.share < 60;
}

static bool
like_and_late(const struct link_evidence *e)
{
	return is_two_sided(e) && dates_against(e);
}

static bool
is_marked(const struct link_evidence *e)
{
	return e->marks != 0 || e->titles.rest == REST_SEQUEL ||
	    (e->titles.relation != TITLE_APART && e->titles.numbers_differ &&
		e->differ.counted);
}

static bool
name_agreed(const struct link_evidence *e)
{
	return is_two_sided(e) && e->same_name && speaks_for(e);
}

static bool
name_alone(const struct link_evidence *e)
{
	return is_two_sided(e) && e->same_name && e->differ.share < LITTLE &&
	    e->dates != DATES_YEAR;
}

/*
 * A coined name that both bear is nearly always the work, and where it is not
 * nothing but the curator can tell: nothing is taken from it before.
 */
static bool
name_shared(const struct link_evidence *e)
{
	return e->same_name && !e->name_only && e->differ.two_sided >= UNEQUAL &&
	    e->differ.share < 50 && !speaks_for(e);
}

static bool
looks_other(const struct link_evidence *e)
{
	return is_two_sided(e) &&
	    (e->two_names || (e->differ.share < LITTLE && e->titles.common < 5));
}

static bool
other_agreed(const struct link_evidence *e)
{
	return looks_other(e) && speaks_for(e) && e->differ.share >= 10;
}

static bool
uneven_other(const struct link_evidence *e)
{
	return e->differ.two_sided >= UNEQUAL &&
	    (e->differ.share < 15 || (dates_against(e) && e->differ.share < 50) ||
		(e->differ.share < LITTLE && !speaks_for(e) &&
		    e->differ.two_sided > UNEQUAL && !is_two_sided(e)));
}

/* Words on both sides, little in common, and nothing else speaks for it. */
static bool
uneven_alone(const struct link_evidence *e)
{
	bool two_names = e->titles.relation == TITLE_NAME && e->titles.two_names &&
	    !e->same_name;

	return !speaks_for(e) && e->differ.two_sided >= UNEQUAL &&
	    (two_names || e->differ.share < 40);
}

static bool
uneven_agreed(const struct link_evidence *e)
{
	return e->differ.two_sided >= UNEQUAL && speaks_for(e) && e->differ.share >= 60;
}

static bool
uneven_late(const struct link_evidence *e)
{
	return !is_equal(e) &&
	    (e->dates == DATES_AGAINST ||
		(e->dates == DATES_YEARS && e->differ.share < 50));
}

static bool
is_uneven(const struct link_evidence *e)
{
	return e->differ.two_sided >= UNEQUAL ||
	    (e->titles.relation == TITLE_NAME && e->titles.two_names);
}

static bool
is_little(const struct link_evidence *e)
{
	bool whole = e->inside || e->titles.rest == REST_CUT ||
	    (e->titles.relation == TITLE_SUBTITLE && e->titles.telling > 1);

	return (e->differ.share < 50 && !whole) || dates_against(e);
}

static bool
always(const struct link_evidence *e)
{
	(void)e;
	return true;
}

static const struct link_rule rules[] = {
	{ by_others_equal, JUDGE_UNCLEAR, DOUBT_AUTHORS, false,
	    "the title is right, the authors are others" },
	{ equal_late, JUDGE_UNCLEAR, DOUBT_DATE, true,
	    "the list's month is not that of the arXiv number" },
	{ is_equal, JUDGE_SAME, DOUBT_NONE, false, NULL },
	{ by_others_other, JUDGE_DIFFERENT, DOUBT_AUTHORS, false,
	    "other people, and another title" },
	{ by_others, JUDGE_UNCLEAR, DOUBT_AUTHORS, false,
	    "much the same title, by other people" },
	{ is_about, JUDGE_DIFFERENT, DOUBT_TITLE, false, NULL },
	{ is_taken, JUDGE_DIFFERENT, DOUBT_TITLE, false,
	    "another row has this identifier and this very title" },
	{ name_late, JUDGE_UNCLEAR, DOUBT_DATE, true,
	    "the list gives a name only, and its date is another" },
	{ name_found, JUDGE_SAME, DOUBT_NONE, false, NULL },
	{ is_foreign, JUDGE_UNCLEAR, DOUBT_TITLE, false, "written in another script" },
	{ name_against, JUDGE_DIFFERENT, DOUBT_NOWHERE, false,
	    "the list gives a name only, and the answer does not say it" },
	{ name_nowhere, JUDGE_UNCLEAR, DOUBT_NOWHERE, true,
	    "the list gives a name only, and the answer does not say it" },
	{ strange_agreed, JUDGE_UNCLEAR, DOUBT_TITLE, true,
	    "another title; only people or month agree" },
	{ is_strange, JUDGE_DIFFERENT, DOUBT_TITLE, false, NULL },
	{ other_and_late, JUDGE_DIFFERENT, DOUBT_DATE, false,
	    "another title, and another date" },
	{ name_agreed, JUDGE_UNCLEAR, DOUBT_NAME, false,
	    "rewritten, but for the name and more" },
	{ name_alone, JUDGE_DIFFERENT, DOUBT_NAME, false,
	    "it goes by the same name, and says something else" },
	{ name_shared, JUDGE_UNCLEAR, DOUBT_NAME, true,
	    "it goes by the same name, and says something else" },
	{ other_agreed, JUDGE_UNCLEAR, DOUBT_TITLE, true,
	    "another title; only people or month agree" },
	{ looks_other, JUDGE_DIFFERENT, DOUBT_TITLE, false,
	    "each title has rare words that the other lacks" },
	{ like_and_late, JUDGE_UNCLEAR, DOUBT_DATE, true,
	    "the titles differ on both sides, and the date is another" },
	{ is_marked, JUDGE_UNCLEAR, DOUBT_TITLE, false, NULL },
	{ uneven_other, JUDGE_DIFFERENT, DOUBT_TITLE, false,
	    "hardly more in common than the field" },
	{ uneven_alone, JUDGE_UNCLEAR, DOUBT_TITLE, true,
	    "rewritten, or another work: little is in common" },
	{ is_two_sided, JUDGE_UNCLEAR, DOUBT_TITLE, false,
	    "rewritten, or another work: much is in common" },
	{ uneven_agreed, JUDGE_SAME, DOUBT_NONE, false, NULL },
	{ uneven_late, JUDGE_UNCLEAR, DOUBT_DATE, true,
	    "the list's month is not that of the arXiv number" },
	{ is_uneven, JUDGE_UNCLEAR, DOUBT_TITLE, false, "both titles say more" },
	{ is_little, JUDGE_UNCLEAR, DOUBT_TITLE, false,
	    "one title says much more than the other" },
	{ always, JUDGE_SAME, DOUBT_NONE, false, NULL },
};

const struct link_rule *
decide_link(const struct link_evidence *e)
{
	const struct link_rule *rule = rules;

	while (!rule->when(e))
		rule++;
	return rule;
}
