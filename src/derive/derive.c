/*
 * DERIVE: lists and cache enter, a release leaves.  A pure function of lists,
 * overrides, settings, cache, the last release and the clock: nothing is sent,
 * and one work is in memory at a time.
 */
#include <string.h>

#include "base/arena.h"
#include "base/clock.h"
#include "base/log.h"
#include "base/stop.h"
#include "base/strmap.h"
#include "derive/inside.h"
#include "findings/findings.h"
#include "run.h"

/*
 * A key nobody has: as registered, else the plain one, else with a letter.
 * `used` holds, for each plain key, how often it was wanted.
 */
static const char *
citation_key(struct run *run, struct arena *arena, struct strmap *used,
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
	strmap_put(used, key, arena_alloc(run->arena, sizeof(size_t)));
	return key;
}

static void
count_witnesses(
    const struct run *run, struct derived *derived, const struct merge_input *input)
{
	bool askable = false, known = false;

	for (size_t i = 0; i < input->witness_count; i++) {
		const struct witness *witness = &input->witnesses[i];
		struct release_source *count = derived->sources;
		while (count->source != witness->source)
			count++;
		/* Whom nobody was to ask is no reason to write nothing. */
		askable |= !run->skipped[count - derived->sources] || witness->has_answer;
		known |= witness->has_answer || witness->outcome == OUTCOME_ABSENT;
		count->asked++;
		count->found += witness->outcome == OUTCOME_FOUND;
		count->absent += witness->outcome == OUTCOME_ABSENT;
		count->ambiguous += witness->outcome == OUTCOME_AMBIGUOUS;
		count->not_asked += witness->outcome == OUTCOME_NOT_ASKED;
		count->unanswered += witness->outcome == OUTCOME_UNANSWERED ||
		    witness->carried;
		if (!witness->has_answer)
			continue;
		int64_t at = witness->answer.confirmed_at;
		if (count->oldest == 0 || at < count->oldest)
			count->oldest = at;
		if (at > count->newest)
			count->newest = at;
	}
	derived->works_askable += askable;
	derived->works_known += known;
}

/* What the registry of the cache is to know after this release. */
static void
register_work(struct run *run, struct arena *scratch, const struct record *record)
{
	struct registered registered = { record->id, record->citation_key,
		record->first_seen };

	if (run->settings->offline || run->cache == NULL)
		return;
	cache_register(run->cache, record->id, &registered);
	for (size_t i = 0; i < record->id_count; i++)
		if (!record_id_is_refused(record->ids[i].status))
			cache_register(run->cache,
			    identifier_key(scratch, record->ids[i].id), &registered);
}

static void
write_works(struct run *run, struct derived *derived, struct release *release,
    struct place *places, struct findings *findings)
{
	size_t count = works_count(run->works);
	struct strmap *used = strmap_new();
	struct arena *arena = arena_new();
	const char *today = clock_date_text(run->arena, run->clock);

	for (size_t i = 0; i < count; i++)
		if (places[i].registered.citation_key != NULL)
			strmap_put(used, places[i].registered.citation_key,
			    arena_alloc(run->arena, sizeof(size_t)));
	for (size_t i = 0; i < count && stop_signal() == 0; i++) {
		struct merge_input input;
		struct record record = { 0 };
		struct findings own = { 0 };
		arena_reset(arena);
		derive_work(run, arena, places[i].work, &places[i].registered, &input,
		    &record, &own);
		record.id = places[i].id;
		record.last_seen = today;
		if (record.first_seen == NULL)
			record.first_seen = today;
		if (record.scope == SCOPE_OLDER) {
			derived->entries_older += record.mention_count;
			if (strcmp(run->settings->older, "drop") == 0)
				continue;
		} else {
			*(record.scope == SCOPE_IN
				? &derived->entries_in
				: &derived->entries_undated) += record.mention_count;
			count_witnesses(run, derived, &input);
		}
		record.citation_key = citation_key(
		    run, arena, used, &places[i].registered, &record);
		release_add(release, &record);
		register_work(run, arena, &record);
		findings_keep(run->arena, findings, &own);
		/* By id they lie criss-cross: soon all would be mapped. */
		arena_rest_scattered_at(run->arena, i);
		evidence_rest_works_scattered_at(run->evidence, i);
	}
	arena_free(arena);
	strmap_free(used);
}

