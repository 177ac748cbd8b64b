/* Parts of an address and values enter; what was found, each once, leaves. */
#include <string.h>

#include "base/arena.h"
#include "identify/inside.h"

void
url_found_add(struct arena *arena, struct found *found, enum identifier_kind kind,
    const char *value)
{
	struct identifier id = { kind, identifier_canonical(arena, kind, value) };

	if (id.value == NULL || found->count == found->most)
		return;
	for (size_t i = 0; i < found->count; i++)
		if (identifier_equal(found->out[i], id))
			return;
	found->out[found->count++] = id;
}

bool
url_host_is(const char *host, const char *name)
{
	size_t length = strlen(host), tail = strlen(name);

	return length >= tail && strcmp(host + length - tail, name) == 0 &&
	    (length == tail || host[length - tail - 1] == '.');
}

size_t
url_segments(struct arena *arena, const char *path, const char **out, size_t most)
{
	size_t count = 0;

	while (*path != '\0' && count < most) {
		size_t length = strcspn(path, "/");
		if (length > 0)
			out[count++] = url_decode(
			    arena, arena_text_n(arena, path, length));
		path += length + (path[length] == '/');
	}
	return count;
}
