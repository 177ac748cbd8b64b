/* Options: their table, for settings.c, config.c and --help, and setting one. */
#ifndef ENRICH_OPTION_H
#define ENRICH_OPTION_H

#include <stdbool.h>
#include <stddef.h>

#include "settings/settings.h"

enum option_kind {
	OPTION_FLAG,  /* bool */
	OPTION_COUNT, /* unsigned, each use adds one */
	OPTION_TEXT,
	OPTION_DATE,     /* EDTF text */
	OPTION_INSTANT,  /* int64_t */
	OPTION_FRACTION, /* double, 0 … 1 */
	OPTION_NUMBER,   /* unsigned */
	OPTION_SCALE,    /* double, > 0 */
	OPTION_CHOICE,   /* text, one of `choices` */
	OPTION_CHOICES,  /* text, some of them with commas between */
	OPTION_DURATION, /* int64_t seconds: "90s" "30m" "2h" "6d" "2w" */
	OPTION_AGE,      /* the same; without a value: 0 */
	OPTION_SOURCES,  /* unsigned: A,B; may stand several times */
	OPTION_SHARD,    /* struct shard: K/N */
	OPTION_URL,      /* SOURCE=URL, may stand several times */
	OPTION_COMMAND,  /* --help, --version */
};

struct option_row {
	const char *name; /* long option; ENRICH_NAME; line in section */
	char letter;      /* 0: none */
	enum option_kind kind;
	size_t offset;        /* in struct settings */
	const char *section;  /* of enrich.conf; NULL: only on the line */
	const char *argument; /* how help names it */
	const char *choices;  /* "keep drop" */
	const char *help;
};

extern const struct option_row option_table[];
extern const size_t option_count;

/*
 * Set one option from text.  `where` names the place for the error line.
 * false: the line was printed.
 */
bool option_set(struct arena *, struct settings *, const struct option_row *,
    const char *value, const char *where);
const struct option_row *option_find(const char *name);
/* option_wanted.c: what the row takes, in the words of the error line. */
const char *option_wanted(const struct option_row *);
/* Some texts have a form: addresses, ids, names of files. */
bool option_has_form(const struct option_row *, const char *value);

/* config.c: 0, or 78 with a line printed.  Options given earlier win: rows
 * whose bit in `given` is set are left alone. */
int config_read(struct arena *, const char *path, struct settings *, bool *given);

/*
 * lists.c: words that all name lists of enrich.conf choose among these, which belong
 * together; else they are the lists.  For todo and patch.
 */
void lists_choose(struct arena *, struct settings *);

/* overrides.c: the CSV of overrides; 0, or 78 with a line printed. */
int overrides_read(struct arena *, const char *path, struct settings *);

#endif
