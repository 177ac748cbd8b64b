/*
 * The progress lines: one a source that has something to do, redrawn in place
 * at most ten times a second, on a terminal only.  Nothing stays behind.
 */
#include <stdio.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "ask/ask.h"
#include "base/arena.h"
#include "base/clock.h"
#include "base/colour.h"
#include "base/log.h"
#include "base/text.h"
#include "plan/plan.h"
#include "say/say.h"

enum { REDRAW_MS = 100 };

static struct {
	bool on;
	unsigned lines; /* drawn now */
	int64_t opened_at, drawn_at;
} screen;

static void
clear_lines(void)
{
	if (!screen.on || screen.lines == 0)
		return;
	/* Line by line: what is below a first line would go into the scrollback. */
	for (; screen.lines > 0; screen.lines--)
		fputs("\033[A\r\033[K", stderr);
	fflush(stderr);
}

static void
open_lines(const struct settings *settings)
{
	screen.on = colour_terminal(STDERR_FILENO) && !settings->quiet &&
	    !settings->json && settings->verbosity == 0;
	screen.lines = 0;
	screen.drawn_at = 0;
	screen.opened_at = clock_milliseconds();
	if (screen.on)
		log_set_clear(clear_lines);
}

/* Asked anew at each redraw, so that a resize needs no signal. */
static size_t
terminal_columns(void)
{
	struct winsize size;

	if (ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 20)
		return size.ws_col;
	return 80;
}

static const char *
time_left(struct arena *arena, double seconds)
{
	if (seconds < 1)
		return "";
	if (seconds < 90)
		return arena_printf(arena, "%.0f s left", seconds);
	return arena_printf(arena, "%.0f min left", seconds / 60);
}

/* Questions done since the asking began. */
static const char *
rate(struct arena *arena, size_t done)
{
	double minutes = (double)(clock_milliseconds() - screen.opened_at) / 60000;

	if (done == 0 || minutes <= 0)
		return "";
	if ((double)done > minutes * 60)
		return arena_printf(arena, "%.0f/s", (double)done / minutes / 60);
	return arena_printf(arena, "%.0f/min", (double)done / minutes);
}

static void
draw_source(const struct session *session, const struct lane *lane, struct arena *arena,
    size_t columns)
{
	struct plan_cost left = plan_cost(
	    lane->plan, lane->endpoint.key != NULL, session->settings->pace_scale);
	size_t done = lane->tally.answered + lane->tally.open;
	size_t total = lane->tally.wanted - lane->tally.fresh;
	struct fetch_tally sent = { 0 };

	if (total == 0)
		return;
	fetch_tally(session->fetch, lane->source, &sent);
	const char *state = done == total ? "done"
	    : sent.waiting != NULL        ? sent.waiting
					  : time_left(arena, left.seconds);
	const char *line = arena_printf(arena, "  %-16s %5zu of %-5zu %8s  %s",
	    lane->source->title, done, total, done == total ? "" : rate(arena, done),
	    state);
	fprintf(stderr, "%s\n", text_shorten(arena, line, columns - 1));
	screen.lines++;
}

static void
show_lines(const struct session *session)
{
	int64_t now;
	struct arena *arena;

	if (!screen.on)
		return;
	now = clock_milliseconds();
	if (screen.drawn_at != 0 && now - screen.drawn_at < REDRAW_MS)
		return;
	screen.drawn_at = now;
	arena = arena_new();
	clear_lines();
	for (const struct lane *lane = session->lanes; lane != NULL; lane = lane->next)
		draw_source(session, lane, arena, terminal_columns());
	fflush(stderr);
	arena_free(arena);
}

static void
close_lines(void)
{
	clear_lines();
	log_set_clear(NULL);
	screen.on = false;
}

int
progress_ask(struct session *session, struct evidence *evidence)
{
	struct asker *asker;
	int status = ask_open(&asker, session, evidence);

	if (status != 0)
		return status;
	open_lines(session->settings);
	while (ask_turn(asker))
		show_lines(session);
	close_lines();
	return ask_close(asker);
}
