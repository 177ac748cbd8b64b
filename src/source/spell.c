/* Identifiers as sources spell them in, in the canonical spelling out. */
#include "source/draft.h"

#include <string.h>

#include "base/arena.h"
#include "base/text.h"

static size_t
digits(const char *text)
{
	size_t length = 0;

	while (text_is_digit(text[length]))
		length++;
	return length;
}

bool
spell_alike(const char *a, const char *b)
{
	return a != NULL && b != NULL && text_equal_nocase(a, b);
}

/* Is the rest nothing, or a version, or a file's ending? */
static bool
is_arxiv_tail(const char *rest)
{
	if (*rest == 'v' && text_is_digit(rest[1]))
		rest += 1 + digits(rest + 1);
	return *rest == '\0' || strcmp(rest, "/") == 0 || text_equal_nocase(rest, ".pdf");
}

/* 2402.10373: since 2007 four digits, a full stop, four or five digits. */
static char *
spell_new(struct arena *arena, const char *text)
{
	size_t after;
	int month;

	if (digits(text) != 4 || text[4] != '.')
		return NULL;
	after = digits(text + 5);
	month = (text[2] - '0') * 10 + (text[3] - '0');
	if ((after != 4 && after != 5) || month < 1 || month > 12 ||
	    !is_arxiv_tail(text + 5 + after))
		return NULL;
	return arena_text_n(arena, text, 5 + after);
}

/* hep-th/9901001: until 2007 an archive, perhaps a class, seven digits. */
static char *
spell_old(struct arena *arena, const char *text)
{
	size_t archive = 0, slash;

	while ((text[archive] >= 'a' && text[archive] <= 'z') ||
	    (text[archive] >= 'A' && text[archive] <= 'Z') || text[archive] == '-')
		archive++;
	slash = archive;
	/* "math.AG/0301001" is "math/0301001". */
	if (text[slash] == '.')
		slash += strcspn(text + slash, "/");
	if (archive < 2 || archive > 10 || slash - archive > 3 || text[slash] != '/' ||
	    digits(text + slash + 1) != 7 || !is_arxiv_tail(text + slash + 8))
		return NULL;
	return arena_printf(arena, "%s/%.7s",
	    text_lower(arena, arena_text_n(arena, text, archive)), text + slash + 1);
}

char *
spell_arxiv(struct arena *arena, const char *text)
{
	static const char *const marks[] = { "/abs/", "/pdf/",
		"arxiv.org:", "arxiv:", NULL };
	char *spelled;

	if (text == NULL)
		return NULL;
	for (size_t i = 0; marks[i] != NULL; i++) {
		const char *found = text_find_nocase(text, marks[i]);

		if (found != NULL)
			text = found + strlen(marks[i]);
	}
	while (*text == ' ')
		text++;
	spelled = spell_new(arena, text);
	return spelled != NULL ? spelled : spell_old(arena, text);
}

static char *
spell_doi(struct arena *arena, enum identifier_kind *kind, const char *text)
{
	static const char own[] = "10.48550/arxiv.";
	const char *found = strstr(text, "10.");
	size_t registrant;
	char *doi;

	if (found == NULL ||
	    (found != text && found[-1] != '/' && found[-1] != ':' && found[-1] != ' '))
		return NULL;
	registrant = digits(found + 3);
	if (registrant < 4 || registrant > 9)
		return NULL;
	/* A registrant may be divided: 10.1000.10/123. */
	found = text_lower(arena, found);
	if (strchr(found, '/') == NULL || strchr(found, '/')[1] == '\0')
		return NULL;
	for (const char *c = found; *c != '\0'; c++) {
		if ((unsigned char)*c <= ' ' || *c == 0x7f)
			return NULL;
	}
	if (strlen(found) > 400)
		return NULL;
	doi = arena_text(arena, found);
	if (strncmp(doi, own, sizeof own - 1) == 0) {
		*kind = IDENTIFIER_ARXIV;
		return spell_arxiv(arena, doi + sizeof own - 1);
	}
	return doi;
}

static char *
spell_digits(struct arena *arena, const char *text)
{
	size_t length = digits(text);

	while (*text == '0' && length > 1) {
		text++;
		length--;
	}
	if (length == 0 || length > 18 || text[length] != '\0' || *text == '0')
		return NULL;
	return arena_text(arena, text);
}

const char *
spell_orcid(struct arena *arena, const char *text)
{
	static const char shape[] = "dddd-dddd-dddd-dddx";
	const char *number = text;

	if (text == NULL)
		return NULL;
	if (strrchr(text, '/') != NULL)
		number = strrchr(text, '/') + 1;
	if (strlen(number) != sizeof shape - 1)
		return NULL;
	for (size_t i = 0; shape[i] != '\0'; i++) {
		if (shape[i] == '-' ? number[i] != '-'
				    : !text_is_digit(number[i]) &&
			    (shape[i] != 'x' || number[i] != 'X'))
			return NULL;
	}
	return arena_text(arena, number);
}

static char *
spell_acl(struct arena *arena, const char *text)
{
	size_t length = strlen(text);

	if (length > 4 && text_equal_nocase(text + length - 4, ".pdf"))
		length -= 4;
	while (length > 0 && text[length - 1] == '/')
		length--;
	if (length < 6 || length > 60)
		return NULL;
	for (size_t i = 0; i < length; i++) {
		char c = text[i];

		if (!text_is_digit(c) && !(c >= 'a' && c <= 'z') &&
		    !(c >= 'A' && c <= 'Z') && c != '.' && c != '-' && c != '_')
			return NULL;
	}
	if (memchr(text, '-', length) == NULL)
		return NULL;
	return arena_text_n(arena, text, length);
}

char *
spell_paper(struct arena *arena, enum identifier_kind *kind, const char *value)
{
	char *number;

	switch (*kind) {
	case IDENTIFIER_DOI:
		return spell_doi(arena, kind, value);
	case IDENTIFIER_ARXIV:
		return spell_arxiv(arena, value);
	case IDENTIFIER_ACL:
		return spell_acl(arena, value);
	case IDENTIFIER_PMID:
	case IDENTIFIER_S2_CORPUS:
		return spell_digits(arena, value);
	case IDENTIFIER_PMCID:
		if (text_starts_nocase(value, "PMC"))
			value += 3;
		number = spell_digits(arena, value);
		return number == NULL ? NULL : arena_printf(arena, "PMC%s", number);
	case IDENTIFIER_OPENREVIEW:
	case IDENTIFIER_S2_PAPER:
		return identifier_canonical(arena, *kind, value);
	case IDENTIFIER_HF_MODEL:
	case IDENTIFIER_HF_DATASET:
	case IDENTIFIER_HF_SPACE:
	case IDENTIFIER_GITHUB:
	case IDENTIFIER_URL:
	case IDENTIFIER_HF_ORG:
	case IDENTIFIER_HF_COLLECTION:
	case IDENTIFIER_TITLE:
	case IDENTIFIER_PREFIX:
	case IDENTIFIER_KINDS:
		break;
	}
	return NULL;
}

bool
spell_is(const char *text, const char *word)
{
	return text != NULL && strcmp(text, word) == 0;
}

const char *
spell_word(const struct spelling *table, const char *theirs)
{
	for (; table->theirs != NULL; table++)
		if (spell_is(theirs, table->theirs))
			return table->ours;
	return NULL;
}
