/*
 * Names of variables enter, the key one of them holds or leads to leaves:
 * the environment, a file it names, systemd's credentials.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/file.h"
#include "base/log.h"
#include "base/text.h"
#include "settings/settings.h"

/* What may stand in a header, in one piece. */
static bool
can_be_sent(const char *secret)
{
	for (const char *at = secret; *at != '\0'; at++)
		if (*at <= ' ' || *at > '~')
			return false;
	return *secret != '\0';
}

/* The first line of a file, without its end; NULL, and told, when there is none. */
static char *
first_line(struct arena *arena, const char *path, const char *variable)
{
	struct buffer text;
	char *line = NULL;

	buffer_init(&text, 64 << 10);
	if (!file_read(path, &text))
		log_warning(
		    "%s: %s: %s; going on without it", variable, path, strerror(errno));
	else if (text.length > 0)
		line = arena_text_n(arena, text.bytes, strcspn(text.bytes, "\r\n"));
	if (text.bytes != NULL)
		explicit_bzero(text.bytes, text.length);
	if (text.length == 0 && text.bytes != NULL)
		log_warning("%s: %s is empty; going on without it", variable, path);
	buffer_free(&text);
	return line;
}

/* The key of one variable, wherever it stands. */
static char *
read_key(struct arena *arena, const char *variable)
{
	const char *folder = getenv("CREDENTIALS_DIRECTORY"), *secret = getenv(variable);
	const char *file = arena_printf(arena, "%s_FILE", variable), *path;

	if (!text_is_blank(secret))
		return arena_text(arena, secret);
	if (!text_is_blank(getenv(file)))
		return first_line(arena, getenv(file), file);
	path = folder == NULL ? NULL
			      : file_join(arena, folder, text_lower(arena, variable));
	return path == NULL || !file_exists(path) ? NULL
						  : first_line(arena, path, variable);
}

char *
settings_secret(struct arena *arena, const char *const *variables)
{
	for (; variables != NULL && *variables != NULL; variables++) {
		char *secret = read_key(arena, *variables);

		if (secret == NULL)
			continue;
		if (can_be_sent(secret))
			return secret;
		log_warning(
		    "%s holds blanks or signs that no key has; going on without it",
		    *variables);
	}
	return NULL;
}

void
settings_forget_secret(const char *const *variables)
{
	for (; variables != NULL && *variables != NULL; variables++) {
		char *secret = getenv(*variables);

		if (secret == NULL)
			continue;
		explicit_bzero(secret, strlen(secret));
		unsetenv(*variables);
	}
}
