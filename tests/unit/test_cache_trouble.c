/* What can be wrong with a cache is told apart, and harms nothing. */
#define _GNU_SOURCE 1 /* memmem */
#include "cache_help.h"
#include "model/work.h"

#include <sys/resource.h>

static struct cache_trouble trouble;

static enum cache_status
try(const char *folder, enum cache_mode mode)
{
	struct cache *cache;
	enum cache_status status = cache_open(
	    folder, mode, CACHE_FIRST_MAP, &cache, &trouble);

	if (status == CACHE_OK)
		assert_string_equal(trouble.words, "");
	else
		assert_null(cache);
	cache_close(cache);
	return status;
}

/* In both modes the same, and words that name the place. */
static void
assert_trouble(struct place *place, enum cache_status status, const char *words)
{
	for (int mode = CACHE_READ; mode <= CACHE_WRITE; mode++) {
		assert_int_equal(try(place->folder, (enum cache_mode)mode), status);
		assert_non_null(strstr(trouble.words, place->folder));
		if (!strstr(trouble.words, words))
			fail_msg("no \"%s\" in: %s", words, trouble.words);
	}
}

static void
missing(void **state)
{
	struct place *place = *state;
	char below[260];

	assert_int_equal(try(place->folder, CACHE_READ), CACHE_MISSING);
	assert_non_null(strstr(trouble.words, place->folder));
	snprintf(below, sizeof below, "%s/a/b", place->folder);
	assert_int_equal(try(below, CACHE_READ), CACHE_MISSING);
	assert_int_equal(try(below, CACHE_WRITE), CACHE_OK);
	assert_int_equal(try(below, CACHE_READ), CACHE_OK);
}

static void
the_folder(void **state)
{
	static const char signature[] = "Signature: 8a477f597d28d172789f06886806bc55";
	struct place *place = *state;
	char below[240], path[260];
	struct stat about;
	struct buffer words;

	snprintf(below, sizeof below, "%s/cache", place->folder);
	assert_int_equal(try(below, CACHE_WRITE), CACHE_OK);
	assert_int_equal(stat(below, &about), 0);
	assert_int_equal(about.st_mode & 0777, 0700);
	buffer_init(&words, 4096);
	snprintf(path, sizeof path, "%s/CACHEDIR.TAG", below);
	assert_true(file_read(path, &words));
	assert_memory_equal(words.bytes, signature, sizeof signature - 1);
	buffer_free(&words);
	/* A file where the folder should be. */
	assert_int_equal(try(path, CACHE_WRITE), CACHE_FAILED);
	assert_int_equal(try(path, CACHE_READ), CACHE_FAILED);
	assert_non_null(strstr(trouble.words, path));
}

/* Another process writes: its number, at once. */
static void
locked(void **state)
{
	struct place *place = *state;
	int ready[2], go[2];
	char byte = 0;
	pid_t child;

	fill(place, 1, 1000);
	assert_int_equal(pipe(ready), 0);
	assert_int_equal(pipe(go), 0);
	child = fork();
	if (child == 0) {
		struct cache *cache = open_cache(place, CACHE_WRITE);

		(void)!write(ready[1], &byte, 1);
		(void)!read(go[0], &byte, 1);
		cache_close(cache);
		_exit(0);
	}
	assert_int_equal(read(ready[0], &byte, 1), 1);
	assert_int_equal(try(place->folder, CACHE_WRITE), CACHE_LOCKED);
	assert_int_equal(trouble.holder, child);
	assert_non_null(strstr(trouble.words, place->folder));
	assert_int_equal(try(place->folder, CACHE_READ), CACHE_OK);
	assert_int_equal(write(go[1], &byte, 1), 1);
	assert_int_equal(outcome_of(child), 0);
	assert_int_equal(try(place->folder, CACHE_WRITE), CACHE_OK);
	for (int i = 0; i < 2; i++) {
		close(ready[i]);
		close(go[i]);
	}
}

static void
cut_off(void **state)
{
	struct place *place = *state;
	uint64_t values, damaged;
	off_t size;

	fill(place, 200, 1000);
	size = size_of(place->data);
	assert_int_equal(truncate(place->data, size / 2), 0);
	assert_trouble(place, CACHE_DAMAGED, "cut off");
	assert_false(cache_check(place->folder, &values, &damaged, &trouble));
	assert_non_null(strstr(trouble.words, "cut off"));
	assert_int_equal(truncate(place->data, 5000), 0);
	assert_trouble(place, CACHE_DAMAGED, "data.mdb");
	assert_int_equal(truncate(place->data, 0), 0);
	assert_trouble(place, CACHE_DAMAGED, "cut off");
}

