/* A finished release enters; what the next one is left leaves. */
#include "release/inside.h"

const char *
release_sum(struct release *release, const char *path)
{
	const struct folder_file *file = folder_digest(&release->folder, path);

	return file == NULL ? NULL : file->digest;
}

struct release_memo
release_index(struct release *release)
{
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
