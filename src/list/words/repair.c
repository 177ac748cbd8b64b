/*
 * Damaged text, recognised and repaired.  UTF-8 enters, UTF-8 leaves.
 *
 * The unit is the run: a longest sequence of characters beyond ASCII.  Damage
 * turns every such character into two to four others, so in a damaged text
 * each run, put back into bytes, is whole UTF-8 again; in a true text hardly
 * any is.  Single runs can agree by accident (an É before an ellipsis), hence
 * the weighing of each run and of the document as a whole.
 */
#include <stdint.h>
#include <string.h>

#include "base/text.h"
#include "list/words/repair.h"

enum strength {
	RUN_CONTRARY, /* cannot come from damage */
	RUN_WEAK,     /* could, but true text may look so too */
	RUN_STRONG,
};

struct run_seen {
	const char *start, *end;
	unsigned small;      /* small ASCII letters right in front, 0 to 2 */
	struct buffer bytes; /* undone */
	size_t decoded;      /* code points in `bytes` */
	unsigned first;      /* the first of them */
};

struct tally {
	size_t strong, contrary;
};

static bool
is_lower(char c)
{
	return text_is_small(c);
}

/* The next run at or after *at, NULL bytes at the end of the text. */
static bool
find_run(const char **at, const char *text, const char *end, struct run_seen *run)
{
	const char *p = *at;
	uint64_t eight;

	/* Most texts are ASCII for long. */
	for (; end - p >= 8; p += 8) {
		memcpy(&eight, p, sizeof eight);
		if ((eight & 0x8080808080808080u) != 0)
			break;
	}
	while (p < end && (unsigned char)*p < 0x80)
		p++;
	if (p == end)
		return false;
	run->start = p;
	run->small = 0;
	while (
	    run->small < 2 && p - run->small > text && is_lower(p[-1 - (int)run->small]))
		run->small++;
	while (p < end && (unsigned char)*p >= 0x80)
		p++;
	run->end = *at = p;
	return true;
}

/* The text need not end in a NUL. */
static unsigned
next_in(const struct run_seen *run, const char **at)
{
	unsigned code_point;

	*at += text_decode(
	    (const unsigned char *)*at, (size_t)(run->end - *at), &code_point);
	return code_point;
}

/* Bytes of the run under an encoding; false when a character has none. */
static bool
undo(struct run_seen *run, enum repair_encoding encoding)
{
	const char *p = run->start;

	buffer_clear(&run->bytes);
	while (p < run->end) {
		int byte = repair_byte(encoding, next_in(run, &p));

		if (byte < 0)
			return false;
		buffer_char(&run->bytes, (char)byte);
	}
	return true;
}

/* Is what came out UTF-8 that could stand in a text? */
static bool
decode(struct run_seen *run)
{
	const char *p = run->bytes.bytes;

	if (!text_is_utf8(p, run->bytes.length))
		return false;
	run->decoded = 0;
	while (*p != '\0') {
		unsigned c = text_next_code_point(&p);

		/* No control characters, and no new line breaks. */
		if (c < 0xa0 || c == 0x2028 || c == 0x2029 || c == 0xfffd ||
		    (c & 0xfffe) == 0xfffe)
			return false;
		if (run->decoded++ == 0)
			run->first = c;
	}
	return true;
}

/* One character of two bytes came out of the run. */
static enum strength
weigh_two(const struct run_seen *run, enum repair_encoding encoding)
{
	unsigned lead = (unsigned char)run->bytes.bytes[0];
	unsigned next = (unsigned char)run->bytes.bytes[1];
	/* In Mac Roman mathematics and Greek lie among the followers. */
	static const unsigned char mathematics[] = { 0xad, 0xb0, 0xb1, 0xb2, 0xb3, 0xb4,
		0xb5, 0xb6, 0xb7, 0xb8, 0xb9, 0xba, 0xbd };
	/* Quotes and footnote figures do stand behind a capital letter. */
	static const unsigned char marks[] = { 0xa0, 0xab, 0xb2, 0xb3, 0xb7, 0xb9, 0xbb };

	if (run->first >= 0x300 && run->first < 0x370)
		return RUN_WEAK;
	if (encoding == REPAIR_MAC) {
		if (lead > 0xc6)
			return RUN_WEAK;
		if (lead <= 0xc3 && !memchr(mathematics, (int)next, sizeof mathematics))
			return RUN_STRONG;
		return run->small == 2 ? RUN_STRONG : RUN_WEAK;
	}
	if (lead <= 0xc3 && next > 0xa0 && !memchr(marks, (int)next, sizeof marks))
		return RUN_STRONG;
	/* No word goes from a small letter to an accented capital. */
	return lead != 0xd7 && lead != 0xdf && run->small > 0 ? RUN_STRONG : RUN_WEAK;
}

