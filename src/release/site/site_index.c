/* All works, counted and in order, enter; the page one opens first leaves. */
#include <string.h>

#include "base/buffer.h"
#include "release/report/page.h"
#include "release/site/site.h"
#include "release/text/escape.h"

enum { FEW = 5, SHOWN = 25 };

static void
add_number(struct buffer *out, const struct about *about, size_t number, const char *what)
{
	buffer_printf(out, "<li><strong>%s</strong> <span>%s</span></li>\n",
	    card_number(about->arena, number), what);
}

static void
add_top(const struct site *site, const struct about *about, struct buffer *out)
{
	const struct release_settings *s = site->settings;
	const struct site_counts *c = &site->counts;

	buffer_text(out, "<div class=\"hero\">\n<h1>");
	escape_html(out, about->title);
	buffer_text(out, "</h1>\n<p class=\"lead\">As of ");
	site_date(out, about->date);
	buffer_text(out, ", from ");
	for (size_t i = 0; i < s->list_count; i++) {
		if (i > 0)
			buffer_text(out, i + 1 == s->list_count ? " and " : ", ");
		page_link(out, s->lists[i].url, s->lists[i].name);
	}
	buffer_text(out,
	    ": who wrote it, where it appeared, how often it is cited, under which "
	    "licence, and who says so.</p>\n<ul class=\"numbers\">\n");
	add_number(out, about, c->works, c->works == 1 ? "work" : "works");
	add_number(out, about, c->papers, c->papers == 1 ? "paper" : "papers");
	add_number(out, about, c->models, c->models == 1 ? "model" : "models");
	add_number(out, about, c->licensed, "with a stated licence");
	if (about->previous != NULL)
		add_number(out, about, c->added, "new since the last release");
	buffer_text(out, "</ul>\n");
	if (about->stand_in)
		page_element(out, "p", "banner", card_stand_in());
	if (s->partial != NULL) {
		buffer_text(out, "<p class=\"banner\">This release is partial: ");
		escape_html(out, s->partial);
		buffer_text(out, "</p>\n");
	}
	buffer_text(out, "</div>\n");
}

/* Works that are new, in page order. */
static void
add_new(struct site *site, struct buffer *out)
{
	size_t shown = 0;

	if (site->counts.added == 0)
		return;
	buffer_text(out,
	    "<section class=\"panel\" aria-labelledby=\"new\"><h2 id=\"new\">New this "
	    "time</h2>\n<ol class=\"briefs\">\n");
	for (size_t i = 0; i < site->count && shown < FEW; i++)
		if (site->items[i].is_new) {
			site_add_brief(site, i, out);
			shown++;
		}
	buffer_text(out, "</ol>\n");
	if (site->counts.added > shown)
		buffer_printf(out,
		    "<p><a href=\"index.html#?new=1\" data-find=\"new=1\">All %zu new "
		    "works</a></p>\n",
		    site->counts.added);
	buffer_text(out, "</section>\n");
}

/* The `FEW` that gained most, best first; their number. */
static size_t
find_movers(const struct site *site, size_t *best)
{
	size_t count = 0;

	for (size_t i = 0; i < site->count; i++) {
		int64_t growth = site->items[i].growth;
		size_t at = count;

		while (at > 0 && site->items[best[at - 1]].growth < growth)
			at--;
		if (growth <= 0 || at == FEW)
			continue;
		if (count < FEW)
			count++;
		memmove(&best[at + 1], &best[at], (count - at - 1) * sizeof *best);
		best[at] = i;
	}
	return count;
}

static void
add_movers(struct site *site, struct buffer *out)
{
	size_t best[FEW], count = find_movers(site, best);

	if (count == 0)
		return;
	buffer_text(out,
	    "<section class=\"panel\" aria-labelledby=\"movers\"><h2 id=\"movers\">Cited "
	    "more than last time</h2>\n<ol class=\"briefs\">\n");
	for (size_t i = 0; i < count; i++)
		site_add_brief(site, best[i], out);
	buffer_text(out, "</ol>\n</section>\n");
}

/* What the script fills: without it the newest stand here, and all on their pages. */
static void
add_finder(struct site *site, const struct about *about, struct buffer *out)
{
	size_t pages = site_page_count(site);

	buffer_text(out,
	    "<section class=\"finder\" aria-labelledby=\"find\">\n<h2 id=\"find\">Find a "
	    "work</h2>\n<div id=\"controls\" hidden></div>\n"
	    "<p id=\"status\" role=\"status\"></p>\n<ol id=\"results\" class=\"briefs "
	    "results\">\n");
	for (size_t i = 0; i < site->count && i < SHOWN; i++)
		site_add_brief(site, i, out);
	buffer_text(out, "</ol>\n<p id=\"more\">");
	if (site->count == 0)
		buffer_text(out, "There is no work in this release.");
	else
		buffer_printf(out,
		    "<a href=\"works-1.html\">All %s works, with their cards, on %zu "
		    "page%s</a>",
		    card_number(about->arena, site->count), pages, pages == 1 ? "" : "s");
	buffer_text(out, "</p>\n</section>\n");
}

void
site_index(struct site *site, const struct about *about, struct buffer *out)
{
	site_head(about, NULL, true, out);
	add_top(site, about, out);
	if (site->counts.added > 0 || about->previous != NULL) {
		buffer_text(out, "<div class=\"panels\">\n");
		add_new(site, out);
		add_movers(site, out);
		buffer_text(out, "</div>\n");
	}
	add_finder(site, about, out);
	site_charts(site, about, out);
	site_foot(about, true, out);
}
