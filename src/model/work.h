/*
 * A work while it is being decided: what entries turn out to be about, and
 * what the sources answered.  Becomes a record.
 *
 * `work` is made by join/, `witness` by the conductor from the
 * cache and judge/, both read by merge/, findings/ and explain.
 */
#pragma once

#include "model/answer.h"
#include "model/entry.h"
#include "model/finding.h"
#include "model/opinion.h"
#include "model/record.h"

struct source;

/* One link between an entry and an identifier that stands in it. */
struct edge {
	const struct entry_identifier *identifier;
	struct opinion opinion; /* UNCLEAR without reasons: nobody answered */
	bool answered;
	bool nowhere;                     /* all who were asked know no such thing */
	const char *answered_title;       /* what the identifier really is; NULL */
	const char *answered_by;          /* source name */
	const struct identifier *learned; /* the same work's other ids */
	size_t learned_count;
	const char *learned_from; /* source name */
};

struct work {
	const struct entry *const *entries; /* in list order */
	const struct edge *const *edges;    /* edges[i]: those of entries[i] */
	size_t entry_count;
	/* Every identifier of the work: the list's and the learned. */
	const struct record_identifier *ids;
	size_t id_count;
	/* Another work has the same first link: it cannot be this one's id. */
	bool url_shared;
};

/* One source's word about one identifier of the work. */
struct witness {
	const struct source *source;
	struct identifier id; /* what was asked about */
	enum outcome outcome;
	bool has_answer;
	bool gone;            /* absent now, found before: answer is the old */
	bool carried;         /* asked again since, without an answer */
	bool searched;        /* a title search found its id */
	struct answer answer; /* found: with its brief */
	/* The answer found before it, as long as none has confirmed it: what
	 * fell since is held back (merge/).  NULL: none. */
	const struct answer *before;
	struct opinion opinion; /* against the entry that fits best */
	int64_t asked_at;       /* last answer or attempt, 0: never */
};

/* A value the curator decided (overrides file). */
struct override {
	struct identifier id;
	const char *field;
	const char *value;
	const char *reason;
	const char *date; /* ISO date, or NULL */
};

/* What an earlier release fixed for this work. */
struct registered {
	const char *id;
	const char *citation_key;
	const char *first_seen; /* date */
};

/* Growing in an arena with arena_push. */
struct findings {
	struct finding *v;
	size_t count;
	int64_t
	    until; /* from this instant on the clock alone may change them; 0: never */
};
