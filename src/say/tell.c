/*
 * The end of a run: summary.json and last-run.json are written, people are
 * told what they need to know.  Quiet when all is well and nobody looks.
 */
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
#include "say/inside.h"

static const char *
last_run_path(const struct session *session)
{
	return file_join(session->arena, session->settings->state, "last-run.json");
}

/* What could not be told to machines changes no status. */
static void
write_whole(const char *path, const struct buffer *text)
{
	if (!file_replace(path, text->bytes, text->length, 0644))
		log_warning("%s: %s", path, strerror(errno));
}

static void
write_files(const struct story *story, const struct history *history, bool is_news,
    const struct buffer *text)
{
	const struct session *session = story->session;
	const char *folder = story->derived.release.folder;
	const char *state = session->settings->state, *name = session_name(session);

	if (folder != NULL)
		write_whole(
		    arena_printf(session->arena, "%s.summary.json", folder), text);
	if (!file_make_folder(state, 0700)) {
		log_warning("%s: %s", state, strerror(errno));
		return;
	}
	write_whole(last_run_path(session), text);
	if (is_news && !history_write(session->arena, state, name, history))
		log_warning("%s: the history of %s: %s", state, name, strerror(errno));
}

static void
write_metrics(const struct story *story, const struct history *history, int status)
{
	const char *path = story->session->settings->metrics;
	struct buffer text;

	if (path == NULL)
		return;
	buffer_init(&text, 0);
	metrics_text(story, history, status, &text);
	write_whole(path, &text);
	buffer_free(&text);
}

static void
tell_kept(const struct session *session, const struct history *history)
{
	size_t kept = session->tally.kept;

	log_error("kept: %zu new %s in the cache; %s%s untouched", kept,
	    kept == 1 ? "answer" : "answers",
	    history->complete != NULL ? "the last complete release, "
				      : "earlier releases",
	    history->complete != NULL
		? arena_printf(session->arena, "%s, is", history->complete)
		: " are");
}

/* What failed, what was kept, whether the next run heals it, what to do. */
static void
tell_failure(const struct story *story, const struct history *history)
{
	const struct session *session = story->session;

	log_error("%s: no release written: %s (known %.2f of the works, wanted %.2f)",
	    clock_date_text(session->arena, clock_now()),
	    session->settings->offline ? "the cache knows too little"
				       : "the sources did not answer",
	    story->derived.coverage, session->settings->min_coverage);
	advice_print_open(story);
	tell_kept(session, history);
	log_error("next: %s",
	    session->settings->offline
		? "run once without --offline, so that the cache can be filled"
		: arena_printf(session->arena, "the next run asks only what is open; %s",
		      advice_when_next(session)));
	advice_print_keys(session);
	log_error("more: %s   status %d", last_run_path(session), STATUS_UNAVAILABLE);
}

/* Our machine failed; what did is in the line printed already. */
static void
tell_machine(const struct story *story, const struct history *history, int status)
{
	tell_kept(story->session, history);
	log_error("next: the same command goes on from here, once this is "
		  "mended   status %d",
	    status);
}

/* The sentence, and in the same line what those sources said. */
static const char *
with_troubles(const struct story *story)
{
	const struct derived *derived = &story->derived;
	const char *words = derived->partial;

	for (size_t i = 0; i < derived->source_count; i++) {
		const struct source *source = derived->sources[i].source;
		const char *trouble = session_lane(story->session, source)->tally.trouble;
		if (derived->sources[i].lacks && trouble != NULL)
			words = arena_printf(story->session->arena, "%s; %s: %s", words,
			    source->title, trouble);
	}
	return words;
}

static void
tell_partial(const struct story *story, const struct history *history)
{
	struct arena *arena = story->session->arena;
	const char *date = clock_date_text(arena, story->session->clock);

	if (history->lacks_again) {
		log_error("%s: partial release, for the same reason as since "
			  "%s: %s   status %d",
		    date, clock_date_text(arena, history->lacking_since),
		    with_troubles(story), STATUS_PARTIAL);
		return;
	}
	log_error("%s: partial release: %s", date, story->derived.partial);
	advice_print_open(story);
	log_error("kept: last answers stay in force with their age; the "
		  "release says partial on its face");
	advice_print_keys(story->session);
	log_error("next: the next run asks only what is open; %s   status %d",
	    advice_when_next(story->session), STATUS_PARTIAL);
}

int
tell_stopped(const struct session *session)
{
	log_error("stopped; %zu new answers are in the cache, nothing was "
		  "released; the same command goes on from here",
	    session->tally.kept);
	return 128 + stop_signal();
}

/* enrich ask: nothing was to be released.  What stayed open makes it partial. */
static int
tell_asked(const struct story *story)
{
	const struct session *session = story->session;
	size_t answered = 0, open = 0, not_asked = 0;

	for (const struct lane *lane = session->lanes; lane != NULL; lane = lane->next) {
		answered += lane->tally.answered;
		open += lane->tally.open;
		not_asked += lane->tally.not_asked;
	}
	if (!session->settings->quiet)
		printf("%zu answers came, %zu questions stay open, %zu were not asked "
		       "here\n",
		    answered, open, not_asked);
	if (open > 0)
		advice_print_open(story);
	advice_print_keys(session);
	return open == 0   ? STATUS_COMPLETE
	    : answered > 0 ? STATUS_PARTIAL
			   : STATUS_UNAVAILABLE;
}

static void
tell_people(const struct story *story, const struct history *history, int status)
{
	if (story->session->settings->command == COMMAND_ASK &&
	    status != STATUS_CANNOT_CREATE && status != STATUS_IO)
		return;
	switch (status) {
	case STATUS_UNAVAILABLE:
		tell_failure(story, history);
		break;
	case STATUS_PARTIAL:
		tell_partial(story, history);
		break;
	case STATUS_CANNOT_CREATE:
	case STATUS_IO:
		tell_machine(story, history, status);
		break;
	}
}

static struct history
read_history(const struct session *session)
{
	struct history history;

	history_read(
	    session->arena, session->settings->state, session_name(session), &history);
	return history;
}

void
tell_begun(const struct story *story)
{
	const struct session *session = story->session;
	struct history history = read_history(session);
	struct buffer text;

	buffer_init(&text, 0);
	summary_json(story, &history, STATUS_RUNNING, &text);
	/* What cannot be written now is told at the end. */
	if (file_make_folder(session->settings->state, 0700))
		file_replace(last_run_path(session), text.bytes, text.length, 0644);
	buffer_free(&text);
}

int
tell(const struct story *story, int status)
{
	const struct settings *settings = story->session->settings;
	struct history history;
	struct buffer text;
	bool is_news;

	if (story->session->tally.stopped)
		status = tell_stopped(story->session);
	else if (status == 0 && settings->command == COMMAND_ASK)
		status = tell_asked(story);
	history = read_history(story->session);
	is_news = history_update(&history, story, status);
	tell_people(story, &history, status);
	if (settings->offline && story->derived.release.folder != NULL)
		advice_print_never_asked(story);
	buffer_init(&text, 0);
	summary_json(story, &history, status, &text);
	write_files(story, &history, is_news, &text);
	write_metrics(story, &history, status);
	if (settings->json)
		fwrite(text.bytes, 1, text.length, stdout);
	else if (!settings->quiet && (settings->summary || isatty(STDOUT_FILENO)) &&
	    story->derived.release.folder != NULL)
		summary_print(story);
	buffer_free(&text);
	return status;
}
