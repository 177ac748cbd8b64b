/* The address of a list as named enters; what to fetch and show leave. */
#include "list/list.h"

#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/text.h"
#include "base/url.h"

static const char raw_host[] = "https://raw.githubusercontent.com";

bool
list_is_address(const char *source)
{
	return text_starts_nocase(source, "http://") ||
	    text_starts_nocase(source, "https://");
}

/* "https://user:password@host/…" → "https://host/…" and the two. */
static const char *
without_user(struct arena *arena, const char *text, struct list_address *address)
{
	const char *start = strstr(text, "://") + 3, *at = NULL, *colon;
	size_t length = strcspn(start, "/?#");

	for (size_t i = 0; i < length; i++)
		if (start[i] == '@')
			at = start + i;
	if (at == NULL)
		return text;
	colon = memchr(start, ':', (size_t)(at - start));
	if (colon == NULL)
		colon = at;
	address->user = url_decode(
	    arena, arena_text_n(arena, start, (size_t)(colon - start)));
	address->password = colon == at
	    ? ""
	    : url_decode(arena, arena_text_n(arena, colon + 1, (size_t)(at - colon - 1)));
	return arena_printf(arena, "%.*s%s", (int)(start - text), text, at + 1);
}

static bool
is_secret(const char *name, size_t length)
{
	static const char *const parts[] = { "token", "secret", "passw", "signature",
		"credential", "apikey", "api_key", "api-key", "access_key", "auth",
		"session" };
	static const char *const words[] = { "key", "sig", "pat", "jwt", "code", "pwd",
		NULL };
	char text[64];

	if (length >= sizeof text)
		return true;
	memcpy(text, name, length);
	text[length] = '\0';
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		if (text_find_nocase(text, parts[i]) != NULL)
			return true;
	return text_is_one_of_nocase(text, words);
}

/* The query without the parameters that let somebody in. */
static const char *
without_secrets(struct arena *arena, const char *text)
{
	size_t path = strcspn(text, "?#");
	const char *at = text + path, *shown;
	struct buffer out;
	char mark = '?';

	if (*at != '?')
		return text;
	buffer_init(&out, 0);
	buffer_add(&out, text, path);
	for (at++; *at != '\0' && *at != '#';) {
		size_t length = strcspn(at, "&#");
		size_t name = strcspn(at, "=&#");
		if (!is_secret(at, name)) {
			buffer_char(&out, mark);
			buffer_add(&out, at, length);
			mark = '&';
		}
		at += length + (at[length] == '&');
	}
	buffer_text(&out, at);
	shown = arena_text_n(arena, out.bytes, out.length);
	buffer_free(&out);
	return shown;
}

/* The parts of a path; how many. */
static size_t
split_path(struct arena *arena, const char *path, const char **parts, size_t most)
{
	size_t count = 0;

	while (*path == '/')
		path++;
	while (*path != '\0' && count < most) {
		/* The last one is all that is left. */
		size_t length = count + 1 == most ? strlen(path) : strcspn(path, "/");
		parts[count++] = arena_text_n(arena, path, length);
		for (path += length; *path == '/'; path++)
			;
	}
	return count;
}

static void
add_address(struct arena *arena, struct list_address *address, const char *base,
    const char *const *parts, const char *rest)
{
	size_t length = strlen(parts[1]);

	if (length > 4 && strcmp(parts[1] + length - 4, ".git") == 0)
		length -= 4;
	address->fetch[address->count++] = arena_printf(
	    arena, "%s/%s/%.*s/%s", base, parts[0], (int)length, parts[1], rest);
}

/* A page of GitHub: false when it is none that shows a file. */
static bool
read_page(struct arena *arena, const struct url *url, const char *base,
    struct list_address *address)
{
	static const char *const names[] = { "README.md", "readme.md", "Readme.md" };
	const char *parts[4] = { NULL };
	size_t count = split_path(arena, url->path, parts, 4);
	const char *folder = "HEAD";
	size_t length;

	if (count >= 4 &&
	    (strcmp(parts[2], "blob") == 0 || strcmp(parts[2], "raw") == 0 ||
		strcmp(parts[2], "blame") == 0)) {
		add_address(arena, address, base, parts, parts[3]);
		return true;
	}
	if (count == 4 && strcmp(parts[2], "tree") == 0)
		folder = parts[3];
	else if (count != 2)
		return false;
	for (length = strlen(folder); folder[length - 1] == '/'; length--)
		;
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		add_address(arena, address, base, parts,
		    arena_printf(arena, "%.*s/%s", (int)length, folder, names[i]));
	return true;
}

bool
list_address(struct arena *arena, const char *text, const char *raw_base,
    struct list_address *address)
{
	const char *clean, *raw = raw_base == NULL ? raw_host : raw_base;
	struct url url;

	*address = (struct list_address){ .shown = "an address" };
	if (!list_is_address(text))
		return false;
	clean = without_user(arena, text, address);
	if (!url_parse(arena, clean, &url))
		return false;
	address->shown = address->named = without_secrets(arena, clean);
	if (strcmp(url.host, "github.com") == 0 ||
	    strcmp(url.host, "www.github.com") == 0)
		address->page = read_page(arena, &url, raw, address);
	else if (raw_base != NULL && strcmp(url.host, raw_host + strlen("https://")) == 0)
		address->fetch[address->count++] = arena_printf(arena, "%s%s%s%s",
		    raw_base, url.path, url.query ? "?" : "", url.query ? url.query : "");
	if (address->count == 0)
		address->fetch[address->count++] = clean;
	else if (raw_base != NULL)
		address->shown = without_secrets(arena, address->fetch[0]);
	return true;
}
