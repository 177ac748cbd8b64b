/*
 * An entry and what a source says its link is enter (or two entries that
 * share a link); whether they can be about one work leaves.  The link is
 * evidence in itself: only a clearly other title is different.
 */
#include "judge/judge.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "judge/inside.h"
#include "judge/names.h"
#include "model/brief.h"
#include "model/entry.h"

/* Every way one side may be called. */
struct called {
	struct title form[3];
	size_t forms;
	struct words name;
	bool name_only; /* nothing but a name to go by */
};

static void
read_entry(struct arena *arena, const struct entry *entry, struct called *called)
{
	const char *part;
	size_t width = 0;

	*called = (struct called){ .forms = 1 };
	title_read(arena, entry->title, &called->form[0]);
	if (entry->name != NULL) {
		words_read(arena, entry->name, &called->name);
		if (!text_starts_nocase(entry->title, entry->name))
			title_read(arena,
			    arena_printf(arena, "%s: %s", entry->name, entry->title),
			    &called->form[called->forms++]);
	} else if (called->form[0].head.count > 0 && called->form[0].head.count <= 3) {
		called->name = called->form[0].head;
	}
	/* "MEDALPACA - AN OPEN-SOURCE …: …": the rest may be the title. */
	if (called->form[0].tail.count >= 4) {
		part = plain_part(called->form[0].text, &width);
		title_read(arena, part + width, &called->form[called->forms]);
		called->form[called->forms++].reduced = true;
	}
	called->name_only = words_heavy(&called->form[0].whole) < 3;
}

static void
compare_forms(struct arena *arena, const struct called *a, const struct called *b,
    struct comparison *best)
{
	for (size_t i = 0; i < a->forms; i++)
		for (size_t k = 0; k < b->forms; k++) {
			struct comparison c;

			/* Names on both sides are not to be passed over. */
			if ((a->form[i].reduced &&
				(b->form[k].reduced || b->form[k].head.count > 0)) ||
			    (b->form[k].reduced && a->form[i].head.count > 0))
				continue;
			title_compare(arena, &a->form[i], &b->form[k], &c);
			if ((i == 0 && k == 0) || comparison_is_closer(&c, best))
				*best = c;
		}
}

/* A name that could not be anything else: "BioGPT", not "Data". */
static bool
names_it(const struct words *name, const struct words *title)
{
	if (name->count == 0 || strlen(name->compact) < 3)
		return false;
	if (name->count == 1 && word_weight(name->v[0]) < 1.0)
		return false;
	return words_contain(title, name);
}

/* Folded titles of two scripts have nothing to compare. */
static bool
other_script(const struct words *a, const struct words *b)
{
	size_t ascii[2] = { 0, 0 }, bytes[2] = { 0, 0 };
	const char *text[2] = { a->compact, b->compact };

	for (int s = 0; s < 2; s++)
		for (const char *at = text[s]; at != NULL && *at != '\0'; at++) {
			bytes[s]++;
			ascii[s] += (unsigned char)*at < 0x80;
		}
	if (bytes[0] == 0 || bytes[1] == 0)
		return false;
	return (ascii[0] * 2 < bytes[0]) != (ascii[1] * 2 < bytes[1]);
}

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
 * The same letters but for their case, nothing in them to be read as markup:
 * most entries, and not worth reading word by word.
 */
static bool
same_letters(const char *a, const char *b)
{
	return text_equal_nocase(a, b) && strpbrk(a, "<&$\\") == NULL &&
	    strpbrk(a,
		"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
		"0123456789") != NULL;
}

/* What authors and years say; the authors' agreement leaves. */
static enum agreement
weigh_people(
    struct verdict_draft *draft, const struct entry *entry, const struct brief *brief)
{
	const struct claim *claim = brief_claim(brief, FIELD_AUTHORS);
	struct names given, found;
	const char *who = NULL;
	enum agreement agreement = NAMES_UNKNOWN;
	int year = date_year(entry->date);

	if (entry->authors != NULL && claim != NULL) {
		names_read_text(draft->arena, entry->authors, &given);
		names_read(draft->arena, claim->authors, claim->author_count, &found);
		agreement = names_compare(draft->arena, &given, &found, &who);
	}
	if (agreement == NAMES_AGREE)
		reason_add(draft, "authors agree: %s", reason_name(draft, who));
	if (agreement == NAMES_DISJOINT)
		reason_add(draft, "no author in common");
	if (year > 0 && brief->year > 0 && year != brief->year)
		reason_add(draft, "year %d against %d in the list", brief->year, year);
	return agreement;
}

