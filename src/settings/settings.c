/*
 * Command line, environment, enrich.conf → one constant struct settings.
 * Secrets are not in it: they are read where they are needed and kept apart.
 */
#include "settings/settings.h"

#include <assert.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/file.h"
#include "base/log.h"
#include "settings/option.h"
#include "status.h"

enum { MOST_OPTIONS = 128 };

static const struct {
	const char *word;
	enum command command;
} commands[] = {
	{ "extract", COMMAND_EXTRACT },
	{ "plan", COMMAND_PLAN },
	{ "explain", COMMAND_EXPLAIN },
	{ "todo", COMMAND_TODO },
	{ "check", COMMAND_CHECK },
	{ "patch", COMMAND_PATCH },
	{ "sources", COMMAND_SOURCES },
	{ "cache", COMMAND_CACHE },
	{ "ask", COMMAND_ASK },
	{ "merge", COMMAND_MERGE },
};

/* Short and long forms for getopt_long, made from the table. */
static void
make_getopt(struct option *longs, char *shorts)
{
	size_t s = 0;

	/* A missing argument is told apart. */
	shorts[s++] = ':';
	for (size_t i = 0; i < option_count; i++) {
		const struct option_row *row = &option_table[i];
		bool takes = row->argument != NULL;
		longs[i] = (struct option){ row->name,
			row->kind == OPTION_AGE ? optional_argument
			    : takes             ? required_argument
						: no_argument,
			NULL, 256 + (int)i };
		if (row->letter != 0) {
			shorts[s++] = row->letter;
			if (takes)
				shorts[s++] = ':';
		}
	}
	longs[option_count] = (struct option){ 0 };
	shorts[s] = '\0';
}

static const struct option_row *
row_of(int got)
{
	if (got >= 256)
		return &option_table[got - 256];
	for (size_t i = 0; i < option_count; i++)
		if (option_table[i].letter == got)
			return &option_table[i];
	return NULL;
}

/* What getopt_long stumbled over. */
static void
tell_unknown(int got, const char *word)
{
	if (got == ':')
		log_error("%s: its argument is missing", word);
	else if (optopt >= 256)
		log_error("--%s takes no argument", row_of(optopt)->name);
	else if (optopt != 0)
		log_error("unknown option -%c", optopt);
	else
		log_error("unknown or ambiguous option %s", word);
	log_error("enrich --help lists the options");
}

/*
 * Behind a mistake the rest is read only to know which command it was, and
 * where a failed run is to be told.
 */
static bool
is_wanted(int status, const struct option_row *row)
{
	return status == 0 || row->kind == OPTION_TEXT || row->kind == OPTION_FLAG ||
	    row->kind == OPTION_COMMAND;
}

static int
read_command_line(
    struct arena *arena, int argc, char **argv, struct settings *settings, bool *given)
{
	struct option longs[MOST_OPTIONS];
	char shorts[2 * MOST_OPTIONS + 1];
	int got, status = 0;

	assert(option_count < MOST_OPTIONS);
	make_getopt(longs, shorts);
	opterr = 0;
	while ((got = getopt_long(argc, argv, shorts, longs, NULL)) != -1) {
		const struct option_row *row = row_of(got);
		if (row == NULL) {
			if (status == 0)
				tell_unknown(got, argv[optind - 1]);
			status = STATUS_USAGE;
			continue;
		}
		const char *where = arena_printf(arena, "--%s", row->name);
		if (is_wanted(status, row) &&
		    !option_set(arena, settings, row, optarg, where))
			status = STATUS_USAGE;
		given[row - option_table] = true;
	}
	return status;
}

static char *
variable_name(struct arena *arena, const char *option)
{
	char *name = arena_printf(arena, "ENRICH_%s", option);

	for (char *at = name; *at != '\0'; at++)
		*at = *at == '-'               ? '_'
		    : *at >= 'a' && *at <= 'z' ? (char)(*at - 'a' + 'A')
					       : *at;
	return name;
}

static int
read_environment(struct arena *arena, struct settings *settings, bool *given, int status)
{
	for (size_t i = 0; i < option_count; i++) {
		const struct option_row *row = &option_table[i];
		const char *name = variable_name(arena, row->name);
		const char *value = getenv(name);
		if (given[i] || value == NULL || *value == '\0' ||
		    row->kind == OPTION_COMMAND || row->kind == OPTION_URL ||
		    !is_wanted(status, row))
			continue;
		if (!option_set(arena, settings, row, value, name))
			status = STATUS_USAGE;
		given[i] = true;
	}
	return status;
}

