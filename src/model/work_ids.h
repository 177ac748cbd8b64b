/* What the identifiers and links of entries and works are worth. */
#pragma once

#include <stdbool.h>

#include "model/work.h"

struct arena;

/*
 * The spelling under which identifiers join: identifier_key(), and an arXiv or
 * ACL DOI is the arXiv or ACL id it is made of.
 */
char *work_join_key(struct arena *, struct identifier);
/* May an address join by itself?  No host's root, no placeholder, no fragment of a page. */
bool work_url_joins(const char *url);
/* URL in the spelling under which entries join. */
char *work_url_key(struct arena *, const char *url);
/* Zenodo's, Hugging Face's …: issued for anything that is put there. */
bool work_doi_is_deposit(const char *doi);
/* Believed: no placeholder, not judged to be about another. */
bool work_accepts_edge(const struct edge *);
/*
 * The paper behind a link that does not say "this work's paper" (a data set's,
 * a database's, some other link): about another work, and no mistake.
 */
bool work_puts_aside(const struct entry *, const struct edge *);
/* Does the entry have an accepted identifier of a paper? */
bool work_edges_have_paper(const struct entry *, const struct edge *);
/* The first link of the entry that a reader would open; NULL: none. */
const char *work_main_url(const struct entry *);
/* The same, links judged to be about another work aside. */
const char *work_right_url(const struct entry *, const struct edge *);
/* A good identifier that only preprints have. */
bool work_has_preprint_id(const struct work *);
bool work_link_is_badge(const struct link *);
/* The label promises Hugging Face and the link goes to GitHub, or so. */
bool work_link_breaks_promise(const struct entry *, const struct entry_identifier *);
