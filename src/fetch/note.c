/* What is remembered of an endpoint enters as text or as a failure; leaves as a note. */
#include "fetch/note.h"

#include <inttypes.h>
#include <stdio.h>

enum { FIRST = 600, LONGEST = 6 * 3600, MOST_FAILURES = 1000 };

/* Without the note a source is only asked too soon. */
const struct note_kind note_failures = { "failures", MOST_FAILURES, LONGEST };
/* A month; then the full size is tried again. */
const struct note_kind note_size = { "size", 1000000, INT64_C(30) * 86400 };

bool
note_parse(const struct note_kind *kind, const char *text, int64_t now, struct note *note)
{
	struct note read;

	if (sscanf(text, "1 %u %" SCNd64, &read.count, &read.until) != 2 ||
	    read.count == 0 || read.count > kind->most)
		return false;
	/* Longer than ever noted: the clock was set back meanwhile. */
	if (read.until <= now || read.until > now + kind->life)
		read.until = 0;
	*note = read;
	return true;
}

void
note_failed(struct note *failures, int64_t now, double scale)
{
	int64_t seconds = FIRST;

	if (failures->count < MOST_FAILURES)
		failures->count++;
	failures->until = 0;
	if (failures->count < 2)
		return;
	for (unsigned n = 2; n < failures->count && seconds < LONGEST; n++)
		seconds *= 2;
	if (seconds > LONGEST)
		seconds = LONGEST;
	failures->until = now + (int64_t)((double)seconds * scale + 0.999);
}
