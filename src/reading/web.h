/*
 * Lists on the web: fetched with the same engine as answers, kept in the same
 * cache, believed only when they are not much less than they were.
 */
#pragma once

#include <stddef.h>

#include "model/answer.h"
#include "model/request.h"
#include "reading/reading.h"

struct web_list {
	struct arena *arena; /* of this list's reading */
	struct list_address address;
	const char *origin; /* with it, the place in the cache */
	bool known;         /* a copy is kept … */
	struct answer kept; /* … this one */
	struct response response;
	enum list_way way;
	const char *trouble; /* why it did not come; NULL: none */
	const char *body;
	size_t length;
};

/* The bytes: asked for, or the copy kept (--offline, explain, 304, a host that
 * does not answer).  0, or a status with its message printed. */
int web_list_open(
    struct session *, struct arena *, const char *source, struct web_list *);
/* `list` was read from them: is it still one?  Then the copy is kept, when
 * this run may write.  0, or 65, 74 with the message printed. */
int web_list_accept(struct session *, const struct web_list *, const struct list *);
/* What came is no list, and why; 65. */
int web_list_refuse(const struct session *, const struct web_list *, const char *reason);
