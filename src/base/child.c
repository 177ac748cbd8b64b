/* The words of a command enter, what it printed and its exit status leave. */
#include "base/child.h"

#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <stddef.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/buffer.h"

enum { MOST_VARIABLES = 64 };

extern char **environ;

static bool
is_needed(const char *variable)
{
	/* GIT_DIR and the like are of the hook we may be run in, not of a list's folder. */
	static const char *const names[] = { "PATH=", "HOME=", "XDG_CONFIG_HOME=",
		"TMPDIR=", "SSH_AUTH_SOCK=", "GIT_CONFIG", "GIT_CEILING_DIRECTORIES=" };

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (strncmp(variable, names[i], strlen(names[i])) == 0)
			return true;
	return false;
}

static void
read_all(int from, struct buffer *out)
{
	char bytes[1 << 14];
	ssize_t got;

	while ((got = read(from, bytes, sizeof bytes)) != 0)
		if (got > 0)
			buffer_add(out, bytes, (size_t)got);
		else if (errno != EINTR)
			break;
}

/* false: it cannot be started. */
static bool
start(const char *const *arguments, bool errors, int to, pid_t *child)
{
	posix_spawn_file_actions_t actions;
	char *variables[MOST_VARIABLES + 3], c_locale[] = "LC_ALL=C",
					     no_prompt[] = "GIT_TERMINAL_PROMPT=0";
	char *const *words;
	size_t count = 0;
	bool started;

	/* As exec(3) has it: it leaves them as they are. */
	memcpy(&words, &arguments, sizeof words);
	variables[count++] = c_locale;
	variables[count++] = no_prompt;
	for (char **v = environ; *v != NULL && count < MOST_VARIABLES; v++)
		if (is_needed(*v))
			variables[count++] = *v;
	variables[count] = NULL;
	posix_spawn_file_actions_init(&actions);
	posix_spawn_file_actions_addopen(
	    &actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
	posix_spawn_file_actions_adddup2(&actions, to, STDOUT_FILENO);
	if (errors)
		posix_spawn_file_actions_adddup2(&actions, to, STDERR_FILENO);
	else
		posix_spawn_file_actions_addopen(
		    &actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
	started = posix_spawnp(child, arguments[0], &actions, NULL, words, variables) ==
	    0;
	posix_spawn_file_actions_destroy(&actions);
	return started;
}

int
child_run(const char *const *arguments, bool errors, struct buffer *out)
{
	int ends[2], status = -1;
	pid_t child;

	if (pipe2(ends, O_CLOEXEC) != 0)
		return -1;
	if (start(arguments, errors, ends[1], &child)) {
		close(ends[1]);
		read_all(ends[0], out);
		while (waitpid(child, &status, 0) < 0 && errno == EINTR)
			;
		status = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
	} else {
		close(ends[1]);
	}
	close(ends[0]);
	return status;
}
