/*
 * The weekly job, in the order it happens: lists are read, sources are asked,
 * the release is derived, people are told.
 */
#include "run.h"

#include <poll.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/clock.h"
#include "base/file.h"
#include "base/log.h"
#include "base/stop.h"
#include "base/text.h"
#include "base/url.h"
#include "base/version.h"
#include "say/say.h"
#include "source/source.h"

enum { LOCK_LOOK_MS = 200 }; /* between two looks at a lock */

const char *
run_user_agent(struct arena *arena, const struct settings *settings)
{
	return settings->mailto == NULL
	    ? arena_printf(arena, "enrich/%s (+%s)", ENRICH_VERSION, ENRICH_URL)
	    : arena_printf(arena, "enrich/%s (+%s; mailto:%s)", ENRICH_VERSION,
		  ENRICH_URL, settings->mailto);
}

/* --url with the name of any of its sources, else its variable, else its own. */
static const char *
base_url(const struct settings *settings, const struct service *service)
{
	const char *url = getenv(service->url_variable);

	for (size_t i = settings->url_count; i > 0; i--) {
		const struct source *named = source_by_name(settings->urls[i - 1].source);
		if (named != NULL && named->service == service)
			return settings->urls[i - 1].url;
	}
	return text_is_blank(url) ? service->base_url : url;
}

/* Naming a source names the search of its titles, too. */
static bool
is_skipped(const struct settings *settings, const struct source *source)
{
	unsigned named = 0;

	for (size_t i = 0; sources[i] != NULL; i++)
		if (sources[i] == source || sources[i] == source->sibling)
			named |= 1u << i;
	return (settings->skip_sources & named) != 0 ||
	    (settings->only_sources != 0 && (settings->only_sources & named) == 0);
}

/* All but those that are there on request only. */
static void
choose_sources(struct run *run)
{
	const struct source **chosen = arena_alloc(
	    run->arena, (MOST_SOURCES + 1) * sizeof *chosen);
	size_t count = 0;

	for (size_t i = 0; sources[i] != NULL; i++)
		if (!sources[i]->on_request || run->settings->discover)
			chosen[count++] = sources[i];
	run->sources = chosen;
}

static int
open_endpoints(struct run *run)
{
	const struct settings *settings = run->settings;

	choose_sources(run);
	for (size_t i = 0; run->sources[i] != NULL; i++) {
		const struct source *source = run->sources[i];
		struct endpoint *endpoint = &run->endpoints[i];
		endpoint->source = source;
		endpoint->base_url = base_url(settings, source->service);
		run->origins[i] = url_origin(run->arena, endpoint->base_url);
		if (run->origins[i] == NULL) {
			log_error("%s: %s is no http(s) address",
			    source->service->url_variable, endpoint->base_url);
			return STATUS_USAGE;
		}
		run->stand_in[i] = strcmp(run->origins[i],
				       url_origin(
					   run->arena, source->service->base_url)) != 0;
		if (!run->stand_in[i] && settings->pace_scale < 1) {
			log_error("--pace-scale below 1 is for mirrors and "
				  "tests: %s is the real service",
			    run->origins[i]);
			return STATUS_USAGE;
		}
		run->skipped[i] = !settings->offline && is_skipped(settings, source);
		endpoint->key = settings_secret(
		    run->arena, source->service->key_variables);
		run->source_count = i + 1;
	}
	return 0;
}

static int
cache_status_line(enum cache_status status, const struct cache_trouble *trouble)
{
	switch (status) {
	case CACHE_OK:
	case CACHE_MISSING:
		return 0;
	case CACHE_LOCKED:
		log_error("%s", trouble->words);
		return STATUS_LOCKED;
	case CACHE_DAMAGED:
	case CACHE_FAILED:
		log_error("%s", trouble->words);
		return STATUS_IO;
	case CACHE_NEWER:
		log_error("%s", trouble->words);
		return STATUS_CONFIG;
	}
	return STATUS_BUG;
}

