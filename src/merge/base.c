/*
 * A model and the models it was made from enter; their licence, and what it asks
 * for that the model's own does not, leave.
 */
#include "merge/inside.h"

#include "base/arena.h"
#include "model/brief.h"
#include "model/license.h"
#include "model/source.h"

/* The base model's own word; NULL: nobody knows it. */
static const struct witness *
witness_of(const struct merge_input *input, struct identifier base)
{
	for (size_t i = 0; i < input->witness_count; i++)
		if (input->witnesses[i].id.value != NULL &&
		    identifier_equal(input->witnesses[i].id, base) &&
		    witness_is_believed(&input->witnesses[i]))
			return &input->witnesses[i];
	for (size_t i = 0; i < input->base_count; i++)
		if (identifier_equal(input->bases[i].id, base) &&
		    witness_is_believed(&input->bases[i]))
			return &input->bases[i];
	return NULL;
}

const char *
merge_base_license(struct arena *arena, const struct merge_input *input,
    struct identifier base, const struct source **source)
{
	const struct witness *witness = witness_of(input, base);
	const char *text, *expression = NULL;

	if (witness == NULL)
		return NULL;
	*source = witness->source;
	text = brief_text(
	    &falls_answer(arena, witness, FIELD_LICENSE)->brief, FIELD_LICENSE);
	if (text == NULL ||
	    license_read(arena, witness->source->license_in, text, &expression) !=
		LICENSE_STATED)
		return NULL;
	return expression;
}

void
merge_fill_base(
    struct arena *arena, const struct merge_input *input, struct artifact *artifact)
{
	const struct source *source;
	struct identifier base;

	for (size_t i = 0; claim_base_model(arena, artifact->base_model, i, &base); i++) {
		const char *license = merge_base_license(arena, input, base, &source);
		unsigned lost = license_looser(artifact->license, license);

		if (license == NULL)
			continue;
		artifact->base_license = artifact->base_license == NULL
		    ? license
		    : arena_join(arena, artifact->base_license, "; ", license, NULL);
		if (lost != 0 && artifact->license_drops == NULL)
			artifact->license_drops = license_terms_words(lost);
	}
}
