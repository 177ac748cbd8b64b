/* Two releases enter, or none: then the last two; what became of the works leaves. */
#include "command/command.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/clock.h"
#include "base/file.h"
#include "base/log.h"
#include "list/list.h"
#include "release/changes/changes.h"
#include "release/folder/folder.h"
#include "session/session.h"

#define NEVER 253370764800 /* 9999-01-01 */

enum { LARGEST_ARCHIVE = 512 << 20 };

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

/* The archive at an address, as a file of the folder that is made for it; 0, or a
 * status with its line printed. */
static int
fetch_archive(
    struct session *session, size_t i, const char **folder, const char **release)
{
	struct fetch_page page = { .url = *release, .ceiling = LARGEST_ARCHIVE };
	struct response response = { 0 };
	const char *path, *tail = file_name(*release);

	if (*folder == NULL)
		*folder = file_temporary_folder(session->arena);
	session_open_fetch(session);
	if (!fetch_url(session->fetch, session->arena, &page, &response)) {
		log_error("%s: %s", *release,
		    response.trouble != NULL ? response.trouble : "no reply");
		return STATUS_UNAVAILABLE;
	}
	/* Its name says how it is packed. */
	path = *folder == NULL ? NULL
			       : arena_printf(session->arena, "%s/%zu-%.*s", *folder, i,
				     (int)strcspn(tail, "?#"), tail);
	if (path == NULL ||
	    !file_replace(path, response.body, response.body_length, 0600)) {
		log_error("%s: cannot be kept: %s", *release, strerror(errno));
		return STATUS_IO;
	}
	*release = path;
	return 0;
}

static int
diff_of(struct session *session, const char *old, const char *new)
{
	const struct settings *settings = session->settings;

	session_shut_in(session->arena, settings);
	if (new == NULL)
		new = last_release(session, NULL);
	if (old == NULL && new != NULL)
		old = last_release(session, new);
	if (old != NULL && new != NULL)
		return print_diff(session, old, new);
	log_error("there are no releases of %s of two days in %s; those of one day: "
		  "name both",
	    session_name(session), settings->output);
	return STATUS_NO_LIST;
}

int
command_diff(struct arena *arena, const struct settings *settings)
{
	size_t count = settings->argument_count;
	const char *releases[2] = { NULL, NULL }, *folder = NULL;
	struct session session;
	int status;

	if (count > 2) {
		log_error("diff compares two releases: enrich diff OLD NEW");
		return STATUS_USAGE;
	}
	status = session_open(&session, arena, settings, false, CACHE_READ);
	for (size_t i = 0; i < count && status == 0; i++) {
		releases[i] = settings->arguments[i];
		if (list_is_address(releases[i]))
			status = fetch_archive(&session, i, &folder, &releases[i]);
	}
	if (status == 0)
		status = diff_of(&session, releases[0], releases[1]);
	if (folder != NULL)
		file_remove_temporary(folder);
	session_close(&session);
	return status;
}
