/* Inside the verifying of a release: what its files share. */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "release/verify/verify.h"

struct strmap;

struct verifier {
	struct arena *arena;   /* as long as the verifying */
	struct arena *scratch; /* of one line */
	const char *folder;
	release_tell *tell;
	void *context;
	size_t failures;
	struct strmap *ids;  /* of works.jsonl → the line */
	struct strmap *keys; /* citation keys → the line */
	size_t works;
	int64_t version; /* of its schema; 0: unknown */
};

/* verify_lines.c.  One failure; line 0: of the file as a whole. */
void verify_fail(struct verifier *, const char *file, size_t line, const char *what, ...)
    __attribute__((format(printf, 4, 5)));

/* The lines of a file, one after the other; what is longer than LONGEST_LINE ends it
 * with a failure. */
enum { LONGEST_LINE = 16 << 20 };
struct verify_lines {
	struct verifier *verifier;
	const char *path;
	void *file;  /* FILE *; NULL: it is not there, or its end was reached */
	char *bytes; /* of the line, with what ends it */
	size_t length, number, room;
};
void verify_open(struct verifier *, struct verify_lines *, const char *path);
bool verify_next(struct verify_lines *); /* false: no more, and closed */

/* verify_bag.c: sums of all files, and that none is without. */
void verify_bag(struct verifier *);
/* verify_works.c: each line of works.jsonl by the schema; its ids. */
void verify_works(struct verifier *);
/* verify_rows.c: the tables and the references, and what they refer to. */
void verify_rows(struct verifier *);
