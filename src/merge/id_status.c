/*
 * An identifier of a work and its witnesses enter; what it is worth leaves: good,
 * unchecked, gone, renamed, or another article's.
 */
#include "merge/inside.h"

#include <string.h>

#include "model/brief.h"

/* Did anybody answer about it, or name it in an answer that is believed? */
static bool
is_checked(const struct merge_input *input, struct identifier id)
{
	for (size_t i = 0; i < input->witness_count; i++) {
		const struct witness *w = &input->witnesses[i];
		const struct brief *brief = &w->answer.brief;

		if (w->id.value != NULL && identifier_equal(w->id, id) &&
		    (w->has_answer || w->outcome == OUTCOME_ABSENT))
			return true;
		for (size_t k = 0; witness_is_believed(w) && k < brief->id_count; k++)
			if (identifier_equal(brief->ids[k], id))
				return true;
	}
	return false;
}

/* Nobody has ever known it, and who issues it says so. */
static bool
is_nobodys(const struct merge_input *input, struct identifier id)
{
	bool absent = false;

	for (size_t i = 0; i < input->witness_count; i++) {
		const struct witness *w = &input->witnesses[i];

		if (w->id.value == NULL || !identifier_equal(w->id, id))
			continue;
		if (w->has_answer)
			return false;
		absent |= w->outcome == OUTCOME_ABSENT && merge_may_deny(input, w);
	}
	return absent;
}

static bool
is_article_doi(struct identifier id)
{
	return id.kind == IDENTIFIER_DOI && !preprint_has_doi(id.value) &&
	    !work_doi_is_deposit(id.value);
}

/*
 * A source names this DOI and nobody has answered about it, while another one
 * of the work has its answer: two articles, of which one is not this.
 */
static bool
is_beside_another(const struct merge_input *input, struct identifier id)
{
	for (size_t i = 0; i < input->witness_count; i++) {
		const struct witness *w = &input->witnesses[i];

		if (is_article_doi(id) && w->id.value != NULL && is_article_doi(w->id) &&
		    !identifier_equal(w->id, id) && witness_is_believed(w) &&
		    witness_confidence(w) >= 1.0)
			return true;
	}
	return false;
}

static bool
is_answered(const struct merge_input *input, struct identifier id)
{
	for (size_t i = 0; i < input->witness_count; i++)
		if (input->witnesses[i].id.value != NULL &&
		    identifier_equal(input->witnesses[i].id, id) &&
		    input->witnesses[i].has_answer)
			return true;
	return false;
}

/* Two sources name two articles' DOIs, and who registers them has said nothing. */
static bool
is_contested(const struct merge_input *input, struct identifier id)
{
	const struct work *work = input->work;

	if (!is_article_doi(id) || is_answered(input, id))
		return false;
	for (size_t i = 0; i < work->id_count; i++)
		if (work->ids[i].status == ID_GOOD && is_article_doi(work->ids[i].id) &&
		    !identifier_equal(work->ids[i].id, id))
			return true;
	return false;
}

/* Gone or renamed, by the word of who issues it. */
enum identifier_status
id_status_of(const struct merge_input *input, const struct record_identifier *id)
{
	if (id->status != ID_GOOD)
		return id->status;
	for (size_t i = 0; i < input->witness_count; i++) {
		const struct witness *w = &input->witnesses[i];

		if (w->id.value == NULL || !identifier_equal(w->id, id->id) ||
		    witness_confidence(w) < 1.0)
			continue;
		if (w->gone)
			return ID_GONE;
		if (witness_is_believed(w) &&
		    brief_text(&w->answer.brief, FIELD_RENAMED_TO) != NULL)
			return ID_RENAMED;
	}
	if (!identifier_is_paper(id->id.kind))
		return id->status;
	if (strcmp(id->from, "list") != 0)
		return is_contested(input, id->id) ? ID_UNCLEAR : id->status;
	if (is_nobodys(input, id->id))
		return ID_GONE;
	if (!is_checked(input, id->id))
		return ID_UNCHECKED;
	/* Nobody knows it, and another article goes by this title. */
	return is_beside_another(input, id->id) && !is_answered(input, id->id)
	    ? ID_UNCLEAR
	    : id->status;
}
