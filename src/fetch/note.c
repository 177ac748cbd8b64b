/* A line about an endpoint enters or leaves; the file is in the state folder. */
#include "fetch/note.h"

#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/digest.h"
#include "base/file.h"
#include "base/url.h"

enum { LONGEST = 100 };

static const char *
path_of(struct arena *arena, const struct fetch_settings *settings,
    const struct endpoint *endpoint, const char *kind)
{
	const char *origin = url_origin(arena, endpoint->base_url);
	char identity[DIGEST_TEXT];

	if (origin == NULL)
		origin = endpoint->base_url;
	digest_text(origin, strlen(origin), identity);
	return arena_printf(arena, "%s/pace/%s-%.8s.%s", settings->state_folder,
	    endpoint->source->name, identity, kind);
}

const char *
note_read(struct arena *arena, const struct fetch_settings *settings,
    const struct endpoint *endpoint, const char *kind)
{
	const char *note = NULL;
	struct buffer text;

	if (settings->state_folder == NULL)
		return NULL;
	buffer_init(&text, LONGEST);
	if (file_read(path_of(arena, settings, endpoint, kind), &text) && text.length > 0)
		note = arena_text_n(arena, text.bytes, text.length);
	buffer_free(&text);
	return note;
}

void
note_write(const struct fetch_settings *settings, const struct endpoint *endpoint,
    const char *kind, const char *text)
{
	struct arena *arena;
	const char *path;

	if (settings->state_folder == NULL)
		return;
	arena = arena_new();
	path = path_of(arena, settings, endpoint, kind);
	if (text == NULL)
		unlink(path);
	else if (file_make_folder(file_join(arena, settings->state_folder, "pace"), 0700))
		file_replace(path, text, strlen(text), 0600);
	arena_free(arena);
}
