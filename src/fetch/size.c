/* A size that a source takes enters and leaves. */
#include "base/clock.h"
#include "fetch/job.h"
#include "fetch/note.h"

/* A month; then the full size is tried again. */
const struct note_kind note_size = { "size", 1000000, INT64_C(30) * 86400 };

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
