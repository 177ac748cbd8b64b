/*
 * One answer enters, as its source read it; brief, siblings and bytes that
 * did not change are added, it is put, and the state of its wish leaves.
 */
#include "ask/inside.h"

#include "base/arena.h"

void
ask_put(struct asker *asker, const struct answer *answer)
{
	cache_put(asker->run->cache, answer);
	evidence_forget(asker->run->evidence, answer);
}

/* 304: what was kept is what would have come. */
static void
take_unchanged(struct asker *asker, struct arena *arena, struct answer *answer)
{
	struct answer kept;

	if (cache_get(asker->run->cache, arena, answer->origin, answer->source,
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
put_sibling(struct asker *asker, const struct source *source, const struct answer *answer)
{
	struct run *run = asker->run;
	struct answer other = *answer;
	size_t s = 0;

	while (run->sources[s] != source->sibling)
		s++;
	for (size_t i = 0; i < answer->brief.id_count; i++) {
		struct identifier id = answer->brief.ids[i];
		if (id.kind != source->sibling_kind)
			continue;
		other.origin = run->origins[s];
		other.source = source->sibling->name;
		other.subject = identifier_key(run->arena, id);
		other.asked_version = source->sibling->asked_version;
		other.brief_version = source->sibling->brief_version;
		other.etag = other.last_modified = NULL;
		ask_put(asker, &other);
		return;
	}
}

void
ask_take_answer(struct asker *asker, size_t s, struct flight *flight,
    struct answer *answer, struct wish *wish)
{
	const struct source *source = asker->run->sources[s];

	if (answer->state == ANSWER_FOUND && answer->body == NULL)
		take_unchanged(asker, flight->arena, answer);
	if (answer->state == ANSWER_FOUND) {
		if (source->brief(answer->body, answer->body_length, flight->arena,
			&answer->brief)) {
			answer->brief_version = source->brief_version;
		} else {
			answer->state = ANSWER_UNANSWERED;
			answer->note = "the reply does not read";
		}
	}
	if (answer->state == ANSWER_FOUND && source->sibling != NULL)
		put_sibling(asker, source, answer);
	ask_put(asker, answer);
	wish->found = answer->state == ANSWER_FOUND;
	if (answer->state == ANSWER_UNANSWERED) {
		wish->state = WISH_OPEN;
		asker->run->asking[s].open++;
	} else {
		wish->state = WISH_ANSWERED;
		asker->run->asking[s].answered++;
	}
}
