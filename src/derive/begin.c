/*
 * Session, lists and evidence enter; what a release is made with leaves: its settings
 * and the release before.  Or only what it would say.
 */
#include "derive/inside.h"

#include <string.h>

#include "base/arena.h"
#include "base/log.h"
#include "base/version.h"
#include "join/join.h"

/* What the release is told about this run. */
static struct release_settings
settings_of(const struct maker *maker)
{
	const struct settings *settings = maker->session->settings;
	const struct reading *reading = maker->reading;
	struct release_list *lists = arena_alloc(
	    maker->arena, (reading->list_count + 1) * sizeof *lists);

	for (size_t l = 0; l < reading->list_count; l++) {
		const struct list *list = &reading->lists[l];
		lists[l] = (struct release_list){ .name = list->name,
			.revision = list->revision,
			/* A path of this machine is nobody's business. */
			.url = strstr(list->source, "://") != NULL ? list->source : NULL,
			.entries = list->entry_count };
	}
	return (struct release_settings){ .folder = settings->output,
		.name = session_name(maker->session),
		.clock = maker->session->clock,
		.since = settings->since,
		.license = settings->license,
		.title = settings->title,
		.homepage = settings->homepage,
		.maintainer = settings->maintainer,
		.orcid = settings->orcid,
		.affiliation = settings->affiliation,
		.keywords = settings->keywords,
		.doi = settings->doi,
		.compress = settings->compress,
		.site = settings->site,
		.program = "enrich " ENRICH_VERSION,
		.lists = lists,
		.list_count = reading->list_count,
		.overrides = settings->overrides,
		.override_count = settings->override_count,
		.sources = maker->derived->sources,
		.source_count = maker->derived->source_count };
}

/* Under the name of the release: its newest is what comes before the next. */
const char *
derive_memo_name(const struct maker *maker, const char *what)
{
	return arena_join(maker->arena, what, " of ", session_name(maker->session), NULL);
}

struct release_memo
derive_recall(const struct maker *maker, const char *what)
{
	struct release_memo known = { NULL, 0 };

	if (maker->session->cache != NULL)
		known.bytes = cache_memo(maker->session->cache, maker->arena,
		    derive_memo_name(maker, what), &known.length);
	return known;
}

int
derive_begin(struct maker *maker, struct session *session, struct evidence *evidence,
    const struct reading *reading, struct derived *derived,
    struct release_settings *settings)
{
	struct release_memo known;
	const char *reason = NULL;

	*maker = (struct maker){ .session = session,
		.arena = session->arena,
		.evidence = evidence,
		.reading = reading,
		.spellings = spellings_new(
		    session->arena, reading->lists, reading->list_count),
		.derived = derived };
	derive_open_counts(maker);
	*settings = settings_of(maker);
	settings->packed = derive_recall(maker, DERIVE_PACKED);
	known = derive_recall(maker, DERIVE_WORKS);
	maker->predecessor = predecessor_open(
	    settings, session->settings->previous, &known, &reason);
	if (maker->predecessor != NULL)
		derived->previous = arena_text(
		    session->arena, predecessor_identity(maker->predecessor));
	if (reason == NULL)
		return 0;
	/* Never "none": all would be new, and what it fixed lost. */
	log_error("the last release cannot be read: %s", reason);
	return session->settings->previous != NULL ? STATUS_CONFIG : STATUS_IO;
}

int
derive_look(struct session *session, struct evidence *evidence,
    const struct reading *reading, void (*see)(void *context, const struct record *),
    void *context, struct derived *derived)
{
	struct maker maker;
	struct release_settings settings;
	int status = derive_begin(&maker, session, evidence, reading, derived, &settings);
	const struct place *places;
	struct arena *arena;

	if (status != 0)
		return status;
	places = order_works(&maker);
	arena = arena_new();
	for (size_t l = 0; l < reading->list_count; l++)
		findings_of_list(maker.arena, &reading->lists[l], &derived->findings);
	for (size_t i = 0; i < works_count(maker.works); i++) {
		struct derived_work work;

		derive_work(session, evidence, arena, places[i].work,
		    &places[i].registered, maker.spellings, &work);
		derive_name(&work, places[i].id);
		see(context, &work.record);
		derive_keep_findings(&maker, &work.findings);
		arena_reset(arena);
		evidence_rest_scattered_at(evidence, i);
	}
	derive_settle_findings(&maker);
	arena_free(arena);
	predecessor_close(maker.predecessor);
	return 0;
}
