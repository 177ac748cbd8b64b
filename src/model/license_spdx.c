/* A text in; out its row in the facts: the id of SPDX, or what it stands for. */
#include <stdlib.h>
#include <string.h>

#include "model/license.h"
#include "model/license_table.h"

static int
lower(char c)
{
	return c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : (unsigned char)c;
}

/* Bytes, letter case of ASCII aside: no locale has a say. */
static int
compare(const void *key, const void *element)
{
	const char *a = key, *b = ((const struct license_spdx *)element)->id;

	while (*a != '\0' && lower(*a) == lower(*b)) {
		a++;
		b++;
	}
	return lower(*a) - lower(*b);
}

const struct license_spdx *
license_find_spdx(const char *text)
{
	return bsearch(text, license_spdx_ids, license_spdx_ids_count,
	    sizeof *license_spdx_ids, compare);
}

const char *
license_spdx_id(const char *text)
{
	const struct license_spdx *found = license_find_spdx(text);

	return found == NULL ? NULL : found->id;
}

const char *
license_cff_id(const char *text)
{
	const struct license_spdx *found = license_find_spdx(text);

	return found == NULL || !found->in_cff ? NULL : found->id;
}

static int
compare_text(const void *key, const void *element)
{
	return strcmp(key, ((const struct license_row *)element)->from);
}

const char *
license_find_row(enum license_where where, const char *text)
{
	size_t from = license_rows_from[where];
	const struct license_row *found = bsearch(text, license_rows + from,
	    license_rows_from[where + 1] - from, sizeof *license_rows, compare_text);

	return found == NULL ? NULL : found->expression;
}
