/* Lists and cache enter; the plan, and what it would cost, leave. */
#include <math.h>

#include "ask/inside.h"
#include "base/arena.h"
#include "base/clock.h"

/* Seconds that sources before this one keep the pace they share with it busy. */
static double
busy_before(const struct session *session, const struct lane *lane)
{
	double busy = 0;

	for (const struct lane *t = session->lanes; t != lane; t = t->next)
		if (t->source->service->pace == lane->source->service->pace)
			busy += t->tally.planned.busy;
	return busy;
}

static void
forecast(struct asker *asker)
{
	struct session *session = asker->session;
	const struct settings *settings = session->settings;

	for (struct lane *lane = session->lanes; lane != NULL; lane = lane->next) {
		double busy = busy_before(session, lane), ends;
		struct plan_terms terms = {
			.has_key = lane->endpoint.key != NULL,
			.pace_scale = settings->pace_scale,
			.patience = ASK_PATIENCE,
			.seconds = settings->max_runtime == INT64_MAX
			    ? INFINITY
			    : (double)settings->max_runtime - busy,
		};
		lane->tally.planned = plan_forecast(lane->plan, &terms);
		lane->tally.more = ask_later_requests(asker, lane);
		/* Who shares a pace waits for those before; the others run
		 * beside. */
		ends = lane->tally.planned.seconds + busy;
		if (lane->tally.planned.requests > 0 &&
		    ends > session->tally.planned_seconds)
			session->tally.planned_seconds = ends;
	}
}

struct asker *
ask_make_plan(struct session *session, struct evidence *evidence)
{
	int64_t seconds = session->settings->max_runtime;
	struct arena *arena = arena_new();
	struct asker *asker = arena_alloc(arena, sizeof *asker);

	*asker = (struct asker){ .session = session,
		.evidence = evidence,
		.arena = arena,
		.now = clock_now(),
		.stale_at = INT64_MAX,
		.deadline = seconds == INT64_MAX ? INT64_MAX
						 : session->started_ms + seconds * 1000 };
	for (struct lane *lane = session->lanes; lane != NULL; lane = lane->next) {
		lane->plan = plan_new(arena, lane->source);
		plan_gather(lane->plan,
		    !lane->source->gather_needs_key || lane->endpoint.key != NULL);
	}
	ask_recall_sizes(asker);
	ask_wish_all(asker);
	ask_warn_of_future(asker);
	forecast(asker);
	return asker;
}

void
ask_forget_plan(struct asker *asker)
{
	for (struct lane *lane = asker->session->lanes; lane != NULL; lane = lane->next)
		plan_free(lane->plan);
	arena_free(asker->arena);
}

void
ask_plan(struct session *session, struct evidence *evidence)
{
	ask_forget_plan(ask_make_plan(session, evidence));
}
