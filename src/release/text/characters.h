/* Which characters may stand in a page, and copying them one by one. */
#pragma once

#include <stdbool.h>
#include <stddef.h>

struct buffer;

/* No control, no noncharacter, nothing that turns the reading direction. */
bool characters_harmless(unsigned code_point);
/* How many ASCII letters, digits, blanks and signs that no format minds the text begins
 * with. */
size_t characters_plain(const char *text);
/* Copy the code point at *text as well-formed UTF-8 and advance. */
void characters_copy(struct buffer *, const char **text);
/*
 * Copy `text`, line breaks and tabs as blanks, harmful characters left out;
 * `ascii` (may be NULL) writes one ASCII character, true: it has done so.
 */
void characters_harmless_text(
    struct buffer *, const char *text, bool (*ascii)(struct buffer *, char));
