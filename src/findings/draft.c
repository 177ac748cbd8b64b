/*
 * What was found in a row enters; a finding with its place and key leaves.  And
 * where a field of a record comes from.
 */
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "findings/inside.h"

/* "BioMistral: A Collection …", also where the row has the name apart. */
static const char *
entry_called(struct arena *arena, const struct entry *entry)
{
	if (text_is_blank(entry->name) || text_starts_nocase(entry->title, entry->name))
		return entry->title;
	return arena_printf(arena, "%s: %s", entry->name, entry->title);
}

void
findings_add(struct finding_draft *draft, const struct entry *entry, const char *code,
    enum finding_class class, struct finding finding)
{
	struct findings *all = draft->findings;

	finding.code = code;
	finding.class = class;
	finding.state = FINDING_NEW;
	finding.list = entry->list;
	finding.line = entry->line;
	finding.part = entry->part;
	finding.work_id = draft->record->id;
	finding.title = entry_called(draft->arena, entry);
	finding_make_key(&finding);
	/* Two links of a row, or the same in a later row. */
	for (size_t i = draft->first; i < all->count; i++) {
		if (strcmp(all->v[i].key, finding.key) != 0)
			continue;
		if (all->v[i].line == finding.line && all->v[i].part == finding.part)
			return;
		finding_next_key(&finding);
	}
	all->v = arena_push(draft->arena, all->v, all->count, sizeof *all->v);
	all->v[all->count++] = finding;
}

void
findings_hold_until(struct finding_draft *draft, int64_t instant)
{
	struct findings *findings = draft->findings;

	if (findings->until == 0 || instant < findings->until)
		findings->until = instant;
}

const struct provenance *
findings_provenance(const struct record *record, const char *field)
{
	for (size_t i = 0; i < record->provenance_count; i++)
		if (strcmp(record->provenance[i].field, field) == 0)
			return &record->provenance[i];
	return NULL;
}
