/* Where a piece lies in the spool enters, the piece leaves. */
#include <stdlib.h>
#include <unistd.h>

#include "base/buffer.h"
#include "release/site/site.h"

void
site_piece(const struct site *site, uint64_t offset, uint32_t length, struct buffer *out)
{
	char *bytes = malloc(length + 1u);

	if (bytes == NULL)
		abort();
	if (pread(fileno(site->spool), bytes, length, (off_t)offset) == (ssize_t)length)
		buffer_add(out, bytes, length);
	else
		folder_fail(site->folder, "cannot read", "the works' cards");
	free(bytes);
}

void
site_add_brief(const struct site *site, size_t at, struct buffer *out)
{
	const struct site_item *item = &site->items[at];

	buffer_printf(out, "<li><a href=\"works-%zu.html#", at / SITE_PAGE + 1);
	site_piece(site, item->offset + item->card + item->row, item->brief, out);
}
