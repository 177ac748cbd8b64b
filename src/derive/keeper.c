/*
 * Works enter as they are derived, parts of a memo leave; and in a quiet run the works
 * of those that an earlier one left.
 */
#include "derive/quiet.h"

#include <string.h>

#include "base/arena.h"
#include "base/stop.h"

enum {
	PART = 256 << 10,   /* bytes of a memo with works, about */
	PORTION = 32 << 20, /* of those that one commit takes */
	RESTS = 64,         /* parts that are held, before their memory is let go */
};

static const char *
part_name(const struct maker *maker, struct arena *arena, size_t part)
{
	return arena_printf(arena, "kept of %s, %zu", session_name(maker->session), part);
}

/* NULL: it is not there, or of another run than the head. */
static const char *
read_part(
    struct maker *maker, struct arena *arena, size_t part, uint64_t tag, size_t *length)
{
	const char *bytes = cache_memo(
	    maker->session->cache, arena, part_name(maker, arena, part), length);

	if (bytes == NULL || *length < sizeof tag || memcmp(bytes, &tag, sizeof tag) != 0)
		return NULL;
	*length -= sizeof tag;
	return bytes + sizeof tag;
}

/* The works of one part; false: it is not whole. */
static bool
each_of_part(struct maker *maker, struct arena *arena, size_t part, uint64_t tag,
    keeper_see *see, struct release *release)
{
	struct arena *bytes = arena_new();
	size_t length = 0;
	const char *at = read_part(maker, bytes, part, tag, &length);
	const char *end = at == NULL ? NULL : at + length;
	bool whole = at != NULL;

	while (whole && at < end && stop_signal() == 0) {
		struct kept_work work;

		arena_reset(arena);
		whole = kept_work_get(arena, maker->reading, &at, end, &work);
		if (whole && see != NULL)
			see(maker, &work, release);
	}
	arena_free(bytes);
	return whole;
}

void
keeper_each(struct maker *maker, const struct keeper *keeper, keeper_see *see,
    struct release *release)
{
	struct arena *arena = arena_new();

	for (size_t part = 0; part < keeper->parts && stop_signal() == 0; part++)
		each_of_part(maker, arena, part, keeper->tag, see, release);
	arena_free(arena);
}

bool
keeper_is_whole(struct maker *maker, size_t parts, uint64_t tag)
{
	struct arena *arena = arena_new();
	bool whole = true;

	for (size_t part = 0; part < parts && whole; part++)
		whole = each_of_part(maker, arena, part, tag, NULL, NULL);
	arena_free(arena);
	return whole;
}

void
keeper_open(struct keeper *keeper, const struct maker *maker, bool keeps)
{
	*keeper = (struct keeper){ .keeps = keeps };
	/* Each run that leaves parts ends with a commit. */
	if (maker->session->cache != NULL)
		keeper->tag = cache_age(maker->session->cache).commits;
	buffer_init(&keeper->part, 0);
	buffer_init(&keeper->text, 0);
	keeper->before.bytes = arena_new();
	keeper->holds = arena_new();
}

void
keeper_free(struct keeper *keeper)
{
	arena_free(keeper->before.bytes);
	arena_free(keeper->holds);
	buffer_free(&keeper->part);
	buffer_free(&keeper->text);
}

void
keeper_recall(struct keeper *keeper, size_t parts, uint64_t tag)
{
	keeper->before.parts = parts;
	keeper->before.tag = tag;
}

/* The next work of the release before; false: there is none, or it is not whole. */
static bool
read_next(struct keeper *keeper, struct maker *maker)
{
	size_t length = 0;

	if (keeper->before.length > 0) {
		for (size_t t = 0; t < RELEASE_TEXTS; t++)
			keeper->before.behind[t] += keeper->before.work.texts.lengths[t];
		keeper->before.at += keeper->before.length;
	}
	while (keeper->before.at == keeper->before.end) {
		if (keeper->before.part == keeper->before.parts)
			return false;
		arena_reset(keeper->before.bytes);
		keeper->before.at = read_part(maker, keeper->before.bytes,
		    keeper->before.part++, keeper->before.tag, &length);
		if (keeper->before.at == NULL)
			return false;
		keeper->before.end = keeper->before.at + length;
	}
	keeper->before.length = kept_work_look(
	    keeper->before.at, keeper->before.end, &keeper->before.work);
	return keeper->before.length > 0;
}

