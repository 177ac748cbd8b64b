/*
 * Batches that were too long for their source enter; how large the next ones
 * may be leaves, also for later runs.
 */
#include "ask/inside.h"
#include "base/log.h"

void
ask_recall_sizes(struct asker *asker)
{
	struct run *run = asker->run;

	run_open_fetch(run);
	for (size_t s = 0; s < run->source_count; s++)
		if (run->sources[s]->batch > 1)
			plan_limit(
			    asker->plan, s, fetch_most(run->fetch, &run->endpoints[s]));
}

void
ask_too_long(struct asker *asker, const struct batch *batch)
{
	plan_limit(asker->plan, batch->source, batch->count / 2);
	asker->was_too_long[batch->source] = true;
}

/*
 * Who refuses every size has another trouble than size, and it may be over
 * tomorrow; so what is remembered is a size that was taken.
 */
void
ask_fitted(struct asker *asker, const struct batch *batch)
{
	struct run *run = asker->run;
	size_t s = batch->source;
	size_t most = plan_most(asker->plan, s);

	/* A half is at most that, but for the known one that goes with it. */
	if (!asker->was_too_long[s] || batch->count > most)
		return;
	asker->was_too_long[s] = false;
	log_info("%s: requests of at most %zu questions, for a month",
	    run->sources[s]->title, most);
	fetch_note_most(run->fetch, &run->endpoints[s], most);
}
