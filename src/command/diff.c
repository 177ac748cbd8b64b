/* Two releases enter, or none: then the last two; what became of the works leaves. */
#include "command/command.h"

#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/clock.h"
#include "base/file.h"
#include "base/log.h"
#include "list/list.h"
#include "release/release.h"
#include "session/session.h"

#define NEVER 253370764800 /* 9999-01-01 */

/* The newest release of the name, or the newest before that one's day. */
static const char *
last_release(const struct session *session, const char *before)
{
	struct release_settings wanted = { .folder = session->settings->output,
		.name = session_name(session),
		.clock = NEVER };
	const char *name = before == NULL ? NULL : file_name(before);
	size_t length = strlen(wanted.name);

	/* NAME-2026-11-21: a day alone means its last second. */
	if (name != NULL &&
	    (strlen(name) < length + 11 ||
		!clock_parse_instant(
		    arena_text_n(session->arena, name + length + 1, 10), &wanted.clock)))
		return NULL;
	return release_newest(session->arena, &wanted);
}

static int
print_diff(const struct session *session, const char *old, const char *new)
{
	const struct settings *settings = session->settings;
	const char *words = NULL;
	struct buffer out;
	int status = 0;

	buffer_init(&out, 0);
	if (release_diff(session->arena, old, new,
		settings->json           ? RELEASE_DIFF_JSON
		    : settings->markdown ? RELEASE_DIFF_MARKDOWN
					 : RELEASE_DIFF_TEXT,
		&out, &words)) {
		fwrite(out.bytes, 1, out.length, stdout);
	} else {
		log_error("%s", words);
		status = STATUS_NO_LIST;
	}
	buffer_free(&out);
	return status;
}

int
command_diff(struct arena *arena, const struct settings *settings)
{
	size_t count = settings->argument_count;
	const char *old = count > 0 ? settings->arguments[0] : NULL;
	const char *new = count > 1 ? settings->arguments[1] : NULL;
	struct session session;
	int status;

	for (size_t i = 0; i < count; i++)
		if (list_is_address(settings->arguments[i])) {
			log_error("%s: fetch the archive first, then name the file",
			    settings->arguments[i]);
			return STATUS_USAGE;
		}
	if (count > 2) {
		log_error("diff compares two releases: enrich diff OLD NEW");
		return STATUS_USAGE;
	}
	session_shut_in(arena, settings);
	status = session_open(&session, arena, settings, false, CACHE_READ);
	if (status != 0)
		return status;
	if (new == NULL)
		new = last_release(&session, NULL);
	if (old == NULL && new != NULL)
		old = last_release(&session, new);
	if (old == NULL || new == NULL) {
		log_error("there are no two releases of %s in %s", session_name(&session),
		    settings->output);
		status = STATUS_NO_LIST;
	} else {
		status = print_diff(&session, old, new);
	}
	session_close(&session);
	return status;
}
