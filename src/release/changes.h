/* What is new, changed and gone since the predecessor: counts and examples. */
#ifndef ENRICH_RELEASE_CHANGES_H
#define ENRICH_RELEASE_CHANGES_H

#include <stddef.h>
#include <stdint.h>

#include "model/record.h"
#include "release/watch.h"

struct arena;
struct buffer;
struct predecessor;
struct release_settings;

#define CHANGES_EXAMPLES 20

struct change {
	const char *id;
	const char *title;
	const char *words; /* "venue: none → AAAI", or NULL */
};

struct change_list {
	size_t count;
	struct change v[CHANGES_EXAMPLES];
};

struct changes {
	struct arena *arena;
	const struct predecessor *previous; /* NULL: there is none */
	unsigned char *seen;                /* one a prior */
	struct change_list added, changed, removed;
	size_t by_field[WATCHES];
	size_t counts_only; /* only the citation count moved */
};

void changes_init(struct changes *, struct arena *, const struct predecessor *);
/* `print`: watch_print_record. */
void changes_add(struct changes *, const struct record *, uint64_t print);
/* All records were added: what is left of the predecessor is gone. */
void changes_finish(struct changes *);
/* CHANGES.md */
void changes_write(
    const struct changes *, const struct release_settings *, struct buffer *);

#endif
