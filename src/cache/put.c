/* Answers in, copies that wait for the next commit out. */
#include <assert.h>
#include <string.h>

#include "base/arena.h"
#include "base/log.h"
#include "cache/ages.h"
#include "cache/inside.h"

bool
put_value(const struct answer *answer, struct key *key, struct value *value,
    struct buffer *encoded)
{
	size_t brief;

	if (!key_make(key, answer->origin, answer->source, answer->subject)) {
		log_warning("an answer of %.60s cannot be kept: its origin is longer "
			    "than any host's name",
		    answer->source);
		return false;
	}
	key_set_time(key, answer->retrieved_at);
	buffer_clear(encoded);
	if (answer->brief_version != 0)
		brief_encode(&answer->brief, encoded);
	brief = encoded->length;
	ages_encode(answer, encoded);
	*value = (struct value){
		.state = answer->state,
		.http_status = answer->http_status,
		.confirmed_at = answer->confirmed_at > answer->retrieved_at
		    ? answer->confirmed_at
		    : answer->retrieved_at,
		.asked_version = answer->asked_version,
		.brief_version = answer->brief_version,
		.subject = bytes_text(key->digest ? answer->subject : NULL),
		.etag = bytes_text(answer->etag),
		.last_modified = bytes_text(answer->last_modified),
		.note = bytes_text(answer->note),
		.brief = { encoded->bytes, brief },
		/* Of nothing there is no address behind. */
		.ages = { brief == 0 ? encoded->bytes : encoded->bytes + brief,
		    encoded->length - brief },
		.body = { answer->body, answer->body_length },
	};
	return true;
}

static struct span
copy(struct arena *arena, struct span span)
{
	if (span.length == 0)
		return (struct span){ "", 0 };
	return (struct span){ arena_text_n(arena, span.bytes, span.length), span.length };
}

static struct pending *
add_pending(struct cache *cache, struct span key)
{
	struct pending *new;

	cache->pending = arena_push(
	    cache->waiting, cache->pending, cache->pending_count, sizeof *cache->pending);
	new = &cache->pending[cache->pending_count];
	*new = (struct pending){ .key = copy(cache->waiting, key),
		.order = cache->pending_count++ };
	asked_note(cache, key_subject(key));
	return new;
}

/* Beside the answers: sum, time, note. */
static void
put_attempt(struct cache *cache, struct span key, const struct answer *answer)
{
	struct span note = bytes_text(answer->note);
	char *bytes = arena_alloc(cache->waiting, 16 + note.length);
	struct pending_pair pair = { .table = STORE_ATTEMPTS,
		.key = copy(cache->waiting, key),
		.value = { bytes, 16 + note.length } };

	asked_note(cache, key);
	bytes_put_u64(bytes + 8, (uint64_t)answer->retrieved_at);
	memcpy(bytes + 16, note.bytes, note.length);
	bytes_seal(bytes, 16 + note.length, key);
	cache->pairs = arena_push(
	    cache->waiting, cache->pairs, cache->pair_count, sizeof *cache->pairs);
	cache->pairs[cache->pair_count++] = pair;
}

void
put_stored(struct cache *cache, struct span key, struct span value)
{
	add_pending(cache, key)->stored = copy(cache->waiting, value);
}

void
cache_put(struct cache *cache, const struct answer *answer)
{
	struct value value;
	struct span *spans[] = { &value.subject, &value.etag, &value.last_modified,
		&value.note, &value.brief, &value.ages, &value.body };
	struct key key;

	assert(cache->mode == CACHE_WRITE);
	if (!put_value(answer, &key, &value, &cache->encoded))
		return;
	if (answer->state == ANSWER_UNANSWERED) {
		put_attempt(cache, key_subject(key_span(&key)), answer);
		return;
	}
	for (size_t i = 0; i < sizeof spans / sizeof *spans; i++)
		*spans[i] = copy(cache->waiting, *spans[i]);
	add_pending(cache, key_span(&key))->value = value;
}
