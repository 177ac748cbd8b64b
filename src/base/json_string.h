/* Inside of base/json: the text of a JSON string token. */
#pragma once

#include <stddef.h>

struct arena;

/*
 * `raw` is a well-formed token with its quotes.  Lone surrogates and
 * ill-formed UTF-8 become U+FFFD; U+0000 stays, *length counts it.
 */
const char *json_decode_string(
    struct arena *, const char *raw, size_t raw_length, size_t *length);
