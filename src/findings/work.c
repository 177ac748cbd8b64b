/*
 * What sources say of a work and its artifacts enters; what a curator should
 * know leaves: withdrawn, gone, renamed, gated, licences, listed twice.
 */
#include "findings/inside.h"

#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "model/source.h"

static bool
entry_links(const struct entry *entry, struct identifier id)
{
	for (size_t i = 0; i < entry->identifier_count; i++)
		if (!entry->identifiers[i].wrong &&
		    identifier_equal(entry->identifiers[i].id, id))
			return true;
	return false;
}

/* Who hosts the artifact, and said something; NULL: nobody. */
static const struct witness *
host_of(const struct finding_draft *draft, struct identifier id)
{
	for (size_t i = 0; i < draft->input->witness_count; i++) {
		const struct witness *w = &draft->input->witnesses[i];

		if (w->id.value != NULL && identifier_equal(w->id, id) &&
		    witness_source_issues(w->source, id.kind))
			return w;
	}
	return NULL;
}

/* Blocked, withheld, disabled: in words where a host has more of them than "missing". */
static const char *
why_gone(struct arena *arena, const struct artifact *a, const struct witness *host)
{
	const char *why = host->outcome == OUTCOME_ABSENT ? host->answer.note : NULL;

	return arena_printf(arena,
	    why != NULL && strncmp(why, "missing", 7) != 0 ? "%s says that %s is %s: %s"
							   : "%s says that %s is %s",
	    host->source->name, a->id.value,
	    strcmp(a->status, "gone") == 0 ? "not there" : "disabled", why);
}

/* Who told a field of the record, by its service's name; NULL: no source. */
static const char *
service_behind(const struct finding_draft *draft, const char *field)
{
	const char *name = NULL;

	for (size_t i = 0; i < draft->record->provenance_count; i++)
		if (strcmp(draft->record->provenance[i].field, field) == 0)
			name = draft->record->provenance[i].source;
	for (size_t i = 0; name != NULL && i < draft->input->witness_count; i++)
		if (strcmp(draft->input->witnesses[i].source->name, name) == 0)
			return draft->input->witnesses[i].source->service->name;
	return name;
}

static void
find_artifact(
    struct finding_draft *draft, const struct entry *entry, const struct artifact *a)
{
	const struct witness *host = host_of(draft, a->id);
	struct finding finding = { .field = "url", .given = a->url };

	finding.source = host == NULL ? NULL : host->source->name;
	if (host != NULL &&
	    (strcmp(a->status, "gone") == 0 || strcmp(a->status, "disabled") == 0)) {
		finding.evidence = why_gone(draft->arena, a, host);
		findings_add(draft, entry, "gone", FINDING_DECIDE, finding);
	}
	if (a->renamed_to != NULL && strcmp(a->status, "gone") != 0) {
		struct identifier now = { a->id.kind, a->renamed_to };

		finding.found = a->renamed_to;
		finding.repair = identifier_url(draft->arena, now);
		finding.evidence = "renamed; the old link still works";
		findings_add(draft, entry, "renamed", FINDING_FIX, finding);
		finding.found = finding.repair = NULL;
	}
	if (a->gated != NULL && strcmp(a->gated, "false") != 0) {
		finding.evidence = arena_printf(draft->arena,
		    "asks for a form before it can be downloaded (%s)", a->gated);
		findings_add(draft, entry, "gated", FINDING_NOTE, finding);
	}
	if (a->archived == TRI_TRUE) {
		finding.evidence = "archived by its owner: read only";
		findings_add(draft, entry, "archived", FINDING_NOTE, finding);
	}
	findings_of_license(draft, entry, a);
}

/* The row's licence against that of the one artifact the row is about. */
static void
find_license(struct finding_draft *draft, const struct entry *entry)
{
	const struct record *record = draft->record;
	struct finding finding = { .field = "license", .given = entry->license };
	const char *expression = NULL;

	if (draft->paper || entry->license == NULL || entry->parts > 1 ||
	    (entry->flags & FLAG_MERGED_ROW) || record->license == NULL ||
	    record->license_status != LICENSE_STATED ||
	    license_read(draft->arena, LICENSE_AS_WORDS, entry->license, &expression) !=
		LICENSE_STATED ||
	    strcmp(expression, record->license) == 0)
		return;
	for (size_t i = 0; i < record->provenance_count; i++)
		if (strcmp(record->provenance[i].field, "license") == 0)
			finding.source = record->provenance[i].source;
	if (finding.source == NULL || strcmp(finding.source, "list") == 0)
		return;
	finding.found = record->license;
	finding.repair = spellings_of_license(
	    draft->spellings, entry->list, record->license);
	if (finding.repair == NULL)
		finding.repair = record->license;
	finding.evidence = arena_printf(draft->arena,
	    "the list says %s, %s "
	    "says %s",
	    entry->license, finding.source,
	    record->license_raw != NULL ? record->license_raw : record->license);
	findings_add(draft, entry, "licence-differs", FINDING_DECIDE, finding);
}

