/* Works enter; what is theirs for life leaves: a citation key, what the cache knows them by. */
#include <string.h>

#include "base/arena.h"
#include "base/strmap.h"
#include "derive/inside.h"

/*
 * A key nobody has: as registered, else the plain one, else with a letter.
 * `used` holds, for each plain key, how often it was wanted.
 */
const char *
derive_citation_key(struct maker *maker, struct arena *arena, struct strmap *used,
    const struct registered *registered, const struct record *record)
{
	const char *plain, *key;

	if (registered->citation_key != NULL)
		return registered->citation_key;
	key = plain = merge_citation_key(arena, record);
	for (size_t *wanted = strmap_get(used, plain); strmap_get(used, key) != NULL;
	     ++*wanted)
		key = *wanted < 26
		    ? arena_printf(arena, "%s%c", plain, (int)('a' + *wanted))
		    : arena_printf(arena, "%s%zu", plain, *wanted);
	strmap_put(used, key, arena_alloc(maker->arena, sizeof(size_t)));
	return key;
}

/* What the registry of the cache is to know after this release. */
void
derive_register(struct cache *cache, struct arena *scratch, const struct record *record)
{
	struct registered registered = { record->id, record->citation_key,
		record->first_seen };

	cache_register(cache, record->id, &registered);
	/* What goes by no identifier of its own goes by its rows. */
	for (size_t i = 0; i < record->mention_count &&
	     (strncmp(record->id, "url:", 4) == 0 ||
		 strncmp(record->id, "list:", 5) == 0);
	     i++)
		cache_register(cache,
		    entry_key(
			scratch, record->mentions[i]->list, record->mentions[i]->title),
		    &registered);
	for (size_t i = 0; i < record->id_count; i++)
		if (!record_id_is_refused(record->ids[i].status) &&
		    !record->ids[i].shared)
			cache_register(cache, identifier_key(scratch, record->ids[i].id),
			    &registered);
}