/* Pages that hold nothing may be missing: nothing is lost. */
static void
short_but_whole(void **state)
{
	struct place *place = *state;
	struct cache *cache;
	struct key key;
	struct span bytes;
	char big[40000] = { 0 };

	fill(place, 3, 1000);
	cache = open_cache(place, CACHE_WRITE);
	/* The first value's pages are given back within the transaction. */
	assert_int_equal(store_begin(cache->store), 0);
	key_make_name(&key, "x");
	bytes = (struct span){ big, 8 };
	bytes_put_u64(big, bytes_sum((struct span){ big + 8, 0 }));
	assert_int_equal(store_put(cache->store, STORE_REGISTRY, (struct span){ "y", 1 },
			     (struct span){ big, sizeof big }),
	    0);
	assert_int_equal(
	    store_put(cache->store, STORE_REGISTRY, (struct span){ "y", 1 }, bytes), 0);
	assert_int_equal(store_commit(cache->store), 0);
	cache_close(cache);
	/* store_commit made the file as long as it says; undo that. */
	assert_int_equal(truncate(place->data, size_of(place->data) - 4096), 0);
	assert_int_equal(try(place->folder, CACHE_READ), CACHE_OK);
	assert_int_equal(try(place->folder, CACHE_WRITE), CACHE_OK);
}

static void
foreign(void **state)
{
	struct place *place = *state;

	fill(place, 5, 1000);
	overwrite(place->data, 16, "\0\0\0\0", 4);
	assert_trouble(place, CACHE_DAMAGED, "damaged or no cache");
	overwrite(place->data, 0, "SQLite format 3\0........", 24);
	assert_trouble(place, CACHE_DAMAGED, "damaged or no cache");
}

static void
write_format(struct place *place, const char *format)
{
	struct cache *cache = open_cache(place, CACHE_WRITE);

	assert_int_equal(store_begin(cache->store), 0);
	assert_int_equal(store_put(cache->store, STORE_ABOUT, bytes_text("format"),
			     bytes_text(format)),
	    0);
	assert_int_equal(store_commit(cache->store), 0);
	cache_close(cache);
}

static void
newer(void **state)
{
	struct place *place = *state;

	write_format(place, "2");
	assert_trouble(place, CACHE_ELSEWHERE, "format 2");
	assert_non_null(strstr(trouble.words, "update enrich"));
}

/* The head of a file as LMDB makes it there, as far as it says what machine it is. */
static void
another_machine(void **state)
{
	static const struct {
		const char *head, *words;
	} others[] = {
		{ "\0\0\0\0\0\0\0\x8\0\0\0\0\xDE\xC0\xEF\xBE\0\0\0\1", "32 bits, " },
		{ "\0\0\0\0\0\0\0\x8\0\0\0\0\xBE\xEF\xC0\xDE\0\0\0\1", "32 bits, " },
		{ "\0\0\0\0\0\0\0\0\0\0\0\x8\0\0\0\0\xBE\xEF\xC0\xDE", "64 bits, " },
		{ "\0\0\0\0\0\0\0\0\0\0\0\x8\0\0\0\0\xDE\xC0\xEF\xBE", "64 bits, " },
	};
	struct place *place = *state;
	unsigned refused = 0;

	write_format(place, "1");
	for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
		struct buffer before;
		bool own;

		buffer_init(&before, 0);
		assert_true(file_read(place->data, &before));
		own = memcmp(before.bytes + (sizeof(size_t) == 8 ? 16 : 12),
			  others[i].head + (sizeof(size_t) == 8 ? 16 : 12), 4) == 0;
		if (!own) {
			overwrite(place->data, 0, others[i].head, 20);
			assert_trouble(place, CACHE_ELSEWHERE, others[i].words);
			assert_non_null(strstr(trouble.words, "enrich cache export"));
			overwrite(place->data, 0, before.bytes, 20);
			refused++;
		}
		buffer_free(&before);
	}
	assert_int_equal(refused, 3);
}

