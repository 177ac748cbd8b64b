/* What went wrong in; words for the user, and what to do, out. */
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <sys/statvfs.h>

#include "cache/inside.h"

/* Less than this free is a full disk, whatever LMDB made of it. */
#define LITTLE_SPACE (256 << 10)

void
trouble_say(struct cache_trouble *trouble, const char *format, ...)
{
	va_list arguments;

	if (!trouble)
		return;
	va_start(arguments, format);
	vsnprintf(trouble->words, sizeof trouble->words, format, arguments);
	va_end(arguments);
}

/* LMDB makes EIO of a write that was cut short for want of space. */
static bool
is_full(const char *path, int result)
{
	struct statvfs about;

	if (result == ENOSPC || result == EDQUOT)
		return true;
	return result == EIO && statvfs(path, &about) == 0 &&
	    (uint64_t)about.f_bavail * about.f_frsize < LITTLE_SPACE;
}

void
trouble_say_result(
    struct cache_trouble *trouble, const char *what, const char *path, int result)
{
	if (is_full(path, result))
		trouble_say(trouble,
		    "%s %s: the disk is full; make room and "
		    "run again: what was kept before is safe",
		    what, path);
	else
		trouble_say(trouble, "%s %s: %s", what, path, store_reason(result));
}
