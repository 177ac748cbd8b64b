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

/*
 * A key nobody has: as registered, else the plain one, else with a letter.
 * `used` holds, for each plain key, how often it was wanted.
 */
static const char *
citation_key(struct maker *maker, struct arena *arena, struct strmap *used,
    const struct registered *registered, const struct record *record)
{
	const char *plain, *key;

	if (registered->citation_key != NULL)
		return registered->citation_key;
	key = plain = merge_citation_key(arena, record);
	for (size_t *wanted = strmap_get(used, plain); strmap_get(used, key) != NULL;
	     ++*wanted)
		key = *wanted < 26
		    ? arena_printf(arena, "%s%c", plain, (int)('a' + *wanted))
		    : arena_printf(arena, "%s%zu", plain, *wanted);
	strmap_put(used, key, arena_alloc(maker->arena, sizeof(size_t)));
	return key;
}

static const char *const *
overridden_ids(struct arena *arena, const struct merge_input *input)
{
	const char **ids = arena_alloc(arena, (input->override_count + 1) * sizeof *ids);

	for (size_t i = 0; i < input->override_count; i++)
		ids[i] = identifier_text(arena, input->overrides[i].id);
	return ids;
}

/* What is registered is kept in the cache, of a run that may write. */
static bool
may_register(const struct session *session)
{
	return !session->settings->offline && session->cache != NULL;
}

/* What the registry of the cache is to know after this release. */
static void
register_work(struct cache *cache, struct arena *scratch, const struct record *record)
{
	struct registered registered = { record->id, record->citation_key,
		record->first_seen };

	cache_register(cache, record->id, &registered);
	/* What goes by no identifier of its own goes by its rows. */
	for (size_t i = 0; i < record->mention_count &&
	     (strncmp(record->id, "url:", 4) == 0 ||
		 strncmp(record->id, "list:", 5) == 0);
	     i++)
		cache_register(cache,
		    entry_key(
			scratch, record->mentions[i]->list, record->mentions[i]->title),
		    &registered);
	for (size_t i = 0; i < record->id_count; i++)
		if (!record_id_is_refused(record->ids[i].status) &&
		    !record->ids[i].shared)
			cache_register(cache, identifier_key(scratch, record->ids[i].id),
			    &registered);
}

/* Counted by its scope; false: it is left out. */
static bool
count_work(
    struct maker *maker, const struct record *record, const struct merge_input *input)
{
	struct derived *derived = maker->derived;

	if (record->scope == SCOPE_OLDER) {
		derived->entries_older += record->mention_count;
		return strcmp(maker->session->settings->older, "drop") != 0;
	}
	*(record->scope == SCOPE_IN ? &derived->entries_in
				    : &derived->entries_undated) += record->mention_count;
	derive_count(maker, input);
	return true;
}

/* Derived just now, or in the run that kept it. */
static void
add_work(struct maker *maker, const struct kept_work *work, struct release *release)
{
	for (size_t i = 0; i < work->overridden_count; i++)
		strmap_put(maker->overridden, work->overridden[i], maker);
	release_add(release, &work->record);
	derive_keep_findings(maker, &work->findings);
}

static void
write_work(struct maker *maker, struct arena *arena, const struct place *place,
    struct strmap *used, struct release *release)
{
	struct derived_work derived;
	struct record *record = &derived.record;
	struct kept_work work;

	derive_work(maker->session, maker->evidence, arena, place->work,
	    &place->registered, maker->spellings, &derived);
	derive_name(&derived, place->id);
	if (record->first_seen == NULL)
		record->first_seen = clock_date_text(arena, maker->session->clock);
	work = (struct kept_work){ .overridden = overridden_ids(arena, &derived.input),
		.overridden_count = derived.input.override_count };
	if (!count_work(maker, record, &derived.input)) {
		for (size_t i = 0; i < work.overridden_count; i++)
			strmap_put(maker->overridden, work.overridden[i], maker);
		maker->keeper->keeps &= work.overridden_count == 0;
		return;
	}
	record->citation_key = citation_key(
	    maker, arena, used, &place->registered, record);
	work.record = *record;
	work.findings = derived.findings;
	add_work(maker, &work, release);
	keeper_add(maker->keeper, maker, &work);
	if (may_register(maker->session))
		register_work(maker->session->cache, arena, record);
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
	arena_free(arenas[0]);
	arena_free(arenas[1]);
	strmap_free(used);
	if (maker->session->cache != NULL)
		cache_rest(maker->session->cache);
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
	keeper_open(&keeper, may_register(session));
	maker.keeper = &keeper;
	status = write_release(&maker, &settings);
	keeper_free(&keeper);
	predecessor_close(maker.predecessor);
	if (status == STATUS_COMPLETE || status == STATUS_PARTIAL)
		release_sweep(&settings, session->settings->keep);
	return status;
}
