/* A record as a BibTeX entry, for bibtex and biber alike. */
#pragma once

struct buffer;
struct record;

/* Nothing for a web page. */
void bibtex_add(struct buffer *, const struct record *);
