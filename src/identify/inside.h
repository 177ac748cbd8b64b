/*
 * Inside identify/: one recogniser a family.  A parsed URL (or a bare text)
 * enters, an identifier in canonical spelling leaves.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "base/url.h"
#include "model/entry.h"
#include "model/identifier.h"

struct arena;

/* Identifiers found so far, at most `most`. */
struct found {
	struct identifier *out;
	size_t count, most;
};

/*
 * The one way in: only what reads back as it is written (identifier_text →
 * identifier_parse) is an identifier.  NULL and everything else add nothing.
 */
void url_found_add(
    struct arena *, struct found *, enum identifier_kind, const char *value);

/* Each: true when the host is its own (whether or not an id was found). */
bool papers_read_arxiv(struct arena *, const struct url *, struct found *);
bool papers_read_doi(struct arena *, const struct url *, struct found *);
bool papers_read_acl(struct arena *, const struct url *, struct found *);
bool papers_read_pubmed(struct arena *, const struct url *, struct found *);
bool hubs_read_huggingface(struct arena *, const struct url *, struct found *);
bool hubs_read_github(struct arena *, const struct url *, struct found *);
bool papers_read_semantic(struct arena *, const struct url *, struct found *);
bool openreview_read(struct arena *, const struct url *, struct found *);
bool publisher_read(struct arena *, const struct url *, struct found *);
/* True only when an id was found: others may know more of the host. */
bool pages_read(struct arena *, const struct url *, struct found *);

/* "2402.10373v2", "hep-th/9901001": canonical, or NULL. */
char *papers_canonical_arxiv(struct arena *, const char *text, size_t length);
/* "10.1093/BIB/bbac409." → lower case, no full stop; or NULL. */
char *papers_canonical_doi(struct arena *, const char *text);

/* True when the host is `name` or ends with ".name". */
bool url_host_is(const char *host, const char *name);
/* The path's segments, decoded, without empty ones; how many. */
size_t url_segments(struct arena *, const char *path, const char **out, size_t most);

/* recognise.c: "aclanthology.2022.x.pdf", whose host swallowed the path, as it
 * was meant; else the text itself. */
const char *recognise_mend(struct arena *, const char *text);

/* How an address that holds another has to do with it. */
enum detour {
	DETOUR_PROXY, /* a library's proxy: the same page under a host of its own */
	DETOUR_LEADS, /* a page that only leads on: a login, a challenge, a redirect */
	DETOUR_SHOWS, /* it shows what lies there: an archive, a reader */
	DETOUR_TAKES, /* it does something with it: a viewer, a button that shares it */
};

/* detour.c: the address that stands in one of another site, and how; NULL: none.
 * "https://openreview.net/challenge?redirect=%2Fforum%3Fid%3DX",
 * "https://web.archive.org/web/2020/https://arxiv.org/abs/2402.10373",
 * "https://www-nature-com.ezproxy.uni.example/articles/…". */
const char *detour_goal(struct arena *, const char *url, enum detour *how);
/* recognise.c: where an address that only leads on leads; else the text itself. */
const char *recognise_end(struct arena *, const char *text);

/* broken.c: an arXiv page or a DOI that holds no identifier. */
bool broken_lacks_identifier(struct arena *, const char *url);

/* roles.c */
enum link_role roles_of(struct arena *, const struct link *, const struct entry *);
bool roles_contradict(struct arena *, const struct link *, const struct found *);
