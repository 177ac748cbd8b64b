/*
 * DERIVE: lists and cache enter, a release leaves.  Nothing is sent, and two
 * blocks of works are in memory: one is derived, one is written.
 */
#include "derive/inside.h"
#include "derive/quiet.h"

#include <string.h>

#include "base/arena.h"
#include "base/clock.h"
#include "base/log.h"
#include "base/stop.h"
#include "base/strmap.h"
#include "findings/findings.h"
#include "join/join.h"
#include "release/folder/folder.h"

enum { BLOCK = 32 }; /* works that are derived while as many are written */

/* What is registered is kept in the cache, of a run that may write. */
static bool
may_register(const struct session *session)
{
	return !session->settings->offline && session->cache != NULL;
}

static bool
is_left_out(const struct maker *maker, const struct record *record)
{
	return record->scope == SCOPE_OLDER &&
	    strcmp(maker->session->settings->older, "drop") == 0;
}

/* By its scope. */
static void
count_work(
    struct maker *maker, const struct record *record, const struct merge_input *input)
{
	struct derived *derived = maker->derived;

	if (record->scope == SCOPE_OLDER) {
		derived->entries_older += record->mention_count;
		return;
	}
	*(record->scope == SCOPE_IN ? &derived->entries_in
				    : &derived->entries_undated) += record->mention_count;
	derive_count(maker, input);
}

static void
tell_overridden(struct maker *maker, const struct kept_work *work)
{
	for (size_t i = 0; i < work->overridden_count; i++)
		strmap_put(maker->overridden, work->overridden[i], maker);
}

/* Derived just now, or in the run that kept it. */
static void
add_work(struct maker *maker, struct kept_work *work, struct release *release)
{
	tell_overridden(maker, work);
	release_add(release, &work->record, &work->texts);
	derive_keep_findings(maker, &work->findings);
}

static void
decide_work(struct maker *maker, struct arena *arena, const struct place *place,
    struct strmap *used, struct derived_work *derived, struct kept_work *work)
{
	struct record *record = &derived->record;

	derive_decide(arena, maker->spellings, derived);
	derive_name(derived, place->id);
	if (record->first_seen == NULL)
		record->first_seen = clock_date_text(arena, maker->session->clock);
	if (!is_left_out(maker, record))
		record->citation_key = derive_citation_key(
		    maker, arena, used, &place->registered, record);
	work->record = *record;
	work->findings = derived->findings;
	work->overridden = derive_overridden(arena, &derived->input);
	work->overridden_count = derived->input.override_count;
}

static void
write_work(struct maker *maker, struct arena *arena, const struct place *place,
    struct strmap *used, struct release *release)
{
	struct keeper *keeper = maker->keeper;
	struct kept_work made = { .texts.known = false }, *kept = NULL, *work = &made;
	struct derived_work derived;

	derive_gather(maker->session, maker->evidence, arena, place->work,
	    &place->registered, &derived);
	if (keeper->keeps || keeper->before.parts > 0)
		kept_key(maker, place, &derived.input, &keeper->text, made.key);
	/* Else its citation key hangs on those of others. */
	if (place->registered.citation_key != NULL)
		kept = keeper_find(keeper, maker, arena, place->id, made.key);
	if (kept != NULL)
		work = kept;
	else
		decide_work(maker, arena, place, used, &derived, &made);
	count_work(maker, &work->record, &derived.input);
	if (is_left_out(maker, &work->record)) {
		tell_overridden(maker, work);
		keeper->keeps &= work->overridden_count == 0;
		return;
	}
	add_work(maker, work, release);
	work->texts.known = false; /* to whom it is kept for */
	keeper_add(keeper, maker, work);
	/* What was kept is registered since then. */
	if (kept == NULL && may_register(maker->session))
		derive_register(maker->session->cache, arena, &work->record);
}

/* Works of a block, which are derived while those of the last one are written. */
struct block {
	struct maker *maker;
	struct arena *arena;
	const struct place *places;
	size_t at, count; /* of the places */
	struct strmap *used;
	struct release *release;
};

static void
write_block(void *context)
{
	struct block *block = context;
	size_t end = block->count - block->at < BLOCK ? block->count : block->at + BLOCK;

	for (; block->at < end && stop_signal() == 0; block->at++) {
		write_work(block->maker, block->arena, &block->places[block->at],
		    block->used, block->release);
		/* By id they lie criss-cross: soon all would be mapped. */
		evidence_rest_scattered_at(block->maker->evidence, block->at);
	}
}

