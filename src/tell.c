/*
 * The end of a run: summary.json and last-run.json are written, people are
 * told what they need to know.  Quiet when all is well and nobody looks.
 */
#include "tell.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/clock.h"
#include "base/file.h"
#include "base/log.h"
#include "run.h"
#include "stop.h"

static void
write_json(const char *path, const struct buffer *text)
{
	if (!file_replace(path, text->bytes, text->length, 0644))
		log_warning("%s: %s", path, strerror(errno));
}

static void
write_files(struct run *run, const struct derived *derived,
    const struct buffer *text)
{
	const char *last
	    = file_join(run->arena, run->settings->state, "last-run.json");

	if (derived->release.folder != NULL)
		write_json(arena_printf(run->arena, "%s.summary.json",
		               derived->release.folder), text);
	if (file_make_folder(run->settings->state, 0700))
		write_json(last, text);
	else
		log_warning("%s: %s", run->settings->state, strerror(errno));
}

/* Which sources left what open: one line each. */
static void
tell_open(const struct run *run)
{
	for (size_t s = 0; s < run->source_count; s++) {
		const struct asking *asking = &run->asking[s];
		if (asking->open == 0)
			continue;
		log_error("  %-16s %s; %zu %s open", run->sources[s]->title,
		    asking->trouble != NULL ? asking->trouble : "no answer",
		    asking->open, asking->open == 1 ? "question" : "questions");
	}
}

static size_t
answers_kept(const struct run *run)
{
	size_t kept = 0;

	for (size_t s = 0; s < run->source_count; s++)
		kept += run->asking[s].answered;
	return kept;
}

/* What failed, what was kept, whether the next run heals it, what to do. */
static void
tell_failure(struct run *run, const struct derived *derived, int status)
{
	const char *date = clock_date_text(run->arena, clock_now());
	const char *last
	    = file_join(run->arena, run->settings->state, "last-run.json");

	log_error("%s: no release written: the sources did not answer "
	    "(known %.2f of the works, wanted %.2f)", date, derived->coverage,
	    run->settings->min_coverage);
	tell_open(run);
	log_error("kept: %zu new %s in the cache; earlier releases are "
	    "untouched", answers_kept(run),
	    answers_kept(run) == 1 ? "answer" : "answers");
	log_error("next: %s", run->settings->offline
	        ? "run once without --offline, so that the cache can be filled"
	        : "the next run asks only what is open; it can be started now");
	log_error("more: %s   status %d", last, status);
}

static void
tell_partial(struct run *run, const struct derived *derived)
{
	log_error("%s: partial release: %s",
	    clock_date_text(run->arena, run->clock), derived->partial);
	tell_open(run);
	log_error("kept: last answers stay in force with their age; the "
	    "release says partial on its face");
	log_error("next: the next run asks only what is open   status %d",
	    STATUS_PARTIAL);
}

static int
tell_stopped(struct run *run)
{
	log_error("stopped; %zu new answers are in the cache, nothing was "
	    "released; the same command goes on from here",
	    answers_kept(run));
	return 128 + stop_signal();
}

int
tell(struct run *run, const struct derived *derived, int status)
{
	struct buffer text;

	if (run->source_count == 0)
		return status;
	if (run->stopped)
		status = tell_stopped(run);
	buffer_init(&text, 0);
	summary_json(run, derived, status, &text);
	write_files(run, derived, &text);
	if (status == STATUS_UNAVAILABLE)
		tell_failure(run, derived, status);
	if (status == STATUS_PARTIAL)
		tell_partial(run, derived);
	if (run->settings->json)
		fwrite(text.bytes, 1, text.length, stdout);
	else if (!run->settings->quiet
	    && (run->settings->summary || isatty(STDOUT_FILENO))
	    && derived->release.folder != NULL)
		summary_print(run, derived);
	buffer_free(&text);
	return status;
}
