/* A record enters; its row for the script and its line in lists leave. */
#include "release/site/site.h"

#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/json.h"
#include "base/text.h"
#include "model/license.h"
#include "release/facts/facts.h"
#include "release/record/watch.h"
#include "release/report/page.h"
#include "release/text/escape.h"

enum { FEW_PEOPLE = 3 };

/* As search.js has them. */
enum {
	HAS_CODE = 1,
	HAS_MODEL = 2,
	HAS_DATA = 4,
	IS_NEW = 8,
	IS_BAD = 16,
	IS_PREPRINT = 32
};
static const char *const kinds[] = { "paper", "model", "dataset", "code", "space",
	"webpage" };

const char *
site_key(struct arena *arena, const struct record *r)
{
	char *key = arena_text(arena, r->citation_key == NULL ? "" : r->citation_key);
	size_t length = 0;

	for (const char *k = key; *k != '\0'; k++)
		if ((*k >= 'a' && *k <= 'z') || (*k >= 'A' && *k <= 'Z') ||
		    (*k >= '0' && *k <= '9') || strchr("-_:.", *k) != NULL)
			key[length++] = *k;
	key[length] = '\0';
	return length > 0 ? key
			  : arena_printf(arena, "work%016llx",
				(unsigned long long)watch_print(r->id, strlen(r->id)));
}

const char *
site_people(struct arena *arena, const struct record *r, size_t most)
{
	/* Nobody is the one "other". */
	size_t shown = r->author_count <= most + 1 ? r->author_count : most;
	struct buffer out;
	const char *text;

	if (shown == 0)
		return NULL;
	buffer_init(&out, 0);
	for (size_t i = 0; i < shown; i++) {
		if (i > 0)
			buffer_text(&out,
			    i + 1 == r->author_count && !r->authors_more ? " and "
									 : ", ");
		buffer_text(&out, r->authors[i].literal);
	}
	if (shown < r->author_count)
		buffer_printf(&out, " and %zu others", r->author_count - shown);
	else if (r->authors_more)
		buffer_text(&out, " and others");
	text = arena_text(arena, out.bytes);
	buffer_free(&out);
	return text;
}

void
site_date(struct buffer *out, const char *edtf)
{
	static const char *const months[] = { "January", "February", "March", "April",
		"May", "June", "July", "August", "September", "October", "November",
		"December" };
	size_t length = strlen(edtf);
	unsigned month = 0;

	if (length >= 7)
		month = (unsigned)(edtf[5] - '0') * 10 + (unsigned)(edtf[6] - '0');
	buffer_text(out, "<time datetime=\"");
	escape_html(out, edtf);
	buffer_text(out, "\">");
	if (month < 1 || month > 12)
		escape_html(out, edtf);
	else if (length == 7)
		buffer_printf(out, "%s %.4s", months[month - 1], edtf);
	else
		buffer_printf(out, "%d %.3s %.4s", (edtf[8] - '0') * 10 + edtf[9] - '0',
		    months[month - 1], edtf);
	buffer_text(out, "</time>");
}

static int64_t
most_of(const struct record *r, bool stars)
{
	int64_t most = -1;

	for (size_t i = 0; i < r->artifact_count; i++) {
		int64_t count = stars ? r->artifacts[i].stars : r->artifacts[i].likes;

		if (count > most)
			most = count;
	}
	return most;
}

static int
flags_of(const struct record *r, const struct change_told *told)
{
	int flags = told->what == CHANGE_ADDED ? IS_NEW : 0;

	for (size_t i = 0; i < r->artifact_count; i++) {
		const char *kind = r->artifacts[i].kind;

		flags |= strcmp(kind, "code") == 0 ? HAS_CODE
		    : strcmp(kind, "model") == 0   ? HAS_MODEL
		    : strcmp(kind, "dataset") == 0 ? HAS_DATA
						   : 0;
	}
	if (r->is_retracted == TRI_TRUE || r->is_withdrawn == TRI_TRUE)
		flags |= IS_BAD;
	if (r->stage != NULL && strcmp(r->stage, "preprint") == 0)
		flags |= IS_PREPRINT;
	return flags;
}

