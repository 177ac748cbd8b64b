/*
 * Works enter as they are derived, parts of a memo leave; and in a quiet run the works
 * of those that an earlier one left.
 */
#include "derive/quiet.h"

#include "base/arena.h"
#include "base/stop.h"

enum {
	PART = 256 << 10,      /* bytes of a memo with works, about */
	MOST_BYTES = 32 << 20, /* of all: what is larger is not kept */
};

static const char *
part_name(const struct maker *maker, struct arena *arena, size_t part)
{
	return arena_printf(arena, "kept of %s, %zu", session_name(maker->session), part);
}

/* The works of one part; false: it is not whole. */
static bool
each_of_part(struct maker *maker, struct arena *arena, size_t part, keeper_see *see,
    struct release *release)
{
	struct arena *bytes = arena_new();
	size_t length = 0;
	const char *at = cache_memo(
	    maker->session->cache, bytes, part_name(maker, bytes, part), &length);
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
		each_of_part(maker, arena, part, see, release);
	arena_free(arena);
}

bool
keeper_is_whole(struct maker *maker, size_t parts)
{
	struct arena *arena = arena_new();
	bool whole = true;

	for (size_t part = 0; part < parts && whole; part++)
		whole = each_of_part(maker, arena, part, NULL, NULL);
	arena_free(arena);
	return whole;
}

void
keeper_open(struct keeper *keeper, bool keeps)
{
	*keeper = (struct keeper){ .keeps = keeps, .arena = arena_new() };
	buffer_init(&keeper->part, 0);
}

void
keeper_free(struct keeper *keeper)
{
	arena_free(keeper->arena);
	buffer_free(&keeper->part);
}

/* Out of the way, until it is known whether it is of use. */
static void
end_part(struct keeper *keeper)
{
	keeper->ended = arena_push(
	    keeper->arena, keeper->ended, keeper->parts, sizeof *keeper->ended);
	keeper->ended[keeper->parts++] = (struct kept_part){
		arena_text_n(keeper->arena, keeper->part.bytes, keeper->part.length),
		keeper->part.length
	};
	arena_rest(keeper->arena);
	keeper->bytes += keeper->part.length;
	keeper->keeps = keeper->bytes < MOST_BYTES;
	buffer_clear(&keeper->part);
}

void
keeper_add(struct keeper *keeper, struct maker *maker, const struct kept_work *work)
{
	if (!keeper->keeps)
		return;
	if (work->findings.until != 0 &&
	    (keeper->until == 0 || work->findings.until < keeper->until))
		keeper->until = work->findings.until;
	kept_work_put(&keeper->part, maker->reading, work);
	if (keeper->part.length >= PART)
		end_part(keeper);
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
	struct arena *arena;

	if (keeper->is_recalled)
		return true;
	if (keeper->part.length > 0)
		end_part(keeper);
	if (!keeper->keeps)
		return false;
	arena = arena_new();
	for (size_t i = 0; i < keeper->parts; i++)
		cache_put_memo(maker->session->cache, part_name(maker, arena, i),
		    keeper->ended[i].bytes, keeper->ended[i].length);
	arena_free(arena);
	drop_others(keeper, maker);
	return true;
}
