/* A question and a time in, the answer that was in force out. */
#include <string.h>

#include "base/arena.h"
#include "base/log.h"
#include "cache/ages.h"
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
	answer->origin = wish->origin;
	answer->source = wish->source;
	answer->subject = wish->subject;
	answer->retrieved_at = at;
	answer->state = value->state;
	answer->http_status = value->http_status;
	answer->confirmed_at = value_confirmed(value, at, wish->as_of);
	answer->asked_version = value->asked_version;
	answer->etag = text_of(arena, value->etag);
	answer->last_modified = text_of(arena, value->last_modified);
	answer->note = text_of(arena, value->note);
	ages_decode(arena, value->ages, answer);
	return true;
}

/* The values about one subject, newest first. */
struct walk {
	struct key wanted;
	struct value value;
	int64_t at;
	bool begun;
};

/* On to the next value in force; what is damaged is passed over. */
static bool
walk_on(struct cache *cache, const struct wish *wish, struct walk *walk)
{
	struct span key, bytes, subject = bytes_text(wish->subject);
	int result;

	if (!walk->begun &&
	    !key_make(&walk->wanted, wish->origin, wish->source, wish->subject))
		return false;
	if (!walk->begun)
		key_set_time(&walk->wanted, wish->as_of);
	key = key_span(&walk->wanted);
	for (result = walk->begun ? store_next(cache->store, STORE_ANSWERS, &key, &bytes)
				  : store_seek(cache->store, STORE_ANSWERS, &key, &bytes);
	     result == 0 && key_same_subject(key_span(&walk->wanted), key);
	     result = store_next(cache->store, STORE_ANSWERS, &key, &bytes)) {
		walk->at = key_time(key);
		walk->begun = true;
		if (value_decode(bytes, key, &walk->value) &&
		    (!walk->wanted.digest || bytes_equal(walk->value.subject, subject)))
			return true;
		warn_once(cache);
	}
	if (result != 0 && result != STORE_NONE) {
		log_debug("%s: %s", cache->path, store_reason(result));
		warn_once(cache);
	}
	return false;
}

/* The newest answer in force. */
static bool
look(struct cache *cache, const struct wish *wish, struct arena *arena,
    struct answer *answer)
{
	struct walk walk = { .begun = false };

	while (walk_on(cache, wish, &walk))
		if ((!wish->found_only || walk.value.state == ANSWER_FOUND) &&
		    fill(cache, arena, wish, walk.at, &walk.value, answer))
			return true;
	return false;
}

static bool
get(struct cache *cache, struct arena *arena, const struct wish *wish,
    struct answer *answer)
{
	const char *before = guard_enter(cache->guard);
	bool found = look(cache, wish, arena, answer);

	guard_leave(before);
	if (found) {
		answer->origin = arena_text(arena, wish->origin);
		answer->source = arena_text(arena, wish->source);
		answer->subject = arena_text(arena, wish->subject);
	}
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

/* The attempt noted beside the answers, when it was made by `as_of`. */
static bool
find_attempt(struct cache *cache, const struct key *key, int64_t as_of, struct span *note,
    int64_t *at)
{
	struct span under = { key->bytes, key->subject_end }, attempt;
	uint64_t noted;

	/* Mostly there is none at all. */
	if (store_count(cache->store, STORE_ATTEMPTS, &noted) != 0 || noted == 0)
		return false;
	if (store_find(cache->store, STORE_ATTEMPTS, under, &attempt) != 0 ||
	    !bytes_sealed(attempt, under) || attempt.length < 16)
		return false;
	*at = (int64_t)bytes_get_u64(attempt.bytes + 8);
	*note = (struct span){ attempt.bytes + 16, attempt.length - 16 };
	return *at <= as_of;
}

static bool
look_for_attempt(
    struct cache *cache, const struct wish *wish, struct span *note, int64_t *at)
{
	struct walk walk = { .begun = false };
	struct key key;

	return key_make(&key, wish->origin, wish->source, wish->subject) &&
	    find_attempt(cache, &key, wish->as_of, note, at) &&
	    (!walk_on(cache, wish, &walk) ||
		*at >= value_confirmed(&walk.value, walk.at, wish->as_of));
}

bool
cache_get_attempt(struct cache *cache, struct arena *arena, const char *origin,
    const char *source, const char *subject, int64_t as_of, int64_t *at,
    const char **note)
{
	struct wish wish = { origin, source, subject, as_of, 0, false, false };
	const char *before = guard_enter(cache->guard);
	struct span words;
	bool found = look_for_attempt(cache, &wish, &words, at);

	if (found)
		*note = text_of(arena, words);
	else /* One after `as_of` was seen, and is to stay unseen. */
		*at = 0;
	guard_leave(before);
	return found;
}

/* The find that speaks now, NULL: none so far. */
static const struct answer *
speaking(const struct cache_seen *seen)
{
	if (seen->answered && seen->newest.state == ANSWER_FOUND)
		return &seen->newest;
	return seen->has_found ? &seen->found : NULL;
}

/* Takes the value when it is the newest, or a find that stands behind that. */
static void
see(struct cache *cache, struct arena *arena, const struct wish *wish,
    const struct walk *walk, struct cache_seen *seen)
{
	const struct answer *speaks = speaking(seen);
	struct wish before = *wish;

	if (!seen->answered) {
		seen->answered = fill(
		    cache, arena, wish, walk->at, &walk->value, &seen->newest);
	} else if (walk->value.state == ANSWER_FOUND && speaks == NULL) {
		seen->has_found = fill(
		    cache, arena, wish, walk->at, &walk->value, &seen->found);
	} else if (walk->value.state == ANSWER_FOUND) {
		before.as_of = speaks->retrieved_at - 1;
		seen->has_before = fill(
		    cache, arena, &before, walk->at, &walk->value, &seen->before);
	}
}

/* Nothing that stands behind it is of use any more. */
static bool
has_seen_all(const struct cache_seen *seen)
{
	const struct answer *speaks = speaking(seen);

	return seen->has_before ||
	    (speaks != NULL && speaks->confirmed_at > speaks->retrieved_at);
}

void
cache_look(struct cache *cache, struct arena *arena, const char *origin,
    const char *source, const char *subject, int64_t as_of, unsigned brief_version,
    struct cache_seen *seen)
{
	struct wish wish = { origin, source, subject, as_of, brief_version, false,
		false };
	const char *before = guard_enter(cache->guard);
	struct walk walk = { .begun = false };
	int64_t confirmed = INT64_MIN, at;
	struct span note;
	bool known = key_make(&walk.wanted, origin, source, subject) &&
	    asked_maybe(cache, &walk.wanted);

	*seen = (struct cache_seen){ .answered = false };
	while (known && !has_seen_all(seen) && walk_on(cache, &wish, &walk)) {
		if (confirmed == INT64_MIN)
			confirmed = value_confirmed(&walk.value, walk.at, as_of);
		see(cache, arena, &wish, &walk, seen);
	}
	if (known && find_attempt(cache, &walk.wanted, as_of, &note, &at) &&
	    at >= confirmed)
		seen->attempted_at = at;
	if (known && confirmed == INT64_MIN && seen->attempted_at == 0)
		asked_in_vain(cache);
	guard_leave(before);
}
