/* "arxiv:2402.10373v2" in, the kind and its canonical spelling out. */
#include "model/identifier.h"

#include <string.h>

#include "base/arena.h"
#include "base/text.h"

static size_t
count_digits(const char *text)
{
	size_t count = 0;

	while (text_is_digit(text[count]))
		count++;
	return count;
}

static bool
is_word(const char *text, const char *also)
{
	if (*text == '\0')
		return false;
	for (; *text != '\0'; text++) {
		bool letter = (*text >= 'a' && *text <= 'z') ||
		    (*text >= 'A' && *text <= 'Z');

		if (!letter && !text_is_digit(*text) && strchr(also, *text) == NULL)
			return false;
	}
	return true;
}

/* 10.REGISTRANT/SUFFIX, UTF-8 without blanks or control characters. */
static bool
is_doi(const char *value)
{
	const char *slash = strchr(value, '/');

	if (strncmp(value, "10.", 3) != 0 || !text_is_digit(value[3]) || slash == NULL ||
	    slash[1] == '\0')
		return false;
	for (const char *at = value + 3; at < slash; at++) {
		if (!text_is_digit(*at) && *at != '.')
			return false;
	}
	for (const char *at = slash; *at != '\0'; at++) {
		if ((unsigned char)*at <= ' ' || *at == 0x7f)
			return false;
	}
	return text_is_utf8(value, strlen(value));
}

/* Length without the version; 0: not an arXiv id. */
static size_t
arxiv_length(const char *value)
{
	const char *slash = strchr(value, '/');
	size_t length = 0, digits;

	if (slash != NULL) {
		/* hep-th/9901001, math.GT/0309136 */
		for (const char *at = value; at < slash; at++) {
			if (!((*at >= 'a' && *at <= 'z') || *at == '-' ||
				(*at >= 'A' && *at <= 'Z') || *at == '.'))
				return 0;
		}
		if (slash == value || count_digits(slash + 1) != 7)
			return 0;
		length = (size_t)(slash - value) + 8;
	} else {
		/* 0704.0001 to 1412.9999, then 1501.00001 on */
		if (count_digits(value) != 4 || value[4] != '.')
			return 0;
		digits = count_digits(value + 5);
		if (digits != 4 && digits != 5)
			return 0;
		length = 5 + digits;
	}
	if (value[length] == '\0')
		return length;
	if (value[length] != 'v')
		return 0;
	digits = count_digits(value + length + 1);
	return digits > 0 && value[length + 1 + digits] == '\0' ? length : 0;
}

/* Without version and, of the old style, without the subject class. */
static char *
arxiv_spelling(struct arena *arena, const char *value)
{
	size_t length = arxiv_length(value), archive = strcspn(value, "./");
	const char *slash = strchr(value, '/');

	if (length == 0 || archive == 0)
		return NULL;
	if (slash == NULL)
		return arena_text_n(arena, value, length);
	return text_lower(
	    arena, arena_printf(arena, "%.*s/%.7s", (int)archive, value, slash + 1));
}

/* "." and ".." are places in a path: who asks for them asks for something else. */
static bool
is_name(const char *text)
{
	return is_word(text, "-._") && strcmp(text, ".") != 0 && strcmp(text, "..") != 0;
}

/* owner/name; `bare`: a name without owner is one, too. */
static bool
is_repository(struct arena *arena, const char *value, bool bare)
{
	const char *slash = strchr(value, '/');

	if (slash == NULL)
		return bare && is_name(value);
	return is_name(arena_text_n(arena, value, (size_t)(slash - value))) &&
	    is_name(slash + 1);
}

static bool
is_number(const char *value)
{
	size_t digits = count_digits(value);

	return digits > 0 && digits <= 18 && value[digits] == '\0';
}

char *
identifier_canonical(struct arena *arena, enum identifier_kind kind, const char *value)
{
	if (value == NULL)
		return NULL;
	switch (kind) {
	case IDENTIFIER_DOI:
		return is_doi(value) ? text_lower(arena, value) : NULL;
	case IDENTIFIER_ARXIV:
		return arxiv_spelling(arena, value);
	case IDENTIFIER_ACL:
		return is_word(value, "-._") ? arena_text(arena, value) : NULL;
	case IDENTIFIER_PMID:
	case IDENTIFIER_S2_CORPUS:
		return is_number(value) ? arena_text(arena, value) : NULL;
	case IDENTIFIER_S2_PAPER:
		return strlen(value) == 40 &&
			strspn(value, "0123456789abcdefABCDEF") == 40
		    ? text_lower(arena, value)
		    : NULL;
	case IDENTIFIER_PMCID:
		if (text_starts_nocase(value, "pmc"))
			value += 3;
		return is_number(value) ? arena_printf(arena, "PMC%s", value) : NULL;
	case IDENTIFIER_OPENREVIEW:
		return strlen(value) >= 8 && strlen(value) <= 16 && is_word(value, "-_")
		    ? arena_text(arena, value)
		    : NULL;
	case IDENTIFIER_HF_MODEL:
	case IDENTIFIER_HF_DATASET:
		return is_repository(arena, value, true) ? arena_text(arena, value)
							 : NULL;
	case IDENTIFIER_HF_COLLECTION:
	case IDENTIFIER_HF_SPACE:
	case IDENTIFIER_GITHUB:
		return is_repository(arena, value, false) ? arena_text(arena, value)
							  : NULL;
	case IDENTIFIER_URL:
		return (text_starts_nocase(value, "http://") ||
			   text_starts_nocase(value, "https://")) &&
			strpbrk(value, " \t\r\n") == NULL
		    ? arena_text(arena, value)
		    : NULL;
	case IDENTIFIER_HF_ORG:
		return is_word(value, "-._") ? arena_text(arena, value) : NULL;
	case IDENTIFIER_TITLE:
		return text_is_blank(value) ? NULL : arena_text(arena, value);
	case IDENTIFIER_PREFIX:
		return strncmp(value, "10.", 3) == 0 && text_is_digit(value[3]) &&
			strspn(value, "0123456789.") == strlen(value)
		    ? arena_text(arena, value)
		    : NULL;
	case IDENTIFIER_KINDS:
		break;
	}
	return NULL;
}

bool
identifier_parse(struct arena *arena, const char *text, struct identifier *id)
{
	const char *colon = text == NULL ? NULL : strchr(text, ':');
	char *word;

	if (colon == NULL)
		return false;
	word = arena_text_n(arena, text, (size_t)(colon - text));
	for (unsigned kind = 0; kind < IDENTIFIER_KINDS; kind++) {
		if (!text_equal_nocase(word, identifier_prefix(kind)) &&
		    !text_equal_nocase(word, identifier_kind_name(kind)))
			continue;
		id->kind = kind;
		id->value = identifier_canonical(arena, kind, colon + 1);
		return id->value != NULL;
	}
	return false;
}
