/* Places in a file of the release before enter; the bytes there leave, in this one's. */
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/file.h"
#include "release/folder/folder.h"

bool
folder_from(struct folder *folder, FILE *file, const struct release_same *before,
    const char *path, const char *sum)
{
	struct folder_file *made = file == NULL ? NULL : folder_file_of(folder, file);
	const char *name,
	    *wanted = before == NULL ? NULL : folder_sum_in(folder, before, path);
	char digest[DIGEST_TEXT];
	uint64_t bytes;

	if (made == NULL || wanted == NULL)
		return false;
	name = file_join(folder->arena, before->folder, path);
	if (sum == NULL)
		sum = digest_file(name, digest, &bytes) ? digest : "";
	if (strncmp(sum, wanted, DIGEST_TEXT - 1) != 0)
		return false;
	made->from = open(name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
	return made->from >= 0;
}

bool
folder_add_from(struct folder *folder, FILE *file, uint64_t at, uint64_t length)
{
	struct folder_file *made = file == NULL ? NULL : folder_file_of(folder, file);

	if (made == NULL || made->from < 0)
		return false;
	if (made->from_at + made->from_length != at) {
		folder_add_waiting(folder, made);
		made->from_at = at;
	}
	made->from_length += length;
	return true;
}
