/* Names and addresses of Creative Commons licences in, SPDX ids out. */
#include "model/license_cc.h"

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "model/license_table.h"

struct parts {
	bool by, nc, nd, sa;
	const char *version;	/* "4.0" or NULL */
	const char *place;	/* "us" or NULL */
};

static bool
is_version(const char *text)
{
	static const char *const known[] = { "1.0", "2.0", "2.5", "3.0",
		"4.0", NULL };

	for (size_t i = 0; known[i] != NULL; i++) {
		if (strcmp(text, known[i]) == 0)
			return true;
	}
	return false;
}

static const char *
build(struct arena *arena, const struct parts *parts)
{
	char *name;

	/* All have "by" since 2.0; share-alike contradicts no-derivatives. */
	if (!parts->by || (parts->nd && parts->sa))
		return NULL;
	name = arena_printf(arena, "CC-BY%s%s%s%s%s", parts->nc ? "-NC" : "",
	    parts->nd ? "-ND" : "", parts->sa ? "-SA" : "",
	    parts->version == NULL ? "" : "-",
	    parts->version == NULL ? "" : parts->version);
	if (parts->version == NULL)
		return arena_printf(arena, "LicenseRef-%s", name);
	if (parts->place != NULL)
		name = arena_printf(arena, "%s-%s", name, parts->place);
	for (size_t i = 0; license_spdx_ids[i] != NULL; i++) {
		if (text_equal_nocase(license_spdx_ids[i], name))
			return license_spdx_ids[i];
	}
	/* A national port that SPDX has no id for. */
	return arena_printf(arena, "LicenseRef-%s", name);
}

/* "by", "nc", "nd", "sa", each once; false for anything else. */
static bool
take_letters(struct parts *parts, const char *two)
{
	bool *part = strncmp(two, "by", 2) == 0 ? &parts->by :
	    strncmp(two, "nc", 2) == 0 ? &parts->nc :
	    strncmp(two, "nd", 2) == 0 ? &parts->nd :
	    strncmp(two, "sa", 2) == 0 ? &parts->sa : NULL;

	if (part == NULL || *part)
		return false;
	*part = true;
	return true;
}

/* Words that say again what the letters say; each may come after them. */
static bool
take_long(struct parts *parts, const char *word)
{
	if (strcmp(word, "attribution") == 0)
		parts->by = true;
	else if (strcmp(word, "noncommercial") == 0)
		parts->nc = true;
	else if (strcmp(word, "noderivatives") == 0 ||
	    strcmp(word, "noderivs") == 0)
		parts->nd = true;
	else if (strcmp(word, "sharealike") == 0)
		parts->sa = true;
	else
		return strcmp(word, "international") == 0 ||
		    strcmp(word, "unported") == 0 ||
		    strcmp(word, "generic") == 0 ||
		    strcmp(word, "intl") == 0;
	return true;
}

static bool
take_word(struct parts *parts, const char *word)
{
	size_t length = strlen(word);

	if (is_version(word)) {
		if (parts->version != NULL)
			return false;
		parts->version = word;
		return true;
	}
	if (length == 2)
		return take_letters(parts, word);
	/* "ccbyncnd" without its "cc". */
	if (length == 4 || length == 6) {
		bool all = true;
		struct parts before = *parts;

		for (size_t i = 0; i < length && all; i += 2)
			all = take_letters(parts, word + i);
		if (all)
			return true;
		*parts = before;
	}
	return take_long(parts, word);
}

const char *
license_cc_words(struct arena *arena, const char *words)
{
	static const char *const two[][2] = {
		{ "non commercial", "noncommercial" },
		{ "no derivatives", "noderivatives" },
		{ "share alike", "sharealike" },
	};
	struct parts parts = { 0 };

	if (strncmp(words, "creative commons ", 17) == 0)
		words += 17;
	else if (strncmp(words, "cc ", 3) == 0)
		words += 3;
	else if (strncmp(words, "cc", 2) == 0)
		words += 2;
	else
		return NULL;
	while (*words != '\0') {
		size_t length = strcspn(words, " ");
		const char *word = arena_text_n(arena, words, length);

		for (size_t i = 0; i < sizeof two / sizeof two[0]; i++) {
			if (text_starts_nocase(words, two[i][0])) {
				length = strlen(two[i][0]);
				word = two[i][1];
			}
		}
		if (!take_word(&parts, word))
			return NULL;
		words += length;
		words += strspn(words, " ");
	}
	return build(arena, &parts);
}

const char *
license_cc_url(struct arena *arena, const char *url)
{
	static const char prefix[] = "creativecommons.org/licenses/";
	struct parts parts = { 0 };
	size_t length;

	if (strncmp(url, prefix, sizeof prefix - 1) != 0)
		return NULL;
	url += sizeof prefix - 1;
	while (*url != '\0' && *url != '/') {
		if (strlen(url) < 2 || !take_letters(&parts, url))
			return NULL;
		url += 2;
		if (*url == '-')
			url++;
	}
	if (*url != '/')
		return *url == '\0' ? build(arena, &parts) : NULL;
	length = strcspn(++url, "/");
	parts.version = arena_text_n(arena, url, length);
	if (!is_version(parts.version))
		return NULL;
	url += length;
	if (*url == '/') {
		length = strcspn(++url, "/");
		if (length < 2 || length > 8 || url[length] != '\0')
			return NULL;
		parts.place = arena_text_n(arena, url, length);
		for (const char *c = parts.place; *c != '\0'; c++) {
			if (*c < 'a' || *c > 'z')
				return NULL;
		}
	}
	return build(arena, &parts);
}
