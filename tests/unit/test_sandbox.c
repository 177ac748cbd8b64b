/* A process that has shut itself in tries what must fail, and what must not. */
#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/crew.h"
#include "base/sandbox.h"

static char root[] = "/tmp/enrich-sandbox.XXXXXX";
static char inside[64], outside[64];

/* In a child: 0 when `attempt` did as it should. */
static int
shut_in(int (*attempt)(void))
{
	const char *writable[] = { inside, "/no/such/folder", NULL };
	int status = -1;
	pid_t child = fork();

	if (child == 0) {
		sandbox_enter(writable);
		_exit(attempt());
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	return WIFEXITED(status) ? WEXITSTATUS(status) : 255;
}

static int
write_at(const char *folder)
{
	char path[128];
	int file;

	snprintf(path, sizeof path, "%s/file", folder);
	file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
	return file < 0 ? errno : write(file, "x", 1) == 1 ? 0 : EIO;
}

static int
write_inside(void)
{
	char from[128], to[128];

	if (write_at(inside) != 0)
		return 1;
	snprintf(from, sizeof from, "%s/a", inside);
	snprintf(to, sizeof to, "%s/b", inside);
	if (mkdir(from, 0700) != 0 || mkdir(to, 0700) != 0)
		return 2;
	/* From folder to folder, as a release appears. */
	snprintf(to, sizeof to, "%s/b/a", inside);
	return rename(from, to) == 0 ? 0 : 3;
}

static int
write_outside(void)
{
	int why = write_at(outside);

	return why == EACCES ? 0 : why == 0 ? 1 : 2;
}

static int
remove_outside(void)
{
	return rmdir(outside) != 0 && errno == EACCES ? 0 : 1;
}

static int
read_outside(void)
{
	return open("/etc/passwd", O_RDONLY) >= 0 ? 0 : 1;
}

static int
make_socket(void)
{
	return socket(AF_INET, SOCK_STREAM, 0) < 0 && errno == EPERM ? 0 : 1;
}

static int
run_program(void)
{
	char name[] = "true", *const arguments[] = { name, NULL };

	execv("/bin/true", arguments);
	return errno == EPERM || errno == EACCES ? 0 : 1;
}

static int
undo(void)
{
	/* A second, looser one takes nothing back. */
	const char *all[] = { "/", NULL };

	sandbox_enter(all);
	return write_outside() + make_socket();
}

enum { WORKS = 1000 };

/* Each knows its own. */
struct works {
	unsigned done[WORKS];
	bool shut_in[WORKS];
};

static void
work(void *context, size_t i, size_t who)
{
	struct works *works = context;

	works->done[i] += who < crew_size() ? 1 : 100;
	works->shut_in[i] = make_socket() == 0;
}

/* 0 where each is done once, and those who do it are shut in, too. */
static int
work_together(void)
{
	static const char *const threads[] = { "1", "2", "8", "0", "many" };

	for (size_t t = 0; t < sizeof threads / sizeof threads[0]; t++) {
		struct works works = { 0 };

		setenv("ENRICH_THREADS", threads[t], 1);
		crew_do(WORKS, work, &works);
		for (size_t i = 0; i < WORKS; i++)
			if (works.done[i] != 1 || !works.shut_in[i])
				return 1;
	}
	return 0;
}

static void
calls(void **state)
{
	(void)state;
	if ((sandbox_known() & SANDBOX_CALLS) == 0)
		skip();
	assert_int_equal(shut_in(make_socket), 0);
	assert_int_equal(shut_in(run_program), 0);
	assert_int_equal(shut_in(read_outside), 0);
	assert_int_equal(shut_in(work_together), 0);
}

static void
files(void **state)
{
	(void)state;
	if ((sandbox_known() & SANDBOX_FILES) == 0)
		skip();
	assert_int_equal(shut_in(write_inside), 0);
	assert_int_equal(shut_in(write_outside), 0);
	assert_int_equal(shut_in(remove_outside), 0);
	assert_int_equal(shut_in(undo), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(calls),
		cmocka_unit_test(files) };
	char command[128];
	int failed;

	if (mkdtemp(root) == NULL)
		return 99;
	snprintf(inside, sizeof inside, "%s/inside", root);
	snprintf(outside, sizeof outside, "%s/outside", root);
	if (mkdir(inside, 0700) != 0 || mkdir(outside, 0700) != 0)
		return 99;
	failed = cmocka_run_group_tests(tests, NULL, NULL);
	snprintf(command, sizeof command, "rm -rf %s", root);
	return system(command) == 0 ? failed : 99;
}
