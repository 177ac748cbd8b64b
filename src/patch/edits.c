/* Changes of a list's bytes enter, as they come; the list with all of them leaves. */
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "patch/inside.h"

/* The first that does not begin before these bytes. */
static size_t
find_place(const struct patched *patched, size_t at)
{
	size_t low = 0, high = patched->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (patched->edits[middle].at < at)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

bool
edits_add(
    struct arena *arena, struct patched *patched, struct edit edit, const char **other)
{
	size_t place = find_place(patched, edit.at), length = strlen(edit.put);

	*other = NULL;
	if (length == edit.length &&
	    memcmp(patched->list->bytes + edit.at, edit.put, length) == 0)
		return false;
	for (size_t i = place > 0 ? place - 1 : 0; i < patched->count; i++) {
		struct edit *known = &patched->edits[i];

		if (known->at > edit.at + edit.length)
			break;
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
	memmove(patched->edits + place + 1, patched->edits + place,
	    (patched->count - place) * sizeof *patched->edits);
	patched->edits[place] = edit;
	patched->count++;
	return true;
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
