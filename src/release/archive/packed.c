/* Stretches of an archive enter, which are known leave; from and to bytes, too. */
#include "release/archive/packed.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/build.h"
#include "base/file.h"
#include "release/facts/settings.h"

/* Numbers stand as this machine has them: the cache is of one. */
struct head {
	uint32_t format; /* raised with every change of what is here */
	uint32_t size;   /* of a piece */
	uint8_t packer[DIGEST_BYTES];
};

enum { FORMAT = 2 };

void
packed_add(struct arena *arena, struct pieces *pieces, const struct piece *piece)
{
	pieces->v = arena_push(arena, pieces->v, pieces->count, sizeof *pieces->v);
	pieces->v[pieces->count++] = *piece;
}

void
packed_move(struct arena *arena, const struct pieces *from, const struct piece *file,
    uint64_t at, struct pieces *to)
{
	for (size_t i = 0; i < from->count; i++) {
		struct piece piece = from->v[i];

		if (piece.at < file->at || piece.at >= file->at + file->length)
			continue;
		piece.at = piece.at - file->at + at;
		packed_add(arena, to, &piece);
	}
}

bool
packed_read_sum(const char *text, uint8_t sum[DIGEST_BYTES])
{
	for (size_t i = 0; i < DIGEST_BYTES; i++) {
		unsigned byte;

		if (sscanf(text + 2 * i, "%2x", &byte) != 1)
			return false;
		sum[i] = (uint8_t)byte;
	}
	return true;
}

static int
compare(const void *left, const void *right)
{
	const struct piece *a = left, *b = right;
	int order = memcmp(a->bytes, b->bytes, DIGEST_BYTES);

	return order != 0 ? order : (a->at > b->at) - (a->at < b->at);
}

static int
compare_key(const void *key, const void *piece)
{
	return memcmp(key, ((const struct piece *)piece)->bytes, DIGEST_BYTES);
}

const struct piece *
packed_find(const struct pieces *pieces, const uint8_t bytes[DIGEST_BYTES])
{
	return pieces == NULL || pieces->count == 0
	    ? NULL
	    : bsearch(bytes, pieces->v, pieces->count, sizeof *pieces->v, compare_key);
}

static void
encode(const struct pieces *pieces, struct buffer *out)
{
	uint64_t count = pieces->count;

	buffer_add(out, pieces->archive, strlen(pieces->archive) + 1);
	buffer_add(out, &count, sizeof count);
	buffer_add(out, pieces->v, pieces->count * sizeof *pieces->v);
}

bool
packed_keep(struct pieces *pieces, const struct pieces *before, struct buffer *out)
{
	struct head head;

	memset(&head, 0, sizeof head);
	head.format = FORMAT;
	head.size = sizeof(struct piece);
	if (pieces->count == 0 || !build_all(head.packer))
		return false;
	qsort(pieces->v, pieces->count, sizeof *pieces->v, compare);
	buffer_clear(out);
	buffer_add(out, &head, sizeof head);
	encode(pieces, out);
	if (before->count > 0)
		encode(before, out);
	return true;
}

/* The next archive of those that are left; false: there is none whole. */
static bool
decode(struct arena *arena, const char **at, const char *end, struct pieces *pieces)
{
	const char *stop = memchr(*at, '\0', (size_t)(end - *at));
	uint64_t count;

	if (stop == NULL || (size_t)(end - stop) < 1 + sizeof count)
		return false;
	memcpy(&count, stop + 1, sizeof count);
	pieces->archive = *at;
	*at = stop + 1 + sizeof count;
	if (count > (size_t)(end - *at) / sizeof *pieces->v)
		return false;
	pieces->count = (size_t)count;
	pieces->v = arena_alloc(arena, (pieces->count + 1) * sizeof *pieces->v);
	memcpy(pieces->v, *at, pieces->count * sizeof *pieces->v);
	*at += pieces->count * sizeof *pieces->v;
	return true;
}

bool
packed_recall(struct arena *arena, const struct release_memo *memo, const char *folder,
    const char *suffix, struct packed_before *before)
{
	const char *at = memo->bytes, *end;
	uint8_t packer[DIGEST_BYTES];
	struct head head;

	if (at == NULL || memo->length < sizeof head || !build_all(packer))
		return false;
	end = at + memo->length;
	memcpy(&head, at, sizeof head);
	at += sizeof head;
	if (head.format != FORMAT || head.size != sizeof(struct piece) ||
	    memcmp(head.packer, packer, DIGEST_BYTES) != 0)
		return false;
	before->path = arena_join(arena, folder, suffix, NULL);
	while (at < end && decode(arena, &at, end, &before->pieces))
		if (strcmp(before->pieces.archive, file_name(before->path)) == 0)
			return true;
	before->pieces.count = 0;
	return false;
}
