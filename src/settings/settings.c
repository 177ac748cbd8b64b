/*
 * Command line, environment, enrich.conf → one constant struct settings.
 * Secrets are not in it: they are read where they are needed and kept apart.
 */
#include "settings/settings.h"

#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/file.h"
#include "base/log.h"
#include "base/text.h"
#include "settings/option.h"
#include "status.h"

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
		    !option_is_wanted(status, row))
			continue;
		if (!option_set(arena, settings, row, value, name))
			status = STATUS_USAGE;
		given[i] = true;
	}
	return status;
}

/* $HOME, else as the machine knows its users: cron has it, not every service. */
static const char *
home_folder(void)
{
	const char *home = getenv("HOME");
	const struct passwd *user = home == NULL || home[0] != '/' ? getpwuid(geteuid())
								   : NULL;

	if (user != NULL)
		home = user->pw_dir;
	return home != NULL && home[0] == '/' ? home : "/";
}

/* $XDG/enrich, else ~/rest/enrich. */
static const char *
user_folder(struct arena *arena, const char *xdg, const char *rest)
{
	const char *folder = getenv(xdg);

	/* The XDG specification says that relative paths are ignored. */
	if (folder == NULL || folder[0] != '/')
		folder = file_join(arena, home_folder(), rest);
	return file_join(arena, folder, "enrich");
}

/* The first enrich.conf there is, unless one was named. */
static const char *
find_config(struct arena *arena, const struct settings *settings)
{
	const char *own = file_join(
	    arena, user_folder(arena, "XDG_CONFIG_HOME", ".config"), "enrich.conf");

	if (settings->config != NULL)
		return settings->config;
	if (file_exists("enrich.conf"))
		return "enrich.conf";
	if (file_exists(own))
		return own;
	return file_exists("/etc/enrich.conf") ? "/etc/enrich.conf" : NULL;
}

/* $FIRST (systemd), else the user's. */
static const char *
standard_folder(struct arena *arena, const char *first, const char *xdg, const char *rest)
{
	const char *folder = getenv(first);

	return folder != NULL && folder[0] == '/' ? folder
						  : user_folder(arena, xdg, rest);
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
	/* As curl's tool takes them; the library does not. */
	settings->ca_file = getenv("CURL_CA_BUNDLE");
	if (text_is_blank(settings->ca_file))
		settings->ca_file = getenv("SSL_CERT_FILE");
	if (text_is_blank(settings->ca_file))
		settings->ca_file = NULL;
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
	bool given[OPTION_MOST] = { false };
	int status, config_status = 0;

	*settings = (struct settings){ .command = COMMAND_RUN };
	set_defaults(arena, settings);
	status = command_line_read(arena, argc, argv, settings, given);
	status = read_environment(arena, settings, given, status);
	if (settings->command == COMMAND_HELP || settings->command == COMMAND_VERSION ||
	    settings->command == COMMAND_INIT || settings->command == COMMAND_COMPLETIONS)
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
