/*
 * Settings: what command line, environment and enrich.conf say together, as
 * one constant struct.  Precedence: option, environment, file, default.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "model/work.h"

struct arena;

enum command {
	COMMAND_RUN,
	COMMAND_EXTRACT,
	COMMAND_PLAN,
	COMMAND_EXPLAIN,
	COMMAND_TODO,
	COMMAND_CHECK,
	COMMAND_PATCH,
	COMMAND_DIFF,
	COMMAND_VERIFY,
	COMMAND_SOURCES,
	COMMAND_CACHE,
	COMMAND_ASK,
	COMMAND_MERGE,
	COMMAND_INIT,
	COMMAND_COMPLETIONS,
	COMMAND_HELP,
	COMMAND_VERSION,
};

/* [list NAME]: how the list of that name is written. */
struct stated_setting {
	const char *name;
	struct list_stated stated;
};

struct list_setting {
	const char *name;   /* NULL: made from the source */
	const char *source; /* path, "-" or URL */
	bool chosen;        /* todo, patch: it was named, or none was */
};

struct accepted {
	const char *key; /* 8 hex digits */
	const char *reason;
};

struct url_setting {
	const char *source; /* name of the source */
	const char *url;
	bool from_file; /* enrich.conf says so: no key goes there */
};

struct settings {
	enum command command;
	const char *const *arguments; /* of explain and cache; else the lists' names */
	size_t argument_count;

	struct list_setting *lists;
	size_t list_count;
	struct stated_setting *stated;
	size_t stated_count;
	const char *config; /* file that was read, or NULL */

	const char *since;
	const char *older; /* "keep" or "drop" */
	bool discover;
	bool offline, anew, dry_run, json, summary, quiet, check, allow_empty;
	unsigned verbosity;
	int64_t as_of;         /* INT64_MAX: not given */
	int64_t lock_wait;     /* seconds */
	int64_t history;       /* seconds for which every answer is kept */
	int64_t max_runtime;   /* seconds; INT64_MAX: not given */
	int64_t refresh;       /* older is stale; INT64_MAX: not given */
	unsigned only_sources; /* bit i: sources[i]; 0: not given */
	unsigned skip_sources;
	struct shard {
		unsigned number, of; /* 1 to `of`; of 0: all is asked */
	} shard;
	unsigned shared_by; /* shards that ask with this key or address; 0: all */
	const char *cache, *output, *state, *metrics;
	const char *mailto, *ca_file;
	const char *sandbox;         /* "off", else on */
	const char *bulk;            /* source whose bulk files are imported */
	const char *record, *replay; /* folders of exchanges */
	double pace_scale, min_answered, min_coverage, max_shrink;

	const char *name, *title, *license, *homepage, *maintainer;
	const char *orcid, *affiliation, *keywords, *doi;
	unsigned leave_out; /* sources of which nothing is used; bit i: sources[i] */
	const char *compress, *previous;
	const char *site; /* a folder for the page, "none"; NULL: in the release */
	unsigned keep;
	/* Of check: git's revision, NULL: the last run; which verdicts fail it. */
	const char *base, *fail_on;
	bool all, fix;
	/* Of todo: which findings, and how they are printed; NULL: all, as text. */
	const char *class, *code, *format;
	bool since_last;
	/* Of patch: which findings (NULL: to fix), what is filled in, and whether the
	 * files are changed. */
	const char *only, *columns;
	bool write;
	bool markdown;            /* of diff */
	const char *cache_export; /* of verify: a file, or NULL */

	struct url_setting *urls;
	size_t url_count;
	struct accepted *accepts;
	size_t accept_count;
	struct override *overrides;
	size_t override_count;
};

/*
 * Reads everything.  On a mistake prints one clear line and gives the sysexits
 * status (64 usage, 78 config); 0 when all is well.  Behind a mistake command,
 * lists, and texts and flags are read all the same, so that a run that failed
 * by it can be told where it should.
 */
int settings_read(struct arena *, int argc, char **argv, struct settings *);

/* help.c: the help text, made from the tables; of one command, or (NULL) of all.
 * 0, or 64 where there is no such command, with the line printed. */
int settings_print_help(struct arena *, const char *command);
/* complete.c: prints what the last of the words, those behind "enrich", may become. */
void settings_complete(struct arena *, const char *const *words, size_t count);

struct buffer;
/* print.c: appended, all that may change a record or a finding. */
void settings_print(const struct settings *, struct buffer *);
/* … what was accepted; and what a release says of itself. */
void settings_print_accepts(const struct settings *, struct buffer *);
void settings_print_face(const struct settings *, struct buffer *);

/* Can it stand in a header as an address of mail? */
bool settings_is_mail_address(const char *);
/* Value of a key variable or its *_FILE variant or a systemd credential;
 * NULL: none, or it cannot be read or sent, which is told.  The text is secret. */
char *settings_secret(struct arena *, const char *const *variables);
/* The environment holds it no more. */
void settings_forget_secret(const char *const *variables);
