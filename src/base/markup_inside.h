/* Inside of base/markup: what its files share. */
#pragma once

#include <stddef.h>

struct arena;
struct markup;

#define MARKUP_DEEPEST 64

/*
 * Give the element an attribute, whose texts are kept as they lie; they stand in order
 * of their names.  Of two of one name the first stays, and more than a hundred are too many.
 */
void markup_add_attribute(
    struct arena *, struct markup *, const char *name, const char *value);

/*
 * The code point of the entity or character reference at `text` ("&amp;",
 * "&#8211;"), and the bytes it takes; 0: there is none.
 */
size_t markup_read_entity(const char *text, unsigned *code_point);
