/* Bytes or a file in, SHA-256 out. */
#include "base/digest.h"

#include <errno.h>
#include <fcntl.h>
#include <nettle/sha2.h>
#include <unistd.h>

#include "base/arena.h"

static void
write_hexadecimal(const uint8_t *bytes, char out[DIGEST_TEXT])
{
	static const char digits[] = "0123456789abcdef";

	for (size_t i = 0; i < DIGEST_BYTES; i++) {
		out[2 * i] = digits[bytes[i] >> 4];
		out[2 * i + 1] = digits[bytes[i] & 15];
	}
	out[2 * DIGEST_BYTES] = '\0';
}

void
digest_bytes(const void *bytes, size_t length, uint8_t out[DIGEST_BYTES])
{
	struct sha256_ctx context;

	sha256_init(&context);
	sha256_update(&context, length, bytes);
	sha256_digest(&context, DIGEST_BYTES, out);
}

struct digest_sum {
	struct sha256_ctx context;
};

struct digest_sum *
digest_begin(struct arena *arena)
{
	struct digest_sum *sum = arena_alloc(arena, sizeof *sum);

	sha256_init(&sum->context);
	return sum;
}

void
digest_add(struct digest_sum *sum, const void *bytes, size_t length)
{
	sha256_update(&sum->context, length, bytes);
}

void
digest_end(struct digest_sum *sum, char out[DIGEST_TEXT])
{
	uint8_t digest[DIGEST_BYTES];

	sha256_digest(&sum->context, DIGEST_BYTES, digest);
	write_hexadecimal(digest, out);
}

void
digest_text(const void *bytes, size_t length, char out[DIGEST_TEXT])
{
	uint8_t digest[DIGEST_BYTES];

	digest_bytes(bytes, length, digest);
	write_hexadecimal(digest, out);
}

bool
digest_file(const char *path, char out[DIGEST_TEXT], uint64_t *bytes)
{
	static uint8_t chunk[64 * 1024];
	uint8_t digest[DIGEST_BYTES];
	struct sha256_ctx context;
	uint64_t total = 0;
	ssize_t got;
	int file = open(path, O_RDONLY | O_CLOEXEC);

	if (file < 0)
		return false;
	sha256_init(&context);
	while ((got = read(file, chunk, sizeof chunk)) != 0) {
		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0) {
			int error = errno;

			close(file);
			errno = error;
			return false;
		}
		sha256_update(&context, (size_t)got, chunk);
		total += (uint64_t)got;
	}
	close(file);
	sha256_digest(&context, DIGEST_BYTES, digest);
	write_hexadecimal(digest, out);
	if (bytes != NULL)
		*bytes = total;
	return true;
}
