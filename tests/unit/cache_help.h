/*
 * What the tests of cache/ share: a folder that is removed, short answers,
 * bytes changed in files, children.
 */
#pragma once

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/file.h"
#include "cache/cache.h"
#include "cache/inside.h"

#define S2     "https://api.semanticscholar.org"
#define NEWEST INT64_MAX
#define WEEK   604800

struct place {
	char folder[200];
	char data[240];
	struct arena *arena;
};

static int
set_up(void **state)
{
	struct place *place = calloc(1, sizeof *place);
	const char *base = getenv("TMPDIR");

	assert_non_null(place);
	snprintf(
	    place->folder, sizeof place->folder, "%s/cacheXXXXXX", base ? base : "/tmp");
	assert_non_null(mkdtemp(place->folder));
	snprintf(place->data, sizeof place->data, "%s/data.mdb", place->folder);
	place->arena = arena_new();
	*state = place;
	return 0;
}

static int
tear_down(void **state)
{
	struct place *place = *state;

	file_remove_tree(place->folder);
	arena_free(place->arena);
	free(place);
	return 0;
}

static struct cache *
open_cache(struct place *place, enum cache_mode mode)
{
	struct cache_trouble trouble;
	struct cache *cache;

	if (cache_open(place->folder, mode, CACHE_FIRST_MAP, &cache, &trouble) !=
	    CACHE_OK)
		fail_msg("cache_open: %s", trouble.words);
	return cache;
}

static inline void
commit(struct cache *cache)
{
	struct cache_trouble trouble;

	if (!cache_commit(cache, &trouble))
		fail_msg("cache_commit: %s", trouble.words);
}

/* body NULL: absent. */
static inline void
put(struct cache *cache, const char *subject, int64_t at, const char *body)
{
	struct answer answer = { .origin = S2,
		.source = "semanticscholar",
		.subject = subject,
		.retrieved_at = at,
		.state = body ? ANSWER_FOUND : ANSWER_ABSENT,
		.http_status = body ? 200 : 404,
		.asked_version = 3,
		.note = body ? NULL : "not in the corpus",
		.body = body,
		.body_length = body ? strlen(body) : 0 };

	cache_put(cache, &answer);
}

static inline bool
get(struct place *place, struct cache *cache, const char *subject, int64_t as_of,
    struct answer *answer)
{
	return cache_get(
	    cache, place->arena, S2, "semanticscholar", subject, as_of, 0, true, answer);
}

static inline const char *
body(struct place *place, struct cache *cache, const char *subject, int64_t as_of)
{
	struct answer answer;

	if (!get(place, cache, subject, as_of, &answer))
		return "(none)";
	return answer.body ? answer.body : "(absent)";
}

static inline uint64_t
count_answers(struct cache *cache)
{
	struct cache_stats *stats = calloc(1, sizeof *stats);
	uint64_t answers;

	assert_non_null(stats);
	assert_true(cache_stats(cache, stats));
	answers = stats->answers;
	free(stats);
	return answers;
}

/* Fill a fresh cache with `count` answers at one time and close it. */
static inline void
fill(struct place *place, int count, int64_t at)
{
	struct cache *cache = open_cache(place, CACHE_WRITE);
	char subject[40], words[3000];

	for (int i = 0; i < count; i++) {
		snprintf(subject, sizeof subject, "arxiv:2401.%05d", i);
		snprintf(words, sizeof words, "{\"n\":%d,\"pad\":\"%0900d\"}", i, i);
		put(cache, subject, at, words);
	}
	commit(cache);
	cache_close(cache);
}

static inline off_t
size_of(const char *path)
{
	struct stat about;

	assert_int_equal(stat(path, &about), 0);
	return about.st_size;
}

static inline void
overwrite(const char *path, off_t at, const void *bytes, size_t length)
{
	int file = open(path, O_WRONLY | O_CLOEXEC);

	assert_true(file >= 0);
	assert_int_equal(pwrite(file, bytes, length, at), length);
	close(file);
}

/* The child's exit status; -1 - signal when one killed it. */
static inline int
outcome_of(pid_t child)
{
	int status;

	assert_true(child > 0);
	assert_int_equal(waitpid(child, &status, 0), child);
	return WIFSIGNALED(status) ? -1 - WTERMSIG(status) : WEXITSTATUS(status);
}
