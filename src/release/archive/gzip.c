/*
 * The bytes of a file enter; the file, packed by gzip, leaves: one member of many
 * stretches, for there are readers that take the end of the first member for the
 * end of the file (Ruby's, Rust's, Perl's, those of browsers).
 */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/crew.h"
#include "base/file.h"
#include "release/archive/gzip_inside.h"
#include "release/archive/stretch.h"

static bool
set_up(struct gzip *gzip, const char *path, const struct packed_before *before)
{
	size_t crew = crew_size();

	gzip->file = gzip->before = -1;
	gzip->slot_count = crew == 1 ? 1 : crew * EACH;
	for (size_t i = 0; i < crew; i++)
		if ((gzip->stretches[i] = stretch_new(MOST)) == NULL)
			return false;
	gzip->room = stretch_room(gzip->stretches[0]);
	for (size_t i = 0; i < gzip->slot_count; i++) {
		gzip->slots[i].bytes = malloc(MOST);
		gzip->slots[i].packed = malloc(gzip->room);
		if (gzip->slots[i].bytes == NULL || gzip->slots[i].packed == NULL)
			return false;
	}
	gzip->file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
	if (gzip->file < 0)
		return false;
	/* Without it all is packed, as it would be anyway. */
	if (before != NULL) {
		gzip->known = &before->pieces;
		gzip->before = open(before->path, O_RDONLY | O_CLOEXEC);
	}
	return true;
}

static void
release(struct gzip *gzip)
{
	if (gzip->before >= 0)
		close(gzip->before);
	for (size_t i = 0; i < CREW_MOST; i++)
		stretch_free(gzip->stretches[i]);
	for (size_t i = 0; i < SLOTS; i++) {
		free(gzip->slots[i].bytes);
		free(gzip->slots[i].packed);
	}
	free(gzip);
}

bool
gzip_write(struct gzip *gzip, const unsigned char *bytes, size_t length)
{
	gzip->at += length;
	return file_write(gzip->file, bytes, length);
}

struct gzip *
gzip_open(struct arena *arena, const char *path, const struct packed_before *before,
    struct pieces *made)
{
	/* Deflate, without name or time, from a system that is not said. */
	static const unsigned char head[] = { 0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff };
	struct gzip *gzip = calloc(1, sizeof *gzip);
	int reason;

	if (gzip == NULL)
		return NULL;
	gzip->arena = arena;
	gzip->made = made;
	if (set_up(gzip, path, before) && gzip_write(gzip, head, sizeof head))
		return gzip;
	reason = errno;
	release(gzip);
	errno = reason;
	return NULL;
}

/* What an earlier archive has of these bytes, whole, or 0. */
static size_t
take_packed(const struct gzip *gzip, struct slot *slot)
{
	const struct piece *known = gzip->before < 0
	    ? NULL
	    : packed_find(gzip->known, slot->piece.bytes);

	if (known == NULL || known->file != 0 || known->length > gzip->room ||
	    pread(gzip->before, slot->packed, known->length, (off_t)known->at) !=
		(ssize_t)known->length)
		return 0;
	digest_bytes(slot->packed, known->length, slot->piece.packed);
	return memcmp(slot->piece.packed, known->packed, DIGEST_BYTES) == 0
	    ? known->length
	    : 0;
}

void
gzip_count(struct gzip *gzip, uint32_t sum, uint64_t length)
{
	gzip->sum = stretch_sum_join(gzip->sum, sum, length);
	gzip->file_sum = stretch_sum_join(gzip->file_sum, sum, length);
	gzip->all += (uint32_t)length;
}

static void
pack(void *context, size_t i, size_t who)
{
	struct gzip *gzip = context;
	struct slot *slot = &gzip->slots[i];
	bool is_worth = slot->held >= WORTH;

	slot->length = 0;
	slot->sum = stretch_sum(0, slot->bytes, slot->held);
	if (is_worth) {
		digest_bytes(slot->bytes, slot->held, slot->piece.bytes);
		/* The same bytes packed in haste are other ones. */
		slot->piece.bytes[0] ^= slot->hastens;
		slot->length = take_packed(gzip, slot);
	}
	if (slot->length > 0)
		return;
	slot->length = stretch_pack(
	    gzip->stretches[who], slot->bytes, slot->held, slot->packed, slot->hastens);
	slot->trouble = errno;
	if (is_worth && slot->length > 0)
		digest_bytes(slot->packed, slot->length, slot->piece.packed);
}

bool
gzip_pack_all(struct gzip *gzip)
{
	const size_t count = gzip->filling;

	gzip->filling = 0;
	crew_do(gzip->failed ? 0 : count, pack, gzip);
	for (size_t i = 0; i < count && !gzip->failed; i++) {
		struct slot *slot = &gzip->slots[i];

		errno = slot->trouble;
		slot->piece.at = gzip->at;
		slot->piece.length = slot->length;
		gzip->failed = slot->length == 0 ||
		    !gzip_write(gzip, slot->packed, slot->length);
		if (slot->held >= WORTH)
			packed_add(gzip->arena, gzip->made, &slot->piece);
		gzip_count(gzip, slot->sum, slot->held);
		if (gzip->file_packed != NULL)
			digest_add(gzip->file_packed, slot->packed, slot->length);
		slot->held = 0;
	}
	return !gzip->failed;
}

bool
gzip_cut(struct gzip *gzip)
{
	if (gzip->slots[gzip->filling].held == 0)
		return true;
	return ++gzip->filling < gzip->slot_count || gzip_pack_all(gzip);
}

void
gzip_hasten(struct gzip *gzip, bool hastens)
{
	gzip->hastens = hastens;
}

bool
gzip_put(struct gzip *gzip, const void *bytes, size_t length)
{
	const unsigned char *at = bytes;

	while (length > 0 && !gzip->passes_over) {
		struct slot *slot = &gzip->slots[gzip->filling];
		size_t part = MOST - slot->held < length ? MOST - slot->held : length;

		slot->hastens = gzip->hastens;
		memcpy(slot->bytes + slot->held, at, part);
		slot->held += part;
		at += part;
		length -= part;
		if (slot->held == MOST && !gzip_cut(gzip))
			return false;
	}
	return true;
}

/* The end of the stream; then the checksum and the length, low bytes first. */
static bool
write_end(struct gzip *gzip)
{
	const uint32_t numbers[] = { gzip->sum, gzip->all };
	unsigned char end[STRETCH_LAST_BYTES + sizeof numbers];

	memcpy(end, stretch_last, sizeof stretch_last);
	for (size_t i = 0; i < sizeof numbers; i++)
		end[STRETCH_LAST_BYTES + i] = (unsigned char)(numbers[i / 4] >>
		    8 * (i % 4));
	return gzip_write(gzip, end, sizeof end);
}

bool
gzip_close(struct gzip *gzip)
{
	bool closed;

	if (gzip == NULL)
		return true;
	closed = gzip_cut(gzip) && gzip_pack_all(gzip) && write_end(gzip);
	closed = close(gzip->file) == 0 && closed;
	release(gzip);
	return closed;
}
