/* Failures of a source enter; until when it is left alone leaves. */
#include "fetch/alone.h"

#include <inttypes.h>
#include <stdio.h>

#include "base/arena.h"
#include "base/clock.h"
#include "fetch/note.h"

enum { FIRST = 600, LONGEST = 6 * 3600, MOST_FAILURES = 1000 };

static const char kind[] = "failures";

void
alone_failed(struct alone *alone, int64_t now, double scale)
{
	int64_t seconds = FIRST;

	if (alone->failures < MOST_FAILURES)
		alone->failures++;
	alone->until = 0;
	if (alone->failures < 2)
		return;
	for (unsigned n = 2; n < alone->failures && seconds < LONGEST; n++)
		seconds *= 2;
	if (seconds > LONGEST)
		seconds = LONGEST;
	alone->until = now + (int64_t)((double)seconds * scale + 0.999);
}

bool
alone_parse(const char *text, int64_t now, struct alone *alone)
{
	struct alone read;

	if (sscanf(text, "1 %u %" SCNd64, &read.failures, &read.until) != 2 ||
	    read.failures > MOST_FAILURES)
		return false;
	/* Longer than ever noted: the clock was set back meanwhile. */
	if (read.until <= now || read.until > now + LONGEST)
		read.until = 0;
	*alone = read;
	return true;
}

void
alone_read(const struct fetch_settings *settings, const struct endpoint *endpoint,
    struct alone *alone)
{
	struct arena *arena = arena_new();
	const char *text = note_read(arena, settings, endpoint, kind);

	*alone = (struct alone){ 0 };
	if (text != NULL)
		alone_parse(text, clock_now(), alone);
	arena_free(arena);
}

void
alone_write(const struct fetch_settings *settings, const struct endpoint *endpoint,
    const struct alone *alone)
{
	struct arena *arena = arena_new();

	/* Without the note it is only asked too soon. */
	note_write(settings, endpoint, kind,
	    alone->failures == 0 ? NULL
				 : arena_printf(arena, "1 %u %" PRId64 "\n",
				       alone->failures, alone->until));
	arena_free(arena);
}
