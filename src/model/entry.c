/* Words for roles and flags; the place of an entry as people write it. */
#include "model/entry.h"

#include <string.h>

#include "base/arena.h"

const char *const entry_roles[] = { [LINK_PAPER] = "paper",
	[LINK_CODE] = "code",
	[LINK_MODEL] = "model",
	[LINK_DATASET] = "dataset",
	[LINK_SPACE] = "space",
	[LINK_DATABASE] = "database",
	[LINK_WEBSITE] = "website",
	[LINK_LEADERBOARD] = "leaderboard",
	[LINK_PROJECT] = "project",
	[LINK_BLOG] = "blog",
	[LINK_PLATFORM] = "platform",
	[LINK_VIDEO] = "video",
	[LINK_BADGE] = "badge",
	[LINK_BADGE_TARGET] = "badge-link",
	[LINK_OTHER] = "other",
	NULL };

const char *
entry_flag_name(enum entry_flag flag)
{
	/* In the order of the bits. */
	static const char *const names[] = { "damaged-text", "malformed-link",
		"merged-row", "placeholder-id", "label-target", "url-as-label",
		"not-one-artifact", "bad-identifier", "not-utf8", "link-detour" };

	return names[__builtin_ctz(flag)];
}

bool
entry_has_line(const struct entry *entry, unsigned line)
{
	unsigned last = entry->line;

	/* Up to the next entry's, or as much of it as is at hand. */
	for (size_t i = 0; i + 1 < entry->row_length && last < line; i++)
		last += entry->row[i] == '\n';
	return line >= entry->line && line <= last;
}

char *
entry_place(struct arena *arena, const struct entry *entry)
{
	if (entry->parts > 1)
		return arena_printf(
		    arena, "%s:%u.%u", entry->list, entry->line, entry->part);
	return arena_printf(arena, "%s:%u", entry->list, entry->line);
}

const struct entry *
entry_as_read(const struct entry *entry)
{
	return entry->as_read != NULL ? entry->as_read : entry;
}

char *
entry_key(struct arena *arena, const char *list, const char *title)
{
	return arena_join(arena, "entry:", list, "\n", title, NULL);
}

int
entry_compare(const struct entry *a, const struct entry *b)
{
	int order = strcmp(a->list, b->list);

	if (order == 0)
		order = (a->line > b->line) - (a->line < b->line);
	if (order == 0)
		order = (a->part > b->part) - (a->part < b->part);
	return order != 0 ? order : strcmp(a->title, b->title);
}
