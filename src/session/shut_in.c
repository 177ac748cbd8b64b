/*
 * Settings enter; a process that can only do what is left to do leaves: write the
 * release, the cache, the state.
 */
#include <string.h>

#include "base/arena.h"
#include "base/file.h"
#include "base/log.h"
#include "base/sandbox.h"
#include "base/spool.h"
#include "session/session.h"

enum { MOST_FOLDERS = 8 };

/* The folder a path lies in, or itself, as far up as there is one. */
static const char *
existing(struct arena *arena, const char *path)
{
	char *at = arena_text(arena, path), *slash;

	while (!file_exists(at)) {
		slash = strrchr(at, '/');
		if (slash == NULL)
			return ".";
		*slash = '\0';
		if (slash == at)
			return "/";
	}
	return at;
}

void
session_shut_in(struct arena *arena, const struct settings *settings)
{
	const char *folders[MOST_FOLDERS] = { existing(arena, settings->cache),
		existing(arena, settings->state), existing(arena, settings->output),
		spool_folder() };
	const char *metrics = settings->metrics;
	unsigned taken;
	size_t count = 4;

	if (settings->sandbox != NULL && strcmp(settings->sandbox, "off") == 0)
		return;
	if (metrics != NULL)
		folders[count++] = strrchr(metrics, '/') == NULL
		    ? "."
		    : existing(arena,
			  arena_printf(arena, "%.*s",
			      (int)(strrchr(metrics, '/') - metrics + 1), metrics));
	if (settings->site != NULL && strcmp(settings->site, "none") != 0)
		folders[count++] = existing(arena, settings->site);
	taken = sandbox_enter(folders);
	log_info("from here on: %s, %s",
	    taken & SANDBOX_FILES ? "nothing is written but cache, state and output"
				  : "no limit on what is written (no Landlock)",
	    taken & SANDBOX_CALLS ? "nobody is talked to"
				  : "no filter of calls (no seccomp)");
}
