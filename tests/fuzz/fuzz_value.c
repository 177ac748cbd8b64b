/*
 * Any bytes as a value of the cache, and again with the checksums made right,
 * since nothing gets past them by chance: refused, or exactly what encoding
 * writes.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "cache/key.h"
#include "cache/value.h"

int LLVMFuzzerTestOneInput(const uint8_t *, size_t);

static const struct span under = { "a key", 5 };

static void
try(struct span bytes)
{
	struct buffer again;
	struct value value;
	struct key_parts parts;

	key_split(bytes, &parts);
	if (!value_decode(bytes, under, &value) || !value_body_is_whole(&value))
		return;
	value_confirmed(&value, INT64_MIN, 0);
	buffer_init(&again, 0);
	value_encode(&value, under, &again);
	if (again.length != bytes.length ||
	    memcmp(again.bytes + 8, bytes.bytes + 8, bytes.length - 8) != 0)
		abort();
	buffer_free(&again);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
	struct span body;
	char *copy;

	try((struct span){ (const char *)bytes, length });
	if (length < VALUE_HEAD)
		return 0;
	copy = malloc(length);
	memcpy(copy, bytes, length);
	body.length = (size_t)bytes_get_u64(copy + 56) % (length - VALUE_HEAD + 1);
	body.bytes = copy + length - body.length;
	bytes_put_u64(copy + 56, body.length);
	bytes_put_u64(copy + 64, bytes_sum(body));
	bytes_seal(copy, length - body.length, under);
	try((struct span){ copy, length });
	free(copy);
	return 0;
}
