/* A record as a BibTeX entry, for bibtex and biber alike. */
#ifndef ENRICH_RELEASE_BIBTEX_H
#define ENRICH_RELEASE_BIBTEX_H

struct buffer;
struct record;

/* Nothing for a web page. */
void bibtex_add(struct buffer *, const struct record *);

#endif
