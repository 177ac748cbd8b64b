/* A path in, the only one who holds it out. */
#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

static pid_t
read_pid(int file)
{
	char text[32];
	ssize_t got = pread(file, text, sizeof text - 1, 0);
	long pid;

	if (got <= 0)
		return 0;
	text[got] = '\0';
	pid = strtol(text, NULL, 10);
	return pid > 0 && pid <= 0x7fffffff ? (pid_t)pid : 0;
}

static bool
is_ours(int file)
{
	struct stat status;

	return fstat(file, &status) == 0 && S_ISREG(status.st_mode) &&
	    status.st_nlink == 1 && status.st_uid == geteuid();
}

int
file_lock(const char *path, pid_t *holder)
{
	int file = open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0600), error;

	if (holder != NULL)
		*holder = 0;
	if (file < 0)
		return -1;
	/* Through a link it would be another file that is cut. */
	if (!is_ours(file)) {
		close(file);
		errno = EPERM;
		return -1;
	}
	if (flock(file, LOCK_EX | LOCK_NB) != 0) {
		error = errno;
		if (error == EWOULDBLOCK && holder != NULL)
			*holder = read_pid(file);
		close(file);
		errno = error;
		return -1;
	}
	/* For people only: the lock is the flock, not these digits. */
	if (ftruncate(file, 0) == 0)
		(void)!dprintf(file, "%ld\n", (long)getpid());
	return file;
}

void
file_unlock(int descriptor)
{
	if (descriptor < 0)
		return;
	/* The file stays: removing it would let two hold "the" lock. */
	(void)!ftruncate(descriptor, 0);
	close(descriptor);
}
