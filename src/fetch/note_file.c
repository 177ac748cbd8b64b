/* A note about an endpoint enters or leaves; the file is in the state folder. */
#include "fetch/note.h"

#include <inttypes.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/clock.h"
#include "base/digest.h"
#include "base/file.h"
#include "base/url.h"
#include "fetch/job.h"

enum { TEXT_MOST = 100 };

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

struct note
note_read(const struct fetch_settings *settings, const struct endpoint *endpoint,
    const struct note_kind *kind)
{
	struct note note = { 0 };
	struct arena *arena;
	struct buffer text;

	if (settings->state_folder == NULL)
		return note;
	arena = arena_new();
	buffer_init(&text, TEXT_MOST);
	if (file_read(path_of(arena, settings, endpoint, kind->name), &text) &&
	    text.length > 0)
		note_parse(kind, arena_text_n(arena, text.bytes, text.length),
		    clock_now(), &note);
	buffer_free(&text);
	arena_free(arena);
	return note;
}

void
note_write(const struct fetch_settings *settings, const struct endpoint *endpoint,
    const struct note_kind *kind, struct note note)
{
	struct arena *arena;
	const char *path, *text;

	if (settings->state_folder == NULL)
		return;
	arena = arena_new();
	path = path_of(arena, settings, endpoint, kind->name);
	text = arena_printf(arena, "1 %u %" PRId64 "\n", note.count, note.until);
	if (note.count == 0)
		unlink(path);
	else if (file_make_folder(file_join(arena, settings->state_folder, "pace"), 0700))
		file_replace(path, text, strlen(text), 0600);
	arena_free(arena);
}

size_t
fetch_most(const struct fetch *fetch, const struct endpoint *endpoint)
{
	struct note note = note_read(&fetch->settings, endpoint, &note_size);

	return note.until == 0 ? 0 : note.count;
}

void
fetch_note_most(const struct fetch *fetch, const struct endpoint *endpoint, size_t most)
{
	note_write(&fetch->settings, endpoint, &note_size,
	    (struct note){ (unsigned)most, clock_now() + note_size.life });
}
