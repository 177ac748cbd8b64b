/* The address of a page enters; leaves with the identifier that a table makes of its parts. */
#include "identify/pages.h"

#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "identify/inside.h"

enum { MOST_PARTS = 3 };

/* Numbers and names of an address, in turn. */
struct parts {
	const char *at[MOST_PARTS];
	size_t length[MOST_PARTS], count;
};

/* How long the part is that the sign stands for. */
static size_t
part_length(char sign, const char *text)
{
	if (sign == '#')
		return strspn(text, "0123456789");
	if (sign == '*')
		return strcspn(text, "/?#");
	return strspn(text,
	    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
	    "0123456789._-");
}

/* Does the address begin as the page does, and end a part there? */
static bool
fits(const char *page, const char *text, struct parts *parts)
{
	parts->count = 0;
	for (; *page != '\0'; page++) {
		size_t length = 1;

		if (*page == '#' || *page == '@' || *page == '*') {
			length = part_length(*page, text);
			if (length == 0)
				return false;
			if (*page != '*' && parts->count < MOST_PARTS) {
				parts->at[parts->count] = text;
				parts->length[parts->count++] = length;
			}
		} else if ((*page | 0x20) != (*text | 0x20)) {
			return false;
		}
		text += length;
	}
	return *text == '\0' || text_is_any(*text, "/?&#.;");
}

/* "\\2:4": the second part, with zeros in front up to four digits. */
static void
put_part(struct arena *arena, char **id, const struct parts *parts, const char *sign)
{
	size_t which = (size_t)(sign[1] - '1'), width = 0, length;
	const char *at;

	if (which >= parts->count)
		return;
	at = parts->at[which];
	length = parts->length[which];
	if (sign[2] == ':') {
		size_t zeros = strspn(at, "0");
		zeros -= zeros == length;
		width = (size_t)(sign[3] - '0');
		at += zeros;
		length -= zeros;
	}
	width = width > length ? width - length : 0;
	*id = arena_printf(
	    arena, "%s%.*s%.*s", *id, (int)width, "00000000", (int)length, at);
}

static char *
make_id(struct arena *arena, const char *made, const struct parts *parts)
{
	char *id = arena_text(arena, "");

	while (*made != '\0') {
		size_t plain = strcspn(made, "\\");
		id = arena_printf(arena, "%s%.*s", id, (int)plain, made);
		made += plain;
		if (*made == '\0')
			break;
		put_part(arena, &id, parts, made);
		made += made[2] == ':' ? 4 : 2;
	}
	return id;
}

/* The first row that is not before the text. */
static size_t
first_row(const char *text, size_t length)
{
	size_t low = 0, high = page_ids_count;

	while (low < high) {
		size_t middle = (low + high) / 2;
		if (strncmp(page_ids[middle].page, text, length) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* Rows of one host. */
static bool
read_host(struct arena *arena, const char *host, const char *rest, struct found *found)
{
	const char *text = arena_printf(arena, "%s/", host);
	size_t length = strlen(text);

	for (size_t i = first_row(text, length);
	     i < page_ids_count && strncmp(page_ids[i].page, text, length) == 0; i++) {
		struct parts parts;
		if (!fits(page_ids[i].page + length, rest, &parts))
			continue;
		url_found_add(arena, found, page_ids[i].kind,
		    make_id(arena, page_ids[i].id, &parts));
		return true;
	}
	return false;
}

/* "/arxiv/2402.10373", "/paper/arxiv:2402.10373", on any host. */
static bool
read_arxiv(struct arena *arena, const char *path, struct found *found)
{
	const char *at = text_find_nocase(path, "/arxiv");
	char *id;

	if (at == NULL || (at[6] != '/' && at[6] != ':'))
		return false;
	id = papers_canonical_arxiv(arena, at + 7, strcspn(at + 7, "/?#"));
	url_found_add(arena, found, IDENTIFIER_ARXIV, id);
	return id != NULL;
}

bool
pages_read(struct arena *arena, const struct url *url, struct found *found)
{
	const char *rest = url_decode(arena, url->path) + 1;

	if (url->query != NULL)
		rest = arena_printf(arena, "%s?%s", rest, url->query);
	for (const char *host = url->host; strchr(host, '.') != NULL;
	     host = strchr(host, '.') + 1)
		if (read_host(arena, host, rest, found))
			return true;
	return read_arxiv(arena, url->path, found);
}
