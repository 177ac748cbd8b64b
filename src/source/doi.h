/*
 * What the sources that are asked by DOI share: how many go into one address,
 * what a status means, which record of a list answers which question.
 */
#ifndef ENRICH_SOURCE_DOI_H
#define ENRICH_SOURCE_DOI_H

#include <stdbool.h>
#include <stddef.h>

#include "model/question.h"
#include "model/source.h"

struct arena;
struct buffer;
struct json;

/*
 * Appends the DOIs of a list filter, percent-encoded, `before` in front of
 * each and `between` between them, as long as the address stays short.  How
 * many were taken: 0 when already the first must be asked alone, because it
 * holds a sign that means something in a filter.
 */
size_t doi_write_filter(struct arena *, struct buffer *path,
    const struct question *questions, size_t count, const char *before,
    const char *between);

/*
 * What is to be done with a reply, as far as they agree; `list`: the path of a
 * list's records ("message.items"), is_unknown: are these the words of a 404
 * by which the service says that it has no such DOI?
 */
enum verdict doi_split(const struct request *, const struct response *, const char *list,
    bool (*is_unknown)(const struct response *));
/* The answers of any status but 200; `absent`: what to note of an unknown DOI. */
void doi_refused(const struct request *, const struct response *,
    bool (*is_unknown)(const struct response *), const char *absent, struct answer *);

/* The element of a list whose `member` is this DOI (any spelling), or NULL. */
const struct json *doi_find(
    struct arena *, const struct json *list, const char *member, const char *doi);

#endif