static void
write_works(struct maker *maker, const struct place *places, struct release *release)
{
	size_t count = works_count(maker->works);
	struct strmap *used = strmap_new();
	struct arena *arenas[2] = { arena_new_in_memory(), arena_new_in_memory() };
	struct block block = { maker, NULL, places, 0, count, used, release };

	for (size_t i = 0; i < count; i++)
		if (places[i].registered.citation_key != NULL)
			strmap_put(used, places[i].registered.citation_key,
			    arena_alloc(maker->arena, sizeof(size_t)));
	for (size_t turn = 0; block.at < count && stop_signal() == 0; turn++) {
		block.arena = arenas[turn % 2];
		arena_reset(block.arena);
		release_block(release, write_block, &block);
	}
	release_block(release, NULL, NULL);
	if (maker->keeper->before.found > 0)
		log_info("%zu of %zu works are as they were kept",
		    maker->keeper->before.found, count);
	arena_free(arenas[0]);
	arena_free(arenas[1]);
	strmap_free(used);
	if (maker->session->cache != NULL)
		cache_rest(maker->session->cache, 0);
}

static void
remember(const struct maker *maker, const char *what, struct release_memo memo)
{
	if (memo.bytes != NULL)
		cache_put_memo(maker->session->cache, derive_memo_name(maker, what),
		    memo.bytes, memo.length);
}

static int
finish(struct maker *maker, struct release *release)
{
	struct release_result *result = &maker->derived->release;
	enum release_status status = release_finish(release, result);

	result->folder = arena_text(maker->arena, result->folder);
	result->archive = arena_text(maker->arena, result->archive);
	result->report = arena_text(maker->arena, result->report);
	if (status != RELEASE_OK)
		log_error("%s", result->words);
	result->words = arena_text(maker->arena, result->words);
	if (status != RELEASE_OK)
		return status == RELEASE_IO ? STATUS_IO : STATUS_CANNOT_CREATE;
	if (may_register(maker->session)) {
		remember(maker, DERIVE_WORKS, release_index(release));
		remember(maker, DERIVE_PACKED, release_packed(release));
		remember(maker, DERIVE_BASE, release_base(release));
		evidence_remember(maker->evidence);
		quiet_remember(maker, release, maker->keeper);
	}
	/* The release is there; ids are read from it where the cache lacks them. */
	if (may_register(maker->session) && session_commit(maker->session) != 0)
		log_warning("%s is whole; the next run derives anew what the cache "
			    "could not keep",
		    result->folder);
	return maker->derived->partial != NULL ? STATUS_PARTIAL : STATUS_COMPLETE;
}

/* With all works in it: what was found, if enough is known. */
static int
complete(struct maker *maker, struct release_settings *settings, struct release *release)
{
	struct derived *derived = maker->derived;

	derived->coverage = derived->works_askable == 0
	    ? 1
	    : (double)derived->works_known / (double)derived->works_askable;
	if (derived->coverage < maker->session->settings->min_coverage)
		return STATUS_UNAVAILABLE;
	derived->partial = settings->partial = derive_partial(maker);
	derive_settle_findings(maker);
	for (size_t i = 0; i < derived->findings.count; i++) {
		release_add_finding(release, &derived->findings.v[i]);
		arena_rest_at(maker->arena, i);
	}
	return finish(maker, release);
}

static int
write_release(struct maker *maker, struct release_settings *settings)
{
	const char *words = NULL;
	bool is_quiet = quiet_recall(maker, maker->keeper, settings);
	struct place *places = is_quiet ? NULL : order_works(maker);
	struct release *release = release_open(settings, maker->predecessor, &words);
	struct run_tally *tally = &maker->session->tally;
	int status = STATUS_UNAVAILABLE;

	if (release == NULL) {
		log_error("%s", words);
		return STATUS_CANNOT_CREATE;
	}
	for (size_t l = 0; l < maker->reading->list_count; l++)
		findings_of_list(
		    maker->arena, &maker->reading->lists[l], &maker->derived->findings);
	maker->overridden = strmap_new();
	if (is_quiet)
		keeper_each(maker, maker->keeper, add_work, release);
	else
		write_works(maker, places, release);
	tally->stopped = stop_signal() != 0;
	if (!tally->stopped)
		status = complete(maker, settings, release);
	release_close(release);
	strmap_free(maker->overridden);
	return status;
}

int
derive(struct session *session, struct evidence *evidence, const struct reading *reading,
    struct derived *derived)
{
	struct maker maker;
	struct release_settings settings;
	struct keeper keeper;
	int status = derive_begin(&maker, session, evidence, reading, derived, &settings);

	if (status != 0)
		return status;
	keeper_open(&keeper, &maker, may_register(session));
	maker.keeper = &keeper;
	status = write_release(&maker, &settings);
	keeper_free(&keeper);
	predecessor_close(maker.predecessor);
	if (status == STATUS_COMPLETE || status == STATUS_PARTIAL)
		release_sweep(&settings, session->settings->keep);
	return status;
}
