/* Rows and witnesses enter one by one; the work they make is decided. */
#include "merge_stage.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"

struct entry *
stage_row(struct stage *s, const char *place, const char *title, const char *const *ids)
{
	struct entry *e = make_entry(s->arena, place, title, ids);

	s->entries[s->entry_count] = e;
	s->edges[s->entry_count++] = make_edges(s->arena, e);
	return e;
}

void
stage_witness(struct stage *s, struct witness w)
{
	s->witnesses[s->input.witness_count++] = w;
}

void
stage_decide(struct stage *s)
{
	struct works *works = make_works(s->arena, s->entries, s->edges, s->entry_count);

	s->input.work = works_at(works, works_of(works, s->entries[0]));
	s->input.witnesses = s->witnesses;
	s->findings = (struct findings){ 0 };
	merge_record(s->arena, &s->input, &s->record);
	findings_of_work(s->arena, &s->input, &s->record, NULL, &s->findings);
}

int
stage_setup(void **state)
{
	struct stage *s = calloc(1, sizeof *s);

	s->arena = arena_new();
	*state = s;
	return 0;
}

int
stage_teardown(void **state)
{
	struct stage *s = *state;

	arena_free(s->arena);
	free(s);
	return 0;
}

const struct provenance *
stage_provenance(const struct record *record, const char *field)
{
	for (size_t i = 0; i < record->provenance_count; i++)
		if (strcmp(record->provenance[i].field, field) == 0)
			return &record->provenance[i];
	return NULL;
}
