/* arXiv's interfaces, what they share of its feed and about its comments. */
#pragma once

#include <stdbool.h>

#include "source/source.h"

extern const struct pace arxiv_pace; /* of both interfaces */
extern const struct service arxiv_service;

struct markup;

/* A feed in figures. */
struct arxiv_feed {
	const struct markup *root; /* NULL: this is no feed */
	size_t entries;            /* of papers */
	size_t total;              /* as the feed says, or the entries */
	bool error;                /* one entry tells of an error */
};

void arxiv_read_feed(struct arena *, const struct response *, struct arxiv_feed *);
/* The entry tells of an error, not of a paper. */
bool arxiv_is_error(struct arena *, const struct markup *entry);
/* The DOI that the authors typed, of several the first; "": none. */
const char *arxiv_doi(struct arena *, const struct markup *parent);
bool arxiv_brief(const struct answer *, struct arena *, struct brief *);

/*
 * OAI-PMH's ListIdentifiers: which records changed since the oldest of the
 * questions' `since`; an answer to each, as lists_changes wants it.
 */
const char *arxiv_changes_path(struct arena *, const struct question *, size_t count);
void arxiv_read_changes(
    const struct request *, const struct response *, struct arena *, struct answer *);
const char *arxiv_next_changes(const struct response *, struct arena *);

/*
 * Does an author's comment, or the abstract in its first words, clearly say that this
 * paper is withdrawn?  Atom has no other sign; a submission withdrawn from a conference
 * is none.  Either may be NULL.
 */
bool arxiv_says_withdrawn(const char *comment, const char *abstract);
