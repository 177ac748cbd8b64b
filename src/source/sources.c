/* The sources there are: a name in, its source out. */
#include "source/source.h"

#include <string.h>

#define ADDRESS(name) &name,

const struct source *const sources[] = { SOURCES(ADDRESS) NULL };

const struct source *
source_by_name(const char *name)
{
	for (size_t i = 0; sources[i] != NULL; i++) {
		if (strcmp(sources[i]->name, name) == 0)
			return sources[i];
	}
	return NULL;
}
