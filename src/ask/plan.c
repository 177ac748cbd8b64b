/* Lists and cache enter; the plan, and what it would cost, leave. */
#include <math.h>

#include "ask/inside.h"
#include "base/arena.h"
#include "base/clock.h"
#include "base/log.h"

enum { ANSWER_BYTES = 4096 }; /* of disk, what one is reckoned with */

/* Seconds that sources before `s` keep the pace they share with it busy. */
static double
busy_before(const struct run *run, size_t s)
{
	double busy = 0;

	for (size_t t = 0; t < s; t++)
		if (run->sources[t]->service->pace == run->sources[s]->service->pace)
			busy += run->asking[t].planned.busy;
	return busy;
}

static void
forecast(struct asker *asker)
{
	struct run *run = asker->run;
	const struct settings *settings = run->settings;

	for (size_t s = 0; s < run->source_count; s++) {
		struct plan_terms terms = {
			.has_key = run->endpoints[s].key != NULL,
			.pace_scale = settings->pace_scale,
			.patience = ASK_PATIENCE,
			.seconds = settings->max_runtime == INT64_MAX
			    ? INFINITY
			    : (double)settings->max_runtime - busy_before(run, s),
		};
		run->asking[s].planned = plan_forecast(asker->plan, s, &terms);
		run->asking[s].more = ask_later_requests(asker, s);
		/* Who shares a pace waits for those before; the others run
		 * beside. */
		double ends = run->asking[s].planned.seconds + busy_before(run, s);
		if (run->asking[s].planned.requests > 0 && ends > run->planned_seconds)
			run->planned_seconds = ends;
	}
}

void
ask_make_plan(struct asker *asker, struct run *run)
{
	const struct settings *settings = run->settings;

	*asker = (struct asker){ .run = run,
		.arena = arena_new(),
		.now = clock_now(),
		.deadline = INT64_MAX };
	asker->plan = plan_new(asker->arena, run->sources);
	if (settings->max_runtime != INT64_MAX)
		asker->deadline = run->started_ms + settings->max_runtime * 1000;
	for (size_t s = 0; s < run->source_count; s++)
		plan_gather(asker->plan, s,
		    !run->sources[s]->gather_needs_key || run->endpoints[s].key != NULL);
	ask_recall_sizes(asker);
	ask_wish_all(asker);
	ask_warn_of_future(asker);
	forecast(asker);
}

void
ask_forget_plan(struct asker *asker)
{
	plan_free(asker->plan);
	arena_free(asker->arena);
}

bool
ask_has_room(const struct run *run)
{
	struct cache_trouble trouble = { 0 };
	size_t questions = 0;

	for (size_t s = 0; s < run->source_count; s++)
		questions += run->asking[s].wanted - run->asking[s].fresh;
	if (questions == 0 ||
	    cache_has_room(run->cache, questions * ANSWER_BYTES, &trouble))
		return true;
	log_error("%s", trouble.words);
	return false;
}

int
ask_plan(struct run *run)
{
	struct asker asker;

	ask_make_plan(&asker, run);
	ask_forget_plan(&asker);
	return 0;
}
