/* Spans, numbers and checksums; no memory, no errors. */
#include "cache/bytes.h"

#include <endian.h>
#include <string.h>

struct span
bytes_text(const char *text)
{
	return (struct span){ text ? text : "", text ? strlen(text) : 0 };
}

bool
bytes_equal(struct span a, struct span b)
{
	return a.length == b.length &&
	    (a.length == 0 || memcmp(a.bytes, b.bytes, a.length) == 0);
}

void
bytes_put_u32(char *at, uint32_t number)
{
	for (unsigned i = 0; i < 4; i++)
		at[i] = (char)(number >> 8 * i);
}

void
bytes_put_u64(char *at, uint64_t number)
{
	for (unsigned i = 0; i < 8; i++)
		at[i] = (char)(number >> 8 * i);
}

uint32_t
bytes_get_u32(const char *at)
{
	uint32_t number;

	memcpy(&number, at, sizeof number);
	return le32toh(number);
}

uint64_t
bytes_get_u64(const char *at)
{
	uint64_t number;

	memcpy(&number, at, sizeof number);
	return le64toh(number);
}

static uint64_t
mix(uint64_t sum, uint64_t word)
{
	sum = (sum ^ word) * UINT64_C(0x9e3779b97f4a7c15);
	return sum ^ sum >> 32;
}

static uint64_t
add(uint64_t sum, struct span span)
{
	char tail[8] = { 0 };
	size_t i;

	sum = mix(sum, span.length);
	for (i = 0; i + 8 <= span.length; i += 8)
		sum = mix(sum, bytes_get_u64(span.bytes + i));
	if (i < span.length) {
		memcpy(tail, span.bytes + i, span.length - i);
		sum = mix(sum, bytes_get_u64(tail));
	}
	return mix(sum, 0);
}

#define SUM UINT64_C(0x656e72696368)

uint64_t
bytes_sum(struct span span)
{
	return add(SUM, span);
}

static uint64_t
sum_under(struct span key, struct span span)
{
	return add(add(SUM, span), key);
}

void
bytes_seal(char *at, size_t length, struct span key)
{
	bytes_put_u64(at, sum_under(key, (struct span){ at + 8, length - 8 }));
}

bool
bytes_sealed(struct span span, struct span key)
{
	struct span rest = { span.bytes + 8, span.length - 8 };
	uint64_t sum;

	if (span.length < 8)
		return false;
	sum = bytes_get_u64(span.bytes);
	return sum == sum_under(key, rest) || sum == bytes_sum(rest);
}
