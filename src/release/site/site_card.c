/* A record enters, its card leaves: what it is, its facts, who said so, how to cite it. */
#include <string.h>

#include "base/buffer.h"
#include "release/facts/facts.h"
#include "release/record/bibtex.h"
#include "release/report/page.h"
#include "release/site/site.h"
#include "release/text/escape.h"

#define MOST_PEOPLE 40

/* Said by the same source, on the same day. */
static bool
is_said_with(const struct provenance *a, const struct provenance *b)
{
	return strcmp(a->source, b->source) == 0 &&
	    a->first_answered / 86400 == b->first_answered / 86400;
}

/* cited_by_count as words. */
static void
add_field(struct buffer *out, const char *field)
{
	for (; *field != '\0'; field++)
		buffer_char(out, *field == '_' ? ' ' : *field);
}

/* Source by source, each with the fields for which its word was taken. */
static void
add_words_of(struct buffer *out, const struct site *site, const struct telling *telling,
    size_t first)
{
	const struct record *r = telling->record;
	const struct provenance *p = &r->provenance[first];
	const char *comma = "";

	buffer_text(out, "<li><b>");
	site_who(out, site, telling, p->source, p->first_answered);
	buffer_text(out, "</b>: ");
	for (size_t i = first; i < r->provenance_count; i++)
		if (is_said_with(&r->provenance[i], p)) {
			buffer_text(out, comma);
			add_field(out, r->provenance[i].field);
			comma = ", ";
		}
	buffer_text(out, "</li>\n");
}

static void
add_conflict(struct buffer *out, const struct site *site, const struct telling *telling,
    const struct conflict *c)
{
	buffer_text(out, "<li class=\"other\"><b>");
	add_field(out, c->field);
	buffer_text(out, "</b>: ");
	site_who(out, site, telling, c->other_source, 0);
	buffer_text(out, " says <q>");
	escape_html(out, c->other_value == NULL ? "nothing" : c->other_value);
	buffer_text(out, "</q></li>\n");
}

static void
add_sayings(struct buffer *out, const struct site *site, const struct telling *telling)
{
	const struct record *r = telling->record;

	if (r->provenance_count == 0)
		return;
	buffer_text(
	    out, "<details><summary>Who said what</summary><ul class=\"said\">\n");
	for (size_t i = 0; i < r->provenance_count; i++) {
		bool told = false;

		for (size_t k = 0; k < i && !told; k++)
			told = strcmp(r->provenance[k].source, r->provenance[i].source) ==
			    0;
		if (!told)
			add_words_of(out, site, telling, i);
	}
	for (size_t i = 0; i < r->conflict_count; i++)
		add_conflict(out, site, telling, &r->conflicts[i]);
	buffer_text(out, "</ul></details>\n");
}

static void
add_bibtex(struct buffer *out, const struct telling *telling, char *bibtex)
{
	struct buffer entry;

	buffer_init(&entry, 0);
	if (bibtex == NULL) {
		bibtex_add(&entry, telling->record);
		bibtex = entry.bytes;
	}
	if (bibtex != NULL && *bibtex != '\0') {
		buffer_text(out,
		    "<details><summary>BibTeX</summary><pre class=\"bib\" "
		    "tabindex=\"0\">");
		for (char *line = bibtex, *end; *line != '\0'; line = end + 1) {
			end = strchr(line, '\n');
			*end = '\0';
			if (*line != '\0') {
				escape_html(out, line);
				buffer_char(out, '\n');
			}
		}
		buffer_text(out, "</pre></details>\n");
	}
	buffer_free(&entry);
}

static void
add_marks(
    struct buffer *out, const struct telling *telling, const struct change_told *told)
{
	const struct record *r = telling->record;

	if (told->what == CHANGE_ADDED)
		buffer_text(out, " <span class=\"mark new\">new</span>");
	if (r->is_retracted == TRI_TRUE)
		buffer_text(out, " <span class=\"mark bad\">retracted</span>");
	if (r->is_withdrawn == TRI_TRUE)
		buffer_text(out, " <span class=\"mark bad\">withdrawn</span>");
}

static void
add_venue(struct buffer *out, const struct record *r)
{
	buffer_text(out, "<p class=\"meta\">");
	if (r->venue_name != NULL) {
		page_element(out, "span", "venue", r->venue_name);
		if (r->container_title != NULL &&
		    strcmp(r->venue_name, r->container_title) != 0) {
			buffer_text(out, " <small>");
			escape_html(out, r->container_title);
			buffer_text(out, "</small>");
		}
	} else {
		escape_html(out, r->stage != NULL ? r->stage : r->kind);
	}
	if (r->issued != NULL || r->first_public != NULL) {
		buffer_text(out, ", ");
		site_date(out, r->issued != NULL ? r->issued : r->first_public);
	}
	buffer_text(out, "</p>\n");
}

void
site_card(const struct site *site, const struct telling *telling,
    const struct change_told *told, const struct history_rows *history, const char *key,
    char *bibtex, struct buffer *out)
{
	const struct record *r = telling->record;
	const char *people = site_people(telling->arena, r, MOST_PEOPLE);

	buffer_printf(out, "<article class=\"card\" id=\"%s\">\n<h3>", key);
	page_link(out, r->url, facts_title(r));
	add_marks(out, telling, told);
	buffer_text(out, "</h3>\n");
	if (people != NULL)
		page_element(out, "p", "people", people);
	add_venue(out, r);
	site_facts(site, telling, told, history, out);
	add_sayings(out, site, telling);
	add_bibtex(out, telling, bibtex);
	buffer_printf(out, "<p class=\"id\"><small>");
	escape_html(out, r->id);
	if (r->first_seen != NULL) {
		buffer_text(out, " · listed since ");
		site_date(out, r->first_seen);
	}
	buffer_text(out, "</small></p>\n</article>\n");
}
