/*
 * Settings enter; times, lanes and an open cache leave, and an engine to fetch
 * with when somebody needs it.
 */
#include "session/session.h"

#include <inttypes.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/clock.h"
#include "base/file.h"
#include "base/log.h"
#include "base/version.h"
#include "list/list.h"
#include "model/claim.h"
#include "model/date.h"

enum { LOCK_LOOK_MS = 200 }; /* between two looks at a lock */

static int
cache_status_line(enum cache_status status, const struct cache_trouble *trouble)
{
	if (status == CACHE_OK || status == CACHE_MISSING)
		return 0;
	log_error("%s", trouble->words);
	return status == CACHE_LOCKED   ? STATUS_LOCKED
	    : status == CACHE_ELSEWHERE ? STATUS_CONFIG
					: STATUS_IO;
}

bool
session_wait_for_lock(
    const struct settings *settings, int64_t began, const struct cache_trouble *trouble)
{
	int64_t now = clock_milliseconds();
	int64_t left = began + settings->lock_wait * 1000 - now;

	if (left <= 0)
		return false;
	if (now - began < LOCK_LOOK_MS)
		log_info("%s; waiting for it", trouble->words);
	poll(NULL, 0, (int)(left < LOCK_LOOK_MS ? left : LOCK_LOOK_MS));
	return true;
}

static int
open_cache(struct session *session, enum cache_mode mode)
{
	const struct settings *settings = session->settings;
	int64_t began = clock_milliseconds();
	struct cache_trouble trouble = { 0 };
	enum cache_status opened;

	do
		opened = cache_open(
		    settings->cache, mode, CACHE_FIRST_MAP, &session->cache, &trouble);
	while (
	    opened == CACHE_LOCKED && session_wait_for_lock(settings, began, &trouble));
	/* Answers can be asked again; a job that fails each week helps nobody. */
	if (opened == CACHE_DAMAGED && mode == CACHE_WRITE &&
	    settings->command == COMMAND_RUN) {
		log_warning("%s", trouble.words);
		if (cache_set_aside(settings->cache, &trouble)) {
			log_warning("%s", trouble.words);
			opened = cache_open(settings->cache, mode, CACHE_FIRST_MAP,
			    &session->cache, &trouble);
		}
	}
	if (opened == CACHE_OK && settings->anew)
		cache_pass_over_memos(session->cache);
	return cache_status_line(opened, &trouble);
}

struct session
session_of_none(struct arena *arena, const struct settings *settings)
{
	/* What a verdict on a row hangs on; nobody decides by a licence or a count. */
	const unsigned verdict = FIELD_BIT(FIELD_TITLE) | FIELD_BIT(FIELD_AUTHORS) |
	    FIELD_BIT(FIELD_VENUE) | FIELD_BIT(FIELD_ISSUED) | FIELD_BIT(FIELD_RETRACTED);

	return (struct session){ .settings = settings,
		.arena = arena,
		.needs = settings->command == COMMAND_CHECK ? verdict : ~0u,
		.started = clock_now(),
		.started_ms = clock_milliseconds() };
}

int
session_open(struct session *session, struct arena *arena,
    const struct settings *settings, bool with_cache, enum cache_mode mode)
{
	int status;

	*session = session_of_none(arena, settings);
	/* What was played before is not known again. */
	if (settings->replay != NULL && mode == CACHE_WRITE) {
		file_remove_tree(file_join(arena, settings->replay, "cache"));
		file_remove_tree(file_join(arena, settings->replay, "state"));
	}
	status = session_open_lanes(session);
	return status == 0 && with_cache ? open_cache(session, mode) : status;
}

/* The version and contact sent with each request. */
static const char *
user_agent(const struct session *session)
{
	const char *mailto = session->settings->mailto;

	return mailto == NULL ? "enrich/" ENRICH_VERSION
			      : arena_printf(session->arena, "enrich/%s (mailto:%s)",
				    ENRICH_VERSION, mailto);
}

void
session_open_fetch(struct session *session)
{
	const struct settings *settings = session->settings;
	const struct fetch_settings wanted = {
		.user_agent = user_agent(session),
		.state_folder = settings->state,
		.ca_file = settings->ca_file,
		.record = settings->record,
		.replay = settings->replay,
		/* Who is not asked need not be waited for. */
		.pace_scale = settings->replay != NULL ? 1e-6 : settings->pace_scale,
		.shared_by = settings->shared_by,
		.verbose = settings->verbosity > 0,
		/* Who names a source wants it asked. */
		.insist = settings->only_sources != 0,
	};

	if (session->fetch != NULL)
		return;
	session->fetch = fetch_new(&wanted);
	if (session->stand_ins != NULL && session->stand_ins_warn)
		log_warning("%s", session->stand_ins);
	else if (session->stand_ins != NULL)
		log_info("%s", session->stand_ins);
}

void
session_close(struct session *session)
{
	fetch_free(session->fetch);
	cache_close(session->cache);
	session->fetch = NULL;
	session->cache = NULL;
}

int
session_commit(struct session *session)
{
	struct cache_trouble trouble;

	if (cache_commit(session->cache, &trouble))
		return 0;
	log_error("%s", trouble.words);
	if (trouble.lost)
		session->tally.kept = 0;
	return STATUS_IO;
}

void
session_thin(struct session *session)
{
	struct cache_trouble trouble;
	uint64_t dropped, freed;

	if (!cache_thin(session->cache, clock_now(), session->settings->history, &dropped,
		&freed, &trouble))
		log_warning("%s", trouble.words);
	else if (dropped > 0)
		log_info("the cache let go of %" PRIu64 " old answers, %" PRIu64 " bytes",
		    dropped, freed);
}

int
session_set_clock(struct session *session)
{
	const char *epoch = getenv("SOURCE_DATE_EPOCH");
	char *end;

	session->clock = clock_now();
	if (session->settings->as_of != INT64_MAX) {
		session->clock = session->settings->as_of;
	} else if (epoch != NULL) {
		session->clock = strtoll(epoch, &end, 10);
		/* A year of five digits would be a release that no run finds again. */
		if (end == epoch || *end != '\0' || session->clock < 0 ||
		    session->clock > INT64_C(253402300799)) {
			log_error("SOURCE_DATE_EPOCH: %s is no number of seconds up to "
				  "the year 9999",
			    epoch);
			return STATUS_USAGE;
		}
	}
	return 0;
}

const char *
session_name(const struct session *session)
{
	const struct settings *settings = session->settings;
	const char *name = settings->name;
	char *clean;

	if (name == NULL && settings->list_count == 1)
		name = settings->lists[0].name != NULL
		    ? settings->lists[0].name
		    : list_short_name(session->arena, settings->lists[0].source);
	else if (name == NULL)
		name = "lists";
	clean = arena_text(session->arena, name);
	for (char *at = clean; *at != '\0'; at++)
		if (strchr("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUV"
			   "WXYZ0123456789-_.",
			*at) == NULL ||
		    (at == clean && *at == '.'))
			*at = '-';
	return clean;
}

#define DAYS_TO_COME 62 /* programmes are printed before their conference */

int
session_latest_year(const struct session *session)
{
	struct session same = *session;

	/* Before DERIVE sets it, too: what is judged while asking is judged alike. */
	if (same.clock == 0 && session_set_clock(&same) != 0)
		same.clock = session->started;
	return date_first_year(
	    clock_date_text(session->arena, same.clock + DAYS_TO_COME * 86400));
}
