/* A file that was packed before enters; its stretches, copied together, leave. */
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/digest.h"
#include "release/archive/gzip_inside.h"
#include "release/archive/stretch.h"

/* Copied as it is read: other bytes than they were are taken back. */
static bool
copy_file(struct gzip *gzip, const struct piece *file)
{
	struct digest_sum *sum = digest_begin(gzip->arena);
	unsigned char *room = gzip->slots[0].packed;
	char text[DIGEST_TEXT];
	uint8_t digest[DIGEST_BYTES];

	for (uint64_t done = 0; done < file->length;) {
		size_t part = file->length - done < gzip->room
		    ? (size_t)(file->length - done)
		    : gzip->room;
		ssize_t got = pread(gzip->before, room, part, (off_t)(file->at + done));

		if (got <= 0 || !gzip_write(gzip, room, (size_t)got))
			return false;
		digest_add(sum, room, (size_t)got);
		done += (uint64_t)got;
	}
	digest_end(sum, text);
	return packed_read_sum(text, digest) &&
	    memcmp(digest, file->packed, DIGEST_BYTES) == 0;
}

bool
gzip_take_file(struct gzip *gzip, const char *sum)
{
	uint8_t digest[DIGEST_BYTES];
	const struct piece *file = gzip->before >= 0 && packed_read_sum(sum, digest)
	    ? packed_find(gzip->known, digest)
	    : NULL;

	/* What came before stands in front of it. */
	if (!gzip_pack_all(gzip))
		return false;
	gzip->file_at = gzip->at;
	gzip->file_sum = 0;
	gzip->file_packed = digest_begin(gzip->arena);
	if (file == NULL || file->file == 0)
		return false;
	if (!copy_file(gzip, file)) {
		gzip->at = gzip->file_at;
		if (ftruncate(gzip->file, (off_t)gzip->at) == 0)
			(void)lseek(gzip->file, (off_t)gzip->at, SEEK_SET);
		return false;
	}
	gzip->file_packed = NULL;
	gzip_count(gzip, (uint32_t)file->sum, file->file);
	packed_move(gzip->arena, gzip->known, file, gzip->file_at, gzip->made);
	return true;
}

void
gzip_pass_over(struct gzip *gzip, bool over)
{
	gzip->passes_over = over;
}

void
gzip_end_file(struct gzip *gzip, const char *sum, uint64_t length)
{
	const bool whole = gzip_pack_all(gzip);
	struct piece file = { .at = gzip->file_at,
		.length = gzip->at - gzip->file_at,
		.file = length,
		.sum = gzip->file_sum };
	char text[DIGEST_TEXT];

	if (gzip->file_packed == NULL)
		return;
	digest_end(gzip->file_packed, text);
	gzip->file_packed = NULL;
	if (whole && packed_read_sum(text, file.packed) &&
	    packed_read_sum(sum, file.bytes))
		packed_add(gzip->arena, gzip->made, &file);
}
