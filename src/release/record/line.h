/* A record as JSON: the keys and their order are those of the schema. */
#pragma once

struct arena;
struct json_writer;
struct record;

void line_write(struct json_writer *, struct arena *, const struct record *);
