/* Options: their table, for settings.c, config.c and --help, and setting one. */
#pragma once

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

/* A command of the line. */
struct command_row {
	const char *word; /* NULL: the weekly job */
	enum command command;
	const char *arguments; /* how help names what it takes */
	const char *words;     /* "stats gc": its first argument; NULL: anything */
	const char
	    *options; /* "class code": of it, and of no other that does not say so */
	const char *help;
};

extern const struct command_row command_table[];
extern const size_t command_count;
/* command.c; NULL: no command is called so. */
const struct command_row *command_find(const char *word);
/* "; did you mean todo?", or "". */
const char *command_near(struct arena *, const char *word);
/* Is it an option of this command, and of others only where they say so, too? */
bool command_owns(const struct command_row *, const struct option_row *);
/* Is the option one of this command's, or of all? */
bool command_has(enum command, const struct option_row *);

enum { OPTION_MOST = 128 };
/* command_line.c: the command line, with a bit in `given` for each option that stands there;
 * 0, or 64 with a line printed. */
int command_line_read(
    struct arena *, int argc, char **argv, struct settings *, bool *given);
/* May it be set, with the status of what was read so far? */
bool option_is_wanted(int status, const struct option_row *);

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
const char *option_wanted(struct arena *, const struct option_row *);
/* "; did you mean gz?" of a value it does not take, or "". */
const char *option_meant(struct arena *, const struct option_row *, const char *value);

/* option_form.c: a text as it is kept, in the arena; NULL: it is not of the form. */
const char *option_form(struct arena *, const struct option_row *, const char *value);

/* config_lines.c: the line of each key in order, up to the first trouble. */
struct config_lines {
	unsigned *v;
	size_t count;
	const char *trouble; /* NULL: none */
	unsigned line;       /* … of the trouble */
};
void config_scan(struct arena *, const char *text, struct config_lines *);
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
