/*
 * What the cache knows about works enters; wishes for the sources that fill
 * gaps leave.
 *
 * They are asked when all else is quiet.  What a work lacks depends on all of
 * its entries, and which those are on all answers: whoever asked sooner would
 * ask, and release, something else depending on the order of replies.
 */
#include "ask/inside.h"

#include "base/arena.h"

/* The first good id that the source can be asked about; false: none. */
static bool
pick_id(const struct work *work, const struct source *source, struct identifier *id)
{
	for (size_t i = 0; i < work->id_count; i++) {
		*id = work->ids[i].id;
		if (!record_id_is_refused(work->ids[i].status) &&
		    evidence_accepts(source, id->kind))
			return true;
	}
	return false;
}

/* What is known of a work: witnesses in the order of the registry. */
struct testimony {
	const struct work *work;
	struct witness *witnesses;
	size_t count;
};

static struct testimony
hear_all(struct asker *asker, struct arena *arena, const struct work *work)
{
	struct testimony all = { .work = work };

	all.count = evidence_about(asker->evidence, arena, work, &all.witnesses);
	return all;
}

/* The witnesses that were asked before the lane's source. */
static size_t
count_before(
    const struct asker *asker, const struct testimony *all, const struct lane *lane)
{
	size_t before = 0;

	for (const struct lane *t = asker->session->lanes; t != lane; t = t->next)
		while (before < all->count && all->witnesses[before].source == t->source)
			before++;
	return before;
}

/* Is its source to be asked about the work, and by which id? */
static bool
is_needed(const struct asker *asker, struct arena *arena, const struct testimony *all,
    const struct lane *lane, struct identifier *id)
{
	const struct source *source = lane->source;

	return (source->fills & asker->session->needs) != 0 &&
	    pick_id(all->work, source, id) &&
	    !merge_knows_registry(all->witnesses, all->count, source, *id) &&
	    merge_lacks(arena, all->witnesses, count_before(asker, all, lane),
		source->fills & asker->session->needs) != 0;
}

bool
ask_has_gap(const struct asker *asker, struct arena *arena, const struct work *work,
    struct witness *witnesses, size_t count)
{
	const struct testimony all = { work, witnesses, count };
	struct identifier id;

	for (const struct lane *lane = asker->session->lanes; lane != NULL;
	     lane = lane->next)
		if (is_needed(asker, arena, &all, lane, &id))
			return true;
	return false;
}

unsigned
ask_open_gaps(struct asker *asker, const struct work *work)
{
	struct arena *scratch = arena_new();
	struct testimony all = hear_all(asker, scratch, work);
	struct identifier id;
	unsigned bits = 0;

	for (const struct lane *lane = asker->session->lanes; lane != NULL;
	     lane = lane->next)
		if (is_needed(asker, scratch, &all, lane, &id) &&
		    !ask_is_fresh(asker, lane, id))
			bits |= lane->bit;
	arena_free(scratch);
	return bits;
}

/* Nobody knows a DOI of the lists': is it of who says so? */
static bool
ask_agency(struct asker *asker, const struct testimony *all)
{
	const struct work *work = all->work;
	bool comes = false;

	for (struct lane *lane = asker->session->lanes; lane != NULL; lane = lane->next)
		for (size_t i = 0; i < work->id_count; i++)
			if (evidence_accepts(lane->source, IDENTIFIER_PREFIX) &&
			    merge_wants_agency(all->witnesses, all->count, &work->ids[i]))
				comes |= ask_wish(asker, lane,
				    merge_prefix(asker->session->arena, work->ids[i].id),
				    work->entries[0]);
	return comes;
}

static size_t
count_queued(const struct asker *asker)
{
	size_t queued = 0;

	for (const struct lane *lane = asker->session->lanes; lane != NULL;
	     lane = lane->next)
		queued += plan_queued(lane->plan);
	return queued;
}

/* An answer may have joined a row to the work that was too old by itself. */
static bool
wish_for_joined(struct asker *asker, const struct work *work)
{
	size_t before;

	if (asker->session->settings->since == NULL || work->entry_count < 2)
		return false;
	before = count_queued(asker);
	for (size_t e = 0; e < work->entry_count; e++)
		ask_wish_entry(asker, work->entries[e]);
	return count_queued(asker) > before;
}

static bool
fill_work(struct asker *asker, struct arena *arena, const struct work *work)
{
	struct testimony all = hear_all(asker, arena, work);
	struct identifier id;
	bool searched = false;

	if (!ask_concerns(work) ||
	    join_scope(work, asker->session->settings->since,
		evidence_date(all.witnesses, all.count)) == SCOPE_OLDER)
		return false;
	/* Who registers what one registry has not got: only then the next is asked. */
	if (wish_for_joined(asker, work) || ask_agency(asker, &all))
		return true;
	for (struct lane *lane = asker->session->lanes; lane != NULL; lane = lane->next) {
		if (!is_needed(asker, arena, &all, lane, &id))
			continue;
		id.value = arena_text(asker->session->arena, id.value);
		/* The next one only sees what this one leaves open. */
		if (ask_wish(asker, lane, id, work->entries[0]))
			return true;
	}
	for (size_t e = 0; e < work->entry_count; e++)
		if (work->entries[e]->share == ENTRY_ASKED)
			searched |= ask_title(asker, work->entries[e]);
	return searched;
}

bool
ask_fill_works(struct asker *asker, const struct works *works, const bool *gaps)
{
	struct arena *scratch = arena_new();
	bool wished = false;

	for (size_t w = 0; w < works_count(works); w++) {
		if (gaps != NULL && !gaps[w])
			continue;
		wished |= fill_work(asker, scratch, works_at(works, w));
		ask_settle(asker);
		arena_reset(scratch);
		evidence_rest_at(asker->evidence, w);
	}
	arena_free(scratch);
	asker->filled = !wished;
	return wished;
}

bool
ask_fill(struct asker *asker)
{
	ask_hear_turned(asker);
	if (!ask_has_queue(asker))
		ask_wish_joined(asker);
	if (ask_has_queue(asker))
		return true;
	/* What a work lacks the shards know together, once they are merged. */
	return !asker->filled && asker->session->settings->shard.of <= 1 &&
	    ask_fill_works(asker, evidence_works(asker->evidence), NULL);
}
