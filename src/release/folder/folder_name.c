/* A name found beside the releases in; the day and number of a release out. */
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "release/folder/folder.h"

const char *const folder_suffixes[] = { ".tar.gz", ".tar.zst", ".tar.xz", ".zip", NULL };

bool
folder_parse_name(const char *entry, const char *name, char date[11], unsigned *number)
{
	size_t length = strlen(name);
	int64_t first, last;
	char *end;
	unsigned long parsed;

	if (strncmp(entry, name, length) != 0 || entry[length] != '-' ||
	    strlen(entry + length + 1) < 10)
		return false;
	memcpy(date, entry + length + 1, 10);
	date[10] = '\0';
	if (!clock_parse_date(date, &first, &last) || first != last)
		return false;
	entry += length + 11;
	*number = 1;
	if (*entry == '\0')
		return true;
	if (*entry != '.' || entry[1] < '1' || entry[1] > '9')
		return false;
	parsed = strtoul(entry + 1, &end, 10);
	*number = (unsigned)parsed;
	return *end == '\0' && parsed >= 2 && parsed < 1000000;
}
