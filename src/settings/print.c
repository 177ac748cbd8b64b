/* Settings enter; those that may change what a release says leave, as bytes. */
#include "settings/settings.h"

#include <string.h>

#include "base/buffer.h"

/* A new setting that may is added below. */
_Static_assert(
    sizeof(void *) != 8 || sizeof(struct settings) == 520, "see settings_print");

void
settings_print(const struct settings *settings, struct buffer *out)
{
	buffer_given(out, settings->since);
	buffer_given(out, settings->older);
	buffer_number(out, settings->discover);
	buffer_number(out, settings->as_of);
	buffer_number(out, settings->refresh);
	buffer_number(out, settings->only_sources);
	buffer_number(out, settings->skip_sources);
	buffer_number(out, settings->leave_out);
	buffer_number(out, settings->shard.number);
	buffer_number(out, settings->shard.of);
	buffer_given(out, settings->mailto);
	buffer_number(out, (int64_t)settings->override_count);
	for (size_t i = 0; i < settings->override_count; i++) {
		const struct override *o = &settings->overrides[i];

		buffer_number(out, o->id.kind);
		buffer_given(out, o->id.value);
		buffer_given(out, o->field);
		buffer_given(out, o->value);
		buffer_given(out, o->reason);
		buffer_given(out, o->date);
	}
}

void
settings_print_accepts(const struct settings *settings, struct buffer *out)
{
	buffer_number(out, (int64_t)settings->accept_count);
	for (size_t i = 0; i < settings->accept_count; i++) {
		buffer_given(out, settings->accepts[i].key);
		buffer_given(out, settings->accepts[i].reason);
	}
}

void
settings_print_face(const struct settings *settings, struct buffer *out)
{
	const char *const texts[] = { settings->name, settings->title, settings->license,
		settings->homepage, settings->maintainer, settings->orcid,
		settings->affiliation, settings->keywords, settings->doi,
		settings->site };

	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		buffer_given(out, texts[i]);
	buffer_add(out, &settings->min_answered, sizeof settings->min_answered);
}
