/* The files of a release enter; its archive, and what is known of that, leave. */
#include "release/packing.h"

#include "base/arena.h"
#include "base/digest.h"
#include "base/file.h"
#include "release/archive/archive.h"
#include "release/folder/folder.h"
#include "release/predecessor/known.h"
#include "release/release.h"

bool
packing_pack(struct packing *packing, struct arena *arena,
    const struct release_settings *settings, const struct predecessor *previous,
    struct folder *folder, struct release_result *result, const char **path)
{
	bool known = previous != NULL &&
	    packed_recall(arena, &settings->packed, previous->folder,
		archive_suffix(settings->compress), &packing->before);
	const char **files = arena_alloc(arena, (folder->file_count + 1) * sizeof *files);
	const char **sums = arena_alloc(arena, (folder->file_count + 1) * sizeof *sums);
	const struct archive_order order = {
		.folder = folder->inside,
		.top = folder->base,
		.files = files,
		.sums = sums,
		.file_count = folder->file_count,
		.time = settings->clock,
		.compress = settings->compress,
		.before = known ? &packing->before : NULL,
		.pieces = &packing->made,
	};

	for (size_t i = 0; i < folder->file_count; i++) {
		files[i] = folder->files[i].path;
		sums[i] = folder->files[i].digest;
	}
	*path = file_join(arena, folder->hidden, "archive");
	if (!archive_pack(arena, &order, *path, &folder->words))
		return false;
	if (!digest_file(*path, result->archive_sha256, &result->archive_bytes))
		folder_fail(folder, "cannot read", *path);
	return folder->words == NULL && file_sync(folder->inside) &&
	    file_sync(folder_path(folder, "data")) &&
	    file_sync(folder_path(folder, "schema")) &&
	    (settings->site != NULL || file_sync(folder_path(folder, "site")));
}

struct release_memo
packing_memo(struct packing *packing)
{
	struct buffer *out = &packing->memo;
	bool kept = packed_keep(&packing->made, &packing->before.pieces, out);

	return (struct release_memo){ kept ? out->bytes : NULL, out->length };
}

void
packing_free(struct packing *packing)
{
	buffer_free(&packing->memo);
}
