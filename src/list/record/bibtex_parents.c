/*
 * Fields of the entries that others refer to enter; those that a
 * "crossref = {key}" lends leave.
 */
#include <string.h>

#include "base/arena.h"
#include "base/strmap.h"
#include "base/text.h"
#include "list/record/bibtex.h"

/* What a child takes when it does not say it itself. */
static const char *const lent[BIBTEX_INHERITED] = { "booktitle", "year", "month", "date",
	"journal" };

struct parent {
	const char *values[BIBTEX_INHERITED];
};

static const char *
value_of(const struct bibtex_field *fields, size_t count, const char *name)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(fields[i].name, name) == 0)
			return fields[i].value;
	return NULL;
}

const char *
bibtex_key(struct arena *arena, const char *text, size_t length)
{
	return text_lower(arena, text_squeeze(arena, arena_text_n(arena, text, length)));
}

void
bibtex_keep_parent(
    struct bibtex *b, const char *key, const struct bibtex_field *fields, size_t count)
{
	struct parent *parent;

	if (*key == '\0' || value_of(fields, count, "crossref") != NULL ||
	    strmap_get(b->parents, key) != NULL ||
	    value_of(fields, count, "author") != NULL)
		return;
	parent = arena_alloc(b->kept, sizeof *parent);
	for (size_t i = 0; i < BIBTEX_INHERITED; i++)
		parent->values[i] = arena_text(b->kept, value_of(fields, count, lent[i]));
	/* Proceedings have a title, which is their papers' booktitle. */
	if (parent->values[0] == NULL)
		parent->values[0] = arena_text(b->kept, value_of(fields, count, "title"));
	strmap_put(b->parents, key, parent);
}

size_t
bibtex_inherit(const struct bibtex *b, struct bibtex_field *fields, size_t count)
{
	const char *key = value_of(fields, count, "crossref");
	const struct parent *parent;
	size_t own = count;

	if (key == NULL ||
	    (parent = strmap_get(b->parents, bibtex_key(b->scratch, key, strlen(key)))) ==
		NULL)
		return count;
	for (size_t i = 0; i < BIBTEX_INHERITED; i++)
		if (parent->values[i] != NULL && value_of(fields, own, lent[i]) == NULL)
			fields[count++] = (struct bibtex_field){ lent[i],
				parent->values[i] };
	return count;
}
