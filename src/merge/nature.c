/*
 * A work and its witnesses enter; what it is (paper, model …), what it is
 * about and whether it is published leave.
 */
#include "merge/inside.h"

#include <string.h>

#include "base/text.h"
#include "model/brief.h"

/* "Title. A. Roe, B. Poe. *NeurIPS*, 2021." and no link: nothing else is so. */
static bool
is_reference(struct arena *arena, const struct entry *entry)
{
	struct venue venue;

	if (entry->link_count > 0 || text_is_blank(entry->authors))
		return false;
	if (entry->date != NULL)
		return true;
	venue = venue_read(arena, entry->venue);
	return venue.key != NULL || venue.kind == VENUE_PREPRINT ||
	    venue_is_claim(arena, entry->venue);
}

static bool
has_paper(struct arena *arena, const struct merge_input *input)
{
	const struct work *work = input->work;

	for (size_t i = 0; i < work->id_count; i++)
		if (work->ids[i].status == ID_GOOD &&
		    identifier_is_paper(work->ids[i].id.kind))
			return true;
	for (size_t i = 0; i < input->witness_count; i++)
		if (witness_is_believed(&input->witnesses[i]) &&
		    input->witnesses[i].answer.brief.kind == BRIEF_PAPER)
			return true;
	/* The list's own @inproceedings is one, whoever knows it. */
	for (size_t i = 0; i < work->entry_count; i++)
		if (work->entries[i]->type != NULL)
			return true;
	for (size_t i = 0; i < work->entry_count; i++)
		if (is_reference(arena, work->entries[i]))
			return true;
	for (size_t i = 0; i < work->entry_count; i++)
		for (size_t k = 0; k < work->entries[i]->link_count; k++)
			if (work->entries[i]->links[k].role == LINK_PAPER &&
			    strstr(work->entries[i]->links[k].url, "/blog") == NULL)
				return true;
	return false;
}

static bool
is_good(const struct work *work, struct identifier id)
{
	for (size_t i = 0; i < work->id_count; i++)
		if (identifier_equal(work->ids[i].id, id))
			return work->ids[i].status == ID_GOOD;
	return false;
}

/* The first artifact a row links, badges aside; models before code. */
static struct identifier
find_subject(const struct work *work)
{
	struct identifier best = { IDENTIFIER_URL, NULL };

	for (size_t i = 0; i < work->entry_count; i++) {
		const struct entry *entry = work->entries[i];

		for (size_t k = 0; k < entry->identifier_count; k++) {
			struct identifier id = entry->identifiers[k].id;

			if (!identifier_is_artifact(id.kind) || !is_good(work, id))
				continue;
			if (best.value == NULL ||
			    (best.kind == IDENTIFIER_GITHUB &&
				id.kind != IDENTIFIER_GITHUB))
				best = id;
		}
		if (best.value != NULL)
			return best;
	}
	return best;
}

static const char *
artifact_kind(enum identifier_kind kind)
{
	switch ((int)kind) {
	case IDENTIFIER_HF_MODEL:
		return "model";
	case IDENTIFIER_HF_DATASET:
		return "dataset";
	case IDENTIFIER_HF_SPACE:
		return "space";
	case IDENTIFIER_GITHUB:
		return "code";
	default:
		return "webpage";
	}
}

/* Crossref's posted content: a preprint, whatever server it stands on. */
static bool
is_posted(const struct merge_input *input, struct identifier doi)
{
	for (size_t i = 0; i < input->witness_count; i++) {
		const struct witness *w = &input->witnesses[i];
		const char *type = brief_text(&w->answer.brief, FIELD_TYPE);

		if (w->id.value != NULL && identifier_equal(w->id, doi) &&
		    witness_is_believed(w) &&
		    witness_source_issues(w->source, IDENTIFIER_DOI) && type != NULL &&
		    strcmp(type, "article") == 0)
			return true;
	}
	return false;
}

static bool
is_published(struct arena *arena, const struct merge_input *input, struct nature *nature)
{
	struct candidates venues;

	for (size_t i = 0; i < input->work->id_count; i++) {
		const struct record_identifier *id = &input->work->ids[i];

		if (id->status != ID_GOOD)
			continue;
		if (id->id.kind == IDENTIFIER_ACL)
			return true;
		if (id->id.kind != IDENTIFIER_DOI || preprint_has_doi(id->id.value) ||
		    work_doi_is_deposit(id->id.value))
			continue;
		if (!is_posted(input, id->id))
			return true;
		nature->posted = true;
	}
	claims_collect(arena, input, nature, FIELD_VENUE, &venues);
	for (size_t i = 0; i < venues.count; i++) {
		struct venue venue = venue_read(arena, venues.v[i].value);

		/* What gathers calls the server a venue. */
		if (!venue_is_real(&venue) ||
		    (nature->posted && strcmp(venues.v[i].source, "list") != 0))
			continue;
		/* A list's word is enough for what can only be a venue; a
		 * bare "OpenAI" beside an arXiv link is none. */
		if (strcmp(venues.v[i].source, "list") != 0 ||
		    venue.kind != VENUE_UNKNOWN || !work_has_preprint_id(input->work) ||
		    venue_is_called_one(venues.v[i].value))
			return true;
	}
	return false;
}

void
nature_decide(struct arena *arena, const struct merge_input *input, struct nature *nature)
{
	const struct override *kind = claims_override(input, "kind");

	*nature = (struct nature){ .subject = { IDENTIFIER_URL, NULL } };
	nature->paper = kind != NULL && !text_is_blank(kind->value)
	    ? strcmp(kind->value, "paper") == 0
	    : has_paper(arena, input);
	if (nature->paper) {
		nature->kind = "paper";
		nature->published = is_published(arena, input, nature);
		return;
	}
	nature->subject = find_subject(input->work);
	nature->kind = kind != NULL && !text_is_blank(kind->value)
	    ? kind->value
	    : artifact_kind(nature->subject.kind);
}
