/* NAME.history.json of the state folder enters and leaves. */
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/clock.h"
#include "base/file.h"
#include "base/json.h"
#include "say/inside.h"

enum { LARGEST = 64 << 10 };

static const char *
history_path(struct arena *arena, const char *state, const char *name)
{
	return file_join(arena, state, arena_printf(arena, "%s.history.json", name));
}

static int64_t
instant_of(const struct json *value)
{
	int64_t instant;

	return json_string(value) != NULL &&
		clock_parse_instant(json_string(value), &instant)
	    ? instant
	    : 0;
}

void
history_read(
    struct arena *arena, const char *state, const char *name, struct history *history)
{
	const struct json *kept;
	struct buffer text;

	*history = (struct history){ 0 };
	buffer_init(&text, LARGEST);
	if (file_read(history_path(arena, state, name), &text)) {
		kept = json_parse(arena, text.bytes, text.length, NULL);
		history->complete_at = instant_of(json_get(kept, "complete_at"));
		history->complete = arena_text(
		    arena, json_string(json_get(kept, "complete")));
		history->lacking = arena_text(
		    arena, json_string(json_get(kept, "lacking")));
		history->lacking_since = instant_of(json_get(kept, "lacking_since"));
	}
	buffer_free(&text);
}

const char *
history_last_name(struct arena *arena, const char *state)
{
	return json_file_text(
	    arena, file_join(arena, state, "last-run.json"), LARGEST, "name");
}

void
history_write_instant(
    struct json_writer *json, struct arena *arena, const char *key, int64_t instant)
{
	json_member(json, key, instant == 0 ? NULL : clock_instant_text(arena, instant));
}

bool
history_write(struct arena *arena, const char *state, const char *name,
    const struct history *history)
{
	struct json_writer *json;
	struct buffer text;
	bool done;

	buffer_init(&text, 0);
	json = json_writer_new(&text, true);
	json_write_object(json);
	json_member_integer(json, "schema", 1);
	history_write_instant(json, arena, "complete_at", history->complete_at);
	json_member(json, "complete", history->complete);
	json_member(json, "lacking", history->lacking);
	history_write_instant(json, arena, "lacking_since", history->lacking_since);
	json_write_object_end(json);
	json_writer_free(json);
	buffer_char(&text, '\n');
	done = file_replace(
	    history_path(arena, state, name), text.bytes, text.length, 0644);
	buffer_free(&text);
	return done;
}

static const char *
with(struct arena *arena, const char *words, const char *more)
{
	return words == NULL ? more : arena_printf(arena, "%s, %s", words, more);
}

/*
 * Which sources and lists, not what they said: who is down says now this, now
 * that, and is then left alone for a while.
 */
static const char *
lacking_words(const struct story *story)
{
	const struct derived *derived = &story->derived;
	const struct reading *reading = &story->reading;
	struct arena *arena = story->session->arena;
	const char *words = NULL;

	for (size_t i = 0; i < derived->source_count; i++)
		if (derived->sources[i].lacks)
			words = with(arena, words, derived->sources[i].source->name);
	for (size_t l = 0; l < reading->list_count; l++)
		if (reading->arrivals[l].way == LIST_COPY)
			words = with(arena, words,
			    arena_printf(arena, "list %s", reading->lists[l].name));
	return words;
}

bool
history_update(struct history *history, const struct story *story, int status)
{
	const char *lacking = lacking_words(story);
	const char *folder = story->derived.release.folder;

	/* What was once is no news of what is. */
	if (story->session->settings->as_of != INT64_MAX)
		return false;
	if (status == STATUS_COMPLETE && folder != NULL) {
		history->complete_at = clock_now();
		history->complete = file_name(folder);
		history->lacking = NULL;
	}
	if (status != STATUS_PARTIAL)
		return status == STATUS_COMPLETE;
	history->lacks_again = history->lacking != NULL &&
	    strcmp(history->lacking, lacking) == 0;
	if (!history->lacks_again)
		history->lacking_since = clock_now();
	history->lacking = lacking;
	return true;
}
