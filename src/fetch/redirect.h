/* Where a 3xx reply may lead: the same origin, at most five times. */
#pragma once

#include <stdbool.h>

struct arena;

#define REDIRECT_MOST 5

enum redirect_verdict {
	REDIRECT_NONE, /* the reply is no redirect */
	REDIRECT_FOLLOW,
	REDIRECT_REFUSE,
};

struct redirect {
	enum redirect_verdict verdict;
	char *url;         /* FOLLOW: where to, without user or fragment */
	bool becomes_get;  /* FOLLOW: 303, the body is not sent again */
	const char *words; /* REFUSE: why */
};

/*
 * `url` answered with `status` and `location` (NULL: no such header);
 * `hops` redirects were followed before.  Texts live in the arena.
 */
struct redirect redirect_decide(
    struct arena *, const char *url, int status, const char *location, unsigned hops);

/*
 * What of `url` a source would have written behind `base_url`: path and
 * query, the base's own path prefix taken off.  NULL when it does not parse.
 */
char *redirect_path(struct arena *, const char *base_url, const char *url);
