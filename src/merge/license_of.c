/*
 * What sources and lists say about a licence enters; the licence of the work,
 * of which version it is, and why there is none leave.  An arXiv licence is
 * the preprint's and is never said of the article.
 */
#include "merge/inside.h"

#include <string.h>

#include "base/text.h"
#include "model/source.h"

/* The preprint's own licence, whatever has become of the work. */
static bool
speaks_of_preprint(const struct candidate *c)
{
	return (c->by != NULL && witness_source_issues(c->by, IDENTIFIER_ARXIV)) ||
	    (c->id.value != NULL && c->id.kind == IDENTIFIER_DOI &&
		preprint_has_doi(c->id.value));
}

static const char *
license_of(const struct nature *nature, const struct candidate *c)
{
	if (!nature->paper)
		return "artifact";
	return !nature->published || speaks_of_preprint(c) ? "preprint" : "published";
}

/* Sources that could have said it, best outcome first. */
static enum license_status
silence(const struct merge_input *input, const struct nature *nature)
{
	bool answered = false, unanswered = false;

	for (size_t i = 0; i < input->witness_count; i++) {
		const struct witness *w = &input->witnesses[i];

		if (nature->paper && w->id.value != NULL &&
		    !identifier_is_paper(w->id.kind))
			continue;
		if (!nature->paper &&
		    (nature->subject.value == NULL || w->id.value == NULL ||
			!identifier_equal(w->id, nature->subject)))
			continue;
		/* Some licences are kept by one service alone. */
		if (w->source->keeps_license && !nature->published) {
			if (w->outcome == OUTCOME_UNANSWERED)
				return LICENSE_UNANSWERED;
			if (w->outcome == OUTCOME_NOT_ASKED)
				return LICENSE_NOT_ASKED;
		}
		answered |= witness_is_believed(w);
		unanswered |= w->outcome == OUTCOME_UNANSWERED;
	}
	if (answered)
		return LICENSE_UNSTATED;
	return unanswered ? LICENSE_UNANSWERED : LICENSE_NOT_ASKED;
}

struct choice {
	const struct candidate *candidate;
	const char *expression;
	enum license_status status;
};

/*
 * Stated before unrecognised before none; of the article before the
 * preprint's; else in the order of the table.  A list's word only when no
 * source says anything.
 */
static int
value_of(const struct nature *nature, const struct choice *choice)
{
	bool list = strcmp(choice->candidate->source, "list") == 0;
	bool preprint = nature->published && speaks_of_preprint(choice->candidate);
	int value = choice->status == LICENSE_STATED ? 0
	    : choice->status == LICENSE_UNRECOGNISED ? 2
						     : 3;

	if (strcmp(choice->candidate->source, "override") == 0)
		return -1;
	return (list ? 10 : 0) + (preprint ? 5 : 0) + value;
}

static void
read_choice(struct arena *arena, const struct candidate *candidate, struct choice *choice)
{
	*choice = (struct choice){ .candidate = candidate };
	choice->status = license_read(arena,
	    candidate->by == NULL ? LICENSE_AS_WORDS : candidate->by->license_in,
	    candidate->value, &choice->expression);
	/* What a curator writes into the overrides is an expression. */
	if (strcmp(candidate->source, "override") == 0 &&
	    choice->status != LICENSE_STATED && choice->status != LICENSE_NONE) {
		choice->status = LICENSE_STATED;
		choice->expression = candidate->value;
	}
	if (choice->status != LICENSE_STATED)
		choice->expression = NULL;
}

static void
add_license_conflicts(struct arena *arena, const struct nature *nature,
    const struct candidates *all, const struct choice *best, struct record_draft *draft)
{
	for (size_t i = 0; i < all->count; i++) {
		struct choice other;

		read_choice(arena, &all->v[i], &other);
		if (other.status != LICENSE_STATED || best->status != LICENSE_STATED ||
		    all->v[i].confidence < 0.7 || best->candidate->confidence < 0.7 ||
		    strcmp(other.expression, best->expression) == 0 ||
		    strcmp(license_of(nature, &all->v[i]),
			license_of(nature, best->candidate)) != 0)
			continue;
		merge_add_conflict(arena, draft,
		    &(struct conflict){ .field = "license",
			.chosen_source = best->candidate->source,
			.chosen_value = best->expression,
			.other_source = all->v[i].source,
			.other_value = other.expression,
			.rule = best->candidate->why });
	}
}

void
merge_fill_license(struct arena *arena, const struct merge_input *input,
    const struct nature *nature, struct record_draft *draft)
{
	struct candidates all;
	struct choice best = { .candidate = NULL }, other;

	claims_collect(arena, input, nature, FIELD_LICENSE, &all);
	for (size_t i = 0; i < all.count; i++) {
		if (text_is_blank(all.v[i].value))
			continue;
		read_choice(arena, &all.v[i], &other);
		if (best.candidate == NULL ||
		    value_of(nature, &other) < value_of(nature, &best))
			best = other;
	}
	if (best.candidate == NULL || best.status == LICENSE_UNSTATED) {
		draft->record->license_status = silence(input, nature);
		return;
	}
	draft->record->license = best.expression;
	draft->record->license_status = best.status;
	draft->record->license_raw = best.candidate->value;
	draft->record->license_of = license_of(nature, best.candidate);
	merge_add_provenance(arena, draft, "license", best.candidate);
	add_license_conflicts(arena, nature, &all, &best, draft);
}
