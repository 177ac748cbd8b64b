/* Changes of a list's bytes enter, as they come; the list with all of them leaves. */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "patch/inside.h"

bool
edits_add(
    struct arena *arena, struct patched *patched, struct edit edit, const char **other)
{
	*other = NULL;
	if (strlen(edit.put) == edit.length &&
	    memcmp(patched->list->bytes + edit.at, edit.put, edit.length) == 0)
		return false;
	for (size_t i = 0; i < patched->count; i++) {
		struct edit *known = &patched->edits[i];

		if (known->at == edit.at && known->length == edit.length &&
		    strcmp(known->put, edit.put) == 0) {
			known->key = arena_join(arena, known->key, " ", edit.key, NULL);
			return true;
		}
		if (known->at < edit.at + edit.length &&
		    edit.at < known->at + known->length) {
			*other = known->key;
			return false;
		}
	}
	patched->edits = arena_push(
	    arena, patched->edits, patched->count, sizeof *patched->edits);
	patched->edits[patched->count++] = edit;
	return true;
}

static int
by_bytes(const void *a, const void *b)
{
	const struct edit *left = a, *right = b;

	if (left->at != right->at)
		return left->at < right->at ? -1 : 1;
	return left->length < right->length ? -1 : left->length > right->length;
}

void
edits_sort(struct patched *patched)
{
	if (patched->count > 1)
		qsort(patched->edits, patched->count, sizeof *patched->edits, by_bytes);
}

void
edits_apply(const struct patched *patched, struct buffer *out)
{
	const char *bytes = patched->list->bytes;
	size_t done = 0;

	for (size_t i = 0; i < patched->count; i++) {
		const struct edit *edit = &patched->edits[i];

		buffer_add(out, bytes + done, edit->at - done);
		buffer_text(out, edit->put);
		done = edit->at + edit->length;
	}
	buffer_add(out, bytes + done, patched->list->length - done);
}
