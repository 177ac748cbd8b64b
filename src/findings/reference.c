/*
 * A row as a reference enters; where nobody knows it, its title is not quite any
 * source's or its day is still to come, leaves.
 */
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "findings/inside.h"
#include "judge/judge.h"
#include "model/brief.h"
#include "model/source.h"

#define DAYS_TO_COME 62 /* programmes are printed before their conference */

/*
 * A title that is some source's but for a word is to be decided where the row is
 * a reference, with its people; lists drift, and versions do.
 */
static void
find_title(struct finding_draft *draft, const struct entry *entry)
{
	struct finding finding = { .field = "title", .given = entry->title };
	const char *given = NULL, *found = NULL, *judged = NULL;

	for (size_t i = 0; i < draft->input->witness_count; i++) {
		const struct witness *w = &draft->input->witnesses[i];
		const char *title = w->answer.brief.title;
		bool again;

		if (!witness_is_believed(w) || w->answer.brief.kind != BRIEF_PAPER ||
		    text_is_blank(title))
			continue;
		/* Mostly all sources have it letter for letter. */
		again = judged != NULL && strcmp(judged, title) == 0;
		judged = title;
		if (!again &&
		    !judge_exchanged(draft->arena, entry, title, &given, &found))
			return;
		finding.source = w->source->service->name;
		finding.found = title;
	}
	if (finding.source == NULL)
		return;
	finding.evidence = arena_printf(draft->arena,
	    *given == '\0'       ? "%s has \"%s\", which the list leaves out"
		: *found == '\0' ? "%s has no \"%s\" there"
				 : "%s has \"%s\" where the list says \"%s\"",
	    finding.source, *found == '\0' ? given : found, given);
	findings_add(draft, entry, "title-differs",
	    findings_people_agree(draft, entry) ? FINDING_DECIDE : FINDING_NOTE, finding);
}

/* Who was asked and has no such work; NULL: somebody knows it, or may. */
static const char *
who_does_not(const struct finding_draft *draft)
{
	const char *all = NULL;

	for (size_t i = 0; i < draft->input->witness_count; i++) {
		const struct witness *w = &draft->input->witnesses[i];
		bool artifact = w->id.value != NULL && identifier_is_artifact(w->id.kind);

		if (witness_is_believed(w) && !artifact)
			return NULL;
		if (w->outcome == OUTCOME_UNANSWERED && !artifact)
			return NULL;
		if ((w->outcome != OUTCOME_ABSENT && w->outcome != OUTCOME_AMBIGUOUS) ||
		    artifact ||
		    (all != NULL && strstr(all, w->source->service->name) != NULL))
			continue;
		all = all == NULL
		    ? w->source->service->name
		    : arena_printf(draft->arena, "%s, %s", all, w->source->service->name);
	}
	return all;
}

/* Somebody has an answer about the row's link, and it may be the row's work. */
static bool
has_doubt(const struct entry *entry, const struct edge *edges)
{
	for (size_t i = 0; i < entry->identifier_count; i++)
		if (edges[i].answered && edges[i].opinion.judgement == JUDGE_UNCLEAR)
			return true;
	return false;
}

static void
find_unknown(
    struct finding_draft *draft, const struct entry *entry, const struct edge *edges)
{
	const char *asked = draft->paper && !has_doubt(entry, edges) ? who_does_not(draft)
								     : NULL;
	struct finding finding = { .field = "title", .given = entry->title };

	if (findings_by_others(draft, entry) || asked == NULL)
		return;
	finding.evidence = arena_printf(
	    draft->arena, "asked about it, and do not know it: %s", asked);
	findings_add(draft, entry, "nobody-knows-it", FINDING_NOTE, finding);
}

static void
find_future(struct finding_draft *draft, const struct entry *entry)
{
	struct finding finding = { .field = "date",
		.given = entry->date_raw != NULL ? entry->date_raw : entry->date };
	const struct record *record = draft->record;
	const struct provenance *from = findings_provenance(record, "issued");
	int64_t first, last, begin, to;

	if (!date_days(entry->date, &first, &last) || draft->input->clock == 0 ||
	    first <= draft->input->clock / 86400 + DAYS_TO_COME)
		return;
	findings_hold_until(draft, (first - DAYS_TO_COME) * 86400);
	/* Volumes are dated ahead, and then their registry says so, too. */
	if (from != NULL && strcmp(from->source, "list") != 0 &&
	    date_days(record->issued, &begin, &to)) {
		if (to >= first)
			return;
		finding.found = record->issued;
		finding.source = from->source;
		finding.repair = strlen(entry->date) == 4
		    ? arena_text_n(draft->arena, record->issued, 4)
		    : NULL;
	}
	finding.evidence = arena_printf(
	    draft->arena, "%s is still to come", finding.given);
	findings_add(draft, entry, "date-in-future",
	    finding.repair != NULL ? FINDING_FIX : FINDING_DECIDE, finding);
}

void
findings_of_reference(
    struct finding_draft *draft, const struct entry *entry, const struct edge *edges)
{
	find_unknown(draft, entry, edges);
	find_title(draft, entry);
	findings_of_people(draft, entry);
	find_future(draft, entry);
}
