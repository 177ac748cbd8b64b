/* The two files of one exchange enter, as somebody sent them; the exchange leaves. */
#include <stdio.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/file.h"
#include "base/json.h"
#include "fetch/record.h"

enum { LARGEST = 64 << 20, LARGEST_HEAD = 16 << 20 };

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

bool
record_read(struct arena *arena, const char *path, struct record *record)
{
	struct buffer head, body;
	const struct json *json = NULL;
	const char *sent, *trouble;
	bool done;

	buffer_init(&head, LARGEST_HEAD);
	buffer_init(&body, LARGEST);
	*record = (struct record){ 0 };
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
	return done && record->method != NULL && record->address != NULL &&
	    record->end.exchange <= EXCHANGE_STOPPED;
}