static void
no_format(void **state)
{
	struct place *place = *state;

	write_format(place, "hello");
	assert_trouble(place, CACHE_DAMAGED, "no cache of enrich");
}

/* One bit of one body, of one head. */
static void
flip(struct place *place, const char *words)
{
	struct buffer file;
	char *at;

	buffer_init(&file, 0);
	assert_true(file_read(place->data, &file));
	at = memmem(file.bytes, file.length, words, strlen(words));
	assert_non_null(at);
	*at ^= 4;
	overwrite(place->data, at - file.bytes, at, 1);
	buffer_free(&file);
}

static void
damaged_value(void **state)
{
	struct place *place = *state;
	struct cache *cache = open_cache(place, CACHE_WRITE);
	uint64_t values, damaged, dropped, freed;

	put(cache, "arxiv:1", 1000, "the older words");
	put(cache, "arxiv:1", 2000, "the newer words");
	put(cache, "arxiv:2", 1000, NULL);
	commit(cache);
	cache_close(cache);
	assert_true(cache_check(place->folder, &values, &damaged, &trouble));
	assert_int_equal(values, 3);
	assert_int_equal(damaged, 0);
	flip(place, "the newer words");
	flip(place, "not in the corpus");
	assert_false(cache_check(place->folder, &values, &damaged, &trouble));
	assert_int_equal(damaged, 2);
	assert_non_null(strstr(trouble.words, "cache gc"));
	/* The one before it is still good. */
	cache = open_cache(place, CACHE_READ);
	assert_string_equal(body(place, cache, "arxiv:1", NEWEST), "the older words");
	assert_string_equal(body(place, cache, "arxiv:2", NEWEST), "(none)");
	cache_close(cache);
	assert_true(cache_gc(place->folder, &dropped, &freed, &trouble));
	assert_int_equal(dropped, 2);
	assert_true(cache_check(place->folder, &values, &damaged, &trouble));
	assert_int_equal(values, 1);
}

/* A value that would be found under another key, or under none, is damaged too. */
static void
damaged_key(void **state)
{
	struct place *place = *state;
	struct cache *cache = open_cache(place, CACHE_WRITE);
	struct registered registered = { "doi:10.1/x", "x2024", "2024-01-01" };
	uint64_t values, damaged;

	put(cache, "arxiv:1", 1000, "words");
	put(cache, "arxiv:22", 1000, "words");
	cache_put_memo(cache, "a memo of mine", "words", 5);
	cache_register(cache, "pmid:777", &registered);
	commit(cache);
	cache_close(cache);
	assert_true(cache_check(place->folder, &values, &damaged, &trouble));
	flip(place, "22");
	assert_false(cache_check(place->folder, &values, &damaged, &trouble));
	assert_int_equal(damaged, 1);
	flip(place, "777");
	assert_false(cache_check(place->folder, &values, &damaged, &trouble));
	assert_int_equal(damaged, 2);
	flip(place, "memo of mine");
	assert_false(cache_check(place->folder, &values, &damaged, &trouble));
	assert_int_equal(damaged, 3);
	/* Under its new name it is nobody's. */
	cache = open_cache(place, CACHE_READ);
	assert_string_equal(body(place, cache, "arxiv:62", NEWEST), "(none)");
	assert_string_equal(body(place, cache, "arxiv:1", NEWEST), "words");
	assert_false(cache_registered(cache, place->arena, "pmid:377", &registered));
	cache_close(cache);
}

/* Every page but the first two overwritten: no crash, only words. */
static void
damaged_tree(void **state)
{
	struct place *place = *state;
	uint64_t values, damaged;
	char page[4096];
	off_t size;
	pid_t child;

	fill(place, 300, 1000);
	size = size_of(place->data);
	memset(page, 0x5a, sizeof page);
	for (off_t at = 2 * 4096; at < size; at += 4096)
		overwrite(place->data, at, page, sizeof page);
	assert_false(cache_check(place->folder, &values, &damaged, &trouble));
	assert_non_null(strstr(trouble.words, "damaged"));
	child = fork();
	if (child == 0) {
		struct cache *cache;
		struct answer answer;
		int silent = open("/dev/null", O_WRONLY | O_CLOEXEC);

		dup2(silent, STDERR_FILENO);
		if (cache_open(place->folder, CACHE_READ, CACHE_FIRST_MAP, &cache,
			&trouble) != CACHE_OK)
			_exit(74);
		get(place, cache, "arxiv:2401.00200", NEWEST, &answer);
		_exit(1);
	}
	assert_int_equal(outcome_of(child), 74);
}