/* One character of three bytes came out of the run. */
static enum strength
weigh_three(const struct run_seen *run, enum repair_encoding encoding)
{
	unsigned c = run->first, next = (unsigned char)run->bytes.bytes[1];

	/* "â”…": a word's end, a quote and dots. */
	if (encoding == REPAIR_WINDOWS && next >= 0x91 && next <= 0x94)
		return RUN_WEAK;
	if ((c >= 0x2000 && c < 0x2c00) || (c >= 0x3000 && c < 0x3100) || c >= 0xfe00)
		return RUN_STRONG;
	return RUN_WEAK;
}

static enum strength
weigh(struct run_seen *run, enum repair_encoding encoding)
{
	if (!undo(run, encoding) || !decode(run))
		return RUN_CONTRARY;
	/* Control characters of the second kind are never written. */
	for (const char *p = run->start; p < run->end;) {
		unsigned c = next_in(run, &p);

		if (c >= 0x80 && c < 0xa0)
			return RUN_STRONG;
	}
	if (run->decoded > 1 || run->bytes.length == 4)
		return RUN_STRONG;
	return run->bytes.length == 2 ? weigh_two(run, encoding)
				      : weigh_three(run, encoding);
}

static struct tally
take_tally(const char *text, const char *end, enum repair_encoding encoding)
{
	struct tally tally = { 0, 0 };
	struct run_seen run;
	const char *at = text;

	buffer_init(&run.bytes, 0);
	while (find_run(&at, text, end, &run)) {
		enum strength strength = weigh(&run, encoding);

		tally.strong += strength == RUN_STRONG;
		tally.contrary += strength == RUN_CONTRARY;
	}
	buffer_free(&run.bytes);
	return tally;
}

static unsigned
count_lines(const char *from, const char *to)
{
	unsigned lines = 0;

	while ((from = memchr(from, '\n', (size_t)(to - from))) != NULL) {
		lines++;
		from++;
	}
	return lines;
}

/* Once through the text. */
static void
repair_once(struct arena *arena, const char *text, const char *end,
    enum repair_encoding encoding, enum strength least, struct buffer *out,
    struct line_set *damaged)
{
	struct run_seen run;
	const char *at = text, *copied = text;
	unsigned line = 1;

	buffer_init(&run.bytes, 0);
	while (find_run(&at, text, end, &run)) {
		if (weigh(&run, encoding) < least)
			continue;
		line += count_lines(copied, run.start);
		line_set_add(arena, damaged, line);
		buffer_add(out, copied, (size_t)(run.start - copied));
		buffer_add(out, run.bytes.bytes, run.bytes.length);
		copied = run.end;
	}
	buffer_add(out, copied, (size_t)(end - copied));
	buffer_free(&run.bytes);
}

/* Lines of two passes together. */
static void
join(struct arena *arena, struct line_set *into, const struct line_set *more)
{
	struct line_set both = { NULL, 0 };
	size_t a = 0, b = 0;

	while (a < into->count || b < more->count) {
		if (b == more->count ||
		    (a < into->count && into->lines[a] <= more->lines[b]))
			line_set_add(arena, &both, into->lines[a++]);
		else
			line_set_add(arena, &both, more->lines[b++]);
	}
	*into = both;
}

bool
repair_text(struct arena *arena, const char *bytes, size_t length, struct buffer *out,
    struct line_set *damaged)
{
	const char *text = bytes;
	bool changed = false;

	damaged->lines = NULL;
	damaged->count = 0;
	/* Text can be damaged twice; each pass makes it shorter. */
	for (;;) {
		const char *end = text + length;
		struct tally windows = take_tally(text, end, REPAIR_WINDOWS);
		struct tally mac = take_tally(text, end, REPAIR_MAC);
		bool is_mac = mac.strong > windows.strong;
		struct tally tally = is_mac ? mac : windows;
		struct line_set lines = { NULL, 0 };
		struct buffer next;

		if (tally.strong == 0)
			break;
		buffer_init(&next, 0);
		repair_once(arena, text, end, is_mac ? REPAIR_MAC : REPAIR_WINDOWS,
		    tally.contrary > 0 ? RUN_STRONG : RUN_WEAK, &next, &lines);
		join(arena, damaged, &lines);
		if (changed)
			buffer_free(out);
		*out = next;
		text = next.bytes;
		length = next.length;
		changed = true;
	}
	return changed;
}

char *
repair_stars(char *text)
{
	char *open = strchr(text, '*') == NULL ? NULL : strstr(text, "**"), *close;

	if (open == NULL || (open > text && open[-1] != ' ') ||
	    text_is_any(open[2], " *") || (close = strstr(open + 2, "**")) == NULL ||
	    close[-1] == ' ')
		return text;
	memmove(close, close + 2, strlen(close + 2) + 1);
	memmove(open, open + 2, strlen(open + 2) + 1);
	return text;
}
