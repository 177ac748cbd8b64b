/*
 * Dates of a row and of the record enter; where they differ in substance leaves,
 * with what to write instead.
 */
#include "findings/inside.h"

#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "model/brief.h"
#include "model/source.h"

/* Months from the end of a date to the beginning of another. */
static int
months_between(const char *date, const char *later)
{
	int year, month = 12, other, other_month = 1;

	year = date_first_year(date);
	other = date_first_year(later);
	if (strlen(date) >= 7)
		month = (date[5] - '0') * 10 + (date[6] - '0');
	if (strlen(later) >= 7)
		other_month = (later[5] - '0') * 10 + (later[6] - '0');
	return (other * 12 + other_month) - (year * 12 + month);
}

/* In the list's own spelling: "2023.7" where it writes "2023.4". */
static const char *
spell_date(struct arena *arena, const struct entry *entry, const char *date)
{
	if (strlen(date) < 7)
		return date;
	if (strlen(entry->date) == 4)
		return arena_text_n(arena, date, 4);
	if (entry->date_raw == NULL || strchr(entry->date_raw, '.') == NULL)
		return arena_text_n(arena, date, 7);
	return arena_printf(arena, "%.4s.%s", date,
	    date[5] == '0' ? arena_text_n(arena, date + 6, 1)
			   : arena_text_n(arena, date + 5, 2));
}

static const char *
given_date(const struct entry *entry)
{
	return entry->date_raw != NULL ? entry->date_raw : entry->date;
}

/* arXiv's own word on the first version; NULL: not asked. */
static const char *
first_version(const struct finding_draft *draft, const char *arxiv, const char **source)
{
	for (size_t i = 0; i < draft->input->witness_count; i++) {
		const struct witness *w = &draft->input->witnesses[i];
		const char *date;

		if (!witness_is_believed(w) || w->id.value == NULL ||
		    w->id.kind != IDENTIFIER_ARXIV || strcmp(w->id.value, arxiv) != 0 ||
		    !witness_source_issues(w->source, IDENTIFIER_ARXIV))
			continue;
		date = brief_text(&w->answer.brief, FIELD_FIRST_PUBLIC);
		*source = w->source->service->name;
		if (date != NULL)
			return date;
	}
	return NULL;
}

static bool
find_before_id(struct finding_draft *draft, const struct entry *entry)
{
	struct finding finding = { .field = "date" };
	int64_t first, last, from, to;
	char month[8];
	const char *told, *id = NULL;

	for (size_t i = 0; i < entry->identifier_count && id == NULL; i++) {
		const struct identifier *found = &entry->identifiers[i].id;

		for (size_t k = 0; k < draft->record->id_count; k++)
			if (record_id_is_good(&draft->record->ids[k]) &&
			    found->kind == IDENTIFIER_ARXIV &&
			    identifier_equal(draft->record->ids[k].id, *found))
				id = found->value;
	}
	if (id == NULL || !date_days(entry->date, &first, &last) ||
	    !date_of_arxiv(id, month) || !date_days(month, &from, &to) || last >= from)
		return false;
	told = first_version(draft, id, &finding.source);
	if (told != NULL && date_days(told, &from, &to) && last >= from)
		return false;
	finding.given = given_date(entry);
	finding.found = told != NULL ? told : arena_text(draft->arena, month);
	if (told == NULL)
		finding.source = NULL;
	finding.evidence = arena_printf(
	    draft->arena, "dated %s, its arXiv id %s is of %s", finding.given, id, month);
	/* An id's month is that of announcement: one month proves nothing. */
	if (told == NULL && months_between(entry->date, month) <= 1) {
		findings_add(draft, entry, "date-before-id", FINDING_NOTE, finding);
		return true;
	}
	finding.repair = spell_date(draft->arena, entry, finding.found);
	findings_add(draft, entry, "date-before-id", FINDING_FIX, finding);
	return true;
}

/* A year apart is online and in print, or the meeting and its proceedings. */
static bool
years_meet(const char *date, int year)
{
	int64_t first, last;
	int given = date_first_year(date);

	if (!date_days(date, &first, &last) || year == 0)
		return true;
	return given - year <= 1 && year - given <= 1;
}

void
findings_of_dates(struct finding_draft *draft, const struct entry *entry)
{
	const struct record *record = draft->record;
	const struct provenance *from = findings_provenance(record, "issued");
	struct finding finding = { .field = "date" };
	int first_year = date_first_year(record->first_public);

	if (find_before_id(draft, entry))
		return;
	if (!draft->paper || entry->date == NULL || from == NULL ||
	    strcmp(from->source, "list") == 0)
		return;
	if (years_meet(entry->date, record->year) ||
	    (first_year > 0 && years_meet(entry->date, first_year)))
		return;
	finding.given = given_date(entry);
	finding.found = record->issued;
	finding.source = from->source;
	finding.evidence = arena_printf(draft->arena,
	    "the list says %s, %s "
	    "says %s",
	    finding.given, from->source, record->issued);
	findings_add(draft, entry, "date-differs", FINDING_NOTE, finding);
}
