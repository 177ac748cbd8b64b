/* Options in, exit status out. */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/commit.h"
#include "base/crew.h"
#include "base/log.h"
#include "base/sandbox.h"
#include "base/version.h"
#include "command/command.h"
#include "run.h"
#include "settings/settings.h"
#include "status.h"

#ifdef __clang__
#define COMPILER ""
#else
#define COMPILER "gcc "
#endif

static const char *
first_word(const struct settings *settings)
{
	return settings->argument_count > 0 ? settings->arguments[0] : NULL;
}

/* All that a report of a fault should say of the program. */
static void
print_version(void)
{
	puts("enrich " ENRICH_VERSION ENRICH_COMMIT);
	puts("built: by " COMPILER __VERSION__ " with " WITH_CURL ", " WITH_YAJL
	     ", " WITH_LMDB ", " WITH_ARCHIVE ", " WITH_DEFLATE ", " WITH_ZLIB
	     ", " WITH_SQLITE ", " WITH_CMARK ", " WITH_XML ", " WITH_UTF8PROC
	     ", " WITH_NETTLE ", " WITH_INIH ENRICH_OPTIONS);
	printf("sandbox: %s, %s\n",
	    sandbox_known() & SANDBOX_FILES ? "Landlock" : "no Landlock",
	    sandbox_known() & SANDBOX_CALLS ? "seccomp" : "no seccomp");
}

static int
dispatch(struct arena *arena, const struct settings *settings)
{
	int status;

	switch (settings->command) {
	case COMMAND_RUN:
		return run_weekly(arena, settings);
	case COMMAND_EXTRACT:
		return command_extract(arena, settings);
	case COMMAND_PLAN:
		return command_plan(arena, settings);
	case COMMAND_EXPLAIN:
		return command_explain(arena, settings);
	case COMMAND_TODO:
		return command_todo(arena, settings);
	case COMMAND_CHECK:
		return command_check(arena, settings);
	case COMMAND_PATCH:
		return command_patch(arena, settings);
	case COMMAND_DIFF:
		return command_diff(arena, settings);
	case COMMAND_VERIFY:
		return command_verify(arena, settings);
	case COMMAND_SOURCES:
		return command_sources(arena, settings);
	case COMMAND_CACHE:
		return command_cache(arena, settings);
	case COMMAND_ASK:
		return run_weekly(arena, settings);
	case COMMAND_MERGE:
		status = command_merge(arena, settings, 0);
		return status != 0 ? status : run_weekly(arena, settings);
	case COMMAND_INIT:
		return command_init(arena, settings);
	case COMMAND_COMPLETIONS:
		settings_complete(arena, settings->arguments, settings->argument_count);
		return 0;
	case COMMAND_HELP:
		return settings_print_help(arena, first_word(settings));
	case COMMAND_VERSION:
		print_version();
		return 0;
	}
	return STATUS_BUG;
}

/* Whoever started us may have closed these: the next file opened would be them,
 * and be written to as standard error. */
static bool
have_standard_streams(void)
{
	for (int file = 0; file <= STDERR_FILENO; file++) {
		if (fcntl(file, F_GETFD) >= 0 || open("/dev/null", O_RDWR) == file)
			continue;
		/* Whatever is the third one by now, it is not a file of ours. */
		log_error("/dev/null: %s", strerror(errno));
		return false;
	}
	return true;
}

int
main(int argc, char **argv)
{
	struct arena *arena = arena_new();
	struct settings settings;
	int status;

	if (!have_standard_streams())
		return STATUS_IO;
	/* Keys are in memory: no core file, no other process may look. */
	setrlimit(RLIMIT_CORE, &(struct rlimit){ 0, 0 });
	prctl(PR_SET_DUMPABLE, 0);
	/* A file that may not grow is told like a full disk. */
	signal(SIGXFSZ, SIG_IGN);
	status = settings_read(arena, argc, argv, &settings);
	if (status == 0 && crew_is_misnamed()) {
		log_error("ENRICH_THREADS: wanted a number from 1 to %d", CREW_MOST);
		status = STATUS_USAGE;
	}
	if (status == 0)
		status = dispatch(arena, &settings);
	else if (settings.command == COMMAND_RUN)
		status = run_not_begun(arena, &settings, status);
	if ((fflush(stdout) != 0 || ferror(stdout)) && status == 0) {
		log_error("standard output: %s", strerror(errno));
		status = STATUS_IO;
	}
	arena_free(arena);
	return status;
}
