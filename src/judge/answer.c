/*
 * An entry and what a source says its link is enter; whether they can be about
 * one work leaves.  The link is evidence in itself, and no proof.
 */
#include "judge/judge.h"

#include <string.h>

#include "base/text.h"
#include "judge/link/called.h"
#include "judge/link/field.h"
#include "judge/link/label.h"
#include "judge/link/link.h"
#include "judge/link/own_row.h"
#include "judge/people/names.h"
#include "judge/reasons.h"
#include "model/brief.h"
#include "model/entry.h"

#define LITTLE_SAID 10 /* hundredths in common: that is no title of this answer */

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

/* A title says who wrote the other, and that one does not. */
static bool
title_names_people(
    const struct words *title, const struct words *answer, const struct names *names)
{
	for (size_t i = 0; i < names->count; i++) {
		const struct name *name = &names->v[i];
		const char *last = name->count == 0 ? "" : name->v[name->count - 1];

		if (strlen(last) > 2 && words_have(title, last) &&
		    !words_have(answer, last))
			return true;
	}
	return false;
}

/* "Roe et al. (2021)", "Roe and Poe 2021": who wrote it and when, and no title. */
static bool
title_is_people(const struct words *title)
{
	static const char *const words[] = { "al", "colleagues", "et", NULL };
	size_t names = 0;
	bool said = false;

	for (size_t i = 0; i < title->count; i++) {
		bool number = word_is_number(title->key[i]) ||
		    text_is_one_of(title->v[i], words);

		said |= number;
		names += !number && !word_is_small(title->v[i]);
	}
	return said && names > 0 && names < 3;
}

/* What authors and years say. */
static void
weigh_people(struct verdict_draft *draft, const struct entry *entry,
    const struct brief *brief, const struct judge_field *field, const struct words *title,
    const struct words *answer, struct link_evidence *e)
{
	const struct claim *claim = brief_claim(brief, FIELD_AUTHORS);
	struct names given = { 0 }, found = { 0 };
	const char *who = NULL;
	int year = dates_year(field_date(field, entry->date));

	if (claim != NULL)
		names_read(draft->arena, claim->authors, claim->author_count, &found);
	if (entry->authors != NULL) {
		names_read_text(draft->arena, entry->authors, &given);
		e->names_people = given.count + given.team_count > 0;
		if (claim != NULL)
			e->people = names_compare(draft->arena, &given, &found, &who);
	}
	/* What was taken for people is the title's first half. */
	if (e->headed && title_names_people(answer, title, &given))
		e->people = NAMES_UNKNOWN;
	if (e->people == NAMES_AGREE)
		reasons_add(draft, "authors agree: %s", reasons_name(draft, who));
	if (e->people == NAMES_DISJOINT)
		reasons_add(draft, "no author in common");
	if (year > 0 && brief->year > 0 && year != brief->year)
		reasons_add(draft, "year %d against %d in the list", brief->year, year);
	/* The list ran the citation into the title. */
	if (e->people != NAMES_AGREE && title_names_people(title, answer, &found)) {
		e->people = NAMES_AGREE;
		e->name_found |= e->name_only && title_is_people(title);
	}
}

/*
 * What was taken for the title has nothing of the answer's: the row itself may say
 * more, and then who was taken for its people may be none either.
 */
static void
weigh_row(struct verdict_draft *draft, const struct entry *entry,
    const struct brief *brief, const struct judge_field *field, struct called *called,
    const struct called *answer, struct link_evidence *e)
{
	struct entry said = *entry;

	if (called->form[0].whole.count > 0 &&
	    (e->titles.relation != TITLE_APART || e->differ.share >= LITTLE_SAID))
		return;
	own_row_read(
	    draft->arena, entry, &called->form[0], &answer->form[0], brief, &e->row);
	if (e->row.title == NULL || e->row.behind)
		return;
	reasons_add(draft, "the row says \"%s\"", reasons_name(draft, e->row.title));
	said.title = e->row.title;
	said.name = NULL;
	called_read(draft->arena, &said, called);
	weigh_titles(draft->arena, called, answer, field, e);
}

