/*
 * The end of a run: summary.json and last-run.json are written, people are
 * told what they need to know.  Quiet when all is well and nobody looks.
 */
#include "say/say.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/clock.h"
#include "base/file.h"
#include "base/log.h"
#include "base/stop.h"
#include "run.h"
#include "say/history.h"

static const char *
last_run_path(const struct run *run)
{
	return file_join(run->arena, run->settings->state, "last-run.json");
}

/* What could not be told to machines changes no status. */
static void
write_whole(const char *path, const struct buffer *text)
{
	if (!file_replace(path, text->bytes, text->length, 0644))
		log_warning("%s: %s", path, strerror(errno));
}

static void
write_files(struct run *run, const struct derived *derived, const struct history *history,
    bool is_news, const struct buffer *text)
{
	const char *state = run->settings->state;

	if (derived->release.folder != NULL)
		write_whole(
		    arena_printf(run->arena, "%s.summary.json", derived->release.folder),
		    text);
	if (!file_make_folder(state, 0700)) {
		log_warning("%s: %s", state, strerror(errno));
		return;
	}
	write_whole(last_run_path(run), text);
	if (is_news && !history_write(run->arena, state, run_name(run), history))
		log_warning(
		    "%s: the history of %s: %s", state, run_name(run), strerror(errno));
}

static void
write_metrics(struct run *run, const struct derived *derived,
    const struct history *history, int status)
{
	struct buffer text;

	if (run->settings->metrics == NULL)
		return;
	buffer_init(&text, 0);
	metrics_text(run, derived, history, status, &text);
	write_whole(run->settings->metrics, &text);
	buffer_free(&text);
}

/* The time of day, in UTC as all times of ours: "03:02". */
static const char *
time_of_day(struct arena *arena, int64_t instant)
{
	return arena_text_n(arena,
	    clock_instant_text(arena, instant) + strlen("2026-11-21T"), strlen("03:02"));
}

/* Which lists did not come, which sources left what open: one line each. */
static void
tell_open(const struct run *run)
{
	for (size_t l = 0; l < run->list_count; l++)
		if (run->arrivals[l].way == LIST_COPY)
			log_error("  %-16s %s; the copy of %s was read",
			    run->lists[l].name,
			    run->arrivals[l].trouble != NULL ? run->arrivals[l].trouble
							     : "did not come",
			    clock_date_text(run->arena, run->arrivals[l].kept_at));
	for (size_t s = 0; s < run->source_count; s++) {
		const struct asking *asking = &run->asking[s];
		const char *since = "";
		if (asking->open == 0)
			continue;
		if (asking->trouble_since != 0)
			since = arena_printf(run->arena, " (since %s UTC)",
			    time_of_day(run->arena, asking->trouble_since));
		log_error("  %-16s %s%s; %zu %s open", run->sources[s]->title,
		    asking->trouble != NULL ? asking->trouble : "no answer", since,
		    asking->open, asking->open == 1 ? "question" : "questions");
	}
}

static void
tell_kept(const struct run *run, const struct history *history)
{
	log_error("kept: %zu new %s in the cache; %s%s untouched", run->kept,
	    run->kept == 1 ? "answer" : "answers",
	    history->complete != NULL ? "the last complete release, "
				      : "earlier releases",
	    history->complete != NULL
		? arena_printf(run->arena, "%s, is", history->complete)
		: " are");
}

/* What failed, what was kept, whether the next run heals it, what to do. */
static void
tell_failure(
    struct run *run, const struct derived *derived, const struct history *history)
{
	log_error("%s: no release written: the sources did not answer "
		  "(known %.2f of the works, wanted %.2f)",
	    clock_date_text(run->arena, clock_now()), derived->coverage,
	    run->settings->min_coverage);
	tell_open(run);
	tell_kept(run, history);
	log_error("next: %s",
	    run->settings->offline
		? "run once without --offline, so that the cache can be filled"
		: "the next run asks only what is open; it can be started now");
	log_error("more: %s   status %d", last_run_path(run), STATUS_UNAVAILABLE);
}

/* Our machine failed; what did is in the line printed already. */
static void
tell_machine(struct run *run, const struct history *history, int status)
{
	tell_kept(run, history);
	log_error("next: the same command goes on from here, once this is "
		  "mended   status %d",
	    status);
}

static const char *
with(const struct run *run, const char *words, const char *more)
{
	return words == NULL ? more : arena_printf(run->arena, "%s, %s", words, more);
}

