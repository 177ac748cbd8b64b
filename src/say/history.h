/*
 * What earlier runs of one NAME came to, kept in the state folder: when its
 * last complete release was made, and what was missing from the last partial.
 */
#pragma once

#include <stdbool.h>
#include <stdint.h>

struct arena;
struct json_writer;
struct story;

struct history {
	int64_t complete_at;   /* instant its run ended; 0: never */
	const char *complete;  /* the release, as its folder is called; NULL */
	const char *lacking;   /* what the last run lacked; NULL: nothing */
	int64_t lacking_since; /* instant of the first run that lacked it */
	bool lacks_again;      /* this run lacks the same; not kept */
};

/* A file that is missing or damaged is no history. */
void history_read(struct arena *, const char *state, const char *name, struct history *);
/* false with errno set. */
bool history_write(
    struct arena *, const char *state, const char *name, const struct history *);
/* What this run adds to what is known of the earlier ones; false: nothing. */
bool history_update(struct history *, const struct story *, int status);
/* A member that is an instant; 0: null. */
void history_write_instant(
    struct json_writer *, struct arena *, const char *key, int64_t instant);
