/*
 * Works enter; their places in the release leave: ids that earlier releases
 * fixed are kept, the rest gets the best id there is, sorted by bytes.
 */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "derive/inside.h"
#include "join/join.h"

/* After a merge gone wrong an id would stick to the wrong work: it must still
 * be one of the work's own (or name no identifier at all). */
static bool
is_own_id(struct arena *arena, const struct work *work, const char *id)
{
	struct identifier parsed;

	if (strncmp(id, "url:", 4) == 0 || strncmp(id, "list:", 5) == 0 ||
	    !identifier_parse(arena, id, &parsed))
		return true;
	for (size_t i = 0; i < work->id_count; i++)
		if (!record_id_is_refused(work->ids[i].status) &&
		    identifier_equal(work->ids[i].id, parsed))
			return true;
	return false;
}

static bool
look_up(const struct session *session, const struct predecessor *predecessor,
    const char *key, struct registered *registered)
{
	if (predecessor != NULL && predecessor_work(predecessor, key, registered))
		return true;
	return session->cache != NULL &&
	    cache_registered(session->cache, session->arena, key, registered);
}

bool
derive_registered(const struct session *session, const struct predecessor *predecessor,
    const struct work *work, struct registered *registered)
{
	struct arena *scratch = arena_new();
	bool found = false;

	for (size_t i = 0; i < work->id_count && !found; i++)
		found = !record_id_is_refused(work->ids[i].status) &&
		    look_up(session, predecessor,
			identifier_key(scratch, work->ids[i].id), registered) &&
		    is_own_id(scratch, work, registered->id);
	arena_free(scratch);
	if (!found)
		*registered = (struct registered){ 0 };
	return found;
}

static int
by_id(const void *a, const void *b)
{
	const struct place *left = a, *right = b;

	return strcmp(left->id, right->id);
}

/* Two works that an older release held for one: only the first keeps its id. */
static bool
part_same_ids(struct arena *arena, struct place *places, size_t count)
{
	bool parted = false;

	for (size_t i = 1; i < count; i++) {
		if (strcmp(places[i].id, places[i - 1].id) != 0)
			continue;
		places[i].registered = (struct registered){ 0 };
		for (unsigned n = 2; strcmp(places[i].id, places[i - 1].id) == 0; n++)
			places[i].id = arena_printf(arena, "%s#%u", places[i].id, n);
		parted = true;
	}
	return parted;
}

struct place *
order_works(const struct maker *maker)
{
	struct session *session = maker->session;
	size_t count = works_count(maker->works);
	struct arena *scratch = arena_new();
	struct place *places = arena_alloc(maker->arena, (count + 1) * sizeof *places);

	for (size_t i = 0; i < count; i++) {
		struct place *place = &places[i];
		place->work = works_at(maker->works, i);
		derive_registered(
		    session, maker->predecessor, place->work, &place->registered);
		place->id = place->registered.id != NULL
		    ? place->registered.id
		    : arena_text(maker->arena, derive_id(maker, scratch, place->work));
		/* What nobody issues an identifier for has only its id. */
		if (place->registered.id == NULL)
			look_up(
			    session, maker->predecessor, place->id, &place->registered);
		arena_reset(scratch);
		evidence_rest_at(maker->evidence, i);
	}
	arena_free(scratch);
	qsort(places, count, sizeof *places, by_id);
	if (part_same_ids(maker->arena, places, count))
		qsort(places, count, sizeof *places, by_id);
	return places;
}
