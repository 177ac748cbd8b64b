/*
 * What tells about a link enters; whether its titles are of two works, as far as
 * words on both sides tell, leaves.  For decide_link.c alone.
 */
#include "judge/link/field.h"
#include "judge/link/link.h"

#define LEAST_BEGUN 4  /* words: the subtitle was rewritten */
#define REWORDED    40 /* hundredths in common of a title with one word exchanged */

bool
rule_is_equal(const struct link_evidence *e)
{
	const struct comparison *t = &e->titles;

	return t->relation <= TITLE_ORDER && !t->numbers_differ && e->marks == 0 &&
	    !(t->relation == TITLE_NAME && t->two_names) &&
	    !(t->relation == TITLE_ORDER && t->directed && !t->rotated);
}

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

/* Lists mostly take dates from the page they link: they save, and no more. */
bool
rule_speaks_for(const struct link_evidence *e)
{
	return e->people == NAMES_AGREE || e->dates == DATES_AGREE;
}

/* The paper's data, its supplement, a review of it: beside it, never it. */
bool
rule_is_beside(const struct link_evidence *e)
{
	return (e->marks & ~(unsigned)MARK_EARLY) != 0;
}

bool
rule_is_marked(const struct link_evidence *e)
{
	return e->marks != 0 || e->titles.rest == REST_SEQUEL ||
	    (e->titles.relation != TITLE_APART && e->titles.numbers_differ &&
		e->differ.counted);
}

/* "The title II": the list would say so.  Parts appear together: no month saves one. */
bool
rule_is_sequel(const struct link_evidence *e)
{
	bool one = e->differ.counted && e->differ.rest[0] + e->differ.rest[1] == 1;
	bool counted = e->titles.numbers_differ && one && !e->same_name;

	return (e->titles.rest == REST_SEQUEL || counted) && !e->cites &&
	    (e->dates != DATES_AGREE || (e->titles.rest == REST_SEQUEL && one));
}

/*
 * The sentence goes on, and the list is of another day than the answer; or it
 * goes on with "and this", where no list would have cut it.
 */
bool
rule_runs_on_early(const struct link_evidence *e)
{
	bool alone = !e->same_name && !rule_speaks_for(e) && e->dates != DATES_THAT;

	return (e->titles.rest == REST_RUNS_ON ||
		   (e->adds && e->titles.relation == TITLE_PART)) &&
	    (e->dates == DATES_BEFORE || rule_dates_against(e) ||
		(alone &&
		    (e->goes_on || e->dates == DATES_YEAR || e->dates == DATES_NEAR)) ||
		(e->adds && !(e->people == NAMES_AGREE && e->dates == DATES_AGREE)));
}

bool
rule_looks_other(const struct link_evidence *e)
{
	return rule_is_two_sided(e) &&
	    (e->two_names || (e->differ.share < LITTLE && e->titles.common < 5));
}

bool
rule_other_agreed(const struct link_evidence *e)
{
	return rule_looks_other(e) && rule_speaks_for(e) && e->differ.share >= 10;
}

bool
rule_two_sided_agreed(const struct link_evidence *e)
{
	/* Twins of one month differ in a word that others lack. */
	bool twin = e->differ.rest[0] == 1 && e->differ.rest[1] == 1;

	/* A coined name, and more than half of the rest, or only a subtitle: rewritten. */
	return rule_is_two_sided(e) &&
	    ((e->people == NAMES_AGREE && e->dates == DATES_AGREE) ||
		(e->same_name && e->differ.share >= 50) ||
		(e->dates == DATES_AGREE && e->begins >= LEAST_BEGUN && !twin));
}

bool
rule_uneven_other(const struct link_evidence *e)
{
	return e->differ.two_sided >= UNEQUAL &&
	    (e->differ.share < LITTLE / 2 ||
		(rule_dates_against(e) && e->differ.share < 50) ||
		(e->differ.share < LITTLE && !rule_speaks_for(e) &&
		    e->differ.two_sided > UNEQUAL && !rule_is_two_sided(e)));
}

/*
 * A word of the field for another one, or any within a subtitle, in the list's very
 * year.
 */
bool
rule_is_reworded(const struct link_evidence *e)
{
	return e->differ.rest[0] == 1 && e->differ.rest[1] == 1 &&
	    (e->differ.heaviest < TWO_SIDED || e->within) && e->dates == DATES_THAT &&
	    e->people != NAMES_FIRST && e->people != NAMES_SOME &&
	    e->differ.share >= REWORDED;
}

/* A word or two that no other title has, for one or two such ones. */
bool
rule_is_replaced(const struct link_evidence *e)
{
	return e->differ.two_sided == FIELD_MOST && e->differ.rest[0] < 3 &&
	    e->differ.rest[1] < 3 && !e->same_name && !e->slip && !rule_speaks_for(e) &&
	    e->dates != DATES_THAT;
}

/*
 * Words stand in the place of others, common as they may be: a title cut, misspelt or
 * run on has them on one side only.
 */
bool
rule_is_exchanged(const struct link_evidence *e)
{
	return e->differ.rest[0] > 0 && e->differ.rest[1] > 0 && !rule_speaks_for(e) &&
	    !e->slip && !rule_is_reworded(e) && !(e->same_name && e->differ.share >= 50);
}

bool
rule_uneven_late(const struct link_evidence *e)
{
	return !rule_is_equal(e) &&
	    (e->dates == DATES_AGAINST ||
		(e->dates == DATES_YEARS &&
		    (e->differ.share < 50 || e->differ.two_sided >= UNEQUAL)));
}

bool
rule_is_uneven(const struct link_evidence *e)
{
	bool both = e->differ.rest[0] > 0 && e->differ.rest[1] > 0;

	return e->differ.two_sided >= UNEQUAL || (both && !rule_speaks_for(e)) ||
	    (e->titles.relation == TITLE_NAME && e->titles.two_names);
}

bool
rule_is_little(const struct link_evidence *e)
{
	bool whole = e->inside || e->titles.rest == REST_CUT ||
	    (e->titles.relation == TITLE_SUBTITLE && e->titles.telling > 1);

	return (e->differ.share < 50 && !whole) || rule_dates_against(e);
}

bool
rule_is_denied(const struct link_evidence *e)
{
	return e->denies && !rule_speaks_for(e) && e->titles.relation != TITLE_START &&
	    e->titles.relation != TITLE_APART;
}

bool
rule_is_turned(const struct link_evidence *e)
{
	return e->titles.relation == TITLE_ORDER && !rule_speaks_for(e);
}

/* In translation some words stay, or the year does. */
bool
rule_is_told_otherwise(const struct link_evidence *e)
{
	return e->other_tongue &&
	    (rule_speaks_for(e) || e->dates == DATES_THAT || e->titles.telling > 0);
}

bool
rule_only_field(const struct link_evidence *e)
{
	return e->titles.relation == TITLE_APART && e->titles.telling == 0 &&
	    !rule_speaks_for(e);
}
