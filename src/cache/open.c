/* A path in; an open store that is ours and whole, or the trouble, out. */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cache/folder.h"
#include "cache/inside.h"

#define REPLACE "put a copy of it back, or move it away to start anew"

static enum cache_status
say_cut_off(
    struct cache_trouble *trouble, const char *path, uint64_t present, uint64_t needed)
{
	trouble_say(trouble, "%s is cut off: it has %llu of %llu bytes; " REPLACE, path,
	    (unsigned long long)present, (unsigned long long)needed);
	return CACHE_DAMAGED;
}

static enum cache_status
say_foreign(struct cache_trouble *trouble, const char *path)
{
	trouble_say(trouble, "%s is damaged or no cache of enrich's; " REPLACE, path);
	return CACHE_DAMAGED;
}

/*
 * LMDB's files are their machine's own: its sign, 0xBEEFC0DE, stands behind a number of
 * that machine's words and 8 bytes, in its order of bytes.  Looked at before LMDB does,
 * which would take their lock for its own.
 */
static enum cache_status
check_machine(const char *path, struct cache_trouble *trouble)
{
	static const unsigned char sign[2][4] = { { 0xDE, 0xC0, 0xEF, 0xBE },
		{ 0xBE, 0xEF, 0xC0, 0xDE } };
	const uint32_t own = 0xBEEFC0DE;
	char head[20] = "";
	int file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	ssize_t got = file < 0 ? 0 : read(file, head, sizeof head);

	if (file >= 0)
		close(file);
	for (size_t word = 4; word <= 8 && got == sizeof head; word += 4)
		for (size_t big = 0; big < 2; big++) {
			if (memcmp(head + word + 8, sign[big], 4) != 0 ||
			    (word == sizeof(size_t) && memcmp(sign[big], &own, 4) == 0))
				continue;
			if (trouble)
				trouble->elsewhere = true;
			trouble_say(trouble,
			    "%s was made on a machine of another kind (%zu bits, "
			    "%s-endian), "
			    "which alone can read it; take the answers over with `enrich "
			    "cache export` there and `enrich cache import` here, or name "
			    "another folder with --cache",
			    path, word * 8, big ? "big" : "little");
			return CACHE_ELSEWHERE;
		}
	return CACHE_OK;
}

void
open_say_fatal(const char *path, const char *death, struct cache_trouble *trouble)
{
	uint64_t needed = 0, present = 0;
	struct store *store;

	if (store_open(path, STORE_READ, 0, &store) == 0) {
		store_extent(store, &needed, &present);
		store_close(store);
	}
	if (present < needed)
		say_cut_off(trouble, path, present, needed);
	else
		trouble_say(trouble, "%s is damaged, reading it ends in: %s; " REPLACE,
		    path, death);
}

/*
 * A file may be short by pages that hold nothing; only a kill between a
 * commit and the call behind it leaves it so.  Reading it all decides.
 */
static bool
is_whole_though_short(const char *path)
{
	struct scan scan;

	return scan_file(path, &scan) && scan.signal == 0 && scan.failure == 0 &&
	    scan.damaged == 0;
}

static enum cache_status
check_extent(const char *path, enum store_mode mode, size_t map, struct store **store,
    struct cache_trouble *trouble)
{
	uint64_t needed, present;
	int result;

	store_extent(*store, &needed, &present);
	if (present >= needed)
		return CACHE_OK;
	store_close(*store);
	*store = NULL;
	if (!is_whole_though_short(path))
		return say_cut_off(trouble, path, present, needed);
	if ((result = store_open(path, mode, map, store)) == 0)
		return CACHE_OK;
	trouble_say_result(trouble, "cannot open", path, result);
	return CACHE_FAILED;
}

static enum cache_status
check_format(const char *path, struct store *store, struct cache_trouble *trouble)
{
	struct span value;
	unsigned long format = 0;
	char digits[20] = "";
	int result = store_open_tables(store);

	if (result == 0)
		result = store_find(store, STORE_ABOUT, bytes_text("format"), &value);
	if (result == STORE_NONE || result == STORE_FOREIGN)
		return say_foreign(trouble, path);
	if (result != 0) {
		trouble_say_result(trouble, "cannot read", path, result);
		return result > 0 ? CACHE_FAILED : CACHE_DAMAGED;
	}
	if (value.length < sizeof digits)
		memcpy(digits, value.bytes, value.length);
	format = strtoul(digits, NULL, 10);
	if (format == 0)
		return say_foreign(trouble, path);
	if (format <= CACHE_FORMAT)
		return CACHE_OK;
	if (trouble)
		trouble->elsewhere = true;
	trouble_say(trouble,
	    "%s has format %lu, this enrich reads %d; update "
	    "enrich, or name another folder with --cache",
	    path, format, CACHE_FORMAT);
	return CACHE_ELSEWHERE;
}

enum cache_status
open_store(const char *path, enum store_mode mode, size_t map, struct store **store,
    struct cache_trouble *trouble)
{
	enum cache_status status;
	struct stat about;
	int result;

	*store = NULL;
	if (stat(path, &about) == 0 && about.st_size == 0)
		return say_cut_off(trouble, path, 0, 8192);
	if ((status = check_machine(path, trouble)) != CACHE_OK)
		return status;
	result = store_open(path, mode, map, store);
	if (result == STORE_FOREIGN)
		return say_foreign(trouble, path);
	if (result == ENOENT)
		return CACHE_MISSING;
	if (result != 0) {
		trouble_say_result(trouble, "cannot open", path, result);
		return CACHE_FAILED;
	}
	status = check_extent(path, mode, map, store, trouble);
	if (status == CACHE_OK)
		status = check_format(path, *store, trouble);
	if (status != CACHE_OK) {
		store_close(*store);
		*store = NULL;
	}
	return status;
}

enum cache_status
open_newest(const char *folder, struct arena *arena, char **path, struct store **store,
    struct cache_trouble *trouble)
{
	enum cache_status status = CACHE_MISSING;

	/* gc may remove a file between our finding and our opening it. */
	for (int i = 0; i < 5 && status == CACHE_MISSING; i++) {
		long generation = folder_newest(folder);

		if (generation == -2) {
			trouble_say_result(trouble, "cannot read", folder, errno);
			return CACHE_FAILED;
		}
		if (generation < 0)
			break;
		*path = folder_data(arena, folder, generation);
		status = open_store(*path, STORE_READ, 0, store, trouble);
	}
	if (status == CACHE_MISSING)
		trouble_say(trouble,
		    "no cache in %s yet; run enrich without "
		    "--offline, or name another folder with --cache",
		    folder);
	return status;
}
