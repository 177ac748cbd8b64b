/*
 * The findings of a run enter; the first rows that want a person's eye leave,
 * each with all its repairs, new ones before those known already.
 */
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/text.h"
#include "say/inside.h"

enum { SHOWN = 4, LEAST_COLUMNS = 80, TITLE_COLUMNS = 16, OWN_COLUMNS = 44 };

static size_t
columns_of_terminal(void)
{
	struct winsize size;

	return ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > LEAST_COLUMNS
	    ? size.ws_col
	    : LEAST_COLUMNS;
}

static bool
is_to_do(const struct finding *finding)
{
	return finding->class != FINDING_NOTE &&
	    (finding->state == FINDING_NEW || finding->state == FINDING_OPEN);
}

static bool
is_same_row(const struct finding *a, const struct finding *b)
{
	return a->list != NULL && b->list != NULL && a->line == b->line &&
	    strcmp(a->list, b->list) == 0;
}

/* "BioGPT" of "BioGPT: Generative Pre-trained …", else the first words. */
static const char *
short_title(struct arena *arena, const char *title, size_t columns)
{
	const char *colon = strstr(title, ": ");

	title = text_for_terminal(arena,
	    colon != NULL && (size_t)(colon - title) <= columns
		? arena_text_n(arena, title, (size_t)(colon - title))
		: title);
	return text_shorten(arena, title, columns);
}

/* What is wrong with a row, how to repair it, and the keys of it all. */
struct row_words {
	const char *title, *words, *keys;
};

static void
read_row(
    struct arena *arena, const struct finding *row, size_t count, struct row_words *out)
{
	*out = (struct row_words){ 0 };
	for (size_t i = 0; i < count; i++) {
		const struct finding *f = &row[i];
		const char *one;

		if (!is_to_do(f))
			continue;
		one = f->repair != NULL
		    ? arena_printf(arena, "%s -> %s", f->code, f->repair)
		    : arena_printf(arena, "%s: %s", f->code,
			  f->evidence != NULL ? f->evidence : "");
		out->words = out->words == NULL
		    ? one
		    : arena_printf(arena, "%s; %s", out->words, one);
		out->keys = out->keys == NULL
		    ? f->key
		    : arena_printf(arena, "%s %s", out->keys, f->key);
		out->title = out->title == NULL ? f->title : out->title;
	}
	out->words = text_for_terminal(arena, out->words);
}

static const char *
place_of(
    struct arena *arena, const struct finding *row, const char *title, size_t columns)
{
	const char *list = row->list != NULL ? row->list : "all lists";

	if (title == NULL)
		return arena_printf(arena, "%s:%u", list, row->line);
	return arena_printf(
	    arena, "%s:%u: %s", list, row->line, short_title(arena, title, columns));
}

/*
 * LIST:LINE: TITLE: CODE -> REPAIR; CODE: WORDS [KEY KEY]
 * What does not fit goes on a line of its own: half a repair helps nobody.
 */
static void
print_row(struct arena *arena, const struct finding *row, size_t count)
{
	size_t columns = columns_of_terminal();
	struct row_words it;
	const char *line;

	read_row(arena, row, count, &it);
	line = arena_printf(
	    arena, "%s: %s", place_of(arena, row, it.title, TITLE_COLUMNS), it.words);
	if (4 + text_width(line) + 3 + strlen(it.keys) <= columns) {
		printf("    %s [%s]\n", line, it.keys);
		return;
	}
	printf("    %s\n      %s [%s]\n", place_of(arena, row, it.title, OWN_COLUMNS),
	    text_shorten(arena, it.words, columns - 9 - strlen(it.keys)), it.keys);
}

/* Rows with something new, or those without; how many there are. */
static size_t
print_rows(struct arena *arena, const struct findings *all, bool fresh, size_t *shown)
{
	size_t rows = 0;

	for (size_t i = 0, next; i < all->count; i = next) {
		bool wanted = false, is_new = false;

		for (next = i; next < all->count &&
		     (next == i || is_same_row(&all->v[i], &all->v[next]));
		     next++) {
			if (!is_to_do(&all->v[next]))
				continue;
			wanted = true;
			is_new |= all->v[next].state == FINDING_NEW;
		}
		if (!wanted || is_new != fresh)
			continue;
		rows++;
		if (*shown == SHOWN)
			continue;
		print_row(arena, &all->v[i], next - i);
		(*shown)++;
	}
	return rows;
}

/* The command that prints all of it, as this run was called. */
static void
print_more(const struct story *story, size_t rows)
{
	const struct settings *settings = story->session->settings;

	printf("    ... %zu more: enrich todo", rows);
	if (settings->config == NULL) {
		printf(" --name %s", session_name(story->session));
		if (strcmp(settings->output, "releases") != 0)
			printf(" -o %s", settings->output);
	}
	puts("    (or report.html)");
}

void
summary_print_to_do(const struct story *story)
{
	const struct derived *derived = &story->derived;
	const struct totals *totals = &derived->release.totals;
	struct arena *arena = arena_new();
	size_t shown = 0, rows = 0;

	printf("  to do   %zu row%s: %zu fix, %zu decide   %zu note%s",
	    totals->rows_fix + totals->rows_decide,
	    text_plural(totals->rows_fix + totals->rows_decide), totals->rows_fix,
	    totals->rows_decide, totals->note, text_plural(totals->note));
	/* With none before it all are new; one of today is not compared with. */
	if (derived->previous != NULL)
		printf("   (%zu new since %s)", totals->rows_new + totals->note_new,
		    derived->previous);
	putchar('\n');
	rows += print_rows(arena, &derived->findings, true, &shown);
	rows += print_rows(arena, &derived->findings, false, &shown);
	if (rows > shown)
		print_more(story, rows - shown);
	putchar('\n');
	arena_free(arena);
}
