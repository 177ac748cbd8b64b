/*
 * Names of variables enter, the key one of them holds or leads to leaves:
 * the environment, a file it names, systemd's credentials.
 */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/file.h"
#include "base/text.h"
#include "settings/settings.h"

/* The first line of a file, without its end; NULL when there is none. */
static const char *
first_line(struct arena *arena, const char *path)
{
	struct buffer text;
	const char *line = NULL;

	buffer_init(&text, 64 << 10);
	if (file_read(path, &text) && text.length > 0)
		line = arena_text_n(arena, text.bytes, strcspn(text.bytes, "\r\n"));
	if (text.bytes != NULL)
		explicit_bzero(text.bytes, text.length);
	buffer_free(&text);
	return text_is_blank(line) ? NULL : line;
}

const char *
settings_secret(struct arena *arena, const char *const *variables)
{
	const char *folder = getenv("CREDENTIALS_DIRECTORY");
	const char *secret = NULL;

	for (; secret == NULL && variables != NULL && *variables != NULL; variables++) {
		const char *path = getenv(arena_printf(arena, "%s_FILE", *variables));
		secret = getenv(*variables);
		if (text_is_blank(secret))
			secret = NULL;
		if (secret == NULL && !text_is_blank(path))
			secret = first_line(arena, path);
		if (secret == NULL && folder != NULL)
			secret = first_line(arena,
			    file_join(arena, folder, text_lower(arena, *variables)));
	}
	return secret;
}
