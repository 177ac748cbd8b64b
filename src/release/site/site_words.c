/* A word enters, the number by which rows name it leaves. */
#include "base/arena.h"
#include "base/strmap.h"
#include "release/site/site.h"

size_t
site_number(struct site *site, struct site_words *words, const char *word)
{
	size_t *known;

	if (words->map == NULL)
		words->map = strmap_new();
	known = strmap_get(words->map, word);
	if (known != NULL)
		return *known;
	words->v = arena_push(site->arena, words->v, words->count, sizeof *words->v);
	words->v[words->count] = arena_text(site->arena, word);
	known = arena_alloc(site->arena, sizeof *known);
	*known = words->count++;
	strmap_put(words->map, word, known);
	return *known;
}
