/*
 * A list that was read enters, a memo in the cache leaves, and back: what reads
 * the same is not read again.
 */
#include "reading/kept.h"

#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/build.h"
#include "base/digest.h"
#include "model/entry.h"
#include "reading/kept_list.h"

#define FORMAT     4
#define MOST_BYTES ((size_t)32 << 20) /* of a memo: a longer list is read */

/* Before the rest: what it hangs on. */
struct head {
	uint32_t format, sizes;
	uint8_t rules[DIGEST_BYTES];
};

/* false: this build has no name. */
static bool
make_head(const struct kept_list *kept, struct head *head)
{
	uint8_t digest[DIGEST_BYTES];
	struct buffer all;
	size_t length;
	const void *build = build_id(&length);

	memset(head, 0, sizeof *head);
	head->format = FORMAT;
	head->sizes = sizeof(struct entry);
	digest_bytes(kept->bytes, kept->length, digest);
	buffer_init(&all, 0);
	buffer_add(&all, build, length);
	buffer_add(&all, digest, sizeof digest);
	buffer_add(&all, kept->name, strlen(kept->name) + 1);
	buffer_text(&all, kept->source);
	if (kept->stated != NULL) {
		buffer_add(&all, "", 1);
		buffer_text(
		    &all, kept->stated->columns != NULL ? kept->stated->columns : "");
		buffer_add(&all, "", 1);
		buffer_text(&all, kept->stated->item != NULL ? kept->stated->item : "");
	}
	digest_bytes(all.bytes, all.length, head->rules);
	buffer_free(&all);
	return length > 0;
}

static const char *
memo_name(struct arena *arena, const char *name)
{
	return arena_join(arena, "entries of ", name, NULL);
}

bool
kept_find(struct cache *cache, struct arena *arena, const struct kept_list *kept,
    struct list *list)
{
	struct head wanted, head;
	const char *at;
	size_t length = 0;

	if (cache == NULL || !make_head(kept, &wanted))
		return false;
	at = cache_memo(cache, arena, memo_name(arena, kept->name), &length);
	if (at == NULL || length < sizeof head)
		return false;
	memcpy(&head, at, sizeof head);
	*list = (struct list){ .name = arena_text(arena, kept->name),
		.source = arena_text(arena, kept->source) };
	return memcmp(&head, &wanted, sizeof head) == 0 &&
	    kept_list_get(arena, at + sizeof head, length - sizeof head, list);
}

bool
kept_before(struct cache *cache, struct arena *arena, const char *name, struct list *list)
{
	size_t length = 0;
	struct head head;
	const char *at = cache == NULL
	    ? NULL
	    : cache_memo(cache, arena, memo_name(arena, name), &length);

	if (at == NULL || length < sizeof head)
		return false;
	memcpy(&head, at, sizeof head);
	*list = (struct list){ .name = name, .source = name };
	return head.format == FORMAT && head.sizes == sizeof(struct entry) &&
	    kept_list_get(arena, at + sizeof head, length - sizeof head, list);
}

void
kept_put(struct cache *cache, const struct kept_list *kept, const struct list *list)
{
	struct arena *arena;
	struct buffer memo;
	struct head head;

	if (cache == NULL || !cache_is_for_writing(cache))
		return;
	arena = arena_new();
	buffer_init(&memo, MOST_BYTES);
	if (make_head(kept, &head)) {
		buffer_add(&memo, &head, sizeof head);
		kept_list_put(&memo, list);
		if (!memo.overflowed)
			cache_put_memo(
			    cache, memo_name(arena, kept->name), memo.bytes, memo.length);
	}
	buffer_free(&memo);
	arena_free(arena);
}
