/* A finished release enters; what the next one is left leaves. */
#include "release/inside.h"

#include <string.h>

#include "release/database/database.h"

const char *
release_sum(struct release *release, const char *path)
{
	const struct folder_file *file = folder_digest(&release->folder, path);

	return file == NULL ? NULL : file->digest;
}

void
release_sums(struct release *release, struct buffer *out)
{
	struct folder *folder = &release->folder;

	for (size_t i = 0; i < folder->file_count; i++) {
		const char *path = folder->files[i].path;

		if (strncmp(path, "data/", 5) == 0 || strncmp(path, "site/", 5) == 0)
			buffer_printf(
			    out, "%s  %s\n", folder_digest(folder, path)->digest, path);
	}
}

struct release_memo
release_index(struct release *release)
{
	if (release->is_same) /* what there is of the one before is of this one */
		return (struct release_memo){ NULL, 0 };

	const struct folder_file *works = folder_digest(
	    &release->folder, "data/works.jsonl");

	if (works == NULL)
		return (struct release_memo){ NULL, 0 };
	release->index.tiles = release->tally.tiles;
	index_sort(&release->index);
	index_encode(&release->index, works->digest, &release->indexed);
	return (struct release_memo){ release->indexed.bytes, release->indexed.length };
}

struct release_memo
release_packed(struct release *release)
{
	return packing_memo(&release->packing);
}

struct release_memo
release_base(struct release *release)
{
	return release->copies.database == NULL ? (struct release_memo){ NULL, 0 }
						: database_base(release->copies.database);
}
