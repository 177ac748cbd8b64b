/*
 * One answer as one line of JSON, for export and import.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "model/answer.h"

struct arena;
struct json_writer;

/*
 * The body stands as it is when it is one JSON object or array on one line,
 * else as a string, else (no UTF-8) as `body_hex`: import gives back the very
 * same bytes.  `scratch` is used and not reset.
 */
void line_write_answer(
    struct json_writer *, const struct answer *, struct arena *scratch);
/* false: *reason says in words what is wrong.  Texts live in the arena. */
bool line_read(struct arena *, const char *bytes, size_t length, struct answer *,
    const char **reason);
