/* URLs (RFC 3986 as libcurl reads it), percent-encoding, origins. */
#pragma once

#include <stdbool.h>

struct arena;

struct url {
	const char *scheme;   /* lower case */
	const char *host;     /* lower case */
	const char *port;     /* NULL: the scheme's own */
	const char *path;     /* at least "/", percent-encoding as given */
	const char *query;    /* without "?", or NULL */
	const char *fragment; /* without "#", or NULL */
};

/*
 * Only http and https; false for anything else, when it does not parse, and
 * for a user before the host ("https://arxiv.org@evil.example/").
 */
bool url_parse(struct arena *, const char *text, struct url *);
/* `reference` resolved against `base`; NULL when that is no http(s) URL. */
char *url_join(struct arena *, const char *base, const char *reference);
/* "https://host" or "http://host:8080": default ports left out. */
char *url_origin(struct arena *, const char *text);
/* Percent-encode all but unreserved characters. */
char *url_encode(struct arena *, const char *text);
char *url_decode(struct arena *, const char *text);
