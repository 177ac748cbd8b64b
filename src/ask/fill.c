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

/* The witnesses that were asked before source `s`. */
static size_t
count_before(
    const struct run *run, const struct witness *witnesses, size_t count, size_t s)
{
	size_t before = 0;

	/* They are in the order of the registry. */
	for (size_t t = 0; t < s; t++)
		while (before < count && witnesses[before].source == run->sources[t])
			before++;
	return before;
}

/* Is source `s` to be asked about the work, and by which id? */
static bool
is_needed(const struct run *run, struct arena *arena, const struct work *work,
    const struct witness *witnesses, size_t count, size_t s, struct identifier *id)
{
	const struct source *source = run->sources[s];

	return source->fills != 0 && pick_id(work, source, id) &&
	    merge_lacks(arena, witnesses, count_before(run, witnesses, count, s),
		source->fills) != 0;
}

bool
ask_has_gap(const struct run *run, struct arena *arena, const struct work *work,
    const struct witness *witnesses, size_t count)
{
	struct identifier id;

	for (size_t s = 0; s < run->source_count; s++)
		if (is_needed(run, arena, work, witnesses, count, s, &id))
			return true;
	return false;
}

unsigned
ask_open_gaps(struct asker *asker, const struct work *work)
{
	struct run *run = asker->run;
	struct arena *scratch = arena_new();
	struct witness *witnesses;
	struct identifier id;
	size_t count = evidence_about(run->evidence, scratch, work, &witnesses);
	unsigned bits = 0;

	for (size_t s = 0; s < run->source_count; s++)
		if (is_needed(run, scratch, work, witnesses, count, s, &id) &&
		    !ask_is_fresh(asker, s, id))
			bits |= 1u << s;
	arena_free(scratch);
	return bits;
}

static bool
fill_work(struct asker *asker, struct arena *arena, const struct work *work)
{
	struct run *run = asker->run;
	struct witness *witnesses;
	struct identifier id;
	size_t count = evidence_about(run->evidence, arena, work, &witnesses);

	if (join_scope(work, run->settings->since, evidence_date(witnesses, count)) ==
	    SCOPE_OLDER)
		return false;
	for (size_t s = 0; s < run->source_count; s++) {
		if (!is_needed(run, arena, work, witnesses, count, s, &id))
			continue;
		id.value = arena_text(run->arena, id.value);
		/* The next one only sees what this one leaves open. */
		if (ask_wish(asker, s, id, work->entries[0]))
			return true;
	}
	return false;
}

bool
ask_fill_works(struct asker *asker, const struct works *works, const bool *gaps)
{
	struct run *run = asker->run;
	struct arena *scratch = arena_new();
	bool wished = false;

	for (size_t w = 0; w < works_count(works); w++) {
		if (gaps != NULL && !gaps[w])
			continue;
		wished |= fill_work(asker, scratch, works_at(works, w));
		arena_reset(scratch);
		evidence_rest_works_at(run->evidence, w);
		arena_rest_at(run->arena, w);
	}
	arena_free(scratch);
	asker->filled = !wished;
	return wished;
}

bool
ask_fill(struct asker *asker)
{
	struct run *run = asker->run;

	return !asker->filled &&
	    ask_fill_works(asker,
		evidence_works(run->evidence, run->lists, run->list_count, run->arena),
		NULL);
}
