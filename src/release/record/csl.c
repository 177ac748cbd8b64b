/* One record enters, its item of CSL JSON leaves. */
#include "release/record/csl.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/json.h"
#include "base/text.h"
#include "model/record.h"
#include "release/facts/facts.h"

static void
add(struct json_writer *w, const char *name, const char *value)
{
	if (!text_is_blank(value))
		json_member(w, name, value);
}

static void
add_authors(struct json_writer *w, const struct record *r)
{
	if (r->author_count == 0)
		return;
	json_write_key(w, "author");
	json_write_array(w);
	for (size_t i = 0; i < r->author_count; i++) {
		const struct author *author = &r->authors[i];

		json_write_object(w);
		/* Who is not taken apart by anybody stays whole: "Le Van An". */
		if (author->family == NULL || author->given == NULL) {
			json_member(w, "literal", author->literal);
		} else {
			json_member(w, "family", author->family);
			json_member(w, "given", author->given);
		}
		json_write_object_end(w);
	}
	json_write_array_end(w);
}

/* EDTF as parts: 2024-01 is [[2024, 1]]. */
static void
add_date(struct json_writer *w, const char *date)
{
	if (date == NULL)
		return;
	json_write_key(w, "issued");
	json_write_object(w);
	json_write_key(w, "date-parts");
	json_write_array(w);
	json_write_array(w);
	for (const char *part = date; *part >= '0' && *part <= '9';) {
		char *end;

		json_write_integer(w, strtol(part, &end, 10));
		part = *end == '-' ? end + 1 : end;
	}
	json_write_array_end(w);
	json_write_array_end(w);
	json_write_object_end(w);
}

static void
add_item(struct json_writer *w, struct arena *arena, const struct record *r)
{
	const char *arxiv = record_identifier_value(r, IDENTIFIER_ARXIV);
	bool preprint = r->stage != NULL && strcmp(r->stage, "preprint") == 0;

	json_write_object(w);
	json_member(w, "id", r->citation_key != NULL ? r->citation_key : r->id);
	json_member(w, "type", r->type != NULL ? r->type : "document");
	if (preprint)
		json_member(w, "genre", "preprint");
	json_member(w, "title", facts_title(r));
	add_authors(w, r);
	add_date(w, r->issued != NULL ? r->issued : r->first_public);
	add(w, "container-title", r->container_title);
	add(w, "publisher", r->publisher != NULL ? r->publisher : r->institute);
	add(w, "DOI", record_identifier_value(r, IDENTIFIER_DOI));
	add(w, "PMID", record_identifier_value(r, IDENTIFIER_PMID));
	add(w, "PMCID", record_identifier_value(r, IDENTIFIER_PMCID));
	if (preprint && arxiv != NULL)
		json_member(w, "number", arena_join(arena, "arXiv:", arxiv, NULL));
	add(w, "URL", r->url);
	json_write_key(w, "custom");
	json_write_object(w);
	json_member(w, "id", r->id);
	json_write_object_end(w);
	json_write_object_end(w);
}

void
csl_add(struct buffer *out, struct json_writer *w, struct arena *arena,
    const struct record *record, size_t *count)
{
	if (strcmp(record->kind, "webpage") == 0)
		return;
	buffer_text(out, (*count)++ == 0 ? "[\n" : ",\n");
	add_item(w, arena, record);
	json_write_line_end(w);
	out->bytes[--out->length] = 0; /* a comma may follow */
}

void
csl_end(struct buffer *out, size_t count)
{
	buffer_text(out, count == 0 ? "[]\n" : "\n]\n");
}
