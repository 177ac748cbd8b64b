/*
 * Both sides of a link, in every way they may be called, enter; what their titles
 * tell of each other leaves.
 */
#include "judge/link/link.h"

#include <string.h>

#include "judge/link/called.h"
#include "judge/link/field.h"
#include "judge/title/title.h"

#define MOST_NICKNAME 3 /* words */

/* "Warden: …" and "Porter: …"; "Think and Retrieve: …" may be a title's half. */
static bool
has_two_names(const struct called *a, const struct called *b)
{
	return a->name.count > 0 && b->name.count > 0 && a->name.count < 3 &&
	    b->name.count < 3 && !called_is_said(&b->form[0], &a->name) &&
	    !called_is_said(&a->form[0], &b->name);
}

/* "BioASQ-QA": a capital or a digit behind the first of a word. */
static bool
is_coined(const char *text, const char *end)
{
	for (const char *at = text + 1; at < end; at++)
		if (at[-1] != ' ' &&
		    ((*at >= 'A' && *at <= 'Z') || (*at >= '0' && *at <= '9')))
			return true;
	return false;
}

/* "Triple …", not "MedSAM …", "[Ward] …", "Paper -> …": a word of the title, no name. */
static bool
begins_plainly(const char *text)
{
	const char *end = text + strcspn(text, " ");

	for (const char *at = text; at < end; at++)
		if ((*at | 0x20) < 'a' || (*at | 0x20) > 'z')
			return false;
	return *end == ' ' && (unsigned char)(end[1] | 0x20) >= 'a' &&
	    (unsigned char)(end[1] | 0x20) <= 'z' && !is_coined(text, end);
}

/* "Med-PaLM 2", "YOLO v2-coco": a name of more words. */
static bool
is_nickname(const struct title *title)
{
	return words_heavy(&title->whole) <= MOST_NICKNAME && title->head.count == 0 &&
	    is_coined(title->text, title->text + strlen(title->text));
}

/* "X: A Survey". */
static bool
says_nothing(const struct title *title)
{
	size_t telling = 0;

	for (size_t i = 0; i < title->tail.count; i++)
		telling += word_weight(title->tail.v[i]) >= 1.0;
	return title->tail.count > 0 && telling == 0;
}

/* Words of one title only: a title cut, named or quoted would be a stretch of its own. */
static bool
is_scattered(struct arena *arena, const struct title *given, const struct title *answer,
    const struct difference *differ)
{
	if ((differ->rest[0] == 0) == (differ->rest[1] == 0))
		return false;
	return differ->rest[0] == 0 ? !rest_stands(arena, given, answer, true)
				    : !rest_stands(arena, answer, given, false);
}

static size_t
count_begun(const struct words *a, const struct words *b)
{
	size_t n = 0;

	while (n < a->count && n < b->count && strcmp(a->key[n], b->key[n]) == 0)
		n++;
	return n;
}

void
weigh_titles(struct arena *arena, const struct called *called,
    const struct called *answer, const struct judge_field *field, struct link_evidence *e)
{
	called_compare(arena, called, answer, &e->titles);
	called_differ(field, called, answer, &e->differ);
	e->marked = e->marks = 0;
	if (e->titles.relation != TITLE_APART) {
		e->marked = title_marks_beyond(&answer->form[0], &called->form[0]);
		e->marks = e->marked |
		    title_marks_beyond(&called->form[0], &answer->form[0]);
	}
	e->name_only = called->name_only ||
	    (e->titles.common == 0 && is_nickname(&called->form[0]));
	e->name_found = called_is_said(&answer->form[0], &called->form[0].whole) ||
	    called_is_said(&answer->form[0], &called->bare) ||
	    called_is_said(&answer->form[0], &called->name);
	e->before = answer->form[0].head.count != 1 && called->form[0].head.count != 1 &&
	    around_before(field, &called->form[0].whole, &answer->form[0].whole,
		begins_plainly(called->form[0].text));
	e->leads = around_leads(&answer->form[0], &called->form[0]);
	e->led_within = around_leads_within(&called->form[0], &answer->form[0]);
	e->headed = words_equal(&answer->form[0].tail, &called->form[0].whole);
	e->cites = around_cites(&called->form[0].whole, &answer->form[0].whole);
	e->parts = title_parts_differ(&called->form[0].whole, &answer->form[0].whole);
	e->uses = around_uses(
	    &answer->form[0], e->name_only ? &called->bare : &called->name);
	e->extended = !words_contain(&called->form[0].whole, &answer->form[0].head) &&
	    called_is_extended(
		&answer->form[0], e->name_only ? &called->bare : &called->name);
	e->goes_on = around_goes_on(&answer->form[0], &called->form[0].whole);
	e->denies = around_denies(&called->form[0].whole, &answer->form[0].whole);
	e->adds = around_adds(&called->form[0].whole, &answer->form[0].whole);
	e->same_name = called_share_name(field, called, answer);
	e->two_names = has_two_names(called, answer);
	e->inside = around_holds(
	    &called->form[0].whole, &answer->form[0].whole, e->titles.telling);
	e->scattered = is_scattered(
	    arena, &called->form[0], &answer->form[0], &e->differ);
	e->begins = count_begun(&called->form[0].whole, &answer->form[0].whole);
	e->runs_on = e->name_only && called->form[0].whole.count > 1 &&
	    e->begins == called->form[0].whole.count && e->goes_on &&
	    !is_coined(called->form[0].text,
		called->form[0].text + strlen(called->form[0].text));
	e->other_member = e->name_only &&
	    called_is_other_member(&called->form[0].whole, &answer->form[0].whole);
	e->turned = e->titles.relation == TITLE_ORDER &&
	    called->form[0].head.count + answer->form[0].head.count > 0 &&
	    (called->form[0].head.count == 0 || answer->form[0].head.count == 0) &&
	    (says_nothing(&called->form[0]) || says_nothing(&answer->form[0]));
	e->slip = slip_only(&called->form[0].whole, &answer->form[0].whole);
	e->other_script = tongue_other_script(
	    &called->form[0].whole, &answer->form[0].whole);
	e->other_tongue = tongue_other(&called->form[0], &answer->form[0]);
}
