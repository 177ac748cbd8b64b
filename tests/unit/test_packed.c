/* What an archive has packed, as bytes and back; and where large files are cut. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>
#include <zlib.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/digest.h"
#include "in_arena.h"
#include "release/archive/cut.h"
#include "release/archive/gzip.h"
#include "release/archive/packed.h"
#include "release/release.h"
#include "within.h"

static struct pieces
make(const char *archive, unsigned count)
{
	struct pieces pieces = { .archive = archive };

	for (unsigned i = 0; i < count; i++) {
		struct piece piece = { .at = i * 1000, .length = 900 + i };

		piece.bytes[0] = (uint8_t)(count - i);
		piece.packed[1] = (uint8_t)i;
		packed_add(arena, &pieces, &piece);
	}
	return pieces;
}

static void
assert_same(const struct pieces *a, const struct pieces *b)
{
	assert_string_equal(a->archive, b->archive);
	assert_int_equal(a->count, b->count);
	for (size_t i = 0; i < a->count; i++)
		assert_memory_equal(&a->v[i], &b->v[i], sizeof *a->v);
}

static bool
recall(const char *bytes, size_t length, const char *folder, struct packed_before *known)
{
	const struct release_memo memo = { bytes, length };

	*known = (struct packed_before){ 0 };
	return packed_recall(arena, &memo, folder, ".tar.gz", known);
}

static void
two_archives_are_known(void **state)
{
	struct pieces now = make("demo-2.tar.gz", 5), before = make("demo-1.tar.gz", 3);
	struct pieces none = { .archive = "demo-0.tar.gz" };
	struct packed_before known;
	uint8_t key[DIGEST_BYTES] = { 4 };
	struct buffer bytes;

	(void)state;
	buffer_init(&bytes, 0);
	assert_false(packed_keep(&none, &none, &bytes));
	assert_true(packed_keep(&before, &none, &bytes));
	assert_true(packed_keep(&now, &before, &bytes));
	assert_true(recall(bytes.bytes, bytes.length, "/x/demo-2", &known));
	assert_string_equal(known.path, "/x/demo-2.tar.gz");
	assert_same(&now, &known.pieces);
	assert_int_equal(packed_find(&known.pieces, key)->at, 1000);
	assert_true(recall(bytes.bytes, bytes.length, "/x/demo-1", &known));
	assert_same(&before, &known.pieces);
	assert_null(packed_find(&known.pieces, key));
	assert_false(recall(bytes.bytes, bytes.length, "/x/demo-3", &known));
	assert_false(recall(NULL, 0, "/x/demo-2", &known));
	/* Cut anywhere, nothing is read that is not there. */
	for (size_t length = 0; length < bytes.length; length++) {
		char *copy = arena_text_n(arena, bytes.bytes, length);

		if (recall(copy, length, "/x/demo-2", &known))
			assert_same(&now, &known.pieces);
		assert_false(recall(copy, length, "/x/demo-1", &known));
	}
	/* What other libraries packed may be packed otherwise. */
	bytes.bytes[8] ^= 1;
	assert_false(recall(bytes.bytes, bytes.length, "/x/demo-2", &known));
	buffer_free(&bytes);
}

/* Lines of some 400 bytes, each of its own. */
static size_t
fill(char *text, size_t size, unsigned from)
{
	size_t length = 0;

	for (unsigned line = from; length + 500 < size; line++)
		length += (size_t)snprintf(text + length, 500, "{\"id\":\"%u\",%0*d}\n",
		    line * 2654435761u, 380 + (int)(line % 17), 1);
	return length;
}

