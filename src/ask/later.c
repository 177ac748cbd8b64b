/*
 * The wishes before the first answer enter; what may come on top of them once
 * answers have come leaves, as an upper bound: ids that a first answer teaches,
 * searches that go on elsewhere, gaps that stay open, base models of models.
 * An answer that is only refreshed is taken to teach the ids it taught before;
 * but a preprint may have got its DOI meanwhile.
 */
#include "ask/inside.h"

#include "base/arena.h"

/* Of one work: a bit a source. */
struct mark {
	unsigned at;     /* it has a wish there */
	unsigned queued; /* … which will be asked */
	unsigned learns; /* answers may lead there */
};

/* Where the identifiers of these kinds may lead, as `teacher` teaches them. */
static unsigned
led_to(const struct asker *asker, const struct source *teacher, unsigned kinds)
{
	unsigned bits = 0;

	for (const struct lane *lane = asker->session->lanes; lane != NULL;
	     lane = lane->next)
		/* What a sibling teaches is known there already. */
		if (lane->source != teacher && lane->source->fills == 0 &&
		    teacher->sibling != lane->source &&
		    (lane->source->accepts & kinds) != 0)
			bits |= lane->bit;
	return bits;
}

/* What the answer before this one taught, as far as it is not fresh. */
static unsigned
taught_before(struct asker *asker, const struct wish *wish)
{
	const struct source *source = wish->question.source;
	struct arena *scratch = arena_new();
	const struct known *known = evidence_known(
	    asker->evidence, scratch, source, wish->question.id);
	const struct brief *brief = &known->witness.answer.brief;
	unsigned bits = 0;

	for (size_t i = 0; known->witness.has_answer && i < brief->id_count; i++) {
		struct identifier id = { brief->ids[i].kind, brief->ids[i].value };
		unsigned led = led_to(asker, source, IDENTIFIER_BIT(id.kind));
		for (const struct lane *t = asker->session->lanes; t != NULL; t = t->next)
			if ((led & t->bit) != 0 && !ask_is_fresh(asker, t, id))
				bits |= t->bit;
	}
	arena_free(scratch);
	return bits;
}

/* A title that is not found here is searched for there. */
static unsigned
search_on(struct asker *asker, const struct lane *lane, const struct wish *wish)
{
	unsigned bits = 0;

	for (struct lane *t = lane->next; t != NULL; t = t->next) {
		if (!evidence_accepts(t->source, IDENTIFIER_TITLE) ||
		    t->state == LANE_SKIPPED || ask_is_fresh(asker, t, wish->question.id))
			continue;
		t->later++;
		bits |= led_to(asker, t->source, t->source->teaches);
	}
	return bits;
}

static unsigned
may_lead_to(struct asker *asker, struct lane *lane, const struct wish *wish)
{
	const struct source *source = lane->source;
	bool is_title = wish->question.id.kind == IDENTIFIER_TITLE;

	/* Whether its card promises too much is asked of its base model. */
	if (wish->question.id.kind == IDENTIFIER_HF_MODEL)
		lane->later++;
	if (source->teaches == 0)
		return 0;
	if (wish->known && wish->found)
		return taught_before(asker, wish);
	return led_to(asker, source, source->teaches) |
	    (is_title ? search_on(asker, lane, wish) : 0);
}

static void
mark_works(
    struct asker *asker, const struct works *works, struct lane *lane, struct mark *marks)
{
	size_t count;
	struct wish *const *wishes = plan_wishes(lane->plan, &count);
	unsigned bit = lane->bit;

	for (size_t i = 0; i < count; i++) {
		bool is_queued = wishes[i]->state == WISH_QUEUED;
		unsigned leads = is_queued ? may_lead_to(asker, lane, wishes[i]) : 0;
		for (size_t e = 0; e < wishes[i]->entry_count; e++) {
			struct mark *mark =
			    &marks[works_of(works, wishes[i]->entries[e])];
			mark->at |= bit;
			mark->queued |= is_queued ? bit : 0;
			mark->learns |= leads;
		}
	}
}

/* A DOI of the lists' whose agency would have to be asked for, if nobody knows it. */
static bool
is_of_whom_unknown(
    struct asker *asker, const struct lane *lane, const struct record_identifier *doi)
{
	struct arena *scratch = arena_new();
	bool unknown = merge_agency_is_open(doi) &&
	    !ask_is_fresh(asker, lane, merge_prefix(scratch, doi->id));

	arena_free(scratch);
	return unknown;
}

/* Sources that may have to fill what the work still lacks then. */
static unsigned
may_fill(
    struct asker *asker, const struct work *work, const struct mark *mark, bool has_gap)
{
	unsigned taught = 0, bits = has_gap ? ask_open_gaps(asker, work) : 0;
	const struct lane *lane;

	for (lane = asker->session->lanes; lane != NULL; lane = lane->next)
		if ((mark->queued & lane->bit) != 0)
			taught |= lane->source->teaches;
	for (lane = asker->session->lanes; lane != NULL; lane = lane->next) {
		const struct source *source = lane->source;
		bool is_named = false;
		for (size_t i = 0; i < work->id_count; i++)
			is_named |= !record_id_is_refused(work->ids[i].status) &&
			    evidence_accepts(source, work->ids[i].id.kind);
		/* Who registers what may turn out to be unknown. */
		for (size_t i = 0; i < work->id_count; i++)
			if (evidence_accepts(source, IDENTIFIER_PREFIX) &&
			    is_of_whom_unknown(asker, lane, &work->ids[i]))
				bits |= lane->bit;
		/* Without an id to ask by nothing is known of its gaps. */
		if (source->fills != 0 && !is_named && (source->accepts & taught) != 0)
			bits |= lane->bit;
	}
	return bits;
}

void
ask_look_ahead(struct asker *asker, const struct works *works, const bool *gaps)
{
	size_t count = works_count(works);
	struct arena *arena;
	struct mark *marks;
	struct lane *lane;

	if (!ask_has_queue(asker))
		return;
	arena = arena_new();
	marks = arena_alloc(arena, (count + 1) * sizeof *marks);
	for (lane = asker->session->lanes; lane != NULL; lane = lane->next)
		mark_works(asker, works, lane, marks);
	for (size_t w = 0; w < count; w++) {
		unsigned bits = marks[w].learns;
		if (marks[w].queued == 0)
			continue;
		bits |= may_fill(asker, works_at(works, w), &marks[w], gaps[w]);
		bits &= ~marks[w].at;
		for (lane = asker->session->lanes; lane != NULL; lane = lane->next)
			lane->later += (bits & lane->bit) != 0;
		evidence_rest_at(asker->evidence, w);
	}
	arena_free(arena);
}

size_t
ask_later_requests(const struct asker *asker, const struct lane *lane)
{
	const struct source *source = lane->source;
	size_t questions = lane->state == LANE_SKIPPED ? 0 : lane->later;
	size_t fit = plan_fit(lane->plan), requests;
	double busy = 0;

	if (questions == 0 || source->batch == 1)
		return questions;
	requests = (questions + fit - 1) / fit;
	/* While teachers are busy what came by then goes on its way alone. */
	for (const struct lane *t = asker->session->lanes;
	     t != lane && source->fills == 0; t = t->next)
		if ((t->source->teaches & source->accepts) != 0)
			busy += t->tally.planned.busy;
	requests += (size_t)(busy / (ASK_HOLD * asker->session->settings->pace_scale));
	return requests < questions ? requests : questions;
}