/* Up to the one of that id or behind it. */
static bool
is_there(struct keeper *keeper, struct maker *maker, const char *id)
{
	while (keeper->before.parts > 0 &&
	    (keeper->before.length == 0 || strcmp(keeper->before.work.record.id, id) < 0))
		if (!read_next(keeper, maker))
			keeper->before.parts = 0;
	return keeper->before.parts > 0 && strcmp(keeper->before.work.record.id, id) == 0;
}

struct kept_work *
keeper_find(struct keeper *keeper, struct maker *maker, struct arena *arena,
    const char *id, const uint64_t key[KEPT_KEY])
{
	struct kept_work *work = arena_alloc(arena, sizeof *work);
	const char *at;

	if (!is_there(keeper, maker, id) ||
	    memcmp(keeper->before.work.key, key, sizeof work->key) != 0)
		return NULL;
	at = keeper->before.at;
	if (!kept_work_get(arena, maker->reading, &at, keeper->before.end, work) ||
	    (work->findings.until != 0 && maker->session->clock >= work->findings.until))
		return NULL;
	keeper->before.found++;
	work->texts.known = true;
	memcpy(work->texts.behind, keeper->before.behind, sizeof work->texts.behind);
	return work;
}

/* Without a head nobody knows of it. */
static void
put_part(
    struct keeper *keeper, const struct maker *maker, const char *bytes, size_t length)
{
	struct arena *arena = arena_new();

	cache_put_memo(maker->session->cache, part_name(maker, arena, keeper->parts++),
	    bytes, length);
	arena_free(arena);
}

/* A commit has all of it in memory: what is beyond its portion is held until the release is
 * there, with which the other things that wait go. */
static void
end_part(struct keeper *keeper, const struct maker *maker)
{
	struct buffer *part = &keeper->part;

	if (keeper->bytes < PORTION) {
		put_part(keeper, maker, part->bytes, part->length);
	} else {
		keeper->held = arena_push(keeper->holds, keeper->held, keeper->held_count,
		    sizeof *keeper->held);
		keeper->held[keeper->held_count++] = (struct keeper_part){
			arena_text_n(keeper->holds, part->bytes, part->length),
			part->length
		};
		if (keeper->held_count % RESTS == 0)
			arena_rest(keeper->holds);
	}
	keeper->bytes += part->length;
	keeper->keeps = keeper->bytes < 2 * arena_memory_share();
	buffer_clear(part);
}

void
keeper_add(struct keeper *keeper, struct maker *maker, const struct kept_work *work)
{
	if (!keeper->keeps)
		return;
	if (work->findings.until != 0 &&
	    (keeper->until == 0 || work->findings.until < keeper->until))
		keeper->until = work->findings.until;
	if (keeper->part.length == 0)
		buffer_add(&keeper->part, &keeper->tag, sizeof keeper->tag);
	kept_work_put(&keeper->part, maker->reading, work);
	if (keeper->part.length >= PART)
		end_part(keeper, maker);
}

static bool
put_held(struct keeper *keeper, const struct maker *maker)
{
	size_t waiting = PORTION;

	for (size_t i = 0; i < keeper->held_count; i++) {
		const struct keeper_part *part = &keeper->held[i];

		if (waiting >= PORTION) {
			if (session_commit(maker->session) != 0)
				return false;
			arena_rest(keeper->holds);
			waiting = 0;
		}
		put_part(keeper, maker, part->bytes, part->length);
		waiting += part->length;
	}
	return true;
}

/* Parts of an earlier run that had more. */
static void
drop_others(const struct keeper *keeper, const struct maker *maker)
{
	struct cache *cache = maker->session->cache;
	struct arena *arena = arena_new();
	size_t length = 0;

	for (size_t part = keeper->parts;
	     cache_memo(cache, arena, part_name(maker, arena, part), &length) != NULL &&
	     length > 0;
	     part++) {
		cache_put_memo(cache, part_name(maker, arena, part), "", 0);
		arena_reset(arena);
	}
	arena_free(arena);
}

bool
keeper_close(struct keeper *keeper, const struct maker *maker)
{
	if (keeper->is_recalled)
		return true;
	if (keeper->part.length > 0)
		end_part(keeper, maker);
	if (!keeper->keeps || !put_held(keeper, maker))
		return false;
	drop_others(keeper, maker);
	return true;
}
