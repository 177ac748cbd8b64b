/* Any bytes as a list of some kind: no crash, lines inside the file, a title or at
 * least a link there, and UTF-8 whole. */
#pragma once

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "identify/identify.h"
#include "list/list.h"
#include "model/entry.h"

int LLVMFuzzerTestOneInput(const uint8_t *, size_t);

static void
demand(const struct list *list, const struct entry *entry)
{
	if (entry->line == 0 || entry->line > list->lines || entry->title == NULL ||
	    (*entry->title == '\0' && entry->link_count == 0) ||
	    !text_is_utf8(entry->title, strlen(entry->title)) ||
	    (entry->authors != NULL &&
		!text_is_utf8(entry->authors, strlen(entry->authors))))
		abort();
}

static void
read_list(const char *source, const uint8_t *bytes, size_t length)
{
	struct arena *arena = arena_new();
	const char *reason = NULL;
	struct list list;

	if (list_read(
		arena, "fuzz", source, (const char *)bytes, length, &list, &reason)) {
		identify_list(arena, &list);
		for (size_t i = 0; i < list.entry_count; i++)
			demand(&list, &list.entries[i]);
		if (list.broken > 0 &&
		    (list.broken_line == 0 || list.broken_line > list.lines ||
			list.broken_why == NULL))
			abort();
	} else if (reason == NULL) {
		abort();
	}
	arena_free(arena);
}
