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
led_to(const struct run *run, size_t teacher, unsigned kinds)
{
	unsigned bits = 0;

	for (size_t s = 0; s < run->source_count; s++) {
		const struct source *source = run->sources[s];
		/* What a sibling teaches is known there already. */
		if (s != teacher && source->fills == 0 &&
		    run->sources[teacher]->sibling != source &&
		    (source->accepts & kinds) != 0)
			bits |= 1u << s;
	}
	return bits;
}

/* What the answer before this one taught, as far as it is not fresh. */
static unsigned
taught_before(struct asker *asker, size_t s, const struct wish *wish)
{
	struct run *run = asker->run;
	struct arena *scratch = arena_new();
	const struct known *known = evidence_known(
	    run->evidence, scratch, run->sources[s], wish->question.id);
	const struct brief *brief = &known->witness.answer.brief;
	unsigned bits = 0;

	for (size_t i = 0; known->witness.has_answer && i < brief->id_count; i++) {
		struct identifier id = { brief->ids[i].kind, brief->ids[i].value };
		unsigned led = led_to(run, s, IDENTIFIER_BIT(id.kind));
		for (size_t t = 0; t < run->source_count; t++)
			if ((led & 1u << t) != 0 && !ask_is_fresh(asker, t, id))
				bits |= 1u << t;
	}
	arena_free(scratch);
	return bits;
}

/* A title that is not found here is searched for there. */
static unsigned
search_on(struct asker *asker, size_t s, const struct wish *wish)
{
	struct run *run = asker->run;
	unsigned bits = 0;

	for (size_t t = s + 1; t < run->source_count; t++) {
		if (!evidence_accepts(run->sources[t], IDENTIFIER_TITLE) ||
		    run->skipped[t] || ask_is_fresh(asker, t, wish->question.id))
			continue;
		asker->later[t]++;
		bits |= led_to(run, t, run->sources[t]->teaches);
	}
	return bits;
}

static unsigned
may_lead_to(struct asker *asker, size_t s, const struct wish *wish)
{
	const struct source *source = asker->run->sources[s];
	bool is_title = wish->question.id.kind == IDENTIFIER_TITLE;

	/* Whether its card promises too much is asked of its base model. */
	if (wish->question.id.kind == IDENTIFIER_HF_MODEL)
		asker->later[s]++;
	if (source->teaches == 0)
		return 0;
	if (wish->known && wish->found)
		return taught_before(asker, s, wish);
	return led_to(asker->run, s, source->teaches) |
	    (is_title ? search_on(asker, s, wish) : 0);
}

static void
mark_works(struct asker *asker, const struct works *works, size_t s, struct mark *marks)
{
	size_t count;
	struct wish *const *wishes = plan_wishes(asker->plan, s, &count);

	for (size_t i = 0; i < count; i++) {
		bool is_queued = wishes[i]->state == WISH_QUEUED;
		unsigned leads = is_queued ? may_lead_to(asker, s, wishes[i]) : 0;
		for (size_t e = 0; e < wishes[i]->entry_count; e++) {
			struct mark *mark =
			    &marks[works_of(works, wishes[i]->entries[e])];
			mark->at |= 1u << s;
			mark->queued |= is_queued ? 1u << s : 0;
			mark->learns |= leads;
		}
	}
}

/* Sources that may have to fill what the work still lacks then. */
static unsigned
may_fill(
    struct asker *asker, const struct work *work, const struct mark *mark, bool has_gap)
{
	struct run *run = asker->run;
	unsigned taught = 0, bits = has_gap ? ask_open_gaps(asker, work) : 0;

	for (size_t t = 0; t < run->source_count; t++)
		if ((mark->queued & 1u << t) != 0)
			taught |= run->sources[t]->teaches;
	for (size_t s = 0; s < run->source_count; s++) {
		const struct source *source = run->sources[s];
		bool is_named = false;
		for (size_t i = 0; i < work->id_count; i++)
			is_named |= !record_id_is_refused(work->ids[i].status) &&
			    evidence_accepts(source, work->ids[i].id.kind);
		/* Without an id to ask by nothing is known of its gaps. */
		if (source->fills != 0 && !is_named && (source->accepts & taught) != 0)
			bits |= 1u << s;
	}
	return bits;
}

void
ask_look_ahead(struct asker *asker, const struct works *works, const bool *gaps)
{
	struct run *run = asker->run;
	size_t count = works_count(works), queued = 0;
	struct arena *arena;
	struct mark *marks;

	for (size_t s = 0; s < run->source_count; s++)
		queued += plan_queued(asker->plan, s);
	if (queued == 0)
		return;
	arena = arena_new();
	marks = arena_alloc(arena, (count + 1) * sizeof *marks);
	for (size_t s = 0; s < run->source_count; s++)
		mark_works(asker, works, s, marks);
	for (size_t w = 0; w < count; w++) {
		unsigned bits = marks[w].learns;
		if (marks[w].queued == 0)
			continue;
		bits |= may_fill(asker, works_at(works, w), &marks[w], gaps[w]);
		for (size_t s = 0; s < run->source_count; s++)
			asker->later[s] += (bits & ~marks[w].at & 1u << s) != 0;
		evidence_rest_works_at(run->evidence, w);
		arena_rest_at(run->arena, w);
	}
	arena_free(arena);
}

size_t
ask_later_requests(const struct asker *asker, size_t s)
{
	const struct run *run = asker->run;
	const struct source *source = run->sources[s];
	size_t questions = run->skipped[s] ? 0 : asker->later[s];
	size_t fit = plan_fit(asker->plan, s), requests;
	double busy = 0;

	if (questions == 0 || source->batch == 1)
		return questions;
	requests = (questions + fit - 1) / fit;
	/* While teachers are busy what came by then goes on its way alone. */
	for (size_t t = 0; t < s && source->fills == 0; t++)
		if ((run->sources[t]->teaches & source->accepts) != 0)
			busy += run->asking[t].planned.busy;
	requests += (size_t)(busy / (ASK_HOLD * run->settings->pace_scale));
	return requests < questions ? requests : questions;
}

size_t
ask_follow_ups(const struct asking *asking, const struct fetch_tally *tally)
{
	size_t known = asking->planned.requests + tally->retries + tally->redirects;
	size_t beyond = tally->requests > known ? tally->requests - known : 0;
	size_t most = asking->more + asking->alone;

	return beyond < most ? beyond : most;
}