/*
 * Which sources and lists, not what they said: who is down says now this, now
 * that, and is then left alone for a while.
 */
static const char *
lacking_words(const struct run *run, const struct derived *derived)
{
	const char *words = NULL;

	for (size_t s = 0; s < run->source_count; s++)
		if (derived->lacking[s])
			words = with(run, words, run->sources[s]->name);
	for (size_t l = 0; l < run->list_count; l++)
		if (run->arrivals[l].way == LIST_COPY)
			words = with(run, words,
			    arena_printf(run->arena, "list %s", run->lists[l].name));
	return words;
}

/* The sentence, and in the same line what those sources said. */
static const char *
with_troubles(const struct run *run, const struct derived *derived)
{
	const char *words = derived->partial;

	for (size_t s = 0; s < run->source_count; s++)
		if (derived->lacking[s] && run->asking[s].trouble != NULL)
			words = arena_printf(run->arena, "%s; %s: %s", words,
			    run->sources[s]->title, run->asking[s].trouble);
	return words;
}

static void
tell_partial(
    struct run *run, const struct derived *derived, const struct history *history)
{
	const char *date = clock_date_text(run->arena, run->clock);

	if (history->lacks_again) {
		log_error("%s: partial release, for the same reason as since "
			  "%s: %s   status %d",
		    date, clock_date_text(run->arena, history->lacking_since),
		    with_troubles(run, derived), STATUS_PARTIAL);
		return;
	}
	log_error("%s: partial release: %s", date, derived->partial);
	tell_open(run);
	log_error("kept: last answers stay in force with their age; the "
		  "release says partial on its face");
	log_error(
	    "next: the next run asks only what is open   status %d", STATUS_PARTIAL);
}

static int
tell_stopped(struct run *run)
{
	log_error("stopped; %zu new answers are in the cache, nothing was "
		  "released; the same command goes on from here",
	    run->kept);
	return 128 + stop_signal();
}

/* What this run adds to what is known of the earlier ones; false: nothing. */
static bool
update_history(
    struct run *run, const struct derived *derived, int status, struct history *history)
{
	const char *lacking = lacking_words(run, derived);

	/* What was once is no news of what is. */
	if (run->settings->as_of != INT64_MAX)
		return false;
	if (status == STATUS_COMPLETE && derived->release.folder != NULL) {
		history->complete_at = clock_now();
		history->complete = file_name(derived->release.folder);
		history->lacking = NULL;
	}
	if (status != STATUS_PARTIAL)
		return status == STATUS_COMPLETE;
	history->lacks_again = history->lacking != NULL &&
	    strcmp(history->lacking, lacking) == 0;
	if (!history->lacks_again)
		history->lacking_since = clock_now();
	history->lacking = lacking;
	return true;
}

static void
tell_people(struct run *run, const struct derived *derived, const struct history *history,
    int status)
{
	switch (status) {
	case STATUS_UNAVAILABLE:
		tell_failure(run, derived, history);
		break;
	case STATUS_PARTIAL:
		tell_partial(run, derived, history);
		break;
	case STATUS_CANNOT_CREATE:
	case STATUS_IO:
		tell_machine(run, history, status);
		break;
	}
}

void
tell_begun(struct run *run)
{
	const struct derived nothing = { 0 };
	struct history history;
	struct buffer text;

	history_read(run->arena, run->settings->state, run_name(run), &history);
	buffer_init(&text, 0);
	summary_json(run, &nothing, &history, STATUS_RUNNING, &text);
	/* What cannot be written now is told at the end. */
	if (file_make_folder(run->settings->state, 0700))
		file_replace(last_run_path(run), text.bytes, text.length, 0644);
	buffer_free(&text);
}

int
tell(struct run *run, const struct derived *derived, int status)
{
	struct history history;
	struct buffer text;
	bool is_news;

	if (run->stopped)
		status = tell_stopped(run);
	history_read(run->arena, run->settings->state, run_name(run), &history);
	is_news = update_history(run, derived, status, &history);
	tell_people(run, derived, &history, status);
	buffer_init(&text, 0);
	summary_json(run, derived, &history, status, &text);
	write_files(run, derived, &history, is_news, &text);
	write_metrics(run, derived, &history, status);
	if (run->settings->json)
		fwrite(text.bytes, 1, text.length, stdout);
	else if (!run->settings->quiet &&
	    (run->settings->summary || isatty(STDOUT_FILENO)) &&
	    derived->release.folder != NULL)
		summary_print(run, derived);
	buffer_free(&text);
	return status;
}
