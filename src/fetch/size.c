/* A size that a source takes enters and leaves. */
#include "fetch/size.h"

#include <inttypes.h>
#include <stdio.h>

#include "base/arena.h"
#include "base/clock.h"
#include "fetch/job.h"
#include "fetch/note.h"

#define LIFE (INT64_C(30) * 86400)

enum { LARGEST = 1000000 };

static const char kind[] = "size";

bool
size_parse(const char *text, int64_t now, struct size *size)
{
	struct size read;

	if (sscanf(text, "1 %zu %" SCNd64, &read.most, &read.until) != 2 ||
	    read.most == 0 || read.most > LARGEST)
		return false;
	/* Longer than ever noted: the clock was set back meanwhile. */
	if (read.until <= now || read.until > now + LIFE)
		return false;
	*size = read;
	return true;
}

size_t
fetch_most(const struct fetch *fetch, const struct endpoint *endpoint)
{
	struct arena *arena = arena_new();
	const char *text = note_read(arena, &fetch->settings, endpoint, kind);
	struct size size = { 0 };

	if (text != NULL)
		size_parse(text, clock_now(), &size);
	arena_free(arena);
	return size.most;
}

void
fetch_note_most(const struct fetch *fetch, const struct endpoint *endpoint, size_t most)
{
	struct arena *arena = arena_new();

	note_write(&fetch->settings, endpoint, kind,
	    arena_printf(arena, "1 %zu %" PRId64 "\n", most, clock_now() + LIFE));
	arena_free(arena);
}
