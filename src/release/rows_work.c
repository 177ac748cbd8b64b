/* One record enters, its row in works.csv leaves. */
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "release/columns.h"
#include "release/facts.h"
#include "release/rows.h"

enum given { GIVEN_LIST, GIVEN_VENUE, GIVEN_LICENSE, GIVEN_DATE };

static const char *
given_text(const struct entry *entry, enum given given)
{
	switch (given) {
	case GIVEN_LIST:
		return entry->list;
	case GIVEN_VENUE:
		return entry->venue;
	case GIVEN_LICENSE:
		return entry->license;
	case GIVEN_DATE:
		return facts_date_given(entry);
	}
	return NULL;
}

static bool
said_before(const struct record *record, size_t end, enum given given, const char *text)
{
	for (size_t i = 0; i < end; i++) {
		const char *other = given_text(record->mentions[i], given);

		if (other != NULL && strcmp(other, text) == 0)
			return true;
	}
	return false;
}

/* What the mentions say, each text once. */
static const char *
join_given(struct arena *arena, const struct record *record, enum given given)
{
	struct buffer joined;
	const char *text;

	buffer_init(&joined, 0);
	for (size_t i = 0; i < record->mention_count; i++) {
		text = given_text(record->mentions[i], given);
		if (text == NULL || *text == '\0' || said_before(record, i, given, text))
			continue;
		if (joined.length > 0)
			buffer_text(&joined, "; ");
		buffer_text(&joined, text);
	}
	text = joined.length == 0 ? NULL
				  : arena_text_n(arena, joined.bytes, joined.length);
	buffer_free(&joined);
	return text;
}

static void
add_names(struct row *row, const struct record *r)
{
	row_text(row, r->id);
	row_text(row, r->citation_key);
	row_text(row, r->kind);
	row_text(row, r->type);
	row_text(row, r->stage);
	row_text(row, record_scope_name(r->scope));
	row_text(row, r->title);
	row_text(row, r->name);
	row_text(row, facts_authors(row->arena, r));
	row_text(row, r->issued);
	row_text(row, r->first_public);
	row_integer(row, r->year, 0);
	row_text(row, r->container_title);
	row_text(row, r->venue_key);
	row_text(row, r->publisher);
	row_text(row, r->institute);
	row_text(row, r->base_model);
}

static void
add_identifiers(struct row *row, const struct record *r)
{
	row_text(row, record_identifier_value(r, IDENTIFIER_DOI));
	row_text(row, record_identifier_value(r, IDENTIFIER_ARXIV));
	row_text(row, record_identifier_value(r, IDENTIFIER_ACL));
	row_text(row, record_identifier_value(r, IDENTIFIER_PMID));
	row_text(row, record_identifier_value(r, IDENTIFIER_PMCID));
	row_text(row, record_identifier_value(r, IDENTIFIER_S2_CORPUS));
	row_text(row, r->url);
}

void
rows_add_work(struct arena *arena, struct buffer *out, const struct record *r)
{
	struct row row;
	enum outcome outcome;

	row_begin(&row, arena, out, TABLE_WORKS);
	add_names(&row, r);
	add_identifiers(&row, r);
	row_text(&row, r->license);
	row_text(&row, license_status_name(r->license_status));
	row_text(&row, r->license_raw);
	row_text(&row, r->license_of);
	row_tri(&row, r->is_open_access);
	row_tri(&row, r->is_retracted);
	row_tri(&row, r->is_withdrawn);
	row_integer(&row, r->cited_by_count, -1);
	row_text(&row, r->cited_by_source);
	row_instant(&row, r->counted_at);
	row_text(&row, facts_licenses(arena, r, "model"));
	row_text(&row, facts_licenses(arena, r, "code"));
	row_text(&row, join_given(arena, r, GIVEN_LIST));
	row_text(&row, join_given(arena, r, GIVEN_VENUE));
	row_text(&row, join_given(arena, r, GIVEN_LICENSE));
	row_text(&row, join_given(arena, r, GIVEN_DATE));
	row_text(&row, facts_outcome(r, &outcome) ? answer_outcome_name(outcome) : NULL);
	row_text(&row, r->first_seen);
	row_text(&row, r->last_seen);
	row_end(&row);
}
