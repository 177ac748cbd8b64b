/* What was counted enters, report.html leaves: its head and its order. */
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/clock.h"
#include "release/predecessor/known.h"
#include "release/report/page.h"
#include "release/report/report.h"
#include "release/text/escape.h"

struct tile {
	const char *name;
	size_t value;
	size_t of;         /* SIZE_MAX: not a part of anything */
	const char *words; /* below */
	bool compared;
	size_t before;
	const char *change; /* instead of the comparison, or NULL */
};

static void
add_change(struct buffer *out, const struct tile *tile)
{
	if (!tile->compared)
		return;
	if (tile->value == tile->before)
		buffer_text(out, "as before");
	else if (tile->value > tile->before)
		buffer_printf(out, "+%zu", tile->value - tile->before);
	else
		buffer_printf(out, "−%zu", tile->before - tile->value);
}

static void
add_tile(const struct about *about, struct buffer *out, const struct tile *tile)
{
	buffer_printf(out, "<li><span>%s</span><strong>%s", tile->name,
	    card_number(about->arena, tile->value));
	if (tile->of != SIZE_MAX)
		buffer_printf(
		    out, " <em>of %s</em>", card_number(about->arena, tile->of));
	buffer_printf(out, "</strong><small>%s</small><small>", tile->words);
	if (tile->change != NULL)
		buffer_text(out, tile->change);
	else
		add_change(out, tile);
	buffer_text(out, "</small></li>\n");
}

static void
add_tiles(const struct about *about, struct buffer *out)
{
	const struct tiles *now = &about->tally->tiles;
	const struct totals *t = &about->tally->totals;
	static const struct tiles none;
	bool compared = about->previous != NULL;
	const struct tiles *old = compared ? &about->previous->index.tiles : &none;
	const char *no_source = arena_printf(about->arena, "%s have no source",
	    card_number(about->arena, now->works - now->sourced));
	const char *todo = arena_printf(
	    about->arena, "rows: %zu fix, %zu decide", t->rows_fix, t->rows_decide);
	const char *fresh = arena_printf(about->arena, "%zu new", t->rows_new);
	const struct tile tiles[] = {
		{ "in scope", now->works, SIZE_MAX, "works", compared, old->works, NULL },
		{ "found", now->found, now->sourced, no_source, compared, old->found,
		    NULL },
		{ "venue", now->venue, now->papers, "papers", compared, old->venue,
		    NULL },
		{ "licence", now->license, now->sourced, "works", compared, old->license,
		    NULL },
		{ "to do", t->rows_fix + t->rows_decide, SIZE_MAX, todo, false, 0,
		    fresh },
		{ "gone", now->gone, SIZE_MAX, "or withdrawn", compared, old->gone,
		    NULL },
	};

	buffer_text(out, "<ul class=\"tiles\">\n");
	for (size_t i = 0; i < sizeof tiles / sizeof *tiles; i++)
		add_tile(about, out, &tiles[i]);
	buffer_text(out, "</ul>\n");
}

static void
add_state(const struct about *about, struct buffer *out)
{
	const struct release_settings *s = about->settings;
	const struct totals *t = &about->tally->totals;
	int64_t oldest = 0, newest = 0;

	for (size_t i = 0; i < s->source_count; i++) {
		if (s->sources[i].newest == 0)
			continue;
		if (oldest == 0 || s->sources[i].oldest < oldest)
			oldest = s->sources[i].oldest;
		if (s->sources[i].newest > newest)
			newest = s->sources[i].newest;
	}
	buffer_printf(out, "<p class=\"soft\">%zu list%s · ", s->list_count,
	    s->list_count == 1 ? "" : "s");
	escape_html(out, s->program);
	if (newest != 0) {
		const char *from = clock_date_text(about->arena, oldest);
		const char *to = clock_date_text(about->arena, newest);

		buffer_printf(out, " · answers of %s", from);
		if (strcmp(from, to) != 0)
			buffer_printf(out, " to %s", to);
	}
	if (s->since != NULL) {
		buffer_text(out, " · since ");
		escape_html(out, s->since);
		buffer_printf(out,
		    " (older works: %s, carried along, not asked "
		    "about)",
		    card_number(about->arena, t->works_older));
	}
	buffer_text(out, "</p>\n");
}

/* They stand below as well; who looks no further shall have seen them. */
static void
add_retracted(const struct about *about, struct buffer *out)
{
	const struct tally *t = about->tally;

	if (t->retracted_count == 0)
		return;
	buffer_text(out, "<p class=\"banner\">Retracted or withdrawn: ");
	for (size_t i = 0; i < t->retracted_kept; i++) {
		const struct finding *f = &t->retracted[i];

		buffer_text(out, i > 0 ? "; " : "");
		escape_html(out, f->title != NULL ? f->title : f->given);
		buffer_text(out, " (");
		escape_html(out, f->list);
		buffer_printf(out, ":%u, %s)", f->line, f->code);
	}
	if (t->retracted_count > t->retracted_kept)
		buffer_printf(out, "; %s more",
		    card_number(about->arena, t->retracted_count - t->retracted_kept));
	buffer_text(out, "</p>\n");
}

static void
add_banners(const struct about *about, struct buffer *out)
{
	add_retracted(about, out);
	if (about->stand_in)
		page_element(out, "p", "banner", card_stand_in());
	if (about->settings->partial != NULL) {
		buffer_text(out,
		    "<p class=\"banner\">This release is "
		    "partial: ");
		escape_html(out, about->settings->partial);
		buffer_text(out, "</p>\n");
	}
	if (about->settings->license == NULL)
		buffer_text(out,
		    "<p class=\"soft\">No licence was chosen for "
		    "this collection: before publishing, write one into "
		    "enrich.conf.</p>\n");
}

static void
add_head(const struct about *about, struct buffer *out)
{
	buffer_text(out,
	    "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n"
	    "<meta charset=\"utf-8\">\n<meta name=\"viewport\" "
	    "content=\"width=device-width, initial-scale=1\">\n<title>");
	escape_html(out, about->title);
	buffer_printf(out,
	    " %s</title>\n<style>\n%s</style>\n</head>\n"
	    "<body>\n<header>\n<div class=\"head\"><h1>",
	    about->date, report_css);
	escape_html(out, about->title);
	buffer_printf(out, "</h1><p>%s, %s</p></div>\n", about->date,
	    about->settings->partial == NULL ? "complete" : "partial");
	add_state(about, out);
	add_banners(about, out);
	add_tiles(about, out);
	buffer_text(out,
	    "<nav aria-label=\"Sections\"><ul>"
	    "<li><a href=\"#todo\">To do</a></li>"
	    "<li><a href=\"#coverage\">Coverage</a></li>"
	    "<li><a href=\"#citations\">Citations</a></li>"
	    "<li><a href=\"#licences\">Licences</a></li>"
	    "<li><a href=\"#venues\">Venues</a></li>"
	    "<li><a href=\"#lists\">Lists</a></li>"
	    "<li><a href=\"#sources\">Sources</a></li>"
	    "</ul></nav>\n</header>\n<main>\n");
}

void
report_write(const struct about *about, struct buffer *out)
{
	add_head(about, out);
	report_write_todo(about, out);
	report_write_coverage(about, out);
	report_write_citations(about, out);
	report_write_licenses(about, out);
	report_write_venues(about, out);
	report_write_lists(about, out);
	report_write_sources(about, out);
	buffer_text(out, "</main>\n</body>\n</html>\n");
}
