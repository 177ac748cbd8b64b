/* Words for fields; the ids and the people that stand in one of them. */
#include "model/claim.h"

#include <assert.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "model/identifier.h"

#define FIELD_WORD(name, word) word,
static const char *const names[] = { FIELDS(FIELD_WORD) };

const char *
claim_field_name(enum field field)
{
	assert(field < FIELD_COUNT);
	return names[field];
}

bool
claim_base_model(
    struct arena *arena, const char *text, size_t which, struct identifier *id)
{
	size_t length;

	for (; text != NULL; text += length + strspn(text + length, ", ")) {
		length = strcspn(text, ",");
		if (length == 0)
			return false;
		if (which-- > 0)
			continue;
		id->kind = IDENTIFIER_HF_MODEL;
		id->value = identifier_canonical(
		    arena, id->kind, arena_text_n(arena, text, length));
		return id->value != NULL && strlen(id->value) <= 200;
	}
	return false;
}

static const char joint[] = " and ";

/* "Ramón y Cajal" is one: what joins people otherwise stands between full names. */
static size_t
find_and(const char *start, const char *at, const char *end)
{
	size_t length;

	if (*at != ' ')
		return 0;
	if (text_starts_nocase(at, joint))
		return sizeof joint - 1;
	length = text_and_length(at);
	return length > 0 &&
		memchr(at + length, ' ', (size_t)(end - at) - length) != NULL &&
		(at == start || memchr(start + 1, ' ', (size_t)(at - start) - 1) != NULL)
	    ? length
	    : 0;
}

char *
claim_author_next(struct arena *arena, const char **text, const char *stops)
{
	const char *start = *text, *end = start + strcspn(start, stops);
	char *part;

	*text = end + (*end != '\0');
	for (const char *at = start; at < end; at++) {
		size_t length = find_and(start, at, end);

		if (length == 0)
			continue;
		end = at;
		*text = at + length;
	}
	part = text_squeeze(arena, arena_text_n(arena, start, (size_t)(end - start)));
	return text_starts_nocase(part, joint + 1) ? part + sizeof joint - 2 : part;
}

static bool
same_text(const char *a, const char *b)
{
	return a == b || (a != NULL && b != NULL && strcmp(a, b) == 0);
}

bool
claim_equal(const struct claim *a, const struct claim *b)
{
	bool same = a->field == b->field && same_text(a->text, b->text) &&
	    a->author_count == b->author_count;

	for (size_t i = 0; same && i < a->author_count; i++)
		same = same_text(a->authors[i].literal, b->authors[i].literal) &&
		    same_text(a->authors[i].family, b->authors[i].family) &&
		    same_text(a->authors[i].given, b->authors[i].given) &&
		    same_text(a->authors[i].orcid, b->authors[i].orcid);
	return same;
}
