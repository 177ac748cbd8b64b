/*
 * What tells about a link enters, weighed; the verdict leaves, and in words why.
 * The first rule that holds decides.  Two works of one field share most words:
 * what parts them is a rare word on either side (two-sided).  A cut title, a
 * dropped subtitle, a name alone leave such words on one side only.
 */
#include "judge/link/link.h"

#define LISTED 40 /* hundredths in common with what stands in a row of its own */

/* The very title years apart, by others: theirs. */
static bool
by_others_late(const struct link_evidence *e)
{
	return e->people == NAMES_DISJOINT && rule_is_equal(e) && rule_dates_against(e);
}

static bool
by_others_equal(const struct link_evidence *e)
{
	return e->people == NAMES_DISJOINT && rule_is_equal(e) &&
	    e->titles.relation <= TITLE_NAME && !e->headed;
}

static bool
by_others_other(const struct link_evidence *e)
{
	return e->people == NAMES_DISJOINT && (!rule_is_equal(e) || e->headed) &&
	    (!e->slip || rule_dates_against(e)) &&
	    (e->differ.share < 50 || e->titles.rest == REST_SEQUEL || e->marks != 0 ||
		e->adds || e->before || e->leads != LEADS_NOT || e->headed || e->denies ||
		rule_dates_against(e) ||
		(e->differ.rarest[0] != NULL && e->differ.rarest[1] != NULL));
}

static bool
by_others(const struct link_evidence *e)
{
	return e->people == NAMES_DISJOINT;
}

static bool
is_led_to(const struct link_evidence *e)
{
	return (e->leads == LEADS && !rule_speaks_for(e)) ||
	    (e->leads == LEADS_SURELY && e->dates != DATES_AGREE);
}

/* "Preface to the Issue: …" is a phrase, and no name. */
static bool
is_headed(const struct link_evidence *e)
{
	return e->headed && is_led_to(e) && rule_is_equal(e) && e->dates != DATES_THAT;
}

static bool
equal_late(const struct link_evidence *e)
{
	return rule_is_equal(e) && e->dates == DATES_AGAINST;
}

static bool
row_says_other(const struct link_evidence *e)
{
	return e->other_script && e->row.other;
}

static bool
is_about(const struct link_evidence *e)
{
	return (e->marks & MARKS_ABOUT) != 0 || e->titles.numbers_swapped || e->parts;
}

static bool
is_led_within(const struct link_evidence *e)
{
	return e->led_within && e->dates != DATES_AGREE;
}

static bool
is_before(const struct link_evidence *e)
{
	return e->before && !rule_speaks_for(e) && e->dates != DATES_THAT;
}

/* "… in 2D" and "… in 3D", "zero-shot" and "few-shot", 2nd and 3rd edition. */
static bool
marked_otherwise(const struct link_evidence *e)
{
	return rule_is_marked(e) &&
	    (rule_is_exchanged(e) || (e->differ.recounted && e->dates != DATES_AGREE));
}

static bool
is_taken(const struct link_evidence *e)
{
	/* A name, or the title cut short, of that row's work is this one, too. */
	return e->taken && !e->inside &&
	    ((e->differ.share < 60 && e->differ.rest[0] > 0) || e->marks != 0 ||
		e->titles.rest == REST_SEQUEL);
}

/* It is that row's, and this one says what it does not; a name may be what it is about. */
static bool
is_listed(const struct link_evidence *e)
{
	return e->listed && !e->inside && !e->same_name && !e->other_script &&
	    e->differ.rest[0] > 0 && e->differ.rest[1] > 0 && !rule_speaks_for(e) &&
	    !e->name_only && e->differ.share < LISTED;
}

static bool
taken_like(const struct link_evidence *e)
{
	return e->taken && !e->inside && rule_is_two_sided(e);
}

static bool
is_slip(const struct link_evidence *e)
{
	return e->slip && !rule_dates_against(e);
}

static bool
is_foreign(const struct link_evidence *e)
{
	return e->other_script;
}

