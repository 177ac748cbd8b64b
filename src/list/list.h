/*
 * list/: text → entries.
 *
 * A list's text enters, entries with titles, links and cells leave; what the
 * links identify is not decided here (identify/).
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "model/entry.h"

struct arena;

/*
 * Read `length` bytes of a list into *list (entries in source order, in the
 * arena; `bytes` need not outlive the call).  `name` is the short name,
 * `source` the path or URL as the user named it; where it ends (.md, .bib,
 * .csv, .jsonl …), else what the bytes look like, says how it is written.
 * false when the bytes are no list at all (binary, HTML error page, empty of
 * entries is not an error); *reason then says why and what to do.
 */
bool list_read(struct arena *, const char *name, const char *source, const char *bytes,
    size_t length, struct list *, const char **reason);

/* The same where its curator says how it is written; NULL: nobody does. */
bool list_read_stated(struct arena *, const char *name, const char *source,
    const struct list_stated *, const char *bytes, size_t length, struct list *,
    const char **reason);
/* What a value of [list NAME] does not say rightly, or NULL: `columns` ("title, -,
 * venue") or `item` ("people. title. *venue*, date"). */
const char *list_stated_trouble(struct arena *, const char *key, const char *value);

/* Does it end as a list does (.md, .bib, …)? */
bool list_is_named(const char *source);
/* How it is written, as list_read would read it. */
enum writing list_writing(const char *source, const char *bytes, size_t length);

/* "README.md" → its folder's name, "dir/004_x.txt" → "004_x"; "-" → "stdin". */
char *list_short_name(struct arena *, const char *source);

enum { MOST_ADDRESSES = 3 };

/* Where a list is on the web. */
struct list_address {
	/* For people, files and the cache: no user, no password, no query
	 * parameter that looks like a secret. */
	const char *shown;
	const char *named; /* the same, but never a mirror's */
	/* What to fetch, in this order, while the one before is not there. */
	const char *fetch[MOST_ADDRESSES];
	size_t count;
	/* Sent with it, decoded; NULL: none. */
	const char *user, *password;
	bool page; /* `fetch` is the raw file behind a page */
};

/*
 * Pages of GitHub (a repository, a folder, a file) become raw files;
 * `raw_base` is reached instead of https://raw.githubusercontent.com (a mirror;
 * NULL: none), and is then what is shown.  false: no address that can be
 * fetched; `shown` is set all the same.
 */
bool list_address(
    struct arena *, const char *text, const char *raw_base, struct list_address *);
/* "http://…" or "https://…" */
bool list_is_address(const char *source);
