/*
 * An arena in; less of its spool in memory out.  Its pages go back to the
 * kernel, which keeps what they say and brings it again when it is touched.
 */
#include <string.h>
#include <unistd.h>

#include "base/arena_inside.h"

#define IN_ORDER_TURNS  4096
#define SCATTERED_TURNS 512
#define PIECE_BYTES     ((size_t)8 << 20)

size_t
arena_spooled_bytes(size_t size)
{
	size_t page = (size_t)sysconf(_SC_PAGESIZE);

	return (BLOCK_HEADER + size + page - 1) / page * page;
}

void
arena_rest(struct arena *arena)
{
	/* So little may stay. */
	if (spool_bytes() <= ARENA_SPOOL_STAYS)
		return;
	for (struct block *block = arena->blocks, *next; block != NULL; block = next) {
		next = block->next;
		if (block->spooled)
			spool_rest(block, arena_spooled_bytes(block->size));
	}
}

void
arena_rest_at(struct arena *arena, size_t turn)
{
	if (turn % IN_ORDER_TURNS == IN_ORDER_TURNS - 1)
		arena_rest(arena);
}

void
arena_rest_scattered_at(struct arena *arena, size_t turn)
{
	if (turn % SCATTERED_TURNS == SCATTERED_TURNS - 1)
		arena_rest(arena);
}

void
arena_copy_resting(struct arena *arena, void *to, const void *from, size_t size)
{
	char *out = to;
	const char *in = from;

	while (size > PIECE_BYTES) {
		memcpy(out, in, PIECE_BYTES);
		out += PIECE_BYTES;
		in += PIECE_BYTES;
		size -= PIECE_BYTES;
		arena_rest(arena);
	}
	memcpy(out, in, size);
}