static bool
other_and_late(const struct link_evidence *e)
{
	return rule_is_two_sided(e) && rule_dates_against(e) && e->differ.share < 60;
}

static bool
like_and_late(const struct link_evidence *e)
{
	return rule_is_two_sided(e) && rule_dates_against(e);
}

static bool
always(const struct link_evidence *e)
{
	(void)e;
	return true;
}

static const struct link_rule rules[] = {
	{ by_others_late, JUDGE_UNCLEAR, DOUBT_AUTHORS, true,
	    "the title is right, authors and date are others" },
	{ by_others_equal, JUDGE_UNCLEAR, DOUBT_AUTHORS, false,
	    "the title is right, the authors are others" },
	{ equal_late, JUDGE_UNCLEAR, DOUBT_DATE, true,
	    "the list's month is not that of the arXiv number" },
	{ by_others_other, JUDGE_DIFFERENT, DOUBT_AUTHORS, false,
	    "other people, and another title" },
	{ is_headed, JUDGE_UNCLEAR, DOUBT_TITLE, true, "the answer is about it" },
	{ rule_is_equal, JUDGE_SAME, DOUBT_NONE, false, NULL },
	{ by_others, JUDGE_UNCLEAR, DOUBT_AUTHORS, true,
	    "much the same title, by other people" },
	{ is_about, JUDGE_DIFFERENT, DOUBT_TITLE, false, NULL },
	{ is_led_to, JUDGE_UNCLEAR, DOUBT_TITLE, true, "the answer is about it" },
	{ is_led_within, JUDGE_UNCLEAR, DOUBT_TITLE, true,
	    "one title is about the other" },
	{ rule_is_denied, JUDGE_UNCLEAR, DOUBT_TITLE, true,
	    "one of the titles denies what the other says" },
	{ rule_is_turned, JUDGE_UNCLEAR, DOUBT_TITLE, true,
	    "the same words the other way round" },
	{ is_slip, JUDGE_SAME, DOUBT_NONE, false, "a letter apart" },
	{ is_taken, JUDGE_DIFFERENT, DOUBT_TITLE, false,
	    "another row has this identifier and this very title" },
	{ is_listed, JUDGE_DIFFERENT, DOUBT_TITLE, false,
	    "another row has the answer's very title" },
	{ taken_like, JUDGE_UNCLEAR, DOUBT_TITLE, true,
	    "another row has this identifier and this very title" },
	{ rule_name_late, JUDGE_UNCLEAR, DOUBT_DATE, true,
	    "the list gives a name only, and its date is another" },
	{ rule_is_extended, JUDGE_UNCLEAR, DOUBT_NAME, true,
	    "the answer is called by that name and more, as another of its family is" },
	{ rule_name_used, JUDGE_UNCLEAR, DOUBT_NAME, true,
	    "the answer uses what bears this name" },
	{ rule_name_other, JUDGE_DIFFERENT, DOUBT_NAME, false,
	    "the answer is called by that name and more, as another of its family is" },
	{ rule_name_runs_on, JUDGE_UNCLEAR, DOUBT_NAME, true,
	    "the title goes on, and nothing says that it is cut" },
	{ rule_name_found, JUDGE_SAME, DOUBT_NONE, false, NULL },
	{ row_says_other, JUDGE_UNCLEAR, DOUBT_TITLE, true,
	    "written in another script, beside another title" },
	{ rule_is_told_otherwise, JUDGE_UNCLEAR, DOUBT_TITLE, false,
	    "written in another language" },
	{ is_foreign, JUDGE_UNCLEAR, DOUBT_TITLE, false, "written in another script" },
	{ rule_name_against, JUDGE_DIFFERENT, DOUBT_NOWHERE, false,
	    "the list gives a name only, and the answer does not say it" },
	{ rule_name_nowhere, JUDGE_UNCLEAR, DOUBT_NOWHERE, true,
	    "the list gives a name only, and the answer does not say it" },
	{ other_and_late, JUDGE_DIFFERENT, DOUBT_DATE, false,
	    "another title, and another date" },
	{ rule_name_agreed, JUDGE_UNCLEAR, DOUBT_NAME, false,
	    "rewritten, but for the name and more" },
	{ rule_name_alone, JUDGE_DIFFERENT, DOUBT_NAME, false,
	    "the same name before another title" },
	{ rule_name_shared, JUDGE_UNCLEAR, DOUBT_NAME, true,
	    "the same name before another title" },
	{ rule_other_agreed, JUDGE_UNCLEAR, DOUBT_TITLE, true,
	    "another title; only people or month agree" },
	{ rule_looks_other, JUDGE_DIFFERENT, DOUBT_TITLE, false,
	    "each title has rare words that the other lacks" },
	{ like_and_late, JUDGE_UNCLEAR, DOUBT_DATE, true,
	    "the titles differ on both sides, and the date is another" },
	{ rule_is_sequel, JUDGE_UNCLEAR, DOUBT_TITLE, true,
	    "and a list would say so" },
	{ rule_is_beside, JUDGE_UNCLEAR, DOUBT_TITLE, true, NULL },
	{ marked_otherwise, JUDGE_UNCLEAR, DOUBT_TITLE, true, NULL },
	{ rule_is_marked, JUDGE_UNCLEAR, DOUBT_TITLE, false, NULL },
	{ rule_uneven_other, JUDGE_DIFFERENT, DOUBT_TITLE, false,
	    "hardly more in common than any two titles of the field" },
	{ rule_is_replaced, JUDGE_DIFFERENT, DOUBT_TITLE, false,
	    "each title has rare words that the other lacks" },
	{ rule_is_exchanged, JUDGE_UNCLEAR, DOUBT_TITLE, true,
	    "words stand in the place of others" },
	{ rule_is_reworded, JUDGE_UNCLEAR, DOUBT_TITLE, false,
	    "a word is another, in the same year" },
	{ rule_two_sided_agreed, JUDGE_UNCLEAR, DOUBT_TITLE, false,
	    "rewritten, or another work: much is in common" },
	{ rule_is_two_sided, JUDGE_UNCLEAR, DOUBT_TITLE, true,
	    "rewritten, or another work: much is in common" },
	{ rule_runs_on_early, JUDGE_UNCLEAR, DOUBT_DATE, true,
	    "the title goes on, and nothing says that it is cut" },
	{ rule_only_field, JUDGE_UNCLEAR, DOUBT_TITLE, true,
	    "hardly more in common than any two titles of the field" },
	{ is_before, JUDGE_UNCLEAR, DOUBT_TITLE, true,
	    "a word in front makes it another title" },
	{ rule_uneven_late, JUDGE_UNCLEAR, DOUBT_DATE, true,
	    "much the same title, and another date" },
	{ rule_is_uneven, JUDGE_UNCLEAR, DOUBT_TITLE, false, "both titles say more" },
	{ rule_is_little, JUDGE_UNCLEAR, DOUBT_TITLE, false,
	    "one title says much more than the other" },
	{ always, JUDGE_SAME, DOUBT_NONE, false, NULL },
};

struct link_rule
decide_link(const struct link_evidence *e)
{
	const struct link_rule *found = rules;
	bool agree = e->people == NAMES_AGREE;
	struct link_rule rule;

	while (!found->when(e))
		found++;
	rule = *found;
	/* Whoever copies people and day from one work has its title from there, too. */
	if (rule.judgement == JUDGE_DIFFERENT && agree && rule.when != is_about &&
	    rule.when != is_taken &&
	    (e->dates == DATES_AGREE || e->dates == DATES_THAT)) {
		rule.judgement = JUDGE_UNCLEAR;
		rule.held = true;
	}
	/* What contradicts in the title is sure where the date does, too. */
	if (rule.held && rule_dates_against(e) && !agree && rule.doubt != DOUBT_DATE &&
	    rule.doubt != DOUBT_AUTHORS) {
		rule.judgement = JUDGE_DIFFERENT;
		rule.held = false;
	}
	return rule;
}
