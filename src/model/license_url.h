/* Addresses of licences. */
#pragma once

#include <stdbool.h>

struct arena;

/* An address, with its scheme or of a host that has licences. */
bool license_is_url(const char *text);
/* The licence whose text or deed is there; NULL: not known to be one. */
const char *license_find_url(struct arena *, const char *url);
