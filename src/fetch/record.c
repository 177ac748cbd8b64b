/*
 * Exchanges enter as they end and lie as files in a folder; or such a folder enters,
 * and a request finds in it what was answered.
 */
#include "fetch/record.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/clock.h"
#include "base/file.h"
#include "base/json.h"
#include "base/log.h"
#include "fetch/job.h"

enum { STATUS_UNREADABLE = 66 };

static bool
holds_key(const struct job *job, const char *bytes, size_t length)
{
	const char *key = job->endpoint->key;

	return key != NULL && memmem(bytes, length, key, strlen(key)) != NULL;
}

static void
write_headers(struct json_writer *json, const struct job *job)
{
	const char *name = NULL, *value;

	json_write_key(json, "headers");
	json_write_array(json);
	while (transfer_next_header(job->transfer, &name, &value)) {
		/* Sessions are nobody's business, and a key may be echoed. */
		if (strncasecmp(name, "set-cookie", strlen("set-cookie")) == 0 ||
		    holds_key(job, value, strlen(value)))
			continue;
		json_write_array(json);
		json_write_string(json, name);
		json_write_string(json, value);
		json_write_array_end(json);
	}
	json_write_array_end(json);
}

static void
write_head(struct buffer *out, const struct job *job, const struct transfer_end *end)
{
	struct json_writer *json = json_writer_new(out, true);
	const struct request *request = job->request;

	json_write_object(json);
	json_member(json, "method", job->becomes_get ? "GET" : request->method);
	json_member(json, "address", job->url);
	json_write_key(json, "sent");
	json_write_string_n(json, request->body != NULL ? request->body : "",
	    request->body != NULL ? request->body_length : 0);
	json_member(json, "at", clock_instant_text(job->arena, clock_now()));
	json_member_integer(json, "took_ms", end->took_ms);
	json_member_integer(json, "exchange", end->exchange);
	json_member_integer(json, "status", end->status);
	json_member(json, "trouble", end->trouble);
	json_member_boolean(json, "hopeless", end->hopeless);
	write_headers(json, job);
	json_write_object_end(json);
	json_writer_free(json);
	buffer_char(out, '\n');
}

void
record_write(struct fetch *fetch, const struct job *job, const struct transfer_end *end)
{
	const char *folder = fetch->settings.record, *path, *body;
	struct buffer head;
	size_t length;

	if (folder == NULL)
		return;
	path = arena_printf(job->arena, "%s/%06u", folder, ++fetch->recorded);
	transfer_body(job->transfer, &body, &length);
	if (holds_key(job, body, length))
		length = 0;
	buffer_init(&head, 0);
	write_head(&head, job, end);
	if (!file_make_folder(folder, 0700) ||
	    !file_replace(
		arena_printf(job->arena, "%s.body", path), body, length, 0600) ||
	    !file_replace(arena_printf(job->arena, "%s.json", path), head.bytes,
		head.length, 0600)) {
		log_warning("%s: %s; nothing more is recorded", folder, strerror(errno));
		fetch->settings.record = NULL;
	}
	buffer_free(&head);
}

void
record_open(struct fetch *fetch)
{
	const char *folder = fetch->settings.replay;
	struct record one;

	if (folder == NULL || fetch->records != NULL)
		return;
	for (unsigned n = 1;
	     file_exists(arena_printf(fetch->arena, "%s/%06u.json", folder, n)); n++) {
		if (!record_read(fetch->arena,
			arena_printf(fetch->arena, "%s/%06u", folder, n), &one))
			log_fatal(STATUS_UNREADABLE, "%s/%06u: no exchange", folder, n);
		fetch->records = arena_push(
		    fetch->arena, fetch->records, fetch->record_count, sizeof one);
		fetch->records[fetch->record_count++] = one;
	}
	if (fetch->record_count == 0)
		log_fatal(STATUS_UNREADABLE, "%s: nothing was recorded there", folder);
}

struct record *
record_find(struct fetch *fetch, const struct job *job)
{
	const char *method = job->becomes_get ? "GET" : job->request->method;
	const char *sent = job->request->body != NULL ? job->request->body : "";
	struct record *last = NULL;

	for (size_t i = 0; i < fetch->record_count; i++) {
		struct record *record = &fetch->records[i];

		if (strcmp(record->method, method) != 0 ||
		    strcmp(record->address, job->url) != 0 ||
		    strcmp(record->sent, sent) != 0)
			continue;
		last = record;
		if (!record->was_played)
			break;
	}
	if (last != NULL)
		last->was_played = true;
	return last;
}
