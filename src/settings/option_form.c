/* A text and the option it is for enter; the text as it is kept leaves. */
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "model/license.h"
#include "settings/option.h"

/* Brackets and ; would end it in a header. */
bool
settings_is_mail_address(const char *value)
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

/* As SPDX spells it; a licence of one's own is LicenseRef-NAME. */
static const char *
read_license(struct arena *arena, const char *value)
{
	const char *expression = NULL;

	if (strncmp(value, "LicenseRef-", strlen("LicenseRef-")) == 0)
		return arena_text(arena, value);
	return license_read(arena, LICENSE_AS_WORDS, value, &expression) == LICENSE_STATED
	    ? expression
	    : NULL;
}

const char *
option_form(struct arena *arena, const struct option_row *row, const char *value)
{
	size_t length = strlen(value);

	if (text_is_blank(value))
		return NULL;
	if (strcmp(row->name, "license") == 0)
		return read_license(arena, value);
	if ((strcmp(row->name, "mailto") == 0 && !settings_is_mail_address(value)) ||
	    (strcmp(row->name, "orcid") == 0 && !is_orcid(value)) ||
	    (row->offset == offsetof(struct settings, doi) &&
		(strncmp(value, "10.", 3) != 0 || strchr(value, '/') == NULL)) ||
	    /* The collector reads no file of another name. */
	    (strcmp(row->name, "metrics") == 0 &&
		(length <= 5 || strcmp(value + length - 5, ".prom") != 0)))
		return NULL;
	return arena_text(arena, value);
}
