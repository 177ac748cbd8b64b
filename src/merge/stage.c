/*
 * What is decided of a work so far enters; its stage and its CSL type leave.
 */
#include "merge/inside.h"

#include <string.h>

#include "base/text.h"
#include "model/brief.h"

static bool
is_csl_type(const char *type)
{
	static const char *const types[] = { "article", "article-journal",
		"article-magazine", "article-newspaper", "book", "chapter", "dataset",
		"entry", "paper-conference", "post", "post-weblog", "report", "review",
		"review-book", "software", "standard", "thesis", "webpage", NULL };

	return text_is_one_of(type, types);
}

static bool
is_blog(const struct work *work)
{
	for (size_t i = 0; i < work->entry_count; i++)
		for (size_t k = 0; k < work->entries[i]->link_count; k++)
			if (work->entries[i]->links[k].role == LINK_BLOG)
				return true;
	return false;
}

const char *
stage_type(const struct work *work, const struct nature *nature,
    const struct venue *venue, const char *said)
{
	if (strcmp(nature->kind, "dataset") == 0)
		return "dataset";
	if (strcmp(nature->kind, "webpage") == 0)
		return is_blog(work) ? "post-weblog" : "webpage";
	if (!nature->paper)
		return "software";
	if (said != NULL && !is_csl_type(said))
		said = NULL;
	if (!nature->published)
		return said != NULL && strncmp(said, "article-", 8) != 0 &&
			strcmp(said, "paper-conference") != 0
		    ? said
		    : "article";
	if (venue->kind == VENUE_CONFERENCE)
		return "paper-conference";
	if (said != NULL && strcmp(said, "article") != 0)
		return said;
	return venue->kind == VENUE_JOURNAL || venue->name != NULL ? "article-journal"
								   : "article";
}

/* Published, or what says preprint: an id, a server named as the venue. */
const char *
stage_of(struct arena *arena, const struct merge_input *input,
    const struct nature *nature, const struct record *record)
{
	const struct override *stage = claims_override(input, "stage");
	const struct work *work = input->work;
	struct venue venue;

	if (!nature->paper)
		return NULL;
	if (nature->published)
		return "published";
	if (stage != NULL && !text_is_blank(stage->value))
		return "preprint";
	if (nature->posted || work_has_preprint_id(work) ||
	    record_identifier_value(record, IDENTIFIER_ARXIV) != NULL)
		return "preprint";
	for (size_t i = 0; i < input->witness_count; i++) {
		if (!claims_witness_speaks(input, nature, &input->witnesses[i]))
			continue;
		venue = venue_read(
		    arena, brief_text(&input->witnesses[i].answer.brief, FIELD_VENUE));
		if (venue.kind == VENUE_PREPRINT)
			return "preprint";
	}
	for (size_t i = 0; i < work->entry_count; i++) {
		venue = venue_read(arena, work->entries[i]->venue);
		if (venue.kind == VENUE_PREPRINT)
			return "preprint";
	}
	return NULL;
}
