/*
 * The venue of a row and those that sources name enter; where it is another, was
 * none then, or is not confirmed, leaves.
 */
#include "findings/inside.h"

#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "model/brief.h"
#include "model/source.h"

/* Years from the first day of a venue's until those who gather them have heard. */
#define YEARS_TO_HEAR 1.5
#define YEAR_SECONDS  (365.2425 * 86400)

/* As the list does, else as people do. */
static const char *
spell_venue(const struct finding_draft *draft, const struct entry *entry,
    const struct venue *venue)
{
	const char *spelt = spellings_of_venue(draft->spellings, entry->list, venue->key);

	return spelt != NULL                            ? spelt
	    : venue->key != NULL && venue->name != NULL ? venue->name
							: draft->record->container_title;
}

static void
find_published(
    struct finding_draft *draft, const struct entry *entry, const struct provenance *from)
{
	const struct record *record = draft->record;
	struct venue venue = venue_read(draft->arena, record->container_title);
	struct finding finding = { .field = "venue",
		.given = entry->venue,
		.found = record->container_title,
		.source = from->source };
	const struct provenance *issued = findings_provenance(record, "issued");
	const char *name = spell_venue(draft, entry, &venue);

	/* With its date, when that is of the same source: the same row, one repair. */
	finding.repair = record->year > 0 && issued != NULL &&
		strcmp(issued->source, from->source) == 0
	    ? arena_printf(draft->arena, "%s, %d", name, record->year)
	    : name;
	finding.evidence = arena_printf(draft->arena,
	    "%s says it appeared in "
	    "%s%s%.10s",
	    from->source, record->container_title, record->issued == NULL ? "" : ", ",
	    record->issued == NULL ? "" : record->issued);
	findings_add(draft, entry, "preprint-now-published", FINDING_FIX, finding);
}

/* "ENNLP" for "EMNLP": as long, and one letter differs. */
static bool
is_slip(const char *given, const char *name)
{
	size_t length = strlen(given), differ = 0;

	if (name == NULL || length < 4 || strlen(name) != length)
		return false;
	for (size_t i = 0; i < length; i++)
		differ += given[i] != name[i];
	return differ == 1;
}

/* Does any source spell what the list says? */
static bool
somebody_agrees(struct finding_draft *draft, const char *venue)
{
	for (size_t i = 0; i < draft->input->witness_count; i++) {
		const struct witness *w = &draft->input->witnesses[i];
		const char *said = brief_text(&w->answer.brief, FIELD_VENUE);

		if (witness_is_believed(w) && said != NULL &&
		    venue_agrees(draft->arena, venue, said))
			return true;
	}
	return false;
}

/* Who gathers venues, knows the work, and knows of a server only; NULL: nobody. */
static const char *
who_knows_none(struct finding_draft *draft)
{
	const char *who = NULL;

	for (size_t i = 0; i < draft->input->witness_count; i++) {
		const struct witness *w = &draft->input->witnesses[i];
		const char *said = brief_text(&w->answer.brief, FIELD_VENUE);

		if (!witness_is_believed(w) || said == NULL ||
		    w->answer.brief.kind != BRIEF_PAPER ||
		    witness_source_issues(w->source, IDENTIFIER_ARXIV))
			continue;
		if (venue_read(draft->arena, said).kind != VENUE_PREPRINT)
			return NULL;
		who = w->source->service->name;
	}
	return who;
}

/* "CVPR 2019" of what everybody has as a preprint, years later. */
static void
find_unconfirmed(
    struct finding_draft *draft, const struct entry *entry, const struct venue *given)
{
	struct finding finding = {
		.field = "venue", .given = entry->venue, .source = who_knows_none(draft)
	};
	int year = date_first_year(entry->date);
	double now = 1970 + (double)draft->input->clock / YEAR_SECONDS;

	if (year != 0 && now - year < YEARS_TO_HEAR)
		findings_hold_until(
		    draft, (int64_t)((year + YEARS_TO_HEAR - 1970) * YEAR_SECONDS) - 1);
	if (finding.source == NULL ||
	    (given->key == NULL && !venue_is_claim(draft->arena, entry->venue)) ||
	    year == 0 || now - year < YEARS_TO_HEAR ||
	    text_find_nocase(entry->venue, "workshop") != NULL)
		return;
	for (size_t i = 0; i < draft->record->id_count; i++) {
		const struct record_identifier *id = &draft->record->ids[i];

		if (record_id_is_good(id) &&
		    (id->id.kind == IDENTIFIER_ACL ||
			(id->id.kind == IDENTIFIER_DOI &&
			    !preprint_has_doi(id->id.value))))
			return;
	}
	finding.evidence = arena_printf(draft->arena,
	    "the list says %s; %s knows the work as a preprint only", entry->venue,
	    finding.source);
	findings_add(draft, entry, "venue-unconfirmed", FINDING_NOTE, finding);
}

void
findings_of_venues(struct finding_draft *draft, const struct entry *entry)
{
	const struct record *record = draft->record;
	struct venue given = venue_read(draft->arena, entry->venue), found;
	const struct provenance *from = findings_provenance(record, "container_title");
	struct finding finding = { .field = "venue", .given = entry->venue };

	if (text_is_blank(entry->venue))
		return;
	if (!draft->paper) {
		if (given.kind != VENUE_PREPRINT || given.name == NULL)
			return;
		finding.evidence = arena_printf(draft->arena,
		    "says %s, but "
		    "links no paper and none is known",
		    entry->venue);
		findings_add(
		    draft, entry, "venue-without-paper", FINDING_DECIDE, finding);
		return;
	}
	if (from == NULL || strcmp(from->source, "list") == 0) {
		find_unconfirmed(draft, entry, &given);
		return;
	}
	if (from->confidence < 0.7)
		return;
	if (given.kind == VENUE_PREPRINT) {
		find_published(draft, entry, from);
		return;
	}
	if (!venue_is_claim(draft->arena, entry->venue) ||
	    somebody_agrees(draft, entry->venue))
		return;
	found = venue_read(draft->arena, record->container_title);
	finding.found = record->container_title;
	finding.source = from->source;
	finding.repair = spell_venue(draft, entry, &found);
	finding.evidence = arena_printf(draft->arena,
	    "the list says %s, %s "
	    "says %s",
	    entry->venue, from->source, record->container_title);
	/* An abbreviation nobody knows may well be the same venue; one letter
	 * off the right one it is a slip. */
	findings_add(draft, entry, "venue-differs",
	    found.key != NULL &&
		    (given.key != NULL || is_slip(entry->venue, found.name) ||
			venue_is_stranger(
			    draft->arena, entry->venue, record->container_title))
		? FINDING_DECIDE
		: FINDING_NOTE,
	    finding);
}
