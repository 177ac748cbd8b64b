/*
 * extract, plan, explain, patch: settings enter, a screen, JSON Lines or a diff
 * leave.  None of them writes a release.
 */
#include "command/command.h"

#include <stdio.h>
#include <string.h>

#include "ask/ask.h"
#include "base/buffer.h"
#include "base/log.h"
#include "command/extract.h"
#include "command/todo.h"
#include "explain/explain.h"
#include "join/join.h"
#include "patch/patch.h"
#include "say/say.h"

/* In a release this is a finding. */
static void
warn_broken(const struct reading *reading)
{
	for (size_t l = 0; l < reading->list_count; l++) {
		const struct list *list = &reading->lists[l];
		if (list->broken > 0)
			log_warning("%s:%u: %s (%u such %s)", list->name,
			    list->broken_line, list->broken_why, list->broken,
			    list->broken == 1 ? "record" : "records");
	}
}

/* Who only reads files needs nothing more from the beginning. */
static void
shut_in_early(struct arena *arena, const struct settings *settings)
{
	for (size_t l = 0; l < settings->list_count; l++)
		if (strstr(settings->lists[l].source, "://") != NULL)
			return;
	if (!settings->write)
		session_shut_in(arena, settings);
}

/* Lists of the command line, and what is known of them. */
struct opened {
	struct session session;
	struct reading reading;
	struct evidence *evidence; /* NULL: it was not opened */
};

static int
open_lists(struct opened *opened, struct arena *arena, const struct settings *settings,
    bool with_cache, const char *example)
{
	struct reading *reading = &opened->reading;
	int status;

	opened->evidence = NULL;
	if (settings->list_count == 0) {
		log_error("no list was named; try: %s", example);
		return STATUS_NO_LIST;
	}
	shut_in_early(arena, settings);
	status = session_open(&opened->session, arena, settings, with_cache, CACHE_READ);
	if (status == 0)
		status = reading_read(reading, &opened->session);
	if (status == 0)
		opened->evidence = evidence_new(
		    &opened->session, reading->lists, reading->list_count);
	return status;
}

static void
close_lists(struct opened *opened)
{
	evidence_free(opened->evidence);
	session_close(&opened->session);
}

int
command_extract(struct arena *arena, const struct settings *settings)
{
	struct opened opened;
	int status = open_lists(
	    &opened, arena, settings, false, "enrich extract README.md");
	const struct works *works;
	struct buffer out;

	if (status != 0)
		return status;
	warn_broken(&opened.reading);
	/* Without a cache, what the lists say themselves is all there is. */
	works = evidence_works(opened.evidence);
	buffer_init(&out, 0);
	for (size_t l = 0; l < opened.reading.list_count; l++) {
		const struct list *list = &opened.reading.lists[l];
		extract_say(list);
		for (size_t e = 0; e < list->entry_count; e++) {
			extract_entry(&out, &list->entries[e],
			    works_of(works, &list->entries[e]) + 1);
			fwrite(out.bytes, 1, out.length, stdout);
			buffer_clear(&out);
		}
	}
	buffer_free(&out);
	close_lists(&opened);
	return 0;
}

int
command_plan(struct arena *arena, const struct settings *settings)
{
	struct opened opened;
	int status = open_lists(&opened, arena, settings, true, "enrich plan README.md");

	if (status != 0)
		return status;
	ask_plan(&opened.session, opened.evidence);
	plan_print(&opened.session, &opened.reading, opened.evidence);
	close_lists(&opened);
	return 0;
}

int
command_explain(struct arena *arena, const struct settings *settings)
{
	struct opened opened;
	const char *place = NULL;
	int status;

	if (settings->argument_count == 0) {
		log_error("explain what? an id (doi:…, arxiv:…), a title, "
			  "LIST:LINE, or a finding's KEY");
		return STATUS_USAGE;
	}
	status = open_lists(
	    &opened, arena, settings, true, "enrich explain 10 README.md");
	if (status != 0)
		return status;
	opened.session.clock = settings->as_of != INT64_MAX ? settings->as_of
							    : opened.session.started;
	if (strspn(settings->arguments[0], "0123456789abcdef") == 8)
		place = todo_place_of(arena, &opened.session, settings->arguments[0]);
	status = explain(&opened.session, opened.evidence, &opened.reading,
	    place != NULL ? place : settings->arguments[0]);
	close_lists(&opened);
	return status;
}

int
command_patch(struct arena *arena, const struct settings *settings)
{
	struct opened opened;
	int status;

	for (size_t l = 0; l < settings->list_count; l++)
		if (settings->lists[l].chosen &&
		    strcmp(settings->lists[l].source, "-") == 0) {
			log_error("patch -: standard input has no name that a patch "
				  "could change; name the file");
			return STATUS_USAGE;
		}
	status = open_lists(&opened, arena, settings, true, "enrich patch README.md");
	if (status != 0)
		return status;
	status = session_set_clock(&opened.session);
	if (status == 0)
		status = patch_lists(&opened.session, opened.evidence, &opened.reading);
	close_lists(&opened);
	return status;
}
