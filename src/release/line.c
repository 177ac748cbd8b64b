/* One record enters, its JSON object leaves. */
#include "release/line.h"

#include <assert.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/clock.h"
#include "base/json.h"
#include "release/facts.h"
#include "release/release.h"

static void
member_count(struct json_writer *w, const char *key, int64_t value)
{
	json_write_key(w, key);
	if (value < 0)
		json_write_null(w);
	else
		json_write_integer(w, value);
}

static void
member_tri(struct json_writer *w, const char *key, enum tri value)
{
	json_write_key(w, key);
	if (value == TRI_UNKNOWN)
		json_write_null(w);
	else
		json_write_boolean(w, value == TRI_TRUE);
}

static void
member_instant(
    struct json_writer *w, struct arena *arena, const char *key, int64_t instant)
{
	json_member(w, key, instant == 0 ? NULL : clock_instant_text(arena, instant));
}

static void
write_authors(struct json_writer *w, const struct record *r)
{
	json_write_key(w, "authors");
	json_write_array(w);
	for (size_t i = 0; i < r->author_count; i++) {
		json_write_object(w);
		json_member(w, "literal", r->authors[i].literal);
		json_member(w, "family", r->authors[i].family);
		json_member(w, "given", r->authors[i].given);
		json_member(w, "orcid", r->authors[i].orcid);
		json_write_object_end(w);
	}
	json_write_array_end(w);
}

static void
write_names(struct json_writer *w, const struct record *r)
{
	json_member_integer(w, "schema_version", 1);
	json_member(w, "id", r->id);
	json_member(w, "citation_key", r->citation_key);
	json_member(w, "kind", r->kind);
	json_member(w, "type", r->type);
	json_member(w, "stage", r->stage);
	json_member(w, "scope", record_scope_name(r->scope));
	json_member(w, "title", r->title);
	json_member(w, "name", r->name);
	write_authors(w, r);
	json_member(w, "issued", r->issued);
	json_member(w, "first_public", r->first_public);
	member_count(w, "year", r->year == 0 ? -1 : r->year);
	json_member(w, "container_title", r->container_title);
	json_member(w, "venue_key", r->venue_key);
	json_member(w, "publisher", r->publisher);
	json_member(w, "institute", r->institute);
	json_member(w, "base_model", r->base_model);
	json_member(w, "doi", record_identifier_value(r, IDENTIFIER_DOI));
	json_member(w, "arxiv_id", record_identifier_value(r, IDENTIFIER_ARXIV));
	json_member(w, "acl_id", record_identifier_value(r, IDENTIFIER_ACL));
	json_member(w, "pmid", record_identifier_value(r, IDENTIFIER_PMID));
	json_member(w, "pmcid", record_identifier_value(r, IDENTIFIER_PMCID));
	json_member(w, "s2_corpus_id", record_identifier_value(r, IDENTIFIER_S2_CORPUS));
	json_member(w, "url", r->url);
}

static void
write_judgements(struct json_writer *w, struct arena *arena, const struct record *r)
{
	json_member(w, "license", r->license);
	json_member(w, "license_status", license_status_name(r->license_status));
	json_member(w, "license_raw", r->license_raw);
	json_member(w, "license_of", r->license_of);
	member_tri(w, "is_open_access", r->is_open_access);
	member_tri(w, "is_retracted", r->is_retracted);
	member_tri(w, "is_withdrawn", r->is_withdrawn);
	member_count(w, "cited_by_count", r->cited_by_count);
	json_member(w, "cited_by_source", r->cited_by_source);
	member_instant(w, arena, "counted_at", r->counted_at);
	json_write_key(w, "ids");
	json_write_array(w);
	for (size_t i = 0; i < r->id_count; i++) {
		json_write_object(w);
		json_member(w, "kind", identifier_kind_name(r->ids[i].id.kind));
		json_member(w, "value", r->ids[i].id.value);
		json_member(w, "status", record_id_status_name(r->ids[i].status));
		json_member(w, "from", r->ids[i].from);
		json_write_object_end(w);
	}
	json_write_array_end(w);
}

