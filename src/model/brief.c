/*
 * Briefs to bytes for the cache and back; nothing but what encode writes is
 * read: shortest numbers, no NUL inside a text, nothing behind the end.
 */
#include "model/brief.h"

#include <assert.h>
#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"

/*
 * format, fields, identifier kinds, kind, year, title, ids, names, claims.
 * The two enums are part of the format: a brief from before one of them grew
 * is not read, and so made again from the answer.
 *	number: 7 bits a byte, low first, high bit: more follow
 *	text:   0 for NULL, else length + 1, bytes, NUL (so that it can be
 *	        pointed to)
 */
enum { BRIEF_FORMAT = 1 };

_Static_assert(FIELD_COUNT < 128 && IDENTIFIER_KINDS < 128, "one byte each");

static void
put_number(struct buffer *out, uint64_t number)
{
	while (number >= 0x80) {
		buffer_char(out, (char)(number | 0x80));
		number >>= 7;
	}
	buffer_char(out, (char)number);
}

static void
put_text(struct buffer *out, const char *text)
{
	size_t length;

	if (!text) {
		put_number(out, 0);
		return;
	}
	length = strlen(text);
	put_number(out, (uint64_t)length + 1);
	buffer_add(out, text, length + 1);
}

static void
put_ids(struct buffer *out, const struct identifier *ids, size_t count)
{
	put_number(out, count);
	for (size_t i = 0; i < count; i++) {
		assert(ids[i].value && ids[i].kind < IDENTIFIER_KINDS);
		put_number(out, ids[i].kind);
		put_text(out, ids[i].value);
	}
}

static void
put_claim(struct buffer *out, const struct claim *claim)
{
	put_number(out, claim->field);
	if (claim->field != FIELD_AUTHORS) {
		assert(claim->text);
		put_text(out, claim->text);
		return;
	}
	put_number(out, claim->author_count);
	for (size_t i = 0; i < claim->author_count; i++) {
		assert(claim->authors[i].literal);
		put_text(out, claim->authors[i].literal);
		put_text(out, claim->authors[i].family);
		put_text(out, claim->authors[i].given);
		put_text(out, claim->authors[i].orcid);
	}
}

void
brief_encode(const struct brief *brief, struct buffer *out)
{
	size_t kept = 0;

	put_number(out, BRIEF_FORMAT);
	put_number(out, FIELD_COUNT);
	put_number(out, IDENTIFIER_KINDS);
	put_number(out, brief->kind);
	put_number(out, brief->year > 0 ? (uint64_t)brief->year : 0);
	put_text(out, brief->title);
	put_ids(out, brief->ids, brief->id_count);
	put_ids(out, brief->names, brief->name_count);
	/* A second claim about a field would never be read: leave it out. */
	for (size_t i = 0; i < brief->claim_count; i++)
		kept += brief_claim(brief, brief->claims[i].field) == &brief->claims[i];
	put_number(out, kept);
	for (size_t i = 0; i < brief->claim_count; i++)
		if (brief_claim(brief, brief->claims[i].field) == &brief->claims[i])
			put_claim(out, &brief->claims[i]);
}

struct reader {
	struct arena *arena;
	const char *at, *end;
};

static bool
get_number(struct reader *in, uint64_t limit, uint64_t *number)
{
	uint64_t value = 0;

	for (unsigned shift = 0; shift < 35 && in->at < in->end; shift += 7) {
		unsigned char byte = (unsigned char)*in->at++;

		value |= (uint64_t)(byte & 0x7f) << shift;
		if (byte & 0x80)
			continue;
		if (byte == 0 && shift > 0)
			return false; /* not the shortest */
		*number = value;
		return value <= limit;
	}
	return false;
}

static bool
get_text(struct reader *in, const char **text)
{
	uint64_t length;

	*text = NULL;
	if (!get_number(in, INT32_MAX, &length))
		return false;
	if (length == 0)
		return true;
	if ((uint64_t)(in->end - in->at) < length ||
	    memchr(in->at, '\0', length) != in->at + length - 1)
		return false;
	*text = in->at;
	in->at += length;
	return true;
}

