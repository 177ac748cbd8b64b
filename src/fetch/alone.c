/* Failures of a source enter; until when it is left alone leaves. */
#include "fetch/alone.h"

enum { FIRST = 600, LONGEST = 6 * 3600, MOST_FAILURES = 1000 };

/* Without the note a source is only asked too soon. */
const struct note_kind note_failures = { "failures", MOST_FAILURES, LONGEST };

void
alone_failed(struct note *alone, int64_t now, double scale)
{
	int64_t seconds = FIRST;

	if (alone->count < MOST_FAILURES)
		alone->count++;
	alone->until = 0;
	if (alone->count < 2)
		return;
	for (unsigned n = 2; n < alone->count && seconds < LONGEST; n++)
		seconds *= 2;
	if (seconds > LONGEST)
		seconds = LONGEST;
	alone->until = now + (int64_t)((double)seconds * scale + 0.999);
}