bool
run_wait_for_lock(
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
open_cache(struct run *run, enum cache_mode mode)
{
	int64_t began = clock_milliseconds();
	struct cache_trouble trouble = { 0 };
	enum cache_status opened;

	do
		opened = cache_open(run->settings->cache, mode, &run->cache, &trouble);
	while (
	    opened == CACHE_LOCKED && run_wait_for_lock(run->settings, began, &trouble));
	return cache_status_line(opened, &trouble);
}

int
run_open(struct run *run, struct arena *arena, const struct settings *settings,
    bool with_cache, enum cache_mode mode)
{
	int status;

	*run = (struct run){ .settings = settings,
		.arena = arena,
		.started = clock_now(),
		.started_ms = clock_milliseconds(),
		.sources = sources };
	status = open_endpoints(run);
	if (status == 0 && with_cache)
		status = open_cache(run, mode);
	if (status == 0)
		run->evidence = evidence_new(
		    run->cache, run->sources, run->origins, settings->as_of);
	return status;
}

void
run_open_fetch(struct run *run)
{
	struct fetch_settings settings = {
		.user_agent = run_user_agent(run->arena, run->settings),
		.state_folder = run->settings->state,
		.ca_file = run->settings->ca_file,
		.pace_scale = run->settings->pace_scale,
		.verbose = run->settings->verbosity > 0,
		/* Who names a source wants it asked. */
		.insist = run->settings->only_sources != 0,
	};

	if (run->fetch == NULL)
		run->fetch = fetch_new(&settings);
}

void
run_close(struct run *run)
{
	fetch_free(run->fetch);
	evidence_free(run->evidence);
	cache_close(run->cache);
	run->fetch = NULL;
	run->evidence = NULL;
	run->cache = NULL;
}

/* SOURCE_DATE_EPOCH, --as-of, or now. */
static int
set_clock(struct run *run)
{
	const char *epoch = getenv("SOURCE_DATE_EPOCH");
	char *end;

	run->clock = clock_now();
	if (run->settings->as_of != INT64_MAX) {
		run->clock = run->settings->as_of;
	} else if (epoch != NULL) {
		run->clock = strtoll(epoch, &end, 10);
		if (end == epoch || *end != '\0' || run->clock < 0) {
			log_error("SOURCE_DATE_EPOCH: %s is no number of "
				  "seconds",
			    epoch);
			return STATUS_USAGE;
		}
	}
	return 0;
}

static int
tell_no_list(void)
{
	log_error("reads curated lists of papers, models, data sets and code, "
		  "and writes an enriched release");
	log_error("no list was named; try: enrich --since 2024-01 README.md");
	log_error("the manual: man enrich; the options: enrich --help");
	return STATUS_NO_LIST;
}

int
run_not_begun(struct arena *arena, const struct settings *settings, int status)
{
	struct settings known = *settings;
	struct run run = { .settings = &known,
		.arena = arena,
		.started = clock_now(),
		.started_ms = clock_milliseconds() };
	struct derived derived = { 0 };

	/* It would have been in what could not be read. */
	if (known.name == NULL && known.list_count == 0)
		known.name = history_last_name(arena, known.state);
	return tell(&run, &derived, status);
}

int
run_weekly(struct arena *arena, const struct settings *settings)
{
	struct run run = { .settings = settings, .arena = arena };
	struct derived derived = { 0 };
	int status;

	if (settings->list_count == 0)
		return run_not_begun(arena, settings, tell_no_list());
	status = run_open(
	    &run, arena, settings, true, settings->offline ? CACHE_READ : CACHE_WRITE);
	if (status == 0)
		tell_begun(&run);
	if (status == 0)
		status = lists_read(&run);
	/* Until here there is nothing to keep: a signal just ends us. */
	stop_listen();
	if (status == 0 && !settings->offline)
		status = ask(&run);
	if (status == 0)
		status = set_clock(&run);
	if (status == 0 && !run.stopped)
		status = derive(&run, &derived);
	status = tell(&run, &derived, status);
	run_close(&run);
	return status;
}
