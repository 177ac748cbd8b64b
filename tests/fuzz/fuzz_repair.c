/*
 * Any text: repairing twice equals repairing once, keeps its lines and leaves
 * ASCII alone; folding twice equals folding once.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/text.h"
#include "list/words/repair.h"

int LLVMFuzzerTestOneInput(const uint8_t *, size_t);

static size_t
lines_of(const char *bytes, size_t length)
{
	size_t lines = 0;

	for (size_t i = 0; i < length; i++)
		lines += bytes[i] == '\n';
	return lines;
}

static void
demand_repair(struct arena *arena, const char *text, size_t length)
{
	struct buffer once, twice;
	struct line_set damaged = { 0 }, again = { 0 };
	bool ascii = true;

	for (size_t i = 0; i < length; i++)
		ascii &= (text[i] & 0x80) == 0;
	buffer_init(&once, 0);
	buffer_init(&twice, 0);
	if (repair_text(arena, text, length, &once, &damaged)) {
		if (ascii || damaged.count == 0 ||
		    lines_of(once.bytes, once.length) != lines_of(text, length) ||
		    !text_is_utf8(once.bytes, once.length) ||
		    repair_text(arena, once.bytes, once.length, &twice, &again))
			abort();
	}
	buffer_free(&once);
	buffer_free(&twice);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
	struct arena *arena = arena_new();
	char *text = text_to_utf8(arena, (const char *)bytes, length), *folded;

	demand_repair(arena, text, strlen(text));
	folded = text_fold(arena, text);
	if (strcmp(text_fold(arena, folded), folded) != 0)
		abort();
	arena_free(arena);
	return 0;
}
