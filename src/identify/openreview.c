/* An address at OpenReview enters; the forum's id leaves. */
#include <string.h>

#include "base/arena.h"
#include "identify/inside.h"

/* /forum?id=X, /pdf?id=X, /attachment?name=…&id=X: the parameter, wherever it stands. */
bool
openreview_read(struct arena *arena, const struct url *url, struct found *found)
{
	const char *query = url->query == NULL ? "" : url->query;
	size_t length;

	if (!url_host_is(url->host, "openreview.net"))
		return false;
	if (strcmp(url->path, "/forum") != 0 && strcmp(url->path, "/pdf") != 0 &&
	    strcmp(url->path, "/attachment") != 0)
		return true;
	for (; *query != '\0'; query += length + (query[length] != '\0')) {
		length = strcspn(query, "&;");
		if (strncmp(query, "id=", 3) == 0)
			url_found_add(arena, found, IDENTIFIER_OPENREVIEW,
			    arena_text_n(arena, query + 3, length - 3));
	}
	return true;
}
