/*
 * ask/: wishes → the cache knows.
 *
 * What the lists name and the cache does not know is asked for; answers are
 * committed turn by turn, and what they teach is wished for in turn.  Whoever
 * opens it drives it, and may show between two turns how far it is.
 */
#pragma once

#include <stdbool.h>

#include "evidence/evidence.h"
#include "model/contract.h"
#include "session/session.h"

struct asker;

/*
 * Every wish there is before the first answer, and its cost, in the lanes'
 * tallies.  0, or 74 with its line printed and nothing to close: the disk has no
 * room for what will be asked.
 */
int ask_open(struct asker **, struct session *, struct evidence *);
/* Send what may be sent, take what came.  false: all is asked, or it failed. */
bool ask_turn(struct asker *);
/* 0, or 74 when our machine failed.  The tallies are complete. */
int ask_close(struct asker *);

/* The plan without asking: the lanes' tallies say what is planned. */
void ask_plan(struct session *, struct evidence *);

/* One small request of one form, outside any run (sources --check). */
enum probe_state {
	CONTRACT_KEPT,
	CONTRACT_CHANGED,
	CONTRACT_REFUSED,
	CONTRACT_KEY_REFUSED,
	CONTRACT_NOT_ASKED,
};
struct probe {
	enum probe_state state;
	const char *words; /* what is not as expected, for people; NULL */
	const char *etag;
};
void ask_probe(struct session *, const struct contract *, struct probe *);
