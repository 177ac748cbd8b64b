/* Any text as a URL or id: what comes out is canonical, so it is final. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "identify/identify.h"

int LLVMFuzzerTestOneInput(const uint8_t *, size_t);

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
	struct arena *arena = arena_new();
	char *text = text_to_utf8(arena, (const char *)bytes, length);
	struct identifier ids[8], again;
	size_t count = identify_url(arena, text, ids, 8);

	for (size_t i = 0; i < count; i++) {
		const char *written = identifier_text(arena, ids[i]);
		if (!identifier_parse(arena, written, &again)
		    || !identifier_equal(ids[i], again))
			abort();
	}
	identify_text(arena, text, &again);
	arena_free(arena);
	return 0;
}
