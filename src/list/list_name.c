/* The path or URL of a list enters; the short name people know it by leaves. */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "list/list.h"

/* README says nothing: the folder or repository it stands in does. */
static bool
says_nothing(struct arena *arena, const char *stem)
{
	const char *folded = text_lower(arena, stem);

	return strcmp(folded, "readme") == 0 || strcmp(folded, "index") == 0 ||
	    *stem == '\0';
}

/* "models" of "models.md"; an extension alone is a name. */
static char *
stem_of(struct arena *arena, const char *name)
{
	char *stem = arena_text(arena, name), *dot = strrchr(stem, '.');

	if (dot != NULL && dot != stem)
		*dot = '\0';
	return stem;
}

/* What may stand in LIST:LINE. */
static char *
without_colons(char *name)
{
	for (char *at = name; *at != '\0'; at++)
		if (*at == ':')
			*at = '-';
	return name;
}

/* A file by its name; one whose name says nothing by the repository, folder
 * or host it is in. */
static char *
name_of_url(struct arena *arena, const char *source)
{
	const char *at = strstr(source, "://") + 3;
	const char *parts[3] = { "", "", "" }, *last = "", *before = "";
	size_t count = 0, length;

	for (; *at != '\0' && *at != '?' && *at != '#'; at += length) {
		length = strcspn(at, "/?#");
		if (length == 0) {
			length = 1;
			continue;
		}
		before = last;
		last = arena_text_n(arena, at, length);
		if (count < 3)
			parts[count] = last;
		count++;
	}
	bool github = count >= 3 && strstr(parts[0], "github") != NULL;
	if (count > (github ? 3 : 1) && (!github || strchr(last, '.') != NULL) &&
	    !says_nothing(arena, stem_of(arena, last)))
		return without_colons(stem_of(arena, last));
	if (!github)
		return without_colons(arena_text(arena,
		    count == 0       ? "list"
			: count == 1 ? last
				     : before));
	length = strlen(parts[2]);
	if (length > 4 && strcmp(parts[2] + length - 4, ".git") == 0)
		length -= 4;
	return without_colons(arena_text_n(arena, parts[2], length));
}

char *
list_short_name(struct arena *arena, const char *source)
{
	const char *slash, *dot;
	char *stem, *whole;

	if (strcmp(source, "-") == 0)
		return arena_text(arena, "stdin");
	if (strstr(source, "://") != NULL)
		return name_of_url(arena, source);
	slash = strrchr(source, '/');
	stem = arena_text(arena, slash != NULL ? slash + 1 : source);
	dot = strrchr(stem, '.');
	if (dot != NULL && dot != stem)
		stem[dot - stem] = '\0';
	if (!says_nothing(arena, stem))
		return stem;
	whole = realpath(source, NULL);
	if (whole != NULL) {
		char *end = strrchr(whole, '/');
		if (end != NULL && end != whole) {
			*end = '\0';
			stem = arena_text(arena, strrchr(whole, '/') + 1);
		}
		free(whole);
	}
	return *stem == '\0' ? arena_text(arena, "list") : stem;
}
