/*
 * The text of a list enters, its reference definitions are kept; a slice
 * enters, those it names stand behind it.
 */
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/strmap.h"
#include "base/text.h"
#include "list/prose/inside.h"

/* CommonMark's longest label; a longer line is no address. */
enum { LONGEST_LABEL = 999, LONGEST_LINE = 4096 };

struct definition {
	const char *line;
	size_t length;
	unsigned slice; /* the last that got it */
};

struct definitions {
	struct arena *arena;
	struct strmap *by_label;
	unsigned slice;
};

/* Labels meet without regard to case and blanks. */
static char *
fold_label(struct arena *arena, const char *label, size_t length)
{
	return text_lower(arena, text_squeeze(arena, arena_text_n(arena, label, length)));
}

/* An address, and perhaps a title in quotation marks: what else begins like
 * a definition would be text where it is put. */
static bool
is_address(struct arena *arena, const char *at, size_t length)
{
	const char *text = text_squeeze(arena, arena_text_n(arena, at, length));
	size_t address = strcspn(text, " "), end = strlen(text);

	if (strncasecmp(text, "http://", 7) != 0 && strncasecmp(text, "https://", 8) != 0)
		return false;
	return address == end ||
	    (end > address + 2 && text[address + 1] == '"' &&
		strchr(text + address + 2, '"') == text + end - 1);
}

/* [label]: http…; the first one counts. */
static void
take_line(struct definitions *definitions, const char *line, size_t length)
{
	const char *close;
	char *label;
	struct definition *definition;

	if (length < 6 || length > LONGEST_LINE || line[0] != '[' || line[1] == '^')
		return;
	close = memchr(line, ']', length);
	if (close == NULL || close + 2 >= line + length || close[1] != ':' ||
	    close[2] != ' ')
		return;
	if (!is_address(
		definitions->arena, close + 3, (size_t)(line + length - close - 3)))
		return;
	label = fold_label(definitions->arena, line + 1, (size_t)(close - line - 1));
	if (strmap_get(definitions->by_label, label) != NULL)
		return;
	definition = arena_alloc(definitions->arena, sizeof *definition);
	definition->line = arena_text_n(definitions->arena, line, length);
	definition->length = length;
	strmap_put(definitions->by_label, label, definition);
}

struct definitions *
definitions_collect(struct arena *arena, const char *bytes, size_t length)
{
	struct definitions *definitions = arena_alloc(arena, sizeof *definitions);
	const char *end = bytes + length;

	definitions->arena = arena;
	definitions->by_label = strmap_new();
	for (const char *at = bytes; at < end;) {
		const char *newline = memchr(at, '\n', (size_t)(end - at));
		size_t size = newline == NULL ? (size_t)(end - at)
					      : (size_t)(newline - at);
		take_line(definitions, at, size);
		at += size + 1;
	}
	return definitions;
}

void
definitions_free(struct definitions *definitions)
{
	strmap_free(definitions->by_label);
}

static void
add_named(struct definitions *definitions, struct arena *scratch, const char *label,
    size_t length, struct buffer *named)
{
	struct definition *definition;

	if (length == 0 || length > LONGEST_LABEL)
		return;
	definition = strmap_get(
	    definitions->by_label, fold_label(scratch, label, length));
	if (definition == NULL || definition->slice == definitions->slice)
		return;
	definition->slice = definitions->slice;
	buffer_char(named, '\n');
	buffer_add(named, definition->line, definition->length);
}

void
definitions_append(
    struct definitions *definitions, struct arena *scratch, struct buffer *slice)
{
	const char *open = NULL, *end = slice->bytes + slice->length;
	struct buffer named;

	if (strmap_count(definitions->by_label) == 0)
		return;
	definitions->slice++;
	buffer_init(&named, 0);
	/* No bracket stands inside a label. */
	for (const char *at = slice->bytes; at < end; at++) {
		if (*at == '[') {
			open = at + 1;
		} else if (*at == ']' && open != NULL) {
			add_named(
			    definitions, scratch, open, (size_t)(at - open), &named);
			open = NULL;
		}
	}
	if (named.length > 0) {
		buffer_text(slice, "\n\n");
		buffer_add(slice, named.bytes, named.length);
		buffer_char(slice, '\n');
	}
	buffer_free(&named);
}
