/*
 * Two entries that share an address or identifier enter; whether it may join
 * them leaves.
 */
#include "judge/link/around.h"
#include "judge/link/called.h"
#include "judge/reasons.h"
#include "model/entry.h"

static enum judgement
judge_drift(const struct comparison *c)
{
	/* "Part 1" and "Part 2": no version of a paper changes only that. */
	if (c->numbers_swapped)
		return JUDGE_DIFFERENT;
	if (c->relation != TITLE_APART && (c->numbers_differ || c->rest == REST_SEQUEL))
		return JUDGE_UNCLEAR;
	/* "Large language models" are the field, not the paper. */
	if (c->relation >= TITLE_PART && c->telling == 0 && c->overlap < 0.4)
		return JUDGE_DIFFERENT;
	switch (c->relation) {
	case TITLE_EQUAL:
	case TITLE_NEAR:
		return JUDGE_SAME;
	case TITLE_NAME:
		return c->two_names ? JUDGE_UNCLEAR : JUDGE_SAME;
	case TITLE_ORDER:
		return c->directed && !c->rotated ? JUDGE_UNCLEAR : JUDGE_SAME;
	case TITLE_SUBTITLE:
		return c->telling > 0 ? JUDGE_SAME : JUDGE_UNCLEAR;
	case TITLE_START:
		return c->telling > 1 && c->rest != REST_RUNS_ON ? JUDGE_SAME
								 : JUDGE_UNCLEAR;
	case TITLE_PART:
		return c->overlap >= 0.6 ? JUDGE_SAME : JUDGE_UNCLEAR;
	case TITLE_APART:
		break;
	}
	/* Two words that hardly any other title of the field has. */
	if (c->telling >= 2 && c->overlap >= 0.15)
		return JUDGE_UNCLEAR;
	if (c->common >= 3 && c->share >= 0.45)
		return JUDGE_UNCLEAR;
	return JUDGE_DIFFERENT;
}

/*
 * Nobody has said what they share, so it is the titles that join: rare words on
 * both sides part them, a name must stand in the other, and a tail of many words
 * behind two names is a mould.
 */
static enum judgement
judge_joint(struct verdict_draft *draft, const struct called *a, const struct called *b,
    const struct comparison *c)
{
	enum judgement judgement = judge_drift(c);
	struct difference differ;

	if (judgement == JUDGE_SAME)
		return JUDGE_SAME;
	if (tongue_other_script(&a->form[0].whole, &b->form[0].whole)) {
		reasons_add(draft, "written in another script");
		return JUDGE_UNCLEAR;
	}
	if (called_share_name(NULL, a, b) || words_equal(&a->name, &b->name)) {
		reasons_add(draft, "but they go by the same name");
		return JUDGE_UNCLEAR;
	}
	if (a->name_only || b->name_only) {
		bool found = called_is_said(&a->form[0], &b->form[0].whole) ||
		    called_is_said(&b->form[0], &a->form[0].whole);

		reasons_add(draft,
		    found ? "one has nothing but a name"
			  : "one has nothing but a name, and the other "
			    "does not say it");
		return found ? JUDGE_UNCLEAR : JUDGE_DIFFERENT;
	}
	called_differ(NULL, a, b, &differ);
	if (differ.two_sided < TWO_SIDED && !c->two_names)
		return judgement;
	reasons_add(draft, "each title has rare words that the other lacks");
	return JUDGE_DIFFERENT;
}

struct opinion
judge_entries(struct arena *arena, const struct entry *a, const struct entry *b)
{
	struct verdict_draft draft = { .arena = arena };
	struct called left, right;
	struct comparison best = { .relation = TITLE_APART };
	enum judgement judgement;

	called_read(arena, a, &left);
	called_read(arena, b, &right);
	if (left.form[0].whole.count == 0 || right.form[0].whole.count == 0) {
		reasons_add(&draft, "one side has no title");
		return reasons_close(&draft, JUDGE_UNCLEAR);
	}
	called_compare(arena, &left, &right, &best);
	reasons_add_titles(&draft, &best);
	judgement = judge_joint(&draft, &left, &right, &best);
	return reasons_close(&draft, judgement);
}
