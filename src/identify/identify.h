/*
 * identify/: links → identifiers.
 *
 * The entries of a list enter; leave with identifiers, link roles and flags
 * about ids that cannot be right.  No request is made: a canonical spelling is
 * checked here, before anybody is asked.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "model/identifier.h"

struct arena;
struct list;

/* Completes every entry of the list (identifiers, roles, flags). */
void identify_list(struct arena *, struct list *);

/*
 * The identifiers a URL names, badges included (a shields.io URL can hold the
 * address of an API).  Writes at most `most`, returns how many.
 */
size_t identify_url(struct arena *, const char *url, struct identifier *out, size_t most);

/* What a user types: "arxiv:2402.10373", "10.1093/bib/bbac409", a URL. */
bool identify_text(struct arena *, const char *text, struct identifier *out);
