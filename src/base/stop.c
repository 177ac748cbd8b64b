/* A signal enters; a number that the loop looks at leaves. */
#include "base/stop.h"

#include <signal.h>
#include <stddef.h>

static volatile sig_atomic_t came;

/* The second ends us as it would have without us, whichever of the two. */
static void
on_signal(int number)
{
	if (came != 0) {
		signal(number, SIG_DFL);
		raise(number);
	}
	came = number;
}

void
stop_listen(void)
{
	struct sigaction action = { .sa_handler = on_signal };

	sigemptyset(&action.sa_mask);
	sigaction(SIGINT, &action, NULL);
	sigaction(SIGTERM, &action, NULL);
	signal(SIGPIPE, SIG_IGN);
}

int
stop_signal(void)
{
	return came;
}
