/*
 * What tells about a link enters; whether a name says that it is another work, leaves.
 * For decide_link.c alone.
 */
#include "judge/link/link.h"

static bool
may_be_name(const struct link_evidence *e)
{
	return e->name_only || !(rule_name_alone(e) || rule_looks_other(e));
}

bool
rule_name_agreed(const struct link_evidence *e)
{
	return e->differ.two_sided >= UNEQUAL && e->same_name && rule_speaks_for(e);
}

/*
 * A coined name that both bear is nearly always the work, and where it is not
 * nothing but the curator can tell: nothing is taken from it before.
 */
bool
rule_name_shared(const struct link_evidence *e)
{
	return e->same_name && !e->name_only && e->differ.two_sided >= UNEQUAL &&
	    e->differ.share < 50 && !rule_speaks_for(e);
}

/* Months in common are rare among the versions of a thing. */
bool
rule_is_extended(const struct link_evidence *e)
{
	return e->extended && e->dates != DATES_AGREE && may_be_name(e);
}

bool
rule_name_late(const struct link_evidence *e)
{
	return e->name_only && e->name_found && rule_dates_against(e);
}

bool
rule_name_used(const struct link_evidence *e)
{
	return e->uses && !rule_speaks_for(e) && may_be_name(e);
}

bool
rule_name_other(const struct link_evidence *e)
{
	return e->other_member;
}

bool
rule_name_runs_on(const struct link_evidence *e)
{
	return e->runs_on && !rule_speaks_for(e) && e->dates != DATES_THAT;
}

bool
rule_name_found(const struct link_evidence *e)
{
	return e->name_only && e->name_found && !e->differ.recounted;
}

bool
rule_name_nowhere(const struct link_evidence *e)
{
	return e->name_only;
}

bool
rule_name_alone(const struct link_evidence *e)
{
	return rule_is_two_sided(e) && e->same_name && e->differ.share < LITTLE &&
	    e->dates != DATES_YEAR && e->dates != DATES_THAT;
}

bool
rule_name_against(const struct link_evidence *e)
{
	return e->name_only && !rule_speaks_for(e) &&
	    (rule_dates_against(e) || e->names_people || e->other_name);
}
