/* enrich cache stats|check|gc|export|import: the answers kept. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/clock.h"
#include "base/log.h"
#include "command/command.h"
#include "run.h"
#include "source/source.h"

static int
tell_trouble(const struct cache_trouble *trouble)
{
	log_error("%s", trouble->words);
	return trouble->holder != 0 ? STATUS_LOCKED
	    : trouble->newer        ? STATUS_CONFIG
				    : STATUS_IO;
}

static int
print_stats(struct run *run)
{
	static struct cache_stats stats;

	if (run->cache == NULL) {
		printf("no cache yet at %s\n", run->settings->cache);
		return 0;
	}
	if (!cache_stats(run->cache, &stats)) {
		log_error("%s: cannot be read", run->settings->cache);
		return STATUS_IO;
	}
	printf("%s\n", run->settings->cache);
	printf("  answers   %" PRIu64 " (%" PRIu64 " found, %" PRIu64 " absent), %" PRIu64
	       " failed attempts noted\n",
	    stats.answers, stats.found, stats.absent, stats.attempts);
	printf("  bytes     %" PRIu64 " of answers, file of %" PRIu64 ", map of %" PRIu64
	       "\n",
	    stats.body_bytes, stats.file_bytes, stats.map_bytes);
	printf("  works     %" PRIu64 " identifiers registered\n", stats.registered);
	if (stats.answers > 0)
		printf("  from      %s to %s\n",
		    clock_instant_text(run->arena, stats.oldest),
		    clock_instant_text(run->arena, stats.newest));
	for (size_t i = 0; i < stats.source_count; i++)
		printf("  %-16s %8" PRIu64 " found %8" PRIu64 " absent   %s\n",
		    stats.by_source[i].source, stats.by_source[i].found,
		    stats.by_source[i].absent, stats.by_source[i].origin);
	return 0;
}

static int
export_all(struct run *run)
{
	struct cache_trouble trouble = { 0 };
	uint64_t count = 0;

	if (run->cache == NULL)
		return 0;
	if (!cache_export(run->cache, STDOUT_FILENO, &count, &trouble))
		return tell_trouble(&trouble);
	return 0;
}

static void
read_brief(struct arena *arena, struct answer *answer)
{
	const struct source *source = source_by_name(answer->source);

	if (source != NULL &&
	    source->brief(answer->body, answer->body_length, arena, &answer->brief))
		answer->brief_version = source->brief_version;
}

static int
import_file(struct run *run, const char *path)
{
	struct cache_trouble trouble = { 0 };
	uint64_t count = 0, skipped = 0;

	if (path == NULL) {
		log_error("cache import needs a file (or - for standard "
			  "input), as cache export writes it");
		return STATUS_USAGE;
	}
	cache_brief_with(run->cache, read_brief);
	if (!cache_import(run->cache, path, &count, &skipped, &trouble) ||
	    !cache_commit(run->cache, &trouble))
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
		if (trouble.holder == 0 || !run_wait_for_lock(settings, began, &trouble))
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
command_cache(struct arena *arena, const struct settings *settings)
{
	const char *verb = settings->argument_count > 0 ? settings->arguments[0] : "";
	const char *path = settings->argument_count > 1 ? settings->arguments[1] : NULL;
	struct run run;
	int status;

	if (strcmp(verb, "gc") == 0)
		return compact(settings);
	if (strcmp(verb, "check") == 0)
		return check(settings);
	if (strcmp(verb, "stats") != 0 && strcmp(verb, "export") != 0 &&
	    strcmp(verb, "import") != 0) {
		log_error("cache %s: wanted stats, check, gc, export or "
			  "import FILE",
		    verb);
		return STATUS_USAGE;
	}
	status = run_open(&run, arena, settings, true,
	    strcmp(verb, "import") == 0 ? CACHE_WRITE : CACHE_READ);
	if (status != 0)
		return status;
	status = strcmp(verb, "stats") == 0 ? print_stats(&run)
	    : strcmp(verb, "export") == 0   ? export_all(&run)
					    : import_file(&run, path);
	run_close(&run);
	return status;
}
