/*
 * Identifiers of models, data sets, spaces and code and what their hosts say
 * enter; the artifacts of a work leave, each with how it is tied to it.
 */
#include "merge/inside.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "model/brief.h"
#include "model/source.h"

/* What fell once is as it was until it is said again. */
static const char *
unfallen(struct arena *arena, const struct witness *witness, enum field field)
{
	return brief_text(&falls_answer(arena, witness, field)->brief, field);
}

static int64_t
read_count(const char *text)
{
	char *end;
	int64_t value;

	if (text == NULL)
		return -1;
	value = strtoll(text, &end, 10);
	return end == text || *end != '\0' || value < 0 ? -1 : value;
}

/* Who found it before who did not, its host before others. */
static bool
is_better(const struct witness *a, const struct witness *b)
{
	if (witness_is_believed(a) != witness_is_believed(b))
		return witness_is_believed(a);
	if (a->outcome != b->outcome)
		return a->outcome < b->outcome;
	if (witness_confidence(a) > witness_confidence(b) ||
	    witness_confidence(b) > witness_confidence(a))
		return witness_confidence(a) > witness_confidence(b);
	return strcmp(a->source->name, b->source->name) < 0;
}

/* The host's word about the artifact; NULL: nobody was asked. */
static const struct witness *
witness_of(const struct merge_input *input, struct identifier id)
{
	const struct witness *best = NULL;

	for (size_t i = 0; i < input->witness_count; i++) {
		const struct witness *w = &input->witnesses[i];

		if (w->id.value == NULL || !identifier_equal(w->id, id))
			continue;
		if (best == NULL || is_better(w, best))
			best = w;
	}
	return best;
}

/* Does its card or repository name the paper? */
static bool
names_work(struct arena *arena, const struct brief *brief, const struct work *work)
{
	for (size_t i = 0; i < brief->name_count; i++)
		for (size_t k = 0; k < work->id_count; k++)
			if (work->ids[k].status == ID_GOOD &&
			    identifier_is_paper(work->ids[k].id.kind) &&
			    strcmp(work_join_key(arena, brief->names[i]),
				work_join_key(arena, work->ids[k].id)) == 0)
				return true;
	return false;
}

/* Does a record of the paper itself name it?  Which source's. */
static const char *
named_by_paper(
    const struct merge_input *input, const struct nature *nature, struct identifier id)
{
	for (size_t i = 0; i < input->witness_count; i++) {
		const struct witness *w = &input->witnesses[i];
		const struct brief *brief = &w->answer.brief;

		if (!claims_witness_speaks(input, nature, w))
			continue;
		for (size_t k = 0; k < brief->name_count; k++)
			if (identifier_equal(brief->names[k], id))
				return w->source->name;
	}
	return NULL;
}

static const char *
kind_of(enum identifier_kind kind)
{
	return kind == IDENTIFIER_HF_MODEL  ? "model"
	    : kind == IDENTIFIER_HF_DATASET ? "dataset"
	    : kind == IDENTIFIER_HF_SPACE   ? "space"
					    : "code";
}

static void
fill_silence(const struct witness *w, struct artifact *artifact)
{
	artifact->license_status = LICENSE_NOT_ASKED;
	artifact->status = "not-asked";
	if (w == NULL)
		return;
	switch (w->outcome) {
	case OUTCOME_ABSENT:
		artifact->status = "gone";
		artifact->license_status = LICENSE_UNSTATED;
		artifact->first_answered = w->answer.retrieved_at;
		break;
	case OUTCOME_UNANSWERED:
		artifact->status = "unanswered";
		artifact->license_status = LICENSE_UNANSWERED;
		break;
	case OUTCOME_FOUND:
	case OUTCOME_AMBIGUOUS:
	case OUTCOME_NOT_ASKED:
	case OUTCOMES:
		break;
	}
}

/* Since when all stands as it does. */
static int64_t
newest_since(const struct answer *answer)
{
	const struct brief *brief = &answer->brief;
	int64_t newest = brief->claim_count == 0 ? answer->retrieved_at : 0;

	for (size_t i = 0; i < brief->claim_count; i++) {
		int64_t since = answer_since(answer, brief->claims[i].field);

		if (since > newest)
			newest = since;
	}
	return newest;
}

