/* The counts of one work enter, a line as high as a line of text leaves. */
#include <string.h>

#include "base/buffer.h"
#include "base/clock.h"
#include "model/counted.h"
#include "release/site/site.h"

enum { WIDTH = 120, HEIGHT = 22 };

static int64_t
day_of(const struct counted *counted)
{
	int64_t first = 0, last;

	(void)clock_parse_date(counted->day, &first, &last);
	return first;
}

/* Of the work, by the source that counted last: others count otherwise. */
static bool
is_shown(const struct history_rows *rows, size_t i, const char *id)
{
	return strcmp(rows->v[i].work_id, id) == 0 &&
	    strcmp(rows->v[i].source, rows->v[rows->count - 1].source) == 0;
}

void
site_line(struct buffer *out, const struct history_rows *rows, const char *id)
{
	int64_t least = INT64_MAX, most = 0, begin = 0, end = 0;
	size_t first = SIZE_MAX, shown = 0;

	for (size_t i = 0; i < rows->count; i++) {
		if (!is_shown(rows, i, id))
			continue;
		if (shown++ == 0)
			first = i;
		least = rows->v[i].count < least ? rows->v[i].count : least;
		most = rows->v[i].count > most ? rows->v[i].count : most;
	}
	if (shown < 2 || most == least)
		return;
	begin = day_of(&rows->v[first]);
	end = day_of(&rows->v[rows->count - 1]);
	buffer_printf(out,
	    " <svg class=\"spark\" role=\"img\" viewBox=\"0 0 %d %d\"><title>%lld on %s, "
	    "%lld on %s</title><path class=\"line\" d=\"",
	    WIDTH, HEIGHT, (long long)rows->v[first].count, rows->v[first].day,
	    (long long)rows->v[rows->count - 1].count, rows->v[rows->count - 1].day);
	for (size_t i = first; i < rows->count; i++)
		if (is_shown(rows, i, id))
			buffer_printf(out, "%c%d %d", i == first ? 'M' : 'L',
			    end == begin ? (i == first ? 2 : WIDTH - 2)
					 : 2 +
				    (int)((day_of(&rows->v[i]) - begin) * (WIDTH - 4) /
					(end - begin)),
			    HEIGHT - 3 -
				(int)((rows->v[i].count - least) * (HEIGHT - 6) /
				    (most - least)));
	buffer_text(out, "\"/></svg>");
}
