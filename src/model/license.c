/* Licence texts of all kinds in, an SPDX expression or an honest no out. */
#include "model/license.h"

#include <stddef.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "model/license_cc.h"
#include "model/license_fold.h"
#include "model/license_table.h"
#include "model/license_url.h"

#define LONGEST_REF 80

const char *const license_statuses[] = { [LICENSE_STATED] = "stated",
	[LICENSE_UNRECOGNISED] = "unrecognised",
	[LICENSE_NONE] = "none",
	[LICENSE_UNSTATED] = "unstated",
	[LICENSE_NOT_ASKED] = "not-asked",
	[LICENSE_UNANSWERED] = "unanswered",
	NULL };

static const char *
find_spdx(const char *text)
{
	const struct license_spdx *found = license_find_spdx(text);

	return found == NULL ? NULL : found->id;
}

/* An id as registries and cards write it: no blanks, no judgement. */
static const char *
find_id(struct arena *arena, const char *text)
{
	const char *found = find_spdx(text), *lower = text_lower(arena, text);

	if (found == NULL)
		found = license_find_row(LICENSE_HUB, lower);
	return found != NULL ? found : license_find_row(LICENSE_FAMILY, lower);
}

static bool
is_placeholder(const char *words)
{
	static const char *const said[] = { "", "-", "n a", "na", "none", "unknown",
		"unspecified", "not specified", "not stated", "not available",
		"not given", "not provided", "not mentioned", "not applicable", "tbd",
		"tba", "?", "??", "\xe2\x80\x94", "\xe2\x80\x93", "null", "nan", "n.a.",
		"no", "x", "not explicitly stated", NULL };

	return text_is_one_of(words, said);
}

/* "N/A (Benchmark)": a placeholder, and in brackets what it is about. */
static bool
is_no_statement(struct arena *arena, const char *text)
{
	const char *bracket = strchr(text, '(');

	if (is_placeholder(license_fold(arena, text)))
		return true;
	return bracket != NULL && bracket[strlen(bracket) - 1] == ')' &&
	    strchr(bracket, ')') == bracket + strlen(bracket) - 1 &&
	    is_placeholder(
		license_fold(arena, arena_text_n(arena, text, (size_t)(bracket - text))));
}

/* A LicenseRef may hold letters, digits, full stops and hyphens. */
static const char *
make_ref(struct arena *arena, const char *name)
{
	char *out = text_lower(arena, name);
	size_t length = 0;

	for (size_t i = 0; out[i] != '\0'; i++) {
		char c = out[i];
		bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.';

		if (plain)
			out[length++] = c;
		else if (length > 0 && out[length - 1] != '-')
			out[length++] = '-';
	}
	while (length > 0 && out[length - 1] == '-')
		length--;
	out[length] = '\0';
	if (length == 0 || length > LONGEST_REF)
		return NULL;
	return arena_printf(arena, "LicenseRef-HF-%s", out);
}

/* The Hub: one id, several tags, or "other" with the card's own name. */
static const char *
read_hub(struct arena *arena, const char *text)
{
	const char *found = find_id(arena, text);

	if (found != NULL || strcmp(text, "other") == 0)
		return found;
	if (strncmp(text, "other: ", 7) == 0) {
		found = find_id(arena, text + 7);
		return found != NULL ? found : make_ref(arena, text + 7);
	}
	/* "A AND B" would be a guess. */
	if (strchr(text, ',') != NULL)
		return "LicenseRef-HF-multiple";
	/* An id that is newer than the table. */
	return make_ref(arena, text);
}

/* "MIT OR Apache-2.0": ids of the list between the operators of SPDX. */
static const char *
read_expression(struct arena *arena, const char *text)
{
	const char *out = NULL, *at = text;

	while (*at != '\0') {
		const char * or = strstr(at, " OR "), *and = strstr(at, " AND ");
		const char *end = or == NULL || (and != NULL && and < or) ? and : or ;
		size_t length = end == NULL ? strlen(at) : (size_t)(end - at);
		const char *id = find_spdx(arena_text_n(arena, at, length));

		if (id == NULL)
			return NULL;
		out = out == NULL ? id : arena_printf(arena, "%s%s", out, id);
		if (end == NULL)
			return out;
		length = end == or ? 4 : 5;
		out = arena_printf(arena, "%s%.*s", out, (int)length, end);
		at = end + length;
	}
	return NULL;
}

static const char *
read_words(struct arena *arena, const char *text)
{
	const char *words = license_fold(arena, text), *found;
	char *id = arena_text(arena, words);

	found = license_find_row(LICENSE_WORDS, words);
	if (found != NULL)
		return found;
	for (char *c = id; *c != '\0'; c++)
		if (*c == ' ')
			*c = '-';
	found = find_spdx(id);
	return found != NULL ? found : license_cc_words(arena, words);
}

/* "GNU General Public License v3.0 (GPL-3.0)": twice the same, else nothing. */
static const char *
read_twice(struct arena *arena, const char *text)
{
	const char *bracket = strchr(text, '('), *first, *again;
	size_t length;

	if (bracket == NULL || bracket == text)
		return NULL;
	length = strcspn(bracket + 1, "()");
	if (bracket[1 + length] != ')' || bracket[2 + length] != '\0')
		return NULL;
	first = read_words(arena, arena_text_n(arena, text, (size_t)(bracket - text)));
	again = read_words(arena, arena_text_n(arena, bracket + 1, length));
	return first != NULL && again != NULL && strcmp(first, again) == 0 ? first : NULL;
}

/* A family without a version says something on the Hub alone. */
static bool
is_family(struct arena *arena, const char *text)
{
	return license_find_row(LICENSE_FAMILY, text_lower(arena, text)) != NULL;
}

static const char *
read_any(struct arena *arena, const char *text)
{
	const char *found;

	if (license_is_url(text))
		return license_find_url(arena, text);
	found = is_family(arena, text) ? NULL : find_id(arena, text);
	if (found == NULL)
		found = read_expression(arena, text);
	if (found == NULL)
		found = read_words(arena, text);
	return found != NULL ? found : read_twice(arena, text);
}

enum license_status
license_read(struct arena *arena, enum license_dialect dialect, const char *text,
    const char **expression)
{
	const char *clean;

	*expression = NULL;
	if (text_is_blank(text))
		return LICENSE_UNSTATED;
	clean = text_squeeze(arena, text);
	if (dialect == LICENSE_AS_GITHUB && strcmp(clean, "none") == 0)
		return LICENSE_NONE;
	if (text_equal_nocase(clean, "NOASSERTION") || strlen(clean) > 300)
		return LICENSE_UNRECOGNISED;
	if (!license_is_url(clean) && is_no_statement(arena, clean))
		return LICENSE_UNSTATED;
	if (dialect == LICENSE_AS_HUB)
		*expression = read_hub(arena, clean);
	else
		*expression = read_any(arena, clean);
	return *expression == NULL ? LICENSE_UNRECOGNISED : LICENSE_STATED;
}
