/* Bytes of a list enter, its entries in source order leave. */
#include "list/list.h"

#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/digest.h"
#include "base/text.h"
#include "list/format.h"
#include "list/forms/forms.h"
#include "list/record/record.h"
#include "list/words/words.h"

/* Past blanks, a BOM and comments of HTML. */
static const char *
past_comments(const char *at, const char *end)
{
	if (end - at >= 3 && memcmp(at, "\xEF\xBB\xBF", 3) == 0)
		at += 3;
	for (;;) {
		const char *close;
		while (at < end && *at != '\0' && strchr(" \t\r\n", *at) != NULL)
			at++;
		if (end - at < 7 || memcmp(at, "<!--", 4) != 0)
			return at;
		close = memmem(at, (size_t)(end - at), "-->", 3);
		if (close == NULL)
			return at;
		at = close + 3;
	}
}

/* Why these bytes are no list, or NULL. */
static const char *
not_a_list(const char *source, const char *bytes, size_t length)
{
	size_t head = length < 4096 ? length : 4096;
	const char *at;

	if (length > 1 &&
	    (memcmp(bytes, "\xFF\xFE", 2) == 0 || memcmp(bytes, "\xFE\xFF", 2) == 0))
		return "is UTF-16; save it as UTF-8";
	if (memchr(bytes, '\0', head) != NULL)
		return "holds NUL bytes: a binary file, not a list";
	at = past_comments(bytes, bytes + head);
	if (bytes + head - at > 14 &&
	    (strncasecmp(at, "<!doctype html", 14) == 0 ||
		strncasecmp(at, "<html", 5) == 0))
		return "is an HTML page, not a list; name the raw "
		       "file";
	return format_unread(source);
}

enum writing
list_writing(const char *source, const char *bytes, size_t length)
{
	size_t mark = length >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;

	return format_of(source, bytes + mark, length - mark)->writing;
}

/* Lines with bytes that are no UTF-8. */
static void
note_lines(struct reader *reader, const char *bytes, const char *end)
{
	unsigned line = 1;

	for (const char *next; bytes < end; bytes = next, line++) {
		next = memchr(bytes, '\n', (size_t)(end - bytes));
		next = next == NULL ? end : next + 1;
		if (!text_is_utf8(bytes, (size_t)(next - bytes)))
			line_set_add(reader->arena, &reader->not_utf8, line);
	}
}

/* Is it the title's own name, or that of what a link leads to? */
static bool
is_own_name(const struct entry *entry, const char *word)
{
	size_t length = strlen(word);

	if (text_starts_nocase(entry->title, word) && entry->title[length] == ':')
		return true;
	for (size_t i = 0; i < entry->link_count; i++) {
		const char *last = strrchr(entry->links[i].url, '/');
		if (last != NULL && text_equal_nocase(last + 1, word))
			return true;
	}
	return false;
}

/* "[FTRL] Ad Clicks Seen from the Trenches", "[Rooter]Rooter: Roots on a Phone": the name or
 * the kind in front is no part of the title; "[Re] Title" repeats that work. */
static void
take_off_bracket(struct arena *arena, struct entry *entry)
{
	const char *close, *rest, *word;

	if (*entry->title != '[')
		return;
	close = strchr(entry->title, ']');
	if (close == NULL || close - entry->title < 3)
		return;
	word = words_title(arena,
	    arena_text_n(arena, entry->title + 1, (size_t)(close - entry->title) - 1));
	rest = words_title(arena, close + 1);
	if (words_count(word) > LONGEST_NAME_WORDS ||
	    (words_count(rest) < 3 && !text_starts_nocase(rest, word)))
		return;
	if (entry->name == NULL || *entry->name == *entry->title)
		entry->name = words_is_generic(arena, word) ? words_name(arena, rest)
							    : word;
	entry->title = rest;
}

/* "Roots of Things (", "“Roots of Things", "**Roots of Things **": a mark at an end whose
 * other half is not there, or that set it in bold for nobody. */
static void
take_off_marks(struct arena *arena, struct entry *entry)
{
	static const char *const pairs[][2] = { { "“", "”" }, { "\"", "\"" },
		{ "**", "**" }, { "«", "»" } };
	char *title = arena_text(arena, entry->title);
	size_t length = strlen(title);

	while (length > 2 && strchr(" ([", title[length - 1]) != NULL)
		title[--length] = '\0';
	for (size_t i = 0; i < sizeof pairs / sizeof pairs[0]; i++) {
		size_t size = strlen(pairs[i][0]), end = strlen(pairs[i][1]);
		if (strncmp(title, pairs[i][0], size) != 0 || length <= size + end)
			continue;
		if (strstr(title + size, pairs[i][1]) == NULL)
			title += size;
		else if (*title == '*' && strcmp(title + length - end, "**") == 0) {
			title[length - end] = '\0';
			title += size;
		}
		title = text_trim(title, " ");
		break;
	}
	if (strcmp(title, entry->title) != 0)
		entry->title = title;
}

