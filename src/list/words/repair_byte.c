/* A code point enters, the byte that stood for it in an encoding leaves. */
#include <stddef.h>

#include "list/words/repair.h"

static int
find(enum repair_encoding encoding, unsigned code_point)
{
	size_t low = repair_rows_from[encoding], high = repair_rows_from[encoding + 1];

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		const struct repair_row *row = &repair_rows[middle];

		if (row->code_point == code_point)
			return row->byte;
		if (row->code_point < code_point)
			low = middle + 1;
		else
			high = middle;
	}
	return -1;
}

int
repair_byte(enum repair_encoding encoding, unsigned code_point)
{
	/* Most text beyond ASCII lies where neither encoding has anything. */
	if (code_point < 0x80 || code_point > 0xfb02 ||
	    (code_point > 0x25ca && code_point < 0xf8ff))
		return -1;
	if (encoding == REPAIR_WINDOWS && code_point <= 0xff)
		return (int)code_point;
	return find(encoding, code_point);
}
