/* Works and what the release before said of them enter, what has changed leaves. */
#include "release/changes/changes.h"

#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/json.h"
#include "base/text.h"
#include "release/predecessor/known.h"

#define SHOWN 60 /* columns of an old or new value */

const char *const changes_words[] = { NULL, "added", "changed", "counted", "removed" };

void
changes_init(struct changes *c, struct arena *arena, const struct predecessor *previous,
    size_t most)
{
	memset(c, 0, sizeof *c);
	c->arena = arena;
	c->previous = previous;
	c->most = most;
	if (previous != NULL)
		c->seen = arena_alloc(arena, previous->index.prior_count + 1);
}

static void
keep(struct changes *c, enum change_kind kind, const struct edition *e,
    const struct change *change)
{
	struct change_list *list = &c->kinds[kind];
	struct change *kept;

	list->count++;
	if (list->told == c->most)
		return;
	list->v = arena_push(c->arena, list->v, list->told, sizeof *list->v);
	kept = &list->v[list->told++];
	*kept = *change;
	kept->id = arena_text(c->arena, edition_id(e));
	kept->title = arena_text(c->arena, edition_title(e));
	kept->place = edition_place(c->arena, e);
	kept->words = arena_text(c->arena, change->words);
}

static const char *
value_text(struct arena *arena, const struct buffer *value)
{
	if (value->length == 0)
		return "unknown";
	return text_shorten(arena, value->bytes, SHOWN);
}

/* Field by field; what differs, in words, NULL: nothing; of which kind the most
 * telling is. */
static const char *
compare(struct changes *c, struct arena *arena, const struct edition *e,
    const struct json *line, enum change_kind *kind)
{
	const struct edition old = { NULL, line };
	struct buffer before, now;
	const char *words = NULL;

	*kind = CHANGES_OTHER;
	buffer_init(&before, 0);
	buffer_init(&now, 0);
	for (enum watch w = 0; w < WATCHES; w++) {
		enum change_kind this;

		buffer_clear(&before);
		buffer_clear(&now);
		edition_watch(&old, w, &before);
		edition_watch(e, w, &now);
		if (before.length == now.length &&
		    (now.length == 0 || memcmp(before.bytes, now.bytes, now.length) == 0))
			continue;
		c->by_field[w]++;
		this = changes_kind(w, before.length > 0 ? before.bytes : "",
		    now.length > 0 ? now.bytes : "");
		*kind = this < *kind ? this : *kind;
		words = arena_printf(arena, "%s%s%s: %s → %s", words == NULL ? "" : words,
		    words == NULL ? "" : "; ", watch_name(w), value_text(arena, &before),
		    value_text(arena, &now));
	}
	buffer_free(&before);
	buffer_free(&now);
	return words;
}

/* All priors that the work continues; the first is compared with. */
static size_t
mark_priors(struct changes *c, const struct edition *e)
{
	struct arena *arena = arena_new();
	size_t first = predecessor_find(c->previous, edition_id(e)), prior;
	const char *key;

	if (first != SIZE_MAX && c->seen[first])
		first = SIZE_MAX;
	if (first != SIZE_MAX)
		c->seen[first] = 1;
	for (size_t i = 0; (key = edition_key(arena, e, i)) != NULL; i++) {
		prior = *key == '\0' ? SIZE_MAX : predecessor_find(c->previous, key);
		if (prior == SIZE_MAX || c->seen[prior])
			continue;
		c->seen[prior] = 1;
		if (first == SIZE_MAX)
			first = prior;
	}
	arena_free(arena);
	return first;
}

/* By a fifth, and ten or more. */
static void
add_move(struct changes *c, struct arena *arena, const struct edition *e,
    struct history_move move)
{
	struct change change = { .before = move.before, .now = move.now };
	int64_t by = move.now - move.before;

	if (move.before < 0 || move.now < 0 || (by < 10 && by > -10) ||
	    (by < 0 ? -by : by) * 5 < move.before)
		return;
	change.words = arena_printf(
	    arena, "%lld → %lld", (long long)move.before, (long long)move.now);
	keep(c, CHANGES_MOVED, e, &change);
}

void
changes_add(struct changes *c, struct arena *arena, const struct edition *e,
    uint64_t print, struct history_move move, struct change_told *told)
{
	const struct json *line;
	const struct prior *prior;
	enum change_kind kind;
	const char *source;
	size_t found;

	*told = (struct change_told){ CHANGE_NONE, NULL, -1 };
	if (c->previous == NULL)
		return;
	found = mark_priors(c, e);
	if (found == SIZE_MAX) {
		told->what = CHANGE_ADDED;
		keep(c, CHANGES_ADDED, e, &(struct change){ .words = NULL });
		return;
	}
	add_move(c, arena, e, move);
	prior = &c->previous->index.priors[found];
	told->cited_before = prior->cited;
	if (edition_cited(e, &source) != prior->cited) {
		told->what = CHANGE_COUNTED;
		c->counts++;
	}
	line = print == prior->print ? NULL : predecessor_line(c->previous, arena, found);
	told->words = line == NULL ? NULL : compare(c, arena, e, line, &kind);
	if (told->words == NULL) {
		c->counts_only += told->what == CHANGE_COUNTED;
		return;
	}
	told->what = CHANGE_CHANGED;
	keep(c, kind, e, &(struct change){ .words = told->words });
}

void
changes_same(struct changes *c)
{
	memset(c->seen, 1, c->previous->index.prior_count);
}

void
changes_add_finding(struct changes *c, enum finding_state state)
{
	c->findings[state]++;
}

size_t
changes_count(const struct changes *c)
{
	size_t count = 0;

	for (enum change_kind kind = CHANGES_RETRACTED; kind <= CHANGES_OTHER; kind++)
		count += c->kinds[kind].count;
	return count;
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
		struct edition e = { NULL, NULL };

		if (c->seen[i])
			continue;
		if (c->kinds[CHANGES_REMOVED].told < c->most)
			e.line = predecessor_line(c->previous, arena, i);
		if (e.line != NULL)
			keep(c, CHANGES_REMOVED, &e, &(struct change){ .words = NULL });
		else
			c->kinds[CHANGES_REMOVED].count++;
		arena_reset(arena);
	}
	arena_free(arena);
}
