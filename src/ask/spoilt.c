/*
 * The company of a batch: who goes with it, what its answers are worth, and
 * what a refusal of the whole then says about the questions in it.
 */
#include <string.h>

#include "ask/inside.h"
#include "base/arena.h"
#include "identify/identify.h"

void
ask_accompany(struct asker *asker, struct batch *batch)
{
	struct run *run = asker->run;
	size_t s = batch->source;
	struct question *probe = &asker->probes[s];

	if (probe->subject == NULL && run->sources[s]->needs_known &&
	    identify_text(run->arena, run->sources[s]->probe, &probe->id)) {
		probe->source = run->sources[s];
		probe->subject = identifier_key(run->arena, probe->id);
	}
	/* A mirror may not know what the service knows. */
	plan_accompany(asker->plan, batch,
	    probe->subject == NULL || asker->probe_states[s] == PROBE_ABSENT ? NULL
									     : probe);
}

void
ask_take_company(
    struct asker *asker, struct batch *batch, size_t i, struct answer *answer)
{
	const struct source *source = asker->run->sources[batch->source];

	if (answer->state == ANSWER_UNANSWERED)
		return;
	if (batch->company[i] == NULL) {
		asker->probe_states[batch->source] = answer->state == ANSWER_FOUND
		    ? PROBE_FOUND
		    : PROBE_ABSENT;
		return;
	}
	if (answer->state == ANSWER_FOUND &&
	    (answer->body == NULL ||
		!source->brief(answer->body, answer->body_length, asker->run->arena,
		    &answer->brief)))
		return;
	answer->brief_version = answer->state == ANSWER_FOUND ? source->brief_version : 0;
	ask_put(asker, answer);
	asker->run->asking[batch->source].topped_up++;
}

/* The reply speaks of its own questions only: what else it held was found. */
static bool
is_proof(const struct asker *asker, const struct batch *batch)
{
	return batch->has_known &&
	    (!batch->is_constant || asker->probe_states[batch->source] == PROBE_FOUND);
}

static void
quarantine(struct asker *asker, struct batch *batch, const struct response *response,
    bool is_sure)
{
	size_t s = batch->source;
	struct answer answer = { .origin = asker->run->origins[s],
		.source = asker->run->sources[s]->name,
		.subject = batch->questions[0].subject,
		.retrieved_at = response->received_at,
		.confirmed_at = response->received_at,
		.http_status = response->status,
		.asked_version = asker->run->sources[s]->asked_version,
		.state = ANSWER_ABSENT,
		.note = is_sure ? ANSWER_REFUSED : "unknown or malformed" };

	ask_put(asker, &answer);
	batch->wishes[0]->found = false;
	batch->wishes[0]->state = WISH_ANSWERED;
	asker->run->asking[s].answered++;
	asker->run->asking[s].refused += is_sure;
}

void
ask_find_spoiler(
    struct asker *asker, struct batch *batch, const struct response *response)
{
	bool is_sure = is_proof(asker, batch) ||
	    (batch->count == 1 && batch->wishes[0]->was_refused);

	if (batch->count == 1)
		quarantine(asker, batch, response, is_sure);
	else if (is_sure)
		plan_search(asker->plan, batch);
	else
		/* All may be unknown: halves have room for a known one. */
		plan_halve(asker->plan, batch);
}
