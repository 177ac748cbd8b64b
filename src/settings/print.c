/* Settings enter; those that may change what a release says leave, as bytes. */
#include "settings/settings.h"

#include <string.h>

#include "base/buffer.h"

/* A new setting that may is added below. */
_Static_assert(
    sizeof(void *) != 8 || sizeof(struct settings) == 520, "see settings_print");

static void
add_number(struct buffer *out, int64_t number)
{
	buffer_add(out, &number, sizeof number);
}

/* None is not the same as an empty one. */
static void
add_text(struct buffer *out, const char *text)
{
	buffer_char(out, text == NULL ? '-' : '+');
	if (text != NULL)
		buffer_add(out, text, strlen(text) + 1);
}

void
settings_print(const struct settings *settings, struct buffer *out)
{
	add_text(out, settings->since);
	add_text(out, settings->older);
	add_number(out, settings->discover);
	add_number(out, settings->as_of);
	add_number(out, settings->refresh);
	add_number(out, settings->only_sources);
	add_number(out, settings->skip_sources);
	add_number(out, settings->leave_out);
	add_number(out, settings->shard.number);
	add_number(out, settings->shard.of);
	add_text(out, settings->mailto);
	add_number(out, (int64_t)settings->override_count);
	for (size_t i = 0; i < settings->override_count; i++) {
		const struct override *o = &settings->overrides[i];

		add_number(out, o->id.kind);
		add_text(out, o->id.value);
		add_text(out, o->field);
		add_text(out, o->value);
		add_text(out, o->reason);
		add_text(out, o->date);
	}
}

void
settings_print_accepts(const struct settings *settings, struct buffer *out)
{
	add_number(out, (int64_t)settings->accept_count);
	for (size_t i = 0; i < settings->accept_count; i++) {
		add_text(out, settings->accepts[i].key);
		add_text(out, settings->accepts[i].reason);
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
		add_text(out, texts[i]);
	buffer_add(out, &settings->min_answered, sizeof settings->min_answered);
}
