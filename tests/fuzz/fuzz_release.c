/*
 * A release of whomever: any bytes as its archive or, by the first byte, as one of its
 * files.  Refused with words or unpacked, below its folder only, and verified.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/file.h"
#include "release/archive/unpack.h"
#include "release/verify/verify.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

static const char *const files[] = { "archive", "manifest-sha256.txt", "bag-info.txt",
	"data/works.jsonl", "data/works.csv", "data/artifacts.csv", "data/mentions.csv",
	"data/findings.csv", "data/history.csv", "data/references.bib" };

static char folder[] = "/tmp/enrich-fuzz.XXXXXX";

static void
remove_folder(void)
{
	file_remove_tree(folder);
}

static void
begin(struct arena *arena)
{
	static bool begun;

	if (begun)
		return;
	begun = true;
	if (mkdtemp(folder) == NULL || atexit(remove_folder) != 0 ||
	    setenv("TMPDIR", folder, 1) != 0 ||
	    mkdir(file_join(arena, folder, "release"), 0700) != 0 ||
	    mkdir(file_join(arena, folder, "release/data"), 0700) != 0)
		abort();
}

static void
count(void *context, const char *file, size_t line, const char *what)
{
	(void)line;
	if (file == NULL || what == NULL || *what == '\0')
		abort();
	++*(size_t *)context;
}

static void
verify(struct arena *arena, const char *release)
{
	size_t told = 0;

	if (release_verify(arena, release, count, &told) != told)
		abort();
}

static void
try_archive(struct arena *arena, const char *bytes, size_t length)
{
	const char *path = file_join(arena, folder, "archive"), *words = NULL, *release;
	bool unpacked;

	if (!file_replace(path, bytes, length, 0600))
		abort();
	release = unpack_open(arena, path, &unpacked, &words);
	if (release == NULL && words == NULL)
		abort();
	if (release == NULL)
		return;
	if (strncmp(release, folder, strlen(folder)) != 0)
		abort();
	verify(arena, release);
	file_remove_tree(release);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
	struct arena *arena;
	size_t which;
	const char *path;

	if (length == 0)
		return 0;
	arena = arena_new();
	begin(arena);
	which = bytes[0] % 48 % (sizeof files / sizeof *files);
	if (which == 0) {
		try_archive(arena, (const char *)bytes + 1, length - 1);
	} else {
		path = file_join(
		    arena, file_join(arena, folder, "release"), files[which]);
		if (!file_replace(path, (const char *)bytes + 1, length - 1, 0600))
			abort();
		verify(arena, file_join(arena, folder, "release"));
		unlink(path);
	}
	arena_free(arena);
	return 0;
}
