/* Inside patch/: what its files hand each other. */
#ifndef ENRICH_PATCH_INSIDE_H
#define ENRICH_PATCH_INSIDE_H

#include <stdbool.h>
#include <stddef.h>

#include "model/entry.h"
#include "model/finding.h"

struct arena;
struct buffer;

/* Bytes of a list and what to put there. */
struct edit {
	size_t at, length; /* of the list's bytes */
	const char *put;
	const char *key; /* who asked for it, for people: a finding's key, a column */
};

/* A list as it is to be. */
struct patched {
	const struct list *list;
	struct edit
	    *edits; /* in the order of the bytes once settled, none over another */
	size_t count;
	struct buffer *words; /* what is said above its diff, a line each */
};

/* edits.c: false: others' bytes are among them (then *other is whose), or it would
 * change nothing (NULL). */
bool edits_add(struct arena *, struct patched *, struct edit, const char **other);
/* By the bytes; to be called once, when all are there. */
void edits_sort(struct patched *);
/* The whole list, mended. */
void edits_apply(const struct patched *, struct buffer *out);

/* unified.c: as `git apply` and `patch -p1` take it; nothing where nothing changes. */
void unified_write(const struct patched *, const char *path, struct buffer *out);

/* path.c: of a list, from the folder patches are applied in; *outside: it does not
 * lie in the present one. */
const char *path_of_list(struct arena *, const char *source, bool *outside);

/* only.c: is it asked for?  `only`: NULL or "fix,decide,KEY,CODE". */
bool only_wants(const char *only, const struct finding *);

/* write.c: over the file, with a copy of it as it was beside; 0, or a status with its
 * line printed. */
int write_list(struct arena *, const struct patched *);

#endif
