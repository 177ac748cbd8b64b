/* SIGBUS and SIGSEGV inside cache calls in, one line and exit 74 out. */
#include "cache/guard.h"

#include <signal.h>
#include <stddef.h>
#include <string.h>
#include <sysexits.h>
#include <unistd.h>

/* A handler can be told nothing but through globals. */
static const char *volatile guarded;

static void
die(int signal)
{
	const char *line = guarded;
	struct sigaction standard;

	if (line) {
		(void)!write(STDERR_FILENO, line, strlen(line));
		_exit(EX_IOERR);
	}
	/* Not ours: the instruction is run again and kills as it should. */
	memset(&standard, 0, sizeof standard);
	standard.sa_handler = SIG_DFL;
	sigaction(signal, &standard, NULL);
}

void
guard_install(void)
{
	struct sigaction ours, before;

	memset(&ours, 0, sizeof ours);
	ours.sa_handler = die;
	sigemptyset(&ours.sa_mask);
	sigaction(SIGBUS, &ours, NULL);
	/* A damaged page number points anywhere.  Sanitizers keep theirs. */
	if (sigaction(SIGSEGV, NULL, &before) == 0 && before.sa_handler == SIG_DFL)
		sigaction(SIGSEGV, &ours, NULL);
}

const char *
guard_enter(const char *line)
{
	const char *before = guarded;

	guarded = line;
	return before;
}

void
guard_leave(const char *before)
{
	guarded = before;
}

void
guard_lift(void)
{
	signal(SIGBUS, SIG_DFL);
	signal(SIGSEGV, SIG_DFL);
}
