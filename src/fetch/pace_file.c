/*
 * A pace's state in and out of STATE/pace/NAME, one process at a time.
 *
 * One line: "1 BOOT next_free held_until window_end window_left window_limit".
 * It is written in place, since the lock sits on the file itself.
 */
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <time.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/file.h"
#include "base/log.h"
#include "fetch/pace_file.h"

#define LINE_MOST  240
#define LOCK_TRIES 200

static void
read_boot(char boot[40])
{
	ssize_t length = 0;
	int fd = open("/proc/sys/kernel/random/boot_id", O_RDONLY | O_CLOEXEC);

	if (fd >= 0) {
		length = read(fd, boot, 39);
		close(fd);
	}
	boot[length > 0 ? length : 0] = '\0';
	boot[strcspn(boot, " \n")] = '\0';
	if (boot[0] == '\0')
		snprintf(boot, 40, "unknown");
}

void
pace_file_open(struct pace_file *file, const char *folder, const char *name)
{
	struct arena *arena;
	char *path;

	file->descriptor = -1;
	file->locked = false;
	if (folder == NULL)
		return;
	read_boot(file->boot);
	arena = arena_new();
	path = file_join(arena, folder, "pace");
	if (file_make_folder(path, 0700)) {
		path = file_join(arena, path, name);
		file->descriptor = open(
		    path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
	}
	if (file->descriptor < 0)
		log_warning(
		    "%s: %s; the pace is kept for this run only", path, strerror(errno));
	arena_free(arena);
}

void
pace_file_close(struct pace_file *file)
{
	if (file->descriptor >= 0)
		close(file->descriptor);
	file->descriptor = -1;
}

/* A stopped process may sit on the lock: some milliseconds, then without. */
static bool
lock(int descriptor)
{
	const struct timespec nap = { 0, 1000000 };
	int n;

	for (n = 0; n < LOCK_TRIES; n++) {
		if (flock(descriptor, LOCK_EX | LOCK_NB) == 0)
			return true;
		if (errno != EWOULDBLOCK && errno != EINTR)
			return false;
		nanosleep(&nap, NULL);
	}
	return false;
}

void
pace_file_enter(struct pace_file *file, struct pace_state *state)
{
	char line[LINE_MOST];
	ssize_t length;

	if (file->descriptor < 0)
		return;
	file->locked = lock(file->descriptor);
	if (!file->locked) {
		log_warning("the pace file is held by a process that does "
			    "not let go; the pace is kept for this run only");
		pace_file_close(file);
		return;
	}
	length = pread(file->descriptor, line, sizeof line - 1, 0);
	line[length > 0 ? length : 0] = '\0';
	pace_parse(line, file->boot, state);
}

void
pace_file_leave(struct pace_file *file, const struct pace_state *state)
{
	char line[LINE_MOST];
	int length;

	if (!file->locked)
		return;
	file->locked = false;
	if (state == NULL) {
		flock(file->descriptor, LOCK_UN);
		return;
	}
	/* Padded: a shorter line must not leave the end of a longer one. */
	length = snprintf(line, sizeof line,
	    "1 %s %" PRId64 " %" PRId64 " %" PRId64 " %" PRId64 " %" PRId64, file->boot,
	    state->next_free, state->held_until, state->window_end, state->window_left,
	    state->window_limit);
	memset(line + length, ' ', sizeof line - (size_t)length);
	line[sizeof line - 1] = '\n';
	if (pwrite(file->descriptor, line, sizeof line, 0) != (ssize_t)sizeof line) {
		log_warning("pace file: %s; the pace is kept for this run "
			    "only",
		    strerror(errno));
		pace_file_close(file);
	} else {
		flock(file->descriptor, LOCK_UN);
	}
}
