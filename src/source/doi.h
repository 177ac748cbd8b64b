/*
 * What the sources that are asked by DOI share: how many go into one address,
 * what a status means, which record of a list answers which question.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "model/question.h"
#include "model/source.h"
#include "source/draft.h"

/* How one of them wants to be asked, and how it answers. */
struct by_doi {
	/* One: ALONE + doi + ALONE_TAIL; many: FILTER + doi BETWEEN doi … + ROWS n + TAIL. */
	const char *alone, *alone_tail;
	const char *filter, *before; /* … `before` in front of each doi */
	const char *between, *rows, *tail;
	const char *one;    /* path of the record in a reply about one, NULL: itself */
	const char *list;   /* path of the records of many */
	const char *member; /* of a record, its DOI in any spelling */
	const char *absent; /* what to note of an unknown DOI */
	/* Are these the words of a 404 that says that there is no such DOI? */
	bool (*is_unknown)(const struct response *);
	/* Keeps what is to be kept of a record that has its DOI. */
	void (*keep)(struct kept *, const struct json *record, bool listed);
};

/*
 * Hooks of a source with `by_doi`.  As many as fit into an address that no server
 * refuses; the first alone when it holds a sign that means something in a filter.
 */
void doi_ask(const struct question *, size_t count, struct arena *, struct request *);
size_t doi_bulk(const struct source *, const struct json *record, struct arena *,
    struct identifier *ids, struct answer *);
/* What is to be done with a reply, as far as they agree. */
enum verdict doi_split(const struct request *, const struct response *, bool has_key);
void doi_read(
    const struct request *, const struct response *, struct arena *, struct answer *);
