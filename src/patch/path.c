/* A list's path or address enters; the path a patch names it by leaves. */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/file.h"
#include "list/list.h"
#include "patch/inside.h"
#include "reading/reading.h"

/* "https://raw.githubusercontent.com/OWNER/NAME/REVISION/docs/list.md": what is in the
 * repository.  Elsewhere the name alone. */
static const char *
in_repository(struct arena *arena, const char *source)
{
	const char *mirror = reading_raw_base(), *at = NULL;
	const char *raw = mirror != NULL ? mirror : "https://raw.githubusercontent.com";
	struct list_address address;

	if (list_address(arena, source, mirror, &address) && address.count > 0)
		at = strstr(address.fetch[0], raw);
	if (at == NULL) {
		const char *name = file_name(
		    arena_text_n(arena, source, strcspn(source, "?#")));

		return *name == '\0' ? "list" : name;
	}
	at += strlen(raw);
	at += strspn(at, "/");
	for (int skip = 0; skip < 3 && strchr(at, '/') != NULL; skip++)
		at = strchr(at, '/') + 1;
	return arena_text_n(arena, at, strcspn(at, "?#"));
}

static bool
climbs(const char *path)
{
	return *path == '/' || strncmp(path, "../", 3) == 0 ||
	    strstr(path, "/../") != NULL;
}

const char *
path_of_list(struct arena *arena, const char *source, bool *outside)
{
	char *here, *there;
	const char *path = NULL;

	*outside = false;
	if (list_is_address(source))
		return in_repository(arena, source);
	if (!climbs(source)) {
		while (strncmp(source, "./", 2) == 0)
			source += 2 + strspn(source + 2, "/");
		return source;
	}
	here = getcwd(NULL, 0);
	there = realpath(source, NULL);
	if (here != NULL && there != NULL && strncmp(there, here, strlen(here)) == 0 &&
	    (there[strlen(here)] == '/' || strcmp(here, "/") == 0))
		path = arena_text(arena, there + strlen(here) + (strcmp(here, "/") != 0));
	free(here);
	free(there);
	*outside = path == NULL;
	return path != NULL ? path : file_name(source);
}
