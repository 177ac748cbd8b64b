/* Fields as sources send them in, the claims and identifiers of a brief out. */
#include "source/draft.h"

#include <inttypes.h>
#include <string.h>

#include "base/arena.h"
#include "base/clock.h"
#include "base/json.h"
#include "base/markup.h"
#include "base/text.h"

/* More than any paper has, fewer than could hurt. */
#define MOST_NAMES 1000

void
draft_begin(struct draft *draft, struct arena *arena, enum brief_kind kind)
{
	memset(draft, 0, sizeof *draft);
	draft->arena = arena;
	draft->kind = kind;
}

void
draft_finish(const struct draft *draft, struct brief *brief)
{
	memset(brief, 0, sizeof *brief);
	brief->kind = draft->kind;
	brief->title = draft->title;
	brief->year = draft->year;
	brief->ids = draft->ids;
	brief->id_count = draft->id_count;
	brief->names = draft->names;
	brief->name_count = draft->name_count;
	brief->claims = draft->claims;
	brief->claim_count = draft->claim_count;
}

static struct claim *
add_claim(struct draft *draft, enum field field)
{
	struct claim *claim;

	for (size_t i = 0; i < draft->claim_count; i++) {
		if (draft->claims[i].field == field)
			return NULL;
	}
	draft->claims = arena_push(
	    draft->arena, draft->claims, draft->claim_count, sizeof *draft->claims);
	claim = &draft->claims[draft->claim_count++];
	memset(claim, 0, sizeof *claim);
	claim->field = field;
	return claim;
}

void
draft_claim(struct draft *draft, enum field field, const char *text)
{
	struct claim *claim;

	if (text_is_blank(text))
		return;
	claim = add_claim(draft, field);
	if (claim != NULL)
		claim->text = arena_text(draft->arena, text);
}

/* ":unav", "(:unkn) unknown": DataCite's words for what nobody said. */
static bool
is_unsaid(const char *text)
{
	static const char *const codes[] = { ":unac", ":unal", ":unap", ":unas", ":unav",
		":unkn", ":none", ":null", ":tba" };

	text += *text == '(';
	for (size_t i = 0; i < sizeof codes / sizeof *codes; i++)
		if (text_starts_nocase(text, codes[i]))
			return true;
	return false;
}

static const char *
clean_words(struct arena *arena, const char *text)
{
	if (text_is_blank(text) || is_unsaid(text))
		return NULL;
	/* Tags that were taken for text: an end of one is nobody's word. */
	if (strstr(text, "&lt;/") != NULL)
		text = markup_plain(arena, text);
	/* Most texts hold neither; those that do are decoded once. */
	if (strchr(text, '&') != NULL || strchr(text, '<') != NULL)
		text = markup_plain(arena, text);
	text = text_squeeze(arena, text);
	return text_is_blank(text) ? NULL : text;
}

void
draft_words(struct draft *draft, enum field field, const char *text)
{
	draft_claim(draft, field, clean_words(draft->arena, text));
}

void
draft_title_plain(struct draft *draft, const char *text)
{
	if (text_is_blank(text) || draft->title != NULL)
		return;
	draft->title = text_squeeze(draft->arena, text);
	draft_claim(draft, FIELD_TITLE, draft->title);
}

void
draft_title(struct draft *draft, const char *text)
{
	draft_title_plain(draft, clean_words(draft->arena, text));
}

void
draft_title_and_rest(struct draft *draft, const char *title, const char *rest)
{
	/* Some deposit the whole title, and its second half once more. */
	if (!text_is_blank(title) && !text_is_blank(rest) &&
	    text_find_nocase(title, rest) == NULL)
		title = arena_printf(draft->arena, "%s: %s", title, rest);
	draft_title(draft, title);
}

bool
draft_is_year(int64_t year)
{
	return year >= 1500 && year <= 2100;
}

int
draft_year_of(const char *day)
{
	int year = 0;

	for (int i = 0; i < 4; i++) {
		if (day == NULL || day[i] < '0' || day[i] > '9')
			return 0;
		year = year * 10 + (day[i] - '0');
	}
	return year;
}

void
draft_integer(struct draft *draft, enum field field, const struct json *value)
{
	int64_t number;

	/* A count below zero is nobody's count. */
	if (json_integer(value, &number) && number >= 0)
		draft_claim(draft, field, arena_printf(draft->arena, "%" PRId64, number));
}

void
draft_boolean(struct draft *draft, enum field field, const struct json *value)
{
	bool boolean;

	if (json_boolean(value, &boolean))
		draft_claim(draft, field, boolean ? "true" : "false");
}

