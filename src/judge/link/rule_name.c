/*
 * What tells about a link enters; whether a name says that it is another work, leaves.
 * For decide_link.c alone.
 */
#include "judge/link/link.h"

static bool
name_late(const struct link_evidence *e)
{
	return e->name_only && e->name_found && rule_dates_against(e);
}

static bool
may_be_name(const struct link_evidence *e)
{
	return e->name_only || !(rule_name_alone(e) || rule_looks_other(e));
}

/* Months in common are rare among the versions of a thing. */
static bool
is_extended(const struct link_evidence *e)
{
	return e->extended && e->dates != DATES_AGREE && may_be_name(e);
}

static bool
name_used(const struct link_evidence *e)
{
	return e->uses && !rule_speaks_for(e) && may_be_name(e);
}

static bool
name_other(const struct link_evidence *e)
{
	return e->other_member;
}

static bool
name_runs_on(const struct link_evidence *e)
{
	return e->runs_on && !rule_speaks_for(e) && e->dates != DATES_THAT;
}

static bool
name_found(const struct link_evidence *e)
{
	return e->name_only && e->name_found && !e->differ.recounted;
}

static bool
row_says_other(const struct link_evidence *e)
{
	return e->other_script && e->row.other;
}

/* In translation some words stay, or the year does. */
static bool
is_told_otherwise(const struct link_evidence *e)
{
	return e->other_tongue &&
	    (rule_speaks_for(e) || e->dates == DATES_THAT || e->titles.telling > 0);
}

static bool
is_other_tongue(const struct link_evidence *e)
{
	return e->other_tongue;
}

static bool
is_foreign(const struct link_evidence *e)
{
	return e->other_script;
}

static bool
name_against(const struct link_evidence *e)
{
	return e->name_only && !rule_speaks_for(e) &&
	    (rule_dates_against(e) || e->names_people);
}

static bool
name_nowhere(const struct link_evidence *e)
{
	return e->name_only;
}

const struct link_rule rule_of_names[] = {
	{ name_late, JUDGE_UNCLEAR, DOUBT_DATE, true,
	    "the list gives a name only, and its date is another" },
	{ is_extended, JUDGE_UNCLEAR, DOUBT_NAME, true,
	    "the answer is called by that name and more, as another of its family is" },
	{ name_used, JUDGE_UNCLEAR, DOUBT_NAME, true,
	    "the answer uses what bears this name" },
	{ name_other, JUDGE_DIFFERENT, DOUBT_NAME, false,
	    "the answer is called by that name and more, as another of its family is" },
	{ name_runs_on, JUDGE_UNCLEAR, DOUBT_NAME, true,
	    "the title goes on, and nothing says that it is cut" },
	{ name_found, JUDGE_SAME, DOUBT_NONE, false, NULL },
	{ row_says_other, JUDGE_UNCLEAR, DOUBT_TITLE, true,
	    "written in another script, beside another title" },
	{ is_told_otherwise, JUDGE_UNCLEAR, DOUBT_TITLE, false,
	    "written in another language" },
	{ is_other_tongue, JUDGE_UNCLEAR, DOUBT_TITLE, true,
	    "written in another language" },
	{ is_foreign, JUDGE_UNCLEAR, DOUBT_TITLE, false, "written in another script" },
	{ name_against, JUDGE_DIFFERENT, DOUBT_NOWHERE, false,
	    "the list gives a name only, and the answer does not say it" },
	{ name_nowhere, JUDGE_UNCLEAR, DOUBT_NOWHERE, true,
	    "the list gives a name only, and the answer does not say it" },
	{ 0 },
};