/* The file is cut off while it is open: one line, status 74. */
static void
cut_off_in_use(void **state)
{
	struct place *place = *state;
	char line[600] = "";
	int ends[2];
	ssize_t got;
	pid_t child;

	fill(place, 300, 1000);
	assert_int_equal(pipe(ends), 0);
	child = fork();
	if (child == 0) {
		struct cache *cache = open_cache(place, CACHE_READ);
		struct answer answer;

		dup2(ends[1], STDERR_FILENO);
		if (truncate(place->data, 8192) == 0)
			get(place, cache, "arxiv:2401.00200", NEWEST, &answer);
		_exit(1);
	}
	close(ends[1]);
	assert_int_equal(outcome_of(child), 74);
	got = read(ends[0], line, sizeof line - 1);
	assert_true(got > 0);
	assert_non_null(strstr(line, place->data));
	assert_ptr_equal(strchr(line, '\n'), line + got - 1);
	close(ends[0]);
}

/* No right to write: read without LMDB's lock file. */
static void
read_only_folder(void **state)
{
	struct place *place = *state;
	char lock[260];
	pid_t child;

	fill(place, 10, 1000);
	snprintf(lock, sizeof lock, "%s-lock", place->data);
	assert_int_equal(unlink(lock), 0);
	assert_int_equal(chmod(place->data, 0444), 0);
	assert_int_equal(chmod(place->folder, 0555), 0);
	child = fork();
	if (child == 0) {
		struct cache *cache;
		struct answer answer;

		if (geteuid() == 0 && setuid(65534) != 0)
			_exit(77);
		cache = open_cache(place, CACHE_READ);
		if (!get(place, cache, "arxiv:2401.00003", NEWEST, &answer))
			_exit(2);
		cache_close(cache);
		if (try(place->folder, CACHE_WRITE) != CACHE_FAILED)
			_exit(3);
		_exit(strstr(trouble.words, place->folder) ? 0 : 4);
	}
	assert_int_equal(outcome_of(child), 0);
	assert_int_equal(chmod(place->folder, 0755), 0);
}

/* The disk takes no more: the commit fails in words, what was stays. */
static void
no_more_room(void **state)
{
	struct place *place = *state;
	struct cache *cache;
	pid_t child;

	fill(place, 50, 1000);
	child = fork();
	if (child == 0) {
		struct rlimit limit;
		char words[3000];
		struct answer answer;

		cache = open_cache(place, CACHE_WRITE);
		signal(SIGXFSZ, SIG_IGN);
		limit.rlim_cur = (rlim_t)size_of(place->data) + 8192;
		limit.rlim_max = RLIM_INFINITY;
		setrlimit(RLIMIT_FSIZE, &limit);
		for (int i = 0; i < 200; i++) {
			snprintf(words, sizeof words, "new:%02000d", i);
			put(cache, words + 1990, 5000, words);
		}
		if (cache_commit(cache, &trouble))
			_exit(2);
		if (!strstr(trouble.words, place->data))
			_exit(3);
		if (!get(place, cache, "arxiv:2401.00049", NEWEST, &answer))
			_exit(4);
		/* They wait: with room again nothing is lost. */
		limit.rlim_cur = RLIM_INFINITY;
		setrlimit(RLIMIT_FSIZE, &limit);
		commit(cache);
		_exit(count_answers(cache) == 250 ? 0 : 5);
	}
	assert_int_equal(outcome_of(child), 0);
	cache = open_cache(place, CACHE_READ);
	assert_int_equal(count_answers(cache), 250);
	cache_close(cache);
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		TEST(missing),
		TEST(the_folder),
		TEST(locked),
		TEST(cut_off),
		TEST(short_but_whole),
		TEST(foreign),
		TEST(newer),
		TEST(another_machine),
		TEST(no_format),
		TEST(damaged_value),
		TEST(damaged_key),
		TEST(damaged_tree),
		TEST(cut_off_in_use),
		TEST(read_only_folder),
		TEST(no_more_room),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