/* At least `bytes` a thing: no more memory than a few times the input. */
static bool
get_count(struct reader *in, size_t bytes, size_t *count)
{
	uint64_t number;

	if (!get_number(in, INT32_MAX, &number) ||
	    number > (uint64_t)(in->end - in->at) / bytes)
		return false;
	*count = (size_t)number;
	return true;
}

static bool
get_ids(struct reader *in, const struct identifier **ids, size_t *count)
{
	struct identifier *made;
	uint64_t kind;

	if (!get_count(in, 3, count))
		return false;
	if (*count == 0)
		return true;
	*ids = made = arena_alloc(in->arena, *count * sizeof *made);
	for (size_t i = 0; i < *count; i++) {
		if (!get_number(in, IDENTIFIER_KINDS - 1, &kind) ||
		    !get_text(in, &made[i].value) || !made[i].value)
			return false;
		made[i].kind = (enum identifier_kind)kind;
	}
	return true;
}

static bool
get_authors(struct reader *in, struct claim *claim)
{
	struct author *made;

	if (!get_count(in, 5, &claim->author_count))
		return false;
	if (claim->author_count == 0)
		return true;
	made = arena_alloc(in->arena, claim->author_count * sizeof *made);
	claim->authors = made;
	for (size_t i = 0; i < claim->author_count; i++)
		if (!get_text(in, &made[i].literal) || !made[i].literal ||
		    !get_text(in, &made[i].family) || !get_text(in, &made[i].given) ||
		    !get_text(in, &made[i].orcid))
			return false;
	return true;
}

static bool
get_claims(struct reader *in, struct brief *brief)
{
	struct claim *made;
	uint64_t field, seen = 0;

	if (!get_count(in, 2, &brief->claim_count) || brief->claim_count > FIELD_COUNT)
		return false;
	if (brief->claim_count == 0)
		return true;
	made = arena_alloc(in->arena, brief->claim_count * sizeof *made);
	brief->claims = made;
	for (size_t i = 0; i < brief->claim_count; i++) {
		if (!get_number(in, FIELD_COUNT - 1, &field) || (seen >> field & 1))
			return false;
		seen |= (uint64_t)1 << field;
		made[i].field = (enum field)field;
		if (field == FIELD_AUTHORS
			? !get_authors(in, &made[i])
			: !get_text(in, &made[i].text) || !made[i].text)
			return false;
	}
	return true;
}

_Static_assert(FIELD_COUNT <= 64, "get_claims keeps a bit a field");

bool
brief_decode(struct arena *arena, const char *bytes, size_t length, struct brief *brief)
{
	struct reader in = { arena, bytes, bytes + length };
	uint64_t number;

	memset(brief, 0, sizeof *brief);
	if (!get_number(&in, INT32_MAX, &number) || number != BRIEF_FORMAT ||
	    !get_number(&in, INT32_MAX, &number) || number != FIELD_COUNT ||
	    !get_number(&in, INT32_MAX, &number) || number != IDENTIFIER_KINDS)
		return false;
	if (!get_number(&in, BRIEF_PREFIX, &number))
		return false;
	brief->kind = (enum brief_kind)number;
	if (!get_number(&in, INT32_MAX, &number))
		return false;
	brief->year = (int)number;
	return get_text(&in, &brief->title) &&
	    get_ids(&in, &brief->ids, &brief->id_count) &&
	    get_ids(&in, &brief->names, &brief->name_count) && get_claims(&in, brief) &&
	    in.at == in.end;
}

const struct claim *
brief_claim(const struct brief *brief, enum field field)
{
	for (size_t i = 0; i < brief->claim_count; i++)
		if (brief->claims[i].field == field)
			return &brief->claims[i];
	return NULL;
}

const char *
brief_text(const struct brief *brief, enum field field)
{
	const struct claim *claim = brief_claim(brief, field);

	return claim ? claim->text : NULL;
}
