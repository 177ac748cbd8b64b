/* libarchive's door: a folder's files → one archive, always the same bytes. */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct packed_before;
struct pieces;

struct archive_order {
	const char *folder;       /* where the files are */
	const char *top;          /* the one folder inside the archive */
	const char *const *files; /* relative, sorted by bytes */
	const char *const *sums;  /* SHA-256 of each; "": not known */
	size_t file_count;
	int64_t time;         /* of every member */
	const char *compress; /* "gz", "zst", "xz", "zip" */
	/* Of "gz": what is packed already, NULL: nothing; what it comes to. */
	const struct packed_before *before;
	struct pieces *pieces;
};

/* NULL: no such compression. */
const char *archive_suffix(const char *compress);
/* false with *words in the arena. */
bool archive_pack(
    struct arena *, const struct archive_order *, const char *path, const char **words);
