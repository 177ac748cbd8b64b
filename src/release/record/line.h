/* A record as JSON: the keys and their order are those of the schema. */
#ifndef ENRICH_RELEASE_LINE_H
#define ENRICH_RELEASE_LINE_H

struct arena;
struct json_writer;
struct record;

void line_write(struct json_writer *, struct arena *, const struct record *);

#endif
