/*
 * An address that leads through another site enters (a login, a redirect, a
 * library's proxy, an archive); the address behind it leaves.
 */
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "identify/inside.h"

/* What a page is called that only leads on; compared without case and ending. */
static const char *const passages[] = { "login", "signin", "sign-in", "auth", "authorize",
	"sso", "challenge", "redirect", "redir", "url", "link", "links", "l", "lm", "r",
	"out", "outgoing", "away", "external", "exit", "leave", "jump", "go", "goto",
	"deref", "click", "scholar_url", "safelinks", "slack-redir", NULL };

/* Is that the name of such a page: "l.php", "Login"? */
static bool
is_passage(struct arena *arena, const char *name, size_t length)
{
	const char *dot = memchr(name, '.', length);

	return text_is_one_of(
	    text_lower(arena,
		arena_text_n(arena, name, dot == NULL ? length : (size_t)(dot - name))),
	    passages);
}

/* By the last part of its path, or by a label of its host ("nam02.safelinks.…"). */
static bool
leads_on(struct arena *arena, const struct url *url)
{
	const char *last = url->path;
	size_t length;

	for (const char *at = url->path; *at != '\0'; at++)
		if (*at == '/' && at[1] != '\0')
			last = at + 1;
	if (is_passage(arena, last, strcspn(last, "/")))
		return true;
	if (strcmp(url->path, "/") != 0)
		return false;
	for (const char *at = url->host; *at != '\0';
	     at += length + (at[length] == '.')) {
		length = strcspn(at, ".");
		if (at[length] != '\0' && is_passage(arena, at, length))
			return true;
	}
	return false;
}

/* "url", "redirect_uri", "return_to", "target", "u": where it goes on. */
static bool
names_goal(const char *name)
{
	static const char *const whole[] = { "u", "q", "to", "r", NULL };
	static const char *const within[] = { "url", "uri", "redir", "return", "target",
		"dest", "next", "continue", "goto", "link", "href" };

	for (size_t i = 0; i < sizeof within / sizeof *within; i++)
		if (text_find_nocase(name, within[i]) != NULL)
			return true;
	return text_is_one_of(name, whole);
}

static bool
is_absolute(struct arena *arena, const char *text)
{
	struct url url;

	return (text_starts_nocase(text, "http://") ||
		   text_starts_nocase(text, "https://")) &&
	    url_parse(arena, text, &url);
}

/* The address in a parameter; of a page that leads on also a path of its own site. */
static const char *
goal_of_query(struct arena *arena, const char *text, const struct url *url, bool leads)
{
	size_t length;

	for (const char *at = url->query == NULL ? "" : url->query; *at != '\0';
	     at += length + (at[length] != '\0')) {
		const char *name, *value;
		size_t sign = strcspn(at, "=&");

		length = strcspn(at, "&");
		if (at[sign] != '=' || !names_goal(name = arena_text_n(arena, at, sign)))
			continue;
		/* EZproxy's own takes all that follows, as it stands. */
		if (strcmp(name, "url") == 0 && text_starts_nocase(at + sign, "=http") &&
		    strstr(url->host, "proxy") != NULL)
			length = strlen(at);
		value = url_decode(
		    arena, arena_text_n(arena, at + sign + 1, length - sign - 1));
		if (is_absolute(arena, value))
			return value;
		if (leads && value[0] == '/' && value[1] != '/' && value[1] != '\0')
			return url_join(arena, text, value);
	}
	return NULL;
}

/* "/web/2020/https://arxiv.org/abs/…", "/deref/https%3A%2F%2Fdoi.org%2F…": the last. */
static const char *
goal_of_path(struct arena *arena, const struct url *url, enum detour *how)
{
	const char *before = url->path, *at = NULL, *inner;

	for (const char *slash = url->path; (slash = strchr(slash, '/')) != NULL; slash++)
		if (text_starts_nocase(slash, "/http:") ||
		    text_starts_nocase(slash, "/https:") ||
		    text_starts_nocase(slash, "/http%3a") ||
		    text_starts_nocase(slash, "/https%3a"))
			at = slash;
		else if (at == NULL)
			before = slash + 1;
	if (at == NULL)
		return NULL;
	inner = url->query == NULL ? at + 1
				   : arena_printf(arena, "%s?%s", at + 1, url->query);
	if (strstr(at, "://") == NULL)
		inner = url_decode(arena, inner);
	*how = is_passage(arena, before, strcspn(before, "/")) ? DETOUR_LEADS
							       : DETOUR_SHOWS;
	return is_absolute(arena, inner) ? inner : NULL;
}

/* Does a host end so: ".org", ".edu", ".uk"? */
static bool
is_ending(const char *label)
{
	static const char *const endings[] = { "com", "org", "net", "edu", "gov", "info",
		"int", NULL };

	return strlen(label) == 2 || text_is_one_of(label, endings);
}

/* "www-nature-com.ezproxy.uni.example", "ieeexplore.ieee.org.libproxy.uni.example":
 * the host before the proxy's, with its dots. */
static const char *
goal_of_host(struct arena *arena, const char *text, const struct url *url)
{
	const char *end = NULL, *at, *last;
	char *host, *to;
	size_t length;

	for (at = url->host; *at != '\0'; at += length + (at[length] == '.')) {
		length = strcspn(at, ".");
		if (at > url->host && memmem(at, length, "proxy", 5) != NULL) {
			end = at - 1;
			break;
		}
	}
	if (end == NULL)
		return NULL;
	host = to = arena_text_n(arena, url->host, (size_t)(end - url->host));
	/* One label holds all: a dash is a dot, two are a dash. */
	if (strchr(host, '.') == NULL) {
		for (at = host; *at != '\0'; at++)
			if (at[0] == '-' && at[1] == '-')
				*to++ = '-', at++;
			else
				*to++ = *at == '-' ? '.' : *at;
		*to = '\0';
	}
	last = strrchr(host, '.');
	if (last == NULL || !is_ending(last + 1))
		return NULL;
	text = strstr(text, "://") + 3;
	return arena_printf(arena, "https://%s%s", host, text + strcspn(text, "/?#"));
}

/* Most addresses hold no other: not worth taking apart. */
static bool
may_hold_another(const char *text)
{
	const char *inner = strstr(text, "://");

	return inner != NULL &&
	    (text_find_nocase(inner + 3, "http") != NULL ||
		strstr(inner + 3, "=/") != NULL ||
		text_find_nocase(inner + 3, "=%2f") != NULL ||
		strstr(inner + 3, "proxy") != NULL);
}

const char *
detour_goal(struct arena *arena, const char *text, enum detour *how)
{
	const char *goal;
	struct url url;

	*how = DETOUR_PROXY;
	if (!may_hold_another(text) || !url_parse(arena, text, &url))
		return NULL;
	goal = goal_of_host(arena, text, &url);
	if (goal != NULL)
		return goal;
	goal = goal_of_path(arena, &url, how);
	if (goal != NULL)
		return goal;
	*how = leads_on(arena, &url) ? DETOUR_LEADS : DETOUR_TAKES;
	return goal_of_query(arena, text, &url, *how == DETOUR_LEADS);
}
