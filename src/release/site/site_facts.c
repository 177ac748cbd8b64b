/* A record enters; the facts of its card leave: counts, licence, links, places. */
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/clock.h"
#include "base/text.h"
#include "model/license.h"
#include "model/source.h"
#include "release/facts/facts.h"
#include "release/report/page.h"
#include "release/site/site.h"
#include "release/text/escape.h"

static void
add_fact(struct buffer *out, const char *name)
{
	buffer_printf(out, "<div><dt>%s</dt><dd%s>", name,
	    strcmp(name, "Read it") == 0 ? " class=\"links\"" : "");
}

static void
end_fact(struct buffer *out)
{
	buffer_text(out, "</dd></div>\n");
}

/* "the list", or a source's title with the day on which it first said so. */
void
site_who(struct buffer *out, const struct site *site, const struct telling *telling,
    const char *name, int64_t day)
{
	escape_html(out, facts_source_title(site->settings, name));
	if (day > 0)
		buffer_printf(out, ", %s", clock_date_text(telling->arena, day));
}

static const struct provenance *
provenance_of(const struct record *r, const char *field)
{
	for (size_t i = 0; i < r->provenance_count; i++)
		if (strcmp(r->provenance[i].field, field) == 0)
			return &r->provenance[i];
	return NULL;
}

static void
add_license_mark(struct buffer *out, const char *license)
{
	const char *class = license_class(license);

	buffer_printf(out, "<span class=\"mark %s\">", class == NULL ? "unknown" : class);
	escape_html(out,
	    license == NULL                                ? "no licence stated"
		: strncmp(license, "LicenseRef-", 11) == 0 ? license + 11
							   : license);
	buffer_text(out, "</span>");
}

static void
add_license(struct buffer *out, const struct site *site, const struct telling *telling)
{
	const struct record *r = telling->record;
	const struct provenance *p = provenance_of(r, "license");

	if (strcmp(r->kind, "webpage") == 0 && r->license == NULL)
		return;
	add_fact(out, "Licence");
	add_license_mark(out, r->license);
	buffer_text(out, " <small>");
	if (r->license == NULL)
		escape_html(out, license_statuses[r->license_status]);
	else if (r->license_of != NULL)
		buffer_printf(out, "of the %s",
		    strcmp(r->license_of, "artifact") == 0 ? r->kind : r->license_of);
	if (p != NULL) {
		buffer_text(out, ", says ");
		site_who(out, site, telling, p->source, p->first_answered);
	}
	buffer_text(out, "</small>");
	end_fact(out);
}

static void
add_citations(struct buffer *out, const struct site *site, const struct telling *telling,
    const struct change_told *told, const struct history_rows *history)
{
	const struct record *r = telling->record;

	if (r->cited_by_count < 0)
		return;
	add_fact(out, "Citations");
	buffer_printf(out, "<strong>%s</strong>",
	    card_number(telling->arena, (size_t)r->cited_by_count));
	if (told->cited_before >= 0 && told->cited_before < r->cited_by_count)
		buffer_printf(out, " <span class=\"up\">+%s</span>",
		    card_number(telling->arena,
			(size_t)(r->cited_by_count - told->cited_before)));
	buffer_text(out, " <small>");
	site_who(out, site, telling, r->cited_by_source == NULL ? "" : r->cited_by_source,
	    r->counted_at);
	buffer_text(out, "</small>");
	site_line(out, history, r->id);
	end_fact(out);
}

static void
add_links(struct buffer *out, const struct telling *telling)
{
	const struct record *r = telling->record;
	static const char *const names[] = { "DOI", "arXiv", "ACL Anthology", "PubMed",
		"PubMed Central", "Semantic Scholar" };
	static const enum identifier_kind kinds[] = { IDENTIFIER_DOI, IDENTIFIER_ARXIV,
		IDENTIFIER_ACL, IDENTIFIER_PMID, IDENTIFIER_PMCID, IDENTIFIER_S2_CORPUS };
	bool any = false;

	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
		const char *value = record_identifier_value(r, kinds[i]);

		if (value == NULL)
			continue;
		if (!any)
			add_fact(out, "Read it");
		any = true;
		page_link(out,
		    identifier_url(
			telling->arena, (struct identifier){ kinds[i], value }),
		    names[i]);
		buffer_char(out, '\n');
	}
	if (any)
		end_fact(out);
}

static void
add_count(
    struct buffer *out, const struct telling *telling, int64_t count, const char *what)
{
	if (count >= 0)
		buffer_printf(
		    out, " · %s %s", card_number(telling->arena, (size_t)count), what);
}

static void
add_artifact(struct buffer *out, const struct telling *telling, const struct artifact *a)
{
	buffer_printf(out, "<li><span class=\"kind\">%s</span> ", a->kind);
	page_link(out, a->url, a->id.value);
	buffer_char(out, ' ');
	add_license_mark(out, a->license);
	buffer_text(out, "<small>");
	add_count(out, telling, a->stars, "stars");
	add_count(out, telling, a->likes, "likes");
	add_count(out, telling, a->downloads, "downloads a month");
	if (a->base_model != NULL) {
		buffer_text(out, " · made from ");
		escape_html(out, a->base_model);
		if (a->base_license != NULL) {
			buffer_text(out, " (");
			escape_html(out, a->base_license);
			buffer_char(out, ')');
		}
	}
	if (a->status != NULL && strcmp(a->status, "found") != 0) {
		buffer_text(out, " · ");
		escape_html(out, a->status);
	}
	if (a->first_answered > 0)
		buffer_printf(out, " · since %s",
		    clock_date_text(telling->arena, a->first_answered));
	buffer_text(out, "</small>");
	if (a->license_drops != NULL) {
		buffer_text(out, " <span class=\"warn\">its base model asks for ");
		escape_html(out, a->license_drops);
		buffer_text(out, "</span>");
	}
	buffer_text(out, "</li>\n");
}

static void
add_artifacts(struct buffer *out, const struct telling *telling)
{
	const struct record *r = telling->record;

	if (r->artifact_count == 0)
		return;
	add_fact(out, "Models, data, code");
	buffer_text(out, "<ul>");
	for (size_t i = 0; i < r->artifact_count; i++)
		add_artifact(out, telling, &r->artifacts[i]);
	buffer_text(out, "</ul>");
	end_fact(out);
}

static void
add_mentions(struct buffer *out, const struct site *site, const struct telling *telling)
{
	const struct record *r = telling->record;

	add_fact(out, "In the lists");
	buffer_text(out, "<ul>");
	for (size_t i = 0; i < r->mention_count; i++) {
		const struct entry *e = r->mentions[i];

		buffer_text(out, "<li>");
		page_link(out,
		    facts_line_address(telling->arena, site->settings, e->list, e->line),
		    arena_printf(telling->arena, "%s:%u", e->list, e->line));
		if (!text_is_blank(e->section)) {
			buffer_text(out, " <small>");
			escape_html(out, e->section);
			buffer_text(out, "</small>");
		}
		buffer_text(out, "</li>\n");
	}
	buffer_text(out, "</ul>");
	end_fact(out);
}

void
site_facts(const struct site *site, const struct telling *telling,
    const struct change_told *told, const struct history_rows *history,
    struct buffer *out)
{
	buffer_text(out, "<dl>\n");
	add_citations(out, site, telling, told, history);
	add_license(out, site, telling);
	add_links(out, telling);
	add_artifacts(out, telling);
	add_mentions(out, site, telling);
	buffer_text(out, "</dl>\n");
}
