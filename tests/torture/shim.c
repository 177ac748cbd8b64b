/*
 * To be preloaded: TORTURE="KIND N" enters, the N-th call of that kind fails (0: none);
 * how many there were of each leaves in the file TORTURE_COUNT.  KIND is alloc, map, open,
 * read, rename, sync or write.  What goes to a terminal or a pipe does not count.
 *
 * TORTURE="each N": each N-th allocation fails, in a child that may say so and end, no
 * more; the run itself goes on.  "ended COUNT" leaves, and "whole NUMBER" for a child that
 * wanted more or did not end with 71: that one is to be tried in a run of its own.
 */
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

enum kind { ALLOC, MAP, OPEN, READ, RENAME, SYNC, WRITE, KINDS };

static const char *const kinds[KINDS] = { "alloc", "map", "open", "read", "rename",
	"sync", "write" };
static unsigned long counts[KINDS], at, each, ended;
static pid_t first;
static enum kind chosen = KINDS;
static int report = -1;
static void *(*real_realloc)(void *, size_t);
static bool ready;

void *__libc_memalign(size_t, size_t);
void *__libc_malloc(size_t);
void *__libc_calloc(size_t, size_t);
void *__libc_realloc(void *, size_t);

__attribute__((constructor)) static void
begin(void)
{
	const char *torture = getenv("TORTURE"), *count = getenv("TORTURE_COUNT");

	real_realloc = (void *(*)(void *, size_t))dlsym(RTLD_NEXT, "__libc_realloc");
	if (count != NULL)
		report = open(count, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
	for (int i = 0; torture != NULL && i < KINDS; i++)
		if (strncmp(torture, kinds[i], strlen(kinds[i])) == 0) {
			chosen = (enum kind)i;
			at = strtoul(torture + strlen(kinds[i]), NULL, 10);
		}
	if (torture != NULL && strncmp(torture, "each", 4) == 0)
		each = strtoul(torture + 4, NULL, 10);
	first = getpid();
	ready = true;
}

__attribute__((destructor)) static void
end(void)
{
	char line[64];

	ready = false;
	for (int i = 0; report >= 0 && i <= KINDS; i++) {
		int n = snprintf(line, sizeof line, "%s %lu\n",
		    i < KINDS ? kinds[i] : "ended", i < KINDS ? counts[i] : ended);

		if (write(report, line, (size_t)n) != n)
			return;
	}
}

/* From here on: write to what is open as 2, and end.  All else is SIGSYS. */
static void
shut_in(void)
{
#define ALLOW(call)                                                                      \
	BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, call, 0, 1),                                 \
	    BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW)
	struct sock_filter filter[] = {
		BPF_STMT(BPF_LD | BPF_W | BPF_ABS, 0),
		ALLOW(SYS_exit_group),
		BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_write, 0, 3),
		BPF_STMT(BPF_LD | BPF_W | BPF_ABS, 16),
		ALLOW(2),
		BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS),
	};
	struct sock_fprog program = { sizeof filter / sizeof *filter, filter };

	alarm(5); /* what another thread has locked stays locked */
	if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 ||
	    prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) != 0)
		_exit(99);
}

/* true in a child, whose allocation fails. */
static bool
fails_in_child(unsigned long number)
{
	static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;
	static __thread bool forking;
	int status = 0, error = errno;
	char line[64];
	pid_t pid;

	if (forking || number % each != 0 || getpid() != first)
		return false;
	forking = true;
	pthread_mutex_lock(&turn);
	pid = fork();
	if (pid == 0) {
		shut_in();
		errno = ENOMEM;
		return true;
	}
	if (pid > 0 && waitpid(pid, &status, 0) == pid && WIFEXITED(status) &&
	    WEXITSTATUS(status) == 71)
		ended++;
	else if (write(report, line,
		     (size_t)snprintf(line, sizeof line, "whole %lu\n", number)) < 0)
		abort();
	pthread_mutex_unlock(&turn);
	forking = false;
	errno = error;
	return false;
}

