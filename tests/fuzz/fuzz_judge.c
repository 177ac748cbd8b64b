/*
 * Fuzzing the judge: bytes cut at NULs become titles, names and authors of
 * two sides.  The verdict must not depend on which side is which.
 */
#include <assert.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "judge/judge.h"
#include "model/brief.h"
#include "model/claim.h"
#include "model/entry.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define PARTS 11

static void
cut(struct arena *arena, const uint8_t *data, size_t size, const char *parts[PARTS])
{
	for (size_t i = 0; i < PARTS; i++) {
		const uint8_t *end = size == 0 ? NULL : memchr(data, 0, size);
		size_t length = end == NULL ? size : (size_t)(end - data);

		/* The world's text is repaired before it comes here. */
		parts[i] = length == 0 ? NULL
				       : text_to_utf8(arena, (const char *)data, length);
		data += length + (end != NULL);
		size -= length + (end != NULL);
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *arena = arena_new();
	const char *p[PARTS];
	struct author author[2];
	struct description a = { 0 }, b = { 0 };
	struct entry x = { .list = "x", .section = "" }, y = x;
	struct brief brief = { .kind = BRIEF_PAPER };
	struct opinion opinion;
	struct claim claim = { .field = FIELD_AUTHORS };
	int year = size > 0 ? 1990 + data[0] % 40 : 0;

	cut(arena, data, size, p);
	a.title = x.title = p[0] == NULL ? "" : p[0];
	b.title = y.title = brief.title = p[1] == NULL ? "" : p[1];
	a.name = x.name = p[2];
	y.name = p[3];
	b.claims_authors_text = x.authors = p[4];
	author[0] = (struct author){ .literal = p[5] == NULL ? "" : p[5] };
	author[1] = (struct author){ .literal = p[6] == NULL ? "" : p[6] };
	a.authors = claim.authors = author;
	a.author_count = claim.author_count = 2;
	b.venue = a.doi = b.doi = p[7];
	a.venue = p[3];
	b.subtitle = p[8];
	a.arxiv = p[9];
	b.arxiv = p[10];
	b.type = p[9];
	a.type = "article";
	a.year = brief.year = year;
	b.year = year + (int)(size % 3);
	brief.claims = &claim;
	brief.claim_count = 1;
	opinion = judge_pair(arena, &a, &b);
	assert(opinion.judgement == judge_pair(arena, &b, &a).judgement);
	for (size_t i = 0; i < opinion.reason_count; i++)
		assert(text_is_utf8(opinion.reasons[i], strlen(opinion.reasons[i])));
	assert(judge_entries(arena, &x, &y).judgement ==
	    judge_entries(arena, &y, &x).judgement);
	(void)judge_answer(arena, &x, &brief, NULL);
	arena_free(arena);
	return 0;
}
