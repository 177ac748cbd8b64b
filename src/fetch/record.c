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

enum { LARGEST = 64 << 20, LARGEST_HEAD = 16 << 20, STATUS_UNREADABLE = 66 };

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

static void
read_headers(struct arena *arena, const struct json *list, struct record *record)
{
	struct record_header *headers = arena_alloc(
	    arena, (list == NULL ? 1 : list->count + 1) * sizeof *headers);

	for (const struct json *one = json_first(list); one != NULL; one = one->next) {
		const struct json *name = json_first(one);
		const char *value = name == NULL ? NULL : json_string(name->next);

		if (json_string(name) != NULL)
			headers[record->header_count++] =
			    (struct record_header){ arena_text(arena, json_string(name)),
				    arena_text(arena, value == NULL ? "" : value) };
	}
	record->headers = headers;
}

static int64_t
integer_of(const struct json *json, const char *key)
{
	int64_t value = 0;

	return json_integer(json_get(json, key), &value) ? value : 0;
}

static bool
read_record(struct arena *arena, const char *path, struct record *record)
{
	struct buffer head, body;
	const struct json *json = NULL;
	const char *sent, *trouble;
	bool done;

	buffer_init(&head, LARGEST_HEAD);
	buffer_init(&body, LARGEST);
	done = file_read(arena_printf(arena, "%s.json", path), &head) &&
	    file_read(arena_printf(arena, "%s.body", path), &body) &&
	    (json = json_parse(arena, head.bytes, head.length, NULL)) != NULL;
	if (done) {
		sent = json_string(json_get(json, "sent"));
		trouble = json_string(json_get(json, "trouble"));
		*record = (struct record){
			.method = arena_text(
			    arena, json_string(json_get(json, "method"))),
			.address = arena_text(
			    arena, json_string(json_get(json, "address"))),
			.sent = arena_text(arena, sent == NULL ? "" : sent),
			.end = { .exchange = (enum exchange)integer_of(json, "exchange"),
			    .status = (int)integer_of(json, "status"),
			    .bytes = body.length },
			.body = arena_text_n(
			    arena, body.length > 0 ? body.bytes : "", body.length),
			.body_length = body.length,
		};
		json_boolean(json_get(json, "hopeless"), &record->end.hopeless);
		snprintf(record->end.trouble, sizeof record->end.trouble, "%s",
		    trouble == NULL ? "" : trouble);
		read_headers(arena, json_get(json, "headers"), record);
	}
	buffer_free(&head);
	buffer_free(&body);
	return done && record->method != NULL && record->address != NULL;
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
		if (!read_record(fetch->arena,
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
