/*
 * reading/: the lists as they were read, and how each came.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "list/list.h"
#include "session/session.h"

/* web.c: what is reached instead of https://raw.githubusercontent.com; NULL: itself. */
const char *reading_raw_base(void);

/* How the bytes of a list came. */
enum list_way {
	LIST_FILE,
	LIST_FETCHED,
	LIST_UNCHANGED, /* 304: the copy kept is what is there */
	LIST_KEPT,      /* nobody was asked */
	LIST_COPY,      /* its host did not answer: the copy kept */
};
struct arrival {
	enum list_way way;
	int64_t kept_at;     /* instant of the copy that was read; 0: none */
	const char *trouble; /* why that, in words; NULL: none, or forgotten */
};

struct reading {
	struct arena *arena;
	struct list *lists;
	struct arrival *arrivals; /* one a list */
	size_t list_count;
	size_t entry_count;
};

enum {
	LARGEST_LIST = 256 << 20,     /* bytes */
	LARGEST_ON_THE_WEB = 16 << 20 /* who wrote it chose its size, too */
};

/*
 * Read every list of the settings and identify its entries, in the session's
 * arena.  0, or 65, 66, 74 with the message printed: the reading then holds
 * those before.
 */
int reading_read(struct reading *, struct session *);
/* The list `like` as it reads with other bytes; nothing is remembered.  false: they
 * are no list. */
bool reading_of(struct arena *, const struct list *like, const char *bytes, size_t length,
    struct list *);
/* The list of that name as the last weekly run read it, without the bytes of its
 * rows; false: there was none, or the cache does not know any more. */
bool reading_before(
    const struct session *, struct arena *, const struct list *like, struct list *);
/* `words` (NULL: none yet) and of which lists only a copy was at hand. */
const char *reading_lacking(const struct reading *, const char *words);
