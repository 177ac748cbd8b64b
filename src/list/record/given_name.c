/* A column's, member's or field's name enters, what it holds leaves. */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "list/record/given.h"

static int
compare(const void *name, const void *row)
{
	return strcmp(name, ((const struct given_name *)row)->name);
}

enum given
given_named(struct arena *scratch, const char *name)
{
	const struct given_name *row;

	if (name == NULL || strlen(name) > 40)
		return GIVEN_UNKNOWN;
	row = bsearch(text_fold(scratch, name), given_names, given_names_count,
	    sizeof *given_names, compare);
	return row == NULL ? GIVEN_UNKNOWN : row->given;
}