/* One sentence when a source answered too little, or NULL. */
static const char *
partial_words(struct run *run, struct derived *derived)
{
	const char *words = NULL;

	for (size_t s = 0; s < run->source_count; s++) {
		const struct release_source *count = &derived->sources[s];
		size_t asked = count->asked - count->not_asked;
		if (count->unanswered < 5 ||
		    (double)(asked - count->unanswered) >=
			run->settings->min_answered * (double)asked)
			continue;
		derived->lacking[s] = true;
		words = arena_printf(run->arena,
		    "%s%s%s left %zu of %zu questions unanswered",
		    words != NULL ? words : "", words != NULL ? "; " : "",
		    count->source->title, count->unanswered, asked);
	}
	return lists_lacking(run, words);
}

static int
finish(struct run *run, struct derived *derived, struct release *release)
{
	struct cache_trouble trouble;

	switch (release_finish(release, &derived->release)) {
	case RELEASE_OK:
		break;
	case RELEASE_CANNOT_CREATE:
		log_error("%s", derived->release.words);
		return STATUS_CANNOT_CREATE;
	case RELEASE_IO:
		log_error("%s", derived->release.words);
		return STATUS_IO;
	}
	if (!run->settings->offline && run->cache != NULL &&
	    !cache_commit(run->cache, &trouble)) {
		log_error("%s", trouble.words);
		if (trouble.lost)
			run->kept = 0;
		return STATUS_IO;
	}
	return derived->partial != NULL ? STATUS_PARTIAL : STATUS_COMPLETE;
}

static int
write_release(struct run *run, struct derived *derived, struct release_settings *settings,
    struct predecessor *predecessor)
{
	struct findings findings = { 0 };
	const char *words = NULL;
	struct place *places = order_works(run, predecessor);
	struct release *release = release_open(settings, predecessor, &words);
	int status = STATUS_UNAVAILABLE;

	if (release == NULL) {
		log_error("%s", words);
		return STATUS_CANNOT_CREATE;
	}
	for (size_t l = 0; l < run->list_count; l++)
		findings_of_list(run->arena, &run->lists[l], &findings);
	write_works(run, derived, release, places, &findings);
	run->stopped = stop_signal() != 0;
	if (run->stopped) {
		release_close(release);
		return STATUS_UNAVAILABLE;
	}
	derived->coverage = derived->works_askable == 0
	    ? 1
	    : (double)derived->works_known / (double)derived->works_askable;
	if (derived->coverage >= run->settings->min_coverage) {
		derived->partial = settings->partial = partial_words(run, derived);
		findings_settle(run, predecessor, &findings);
		for (size_t i = 0; i < findings.count; i++) {
			release_add_finding(release, &findings.v[i]);
			arena_rest_at(run->arena, i);
		}
		derived->findings = findings_copy(run->arena, &findings);
		status = finish(run, derived, release);
		derived->release = release_result_keep(run->arena, &derived->release);
	}
	release_close(release);
	return status;
}

int
derive(struct run *run, struct derived *derived)
{
	struct release_settings settings;
	struct predecessor *predecessor;
	const char *reason = NULL;
	int status;

	for (size_t s = 0; s < run->source_count; s++)
		derived->sources[s] = (struct release_source){ .source = run->sources[s],
			.origin = run->origins[s],
			.stand_in = run->stand_in[s] };
	run->works = evidence_works(
	    run->evidence, run->lists, run->list_count, run->arena);
	settings = release_settings_make(run, derived);
	predecessor = predecessor_open(&settings, run->settings->previous, &reason);
	if (reason != NULL) {
		log_error("%s", reason);
		return STATUS_CONFIG;
	}
	status = write_release(run, derived, &settings, predecessor);
	predecessor_close(predecessor);
	if (status == STATUS_COMPLETE || status == STATUS_PARTIAL)
		release_sweep(&settings, run->settings->keep);
	return status;
}