bool
draft_date(struct draft *draft, enum field field, const char *text)
{
	int64_t first, last;
	char *day;

	if (text == NULL)
		return false;
	/* Of a time stamp, "2024-02-15T23:39:04.000Z", only the day. */
	day = arena_text_n(draft->arena, text, strcspn(text, "T "));
	if (!draft_is_year(draft_year_of(day)) || !clock_parse_date(day, &first, &last))
		return false;
	draft_claim(draft, field, day);
	return true;
}

/* A name as far as it is one: arXiv has "Lantern Team", ":", "Ada Muster" where a team and
 * its members stand, and others ": Ada Muster". */
static const char *
clean_name(struct arena *arena, const char *text)
{
	static const char *const rest[] = { "et al", "et al.", "and others", "others",
		NULL };

	text = clean_words(arena, text);
	if (text == NULL)
		return NULL;
	text += strspn(text, " :;,");
	for (const char *at = text; *at != '\0'; at++)
		if (((*at | 32) >= 'a' && (*at | 32) <= 'z') || (*at & 0x80) != 0)
			return text_is_one_of_nocase(text, rest) ? NULL : text;
	return NULL;
}

void
draft_author(struct arena *arena, struct author **authors, size_t *count,
    const char *literal, const char *family, const char *given)
{
	struct author *author;

	literal = clean_name(arena, literal);
	if (literal == NULL || *count >= CLAIM_MOST_AUTHORS)
		return;
	*authors = arena_push(arena, *authors, *count, sizeof **authors);
	author = &(*authors)[(*count)++];
	memset(author, 0, sizeof *author);
	author->literal = literal;
	author->family = clean_name(arena, family);
	author->given = clean_name(arena, given);
}

void
draft_authors(struct draft *draft, const struct author *authors, size_t count)
{
	struct claim *claim;

	if (count == 0)
		return;
	claim = add_claim(draft, FIELD_AUTHORS);
	if (claim == NULL)
		return;
	claim->authors = authors;
	claim->author_count = count;
}

static void
add_identifier(struct arena *arena, struct identifier **ids, size_t *count,
    enum identifier_kind kind, const char *value)
{
	if (value == NULL || *count >= MOST_NAMES)
		return;
	for (size_t i = 0; i < *count; i++) {
		if ((*ids)[i].kind == kind && strcmp((*ids)[i].value, value) == 0)
			return;
	}
	*ids = arena_push(arena, *ids, *count, sizeof **ids);
	(*ids)[*count].kind = kind;
	(*ids)[(*count)++].value = value;
}

static const char *
spell(struct arena *arena, enum identifier_kind *kind, const char *value)
{
	if (text_is_blank(value))
		return NULL;
	/* The Hub and GitHub tell their own names; they need no repair. */
	if (!identifier_is_artifact(*kind))
		value = spell_paper(arena, kind, value);
	return identifier_canonical(arena, *kind, value);
}

void
draft_id(struct draft *draft, enum identifier_kind kind, const char *value)
{
	value = spell(draft->arena, &kind, value);
	add_identifier(draft->arena, &draft->ids, &draft->id_count, kind, value);
}

void
draft_name(struct draft *draft, enum identifier_kind kind, const char *value)
{
	value = spell(draft->arena, &kind, value);
	add_identifier(draft->arena, &draft->names, &draft->name_count, kind, value);
}

/* The link that begins after each `mark`, up to what cannot be part of it. */
static void
names_after(
    struct draft *draft, const char *text, const char *mark, enum identifier_kind kind)
{
	while ((text = text_find_nocase(text, mark)) != NULL) {
		size_t length;

		text += strlen(mark);
		length = strcspn(text, " \t\r\n\"'<>()[]{},;?#|");
		while (length > 0 && text[length - 1] == '.')
			length--;
		if (length > 0 && length < 200)
			draft_name(draft, kind, arena_text_n(draft->arena, text, length));
		text += length;
	}
}

void
draft_names_in(struct draft *draft, const char *text)
{
	if (text == NULL)
		return;
	names_after(draft, text, "arxiv.org/abs/", IDENTIFIER_ARXIV);
	names_after(draft, text, "arxiv.org/pdf/", IDENTIFIER_ARXIV);
	names_after(draft, text, "huggingface.co/papers/", IDENTIFIER_ARXIV);
	names_after(draft, text, "arxiv:", IDENTIFIER_ARXIV);
	names_after(draft, text, "doi.org/", IDENTIFIER_DOI);
	names_after(draft, text, "aclanthology.org/", IDENTIFIER_ACL);
}
