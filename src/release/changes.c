/* Records and their predecessors enter, what has changed leaves. */
#include "release/changes.h"

#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/json.h"
#include "base/text.h"
#include "release/facts.h"
#include "release/predecessor.h"

#define SHOWN 60 /* columns of an old or new value */

const char *const changes_words[] = { NULL, "added", "changed", "counted", "removed" };

void
changes_init(struct changes *c, struct arena *arena, const struct predecessor *previous)
{
	memset(c, 0, sizeof *c);
	c->arena = arena;
	c->previous = previous;
	if (previous != NULL)
		c->seen = arena_alloc(arena, previous->index.prior_count + 1);
}

static void
add_change(struct changes *c, struct change_list *list, const char *id, const char *title,
    const char *words)
{
	if (list->count < CHANGES_EXAMPLES) {
		list->v[list->count].id = arena_text(c->arena, id);
		list->v[list->count].title = arena_text(c->arena, title);
		list->v[list->count].words = arena_text(c->arena, words);
	}
	list->count++;
}

static const char *
value_text(struct arena *arena, const struct buffer *value)
{
	if (value->length == 0)
		return "unknown";
	return text_shorten(arena, value->bytes, SHOWN);
}

/* Field by field; what differs, in words. */
static const char *
compare(struct changes *c, struct arena *arena, const struct record *r,
    const struct json *line)
{
	struct buffer before, now;
	const char *words = NULL;

	buffer_init(&before, 0);
	buffer_init(&now, 0);
	for (enum watch w = 0; w < WATCHES; w++) {
		buffer_clear(&before);
		buffer_clear(&now);
		watch_line(w, line, &before);
		watch_record(w, r, &now);
		if (before.length == now.length &&
		    (now.length == 0 || memcmp(before.bytes, now.bytes, now.length) == 0))
			continue;
		c->by_field[w]++;
		words = arena_printf(arena, "%s%s%s: %s → %s", words == NULL ? "" : words,
		    words == NULL ? "" : "; ", watch_name(w), value_text(arena, &before),
		    value_text(arena, &now));
	}
	buffer_free(&before);
	buffer_free(&now);
	add_change(c, &c->changed, r->id, facts_title(r), words);
	return words;
}

/* All priors that the record continues; the first is compared with. */
static size_t
mark_priors(struct changes *c, const struct record *r)
{
	struct arena *arena = arena_new();
	size_t first = predecessor_find(c->previous, r->id), prior;

	if (first != SIZE_MAX && c->seen[first])
		first = SIZE_MAX;
	if (first != SIZE_MAX)
		c->seen[first] = 1;
	for (size_t i = 0; i < r->id_count; i++) {
		if (record_id_is_refused(r->ids[i].status))
			continue;
		prior = predecessor_find(
		    c->previous, identifier_key(arena, r->ids[i].id));
		if (prior == SIZE_MAX || c->seen[prior])
			continue;
		c->seen[prior] = 1;
		if (first == SIZE_MAX)
			first = prior;
	}
	arena_free(arena);
	return first;
}

void
changes_add(struct changes *c, struct arena *arena, const struct record *r,
    uint64_t print, struct change_told *told)
{
	const struct prior *prior;
	const struct json *line;
	size_t found;

	*told = (struct change_told){ CHANGE_NONE, NULL, -1 };
	if (c->previous == NULL)
		return;
	found = mark_priors(c, r);
	if (found == SIZE_MAX) {
		told->what = CHANGE_ADDED;
		add_change(c, &c->added, r->id, facts_title(r), NULL);
		return;
	}
	prior = &c->previous->index.priors[found];
	told->cited_before = prior->cited;
	if (r->cited_by_count != prior->cited)
		told->what = CHANGE_COUNTED;
	if (print == prior->print) {
		c->counts_only += told->what == CHANGE_COUNTED;
		return;
	}
	line = predecessor_line(c->previous, arena, found);
	if (line == NULL)
		return;
	told->words = compare(c, arena, r, line);
	told->what = CHANGE_CHANGED;
}

const char *
changes_removed(const struct changes *c, size_t *at, int64_t *cited)
{
	const struct prior *prior;

	while (c->previous != NULL && *at < c->previous->index.prior_count) {
		prior = &c->previous->index.priors[*at];
		if (c->seen[(*at)++])
			continue;
		*cited = prior->cited;
		return prior->registered.id;
	}
	return NULL;
}

void
changes_finish(struct changes *c)
{
	struct arena *arena;

	if (c->previous == NULL)
		return;
	arena = arena_new();
	for (size_t i = 0; i < c->previous->index.prior_count; i++) {
		const char *title = NULL;

		if (c->seen[i])
			continue;
		if (c->removed.count < CHANGES_EXAMPLES)
			title = json_string(
			    json_get(predecessor_line(c->previous, arena, i), "title"));
		add_change(c, &c->removed, c->previous->index.priors[i].registered.id,
		    title, NULL);
		arena_reset(arena);
	}
	arena_free(arena);
}
