/*
 * A line with a link people mistyped enters; one that cmark reads as they
 * meant it leaves.  All of these stand in real lists (docs/quirks.md).
 */
#include <string.h>

#include "base/buffer.h"
#include "base/text.h"
#include "list/prose/inside.h"

/* A longer one is no address: openings without an end would be read again for each. */
enum { LONGEST_URL = 2048 };

/* Length of a URL at `at` up to one of the signs, which ends it here. */
#define url_length(at, end, signs)                                                       \
	length_before(at, end, TEXT_BITS(signs, 0) | 1, TEXT_BITS(signs, 1))
static size_t
length_before(
    const char *at, const char *end, unsigned long long low, unsigned long long high)
{
	size_t most = end - at < LONGEST_URL ? (size_t)(end - at) : LONGEST_URL,
	       length = 0;

	while (length < most && !text_is_in(at[length], low, high))
		length++;
	return length;
}

static bool
is_http(const char *at, const char *end)
{
	return (size_t)(end - at) > 8 &&
	    (memcmp(at, "http://", 7) == 0 || memcmp(at, "https://", 8) == 0);
}

/* "](" stands before: ((URL)) → (URL). */
static const char *
mend_doubled(const char *at, const char *end, struct buffer *out)
{
	size_t length;

	if (at + 1 >= end || at[0] != '(' || !is_http(at + 1, end))
		return NULL;
	length = url_length(at + 1, end, ") \t");
	buffer_add(out, at + 1, length);
	at += 1 + length;
	return at < end && *at == ')' ? at + 1 : at;
}

/*
 * "](" stands before: ([A](B)) or ([A](B) where A is a URL.  B is where the
 * link leads, A is what the label says: both are kept, A as a link of its own
 * behind.
 */
static const char *
mend_nested(const char *at, const char *end, struct buffer *out)
{
	const char *a, *b;
	size_t a_length, b_length;

	if (*at != '[')
		return NULL;
	for (a = at + 1; a < end && *a == ' ';)
		a++;
	if (!is_http(a, end))
		return NULL;
	a_length = url_length(a, end, "] \t");
	b = a + a_length;
	if (b + 2 >= end || b[0] != ']' || b[1] != '(' || !is_http(b + 2, end))
		return NULL;
	b += 2;
	b_length = url_length(b, end, ") \t");
	buffer_add(out, b, b_length);
	buffer_text(out, ") [");
	buffer_add(out, a, a_length);
	buffer_text(out, "](");
	buffer_add(out, a, a_length);
	at = b + b_length;
	/* The one closing bracket that is there ends the outer link. */
	if (at + 1 < end && at[0] == ')' && at[1] == ')')
		at++;
	return at;
}

#define LONGEST_LABEL  24
#define LONGEST_REMARK 60

/* [[code]] (URL) → [[code]](URL), and [code] (URL) where the label is a short one. */
static const char *
mend_parted(const char *line, const char *at, const char *end, struct buffer *out)
{
	const char *open = at;

	if (end - at >= 5 && memcmp(at, "]] (", 4) == 0 && is_http(at + 4, end)) {
		buffer_text(out, "]](");
		return at + 4;
	}
	if (end - at < 4 || memcmp(at, "] (", 3) != 0 || !is_http(at + 3, end))
		return NULL;
	while (open > line && *open != '[' && at - open < LONGEST_LABEL)
		open--;
	if (*open != '[' || at - open < 2)
		return NULL;
	buffer_text(out, "](");
	return at + 3;
}

/* "](" stands before a URL of `length`: (URL code: x3k) → (URL) (code: x3k); no title. */
static const char *
mend_trailed(const char *at, size_t length, const char *end, struct buffer *out)
{
	const char *words = at + length, *close;

	while (words < end && *words == ' ')
		words++;
	if (length == 0 || words == at + length || words == end ||
	    text_is_any(*words, ")\"'("))
		return NULL;
	close = words + url_length(words, end, "()[]|<>");
	if (close == end || *close != ')' || close - words > LONGEST_REMARK)
		return NULL;
	buffer_add(out, at, length);
	buffer_text(out, ") (");
	buffer_add(out, words, (size_t)(close - words));
	return close;
}

