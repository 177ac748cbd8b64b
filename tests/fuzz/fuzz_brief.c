/* Any bytes as a brief: refused, or exactly what encoding writes. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "model/brief.h"

int LLVMFuzzerTestOneInput(const uint8_t *, size_t);

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
	struct arena *arena = arena_new();
	struct buffer again;
	struct brief brief;

	buffer_init(&again, 0);
	if (brief_decode(arena, (const char *)bytes, length, &brief)) {
		brief_encode(&brief, &again);
		if (again.length != length || memcmp(again.bytes, bytes, length) != 0)
			abort();
	}
	/* A few times the input, whatever it claims to hold. */
	if (arena_used(arena) > 64 * length + 4096)
		abort();
	buffer_free(&again);
	arena_free(arena);
	return 0;
}