static int
number_in(const char *const *words, size_t count, const char *word)
{
	for (size_t i = 0; word != NULL && i < count && words[i] != NULL; i++)
		if (strcmp(words[i], word) == 0)
			return (int)i;
	return -1;
}

/* What is searched besides title and the people shown. */
static const char *
more_words(struct arena *arena, const struct record *r)
{
	struct buffer out;
	const char *text;

	buffer_init(&out, 0);
	buffer_text(&out, r->name == NULL ? "" : r->name);
	for (size_t i = FEW_PEOPLE;
	     i < r->author_count && r->author_count > FEW_PEOPLE + 1; i++)
		buffer_printf(&out, " %s", r->authors[i].literal);
	for (size_t i = 0; i < r->id_count; i++)
		if (!record_id_is_refused(r->ids[i].status))
			buffer_printf(&out, " %s", r->ids[i].id.value);
	if (r->id_count == 0)
		buffer_printf(&out, " %s", r->id);
	text = arena_text(arena, out.bytes == NULL ? "" : out.bytes);
	buffer_free(&out);
	return text;
}

void
site_row(struct site *site, const struct telling *telling, const struct change_told *told,
    const char *key)
{
	struct json_writer *w = site->writer;
	const struct record *r = telling->record;

	json_write_array(w);
	json_write_string(w, key);
	json_write_string(w, facts_title(r));
	json_write_string(w, site_people(telling->arena, r, FEW_PEOPLE));
	json_write_string(w, more_words(telling->arena, r));
	json_write_integer(w, facts_year(r));
	json_write_integer(w,
	    r->venue_name == NULL
		? -1
		: (int64_t)site_number(site, &site->venues, r->venue_name));
	json_write_integer(w, number_in(kinds, sizeof kinds / sizeof *kinds, r->kind));
	json_write_integer(w, number_in(license_classes, 5, license_class(r->license)));
	json_write_array(w);
	for (size_t i = 0; i < r->mention_count; i++) {
		const struct entry *e = r->mentions[i];

		json_write_integer(w, (int64_t)site_number(site, &site->lists, e->list));
		json_write_integer(w,
		    (int64_t)site_number(site, &site->sections,
			text_is_blank(e->section) ? "" : e->section));
	}
	json_write_array_end(w);
	json_write_integer(w, r->cited_by_count);
	json_write_integer(w, most_of(r, false));
	json_write_integer(w, most_of(r, true));
	json_write_integer(w,
	    told->cited_before >= 0 && r->cited_by_count >= 0
		? r->cited_by_count - told->cited_before
		: 0);
	json_write_integer(w, flags_of(r, told));
	json_write_array_end(w);
	json_write_line_end(w);
	site->piece.length--; /* a comma may follow */
}

void
site_brief(const struct site *site, const struct telling *telling,
    const struct change_told *told, const char *key, struct buffer *out)
{
	const struct record *r = telling->record;
	const char *people = site_people(telling->arena, r, FEW_PEOPLE);

	(void)site;
	buffer_printf(out, "%s\">", key);
	escape_html(out, facts_title(r));
	buffer_text(out, "</a>");
	if (people != NULL)
		page_element(out, "span", "people", people);
	buffer_text(out, "<span class=\"meta\">");
	escape_html(out,
	    r->venue_name != NULL                 ? r->venue_name
		: r->stage != NULL                ? r->stage
		: strcmp(r->kind, "webpage") == 0 ? "web page"
						  : r->kind);
	if (facts_year(r) > 0)
		buffer_printf(out, ", %d", facts_year(r));
	if (r->cited_by_count > 0)
		buffer_printf(out, " · %s citation%s",
		    card_number(telling->arena, (size_t)r->cited_by_count),
		    r->cited_by_count == 1 ? "" : "s");
	if (told->cited_before >= 0 && r->cited_by_count > told->cited_before)
		buffer_printf(out, " <span class=\"up\">+%s</span>",
		    card_number(telling->arena,
			(size_t)(r->cited_by_count - told->cited_before)));
	buffer_text(out, "</span></li>\n");
}
