/* A store in; when it was thinned, and how large it was then, out and in. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "cache/inside.h"

static const char name[] = "thinned";

bool
mark_read(struct store *store, struct mark *mark)
{
	struct span value;
	char digits[64] = "";

	if (store_find(store, STORE_ABOUT, bytes_text(name), &value) != 0 ||
	    value.length >= sizeof digits)
		return false;
	memcpy(digits, value.bytes, value.length);
	return sscanf(digits, "%" SCNd64 " %" SCNu64, &mark->at, &mark->bytes) == 2;
}

int
mark_write(struct store *store, const struct mark *mark)
{
	char digits[64];
	int result = store_begin(store);

	snprintf(digits, sizeof digits, "%" PRId64 " %" PRIu64, mark->at, mark->bytes);
	if (result == 0)
		result = store_put(
		    store, STORE_ABOUT, bytes_text(name), bytes_text(digits));
	if (result == 0)
		return store_commit(store);
	store_abort(store);
	return result;
}

uint64_t
mark_bytes(struct store *store)
{
	uint64_t used, present;

	store_extent(store, &used, &present);
	return used;
}
