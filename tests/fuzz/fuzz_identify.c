/* Any text as a URL or id: what comes out is canonical, so it is final. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "identify/identify.h"

int LLVMFuzzerTestOneInput(const uint8_t *, size_t);

static void
must_read_back(struct arena *arena, struct identifier id)
{
	const char *written = identifier_text(arena, id);
	struct identifier again;

	if (!text_is_utf8(id.value, strlen(id.value)) ||
	    !identifier_parse(arena, written, &again) || again.kind != id.kind ||
	    strcmp(again.value, id.value) != 0)
		abort();
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
	struct arena *arena = arena_new();
	char *text = text_to_utf8(arena, (const char *)bytes, length);
	struct identifier ids[8], typed;
	size_t count = identify_url(arena, text, ids, 8);

	for (size_t i = 0; i < count; i++)
		must_read_back(arena, ids[i]);
	if (identify_text(arena, text, &typed))
		must_read_back(arena, typed);
	arena_free(arena);
	return 0;
}
