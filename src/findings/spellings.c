/*
 * Lists enter; how each of them writes a venue or a licence leaves: the way it
 * has most often, of ways as frequent the first.
 */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/strmap.h"
#include "base/text.h"
#include "findings/inside.h"
#include "model/license.h"

#define LONGEST 80 /* bytes of a spelling; more is a sentence */

struct spelling {
	const char *list;
	const char *meaning; /* "venue:…" or "license:…" */
	const char *text;
	size_t count, first;
};

struct spellings {
	struct arena *arena;
	const struct list *lists;
	size_t list_count;
	bool counted;
	struct spelling **v; /* by list and meaning, the most frequent first */
	size_t count;
};

struct spellings *
spellings_new(struct arena *arena, const struct list *lists, size_t list_count)
{
	struct spellings *spellings = arena_alloc(arena, sizeof *spellings);

	*spellings = (struct spellings){
		.arena = arena, .lists = lists, .list_count = list_count
	};
	return spellings;
}

/* "NeurIPS (Oral)" says more than where. */
static bool
is_plain(struct arena *arena, const char *text)
{
	static const char *const more[] = { "oral", "spotlight", "poster", "best",
		"award", "demo", "tutorial", "review", "accepted", "submitted", "invited",
		"track", "outstanding", "highlight", "workshop", "preprint", NULL };
	char *folded = text_fold(arena, text), *next;

	if (strlen(text) > LONGEST ||
	    strpbrk(text, "()[]{}<>|*`\\\n;:0123456789") != NULL)
		return false;
	for (char *word = folded; word != NULL; word = next) {
		next = strchr(word, ' ');
		if (next != NULL)
			*next++ = '\0';
		if (text_is_one_of(word, more))
			return false;
	}
	return *folded != '\0';
}

static void
count_one(struct spellings *all, struct strmap *seen, struct arena *scratch,
    const struct entry *entry, const char *what, const char *text)
{
	struct spelling *one;
	const char *key;

	if (text == NULL)
		return;
	arena_reset(scratch);
	key = arena_join(scratch, entry->list, "\n", what, text, NULL);
	one = strmap_get(seen, key);
	if (one == NULL) {
		one = arena_alloc(all->arena, sizeof *one);
		*one = (struct spelling){ entry->list, what, text, 0, all->count };
		all->v = arena_push(all->arena, all->v, all->count, sizeof *all->v);
		all->v[all->count++] = one;
		strmap_put(seen, key, one);
	}
	one->count++;
}

/* Of what this is a spelling; NULL: of nothing that is known. */
static const char *
meaning_of(struct arena *arena, const struct spelling *one)
{
	struct venue venue;
	const char *expression = NULL;

	if (strcmp(one->meaning, "license:") == 0)
		return strlen(one->text) <= LONGEST &&
			license_read(arena, LICENSE_AS_WORDS, one->text, &expression) ==
			    LICENSE_STATED
		    ? arena_join(arena, one->meaning, expression, NULL)
		    : NULL;
	if (!is_plain(arena, one->text))
		return NULL;
	venue = venue_read(arena, one->text);
	return venue_is_real(&venue) && venue.key != NULL
	    ? arena_join(arena, one->meaning, venue.key, NULL)
	    : NULL;
}

static int
by_meaning(const void *a, const void *b)
{
	const struct spelling *left = *(struct spelling *const *)a;
	const struct spelling *right = *(struct spelling *const *)b;
	int order = strcmp(left->list, right->list);

	if (order == 0)
		order = strcmp(left->meaning, right->meaning);
	if (order != 0)
		return order;
	if (left->count != right->count)
		return left->count > right->count ? -1 : 1;
	return left->first < right->first ? -1 : left->first > right->first;
}

static void
count_all(struct spellings *all)
{
	struct strmap *seen = strmap_new();
	struct arena *scratch = arena_new();
	size_t kept = 0;

	for (size_t l = 0; l < all->list_count; l++)
		for (size_t i = 0; i < all->lists[l].entry_count; i++) {
			const struct entry *entry = &all->lists[l].entries[i];

			count_one(all, seen, scratch, entry, "venue:", entry->venue);
			count_one(all, seen, scratch, entry, "license:", entry->license);
		}
	for (size_t i = 0; i < all->count; i++) {
		arena_reset(scratch);
		all->v[kept] = all->v[i];
		all->v[kept]->meaning = arena_text(
		    all->arena, meaning_of(scratch, all->v[kept]));
		kept += all->v[kept]->meaning != NULL;
	}
	all->count = kept;
	if (kept > 1)
		qsort(all->v, kept, sizeof *all->v, by_meaning);
	arena_free(scratch);
	strmap_free(seen);
	all->counted = true;
}

/* What is before a list's meaning, in the order of by_meaning. */
static int
stands_to(
    const struct spelling *one, const char *list, const char *what, const char *meaning)
{
	int order = strcmp(one->list, list);

	if (order == 0)
		order = strncmp(one->meaning, what, strlen(what));
	return order != 0 ? order : strcmp(one->meaning + strlen(what), meaning);
}

static const char *
find(struct spellings *all, const char *list, const char *what, const char *meaning)
{
	size_t low = 0, high;

	if (all == NULL || meaning == NULL)
		return NULL;
	if (!all->counted)
		count_all(all);
	for (high = all->count; low < high;) {
		size_t middle = low + (high - low) / 2;

		if (stands_to(all->v[middle], list, what, meaning) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low < all->count && stands_to(all->v[low], list, what, meaning) == 0
	    ? all->v[low]->text
	    : NULL;
}

const char *
spellings_of_venue(struct spellings *all, const char *list, const char *key)
{
	return find(all, list, "venue:", key);
}

const char *
spellings_of_license(struct spellings *all, const char *list, const char *expression)
{
	return find(all, list, "license:", expression);
}
