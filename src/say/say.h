/*
 * say/: what a run came to → people and machines: the progress lines, the
 * summary, the failure message, summary.json, last-run.json and metrics.
 */
#pragma once

#include "derive/derive.h"
#include "reading/reading.h"
#include "session/session.h"

/* A run as it is told of; what it did not reach is empty. */
struct story {
	const struct session *session;
	struct reading reading;
	struct derived derived;
};

/*
 * progress.c: asks all that is to be asked, with one line a source that is being
 * asked, on a terminal only.  The status of ask_open and ask_close.
 */
int progress_ask(struct session *, struct evidence *);

/* tell.c: last-run.json says that a run goes on, in case it never ends. */
void tell_begun(const struct story *);
/*
 * tell.c: everything at the end of a run.  Writes summary.json beside the
 * release and last-run.json in the state folder, prints what is to be printed.
 * Gives the status the program ends with.
 */
int tell(const struct story *, int status);
/* Of a command that a signal has stopped: its line; the status it ends with. */
int tell_stopped(const struct session *);
/* advice.c: which lists did not come, which sources left what open, a line each. */
void advice_print_open(const struct story *);
/* history.c: the release of the run that wrote last-run.json; NULL: nobody
 * knows. */
const char *history_last_name(struct arena *, const char *state);
/* plan_print.c: about how many entries what would be asked. */
void plan_print(const struct session *, const struct reading *, struct evidence *);
