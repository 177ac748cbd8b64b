/*
 * The folder of a release enters; what it says of how it was made leaves, and where
 * the release before it lies.
 */
#include <dirent.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/digest.h"
#include "base/file.h"
#include "base/json.h"
#include "release/archive/unpack.h"
#include "release/verify/verify.h"

enum { LARGEST_TAG = 1 << 20, LARGEST_PACKAGE = 64 << 20 };

const char *
release_said(struct arena *arena, const char *folder, const char *label, size_t at)
{
	const char *head = arena_join(arena, "\n", label, ": ", NULL), *found = NULL;
	struct buffer text;

	buffer_init(&text, LARGEST_TAG);
	if (file_read(file_join(arena, folder, "bag-info.txt"), &text)) {
		/* Its first line has none in front. */
		const char *place = arena_join(arena, "\n", text.bytes, NULL);

		while ((place = strstr(place, head)) != NULL && at-- > 0)
			place++;
		if (place != NULL)
			found = arena_text_n(arena, place + strlen(head),
			    strcspn(place + strlen(head), "\r\n"));
	}
	buffer_free(&text);
	return found;
}

const char *
release_created(struct arena *arena, const char *folder)
{
	return json_file_text(arena, file_join(arena, folder, "datapackage.json"),
	    LARGEST_PACKAGE, "created");
}

/* One whose manifest has this sum. */
static const char *
find_by_manifest(struct arena *arena, const char *place, const char *wanted)
{
	DIR *folder = opendir(place);
	const char *found = NULL;
	struct dirent *entry;

	while (folder != NULL && found == NULL && (entry = readdir(folder)) != NULL) {
		const char *path = file_join(arena, place, entry->d_name);
		char digest[DIGEST_TEXT];
		uint64_t bytes;

		if (entry->d_name[0] != '.' &&
		    digest_file(
			file_join(arena, path, "manifest-sha256.txt"), digest, &bytes) &&
		    strcmp(digest, wanted) == 0)
			found = path;
	}
	if (folder != NULL)
		closedir(folder);
	return found;
}

const char *
release_predecessor_of(struct arena *arena, const char *folder, const char *place)
{
	const char *said = release_said(arena, folder, "Enrich-Predecessor", 0);
	const char *sum = said == NULL ? NULL : strrchr(said, ' ');
	const char *found;

	if (sum == NULL || strlen(sum + 1) != DIGEST_TEXT - 1)
		return NULL;
	found = find_by_manifest(arena, file_join(arena, folder, ".."), sum + 1);
	return found != NULL ? found : find_by_manifest(arena, place, sum + 1);
}

const char *
release_folder(struct arena *arena, const char *path, bool *unpacked, const char **words)
{
	return unpack_open(arena, path, unpacked, words);
}

/* "NAME-2026-11-21" of "NAME-2026-11-21.tar.gz" */
static size_t
name_length(const char *archive)
{
	static const char *const ends[] = { ".tar.gz", ".tar.zst", ".tar.xz", ".zip",
		NULL };
	size_t length = strlen(archive);

	for (const char *const *end = ends; *end != NULL; end++)
		if (length > strlen(*end) &&
		    strcmp(archive + length - strlen(*end), *end) == 0)
			return length - strlen(*end);
	return length;
}

const char *
release_beside(struct arena *arena, const char *archive)
{
	const char *sums = arena_printf(
	    arena, "%.*s.SHA256SUMS", (int)name_length(archive), archive);
	const char *line, *words = NULL;
	char digest[DIGEST_TEXT];
	struct buffer text;
	uint64_t bytes;

	if (!file_exists(sums))
		return NULL;
	buffer_init(&text, LARGEST_TAG);
	if (!digest_file(archive, digest, &bytes) || !file_read(sums, &text))
		words = "cannot be read";
	line = arena_printf(arena, "%s  %s", digest, file_name(archive));
	if (words == NULL && strstr(text.bytes, line) == NULL)
		words = arena_printf(
		    arena, "is not what %s beside it says", file_name(sums));
	buffer_free(&text);
	return words;
}
