/* The archive of a release, packed with what is known of the one before. */
#pragma once

#include <stdbool.h>

#include "base/buffer.h"
#include "release/archive/packed.h"
#include "release/release.h"

struct arena;
struct folder;

/* All zero at first. */
struct packing {
	struct packed_before before;
	struct pieces made;
	struct buffer memo;
};

/* Into a file in the hidden folder, synced; fills what the result says of it.
 * false with the folder's words set. */
bool packing_pack(struct packing *, struct arena *, const struct release_settings *,
    const struct predecessor *, struct folder *, struct release_result *,
    const char **path);
/* Once `made.archive` is named as it is now. */
struct release_memo packing_memo(struct packing *);
void packing_free(struct packing *);
