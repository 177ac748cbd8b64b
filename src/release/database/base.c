/*
 * The file of a database whose release was not told of yet enters; the pages that
 * telling changes leave, and from a file that was told, the one before that.
 */
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buffer.h"
#include "release/database/database.h"
#include "release/database/sqlite.h"

/* "SQLite database file format": page 1 has the header, and what changed when. */
enum { PAGE = 4096, HEADER = 1 };

/* Length of the file, then each page behind its number. */
struct page {
	uint64_t number;
	char bytes[PAGE];
};

static bool
keep_page(int file, uint64_t number, struct buffer *out)
{
	struct page page = { .number = number };

	return pread(file, page.bytes, PAGE, (off_t)((number - 1) * PAGE)) == PAGE &&
	    buffer_add(out, &page, sizeof page);
}

bool
database_base_keep(const char *path, const struct sqlite_pages *pages, struct buffer *out)
{
	int file = open(path, O_RDONLY | O_CLOEXEC);
	struct stat status;
	uint64_t length;
	bool kept = file >= 0 && fstat(file, &status) == 0;

	length = kept ? (uint64_t)status.st_size : 0;
	buffer_clear(out);
	kept = kept && buffer_add(out, &length, sizeof length) &&
	    keep_page(file, HEADER, out);
	for (size_t i = 0; i < pages->count && kept; i++)
		kept = keep_page(file, pages->v[i], out);
	if (file >= 0)
		close(file);
	if (!kept)
		buffer_clear(out);
	return kept;
}

bool
database_base_restore(const char *path, const char *bytes, size_t length)
{
	int file = open(path, O_WRONLY | O_CLOEXEC);
	uint64_t size;
	bool restored = file >= 0 && length >= sizeof size &&
	    (length - sizeof size) % sizeof(struct page) == 0;
	struct page page;

	if (restored) {
		memcpy(&size, bytes, sizeof size);
		restored = ftruncate(file, (off_t)size) == 0;
	}
	for (size_t at = sizeof size; at < length && restored; at += sizeof page) {
		memcpy(&page, bytes + at, sizeof page);
		restored = pwrite(file, page.bytes, PAGE,
			       (off_t)((page.number - 1) * PAGE)) == PAGE;
	}
	if (file >= 0)
		close(file);
	return restored;
}
