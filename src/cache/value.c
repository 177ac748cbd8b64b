/* Answers' values to bytes and back; what is not whole is refused. */
#include "cache/value.h"

#include <assert.h>

#include "base/buffer.h"

static void
add(struct buffer *out, struct span span)
{
	if (span.length > 0)
		buffer_add(out, span.bytes, span.length);
}

void
value_encode(const struct value *value, struct span key, struct buffer *out)
{
	char head[VALUE_HEAD] = { 0 };
	size_t at = out->length;

	assert(value->state != ANSWER_UNANSWERED);
	assert(value->earlier.length <= VALUE_EARLIER * 8);
	head[8] = VALUE_FORMAT;
	head[9] = (char)value->state;
	head[10] = (char)(value->earlier.length / 8);
	bytes_put_u32(head + 12, (uint32_t)value->http_status);
	bytes_put_u64(head + 16, (uint64_t)value->confirmed_at);
	bytes_put_u32(head + 24, value->asked_version);
	bytes_put_u32(head + 28, value->brief_version);
	bytes_put_u32(head + 32, (uint32_t)value->subject.length);
	bytes_put_u32(head + 36, (uint32_t)value->etag.length);
	bytes_put_u32(head + 40, (uint32_t)value->last_modified.length);
	bytes_put_u32(head + 44, (uint32_t)value->note.length);
	bytes_put_u32(head + 48, (uint32_t)value->brief.length);
	bytes_put_u32(head + 52, (uint32_t)value->ages.length);
	bytes_put_u64(head + 56, value->body.length);
	bytes_put_u64(head + 64, bytes_sum(value->body));
	buffer_add(out, head, sizeof head);
	add(out, value->earlier);
	add(out, value->ages);
	add(out, value->subject);
	add(out, value->etag);
	add(out, value->last_modified);
	add(out, value->note);
	add(out, value->brief);
	bytes_seal(out->bytes + at, out->length - at, key);
	add(out, value->body);
}

/* The next part, `length` bytes long, of what is left. */
static bool
take(struct span *rest, uint64_t length, struct span *part)
{
	if (length > rest->length)
		return false;
	*part = (struct span){ rest->bytes, (size_t)length };
	rest->bytes += length;
	rest->length -= (size_t)length;
	return true;
}

bool
value_decode(struct span bytes, struct span key, struct value *value)
{
	const char *head = bytes.bytes;
	struct span rest = bytes, part;
	size_t covered;

	if (!take(&rest, VALUE_HEAD, &part) || head[8] != VALUE_FORMAT ||
	    (head[9] != ANSWER_FOUND && head[9] != ANSWER_ABSENT) ||
	    (unsigned char)head[10] > VALUE_EARLIER || head[11] != 0)
		return false;
	value->state = (enum answer_state)head[9];
	value->http_status = (int)bytes_get_u32(head + 12);
	value->confirmed_at = (int64_t)bytes_get_u64(head + 16);
	value->asked_version = bytes_get_u32(head + 24);
	value->brief_version = bytes_get_u32(head + 28);
	if (!take(&rest, (uint64_t)head[10] * 8, &value->earlier) ||
	    !take(&rest, bytes_get_u32(head + 52), &value->ages) ||
	    !take(&rest, bytes_get_u32(head + 32), &value->subject) ||
	    !take(&rest, bytes_get_u32(head + 36), &value->etag) ||
	    !take(&rest, bytes_get_u32(head + 40), &value->last_modified) ||
	    !take(&rest, bytes_get_u32(head + 44), &value->note) ||
	    !take(&rest, bytes_get_u32(head + 48), &value->brief) ||
	    bytes_get_u64(head + 56) != rest.length)
		return false;
	value->body = rest;
	value->body_sum = bytes_get_u64(head + 64);
	covered = bytes.length - rest.length;
	return bytes_sealed((struct span){ head, covered }, key);
}

bool
value_body_is_whole(const struct value *value)
{
	return bytes_sum(value->body) == value->body_sum;
}

int64_t
value_confirmed(const struct value *value, int64_t retrieved_at, int64_t as_of)
{
	int64_t best = retrieved_at;

	if (value->confirmed_at <= as_of)
		return value->confirmed_at;
	for (size_t i = 0; i < value->earlier.length; i += 8) {
		int64_t at = (int64_t)bytes_get_u64(value->earlier.bytes + i);

		if (at <= as_of && at > best)
			best = at;
	}
	return best;
}
