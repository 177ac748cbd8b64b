/* Inside of base/markup: what its files share. */
#pragma once

#include <stdbool.h>
#include <stddef.h>

struct _xmlNode;
struct arena;
struct markup;

#define MARKUP_DEEPEST 64

/*
 * Copy libxml2's element with all below it into *copy, which is zeroed; false:
 * something lay deeper than the deepest level.  Of XML that is left out, of
 * HTML it lies flat; of HTML scripts and styles are left out too.
 */
bool markup_copy(struct arena *, struct _xmlNode *, bool is_html, struct markup *copy);

/*
 * Give the element an attribute; they stand in order of their names.  Of two
 * of one name the first stays, and more than a hundred are too many.
 */
void markup_add_attribute(
    struct arena *, struct markup *, const char *name, const char *value);

/*
 * The code point of the entity or character reference at `text` ("&amp;",
 * "&#8211;"), and the bytes it takes; 0: there is none.
 */
size_t markup_read_entity(const char *text, unsigned *code_point);
