/* A row of the table of options in; what it takes, in words, and what was meant, out. */
#include <string.h>

#include "base/arena.h"
#include "base/near.h"
#include "settings/option.h"
#include "source/source.h"

const char *
option_wanted(struct arena *arena, const struct option_row *row)
{
	switch (row->kind) {
	case OPTION_SHARD:
		return "K/N, the K-th of N shards: 3/16";
	case OPTION_DATE:
		return "a date YYYY, YYYY-MM or YYYY-MM-DD";
	case OPTION_INSTANT:
		return "a time YYYY-MM-DD or YYYY-MM-DDThh:mm:ssZ";
	case OPTION_FRACTION:
		return "a number from 0 to 1";
	case OPTION_NUMBER:
		return "a whole number";
	case OPTION_SCALE:
		return "a number above 0";
	case OPTION_CHOICE:
		return arena_printf(arena, "one of %s", row->choices);
	case OPTION_CHOICES:
		return arena_printf(arena, "some of %s, commas between", row->choices);
	case OPTION_FLAG:
		return "yes or no";
	case OPTION_SOURCES:
		return "names of sources, as enrich sources lists them";
	case OPTION_AGE:
	case OPTION_DURATION:
		return "a number with its unit: 90s, 30m, 2h, 6d, 2w";
	case OPTION_TEXT:
		if (strcmp(row->name, "metrics") == 0)
			return "a file whose name ends in .prom";
		if (strcmp(row->name, "license") == 0)
			return "a licence as SPDX calls it (CC0-1.0, CC-BY-4.0), or "
			       "LicenseRef-NAME";
		if (strcmp(row->name, "mailto") == 0)
			return "an address of mail: you@your.domain";
		if (strcmp(row->name, "orcid") == 0)
			return "an ORCID iD with its check digit: 0000-0002-1825-0097";
		if (row->offset == offsetof(struct settings, doi))
			return "a DOI: 10.5281/zenodo.1234567";
		break;
	case OPTION_URL:
	case OPTION_COUNT:
	case OPTION_COMMAND:
		break;
	}
	return "a text";
}

/* Of "A,B" the one that is none of those there are; "": all are. */
const char *
option_meant(struct arena *arena, const struct option_row *row, const char *value)
{
	for (size_t length; value != NULL && *value != '\0';
	     value += length + (value[length] == ',')) {
		struct near near = { .word = value };

		near.length = length = strcspn(value, ",");
		if (row->kind == OPTION_CHOICE || row->kind == OPTION_CHOICES)
			near_look_at_all(&near, arena, row->choices);
		for (size_t i = 0; row->kind == OPTION_SOURCES && sources[i] != NULL; i++)
			near_look(&near, sources[i]->name);
		if (near.best != NULL && near.away > 0)
			return near_words(arena, &near);
	}
	return "";
}