/* "](" stands before: (http://https://…) → (https://…); (URL without its end → (URL). */
static const char *
mend_address(const char *at, const char *end, struct buffer *out)
{
	const char *from = at, *next;
	size_t length;

	for (size_t scheme = strlen("http://"); scheme <= strlen("https://"); scheme++)
		if (is_http(at, end) && is_http(at + scheme, end))
			from = at + scheme;
	if (!is_http(from, end))
		return NULL;
	length = url_length(from, end, ") \t\r\n<>\"");
	next = mend_trailed(at, (size_t)(from - at) + length, end, out);
	if (next != NULL || length == LONGEST_URL ||
	    (from == at && (from + length < end || memchr(at, '(', length) != NULL)))
		return next;
	buffer_add(out, from, length);
	if (from + length == end)
		buffer_char(out, ')');
	return from + length;
}

/* A row of a table as far as one line can tell. */
static bool
is_row(const char *line, size_t length)
{
	size_t at = 0;

	while (at < length && line[at] == ' ')
		at++;
	return at < length && !text_is_any(line[at], "-*+>#") &&
	    memchr(line, '|', length) != NULL;
}

/* A row's [A | B](URL): the sign in the label does not end the cell. */
static const char *
mend_piped(const char *line, const char *at, const char *end, struct buffer *out)
{
	const char *close = at + 1;
	bool piped = false;

	for (; close < end && *close != ']'; close++) {
		if (*close == '[' || *close == '`')
			return NULL;
		piped |= *close == '|' && close[-1] != '\\';
	}
	if (!piped || end - close < 3 || close[1] != '(' || !is_http(close + 2, end) ||
	    (memchr(close, '|', (size_t)(end - close)) == NULL &&
		memchr(line, '|', (size_t)(at - line)) == NULL))
		return NULL;
	for (; at < close; at++) {
		if (*at == '|' && at[-1] != '\\')
			buffer_char(out, '\\');
		buffer_char(out, *at);
	}
	return close;
}

/* "](" or "] (": all that is mended has one. */
static bool
may_need_mending(const char *at, const char *end)
{
	for (; (at = memchr(at, ']', (size_t)(end - at))) != NULL; at++)
		if (end - at > 1 && at[at[1] == ' ' && end - at > 2 ? 2 : 1] == '(')
			return true;
	return false;
}

bool
mend_line(const char *line, size_t length, struct buffer *out)
{
	const char *end = line + length, *at = line;
	bool mended = false, row = is_row(line, length);

	if (!may_need_mending(line, end))
		return false;
	while (at < end) {
		const char *next = memchr(at, ']', (size_t)(end - at));
		const char *open = row ? memchr(at, '[', (size_t)(end - at)) : NULL;
		next = next == NULL ? end : next;
		next = open != NULL && open < next ? open : next;
		buffer_add(out, at, (size_t)(next - at));
		at = next;
		if (at == end)
			break;
		next = NULL;
		if (*at == '[' && row) {
			next = mend_piped(line, at, end, out);
		} else if (*at == ']') {
			next = mend_parted(line, at, end, out);
			if (next == NULL && at + 2 < end && at[1] == '(') {
				buffer_text(out, "](");
				next = mend_doubled(at + 2, end, out);
				if (next == NULL)
					next = mend_nested(at + 2, end, out);
				if (next == NULL)
					next = mend_address(at + 2, end, out);
				mended |= next != NULL;
				at = next != NULL ? next : at + 2;
				continue;
			}
		}
		if (next != NULL) {
			mended = true;
			at = next;
			continue;
		}
		buffer_char(out, *at++);
	}
	return mended;
}