void
findings_of_artifacts(struct finding_draft *draft, const struct entry *entry)
{
	for (size_t i = 0; i < draft->record->artifact_count; i++)
		if (entry_links(entry, draft->record->artifacts[i].id))
			find_artifact(draft, entry, &draft->record->artifacts[i]);
	find_license(draft, entry);
}

/* Not "no such paper": the source calls what the list has no identifier. */
static void
find_refused(struct finding_draft *draft, const struct entry *entry)
{
	for (size_t i = 0; i < draft->input->witness_count; i++) {
		const struct witness *w = &draft->input->witnesses[i];
		struct finding finding = { .field = "url", .source = w->source->name };

		if (w->outcome != OUTCOME_ABSENT || w->answer.note == NULL ||
		    strcmp(w->answer.note, ANSWER_REFUSED) != 0 ||
		    !entry_links(entry, w->id))
			continue;
		finding.given = identifier_url(draft->arena, w->id);
		finding.evidence = arena_printf(draft->arena,
		    "%s refuses %s as malformed", w->source->title,
		    identifier_text(draft->arena, w->id));
		findings_add(draft, entry, "identifier-refused", FINDING_DECIDE, finding);
	}
}

void
findings_of_states(struct finding_draft *draft, const struct entry *entry)
{
	const struct record *record = draft->record;
	struct finding finding = { .field = "status", .given = record->id };

	if (record->is_withdrawn == TRI_TRUE) {
		finding.source = service_behind(draft, "is_withdrawn");
		finding.evidence = "withdrawn by its authors";
		findings_add(draft, entry, "withdrawn", FINDING_DECIDE, finding);
	}
	if (record->is_retracted == TRI_TRUE) {
		finding.source = NULL;
		for (size_t i = 0; i < record->provenance_count; i++)
			if (strcmp(record->provenance[i].field, "is_retracted") == 0)
				finding.source = record->provenance[i].source;
		finding.evidence = "retracted";
		findings_add(draft, entry, "retracted", FINDING_DECIDE, finding);
	}
	findings_of_notices(draft, entry);
	findings_of_gone(draft, entry);
	find_refused(draft, entry);
}

/* One section, one name: surely not on purpose. */
static bool
twice_by_mistake(struct arena *arena, const struct entry *a, const struct entry *b)
{
	const char *x = a->name != NULL ? a->name : a->title;
	const char *y = b->name != NULL ? b->name : b->title;

	return strcmp(a->list, b->list) == 0 && a->line != b->line &&
	    strcmp(a->section, b->section) == 0 &&
	    strcmp(text_fold(arena, x), text_fold(arena, y)) == 0;
}

void
findings_of_twice(struct finding_draft *draft)
{
	const struct work *work = draft->input->work;
	struct finding finding = { .field = "row" };
	const char *places = NULL;

	for (size_t i = 1; i < work->entry_count; i++)
		for (size_t k = 0; k < i; k++) {
			if (!twice_by_mistake(
				draft->arena, work->entries[i], work->entries[k]))
				continue;
			finding.given = work->entries[i]->title;
			finding.evidence = arena_printf(draft->arena,
			    "stands in the same section at line %u already",
			    work->entries[k]->line);
			findings_add(draft, work->entries[i], "listed-twice",
			    FINDING_DECIDE, finding);
			return;
		}
	for (size_t i = 1; i < work->entry_count; i++) {
		const char *place = entry_place(draft->arena, work->entries[i]);

		places = places == NULL
		    ? place
		    : arena_printf(draft->arena, "%s, %s", places, place);
	}
	if (places == NULL)
		return;
	finding.given = work->entries[0]->title;
	finding.evidence = arena_printf(draft->arena,
	    "the same work stands at "
	    "%s too",
	    places);
	findings_add(draft, work->entries[0], "listed-twice", FINDING_NOTE, finding);
}
