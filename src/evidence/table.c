/*
 * Hashes and things in, the things under a hash out.  Open addressing, 16
 * bytes a slot: the things themselves may lie in a spool.
 */
#include <stdlib.h>

#include "base/log.h"
#include "evidence/inside.h"

enum { FIRST_SIZE = 1024 };

/* FNV-1a, and its bits mixed: slots are taken by the lower ones. */
uint64_t
table_hash(uint64_t hash, const void *bytes, size_t length)
{
	const unsigned char *at = bytes;

	for (size_t i = 0; i < length; i++)
		hash = (hash ^ at[i]) * 1099511628211u;
	return hash ^ hash >> 29;
}

void *
table_next(const struct table *table, uint64_t hash, size_t *at)
{
	while (table->size > 0) {
		const struct table_slot *slot =
		    &table->v[(hash + (*at)++) & (table->size - 1)];
		if (slot->thing == NULL)
			break;
		if (slot->hash == hash)
			return slot->thing;
	}
	return NULL;
}

static void
place(struct table *table, uint64_t hash, void *thing)
{
	size_t at = hash & (table->size - 1);

	while (table->v[at].thing != NULL)
		at = (at + 1) & (table->size - 1);
	table->v[at] = (struct table_slot){ hash, thing };
}

static void
grow(struct table *table)
{
	struct table larger = { .size = table->size > 0 ? table->size * 2 : FIRST_SIZE,
		.count = table->count };

	larger.v = calloc(larger.size, sizeof *larger.v);
	if (larger.v == NULL)
		log_fatal(71, "out of memory (%zu slots)", larger.size);
	for (size_t i = 0; i < table->size; i++)
		if (table->v[i].thing != NULL)
			place(&larger, table->v[i].hash, table->v[i].thing);
	free(table->v);
	*table = larger;
}

void
table_add(struct table *table, uint64_t hash, void *thing)
{
	if (table->count * 3 >= table->size * 2)
		grow(table);
	place(table, hash, thing);
	table->count++;
}

void
table_clear(struct table *table)
{
	free(table->v);
	*table = (struct table){ .v = NULL };
}
