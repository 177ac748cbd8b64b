/* A file in, how many of its values are whole out; read in a child. */
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "cache/guard.h"
#include "cache/inside.h"

static bool
is_whole(enum store_table table, struct span key, struct span bytes)
{
	struct key_parts parts;
	struct value value;

	switch (table) {
	case STORE_ANSWERS:
		return key_split(key, &parts) && value_decode(bytes, key, &value) &&
		    value_body_is_whole(&value) &&
		    (!parts.digest || value.subject.length > 0);
	case STORE_ATTEMPTS:
	case STORE_REGISTRY:
	case STORE_MEMOS:
		return bytes_sealed(bytes, key);
	case STORE_ABOUT:
	case STORE_TABLES:
		break;
	}
	return true;
}

/* A damaged tree could lead in circles: stop when there is too much. */
static int
scan_table(struct store *store, enum store_table table, struct scan *scan)
{
	struct span key = { 0 }, bytes;
	uint64_t expected = 0, seen = 0;
	int result = store_count(store, table, &expected);

	if (result != 0)
		return result;
	for (result = store_seek(store, table, &key, &bytes);
	     result == 0 && seen <= expected;
	     result = store_next(store, table, &key, &bytes)) {
		seen++;
		scan->damaged += !is_whole(table, key, bytes);
	}
	scan->values += table == STORE_ABOUT || table == STORE_MEMOS ? 0 : seen;
	if (seen != expected)
		scan->damaged++;
	return result == STORE_NONE ? 0 : result;
}

static void
scan_in_child(const char *path, int to)
{
	struct scan scan = { 0 };
	struct store *store;
	int silent = open("/dev/null", O_WRONLY | O_CLOEXEC);

	guard_lift();
	if (silent >= 0) /* what dies here is told by the parent */
		dup2(silent, STDERR_FILENO);
	scan.failure = store_open(path, STORE_READ, 0, &store);
	if (scan.failure == 0)
		scan.failure = store_open_tables(store);
	for (int i = 0; i < STORE_TABLES && scan.failure == 0; i++)
		scan.failure = scan_table(store, (enum store_table)i, &scan);
	_exit(write(to, &scan, sizeof scan) == sizeof scan ? 0 : 1);
}

bool
scan_file(const char *path, struct scan *scan)
{
	int ends[2], status;
	ssize_t got;
	pid_t child;

	memset(scan, 0, sizeof *scan);
	if (pipe2(ends, O_CLOEXEC) != 0)
		return false;
	child = fork();
	if (child == 0)
		scan_in_child(path, ends[1]);
	close(ends[1]);
	do
		got = child > 0 ? read(ends[0], scan, sizeof *scan) : -1;
	while (got < 0 && child > 0 && errno == EINTR);
	close(ends[0]);
	if (child < 0)
		return false;
	while (waitpid(child, &status, 0) < 0)
		if (errno != EINTR)
			return false;
	if (WIFSIGNALED(status))
		scan->signal = WTERMSIG(status);
	else if (got != sizeof *scan)
		scan->failure = EIO;
	return true;
}
