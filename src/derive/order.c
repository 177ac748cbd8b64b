/*
 * Works enter; their places in the release leave: ids that earlier releases
 * fixed are kept, the rest gets the best id there is, sorted by bytes.
 */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "derive/inside.h"
#include "join/join.h"

/* Works that lose an id may take another's; then they are numbered. */
#define MOST_TURNS 3

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

static bool
is_refused_id(struct arena *arena, const struct work *work, const char *id)
{
	struct identifier parsed;

	if (!identifier_parse(arena, id, &parsed))
		return false;
	for (size_t i = 0; i < work->id_count; i++)
		if (record_id_is_refused(work->ids[i].status) &&
		    identifier_equal(work->ids[i].id, parsed))
			return true;
	return false;
}

/* The oldest counts: of two works that are one now, that one's id stays. */
static void
keep_oldest(struct registered *best, const struct registered *other)
{
	int order;

	if (best->id == NULL) {
		*best = *other;
		return;
	}
	order = best->first_seen == NULL || other->first_seen == NULL
	    ? 0
	    : strcmp(other->first_seen, best->first_seen);
	if (order < 0 || (order == 0 && strcmp(other->id, best->id) < 0))
		*best = *other;
}

/*
 * Its identifiers that name no other work, as long as the id is still one of the
 * work's own; then its rows, whatever they link now: a title that is found late, a
 * link that is replaced give no new id, unless that is what the work was parted from.
 */
bool
derive_registered(const struct session *session, const struct predecessor *predecessor,
    const struct work *work, struct registered *registered)
{
	struct arena *scratch = arena_new();
	struct registered found;

	*registered = (struct registered){ 0 };
	for (size_t i = 0; i < work->id_count; i++)
		if (!record_id_is_refused(work->ids[i].status) && !work->ids[i].shared &&
		    look_up(session, predecessor,
			identifier_key(scratch, work->ids[i].id), &found) &&
		    is_own_id(scratch, work, found.id))
			keep_oldest(registered, &found);
	/* Mostly a row alone, and known by what it links. */
	for (size_t i = 0;
	     (registered->id == NULL || work->entry_count > 1) && i < work->entry_count;
	     i++)
		if (look_up(session, predecessor,
			entry_key(
			    scratch, work->entries[i]->list, work->entries[i]->title),
			&found) &&
		    !is_refused_id(scratch, work, found.id))
			keep_oldest(registered, &found);
	arena_free(scratch);
	return registered->id != NULL;
}

static int
by_id(const void *a, const void *b)
{
	const struct place *left = a, *right = b;
	int order = strcmp(left->id, right->id);

	if (order == 0)
		order = right->is_own - left->is_own;
	if (order == 0)
		order = entry_compare(left->work->entries[0], right->work->entries[0]);
	return order;
}

/*
 * Two works that an older release held for one: whose identifier it is, or who
 * comes first, keeps its id.
 */
static bool
part_same_ids(const struct maker *maker, struct place *places, size_t count, bool last)
{
	struct arena *scratch = arena_new();
	const char *shared = "";
	bool parted = false;
	unsigned n = 1;

	for (size_t i = 0; i < count; i++) {
		struct place *place = &places[i];

		if (strcmp(place->id, shared) != 0) {
			shared = place->id;
			n = 1;
			continue;
		}
		place->id = place->registered.id != NULL && !last
		    ? arena_text(maker->arena, derive_id(maker, scratch, place->work))
		    : arena_printf(maker->arena, "%s#%u", shared, ++n);
		place->registered = (struct registered){ 0 };
		place->is_own = is_own_id(scratch, place->work, place->id);
		parted = true;
		arena_reset(scratch);
	}
	arena_free(scratch);
	return parted;
}

struct place *
order_works(struct maker *maker)
{
	struct session *session = maker->session;
	const struct works *works = maker->works = evidence_works(maker->evidence);
	size_t count = works_count(works);
	struct arena *scratch = arena_new();
	struct place *places = arena_alloc(maker->arena, (count + 1) * sizeof *places);

	for (size_t i = 0; i < count; i++) {
		struct place *place = &places[i];
		place->work = works_at(works, i);
		derive_registered(
		    session, maker->predecessor, place->work, &place->registered);
		place->id = place->registered.id != NULL
		    ? place->registered.id
		    : arena_text(maker->arena, derive_id(maker, scratch, place->work));
		/* What nobody issues an identifier for has only its id. */
		if (place->registered.id == NULL)
			look_up(
			    session, maker->predecessor, place->id, &place->registered);
		place->is_own = is_own_id(scratch, place->work, place->id);
		arena_reset(scratch);
		evidence_rest_at(maker->evidence, i);
	}
	arena_free(scratch);
	qsort(places, count, sizeof *places, by_id);
	for (unsigned turn = 1; part_same_ids(maker, places, count, turn > MOST_TURNS);
	     turn++)
		qsort(places, count, sizeof *places, by_id);
	return places;
}
