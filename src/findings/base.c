/*
 * A model and the models it was made from enter; where its card promises more
 * than their licences allow leaves.
 */
#include "findings/inside.h"

#include "base/arena.h"
#include "model/source.h"

void
findings_of_license(struct finding_draft *draft, const struct entry *entry,
    const struct artifact *artifact)
{
	struct finding finding = { .field = "license", .given = artifact->url };
	struct identifier base;

	if (artifact->license_drops == NULL)
		return;
	for (size_t i = 0; claim_base_model(draft->arena, artifact->base_model, i, &base);
	     i++) {
		const struct source *source;
		const char *license = merge_base_license(
		    draft->arena, draft->input, base, &source);
		unsigned lost = license_looser(artifact->license, license);

		if (lost == 0)
			continue;
		finding.found = license;
		finding.source = source->name;
		finding.evidence = arena_printf(draft->arena,
		    "its card says "
		    "%s, its base model %s says %s, which asks for %s",
		    artifact->license, base.value, license, license_terms_words(lost));
		findings_add(
		    draft, entry, "licence-looser-than-base", FINDING_DECIDE, finding);
		return;
	}
}
