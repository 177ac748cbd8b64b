/* A queue and the terms of asking enter; requests and seconds leave. */
#include "base/arena.h"
#include "plan/inside.h"

static unsigned
interval_of(const struct pace *pace, bool has_key)
{
	return has_key && pace->interval_key > 0 ? pace->interval_key : pace->interval;
}

static unsigned
window_of(const struct pace *pace, bool has_key)
{
	return has_key && pace->window_key > 0 ? pace->window_key : pace->window;
}

/* Seconds from the first request to the one after `requests` of them. */
static double
starts_after(const struct pace *pace, bool has_key, size_t requests)
{
	double seconds = (double)requests * interval_of(pace, has_key) / 1000;
	unsigned window = window_of(pace, has_key);

	/* A window that is used up costs its whole length. */
	if (window > 0)
		seconds += (double)(requests / window) * pace->window_seconds;
	return seconds;
}

static size_t
gathered(const struct plan *plan)
{
	size_t requests = plan->first_count;

	for (size_t at = plan->queue_head; at < plan->queue_count;
	     at += plan_next_size(plan, at))
		requests++;
	return requests;
}

struct plan_cost
plan_cost(const struct plan *plan, bool has_key, double pace_scale)
{
	const struct source *asked = plan->source;
	struct plan_cost cost = { .questions = plan_queued(plan) };

	cost.requests = (cost.questions + asked->batch - 1) / asked->batch;
	if (plan->gather > 1 || asked->needs_known)
		cost.requests = gathered(plan);
	if (cost.requests > 0)
		cost.seconds = pace_scale *
		    starts_after(asked->service->pace, has_key, cost.requests - 1);
	return cost;
}

/* How many of the questions the next request would carry. */
static size_t
taken(const struct plan *plan, size_t from, struct arena *scratch)
{
	struct question *questions;
	struct request request = { 0 };
	size_t count = plan_next_size(plan, from);

	if (count <= 1 || plan->source->ask == NULL)
		return count;
	questions = arena_alloc(scratch, count * sizeof *questions);
	for (size_t i = 0; i < count; i++)
		questions[i] = plan->queue[from + i]->question;
	plan->source->ask(questions, count, scratch, &request);
	return request.question_count;
}

size_t
plan_fit(const struct plan *plan)
{
	static const struct identifier long_ones[] = {
		{ IDENTIFIER_ARXIV, "cond-mat/9901001" },
		{ IDENTIFIER_DOI, "10.1016/j.compmedimag.2024.10123456789012345678" },
	};
	struct request request = { .question_count = plan_room(plan) };
	struct arena *scratch = arena_new();
	struct question *questions = arena_alloc(
	    scratch, request.question_count * sizeof *questions);
	size_t kind = 0;

	while (kind < 1 &&
	    (plan->source->accepts & IDENTIFIER_BIT(long_ones[kind].kind)) == 0)
		kind++;
	for (size_t i = 0; i < request.question_count; i++)
		questions[i] = (struct question){ .source = plan->source,
			.subject = identifier_key(scratch, long_ones[kind]),
			.id = long_ones[kind] };
	if (plan->source->ask != NULL && request.question_count > 1)
		plan->source->ask(questions, request.question_count, scratch, &request);
	arena_free(scratch);
	return request.question_count;
}

static bool
may_start(const struct source *source, const struct plan_terms *terms, size_t requests)
{
	unsigned window = window_of(source->service->pace, terms->has_key);

	if (window > 0 && requests >= window &&
	    source->service->pace->window_seconds > terms->patience)
		return false;
	return terms->pace_scale *
	    starts_after(source->service->pace, terms->has_key, requests) <=
	    terms->seconds;
}

struct plan_cost
plan_forecast(struct plan *plan, const struct plan_terms *terms)
{
	struct arena *scratch = arena_new();
	struct plan_cost cost = { 0 };
	size_t at = plan->queue_head;

	plan_sort(plan);
	/* Batches that are made already: questions that go alone. */
	for (size_t i = 0;
	     i < plan->first_count && may_start(plan->source, terms, cost.requests); i++)
		cost.requests++;
	while (at < plan->queue_count && may_start(plan->source, terms, cost.requests)) {
		at += taken(plan, at, scratch);
		cost.requests++;
		arena_reset(scratch);
	}
	cost.questions = at - plan->queue_head +
	    (cost.requests < plan->first_count ? cost.requests : plan->first_count);
	cost.left_out = plan_queued(plan) - cost.questions;
	cost.busy = terms->pace_scale *
	    starts_after(plan->source->service->pace, terms->has_key, cost.requests);
	if (cost.requests > 0)
		cost.seconds = terms->pace_scale *
		    starts_after(
			plan->source->service->pace, terms->has_key, cost.requests - 1);
	arena_free(scratch);
	return cost;
}
