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
equal_late(const struct link_evidence *e)
{
	return rule_is_equal(e) && e->dates == DATES_AGAINST;
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
by_others(const struct link_evidence *e)
{
	return e->people == NAMES_DISJOINT;
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
is_denied(const struct link_evidence *e)
{
	return e->denies && e->dates != DATES_AGREE &&
	    e->titles.relation != TITLE_START && e->titles.relation != TITLE_APART;
}

static bool
is_turned(const struct link_evidence *e)
{
	return e->titles.relation == TITLE_ORDER && !rule_speaks_for(e);
}

/* "A Survey of X" and "X: A Survey" are mostly by others. */
static bool
is_other_survey(const struct link_evidence *e)
{
	return e->turned && !rule_speaks_for(e) && e->dates != DATES_THAT;
}

static bool
is_slip(const struct link_evidence *e)
{
	return e->slip && !rule_dates_against(e);
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
	{ is_other_survey, JUDGE_UNCLEAR, DOUBT_TITLE, true,
	    "of everything there is a survey, and often another one" },
	{ rule_is_equal, JUDGE_SAME, DOUBT_NONE, false, NULL },
	{ by_others, JUDGE_UNCLEAR, DOUBT_AUTHORS, true,
	    "much the same title, by other people" },
	{ is_about, JUDGE_DIFFERENT, DOUBT_TITLE, false, NULL },
	{ is_led_to, JUDGE_UNCLEAR, DOUBT_TITLE, true, "the answer is about it" },
	{ is_led_within, JUDGE_UNCLEAR, DOUBT_TITLE, true,
	    "one title is about the other" },
	{ is_denied, JUDGE_UNCLEAR, DOUBT_TITLE, true,
	    "one of the titles denies what the other says" },
	{ is_turned, JUDGE_UNCLEAR, DOUBT_TITLE, true,
	    "the same words the other way round" },
	{ is_slip, JUDGE_SAME, DOUBT_NONE, false, "a letter apart" },
	{ is_taken, JUDGE_DIFFERENT, DOUBT_TITLE, false,
	    "another row has this identifier and this very title" },
	{ is_listed, JUDGE_DIFFERENT, DOUBT_TITLE, false,
	    "another row has the answer's very title" },
	{ taken_like, JUDGE_UNCLEAR, DOUBT_TITLE, true,
	    "another row has this identifier and this very title" },
	{ 0 },
};

struct link_rule
decide_link(const struct link_evidence *e)
{
	const struct link_rule *const tables[] = { rules, rule_of_names, rule_of_titles };
	const struct link_rule *found = rules;
	bool agree = e->people == NAMES_AGREE;
	struct link_rule rule;

	for (size_t i = 1; !found->when(e);)
		if ((++found)->when == NULL)
			found = tables[i++];
	rule = *found;
	/* Whoever copies people and day from one work has its title from there, too. */
	if (rule.judgement == JUDGE_DIFFERENT && agree && rule.when != is_about &&
	    rule.when != is_taken &&
	    (e->dates == DATES_AGREE || e->dates == DATES_THAT)) {
		rule.judgement = JUDGE_UNCLEAR;
		rule.held = true;
	}
	/* A paper renamed has its month still. */
	if (rule.judgement == JUDGE_DIFFERENT && rule.doubt == DOUBT_TITLE &&
	    e->dates == DATES_AGREE && !e->taken && !e->listed) {
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