/* "[Rooter] Rooter: Roots on a Phone(@Some Lab)": who made it is no part of a title, and
 * a name in front is no venue. */
static void
settle(struct arena *arena, struct entry *entry)
{
	const char *by;

	if (text_is_blank(entry->venue))
		entry->venue = NULL;
	if (entry->title != NULL) {
		take_off_marks(arena, entry);
		take_off_bracket(arena, entry);
	}
	if (entry->name != NULL && strpbrk(entry->name, "[]") != NULL)
		entry->name = text_trim(arena_text(arena, entry->name), "[]");
	by = entry->title == NULL ? NULL : strstr(entry->title, "(@");
	if (by != NULL && by > entry->title && strchr(by, ')') == by + strlen(by) - 1) {
		if (entry->institute == NULL)
			entry->institute = arena_text_n(arena, by + 2, strlen(by) - 3);
		entry->title = text_trim(
		    arena_text_n(arena, entry->title, (size_t)(by - entry->title)), " ");
	}
	if (entry->title != NULL && entry->venue != NULL &&
	    is_own_name(entry, entry->venue) && !words_name_venue(arena, entry->venue)) {
		if (entry->name == NULL)
			entry->name = entry->venue;
		entry->venue = NULL;
	}
}

const char *
list_stated_trouble(struct arena *arena, const char *key, const char *value)
{
	if (strcmp(key, "columns") == 0)
		return columns_stated_trouble(arena, value);
	if (strcmp(key, "item") == 0)
		return forms_stated_trouble(value);
	return arena_printf(arena, "there are columns and item, no %s", key);
}

bool
list_read(struct arena *arena, const char *name, const char *source, const char *bytes,
    size_t length, struct list *list, const char **reason)
{
	return list_read_stated(arena, name, source, NULL, bytes, length, list, reason);
}

bool
list_read_stated(struct arena *arena, const char *name, const char *source,
    const struct list_stated *stated, const char *bytes, size_t length, struct list *list,
    const char **reason)
{
	struct reader reader = { .arena = arena,
		.stated = stated,
		.list = arena_text(arena, name),
		.source = arena_text(arena, source) };
	/* The readers empty their own scratch after each record. */
	const struct format *format;
	struct arena *whole = NULL;
	struct buffer mended, lettered = { 0 };

	*reason = not_a_list(source, bytes, length);
	if (*reason != NULL)
		return false;
	*list = (struct list){
		.name = reader.list, .source = reader.source, .stated = stated
	};
	digest_text(bytes, length, list->revision);
	for (const char *at = bytes, *end = bytes + length;
	     (at = memchr(at, '\n', (size_t)(end - at))) != NULL; at++)
		list->lines++;
	list->lines += length > 0 && bytes[length - 1] != '\n';
	reader.scratch = arena_new_in_memory();
	if (!text_is_utf8(bytes, length)) {
		note_lines(&reader, bytes, bytes + length);
		whole = arena_new();
		bytes = text_to_utf8(whole, bytes, length);
		length = strlen(bytes);
	}
	buffer_init(&mended, 0);
	if (repair_text(arena, bytes, length, &mended, &reader.damaged)) {
		bytes = mended.bytes;
		length = mended.length;
	}
	if (length >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0) {
		bytes += 3;
		length -= 3;
	}
	format = format_of(source, bytes, length);
	if (format->writing == WRITING_MARKDOWN)
		bytes = latex_lines(reader.scratch, bytes, &length, &lettered);
	format->read(&reader, bytes, length, reason);
	if (format->writing == WRITING_MARKDOWN)
		manual_leave(&reader);
	buffer_free(&mended);
	buffer_free(&lettered);
	arena_free(reader.scratch);
	arena_free(whole);
	for (size_t i = 0; i < reader.count; i++)
		settle(arena, &reader.entries[i]);
	list->entries = reader.entries;
	list->entry_count = reader.count;
	list->forms = reader.seen;
	list->form_count = reader.seen_count;
	list->doubts = reader.doubts;
	list->doubt_count = reader.doubt_count;
	memcpy(list->left, reader.left, sizeof list->left);
	list->broken = reader.broken;
	list->broken_line = reader.broken_line;
	list->broken_why = reader.broken_why;
	return *reason == NULL;
}
