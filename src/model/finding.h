/*
 * A finding: something a person should look at.
 *
 * Made by findings/ (from flags, verdicts, conflicts, answers), read by release/,
 * explain and the summary.  Codes are stable and documented in enrich(1).
 */
#pragma once

#include <stddef.h>

struct arena;

enum finding_class {
	FINDING_FIX,    /* mechanical and certain */
	FINDING_DECIDE, /* a person must choose */
	FINDING_NOTE,   /* folded away */
};

enum finding_state { FINDING_NEW, FINDING_OPEN, FINDING_ACCEPTED, FINDING_GONE };

struct finding {
	char key[9];      /* 8 hex digits, a letter first: code, list, work, value */
	const char *code; /* "link-title-mismatch" */
	enum finding_class class;
	enum finding_state state;
	const char *list;
	unsigned line;
	unsigned part;
	const char *work_id;  /* NULL: of the list as a whole */
	const char *title;    /* of the entry, for people; not in the key */
	const char *field;    /* "url", "venue" …, or NULL */
	const char *given;    /* what the list says, or NULL */
	const char *found;    /* what a source says, or NULL */
	const char *source;   /* which source, or NULL */
	const char *evidence; /* one sentence in words */
	const char *repair;   /* what to write instead, or NULL */
	/* The bytes of its list (list->bytes) that a repair changes, and what is put
	 * there; NULL: it has no place in them.  Not in a release. */
	const char *at, *put;
	size_t at_length;
	const char *first_seen; /* date of the first release that had it */
	const char *reason;     /* why the curator accepted it, or NULL */
};

extern const char *const finding_classes[]; /* "fix" … */
extern const char *const finding_states[];
/* With texts of its own; what it has in a list stays there. */
struct finding finding_copy(struct arena *, const struct finding *);
/* Fills `key` from code, list, work_id and given. */
void finding_make_key(struct finding *);
/* Another key, for the same said of a later row of the list. */
void finding_next_key(struct finding *);
