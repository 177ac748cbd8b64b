/*
 * Sizes in, zeroed memory out, from large blocks.  Under AddressSanitizer each
 * object is one malloc, so that it sees every overrun and use after reset.
 */
#include "base/arena.h"

#include <assert.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/arena_inside.h"
#include "base/log.h"
#include "base/spool.h"

#if defined(__SANITIZE_ADDRESS__)
#define ONE_EACH 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define ONE_EACH 1
#endif
#endif
#ifndef ONE_EACH
#define ONE_EACH 0
#endif

#define BLOCK_BYTES     ((size_t)64 * 1024)
#define MEMORY_LEAST    ((size_t)16 << 20) /* of all arenas, before any spools … */
#define MEMORY_MOST     ((size_t)128 << 20)
#define MEMORY_SHARE    64 /* … and that part of the machine's between them */
#define KEPT_BLOCKS     64 /* of one that stays in memory, when it is reset */
#define SPOOL_AFTER     ((size_t)1 << 20)   /* bytes of its own, before one does */
#define SPOOL_BYTES     ((size_t)256 << 10) /* of a block there, at least */
#define SPOOL_MOST      ((size_t)32 << 20)
#define SPOOL_SHARE     8  /* of what is there already, in one block */
#define PUSH_FIRST      4  /* elements of an array that was just begun */
#define EX_OSERR_STATUS 71 /* sysexits EX_OSERR */

/* In blocks that are not spooled.  A new page of a file costs ten times one of
 * memory, so small runs have none. */
static atomic_size_t in_memory;

static void *
allocate(size_t size)
{
	void *memory = malloc(size);

	if (memory == NULL)
		log_fatal(EX_OSERR_STATUS, "out of memory (%zu bytes)", size);
	return memory;
}

static char *
block_bytes(struct block *block)
{
	return (char *)block + BLOCK_HEADER;
}

size_t
arena_memory_share(void)
{
	static atomic_size_t known;
	size_t share = atomic_load_explicit(&known, memory_order_relaxed);
	long pages = share == 0 ? sysconf(_SC_PHYS_PAGES) : 0;

	if (share > 0)
		return share;
	if (pages > 0)
		share = (size_t)pages / MEMORY_SHARE * (size_t)sysconf(_SC_PAGESIZE);
	if (share < MEMORY_LEAST)
		share = MEMORY_LEAST;
	if (share > MEMORY_MOST)
		share = MEMORY_MOST;
	atomic_store_explicit(&known, share, memory_order_relaxed);
	return share;
}

static bool
is_large(const struct arena *arena)
{
	return !ONE_EACH && !arena->in_memory && arena->used > SPOOL_AFTER &&
	    atomic_load_explicit(&in_memory, memory_order_relaxed) > arena_memory_share();
}

static struct block *
block_new(struct arena *arena, size_t size)
{
	struct block *block = arena->spare;
	bool spooled;

	if (block != NULL && size == BLOCK_BYTES) {
		arena->spare = block->next;
		arena->spares--;
		*block = (struct block){ .size = size };
		return block;
	}
	block = NULL;
	if (is_large(arena) && size >= SPOOL_BYTES / 4)
		block = spool_take(&arena->spool, arena_spooled_bytes(size));
	spooled = block != NULL;
	if (!spooled) {
		block = allocate(BLOCK_HEADER + size);
		atomic_fetch_add_explicit(&in_memory, size, memory_order_relaxed);
	}
	*block = (struct block){ .size = size, .spooled = spooled };
	return block;
}

struct arena *
arena_new(void)
{
	struct arena *arena = allocate(sizeof *arena);

	*arena = (struct arena){ .blocks = NULL };
	spool_init(&arena->spool);
	return arena;
}

struct arena *
arena_new_in_memory(void)
{
	struct arena *arena = arena_new();

	arena->in_memory = true;
	return arena;
}

/* All but `kept` of them, which are of the usual size. */
static void
free_blocks(struct arena *arena, size_t kept)
{
	struct block *block = arena->blocks;

	for (struct block *next; block != NULL; block = next) {
		next = block->next;
		if (block->spooled) {
			spool_drop(block, arena_spooled_bytes(block->size));
		} else if (block->size == BLOCK_BYTES && arena->spares < kept) {
			block->next = arena->spare;
			arena->spare = block;
			arena->spares++;
		} else {
			atomic_fetch_sub_explicit(
			    &in_memory, block->size, memory_order_relaxed);
			free(block);
		}
	}
	arena->blocks = NULL;
	arena->used = 0;
	spool_close(&arena->spool);
}

