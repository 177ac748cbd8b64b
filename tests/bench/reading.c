/*
 * A list's file enters; what reading it costs leaves, beside what cmark-gfm
 * alone needs for the same bytes.  One of the two a process, so that the peak
 * memory is its own.
 *
 * usage: reading list|cmark FILE    → seconds of CPU, entries
 */
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/file.h"
#include "list/list.h"
#include "model/entry.h"

static double
seconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
	return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static size_t
read_list(const struct buffer *text)
{
	struct arena *arena = arena_new();
	const char *reason = NULL;
	struct list list = { 0 };
	size_t count = 0;

	if (list_read(
		arena, "bench", "bench.md", text->bytes, text->length, &list, &reason))
		count = list.entry_count;
	arena_free(arena);
	return count;
}

static void
read_cmark(const struct buffer *text)
{
	static const char *const names[] = { "table", "autolink", "strikethrough" };
	cmark_parser *parser = cmark_parser_new(CMARK_OPT_UNSAFE);

	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
		cmark_parser_attach_syntax_extension(
		    parser, cmark_find_syntax_extension(names[i]));
	cmark_parser_feed(parser, text->bytes, text->length);
	cmark_node_free(cmark_parser_finish(parser));
	cmark_parser_free(parser);
}

int
main(int argc, char **argv)
{
	struct buffer text;
	double begin;
	size_t count = 0;

	buffer_init(&text, 0);
	if (argc != 3 || !file_read(argv[2], &text))
		return 64;
	cmark_gfm_core_extensions_ensure_registered();
	begin = seconds();
	if (strcmp(argv[1], "list") == 0)
		count = read_list(&text);
	else
		read_cmark(&text);
	printf("%.6f %zu\n", seconds() - begin, count);
	buffer_free(&text);
	return 0;
}
