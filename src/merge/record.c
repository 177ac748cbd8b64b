/*
 * One work with its witnesses and overrides enters; its record and, for
 * explain, every claim about one field leave.
 */
#include "merge/inside.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "model/source.h"

static int
compare_provenance(const void *a, const void *b)
{
	const struct provenance *x = a, *y = b;

	return strcmp(x->field, y->field);
}

/* Whoever asked first, the same is decided. */
static struct merge_input
sort_witnesses(struct arena *arena, const struct merge_input *input)
{
	struct merge_input sorted = *input;

	sorted.witnesses = witness_sort(arena, input->witnesses, input->witness_count);
	return sorted;
}

/* A data set or a program that has a DOI is asked about and cited like a paper, and is
 * none: who registered it says so. */
static void
fill_kind_by_type(const struct merge_input *input, struct record *record)
{
	const struct override *kind = claims_override(input, "kind");
	bool data = record->type != NULL && strcmp(record->type, "dataset") == 0;
	bool program = record->type != NULL && strcmp(record->type, "software") == 0;

	if (strcmp(record->kind, "paper") != 0 || (!data && !program) ||
	    (kind != NULL && !text_is_blank(kind->value)))
		return;
	record->kind = data ? "dataset" : "code";
	record->stage = NULL;
}

const char *
merge_id(struct arena *arena, const struct merge_input *input)
{
	struct merge_input sorted = sort_witnesses(arena, input);
	struct record record = { 0 };
	struct nature nature;

	nature_decide(arena, &sorted, &nature);
	merge_fill_identity(arena, &sorted, &nature, &record);
	return record.id;
}

void
merge_record(struct arena *arena, const struct merge_input *given, struct record *record)
{
	struct merge_input sorted = sort_witnesses(arena, given);
	const struct merge_input *input = &sorted;
	struct record_draft draft = { .record = record };
	struct nature nature;

	*record = (struct record){ .cited_by_count = -1,
		.is_open_access = TRI_UNKNOWN,
		.is_retracted = TRI_UNKNOWN,
		.is_withdrawn = TRI_UNKNOWN };
	nature_decide(arena, input, &nature);
	merge_fill_identity(arena, input, &nature, record);
	merge_fill_fields(arena, input, &nature, &draft);
	merge_fill_license(arena, input, &nature, &draft);
	merge_fill_artifacts(arena, input, &nature, record);
	merge_fill_outcomes(arena, input, record);
	merge_fill_related(arena, input, record);
	fill_kind_by_type(input, record);
	if (record->provenance_count > 1)
		qsort(draft.provenance, record->provenance_count,
		    sizeof *draft.provenance, compare_provenance);
}

static bool
is_server(struct arena *arena, const char *venue)
{
	return venue_read(arena, venue).kind == VENUE_PREPRINT;
}

size_t
merge_claims(struct arena *arena, const struct merge_input *input, enum field field,
    struct weighed_claim **out)
{
	struct nature nature;
	struct record record;
	struct candidates all;
	struct weighed_claim *v = NULL;
	const char *name = field == FIELD_VENUE ? "container_title"
						: claim_field_name(field);

	/* The record knows what was chosen: one truth for both. */
	merge_record(arena, input, &record);
	nature_decide(arena, input, &nature);
	nature.published = record.stage != NULL && strcmp(record.stage, "published") == 0;
	claims_collect(arena, input, &nature, field, &all);
	for (size_t i = 0; i < all.count; i++) {
		const struct candidate *c = &all.v[i];
		bool chosen = false;

		for (size_t k = 0; k < record.provenance_count; k++)
			chosen |= strcmp(record.provenance[k].field, name) == 0 &&
			    strcmp(record.provenance[k].source, c->source) == 0 &&
			    record.provenance[k].retrieved_at == c->retrieved_at;
		for (size_t k = 0; k < i; k++)
			chosen &= !v[k].chosen;
		/* "nobody else says" is why a list's word won, not lost. */
		const char *why = !chosen && c->place != NULL ? "list text"
		    : !chosen && field == FIELD_VENUE && is_server(arena, c->value)
		    ? "a preprint server, no venue"
		    : c->why;

		v = arena_push(arena, v, i, sizeof *v);
		v[i] = (struct weighed_claim){ .field = field,
			.value = c->value != NULL
			    ? c->value
			    : claims_authors_text(arena, c->authors, c->author_count),
			.source = c->source,
			.place = c->place,
			.retrieved_at = c->retrieved_at,
			.why = why,
			.chosen = chosen };
	}
	*out = v;
	return all.count;
}