/* What may still speak for it when the titles do not. */
static enum judgement
weigh_rest(struct verdict_draft *draft, const struct entry *entry,
    const struct brief *brief, const struct called *called, const struct called *answer,
    enum judgement judgement)
{
	enum agreement agreement = weigh_people(draft, entry, brief);

	if (judgement != JUDGE_DIFFERENT)
		return judgement;
	if (names_it(&called->name, &answer->form[0].whole) ||
	    names_it(&answer->name, &called->form[0].whole)) {
		reason_add(draft, "but it goes by the same name");
		return JUDGE_UNCLEAR;
	}
	if (agreement == NAMES_AGREE)
		return JUDGE_UNCLEAR;
	if (other_script(&called->form[0].whole, &answer->form[0].whole)) {
		reason_add(draft, "written in another script");
		return JUDGE_UNCLEAR;
	}
	if (called->name_only && agreement != NAMES_DISJOINT) {
		reason_add(draft, "the list gives a name only");
		return JUDGE_UNCLEAR;
	}
	return JUDGE_DIFFERENT;
}

struct opinion
judge_answer(struct arena *arena, const struct entry *entry, const struct brief *brief)
{
	struct verdict_draft draft = { .arena = arena };
	struct called called, answer = { .forms = 1 };
	struct comparison best = { .relation = TITLE_APART };
	enum judgement judgement;
	unsigned marks;

	if ((brief->kind != BRIEF_PAPER && brief->kind != BRIEF_LICENSE) ||
	    text_is_blank(brief->title)) {
		reason_add(&draft, "the source gives no title to compare");
		return reason_close(&draft, JUDGE_UNCLEAR);
	}
	if (same_letters(entry->title, brief->title)) {
		best.relation = TITLE_EQUAL;
		reason_titles(&draft, &best);
		weigh_people(&draft, entry, brief);
		return reason_close(&draft, JUDGE_SAME);
	}
	read_entry(arena, entry, &called);
	title_read(arena, brief->title, &answer.form[0]);
	if (answer.form[0].head.count > 0 && answer.form[0].head.count <= 3)
		answer.name = answer.form[0].head;
	if (called.form[0].whole.count == 0) {
		reason_add(&draft, "the list gives no title to compare");
		return reason_close(&draft, JUDGE_UNCLEAR);
	}
	compare_forms(arena, &called, &answer, &best);
	reason_titles(&draft, &best);
	judgement = judge_drift(&best);
	marks = best.relation == TITLE_APART
	    ? 0
	    : title_marks_differ(&called.form[0], &answer.form[0]);
	reason_marks(&draft, marks);
	if ((marks & MARKS_ABOUT) != 0)
		return reason_close(&draft, JUDGE_DIFFERENT);
	if (marks != 0)
		judgement = JUDGE_UNCLEAR;
	judgement = weigh_rest(&draft, entry, brief, &called, &answer, judgement);
	return reason_close(&draft, judgement);
}

struct opinion
judge_entries(struct arena *arena, const struct entry *a, const struct entry *b)
{
	struct verdict_draft draft = { .arena = arena };
	struct called left, right;
	struct comparison best = { .relation = TITLE_APART };
	enum judgement judgement;

	read_entry(arena, a, &left);
	read_entry(arena, b, &right);
	if (left.form[0].whole.count == 0 || right.form[0].whole.count == 0) {
		reason_add(&draft, "one side has no title");
		return reason_close(&draft, JUDGE_UNCLEAR);
	}
	compare_forms(arena, &left, &right, &best);
	reason_titles(&draft, &best);
	judgement = judge_drift(&best);
	if (judgement == JUDGE_DIFFERENT &&
	    (names_it(&left.name, &right.form[0].whole) ||
		names_it(&right.name, &left.form[0].whole) ||
		words_equal(&left.name, &right.name))) {
		reason_add(&draft, "but they go by the same name");
		judgement = JUDGE_UNCLEAR;
	}
	if (judgement == JUDGE_DIFFERENT &&
	    (left.name_only || right.name_only ||
		other_script(&left.form[0].whole, &right.form[0].whole))) {
		reason_add(&draft, "one has nothing but a name");
		judgement = JUDGE_UNCLEAR;
	}
	return reason_close(&draft, judgement);
}
