/* Names and addresses of Creative Commons licences in, SPDX ids out. */
#include "model/license_cc.h"

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "model/license_table.h"

/* By letters ("by-nc") or by long words; the words may say it again. */
struct rights {
	bool by, nc, nd, sa;
};

struct parts {
	struct rights letters, words;
	bool has_letters, has_words;
	const char *version; /* "4.0" or NULL */
	const char *place;   /* "us" or NULL */
};

static bool
is_version(const char *text)
{
	static const char *const known[] = { "1.0", "2.0", "2.5", "3.0", "4.0", NULL };

	return text_is_one_of(text, known);
}

/* What the words say must stand in the letters: "CC BY (NonCommercial)". */
static bool
words_agree(const struct parts *parts)
{
	const struct rights *l = &parts->letters, *w = &parts->words;

	return !parts->has_letters || !parts->has_words ||
	    ((l->by || !w->by) && (l->nc || !w->nc) && (l->nd || !w->nd) &&
		(l->sa || !w->sa));
}

static const char *
build(struct arena *arena, const struct parts *parts)
{
	const struct rights *r = parts->has_letters ? &parts->letters : &parts->words;
	const struct license_spdx *spdx;
	char *name;

	/* All have "by" since 2.0; share-alike contradicts no-derivatives. */
	if (!r->by || (r->nd && r->sa) || !words_agree(parts))
		return NULL;
	name = arena_join(arena, "CC-BY", r->nc ? "-NC" : "", r->nd ? "-ND" : "",
	    r->sa ? "-SA" : "", parts->version == NULL ? "" : "-",
	    parts->version == NULL ? "" : parts->version, NULL);
	if (parts->version == NULL)
		return arena_join(arena, "LicenseRef-", name, NULL);
	if (parts->place != NULL)
		name = arena_join(arena, name, "-", parts->place, NULL);
	spdx = license_find_spdx(name);
	/* A national port that SPDX has no id for. */
	return spdx != NULL ? spdx->id : arena_printf(arena, "LicenseRef-%s", name);
}

/* "by", "nc", "nd", "sa", each once; false for anything else. */
static bool
take_letters(struct parts *parts, const char *two)
{
	struct rights *r = &parts->letters;
	bool *part = strncmp(two, "by", 2) == 0 ? &r->by
	    : strncmp(two, "nc", 2) == 0        ? &r->nc
	    : strncmp(two, "nd", 2) == 0        ? &r->nd
	    : strncmp(two, "sa", 2) == 0        ? &r->sa
						: NULL;

	if (part == NULL || *part)
		return false;
	parts->has_letters = *part = true;
	return true;
}

/* Words that say what the letters say; and those that say nothing. */
static bool
take_long(struct parts *parts, const char *word)
{
	static const char *const nothing[] = { "international", "unported", "generic",
		"intl", "deed", "public", "creative", "commons", "cc", "legal", "code",
		NULL };
	struct rights *r = &parts->words;

	if (strcmp(word, "attribution") == 0)
		r->by = true;
	else if (strcmp(word, "noncommercial") == 0)
		r->nc = true;
	else if (strcmp(word, "noderivatives") == 0 || strcmp(word, "noderivs") == 0)
		r->nd = true;
	else if (strcmp(word, "sharealike") == 0)
		r->sa = true;
	else {
		for (size_t i = 0; nothing[i] != NULL; i++)
			if (strcmp(word, nothing[i]) == 0)
				return true;
		return false;
	}
	parts->has_words = true;
	return true;
}

/* "CC BY 3.0 IGO": a port that SPDX knows. */
static bool
take_place(struct parts *parts, const char *word)
{
	static const char *const places[] = { "at", "au", "de", "fr", "igo", "jp", "nl",
		"uk", "us", NULL };

	for (size_t i = 0; places[i] != NULL && parts->place == NULL; i++)
		if (strcmp(word, places[i]) == 0) {
			parts->place = word;
			return true;
		}
	return false;
}

static bool
take_word(struct parts *parts, const char *word)
{
	size_t length = strlen(word);

	if (is_version(word)) {
		if (parts->version != NULL && strcmp(parts->version, word) != 0)
			return false;
		parts->version = word;
		return true;
	}
	if (take_place(parts, word))
		return true;
	if (length == 2 && strcmp(word, "cc") != 0)
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
	else if (strncmp(words, "attribution ", 12) != 0)
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
