/*
 * One answer enters, as its source read it; brief, siblings and bytes that
 * did not change are added, it is put, and the state of its wish leaves.
 */
#include "ask/inside.h"
#include "base/arena.h"
#include "base/clock.h"

struct answer
ask_answer(const struct lane *lane, const char *subject, int64_t at)
{
	return (struct answer){ .origin = lane->origin,
		.source = lane->source->name,
		.subject = subject,
		.retrieved_at = at,
		.confirmed_at = at,
		.state = ANSWER_UNANSWERED };
}

void
ask_put(struct asker *asker, const struct answer *answer)
{
	cache_put(asker->session->cache, answer);
	evidence_forget(asker->evidence, answer);
}

/* 304: what was kept is what would have come. */
static void
take_unchanged(struct asker *asker, struct arena *arena, struct answer *answer)
{
	struct answer kept;

	if (cache_get(asker->session->cache, arena, answer->origin, answer->source,
		answer->subject, INT64_MAX, 0, true, &kept) &&
	    kept.body != NULL) {
		answer->body = kept.body;
		answer->body_length = kept.body_length;
		if (answer->etag == NULL)
			answer->etag = kept.etag;
		answer->http_status = kept.http_status;
	} else {
		answer->state = ANSWER_UNANSWERED;
		answer->note = "304 for an answer that is not kept";
	}
}

/* The same bytes are another source's answer about the id they name. */
static void
put_sibling(struct asker *asker, struct arena *arena, const struct source *source,
    const struct answer *answer)
{
	struct answer other = *answer;

	for (size_t i = 0; i < answer->brief.id_count; i++) {
		struct identifier id = answer->brief.ids[i];
		if (id.kind != source->sibling_kind)
			continue;
		other.origin = session_lane(asker->session, source->sibling)->origin;
		other.source = source->sibling->name;
		other.subject = identifier_key(arena, id);
		other.asked_version = source->sibling->asked_version;
		other.brief_version = source->sibling->brief_version;
		other.etag = other.last_modified = NULL;
		ask_put(asker, &other);
		return;
	}
}

void
ask_note_trouble(struct asker *asker, struct lane *lane, const char *trouble)
{
	if (lane->tally.trouble != NULL)
		return;
	lane->tally.trouble = arena_text(asker->session->arena, trouble);
	lane->tally.trouble_since = clock_now();
}

void
ask_take_answer(
    struct asker *asker, struct flight *flight, struct answer *answer, struct wish *wish)
{
	struct source_tally *tally = &flight->lane->tally;
	const struct source *source = flight->lane->source;

	if (answer->state == ANSWER_FOUND && answer->body == NULL)
		take_unchanged(asker, flight->arena, answer);
	if (answer->state == ANSWER_FOUND) {
		if (source->brief(answer, flight->arena, &answer->brief)) {
			answer->brief_version = source->brief_version;
		} else {
			answer->state = ANSWER_UNANSWERED;
			answer->note = "the reply does not read";
		}
	}
	if (answer->state == ANSWER_FOUND && source->sibling != NULL)
		put_sibling(asker, flight->arena, source, answer);
	ask_put(asker, answer);
	wish->found = answer->state == ANSWER_FOUND;
	if (answer->state == ANSWER_UNANSWERED) {
		ask_note_trouble(asker, flight->lane, answer->note);
		wish->state = WISH_OPEN;
		tally->open++;
	} else {
		wish->state = WISH_ANSWERED;
		tally->answered++;
	}
}

void
ask_leave_open(struct asker *asker, struct lane *lane, const struct batch *batch,
    const char *note, int64_t at)
{
	for (size_t i = 0; i < batch->count; i++) {
		/* The cache counts seconds: what failed in the second of the last
		 * answer failed after it. */
		int64_t known_at = batch->wishes[i]->known_at;
		struct answer attempt = ask_answer(
		    lane, batch->questions[i].subject, at > known_at ? at : known_at + 1);
		attempt.note = note;
		ask_put(asker, &attempt);
		batch->wishes[i]->state = WISH_OPEN;
		lane->tally.open++;
	}
}
