/* The manifests of a bag enter; files whose sum is another, or that have none, leave. */
#include <dirent.h>
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "base/arena.h"
#include "base/digest.h"
#include "base/file.h"
#include "base/strmap.h"
#include "release/verify/verifier.h"

#define DEEPEST 8

struct bag {
	struct verifier *verifier;
	struct strmap *summed;
	uint64_t bytes; /* of data/ */
	size_t files;
};

/* Below the release, and nowhere else. */
static bool
is_inside(const char *path)
{
	if (*path == '/' || *path == '\0')
		return false;
	for (const char *at = path; at != NULL; at = strchr(at, '/')) {
		at += *at == '/';
		if (strncmp(at, "..", 2) == 0 && (at[2] == '/' || at[2] == '\0'))
			return false;
	}
	return true;
}

static void
check_line(struct bag *bag, const char *manifest, size_t number, char *line)
{
	struct verifier *v = bag->verifier;
	char digest[DIGEST_TEXT], *path = line + DIGEST_TEXT - 1;
	const char *whole;
	struct stat status;
	uint64_t bytes;

	line[strcspn(line, "\r\n")] = '\0';
	if (strspn(line, "0123456789abcdefABCDEF") != DIGEST_TEXT - 1 || *path != ' ') {
		verify_fail(v, manifest, number, "no SHA-256 and path");
		return;
	}
	*path++ = '\0';
	path += *path == ' ' || *path == '*';
	if (!is_inside(path)) {
		verify_fail(v, manifest, number, "%.100s lies outside", path);
		return;
	}
	whole = file_join(v->scratch, v->folder, path);
	if (strmap_get(bag->summed, path) != NULL)
		verify_fail(v, manifest, number, "%.100s a second time", path);
	strmap_put(bag->summed, path, bag);
	if (lstat(whole, &status) != 0 || !S_ISREG(status.st_mode))
		verify_fail(v, manifest, number, "%.100s is not there", path);
	else if (!digest_file(whole, digest, &bytes))
		verify_fail(v, manifest, number, "%.100s: %s", path, strerror(errno));
	else if (strcasecmp(digest, line) != 0)
		verify_fail(v, manifest, number, "%.100s has another sum", path);
	if (strncmp(path, "data/", 5) == 0 && lstat(whole, &status) == 0) {
		bag->bytes += (uint64_t)status.st_size;
		bag->files++;
	}
}

static void
check_manifest(struct bag *bag, const char *name)
{
	struct verify_lines lines;

	verify_open(bag->verifier, &lines, name);
	while (verify_next(&lines)) {
		check_line(bag, name, lines.number, lines.bytes);
		arena_reset(bag->verifier->scratch);
	}
}

/* What no manifest has; `inside`: of the release, "" or with its slash. */
static void
find_others(struct bag *bag, const char *inside, int depth)
{
	struct verifier *v = bag->verifier;
	DIR *folder = opendir(file_join(v->arena, v->folder, inside));
	struct dirent *entry;

	while (folder != NULL && (entry = readdir(folder)) != NULL) {
		const char *path = arena_join(v->arena, inside, entry->d_name, NULL);
		struct stat status;

		if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0 ||
		    lstat(file_join(v->arena, v->folder, path), &status) != 0)
			continue;
		if (S_ISDIR(status.st_mode) && depth < DEEPEST)
			find_others(
			    bag, arena_join(v->arena, path, "/", NULL), depth + 1);
		else if (strmap_get(bag->summed, path) == NULL &&
		    strncmp(path, "tagmanifest-", 12) != 0)
			verify_fail(v, path, 0, "is in no manifest");
	}
	if (folder != NULL)
		closedir(folder);
}

/* "1234.5": bytes and files. */
static void
check_oxum(const struct bag *bag)
{
	struct verifier *v = bag->verifier;
	const char *oxum = release_said(v->arena, v->folder, "Payload-Oxum", 0);
	const char *is = arena_printf(
	    v->arena, "%" PRIu64 ".%zu", bag->bytes, bag->files);

	if (oxum == NULL)
		verify_fail(v, "bag-info.txt", 0, "has no Payload-Oxum");
	else if (strcmp(oxum, is) != 0)
		verify_fail(
		    v, "bag-info.txt", 0, "says Payload-Oxum %.40s; it is %s", oxum, is);
}

void
verify_bag(struct verifier *v)
{
	struct bag bag = { .verifier = v, .summed = strmap_new() };

	check_manifest(&bag, "manifest-sha256.txt");
	check_manifest(&bag, "tagmanifest-sha256.txt");
	find_others(&bag, "", 0);
	check_oxum(&bag);
	strmap_free(bag.summed);
}
