/* A file of JSON and the name of a member in, its text out. */
#include "base/arena.h"
#include "base/buffer.h"
#include "base/file.h"
#include "base/json.h"

const char *
json_file_text(struct arena *arena, const char *path, size_t limit, const char *member)
{
	const char *found = NULL;
	struct buffer text;

	buffer_init(&text, limit);
	if (file_read(path, &text))
		found = arena_text(arena,
		    json_string(json_get(
			json_parse(arena, text.bytes, text.length, NULL), member)));
	buffer_free(&text);
	return found;
}
