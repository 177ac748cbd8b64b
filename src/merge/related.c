/*
 * The identifiers, artifacts and witnesses of a work enter; what it is related
 * to leaves.
 */
#include "merge/inside.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "model/brief.h"

static bool
is_artifact(const struct record *record, struct identifier id)
{
	for (size_t i = 0; i < record->artifact_count; i++)
		if (identifier_equal(record->artifacts[i].id, id))
			return true;
	return false;
}

static int
compare_related(const void *a, const void *b)
{
	return strcmp(((const struct related *)a)->id, ((const struct related *)b)->id);
}

/* Cards that link the paper: that makes no model the paper's own. */
static struct related *
add_mentions(struct arena *arena, const struct witness *witness, struct record *record,
    struct related *v)
{
	const struct brief *brief = &witness->answer.brief;
	bool listed = witness->id.kind == IDENTIFIER_HF_COLLECTION;
	/* What stands in a collection is part of it, and of no paper beside it. */
	const char *relation = !listed           ? "mentions"
	    : strcmp(record->kind, "paper") == 0 ? "References"
						 : "HasPart";
	size_t first = record->related_count;

	if (!witness_is_believed(witness) || brief->kind != BRIEF_MENTIONS)
		return v;
	for (size_t i = 0; i < brief->name_count; i++) {
		if (is_artifact(record, brief->names[i]))
			continue;
		v = arena_push(arena, v, record->related_count, sizeof *v);
		v[record->related_count++] = (struct related){ relation,
			identifier_text(arena, brief->names[i]) };
	}
	if (record->related_count > first + 1)
		qsort(
		    v + first, record->related_count - first, sizeof *v, compare_related);
	return v;
}

void
merge_fill_related(
    struct arena *arena, const struct merge_input *input, struct record *record)
{
	struct related *v = NULL;

	for (size_t i = 0; i < record->id_count; i++) {
		const struct record_identifier *id = &record->ids[i];
		const char *text = identifier_text(arena, id->id);

		/* Versions of one work, each with an identifier of its own. */
		if (identity_worth(id) < 0 || identity_worth(id) > 3 ||
		    strcmp(text, record->id) == 0)
			continue;
		v = arena_push(arena, v, record->related_count, sizeof *v);
		v[record->related_count++] = (struct related){ "IsVariantFormOf", text };
	}
	for (size_t i = 0; i < record->artifact_count; i++) {
		if (record->artifacts[i].tie != TIE_DECLARED)
			continue;
		v = arena_push(arena, v, record->related_count, sizeof *v);
		v[record->related_count++] = (struct related){ "IsSupplementedBy",
			identifier_text(arena, record->artifacts[i].id) };
	}
	for (size_t i = 0; i < input->witness_count; i++)
		v = add_mentions(arena, &input->witnesses[i], record, v);
	record->related = v;
}