static bool
fails(enum kind kind, int error)
{
	unsigned long number;

	if (!ready)
		return false;
	number = __atomic_add_fetch(&counts[kind], 1, __ATOMIC_RELAXED);
	if (kind == ALLOC && each > 0)
		return fails_in_child(number);
	if (number != at || kind != chosen)
		return false;
	errno = error;
	return true;
}

static bool
is_file(int fd)
{
	struct stat about;

	return ready && fd > 2 && fstat(fd, &about) == 0 &&
	    (S_ISREG(about.st_mode) || S_ISDIR(about.st_mode));
}

void *
__libc_malloc(size_t bytes)
{
	return fails(ALLOC, ENOMEM) ? NULL : __libc_memalign(16, bytes);
}

void *
__libc_calloc(size_t count, size_t size)
{
	void *memory = fails(ALLOC, ENOMEM) ? NULL : __libc_memalign(16, count * size);

	return memory == NULL ? NULL : memset(memory, 0, count * size);
}

void *
__libc_realloc(void *memory, size_t bytes)
{
	return fails(ALLOC, ENOMEM) ? NULL : real_realloc(memory, bytes);
}

#define REAL(name)                                                                       \
	static __typeof__(name) *real;                                                   \
	if (real == NULL)                                                                \
	real = (__typeof__(name) *)dlsym(RTLD_NEXT, #name)

#define CALL(kind, test, error, result, name, params, ...)                               \
	result name params                                                               \
	{                                                                                \
		REAL(name);                                                              \
		return (test) && fails(kind, error) ? (result)-1 : real(__VA_ARGS__);    \
	}

CALL(WRITE, is_file(fd), ENOSPC, ssize_t, write, (int fd, const void *from, size_t n), fd,
    from, n)
CALL(WRITE, is_file(fd), ENOSPC, ssize_t, pwrite64,
    (int fd, const void *from, size_t n, off64_t to), fd, from, n, to)
CALL(WRITE, is_file(fd), ENOSPC, ssize_t, pwrite,
    (int fd, const void *from, size_t n, off_t to), fd, from, n, to)
CALL(READ, is_file(fd), EIO, ssize_t, read, (int fd, void *to, size_t n), fd, to, n)
CALL(READ, is_file(fd), EIO, ssize_t, pread64, (int fd, void *to, size_t n, off64_t from),
    fd, to, n, from)
CALL(SYNC, true, EIO, int, fsync, (int fd), fd)
CALL(SYNC, true, EIO, int, fdatasync, (int fd), fd)
CALL(SYNC, true, EIO, int, msync, (void *from, size_t n, int flags), from, n, flags)
CALL(RENAME, true, EACCES, int, rename, (const char *from, const char *to), from, to)
CALL(RENAME, true, EACCES, int, symlink, (const char *from, const char *to), from, to)
CALL(MAP, true, ENOMEM, void *, mmap,
    (void *where, size_t n, int how, int flags, int fd, off_t from), where, n, how, flags,
    fd, from)
CALL(MAP, true, ENOMEM, void *, mmap64,
    (void *where, size_t n, int how, int flags, int fd, off64_t from), where, n, how,
    flags, fd, from)
CALL(MAP, true, ENOSPC, int, ftruncate, (int fd, off_t n), fd, n)
CALL(MAP, true, ENOSPC, int, ftruncate64, (int fd, off64_t n), fd, n)
CALL(OPEN, true, EACCES, int, mkdir, (const char *path, mode_t mode), path, mode)

#define OPENS(name, before, ...)                                                         \
	int name(__VA_ARGS__, int flags, ...)                                            \
	{                                                                                \
		va_list rest;                                                            \
		mode_t mode = 0;                                                         \
		REAL(name);                                                              \
		va_start(rest, flags);                                                   \
		if ((flags & (O_CREAT | O_TMPFILE)) != 0)                                \
			mode = va_arg(rest, mode_t);                                     \
		va_end(rest);                                                            \
		return fails(OPEN, EMFILE) ? -1 : real(before path, flags, mode);        \
	}
#define NOTHING
#define PLACE place,

OPENS(open, NOTHING, const char *path)
OPENS(open64, NOTHING, const char *path)
OPENS(openat, PLACE, int place, const char *path)
OPENS(openat64, PLACE, int place, const char *path)
