/* A row of the table of options in; what it takes, in words, and whether a text has
 * the form that is wanted of it, out. */
#include <string.h>

#include "settings/option.h"

/* An address of mail as a header can carry it; brackets and ; would end it. */
static bool
is_mail_address(const char *value)
{
	const char *at = strchr(value, '@');

	for (const char *sign = value; *sign != '\0'; sign++)
		if (*sign <= ' ' || *sign > '~' || strchr("();,<>\"", *sign) != NULL)
			return false;
	return at != NULL && at != value && strchr(at + 1, '.') != NULL &&
	    strchr(at + 1, '@') == NULL && strlen(value) < 255;
}

/* Four groups of four; the last sign is a check digit (ISO 7064, mod 11-2). */
static bool
is_orcid(const char *value)
{
	unsigned sum = 0, check;

	for (size_t i = 0; i < 19; i++) {
		bool is_digit = value[i] >= '0' && value[i] <= '9';
		if (i == 18) {
			check = (12 - sum % 11) % 11;
			return value[i] == (check == 10 ? 'X' : (char)('0' + check)) &&
			    value[i + 1] == '\0';
		}
		if (i % 5 == 4 ? value[i] != '-' : !is_digit)
			return false;
		if (is_digit)
			sum = (sum + (unsigned)(value[i] - '0')) * 2;
	}
	return false;
}

/* Some texts have a form: the collector reads no file of another name. */
bool
option_has_form(const struct option_row *row, const char *value)
{
	size_t length = strlen(value);

	if (strcmp(row->name, "mailto") == 0)
		return is_mail_address(value);
	if (strcmp(row->name, "orcid") == 0)
		return is_orcid(value);
	if (row->offset == offsetof(struct settings, doi))
		return strncmp(value, "10.", 3) == 0 && strchr(value, '/') != NULL;
	return strcmp(row->name, "metrics") != 0 ||
	    (length > 5 && strcmp(value + length - 5, ".prom") == 0);
}

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
