/* A folder of releases enters, the release before this one leaves. */
#include "release/predecessor/known.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/digest.h"
#include "base/file.h"
#include "base/json.h"
#include "base/strmap.h"
#include "release/folder/folder.h"
#include "release/record/watch.h"

#define HISTORY "data/history.csv"

static const char *const summed[] = { "data/works.jsonl", "data/findings.csv", HISTORY };

/* "NAME-2026.11.21" out of bag-info.txt. */
static const char *
read_identity(struct predecessor *p)
{
	static const char label[] = "\nExternal-Identifier: ";
	struct buffer text;
	const char *found, *identity = NULL;

	buffer_init(&text, 1u << 20);
	if (file_read(file_join(p->arena, p->folder, "bag-info.txt"), &text)) {
		found = strstr(text.bytes, label);
		if (found != NULL) {
			found += sizeof label - 1;
			identity = arena_text_n(p->arena, found, strcspn(found, "\r\n"));
		}
	}
	buffer_free(&text);
	return identity;
}

/*
 * A file of it, as its manifest says: cut at a line's end one would read well.  A
 * reason, or NULL with the digest.
 */
static const char *
check_file(struct predecessor *p, const char *name, char digest[DIGEST_TEXT])
{
	const char *line, *reason = NULL;
	struct buffer manifest;
	uint64_t bytes;

	buffer_init(&manifest, 1u << 20);
	if (!digest_file(file_join(p->arena, p->folder, name), digest, &bytes))
		digest[0] = '\0';
	line = arena_printf(p->arena, "%s  %s\n", digest, name);
	if (!file_read(
		file_join(p->arena, p->folder, "manifest-sha256.txt"), &manifest) ||
	    manifest.length == 0 || strstr(manifest.bytes, line) == NULL)
		reason = arena_printf(
		    p->arena, "its %s is not what its manifest says", name);
	else if (digest[0] == '\0')
		reason = arena_printf(p->arena, "its %s cannot be read", name);
	/* Older ones have none: neither there nor in the manifest. */
	if (strcmp(name, HISTORY) == 0 && digest[0] == '\0' &&
	    (manifest.length == 0 || strstr(manifest.bytes, "  " HISTORY "\n") == NULL))
		reason = NULL;
	buffer_free(&manifest);
	return reason;
}

/* From its index, where the caller has that very one; else line by line. */
static const char *
read_works(struct predecessor *p, const struct release_memo *known)
{
	const char *path = file_join(p->arena, p->folder, "data/works.jsonl");
	char *digest = p->sums[0];
	const char *reason = check_file(p, summed[0], digest);

	if (reason != NULL)
		return reason;
	p->works = fopen(path, "rbe");
	if (p->works == NULL)
		return "its data/works.jsonl cannot be read";
	if (known != NULL && known->bytes != NULL &&
	    index_decode(&p->index, digest, known->bytes, known->length))
		return NULL;
	index_free(&p->index);
	index_init(&p->index, p->arena);
	return predecessor_read_works(p);
}

static const char *
read_all(struct predecessor *p, const struct release_memo *known)
{
	const char *reason;
	uint64_t bytes;

	p->identity = read_identity(p);
	if (p->identity == NULL || strchr(p->identity, '-') == NULL)
		return "it is no release (bag-info.txt)";
	if (!digest_file(file_join(p->arena, p->folder, "manifest-sha256.txt"),
		p->manifest, &bytes))
		return "it has no manifest-sha256.txt";
	reason = read_works(p, known);
	if (reason == NULL)
		reason = check_file(p, summed[1], p->sums[1]);
	if (reason == NULL)
		reason = predecessor_read_findings(p);
	if (reason == NULL)
		reason = check_file(p, summed[2], p->sums[2]);
	p->by_key = strmap_new();
	for (size_t i = 0; i < p->findings.count; i++)
		strmap_put(p->by_key, p->findings.v[i].key, &p->findings.v[i]);
	return reason;
}

struct predecessor *
predecessor_open(const struct release_settings *settings, const char *previous,
    const struct release_memo *known, const char **reason)
{
	struct arena *arena = arena_new();
	struct predecessor *p = arena_alloc(arena, sizeof *p);
	/* The caller may print it when the arena is gone. */
	static char words[512];
	const char *why = NULL;

	*reason = NULL;
	p->arena = arena;
	index_init(&p->index, arena);
	if (previous == NULL || *previous == '\0')
		p->folder = newest_release(arena, settings, &why);
	else if (strcmp(previous, "none") != 0)
		p->folder = arena_text(arena, previous);
	if (why != NULL)
		p->folder = settings->folder;
	if (p->folder == NULL) {
		predecessor_close(p);
		return NULL;
	}
	if (why == NULL)
		why = read_all(p, known);
	if (why == NULL)
		return p;
	snprintf(words, sizeof words, "%s: %s", p->folder, why);
	*reason = words;
	predecessor_close(p);
	return NULL;
}

void
predecessor_close(struct predecessor *p)
{
	if (p == NULL)
		return;
	if (p->works != NULL)
		fclose(p->works);
	index_free(&p->index);
	strmap_free(p->by_key);
	arena_free(p->arena);
}

const char *
predecessor_folder(const struct predecessor *p)
{
	return p->folder;
}

const char *
predecessor_sum(const struct predecessor *p, const char *path)
{
	for (size_t i = 0; i < sizeof summed / sizeof *summed; i++)
		if (strcmp(summed[i], path) == 0 && p->sums[i][0] != '\0')
			return p->sums[i];
	return NULL;
}

/* Where the keys of this print begin. */
static size_t
first_key(const struct predecessor *p, uint64_t print)
{
	size_t low = 0, high = p->index.key_count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (p->index.keys[middle].print < print)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

size_t
predecessor_find(const struct predecessor *p, const char *key)
{
	uint64_t print = watch_print(key, strlen(key));
	const struct prior_key *keys = p->index.keys;
	size_t found = SIZE_MAX;
	bool several = false;

	for (size_t at = first_key(p, print);
	     at < p->index.key_count && keys[at].print == print; at++) {
		if (strcmp(p->index.priors[keys[at].prior].registered.id, key) == 0)
			return keys[at].prior;
		several |= found != SIZE_MAX && found != keys[at].prior;
		found = keys[at].prior;
	}
	return several ? SIZE_MAX : found;
}

const struct json *
predecessor_line(const struct predecessor *p, struct arena *arena, size_t prior)
{
	const struct json *line = NULL;
	const char *kept;
	char *bytes = NULL;
	size_t room = 0;
	ssize_t length;

	if (fseeko(p->works, p->index.priors[prior].offset, SEEK_SET) != 0)
		return NULL;
	length = getline(&bytes, &room, p->works);
	if (length > 0) {
		kept = arena_text_n(arena, bytes, (size_t)length);
		line = json_parse(arena, kept, (size_t)length, NULL);
	}
	free(bytes);
	return line;
}

bool
predecessor_work(
    const struct predecessor *p, const char *key, struct registered *registered)
{
	size_t found = predecessor_find(p, key);

	if (found == SIZE_MAX)
		return false;
	*registered = p->index.priors[found].registered;
	return true;
}

const char *
predecessor_finding(const struct predecessor *p, const char *key)
{
	const struct finding *found = strmap_get(p->by_key, key);

	return found == NULL ? NULL : found->first_seen;
}

const struct findings *
predecessor_findings(const struct predecessor *p)
{
	return &p->findings;
}
