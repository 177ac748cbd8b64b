/*
 * Signals inside cache calls in, one line and exit 74 out: a page that is not
 * there (SIGBUS), a number of one that cannot be (SIGSEGV, SIGFPE), an assertion of
 * LMDB's (SIGABRT).
 */
#include "cache/guard.h"

#include <signal.h>
#include <stddef.h>
#include <string.h>
#include <sysexits.h>
#include <unistd.h>

/* A handler can be told nothing but through globals. */
static const char *volatile guarded;

static const int deadly[] = { SIGSEGV, SIGFPE, SIGABRT };

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
	for (size_t i = 0; i < sizeof deadly / sizeof *deadly; i++)
		if (sigaction(deadly[i], NULL, &before) == 0 &&
		    before.sa_handler == SIG_DFL)
			sigaction(deadly[i], &ours, NULL);
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
	for (size_t i = 0; i < sizeof deadly / sizeof *deadly; i++)
		signal(deadly[i], SIG_DFL);
}
