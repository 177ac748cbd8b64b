/*
 * A model and the models it was made from enter; where its card promises more
 * than their licences allow leaves.
 */
#include "findings/inside.h"

#include "base/arena.h"
#include "model/source.h"

/* The base model's own word; NULL: nobody knows it. */
static const struct witness *
witness_of_base(const struct merge_input *input, struct identifier base)
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

static const char *
license_of_base(struct arena *arena, const struct witness *witness)
{
	const char *text = brief_text(
	    &falls_answer(arena, witness, FIELD_LICENSE)->brief, FIELD_LICENSE);
	const char *expression = NULL;

	if (text == NULL ||
	    license_read(arena, witness->source->license_in, text, &expression) !=
		LICENSE_STATED)
		return NULL;
	return expression;
}

void
findings_of_license(struct finding_draft *draft, const struct entry *entry,
    const struct artifact *artifact)
{
	struct finding finding = { .field = "license", .given = artifact->url };
	struct identifier base;

	for (size_t i = 0; claim_base_model(draft->arena, artifact->base_model, i, &base);
	     i++) {
		const struct witness *w = witness_of_base(draft->input, base);
		const char *license = w == NULL ? NULL : license_of_base(draft->arena, w);
		unsigned lost = license_looser(artifact->license, license);

		if (lost == 0)
			continue;
		finding.found = license;
		finding.source = w->source->name;
		finding.evidence = arena_printf(draft->arena,
		    "its card says "
		    "%s, its base model %s says %s, which asks for %s",
		    artifact->license, base.value, license, license_terms_words(lost));
		findings_add(
		    draft, entry, "licence-looser-than-base", FINDING_DECIDE, finding);
		return;
	}
}
