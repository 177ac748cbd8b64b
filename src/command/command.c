/*
 * extract, plan, explain, sources: settings enter, a screen or JSON Lines
 * leave.  None of them writes a release.
 */
#include "command/command.h"

#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/json.h"
#include "base/log.h"
#include "command/extract.h"
#include "explain/explain.h"
#include "run.h"
#include "say/say.h"

static int
need_lists(const struct settings *settings, const char *example)
{
	if (settings->list_count > 0)
		return 0;
	log_error("no list was named; try: %s", example);
	return STATUS_NO_LIST;
}

/* In a release this is a finding. */
static void
warn_broken(const struct run *run)
{
	for (size_t l = 0; l < run->list_count; l++) {
		const struct list *list = &run->lists[l];
		if (list->broken > 0)
			log_warning("%s:%u: %s (%u such %s)", list->name,
			    list->broken_line, list->broken_why, list->broken,
			    list->broken == 1 ? "record" : "records");
	}
}

int
command_extract(struct arena *arena, const struct settings *settings)
{
	struct run run;
	struct buffer out;
	int status = need_lists(settings, "enrich extract README.md");

	if (status == 0)
		status = run_open(&run, arena, settings, false, CACHE_READ);
	if (status == 0)
		status = lists_read(&run);
	if (status != 0)
		return status;
	warn_broken(&run);
	/* Without a cache, what the lists say themselves is all there is. */
	run.works = evidence_works(run.evidence, run.lists, run.list_count, arena);
	buffer_init(&out, 0);
	for (size_t l = 0; l < run.list_count; l++) {
		const struct list *list = &run.lists[l];
		for (size_t e = 0; e < list->entry_count; e++) {
			extract_entry(&out, &list->entries[e],
			    works_of(run.works, &list->entries[e]) + 1);
			fwrite(out.bytes, 1, out.length, stdout);
			buffer_clear(&out);
		}
	}
	buffer_free(&out);
	run_close(&run);
	return 0;
}

int
command_plan(struct arena *arena, const struct settings *settings)
{
	struct run run;
	int status = need_lists(settings, "enrich plan README.md");

	if (status == 0)
		status = run_open(&run, arena, settings, true, CACHE_READ);
	if (status == 0)
		status = lists_read(&run);
	if (status == 0) {
		status = ask_plan(&run);
		plan_print(&run, settings->json);
		run_close(&run);
	}
	return status;
}

int
command_explain(struct arena *arena, const struct settings *settings)
{
	struct run run;
	int status = 0;

	if (settings->argument_count == 0) {
		log_error("explain what? an id (doi:…, arxiv:…), a title, or "
			  "LIST:LINE");
		return STATUS_USAGE;
	}
	status = need_lists(settings, "enrich explain 10 README.md");
	if (status == 0)
		status = run_open(&run, arena, settings, true, CACHE_READ);
	if (status == 0)
		status = lists_read(&run);
	if (status == 0) {
		run.clock = settings->as_of != INT64_MAX ? settings->as_of : run.started;
		status = explain(&run, settings->arguments[0]);
		run_close(&run);
	}
	return status;
}

/* What the source's own limits are, with the key there is. */
static void
print_pace(const struct source *source, bool has_key)
{
	const struct pace *pace = source->service->pace;
	unsigned interval = has_key && pace->interval_key > 0 ? pace->interval_key
							      : pace->interval;
	unsigned window = has_key ? pace->window_key : pace->window;
	bool gathers = source->gather > 0 && (has_key || !source->gather_needs_key);
	unsigned questions = gathers ? source->gather : source->batch;

	printf("  pace      ");
	if (interval > 0)
		printf("one request per %g s, ", interval / 1000.0);
	if (window > 0)
		printf("%u requests in %u minutes, ", window, pace->window_seconds / 60);
	printf("%s%u question%s a request\n", questions > 1 ? "up to " : "", questions,
	    questions > 1 ? "s" : "");
}

static void
print_source(const struct run *run, size_t s)
{
	const struct source *source = run->sources[s];
	const struct endpoint *endpoint = &run->endpoints[s];
	bool has_key = endpoint->key != NULL;

	printf("%s (%s)\n", source->title, source->name);
	printf("  address   %s%s\n", endpoint->base_url,
	    run->stand_in[s] ? "   (not the real service)" : "");
	print_pace(source, has_key);
	if (source->service->key_variables == NULL)
		printf("  key       needs none\n");
	else
		printf("  key       %s (%s)\n", has_key ? "present" : "absent",
		    source->service->key_variables[0]);
	printf("  terms     %s\n\n", source->service->terms);
}

/* One cheap question to each; a refused key is status 77. */
static int
check_sources(struct run *run)
{
	int status = 0;

	for (size_t s = 0; s < run->source_count; s++) {
		struct probe probe = { 0 };
		ask_probe(run, s, &probe);
		printf("%-18s %s\n", run->sources[s]->title, probe.words);
		if (probe.key_refused)
			status = STATUS_KEY_REFUSED;
		else if (!probe.answered && status == 0)
			status = STATUS_UNAVAILABLE;
	}
	return status;
}

int
command_sources(struct arena *arena, const struct settings *settings)
{
	struct run run;
	int status = run_open(&run, arena, settings, false, CACHE_READ);

	if (status != 0)
		return status;
	if (settings->check)
		status = check_sources(&run);
	else
		for (size_t s = 0; s < run.source_count; s++)
			print_source(&run, s);
	run_close(&run);
	return status;
}
