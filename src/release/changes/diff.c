/*
 * Two releases enter, folders or archives; what became of the works from the one to
 * the other leaves, as CHANGES.md tells it.
 */
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/file.h"
#include "base/strmap.h"
#include "release/archive/unpack.h"
#include "release/changes/changes.h"
#include "release/predecessor/known.h"

struct side {
	const char *folder;
	bool unpacked;
	struct predecessor *release;
	struct history history;
};

static void
close_side(struct side *side)
{
	history_close(&side->history);
	predecessor_close(side->release);
	if (side->unpacked)
		file_remove_temporary(side->folder);
}

static bool
open_side(struct side *side, struct arena *arena, const char *path, const char **words)
{
	const struct release_settings settings = { .folder = "", .name = "" };
	const char *reason = NULL;

	side->folder = unpack_open(arena, path, &side->unpacked, &reason);
	if (side->folder == NULL) {
		*words = arena_printf(arena, "%s: %s", path, reason);
		return false;
	}
	side->release = predecessor_open(&settings, side->folder, NULL, &reason);
	if (side->release == NULL) {
		/* What it calls by its folder's name, of which nobody knows. */
		reason = reason != NULL && side->unpacked &&
			strlen(reason) > strlen(side->folder)
		    ? reason + strlen(side->folder) + 2
		    : reason;
		*words = side->unpacked ? arena_printf(arena, "%s: %s", path, reason)
					: arena_text(arena, reason);
		close_side(side);
		return false;
	}
	history_open(&side->history, arena, side->folder);
	return true;
}

/* Without histories: by the lines, where the same source counted. */
static struct history_move
move_by_lines(const struct side *old, struct arena *arena, const struct edition *now)
{
	struct history_move move = { -1, -1 };
	size_t prior = predecessor_find(old->release, edition_id(now));
	struct edition before = { NULL, NULL };
	const char *source, *source_before;
	int64_t count;

	if (prior == SIZE_MAX)
		return move;
	before.line = predecessor_line(old->release, arena, prior);
	count = edition_cited(&before, &source_before);
	move.now = edition_cited(now, &source);
	if (source != NULL && source_before != NULL && strcmp(source, source_before) == 0)
		move.before = count;
	return move;
}

static struct history_move
move_of(
    struct side *old, struct side *new, struct arena *arena, const struct edition *now)
{
	struct history_last before, after;

	if (old->history.before == NULL || new->history.before == NULL)
		return move_by_lines(old, arena, now);
	before = history_last(&old->history, arena, edition_id(now));
	after = history_last(&new->history, arena, edition_id(now));
	return (struct history_move){ before.source != NULL && after.source != NULL &&
			strcmp(before.source, after.source) == 0
		    ? before.count
		    : -1,
		after.source != NULL ? after.count : -1 };
}

static void
compare_findings(
    struct changes *changes, const struct predecessor *old, const struct predecessor *new)
{
	for (size_t i = 0; i < new->findings.count; i++) {
		const struct finding *f = &new->findings.v[i];

		changes_add_finding(changes,
		    f->state == FINDING_ACCEPTED                   ? FINDING_ACCEPTED
			: predecessor_finding(old, f->key) != NULL ? FINDING_OPEN
								   : FINDING_NEW);
	}
	for (size_t i = 0; i < old->findings.count; i++)
		if (strmap_get(new->by_key, old->findings.v[i].key) == NULL)
			changes_add_finding(changes, FINDING_GONE);
}

static void
compare(struct changes *changes, struct side *old, struct side *new)
{
	struct arena *scratch = arena_new();

	for (size_t i = 0; i < new->release->index.prior_count; i++) {
		struct edition now = { NULL, predecessor_line(new->release, scratch, i) };
		struct change_told told;

		if (now.line != NULL)
			changes_add(changes, scratch, &now,
			    new->release->index.priors[i].print,
			    move_of(old, new, scratch, &now), &told);
		arena_reset(scratch);
	}
	compare_findings(changes, old->release, new->release);
	changes_finish(changes);
	arena_free(scratch);
}

/* "demo-2026.11.21" → "2026.11.21", 2026-11-21 */
static struct changes_head
head_of(struct arena *arena, const char *identity)
{
	const char *version = strrchr(identity, '-') + 1;
	unsigned year = 0, month = 0, day = 0;

	sscanf(version, "%4u.%2u.%2u", &year, &month, &day);
	return (struct changes_head){ version,
		arena_printf(arena, "%04u-%02u-%02u", year, month, day), identity };
}

bool
release_diff(struct arena *arena, const char *old_path, const char *new_path,
    enum release_diff_form form, struct buffer *out, const char **words)
{
	struct side old = { 0 }, new = { 0 };
	struct changes_head head;
	struct changes changes;

	if (!open_side(&old, arena, old_path, words))
		return false;
	if (!open_side(&new, arena, new_path, words)) {
		close_side(&old);
		return false;
	}
	changes_init(&changes, arena, old.release,
	    form == RELEASE_DIFF_MARKDOWN ? CHANGES_TOLD : SIZE_MAX);
	compare(&changes, &old, &new);
	head = head_of(arena, new.release->identity);
	switch (form) {
	case RELEASE_DIFF_MARKDOWN:
		changes_write(&changes, &head, out);
		break;
	case RELEASE_DIFF_JSON:
		changes_json(&changes, &head, out);
		break;
	case RELEASE_DIFF_TEXT:
		changes_print(&changes, &head, out);
		break;
	}
	close_side(&old);
	close_side(&new);
	return true;
}