static void
fill_answer(struct arena *arena, const struct witness *w, struct artifact *artifact)
{
	const struct brief *brief = &w->answer.brief;
	const char *flag, *license = unfallen(arena, w, FIELD_LICENSE);

	artifact->first_answered = newest_since(&w->answer);
	artifact->base_model = unfallen(arena, w, FIELD_BASE_MODEL);
	artifact->likes = read_count(unfallen(arena, w, FIELD_LIKES));
	artifact->downloads = read_count(unfallen(arena, w, FIELD_DOWNLOADS));
	artifact->stars = read_count(unfallen(arena, w, FIELD_STARS));
	artifact->gated = unfallen(arena, w, FIELD_GATED);
	flag = unfallen(arena, w, FIELD_ARCHIVED);
	artifact->archived = flag == NULL ? TRI_UNKNOWN
	    : strcmp(flag, "true") == 0   ? TRI_TRUE
					  : TRI_FALSE;
	artifact->renamed_to = brief_text(brief, FIELD_RENAMED_TO);
	flag = brief_text(brief, FIELD_DISABLED);
	artifact->status = w->gone                      ? "gone"
	    : flag != NULL && strcmp(flag, "true") == 0 ? "disabled"
	    : artifact->renamed_to != NULL              ? "renamed"
							: "found";
	artifact->created = unfallen(arena, w, FIELD_FIRST_PUBLIC);
	artifact->license_status = LICENSE_UNSTATED;
	if (text_is_blank(license))
		return;
	artifact->license_raw = license;
	artifact->license_status = license_read(
	    arena, w->source->license_in, license, &artifact->license);
	if (artifact->license_status != LICENSE_STATED)
		artifact->license = NULL;
}

static void
fill_artifact(struct arena *arena, const struct merge_input *input,
    const struct nature *nature, struct identifier id, struct artifact *artifact)
{
	const struct witness *w = witness_of(input, id);
	const char *paper = nature->paper ? named_by_paper(input, nature, id) : NULL;

	*artifact = (struct artifact){ .id = id,
		.kind = kind_of(id.kind),
		.url = identifier_url(arena, id),
		.tie = TIE_LISTED,
		.claimed_by = "list",
		.likes = -1,
		.downloads = -1,
		.stars = -1,
		.archived = TRI_UNKNOWN };
	if (w != NULL && witness_is_believed(w)) {
		fill_answer(arena, w, artifact);
		merge_fill_base(arena, input, artifact);
		if (nature->paper && names_work(arena, &w->answer.brief, input->work)) {
			artifact->tie = TIE_DECLARED;
			artifact->claimed_by = w->source->name;
			artifact->own_word = true;
		}
	} else {
		fill_silence(w, artifact);
	}
	if (artifact->tie == TIE_LISTED && paper != NULL) {
		artifact->tie = TIE_DECLARED;
		artifact->claimed_by = paper;
	}
	if (nature->subject.value != NULL && identifier_equal(id, nature->subject))
		artifact->tie = TIE_SELF;
}

static int
compare_artifacts(const void *a, const void *b)
{
	const struct artifact *x = a, *y = b;

	if ((x->tie == TIE_SELF) != (y->tie == TIE_SELF))
		return x->tie == TIE_SELF ? -1 : 1;
	return identifier_compare(x->id, y->id);
}

void
merge_fill_artifacts(struct arena *arena, const struct merge_input *input,
    const struct nature *nature, struct record *record)
{
	struct artifact *v = NULL;

	for (size_t i = 0; i < input->work->id_count; i++) {
		const struct record_identifier *id = &input->work->ids[i];

		if (!identifier_is_artifact(id->id.kind) ||
		    record_id_is_refused(id->status))
			continue;
		v = arena_push(arena, v, record->artifact_count, sizeof *v);
		fill_artifact(arena, input, nature, id->id, &v[record->artifact_count++]);
	}
	if (record->artifact_count > 1)
		qsort(v, record->artifact_count, sizeof *v, compare_artifacts);
	record->artifacts = v;
}
