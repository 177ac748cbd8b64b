/* Words for roles and flags; the place of an entry as people write it. */
#include "model/entry.h"

#include <assert.h>
#include <string.h>

#include "base/arena.h"

const char *
entry_role_name(enum link_role role)
{
	switch (role) {
	case LINK_PAPER:
		return "paper";
	case LINK_CODE:
		return "code";
	case LINK_MODEL:
		return "model";
	case LINK_DATASET:
		return "dataset";
	case LINK_SPACE:
		return "space";
	case LINK_DATABASE:
		return "database";
	case LINK_WEBSITE:
		return "website";
	case LINK_LEADERBOARD:
		return "leaderboard";
	case LINK_PROJECT:
		return "project";
	case LINK_BLOG:
		return "blog";
	case LINK_PLATFORM:
		return "platform";
	case LINK_VIDEO:
		return "video";
	case LINK_BADGE:
		return "badge";
	case LINK_BADGE_TARGET:
		return "badge-link";
	case LINK_OTHER:
		return "other";
	case LINK_ROLES:
		break;
	}
	assert(!"a role");
	return "other";
}

const char *
entry_flag_name(enum entry_flag flag)
{
	switch (flag) {
	case FLAG_DAMAGED_TEXT:
		return "damaged-text";
	case FLAG_MALFORMED_LINK:
		return "malformed-link";
	case FLAG_MERGED_ROW:
		return "merged-row";
	case FLAG_PLACEHOLDER_ID:
		return "placeholder-id";
	case FLAG_LABEL_TARGET:
		return "label-target";
	case FLAG_URL_AS_LABEL:
		return "url-as-label";
	case FLAG_NOT_ONE_ARTIFACT:
		return "not-one-artifact";
	case FLAG_BAD_IDENTIFIER:
		return "bad-identifier";
	}
	assert(!"one flag");
	return "";
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
