/* Any bytes as a list: no crash, lines inside the file, repair is final. */
#include <stdint.h>
#include <stdlib.h>

#include "base/arena.h"
#include "identify/identify.h"
#include "list/list.h"
#include "model/entry.h"

int LLVMFuzzerTestOneInput(const uint8_t *, size_t);

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
	struct arena *arena = arena_new();
	const char *reason;
	struct list list;

	if (list_read(arena, "fuzz", "fuzz", (const char *)bytes, length, &list,
	        &reason)) {
		identify_list(arena, &list);
		for (size_t i = 0; i < list.entry_count; i++) {
			const struct entry *entry = &list.entries[i];
			if (entry->line == 0 || entry->line > list.lines
			    || entry->title == NULL || *entry->title == '\0')
				abort();
		}
	}
	arena_free(arena);
	return 0;
}
