/*
 * The company of a batch: who goes with it, what its answers are worth, and
 * what a refusal of the whole then says about the questions in it.
 */

#include "ask/inside.h"
#include "identify/identify.h"

/* Refusals in a row, of whatever is asked, before a source is left. */
enum { MOST_UNSURE = 32 };

static void
choose_probe(struct arena *arena, struct lane *lane, const char *text)
{
	struct question *probe = &lane->probe;

	*probe = (struct question){ 0 };
	lane->probe_state = PROBE_UNSURE;
	lane->probed = false;
	if (text == NULL || !identify_text(arena, text, &probe->id))
		return;
	probe->source = lane->source;
	probe->subject = identifier_key(arena, probe->id);
}

/* What it surely knew it does not know: the other one, or none at all. */
static void
probe_is_unknown(struct arena *arena, struct lane *lane)
{
	if (lane->source->other_probe != NULL && !lane->had_other) {
		lane->had_other = true;
		choose_probe(arena, lane, lane->source->other_probe);
	} else {
		lane->probe_state = PROBE_ABSENT;
	}
}

void
ask_accompany(struct asker *asker, struct lane *lane, struct batch *batch)
{
	struct arena *arena = asker->session->arena;
	struct question *probe = &lane->probe;

	if (probe->subject == NULL && lane->source->needs_known &&
	    lane->probe_state != PROBE_ABSENT)
		choose_probe(arena, lane, lane->source->probe);
	/* A mirror may not know what the service knows. */
	plan_accompany(lane->plan, batch,
	    probe->subject == NULL || lane->probe_state == PROBE_ABSENT ? NULL : probe);
}

void
ask_take_company(
    struct asker *asker, struct flight *flight, size_t i, struct answer *answer)
{
	struct lane *lane = flight->lane;
	const struct source *source = lane->source;

	if (answer->state == ANSWER_UNANSWERED)
		return;
	if (flight->batch->company[i] == NULL) {
		if (answer->state == ANSWER_FOUND)
			lane->probe_state = PROBE_FOUND;
		else
			probe_is_unknown(asker->session->arena, lane);
		return;
	}
	if (answer->state == ANSWER_FOUND &&
	    (answer->body == NULL ||
		!source->brief(answer, flight->arena, &answer->brief)))
		return;
	answer->brief_version = answer->state == ANSWER_FOUND ? source->brief_version : 0;
	ask_put(asker, answer);
	lane->tally.topped_up++;
}

/* The reply speaks of its own questions only: what else it held was found. */
static bool
is_proof(const struct flight *flight)
{
	return flight->batch->has_known &&
	    (!flight->batch->is_constant || flight->lane->probe_state == PROBE_FOUND);
}

static void
quarantine(struct asker *asker, struct flight *flight, const struct response *response,
    bool is_sure)
{
	struct source_tally *tally = &flight->lane->tally;
	struct batch *batch = flight->batch;
	struct answer answer = ask_answer(
	    flight->lane, batch->questions[0].subject, response->received_at);

	answer.http_status = response->status;
	answer.asked_version = flight->lane->source->asked_version;
	answer.state = ANSWER_ABSENT;
	answer.note = is_sure ? ANSWER_REFUSED : "unknown or malformed";
	ask_put(asker, &answer);
	batch->wishes[0]->found = false;
	batch->wishes[0]->state = WISH_ANSWERED;
	tally->answered++;
	tally->refused += is_sure;
}

/* All may be unknown: halves have room for a known one, which is tried alone. */
static void
halve_and_probe(const struct flight *flight)
{
	struct lane *lane = flight->lane;

	plan_halve(lane->plan, flight->batch);
	if (!flight->batch->is_constant || lane->probed ||
	    lane->probe_state != PROBE_UNSURE)
		return;
	lane->probed = true;
	plan_probe(lane->plan);
}

bool
ask_find_spoiler(
    struct asker *asker, struct flight *flight, const struct response *response)
{
	struct batch *batch = flight->batch;
	bool is_sure = is_proof(flight) ||
	    (batch->count == 1 && batch->wishes[0]->was_refused);

	if (batch->count == 0)
		probe_is_unknown(asker->session->arena, flight->lane);
	else if (!is_sure && ++flight->lane->unsure > MOST_UNSURE)
		return false;
	else if (batch->count == 1)
		quarantine(asker, flight, response, is_sure);
	else if (is_sure)
		plan_search(flight->lane->plan, batch);
	else
		halve_and_probe(flight);
	return true;
}
