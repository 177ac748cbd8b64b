/* The word for a compression enters, what it is leaves. */
#include "release/archive/compression.h"

#include <stddef.h>
#include <string.h>

#include "release/archive/archive.h"

static const char *const zstd_options[][2] = { { "compression-level", "3" },
	{ NULL, NULL } };
static const char *const xz_options[][2] = { { "threads", "1" },
	{ "compression-level", "6" }, { NULL, NULL } };

static const struct compression compressions[] = {
	{ "gz", ".tar.gz", NULL, NULL },
	{ "zst", ".tar.zst", "zstd", zstd_options },
	{ "xz", ".tar.xz", "xz", xz_options },
	{ "zip", ".zip", NULL, NULL },
};

const struct compression *
compression_find(const char *word)
{
	for (size_t i = 0; i < sizeof compressions / sizeof *compressions; i++)
		if (strcmp(compressions[i].word, word) == 0)
			return &compressions[i];
	return NULL;
}

const char *
archive_suffix(const char *compress)
{
	const struct compression *c = compression_find(compress);

	return c == NULL ? NULL : c->suffix;
}
