/* Entries, edges and witnesses in few words, for the tests of merge/. */
#pragma once

#include "findings/findings.h"
#include "join/join.h"
#include "merge/merge.h"
#include "model/source.h"

struct arena;

extern const struct source make_s2, make_arxiv, make_oai, make_crossref, make_hf,
    make_github;

/* "LIST:LINE", title, NULL-terminated identifiers ("arxiv:2402.10373"). */
struct entry *make_entry(
    struct arena *, const char *place, const char *title, const char *const *ids);
void make_link(
    struct arena *, struct entry *, enum link_role, const char *label, const char *url);
/* Edges nobody answered. */
struct edge *make_edges(struct arena *, const struct entry *);
void make_answered(struct edge *, enum judgement, const char *title);
void make_learned(struct arena *, struct edge *, const char *id);

/* A work of these entries (through works_join). */
struct works *make_works(struct arena *, struct entry *const *entries,
    struct edge *const *edges, size_t count);

/* Witness with claims: field, text, field, text …, FIELD_COUNT. */
struct witness make_witness(
    struct arena *, const struct source *, const char *id, enum brief_kind, ...);
void make_authors(struct arena *, struct witness *, const char *const *names);

const struct finding *find_code(
    const struct findings *, const char *code, const char *list, unsigned line);