static void
a_row_more_moves_one_cut(void **state)
{
	size_t size = 8u << 20, length, cuts[400], count = 0, same = 0, at;
	char *text = arena_alloc(arena, size), *longer = arena_alloc(arena, size + 600);
	static const char row[] = "{\"id\":\"a row more\"}\n";

	(void)state;
	length = fill(text, size, 1);
	for (at = 0; at < length; at += cuts[count++]) {
		cuts[count] = cut_next(text + at, length - at);
		assert_within(cuts[count], 1, CUT_MOST);
		/* It depends on nothing behind what is looked at. */
		if (length - at > CUT_MOST + CUT_AHEAD)
			assert_int_equal(
			    cut_next(text + at, CUT_MOST + CUT_AHEAD), cuts[count]);
		assert_true(at + cuts[count] == length || cuts[count] >= CUT_LEAST);
	}
	assert_int_equal(at, length);
	/* In the first piece, at the end of its first line. */
	at = (size_t)(strchr(text, '\n') - text) + 1;
	memcpy(longer, text, at);
	memcpy(longer + at, row, sizeof row - 1);
	memcpy(longer + at + sizeof row - 1, text + at, length - at);
	length += sizeof row - 1;
	at = 0;
	for (size_t i = 0, end = 0, begun = 0; at < length; begun = at) {
		at += cut_next(longer + at, length - at);
		while (i < count && end + sizeof row - 1 < at)
			end += cuts[i++];
		same += end + sizeof row - 1 == at && begun > 0;
	}
	assert_within(count, 70, 110);
	assert_within(same, count - 3, count - 1);
}

static size_t
read_all(const char *path, char *room, size_t size)
{
	FILE *file = fopen(path, "rb");
	size_t length;

	assert_non_null(file);
	length = fread(room, 1, size, file);
	fclose(file);
	return length;
}

/* A file of these bytes; its length. */
static size_t
pack(const char *path, const struct packed_before *before, struct pieces *made,
    const char *bytes, size_t length, char *room, size_t size)
{
	struct gzip *gzip = gzip_open(arena, path, before, made);

	*made = (struct pieces){ .archive = path };
	assert_non_null(gzip);
	assert_true(gzip_put(gzip, bytes, length));
	assert_true(gzip_close(gzip));
	return read_all(path, room, size);
}

static void
what_is_known_is_taken_if_it_is_whole(void **state)
{
	size_t size = 200 << 10, length, first, again;
	char *text = arena_alloc(arena, size), *room = arena_alloc(arena, size);
	char *other = arena_alloc(arena, size), path[] = "/tmp/packedXXXXXX";
	char before_path[] = "/tmp/beforeXXXXXX";
	struct packed_before before = { .path = before_path };
	struct pieces made;
	FILE *file;

	(void)state;
	assert_int_equal(close(mkstemp(path)) | close(mkstemp(before_path)), 0);
	length = fill(text, size, 1);
	first = pack(path, NULL, &before.pieces, text, length, room, size);
	assert_int_equal(before.pieces.count, 1);
	/* Other bytes in its place, which its sum calls whole: they are taken. */
	memset(other, 'x', first);
	file = fopen(before_path, "wb");
	assert_non_null(file);
	assert_int_equal(fwrite(other, 1, first, file), first);
	fclose(file);
	digest_bytes(other, before.pieces.v[0].length, before.pieces.v[0].packed);
	again = pack(path, &before, &made, text, length, other + first, first + 1);
	assert_int_equal(again, first);
	assert_memory_equal(
	    other, other + first + before.pieces.v[0].at, before.pieces.v[0].length);
	/* The sum of others, more bytes than are there, no file: packed. */
	before.pieces.v[0].packed[0] ^= 1;
	again = pack(path, &before, &made, text, length, other, size);
	assert_int_equal(again, first);
	assert_memory_equal(other, room, first);
	before.pieces.v[0].packed[0] ^= 1;
	before.pieces.v[0].length++;
	assert_int_equal(pack(path, &before, &made, text, length, other, size), first);
	assert_memory_equal(other, room, first);
	before.path = "/nonexistent/before";
	assert_int_equal(pack(path, &before, &made, text, length, other, size), first);
	assert_memory_equal(other, room, first);
	unlink(path);
	unlink(before_path);
}

