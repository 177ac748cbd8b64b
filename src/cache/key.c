/* Questions and times to keys that sort newest first, and back. */
#include "cache/key.h"

#include <string.h>

#include "base/digest.h"

/* No subject begins with it: the mark of a digest. */
#define DIGEST_MARK '\1'

static void
add_text(struct key *key, const char *text, size_t length)
{
	memcpy(key->bytes + key->length, text, length);
	key->length += length;
	key->bytes[key->length++] = '\0';
}

static void
add_subject(struct key *key, const char *subject, size_t reserve)
{
	char digest[1 + DIGEST_TEXT] = { DIGEST_MARK };
	size_t length = strlen(subject);

	key->digest = subject[0] == DIGEST_MARK ||
	    key->length + length + 1 + reserve > KEY_BYTES;
	if (key->digest) {
		digest_text(subject, length, digest + 1);
		add_text(key, digest, DIGEST_TEXT);
	} else {
		add_text(key, subject, length);
	}
	key->subject_end = key->length;
}

bool
key_make(struct key *key, const char *origin, const char *source, const char *subject)
{
	size_t origin_length = strlen(origin), source_length = strlen(source);

	key->length = 0;
	if (origin_length > KEY_ORIGIN || source_length > KEY_SOURCE)
		return false;
	add_text(key, origin, origin_length);
	add_text(key, source, source_length);
	add_subject(key, subject, KEY_TIME);
	return true;
}

void
key_make_name(struct key *key, const char *identifier)
{
	key->length = 0;
	add_subject(key, identifier, 0);
}

void
key_set_time(struct key *key, int64_t at)
{
	/* Order of signed numbers, turned round. */
	uint64_t bits = ~((uint64_t)at ^ (uint64_t)1 << 63);

	for (size_t i = 0; i < KEY_TIME; i++)
		key->bytes[key->subject_end + i] = (char)(bits >> (56 - 8 * i));
	key->length = key->subject_end + KEY_TIME;
}

struct span
key_span(const struct key *key)
{
	return (struct span){ key->bytes, key->length };
}

bool
key_same_subject(struct span a, struct span b)
{
	return a.length == b.length && memcmp(a.bytes, b.bytes, a.length - KEY_TIME) == 0;
}

int
key_compare(struct span a, struct span b)
{
	size_t x = a.length - KEY_TIME, y = b.length - KEY_TIME;
	int order = memcmp(a.bytes, b.bytes, x < y ? x : y);

	if (order != 0 || x != y)
		return order != 0 ? order : x < y ? -1 : 1;
	return memcmp(b.bytes + x, a.bytes + x, KEY_TIME);
}

struct span
key_subject(struct span answer_key)
{
	return (struct span){ answer_key.bytes, answer_key.length - KEY_TIME };
}

int64_t
key_time(struct span answer_key)
{
	const char *at = answer_key.bytes + answer_key.length - KEY_TIME;
	uint64_t bits = 0;

	for (size_t i = 0; i < KEY_TIME; i++)
		bits = bits << 8 | (unsigned char)at[i];
	return (int64_t)(~bits ^ (uint64_t)1 << 63);
}

bool
key_split(struct span key, struct key_parts *parts)
{
	const char *at = key.bytes, *end;
	const char **texts[] = { &parts->origin, &parts->source, &parts->subject };

	if (key.length < KEY_TIME)
		return false;
	end = key.bytes + key.length - KEY_TIME;
	for (size_t i = 0; i < 3; i++) {
		const char *stop = memchr(at, '\0', (size_t)(end - at));

		if (!stop)
			return false;
		*texts[i] = at;
		at = stop + 1;
	}
	parts->subject_end = (size_t)(at - key.bytes);
	parts->at = key_time(key);
	parts->digest = parts->subject[0] == DIGEST_MARK;
	return at == end && parts->source - parts->origin <= KEY_ORIGIN + 1 &&
	    parts->subject - parts->source <= KEY_SOURCE + 1;
}
