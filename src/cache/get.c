/* A question and a time in, the answer that was in force out. */
#include <string.h>

#include "base/arena.h"
#include "base/log.h"
#include "cache/guard.h"
#include "cache/inside.h"

struct wish {
	const char *origin, *source, *subject;
	int64_t as_of;
	unsigned brief_version;
	bool want_body;
	bool found_only;
};

static void
warn_once(struct cache *cache)
{
	if (!cache->warned)
		log_warning("%s: a damaged answer was passed over; "
			    "`enrich cache check` counts them, `enrich cache gc` "
			    "drops them to be asked again",
		    cache->path);
	cache->warned = true;
}

static const char *
text_of(struct arena *arena, struct span span)
{
	return span.length > 0 ? arena_text_n(arena, span.bytes, span.length) : NULL;
}

static bool
take_brief(struct arena *arena, const struct value *value, unsigned brief_version,
    struct answer *answer)
{
	const char *bytes;

	if (brief_version == 0 || value->brief_version != brief_version)
		return false;
	bytes = arena_text_n(arena, value->brief.bytes, value->brief.length);
	if (!brief_decode(arena, bytes, value->brief.length, &answer->brief))
		return false;
	answer->brief_version = brief_version;
	return true;
}

static bool
fill(struct cache *cache, struct arena *arena, const struct wish *wish, int64_t at,
    const struct value *value, struct answer *answer)
{
	memset(answer, 0, sizeof *answer);
	if (!take_brief(arena, value, wish->brief_version, answer) || wish->want_body) {
		if (!value_body_is_whole(value)) {
			warn_once(cache);
			return false;
		}
		answer->body = text_of(arena, value->body);
		answer->body_length = value->body.length;
	}
	answer->origin = arena_text(arena, wish->origin);
	answer->source = arena_text(arena, wish->source);
	answer->subject = arena_text(arena, wish->subject);
	answer->retrieved_at = at;
	answer->state = value->state;
	answer->http_status = value->http_status;
	answer->confirmed_at = value_confirmed(value, at, wish->as_of);
	answer->asked_version = value->asked_version;
	answer->etag = text_of(arena, value->etag);
	answer->last_modified = text_of(arena, value->last_modified);
	answer->note = text_of(arena, value->note);
	return true;
}

/* The newest value in force; what is damaged is passed over. */
static bool
look(struct cache *cache, const struct wish *wish, struct arena *arena,
    struct answer *answer, struct value *value, int64_t *at)
{
	struct key wanted;
	struct span key, bytes, subject = span_text(wish->subject);
	int result;

	if (!key_make(&wanted, wish->origin, wish->source, wish->subject))
		return false;
	key_set_time(&wanted, wish->as_of);
	key = key_span(&wanted);
	for (result = store_seek(cache->store, STORE_ANSWERS, &key, &bytes);
	     result == 0 && key_same_subject(&wanted, key);
	     result = store_next(cache->store, STORE_ANSWERS, &key, &bytes)) {
		*at = key_time(key);
		if (!value_decode(bytes, value) ||
		    (wanted.digest && !span_equal(value->subject, subject))) {
			warn_once(cache);
			continue;
		}
		if (wish->found_only && value->state != ANSWER_FOUND)
			continue;
		if (!answer || fill(cache, arena, wish, *at, value, answer))
			return true;
	}
	if (result != 0 && result != STORE_NONE) {
		log_debug("%s: %s", cache->path, store_reason(result));
		warn_once(cache);
	}
	return false;
}

static bool
get(struct cache *cache, struct arena *arena, const struct wish *wish,
    struct answer *answer)
{
	const char *before = guard_enter(cache->guard);
	struct value value;
	int64_t at;
	bool found = look(cache, wish, arena, answer, &value, &at);

	guard_leave(before);
	return found;
}

bool
cache_get(struct cache *cache, struct arena *arena, const char *origin,
    const char *source, const char *subject, int64_t as_of, unsigned brief_version,
    bool want_body, struct answer *answer)
{
	struct wish wish = { origin, source, subject, as_of, brief_version, want_body,
		false };

	return get(cache, arena, &wish, answer);
}

bool
cache_get_found(struct cache *cache, struct arena *arena, const char *origin,
    const char *source, const char *subject, int64_t as_of, unsigned brief_version,
    bool want_body, struct answer *answer)
{
	struct wish wish = { origin, source, subject, as_of, brief_version, want_body,
		true };

	return get(cache, arena, &wish, answer);
}

static bool
look_for_attempt(
    struct cache *cache, const struct wish *wish, struct span *attempt, int64_t *at)
{
	struct key key;
	struct value value;
	int64_t answered;

	if (!key_make(&key, wish->origin, wish->source, wish->subject) ||
	    store_find(cache->store, STORE_ATTEMPTS, key_span(&key), attempt) != 0 ||
	    !bytes_sealed(*attempt) || attempt->length < 16)
		return false;
	*at = (int64_t)bytes_get_u64(attempt->bytes + 8);
	if (*at > wish->as_of)
		return false;
	return !look(cache, wish, NULL, NULL, &value, &answered) ||
	    *at >= value_confirmed(&value, answered, wish->as_of);
}

bool
cache_get_attempt(struct cache *cache, struct arena *arena, const char *origin,
    const char *source, const char *subject, int64_t as_of, int64_t *at,
    const char **note)
{
	struct wish wish = { origin, source, subject, as_of, 0, false, false };
	const char *before = guard_enter(cache->guard);
	struct span attempt;
	bool found = look_for_attempt(cache, &wish, &attempt, at);

	if (found)
		*note = text_of(
		    arena, (struct span){ attempt.bytes + 16, attempt.length - 16 });
	else /* One after `as_of` was seen, and is to stay unseen. */
		*at = 0;
	guard_leave(before);
	return found;
}
