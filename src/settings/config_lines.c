/*
 * The text of enrich.conf enters; the line of each of its keys leaves, and what in it
 * libinih would read as something else than it looks like.
 */
#include <string.h>

#include "base/arena.h"
#include "base/strmap.h"
#include "settings/option.h"

enum { LONGEST_LINE = 195 /* libinih cuts what is longer, without a word */ };

struct scan {
	struct arena *arena;
	struct config_lines *lines;
	const char *section;   /* NULL: none yet */
	bool has_key;          /* a key stands in the section */
	struct strmap *before; /* "section, key" → its line */
};

static const char *
trimmed(struct arena *arena, const char *from, const char *to)
{
	while (from < to && strchr(" \t\r", *from) != NULL)
		from++;
	while (from < to && strchr(" \t\r", to[-1]) != NULL)
		to--;
	return arena_text_n(arena, from, (size_t)(to - from));
}

static const char *
scan_section(struct scan *scan, const char *at, const char *end)
{
	const char *close = memchr(at, ']', (size_t)(end - at));

	if (close == NULL)
		return "the section has no ]";
	scan->section = trimmed(scan->arena, at + 1, close);
	scan->has_key = false;
	return NULL;
}

/* "; …" behind a blank ends a value, also between quotes. */
static bool
is_cut(const char *value)
{
	for (const char *at = value; (at = strchr(at, ';')) != NULL; at++)
		if (at > value && (at[-1] == ' ' || at[-1] == '\t'))
			return true;
	return false;
}

static const char *
scan_key(struct scan *scan, const char *at, const char *end, unsigned line)
{
	const char *equals = at, *key, *value, *both;
	const unsigned *first;
	unsigned *here;

	while (equals < end && *equals != '=' && *equals != ':')
		equals++;
	if (equals == end)
		return "no 'key = value' here";
	key = trimmed(scan->arena, at, equals);
	value = trimmed(scan->arena, equals + 1, end);
	if (scan->section == NULL)
		return arena_printf(scan->arena, "%s stands before any [section]", key);
	if (is_cut(value))
		return "the value would end at \" ;\": a remark has a line of its own";
	if (*value == '\0')
		return arena_printf(scan->arena, "%s has no value", key);
	both = arena_join(scan->arena, scan->section, "\n", key, NULL);
	first = strmap_get(scan->before, both);
	if (first != NULL)
		return arena_printf(
		    scan->arena, "%s stands in line %u already", key, *first);
	here = arena_alloc(scan->arena, sizeof *here);
	*here = line;
	strmap_put(scan->before, both, here);
	scan->has_key = true;
	scan->lines->v = arena_push(
	    scan->arena, scan->lines->v, scan->lines->count, sizeof *scan->lines->v);
	scan->lines->v[scan->lines->count++] = line;
	return NULL;
}

static const char *
scan_line(struct scan *scan, const char *from, const char *end, unsigned line)
{
	const char *at = from;

	if (end - from > LONGEST_LINE)
		return "the line is longer than 195 bytes";
	while (at < end && strchr(" \t\r", *at) != NULL)
		at++;
	if (at == end || *at == '#' || *at == ';')
		return NULL;
	if (at > from && scan->has_key)
		return "the line is indented, and would go on with the one above: "
		       "begin it at the margin";
	if (*at == '[')
		return scan_section(scan, at, end);
	return scan_key(scan, at, end, line);
}

void
config_scan(struct arena *arena, const char *text, struct config_lines *lines)
{
	struct scan scan = { .arena = arena, .lines = lines, .before = strmap_new() };
	unsigned line = 1;

	*lines = (struct config_lines){ .trouble = NULL };
	/* A byte order mark is passed over, as libinih does. */
	text += strncmp(text, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
	for (size_t length; *text != '\0'; text += length + (text[length] == '\n')) {
		length = strcspn(text, "\n");
		lines->trouble = scan_line(&scan, text, text + length, line);
		lines->line = line++;
		if (lines->trouble != NULL)
			break;
	}
	strmap_free(scan.before);
}
