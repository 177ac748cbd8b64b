/* enrich cache stats|check|gc|export|import|merge, enrich merge: the answers kept. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/log.h"
#include "command/bulk.h"
#include "command/command.h"
#include "session/session.h"
#include "source/source.h"

static int
tell_trouble(const struct cache_trouble *trouble)
{
	log_error("%s", trouble->words);
	return trouble->holder != 0 ? STATUS_LOCKED
	    : trouble->elsewhere    ? STATUS_CONFIG
				    : STATUS_IO;
}

static int
print_stats(struct session *session)
{
	static struct cache_stats stats;

	if (session->cache == NULL) {
		printf("no cache yet at %s\n", session->settings->cache);
		return 0;
	}
	if (!cache_stats(session->cache, &stats)) {
		log_error("%s: cannot be read", session->settings->cache);
		return STATUS_IO;
	}
	printf("%s\n", session->settings->cache);
	printf("  answers   %" PRIu64 " (%" PRIu64 " found, %" PRIu64 " absent), %" PRIu64
	       " failed attempts noted\n",
	    stats.answers, stats.found, stats.absent, stats.attempts);
	printf("  bytes     %" PRIu64 " of answers, file of %" PRIu64 ", map of %" PRIu64
	       "\n",
	    stats.body_bytes, stats.file_bytes, stats.map_bytes);
	printf("  works     %" PRIu64 " identifiers registered\n", stats.registered);
	if (stats.answers > 0)
		printf("  from      %s to %s\n",
		    clock_instant_text(session->arena, stats.oldest),
		    clock_instant_text(session->arena, stats.newest));
	for (size_t i = 0; i < stats.source_count; i++)
		printf("  %-16s %8" PRIu64 " found %8" PRIu64 " absent   %s\n",
		    stats.by_source[i].source, stats.by_source[i].found,
		    stats.by_source[i].absent, stats.by_source[i].origin);
	return 0;
}

static int
export_all(struct session *session)
{
	struct cache_trouble trouble = { 0 };
	uint64_t count = 0;

	if (session->cache == NULL)
		return 0;
	if (!cache_export(session->cache, STDOUT_FILENO, &count, &trouble))
		return tell_trouble(&trouble);
	return 0;
}

void
command_read_brief(struct arena *arena, struct answer *answer)
{
	const struct source *source = source_by_name(answer->source);

	if (source != NULL && source->brief(answer, arena, &answer->brief))
		answer->brief_version = source->brief_version;
}

static int
import_file(struct session *session, const char *path)
{
	struct cache_trouble trouble = { 0 };
	uint64_t count = 0, skipped = 0;

	if (path == NULL) {
		log_error("cache import needs a file (or - for standard "
			  "input), as cache export writes it");
		return STATUS_USAGE;
	}
	if (session->settings->bulk != NULL)
		return bulk_import(session, path);
	cache_brief_with(session->cache, command_read_brief);
	if (!cache_import(session->cache, path, &count, &skipped, &trouble) ||
	    !cache_commit(session->cache, &trouble))
		return tell_trouble(&trouble);
	printf("%" PRIu64 " answers taken, %" PRIu64 " were there already\n", count,
	    skipped);
	return 0;
}

static int
compact(const struct settings *settings)
{
	int64_t began = clock_milliseconds();
	struct cache_trouble trouble = { 0 };
	uint64_t dropped = 0, freed = 0;

	while (!cache_gc(settings->cache, &dropped, &freed, &trouble))
		if (trouble.holder == 0 ||
		    !session_wait_for_lock(settings, began, &trouble))
			return tell_trouble(&trouble);
	printf(
	    "%" PRIu64 " old answers dropped, %" PRIu64 " bytes freed\n", dropped, freed);
	return 0;
}

static int
check(const struct settings *settings)
{
	struct cache_trouble trouble = { 0 };
	uint64_t values = 0, damaged = 0;

	if (!cache_check(settings->cache, &values, &damaged, &trouble))
		return tell_trouble(&trouble);
	printf("%" PRIu64 " values read, all whole\n", values);
	return 0;
}

int
command_merge(struct arena *arena, const struct settings *settings, size_t first)
{
	struct cache_trouble trouble = { 0 };
	struct session session;
	uint64_t count;
	int status;

	if (settings->argument_count <= first) {
		log_error("merge which caches? name the folders that shards filled");
		return STATUS_USAGE;
	}
	status = session_open(&session, arena, settings, true, CACHE_WRITE);
	for (size_t i = first; status == 0 && i < settings->argument_count; i++) {
		const char *folder = settings->arguments[i];
		if (!cache_merge(session.cache, folder, &count, &trouble))
			status = tell_trouble(&trouble);
		else
			log_info("%s: %" PRIu64 " answers taken", folder, count);
	}
	session_close(&session);
	return status;
}

int
command_cache(struct arena *arena, const struct settings *settings)
{
	const char *verb = settings->argument_count > 0 ? settings->arguments[0] : "";
	const char *path = settings->argument_count > 1 ? settings->arguments[1] : NULL;
	struct session session;
	int status;

	if (strcmp(verb, "gc") == 0)
		return compact(settings);
	if (strcmp(verb, "check") == 0) {
		session_shut_in(arena, settings);
		return check(settings);
	}
	if (strcmp(verb, "merge") == 0)
		return command_merge(arena, settings, 1);
	if (strcmp(verb, "stats") != 0 && strcmp(verb, "export") != 0 &&
	    strcmp(verb, "import") != 0) {
		log_error("cache %s: wanted stats, check, gc, export, import FILE or "
			  "merge CACHE...",
		    verb);
		return STATUS_USAGE;
	}
	status = session_open(&session, arena, settings, true,
	    strcmp(verb, "import") == 0 ? CACHE_WRITE : CACHE_READ);
	if (status != 0)
		return status;
	status = strcmp(verb, "stats") == 0 ? print_stats(&session)
	    : strcmp(verb, "export") == 0   ? export_all(&session)
					    : import_file(&session, path);
	session_close(&session);
	return status;
}
