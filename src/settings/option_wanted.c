/* A row of the table of options in, what it takes in words out. */
#include <string.h>

#include "settings/option.h"

const char *
option_wanted(const struct option_row *row)
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
	case OPTION_CHOICES:
		return row->choices;
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
		if (strcmp(row->name, "mailto") == 0)
			return "an address of mail: you@your.domain";
		break;
	case OPTION_URL:
	case OPTION_COUNT:
	case OPTION_COMMAND:
		break;
	}
	return "a text";
}
