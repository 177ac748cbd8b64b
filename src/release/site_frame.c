/* A page's title enters; what stands around its <main> leaves. */
#include <string.h>

#include "base/buffer.h"
#include "model/source.h"
#include "release/escape.h"
#include "release/page.h"
#include "release/site.h"

/* Where one can go, and whether one is there. */
static void
add_way(struct buffer *out, const char *href, const char *name, bool here)
{
	buffer_printf(out, "<li><a href=\"%s\"%s>%s</a></li>", href,
	    here ? " aria-current=\"page\"" : "", name);
}

void
site_head(
    const struct about *about, const char *title, const char *page, struct buffer *out)
{
	bool index = strcmp(page, "index") == 0;

	buffer_text(out,
	    "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
	    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
	    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
	    "script-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'; "
	    "form-action 'none'\">\n"
	    "<meta name=\"referrer\" content=\"no-referrer\">\n" SITE_MARK "\n<title>");
	if (title != NULL) {
		escape_html(out, title);
		buffer_text(out, " · ");
	}
	escape_html(out, about->title);
	buffer_text(out,
	    "</title>\n<link rel=\"stylesheet\" href=\"page.css\">\n"
	    "<link rel=\"alternate\" type=\"application/atom+xml\" title=\"New works\" "
	    "href=\"feed.xml\">\n");
	if (index)
		buffer_text(out, "<script defer src=\"works.js\"></script>\n");
	buffer_text(out,
	    "<script defer src=\"search.js\"></script>\n</head>\n<body>\n"
	    "<a class=\"skip\" href=\"#main\">Skip to the works</a>\n"
	    "<header class=\"top\"><div class=\"wrap\"><p class=\"brand\">"
	    "<a href=\"index.html\">");
	escape_html(out, about->title);
	buffer_text(out, "</a></p><nav aria-label=\"Site\"><ul>");
	add_way(out, "index.html", "Find", index);
	add_way(out, "works-1.html", "All works", !index);
	add_way(out, "index.html#figures", "Figures", false);
	add_way(out, "feed.xml", "Feed", false);
	buffer_text(
	    out, "</ul></nav></div></header>\n<main id=\"main\" class=\"wrap\">\n");
}

void
site_foot(const struct site *site, const struct about *about, struct buffer *out)
{
	const struct release_settings *s = site->settings;

	buffer_text(out, "</main>\n<footer class=\"bottom\"><div class=\"wrap\">\n<p>");
	buffer_printf(out, "Release %s, ", about->version);
	site_date(out, about->date);
	if (s->license != NULL) {
		buffer_text(out, ". The collection: ");
		escape_html(out, s->license);
		buffer_text(out, "; each work has its own licence");
	}
	buffer_text(out, ". Made by ");
	escape_html(out, s->program);
	if (s->homepage != NULL) {
		buffer_text(out, ". Its home: ");
		page_link(out, s->homepage, s->homepage);
	}
	buffer_text(out, ".</p>\n<p>Whose word it is: ");
	for (size_t i = 0; i < s->source_count; i++) {
		if (s->sources[i].found == 0)
			continue;
		page_link(out, s->sources[i].source->service->terms,
		    s->sources[i].source->title);
		buffer_text(out, " · ");
	}
	buffer_text(out, "the lists.</p>\n");
	if (about->stand_in)
		page_element(out, "p", "banner", card_stand_in());
	buffer_text(out, "</div></footer>\n</body>\n</html>\n");
}
