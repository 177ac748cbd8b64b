/* Answers in, copies that wait for the next commit out. */
#include <assert.h>
#include <string.h>

#include "base/arena.h"
#include "base/log.h"
#include "cache/ages.h"
#include "cache/inside.h"

static struct span
copy(struct arena *arena, const char *bytes, size_t length)
{
	if (length == 0)
		return (struct span){ "", 0 };
	return (struct span){ arena_text_n(arena, bytes, length), length };
}

static struct span
copy_text(struct arena *arena, const char *text)
{
	return copy(arena, text, text ? strlen(text) : 0);
}

static bool
make_key(struct cache *cache, const struct answer *answer, struct key **key)
{
	*key = arena_alloc(cache->waiting, sizeof **key);
	if (key_make(*key, answer->origin, answer->source, answer->subject))
		return true;
	log_warning("an answer of %.60s cannot be kept: its origin is longer "
		    "than any host's name",
	    answer->source);
	return false;
}

/* Beside the answers: sum, time, note. */
static void
put_attempt(struct cache *cache, const struct answer *answer)
{
	struct span note = bytes_text(answer->note);
	char *bytes = arena_alloc(cache->waiting, 16 + note.length);
	struct pending_pair pair = { .table = STORE_ATTEMPTS,
		.value = { bytes, 16 + note.length } };
	struct key *key;

	if (!make_key(cache, answer, &key))
		return;
	asked_note(cache, key);
	pair.key = key_span(key);
	bytes_put_u64(bytes + 8, (uint64_t)answer->retrieved_at);
	memcpy(bytes + 16, note.bytes, note.length);
	bytes_seal(bytes, 16 + note.length, pair.key);
	cache->pairs = arena_push(
	    cache->waiting, cache->pairs, cache->pair_count, sizeof *cache->pairs);
	cache->pairs[cache->pair_count++] = pair;
}

static struct span
encode_brief(struct cache *cache, const struct answer *answer)
{
	if (answer->brief_version == 0)
		return (struct span){ "", 0 };
	buffer_clear(&cache->encoded);
	brief_encode(&answer->brief, &cache->encoded);
	return copy(cache->waiting, cache->encoded.bytes, cache->encoded.length);
}

static struct span
encode_ages(struct cache *cache, const struct answer *answer)
{
	ages_encode(answer, &cache->encoded);
	return copy(cache->waiting, cache->encoded.bytes, cache->encoded.length);
}

bool
put_answer(struct cache *cache, const struct answer *answer, bool imported)
{
	struct arena *arena = cache->waiting;
	struct pending new = { .at = answer->retrieved_at,
		.order = cache->pending_count,
		.imported = imported };

	if (!make_key(cache, answer, &new.key))
		return false;
	key_set_time(new.key, answer->retrieved_at);
	asked_note(cache, new.key);
	new.value = (struct value){
		.state = answer->state,
		.http_status = answer->http_status,
		.confirmed_at = answer->confirmed_at > answer->retrieved_at
		    ? answer->confirmed_at
		    : answer->retrieved_at,
		.asked_version = answer->asked_version,
		.brief_version = answer->brief_version,
		.etag = copy_text(arena, answer->etag),
		.last_modified = copy_text(arena, answer->last_modified),
		.note = copy_text(arena, answer->note),
		.brief = encode_brief(cache, answer),
		.ages = encode_ages(cache, answer),
		.body = copy(arena, answer->body, answer->body_length),
	};
	if (new.key->digest)
		new.value.subject = copy_text(arena, answer->subject);
	cache->pending = arena_push(
	    arena, cache->pending, cache->pending_count, sizeof *cache->pending);
	cache->pending[cache->pending_count++] = new;
	return true;
}

void
put_stored(struct cache *cache, struct span key, struct span value)
{
	struct pending new = { .order = cache->pending_count, .imported = true };
	struct key_parts parts;

	value = copy(cache->waiting, value.bytes, value.length);
	if (key.length > KEY_BYTES || !key_split(key, &parts) ||
	    !value_decode(value, key, &new.value) || !value_body_is_whole(&new.value))
		return;
	new.at = parts.at;
	new.key = arena_alloc(cache->waiting, sizeof *new.key);
	memcpy(new.key->bytes, key.bytes, key.length);
	new.key->length = key.length;
	new.key->subject_end = parts.subject_end;
	new.key->digest = parts.digest;
	asked_note(cache, new.key);
	cache->pending = arena_push(
	    cache->waiting, cache->pending, cache->pending_count, sizeof *cache->pending);
	cache->pending[cache->pending_count++] = new;
}

void
cache_put(struct cache *cache, const struct answer *answer)
{
	assert(cache->mode == CACHE_WRITE);
	if (answer->state == ANSWER_UNANSWERED)
		put_attempt(cache, answer);
	else
		put_answer(cache, answer, false);
}
