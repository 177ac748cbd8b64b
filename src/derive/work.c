/*
 * One work and what the cache, the overrides and the settings say of it enter;
 * its record and findings, or only its id, leave.
 */
#include "base/arena.h"
#include "derive/inside.h"
#include "findings/findings.h"
#include "join/join.h"

/* Overrides that name any identifier of the work. */
static const struct override *
overrides_of(const struct settings *settings, struct arena *arena,
    const struct work *work, size_t *count)
{
	struct override *found = NULL;

	*count = 0;
	for (size_t o = 0; o < settings->override_count; o++) {
		const struct override *override = &settings->overrides[o];
		bool fits = false;
		for (size_t i = 0; i < work->id_count; i++)
			fits |= identifier_equal(override->id, work->ids[i].id);
		if (!fits)
			continue;
		found = arena_push(arena, found, *count, sizeof *found);
		found[(*count)++] = *override;
	}
	return found;
}

static void
gather(const struct session *session, struct evidence *evidence, struct arena *arena,
    const struct work *work, const struct registered *registered,
    struct merge_input *input)
{
	const struct settings *settings = session->settings;
	struct witness *witnesses, *bases;
	size_t count = evidence_about(evidence, arena, work, &witnesses);
	size_t base_count = evidence_bases(evidence, arena, witnesses, count, &bases);

	*input = (struct merge_input){ .work = work,
		.witnesses = witnesses,
		.witness_count = count,
		.bases = bases,
		.base_count = base_count,
		.registered = registered->id != NULL ? registered : NULL,
		.scope = join_scope(
		    work, settings->since, evidence_date(witnesses, count)),
		.clock = session->clock };
	input->overrides = overrides_of(settings, arena, work, &input->override_count);
}

void
derive_gather(const struct session *session, struct evidence *evidence,
    struct arena *arena, const struct work *work, const struct registered *registered,
    struct derived_work *derived)
{
	*derived = (struct derived_work){ 0 };
	gather(session, evidence, arena, work, registered, &derived->input);
}

void
derive_decide(
    struct arena *arena, struct spellings *spellings, struct derived_work *derived)
{
	merge_record(arena, &derived->input, &derived->record);
	findings_of_work(
	    arena, &derived->input, &derived->record, spellings, &derived->findings);
}

void
derive_work(const struct session *session, struct evidence *evidence, struct arena *arena,
    const struct work *work, const struct registered *registered,
    struct spellings *spellings, struct derived_work *derived)
{
	derive_gather(session, evidence, arena, work, registered, derived);
	derive_decide(arena, spellings, derived);
}

void
derive_name(struct derived_work *derived, const char *id)
{
	derived->record.id = id;
	for (size_t i = 0; i < derived->findings.count; i++)
		derived->findings.v[i].work_id = id;
}

const char *const *
derive_overridden(struct arena *arena, const struct merge_input *input)
{
	const char **ids = arena_alloc(arena, (input->override_count + 1) * sizeof *ids);

	for (size_t i = 0; i < input->override_count; i++)
		ids[i] = identifier_text(arena, input->overrides[i].id);
	return ids;
}

const char *
derive_id(const struct maker *maker, struct arena *arena, const struct work *work)
{
	static const struct registered none;
	struct merge_input input;

	gather(maker->session, maker->evidence, arena, work, &none, &input);
	return merge_id(arena, &input);
}