/* Unpacked by who ends with the first member; how many bytes were left. */
static size_t
unpack(unsigned char *packed, size_t length, unsigned char *bytes, size_t *size)
{
	z_stream reader = { .next_in = packed,
		.avail_in = (uInt)length,
		.next_out = bytes,
		.avail_out = (uInt)*size };

	assert_int_equal(inflateInit2(&reader, 16 + MAX_WBITS), Z_OK);
	assert_int_equal(inflate(&reader, Z_FINISH), Z_STREAM_END);
	*size = reader.total_out;
	length = reader.avail_in;
	inflateEnd(&reader);
	return length;
}

/* Random bytes do not get smaller. */
static size_t
noise(char *room, size_t size)
{
	uint64_t seed = 1;

	for (size_t i = 0; i < size; i++)
		room[i] = (char)((seed = seed * 6364136223846793005u + 1) >> 56);
	return size;
}

/* Of whatever lengths and kinds of bytes: their ends fall on every bit of a byte. */
static void
all_of_it_is_one_member(void **state)
{
	size_t size = 900 << 10;
	char *text = arena_alloc(arena, size), *room = arena_alloc(arena, size);
	unsigned char *again = arena_alloc(arena, size);
	char path[] = "/tmp/packedXXXXXX";
	struct pieces made;

	(void)state;
	assert_int_equal(close(mkstemp(path)), 0);
	(void)fill(text, size / 2, 1);
	(void)noise(text + size / 2, size - size / 2);
	for (size_t at = 0, length = 0; at + length <= size; at += 7919) {
		size_t out = size;
		size_t packed = pack(path, NULL, &made, text + at, length, room, size);

		assert_int_equal(unpack((unsigned char *)room, packed, again, &out), 0);
		assert_int_equal(out, length);
		assert_memory_equal(again, text + at, length);
		length = length < 64 ? length + 1 : length + length / 7;
	}
	unlink(path);
}

static void
threads_pack_alike_and_fail_alike(void **state)
{
	enum { SIZE = 2 << 20 };
	char *text = arena_alloc(arena, SIZE), *one = arena_alloc(arena, 2 * SIZE);
	char *many = arena_alloc(arena, 2 * SIZE), path[] = "/tmp/packedXXXXXX";
	struct rlimit before, small = { 1 << 20, RLIM_INFINITY };
	struct pieces made, made_by_many;
	size_t length;

	(void)state;
	assert_int_equal(close(mkstemp(path)), 0);
	(void)noise(text, SIZE);
	setenv("ENRICH_THREADS", "1", 1);
	length = pack(path, NULL, &made, text, SIZE, one, 2 * SIZE);
	setenv("ENRICH_THREADS", "3", 1);
	assert_int_equal(
	    pack(path, NULL, &made_by_many, text, SIZE, many, 2 * SIZE), length);
	assert_memory_equal(one, many, length);
	assert_same(&made, &made_by_many);
	/* A file that may not be as large. */
	signal(SIGXFSZ, SIG_IGN);
	assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &small), 0);
	for (unsigned threads = 1; threads <= 3; threads += 2) {
		struct gzip *gzip;
		bool put, closed;

		setenv("ENRICH_THREADS", threads == 1 ? "1" : "3", 1);
		gzip = gzip_open(arena, path, NULL, &made);
		assert_non_null(gzip);
		errno = 0;
		put = gzip_put(gzip, text, SIZE);
		closed = gzip_close(gzip);
		assert_int_equal(errno, EFBIG);
		assert_false(put && closed);
		assert_false(closed);
	}
	setrlimit(RLIMIT_FSIZE, &before);
	unsetenv("ENRICH_THREADS");
	unlink(path);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(two_archives_are_known),
		cmocka_unit_test(a_row_more_moves_one_cut),
		cmocka_unit_test(what_is_known_is_taken_if_it_is_whole),
		cmocka_unit_test(all_of_it_is_one_member),
		cmocka_unit_test(threads_pack_alike_and_fail_alike),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
