/* A stored reply as the adapters see it, and what they made of it as JSON. */
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "model/source.h"

struct arena;
struct buffer;

struct reply {
	const struct source *source;
	struct question *questions;
	size_t question_count;
	bool has_key;
	struct request request;
	struct response response;
};

/* A file's bytes in the arena, NUL behind them; NULL when it is not there. */
char *reply_file(struct arena *, const char *path, size_t *length);
/*
 * The case whose files begin with `stem`: .ask, .headers and the body in
 * .json, .xml, .html or .txt.  false: it has no .ask or no .headers.
 */
bool reply_load(struct arena *, const struct source *, const char *stem, struct reply *);
/* Ask about these identifiers, one a line; "+key": a key was sent,
 * "+again": for the second time. */
bool reply_ask(struct arena *, const char *lines, struct reply *);
void reply_headers(struct arena *, char *text, struct response *);
const char *verdict_name(enum verdict);
/* split, then read, then brief, as the conductor would do it. */
void reply_write(struct arena *, const struct reply *, struct buffer *);
/* The request: method, path, headers, body. */
void reply_write_request(const struct reply *, struct buffer *);
void brief_write(const struct brief *, struct buffer *);
