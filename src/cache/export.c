/* An open cache in, JSON Lines out, in the order of the keys. */
#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/json.h"
#include "cache/ages.h"
#include "cache/guard.h"
#include "cache/inside.h"
#include "cache/line.h"

enum { FLUSH_BYTES = 256 << 10 };

static int
flush(struct buffer *out, int descriptor)
{
	size_t done = 0;

	while (done < out->length) {
		ssize_t wrote = write(descriptor, out->bytes + done, out->length - done);

		if (wrote < 0 && errno != EINTR)
			return errno;
		if (wrote > 0)
			done += (size_t)wrote;
	}
	buffer_clear(out);
	return 0;
}

static const char *
text_of(struct arena *arena, struct span span)
{
	return span.length > 0 ? arena_text_n(arena, span.bytes, span.length) : NULL;
}

/* false: damaged, and so left out. */
static bool
make_answer(
    struct arena *arena, struct span key, struct span bytes, struct answer *answer)
{
	struct key_parts parts;
	struct value value;

	if (!key_split(key, &parts) || !value_decode(bytes, key, &value) ||
	    !value_body_is_whole(&value))
		return false;
	*answer = (struct answer){
		.origin = parts.origin,
		.source = parts.source,
		.subject = parts.digest ? text_of(arena, value.subject) : parts.subject,
		.retrieved_at = parts.at,
		.state = value.state,
		.http_status = value.http_status,
		.confirmed_at = value.confirmed_at,
		.asked_version = value.asked_version,
		.etag = text_of(arena, value.etag),
		.last_modified = text_of(arena, value.last_modified),
		.note = text_of(arena, value.note),
		.body = value.body.bytes,
		.body_length = value.body.length,
	};
	return ages_decode(arena, value.ages, answer);
}

struct sink {
	struct buffer out;
	struct json_writer *writer;
	struct arena *arena;
	int descriptor;
	uint64_t written, damaged;
};

/* 0, a failure of the store, or (*error) of the descriptor. */
static int
write_answers(struct cache *cache, struct sink *sink, int *error)
{
	struct span key = { 0 }, bytes;
	struct answer answer;
	int result;

	for (result = store_seek(cache->store, STORE_ANSWERS, &key, &bytes); result == 0;
	     result = store_next(cache->store, STORE_ANSWERS, &key, &bytes)) {
		if (make_answer(sink->arena, key, bytes, &answer)) {
			line_write_answer(sink->writer, &answer, sink->arena);
			sink->written++;
		} else {
			sink->damaged++;
		}
		arena_reset(sink->arena);
		if (sink->out.length >= FLUSH_BYTES &&
		    (*error = flush(&sink->out, sink->descriptor)) != 0)
			return 0;
	}
	*error = flush(&sink->out, sink->descriptor);
	return result == STORE_NONE ? 0 : result;
}

bool
cache_export(
    struct cache *cache, int descriptor, uint64_t *counted, struct cache_trouble *trouble)
{
	const char *before = guard_enter(cache->guard);
	struct sink sink = { .arena = arena_new(), .descriptor = descriptor };
	int result, error = 0;

	if (trouble)
		*trouble = (struct cache_trouble){ 0 };
	buffer_init(&sink.out, 0);
	sink.writer = json_writer_new(&sink.out, false);
	result = write_answers(cache, &sink, &error);
	json_writer_free(sink.writer);
	buffer_free(&sink.out);
	arena_free(sink.arena);
	guard_leave(before);
	*counted = sink.written;
	if (error != 0)
		trouble_say(trouble,
		    "the export cannot be written: %s; it is "
		    "not complete",
		    strerror(error));
	else if (result != 0)
		trouble_say_result(trouble, "cannot read", cache->path, result);
	else if (sink.damaged > 0)
		trouble_say(trouble,
		    "%s: %llu damaged answers were left out; "
		    "`enrich cache gc` drops them to be asked again",
		    cache->path, (unsigned long long)sink.damaged);
	return error == 0 && result == 0 && sink.damaged == 0;
}