/* What a curator would see who lays the titles side by side. */
static void
tell_titles(struct verdict_draft *draft, const struct link_evidence *e)
{
	if (e->titles.relation == TITLE_APART && e->name_only && e->name_found)
		reasons_add(draft, "the answer says the name that the list gives");
	else if (e->titles.relation >= TITLE_PART && e->differ.share > 0 &&
	    e->differ.rest[0] + e->differ.rest[1] == 0)
		reasons_add(draft, "titles equal but for how words are written");
	else
		reasons_add_titles(draft, &e->titles);
	if (e->titles.relation >= TITLE_PART)
		reasons_differ(draft, &e->differ);
	if (e->parts)
		reasons_add(draft, "each is another part, phase or type of one series");
	reasons_add_marks(draft, "the answer", e->marked);
	reasons_add_marks(draft, "the list's title", e->marks & ~e->marked);
}

static struct opinion
close_link(struct verdict_draft *draft, const struct link_evidence *e)
{
	const struct link_rule rule = decide_link(e);
	struct opinion opinion;

	if (rule.why != NULL)
		reasons_add(draft, "%s", rule.why);
	opinion = reasons_close(draft, rule.judgement);
	opinion.doubt = rule.doubt;
	opinion.held = rule.held;
	return opinion;
}

/* Letters of either side that the other has as words are read as these. */
static void
read_both(struct arena *arena, const struct entry *entry, const char *title,
    struct called *called, struct title *answer)
{
	struct entry full = *entry;
	const char *said;

	called_read(arena, entry, called);
	title_read(arena, title, answer);
	full.title = called_unfold(
	    arena, entry->title, &called->form[0].whole, &answer->whole);
	if (full.title != entry->title)
		called_read(arena, &full, called);
	said = called_unfold(arena, title, &answer->whole, &called->form[0].whole);
	if (said != title)
		title_read(arena, said, answer);
}

struct opinion
judge_answer(struct arena *arena, const struct entry *entry, const struct brief *brief,
    const struct judge_link *link)
{
	static const struct judge_link nothing = { 0 };
	struct verdict_draft draft = { .arena = arena };
	struct called called = { 0 }, answer = { .forms = 1 };
	struct link_evidence e = { .titles = { .relation = TITLE_APART } };

	if ((brief->kind != BRIEF_PAPER && brief->kind != BRIEF_LICENSE) ||
	    text_is_blank(brief->title)) {
		reasons_add(&draft, "the source gives no title to compare");
		return reasons_close(&draft, JUDGE_UNCLEAR);
	}
	link = link == NULL ? &nothing : link;
	if (same_letters(entry->title, brief->title)) {
		e.titles.relation = TITLE_EQUAL;
		reasons_add_titles(&draft, &e.titles);
		weigh_people(&draft, entry, brief, link->field, &called.form[0].whole,
		    &called.form[0].whole, &e);
		if (e.people == NAMES_DISJOINT)
			e.dates = dates_compare(
			    field_date(link->field, entry->date), brief, link->id);
		return close_link(&draft, &e);
	}
	if (link->id.value != NULL &&
	    label_is_title(arena, entry, link->id, brief->title)) {
		reasons_add(&draft, "the words of the link are the answer's title");
		return reasons_close(&draft, JUDGE_SAME);
	}
	read_both(arena, entry, brief->title, &called, &answer.form[0]);
	if (answer.form[0].head.count > 0 && answer.form[0].head.count <= 3)
		answer.name = answer.form[0].head;
	weigh_titles(arena, &called, &answer, link->field, &e);
	weigh_row(&draft, entry, brief, link->field, &called, &answer, &e);
	if (called.form[0].whole.count == 0) {
		reasons_add(&draft, "the list gives no title to compare");
		return reasons_close(&draft, JUDGE_UNCLEAR);
	}
	e.taken = field_has(link->field, arena, link->id, brief->title);
	e.listed = field_has_title(link->field, arena, brief->title);
	e.dates = dates_compare(field_date(link->field, entry->date), brief, link->id);
	tell_titles(&draft, &e);
	weigh_people(&draft, entry, brief, link->field, &called.form[0].whole,
	    &answer.form[0].whole, &e);
	if (e.row.title != NULL && !e.row.behind && e.people != NAMES_AGREE)
		e.people = e.row.people ? NAMES_AGREE : NAMES_UNKNOWN;
	return close_link(&draft, &e);
}