void
arena_free(struct arena *arena)
{
	if (arena == NULL)
		return;
	free_blocks(arena, 0);
	arena->blocks = arena->spare;
	free_blocks(arena, 0);
	free(arena);
}

void
arena_reset(struct arena *arena)
{
	free_blocks(arena, ONE_EACH ? 0 : arena->in_memory ? KEPT_BLOCKS : 1);
}

static void *
take_own_block(struct arena *arena, size_t size)
{
	struct block *block = block_new(arena, size);

	block->used = size;
	/* Behind the block being filled, which may have room left. */
	if (arena->blocks == NULL) {
		arena->blocks = block;
	} else {
		block->next = arena->blocks->next;
		arena->blocks->next = block;
	}
	return block_bytes(block);
}

/*
 * Of the next block.  In the spool blocks grow with what is there: resting
 * costs a call for each, a million entries would make thousands of them.
 */
static size_t
usual_size(const struct arena *arena)
{
	size_t size = SPOOL_BYTES;

	if (!is_large(arena))
		return BLOCK_BYTES;
	while (size < SPOOL_MOST && size < arena->used / SPOOL_SHARE)
		size *= 2;
	return size - BLOCK_HEADER;
}

/* Not zeroed. */
static void *
take(struct arena *arena, size_t size)
{
	struct block *block = arena->blocks;
	void *memory;

	if (size > SIZE_MAX / 2)
		log_fatal(EX_OSERR_STATUS, "out of memory (%zu bytes)", size);
	arena->used += size;
	if (ONE_EACH)
		return take_own_block(arena, size);
	size = size == 0 ? ARENA_ALIGNMENT
			 : (size + ARENA_ALIGNMENT - 1) & ~(size_t)(ARENA_ALIGNMENT - 1);
	if (block == NULL || block->size - block->used < size) {
		size_t usual = usual_size(arena);

		if (size > usual / 4)
			return take_own_block(arena, size);
		block = block_new(arena, usual);
		block->next = arena->blocks;
		arena->blocks = block;
	}
	memory = block_bytes(block) + block->used;
	block->used += size;
	return memory;
}

/*
 * The beginning of what `take` gave is left alone.  What is too large for any
 * block but its own and lies in the spool is zero already, and touching all
 * of it would bring all of it into memory.
 */
static void *
zero_behind(void *memory, size_t kept, size_t size)
{
	const struct block *own = (const struct block *)(void *)((char *)memory -
	    BLOCK_HEADER);

	if (size <= SPOOL_MOST || !own->spooled)
		memset((char *)memory + kept, 0, size - kept);
	return memory;
}

void *
arena_alloc(struct arena *arena, size_t size)
{
	return zero_behind(take(arena, size), 0, size);
}

char *
arena_text_n(struct arena *arena, const char *bytes, size_t length)
{
	char *copy;

	if (bytes == NULL)
		return NULL;
	copy = take(arena, length + 1);
	memcpy(copy, bytes, length);
	copy[length] = '\0';
	return copy;
}

char *
arena_text(struct arena *arena, const char *text)
{
	return text == NULL ? NULL : arena_text_n(arena, text, strlen(text));
}

void *
arena_push(struct arena *arena, void *array, size_t count, size_t size)
{
	size_t capacity;
	void *grown;

	assert(size > 0);
	assert(array != NULL || count == 0);
	if (count == 0 && array == NULL)
		return arena_alloc(arena, PUSH_FIRST * size);
	/* Full only at 4, 8, 16, …: the count alone tells. */
	if (count < PUSH_FIRST || (count & (count - 1)) != 0)
		return array;
	capacity = count * 2;
	if (capacity > SIZE_MAX / 2 / size)
		log_fatal(EX_OSERR_STATUS, "out of memory (array)");
	grown = take(arena, capacity * size);
	arena_copy_resting(arena, grown, array, count * size);
	return zero_behind(grown, count * size, capacity * size);
}

size_t
arena_used(const struct arena *arena)
{
	return arena->used;
}