static void
write_artifact(struct json_writer *w, struct arena *arena, const struct artifact *a)
{
	json_write_object(w);
	json_member(w, "kind", a->kind);
	json_member(w, "id", a->id.value);
	json_member(w, "url", a->url);
	json_member(w, "tie", record_tie_name(a->tie));
	json_member(w, "claimed_by", a->claimed_by);
	json_member(w, "license", a->license);
	json_member(w, "license_status", license_status_name(a->license_status));
	json_member(w, "license_raw", a->license_raw);
	json_member(w, "base_model", a->base_model);
	member_count(w, "likes", a->likes);
	member_count(w, "downloads", a->downloads);
	member_count(w, "stars", a->stars);
	json_member(w, "gated", a->gated);
	member_tri(w, "archived", a->archived);
	json_member(w, "status", a->status);
	json_member(w, "renamed_to", a->renamed_to);
	member_instant(w, arena, "retrieved_at", a->retrieved_at);
	json_write_object_end(w);
}

static void
write_mention(
    struct json_writer *w, const struct entry *e, const struct release_settings *settings)
{
	json_write_object(w);
	json_member(w, "list", e->list);
	json_member(w, "revision", facts_revision(settings, e->list));
	json_member_integer(w, "line", e->line);
	json_member_integer(w, "part", e->part);
	json_member(w, "section", e->section);
	json_member(w, "name", e->name);
	json_member(w, "title", e->title);
	json_member(w, "venue", e->venue);
	json_member(w, "date", facts_date_given(e));
	json_member(w, "license_raw", e->license);
	json_member(w, "institute", e->institute);
	json_write_key(w, "links");
	json_write_array(w);
	for (size_t i = 0; i < e->link_count; i++) {
		json_write_object(w);
		json_member(w, "url", e->links[i].url);
		json_member(w, "role", entry_role_name(e->links[i].role));
		json_write_object_end(w);
	}
	json_write_array_end(w);
	json_write_object_end(w);
}

/* Two digits by integers: the same in every locale. */
static void
member_confidence(struct json_writer *w, double value)
{
	int hundredths = (int)(value * 100 + 0.5);
	char text[] = "0.00";

	assert(hundredths >= 0 && hundredths <= 100);
	text[0] = (char)('0' + hundredths / 100);
	text[2] = (char)('0' + hundredths / 10 % 10);
	text[3] = (char)('0' + hundredths % 10);
	json_write_key(w, "confidence");
	json_write_number(w, text);
}

static void
write_provenance(struct json_writer *w, struct arena *arena, const struct record *r)
{
	json_write_key(w, "provenance");
	json_write_array(w);
	for (size_t i = 0; i < r->provenance_count; i++) {
		const struct provenance *p = &r->provenance[i];

		json_write_object(w);
		json_member(w, "field", p->field);
		json_member(w, "source", p->source);
		json_member(w, "method", p->method);
		member_confidence(w, p->confidence);
		member_instant(w, arena, "retrieved_at", p->retrieved_at);
		json_write_object_end(w);
	}
	json_write_array_end(w);
}

static void
write_related(struct json_writer *w, struct arena *arena, const struct record *r)
{
	json_write_key(w, "related");
	json_write_array(w);
	for (size_t i = 0; i < r->related_count; i++) {
		json_write_object(w);
		json_member(w, "relation", r->related[i].relation);
		json_member(w, "id", r->related[i].id);
		json_write_object_end(w);
	}
	json_write_array_end(w);
	json_write_key(w, "outcomes");
	json_write_array(w);
	for (size_t i = 0; i < r->outcome_count; i++) {
		json_write_object(w);
		json_member(w, "source", r->outcomes[i].source);
		json_member(w, "outcome", answer_outcome_name(r->outcomes[i].outcome));
		member_instant(w, arena, "asked_at", r->outcomes[i].asked_at);
		json_write_object_end(w);
	}
	json_write_array_end(w);
}

void
line_write(struct json_writer *w, struct arena *arena, const struct record *r,
    const struct release_settings *settings)
{
	json_write_object(w);
	write_names(w, r);
	write_judgements(w, arena, r);
	json_write_key(w, "artifacts");
	json_write_array(w);
	for (size_t i = 0; i < r->artifact_count; i++)
		write_artifact(w, arena, &r->artifacts[i]);
	json_write_array_end(w);
	json_write_key(w, "mentions");
	json_write_array(w);
	for (size_t i = 0; i < r->mention_count; i++)
		write_mention(w, r->mentions[i], settings);
	json_write_array_end(w);
	write_related(w, arena, r);
	write_provenance(w, arena, r);
	json_member(w, "first_seen", r->first_seen);
	json_member(w, "last_seen", r->last_seen);
	json_write_object_end(w);
}

void
release_record_json(const struct record *record, struct buffer *out)
{
	struct arena *arena = arena_new();
	struct json_writer *writer = json_writer_new(out, false);

	line_write(writer, arena, record, NULL);
	json_writer_free(writer);
	arena_free(arena);
}
