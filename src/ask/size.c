/*
 * Batches that were too long for their source enter; how large the next ones
 * may be leaves, also for later runs.
 */
#include "ask/inside.h"
#include "base/log.h"

void
ask_recall_sizes(struct asker *asker)
{
	struct session *session = asker->session;

	session_open_fetch(session);
	for (const struct lane *lane = session->lanes; lane != NULL; lane = lane->next)
		if (lane->source->batch > 1)
			plan_limit(
			    lane->plan, fetch_most(session->fetch, &lane->endpoint));
}

void
ask_too_long(const struct flight *flight)
{
	plan_limit(flight->lane->plan, flight->batch->count / 2);
	flight->lane->was_too_long = true;
}

/*
 * Who refuses every size has another trouble than size, and it may be over
 * tomorrow; so what is remembered is a size that was taken.
 */
void
ask_fitted(struct asker *asker, const struct flight *flight)
{
	struct lane *lane = flight->lane;
	size_t most = plan_most(lane->plan);

	/* A half is at most that, but for the known one that goes with it. */
	if (!lane->was_too_long || flight->batch->count > most)
		return;
	lane->was_too_long = false;
	log_info("%s: requests of at most %zu questions, for a month",
	    lane->source->title, most);
	fetch_note_most(asker->session->fetch, &lane->endpoint, most);
}
