/*
 * A 3xx reply in; follow, refuse or nothing of the kind out.
 *
 * libcurl could follow by itself, but 7.88 then takes a key in a header of
 * our own along to any host; so it never does (docs/quirks.md).
 */
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "base/url.h"
#include "fetch/redirect.h"

static bool
is_redirect(int status)
{
	switch (status) {
	case 301:
	case 302:
	case 303:
	case 307:
	case 308:
		return true;
	}
	return false;
}

static struct redirect
refuse(const char *words)
{
	return (struct redirect){ REDIRECT_REFUSE, NULL, false, words };
}

struct redirect
redirect_decide(
    struct arena *arena, const char *url, int status, const char *location, unsigned hops)
{
	struct redirect redirect = { REDIRECT_NONE, NULL, false, NULL };
	const char *from, *to;
	char *target;
	struct url parts;

	if (!is_redirect(status))
		return redirect;
	if (location == NULL || text_is_blank(location))
		return refuse("redirected without a Location");
	if (hops >= REDIRECT_MOST)
		return refuse(
		    arena_printf(arena, "redirected more than %d times", REDIRECT_MOST));
	target = url_join(arena, url, location);
	if (target == NULL || !url_parse(arena, target, &parts))
		return refuse("redirected to what is no http or https URL");
	from = url_origin(arena, url);
	to = url_origin(arena, target);
	if (from == NULL || to == NULL || strcmp(from, to) != 0)
		return refuse(arena_printf(arena, "redirected elsewhere, to %s",
		    to == NULL ? "?"
			       : text_shorten(arena, text_for_terminal(arena, to), 80)));
	/* Rebuilt, so that a user and password in it are not obeyed. */
	redirect.verdict = REDIRECT_FOLLOW;
	redirect.url = arena_printf(arena, "%s%s%s%s", to, parts.path,
	    parts.query == NULL ? "" : "?", parts.query == NULL ? "" : parts.query);
	redirect.becomes_get = status == 303;
	return redirect;
}

char *
redirect_path(struct arena *arena, const char *base_url, const char *url)
{
	struct url base, parts;
	const char *path;
	size_t prefix;

	if (!url_parse(arena, base_url, &base) || !url_parse(arena, url, &parts))
		return NULL;
	path = parts.path;
	prefix = strlen(base.path);
	while (prefix > 0 && base.path[prefix - 1] == '/')
		prefix--;
	if (strncmp(path, base.path, prefix) == 0 && path[prefix] == '/')
		path += prefix;
	return arena_printf(arena, "%s%s%s", path, parts.query == NULL ? "" : "?",
	    parts.query == NULL ? "" : parts.query);
}
