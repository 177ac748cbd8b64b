/* A record, or its line in a release, enters; comparable texts leave. */
#include "release/record/watch.h"

#include <string.h>

#include "base/buffer.h"
#include "base/digest.h"
#include "base/json.h"

const char *
watch_name(enum watch watch)
{
	static const char *const names[WATCHES] = { "title", "authors", "stage", "date",
		"venue", "licence", "identifiers", "retraction", "withdrawal",
		"models and code" };

	return names[watch];
}

static void
add(struct buffer *out, const char *text)
{
	if (text != NULL)
		buffer_text(out, text);
}

static void
add_tri(struct buffer *out, enum tri value)
{
	if (value != TRI_UNKNOWN)
		buffer_text(out, value == TRI_TRUE ? "true" : "false");
}

static void
add_joined(struct buffer *out, size_t start, const char *text)
{
	if (out->length > start)
		buffer_text(out, "; ");
	add(out, text);
}

static void
record_lists(enum watch watch, const struct record *r, struct buffer *out)
{
	size_t start = out->length;

	for (size_t i = 0; watch == WATCH_AUTHORS && i < r->author_count; i++)
		add_joined(out, start, r->authors[i].literal);
	for (size_t i = 0; watch == WATCH_IDENTIFIERS && i < r->id_count; i++) {
		add_joined(out, start, identifier_kind_name(r->ids[i].id.kind));
		buffer_char(out, ' ');
		add(out, r->ids[i].id.value);
		if (r->ids[i].status != ID_GOOD)
			buffer_printf(out, " (%s)", record_id_statuses[r->ids[i].status]);
	}
	for (size_t i = 0; watch == WATCH_ARTIFACTS && i < r->artifact_count; i++) {
		const struct artifact *a = &r->artifacts[i];

		add_joined(out, start, a->id.value);
		buffer_text(out, " = ");
		buffer_text(out,
		    a->license != NULL ? a->license
				       : license_statuses[a->license_status]);
		if (a->gated != NULL && strcmp(a->gated, "false") != 0)
			buffer_text(out, WATCH_GATED);
		if (a->status != NULL && strcmp(a->status, "found") != 0)
			buffer_printf(out, " (%s)", a->status);
	}
}

void
watch_record(enum watch watch, const struct record *r, struct buffer *out)
{
	switch (watch) {
	case WATCH_TITLE:
		add(out, r->title);
		break;
	case WATCH_STAGE:
		add(out, r->stage);
		break;
	case WATCH_ISSUED:
		add(out, r->issued);
		break;
	case WATCH_VENUE:
		add(out, r->container_title);
		break;
	case WATCH_LICENSE:
		add(out, r->license);
		break;
	case WATCH_RETRACTED:
		add_tri(out, r->is_retracted);
		break;
	case WATCH_WITHDRAWN:
		add_tri(out, r->is_withdrawn);
		break;
	case WATCH_AUTHORS:
	case WATCH_IDENTIFIERS:
	case WATCH_ARTIFACTS:
		record_lists(watch, r, out);
		break;
	case WATCHES:
		break;
	}
}

static const struct json *
elements(const struct json *line, const char *key)
{
	const struct json *list = json_get(line, key);

	return list != NULL && list->kind == JSON_ARRAY ? list->child : NULL;
}

static void
line_lists(enum watch watch, const struct json *line, struct buffer *out)
{
	size_t start = out->length;
	const struct json *e;

	for (e = watch == WATCH_AUTHORS ? elements(line, "authors") : NULL; e != NULL;
	     e = e->next)
		add_joined(out, start, json_string(json_get(e, "literal")));
	for (e = watch == WATCH_IDENTIFIERS ? elements(line, "ids") : NULL; e != NULL;
	     e = e->next) {
		const char *status = json_string(json_get(e, "status"));

		add_joined(out, start, json_string(json_get(e, "kind")));
		buffer_char(out, ' ');
		add(out, json_string(json_get(e, "value")));
		if (status != NULL && strcmp(status, "good") != 0)
			buffer_printf(out, " (%s)", status);
	}
	for (e = watch == WATCH_ARTIFACTS ? elements(line, "artifacts") : NULL; e != NULL;
	     e = e->next) {
		const char *license = json_string(json_get(e, "license"));
		const char *status = json_string(json_get(e, "status"));
		const char *gated = json_string(json_get(e, "gated"));

		add_joined(out, start, json_string(json_get(e, "id")));
		buffer_text(out, " = ");
		add(out,
		    license != NULL ? license
				    : json_string(json_get(e, "license_status")));
		if (gated != NULL && strcmp(gated, "false") != 0)
			buffer_text(out, WATCH_GATED);
		if (status != NULL && strcmp(status, "found") != 0)
			buffer_printf(out, " (%s)", status);
	}
}

void
watch_line(enum watch watch, const struct json *line, struct buffer *out)
{
	static const char *const keys[WATCHES] = {
		[WATCH_TITLE] = "title",
		[WATCH_STAGE] = "stage",
		[WATCH_ISSUED] = "issued",
		[WATCH_VENUE] = "container_title",
		[WATCH_LICENSE] = "license",
		[WATCH_RETRACTED] = "is_retracted",
		[WATCH_WITHDRAWN] = "is_withdrawn",
	};
	bool value;

	if (keys[watch] == NULL)
		line_lists(watch, line, out);
	else if (json_boolean(json_get(line, keys[watch]), &value))
		buffer_text(out, value ? "true" : "false");
	else
		add(out, json_string(json_get(line, keys[watch])));
}

uint64_t
watch_print(const char *bytes, size_t length)
{
	uint8_t digest[DIGEST_BYTES];
	uint64_t print = 0;

	digest_bytes(bytes == NULL ? "" : bytes, length, digest);
	for (int i = 0; i < 8; i++)
		print = print << 8 | digest[i];
	return print;
}

uint64_t
watch_print_record(const struct record *r, struct buffer *scratch)
{
	buffer_clear(scratch);
	for (enum watch w = 0; w < WATCHES; w++) {
		watch_record(w, r, scratch);
		buffer_char(scratch, '\n');
	}
	return watch_print(scratch->bytes, scratch->length);
}

uint64_t
watch_print_line(const struct json *line, struct buffer *scratch)
{
	buffer_clear(scratch);
	for (enum watch w = 0; w < WATCHES; w++) {
		watch_line(w, line, scratch);
		buffer_char(scratch, '\n');
	}
	return watch_print(scratch->bytes, scratch->length);
}
