/*
 * Lists put together from pieces of the golden ones, at random but the same
 * each time: reading never crashes, says the same twice, and every entry
 * stands on a line of the file, in order.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/file.h"
#include "base/text.h"
#include "identify/identify.h"
#include "list/list.h"
#include "model/entry.h"

enum { ROUNDS = 500 };

static const char *const golden[] = { "bullets", "tables", "nested", "faults", "people",
	"leads", "chinese", "spans", "shapes", "badges" };
enum { GOLDEN = sizeof golden / sizeof golden[0] };

static uint32_t state = 2463534242u;

static uint32_t
next_random(uint32_t below)
{
	state ^= state << 13;
	state ^= state >> 17;
	state ^= state << 5;
	return state % below;
}

static void
load(struct buffer texts[GOLDEN])
{
	const char *top = getenv("top_srcdir");
	char path[4096];

	for (size_t i = 0; i < GOLDEN; i++) {
		snprintf(path, sizeof path, "%s/tests/lists/%s.md",
		    top == NULL ? "." : top, golden[i]);
		buffer_init(&texts[i], 0);
		assert_true(file_read(path, &texts[i]));
	}
}

/* Some lines of one golden list, or a stretch of bytes that cuts anywhere. */
static void
add_piece(struct buffer *list, const struct buffer *from)
{
	size_t start = next_random((uint32_t)from->length);
	size_t length = next_random(2000), end;

	if (next_random(4) != 0) {
		while (start > 0 && from->bytes[start - 1] != '\n')
			start--;
		length += 1;
	}
	end = start + length < from->length ? start + length : from->length;
	buffer_add(list, from->bytes + start, end - start);
	if (next_random(3) == 0)
		buffer_char(list, "\n|[](`*<>\\:"[next_random(11)]);
}

static void
demand(const struct list *list)
{
	unsigned last = 0;

	for (size_t i = 0; i < list->entry_count; i++) {
		const struct entry *entry = &list->entries[i];
		assert_true(entry->line >= 1 && entry->line <= list->lines);
		assert_true(entry->line >= last || entry->part > 1);
		last = entry->line;
		assert_non_null(entry->title);
		assert_true(*entry->title != '\0');
		assert_true(text_is_utf8(entry->title, strlen(entry->title)));
		assert_true(entry->part >= 1 && entry->part <= entry->parts);
		for (size_t k = 0; k < entry->link_count; k++)
			assert_true(strncasecmp(entry->links[k].url, "http", 4) == 0);
	}
}

static void
test_any_mixture_is_read(void **unused)
{
	struct buffer texts[GOLDEN];

	(void)unused;
	load(texts);
	for (unsigned round = 0; round < ROUNDS; round++) {
		struct arena *arena = arena_new();
		struct buffer mixed;
		struct list once, twice;
		const char *reason = NULL;
		bool read;

		buffer_init(&mixed, 0);
		buffer_text(&mixed, "");
		for (uint32_t n = next_random(6) + 1; n > 0; n--)
			add_piece(&mixed, &texts[next_random(GOLDEN)]);
		read = list_read(arena, "mixed", "mixed.md", mixed.bytes, mixed.length,
		    &once, &reason);
		assert_int_equal(read,
		    list_read(arena, "mixed", "mixed.md", mixed.bytes, mixed.length,
			&twice, &reason));
		if (read) {
			identify_list(arena, &once);
			demand(&once);
			assert_int_equal(once.entry_count, twice.entry_count);
			for (size_t i = 0; i < once.entry_count; i++)
				assert_string_equal(
				    once.entries[i].title, twice.entries[i].title);
		}
		buffer_free(&mixed);
		arena_free(arena);
	}
	for (size_t i = 0; i < GOLDEN; i++)
		buffer_free(&texts[i]);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_any_mixture_is_read),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