/* The words that are no options: a command, then its arguments or lists. */
static void
read_words(struct arena *arena, int count, char **words, struct settings *settings)
{
	/* explain WHAT [LIST...]: the first word is what to explain. */
	int before = 0;

	for (size_t i = 0; count > 0 && settings->command == COMMAND_RUN &&
	     i < sizeof commands / sizeof commands[0];
	     i++) {
		if (strcmp(words[0], commands[i].word) == 0) {
			settings->command = commands[i].command;
			words++;
			count--;
			break;
		}
	}
	before = settings->command == COMMAND_EXPLAIN ? 1 : 0;
	settings->arguments = (const char *const *)words;
	settings->argument_count = (size_t)count;
	/* Which of the lists, or other ones: lists_choose. */
	if (settings->command == COMMAND_SOURCES || settings->command == COMMAND_CACHE ||
	    settings->command == COMMAND_MERGE || settings->command == COMMAND_TODO ||
	    settings->command == COMMAND_PATCH || count <= before)
		return;
	struct list_setting *lists = arena_alloc(arena, (size_t)count * sizeof *lists);
	for (int i = before; i < count; i++)
		lists[i - before].source = words[i];
	settings->lists = lists;
	settings->list_count = (size_t)(count - before);
}

/* The first enrich.conf there is, unless one was named. */
static const char *
find_config(struct arena *arena, const struct settings *settings)
{
	const char *home = getenv("XDG_CONFIG_HOME");

	if (settings->config != NULL)
		return settings->config;
	if (file_exists("enrich.conf"))
		return "enrich.conf";
	if (home == NULL || home[0] != '/')
		home = getenv("HOME") == NULL
		    ? NULL
		    : file_join(arena, getenv("HOME"), ".config");
	if (home != NULL) {
		const char *path = file_join(arena, home, "enrich/enrich.conf");
		if (file_exists(path))
			return path;
	}
	return file_exists("/etc/enrich.conf") ? "/etc/enrich.conf" : NULL;
}

/* $FIRST (systemd), else $XDG/enrich, else ~/rest/enrich. */
static const char *
standard_folder(struct arena *arena, const char *first, const char *xdg, const char *rest)
{
	const char *folder = getenv(first), *home = getenv("HOME");

	if (folder != NULL && folder[0] == '/')
		return folder;
	folder = getenv(xdg);
	/* The XDG specification says that relative paths are ignored. */
	if (folder != NULL && folder[0] == '/')
		return file_join(arena, folder, "enrich");
	if (home == NULL || home[0] != '/')
		home = "/";
	return arena_printf(arena, "%s/%s/enrich", home, rest);
}

static void
set_defaults(struct arena *arena, struct settings *settings)
{
	settings->older = "keep";
	settings->as_of = settings->refresh = settings->max_runtime = INT64_MAX;
	settings->history = 8 * 7 * 86400;
	settings->output = "releases";
	settings->fail_on = "differs,nobody-knows-it";
	settings->compress = "gz";
	settings->pace_scale = 1;
	settings->min_answered = settings->max_shrink = 0.9;
	settings->min_coverage = 0.5;
	settings->cache = standard_folder(
	    arena, "CACHE_DIRECTORY", "XDG_CACHE_HOME", ".cache");
	settings->state = standard_folder(
	    arena, "STATE_DIRECTORY", "XDG_STATE_HOME", ".local/state");
}

/*
 * A shard keeps its pace by itself, as one of those that share it: others may
 * run on machines whose files it does not see.
 */
static void
set_shard(struct arena *arena, struct settings *settings)
{
	const struct shard *shard = &settings->shard;

	if (settings->shared_by == 0)
		settings->shared_by = shard->of;
	settings->state = arena_printf(
	    arena, "%s/shard-%u-of-%u", settings->state, shard->number, shard->of);
}

int
settings_read(struct arena *arena, int argc, char **argv, struct settings *settings)
{
	bool given[MOST_OPTIONS] = { false };
	int status, config_status = 0;

	*settings = (struct settings){ .command = COMMAND_RUN };
	set_defaults(arena, settings);
	status = read_command_line(arena, argc, argv, settings, given);
	read_words(arena, argc - optind, argv + optind, settings);
	status = read_environment(arena, settings, given, status);
	if (settings->command == COMMAND_HELP || settings->command == COMMAND_VERSION)
		return status;
	settings->config = find_config(arena, settings);
	if (settings->config != NULL)
		config_status = config_read(arena, settings->config, settings, given);
	if (status == 0)
		status = config_status;
	if (settings->command == COMMAND_TODO || settings->command == COMMAND_PATCH)
		lists_choose(arena, settings);
	if (settings->replay != NULL) {
		settings->cache = file_join(arena, settings->replay, "cache");
		settings->state = file_join(arena, settings->replay, "state");
	}
	if (settings->as_of != INT64_MAX || settings->command == COMMAND_MERGE)
		settings->offline = true;
	if (settings->shard.of > 0)
		set_shard(arena, settings);
	/* A row that is new is looked at, however old its work. */
	if (settings->command == COMMAND_CHECK)
		settings->since = NULL;
	if (settings->dry_run && settings->command == COMMAND_RUN)
		settings->command = COMMAND_PLAN;
	log_set_level(settings->quiet      ? LOG_QUIET
		: settings->verbosity == 0 ? LOG_NORMAL
		: settings->verbosity == 1 ? LOG_VERBOSE
					   : LOG_DEBUG);
	return status;
}
