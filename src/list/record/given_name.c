/* The name of a column, member, field or type enters, what it means leaves. */
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

const char *
given_type_of(const char *word)
{
	for (size_t i = 0; i < given_types_count; i++)
		if (text_equal_nocase(word, given_types[i].word))
			return given_types[i].csl;
	return NULL;
}
