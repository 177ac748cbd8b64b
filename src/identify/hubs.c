/* Hugging Face and GitHub: URL → owner/name, and what kind of thing it is. */
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "identify/inside.h"

static const char allowed[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTU"
			      "VWXYZ0123456789-_.";

static bool
is_name(const char *text)
{
	size_t length = strlen(text);

	return length > 0 && length <= 100 && strspn(text, allowed) == length &&
	    strcmp(text, ".") != 0 && strcmp(text, "..") != 0;
}

/* The Hub's first models have no owner in their address (it redirects). */
static bool
is_early_model(const char *name)
{
	static const char *const starts[] = { "bert-base", "bert-large", "gpt2", "t5-",
		"roberta-", "distilbert-", "distilroberta-", "distilgpt2", "xlnet-",
		"albert-", "xlm-", "openai-gpt", "camembert-", "transfo-xl-", "ctrl" };

	for (size_t i = 0; i < sizeof starts / sizeof starts[0]; i++)
		if (strncmp(name, starts[i], strlen(starts[i])) == 0)
			return true;
	return false;
}

bool
hubs_read_huggingface(struct arena *arena, const struct url *url, struct found *found)
{
	static const char *const pages[] = { "docs", "blog", "papers", "tasks",
		"collections", "posts", "learn", "login", "join", "pricing", "settings",
		"organizations", "api", "models", "new", "chat", "terms-of-service",
		NULL };
	static const char *const views[] = { "tree", "blob", "resolve", "raw", "viewer",
		"discussions", "commits", NULL };
	enum identifier_kind kind = IDENTIFIER_HF_MODEL;
	const char *parts[8];
	size_t count, at = 0;

	if (!url_host_is(url->host, "huggingface.co") &&
	    strcmp(url->host, "hf.co") != 0 && strcmp(url->host, "hf-mirror.com") != 0)
		return false;
	count = url_segments(arena, url->path, parts, 8);
	/* /papers/2402.10373 names an arXiv paper. */
	if (count >= 2 && strcmp(parts[0], "papers") == 0) {
		url_found_add(arena, found, IDENTIFIER_ARXIV,
		    papers_canonical_arxiv(arena, parts[1], strlen(parts[1])));
		return true;
	}
	if (at < count && strcmp(parts[at], "api") == 0)
		at++;
	if (at + 2 < count && strcmp(parts[at], "collections") == 0 &&
	    is_name(parts[at + 1]) && is_name(parts[at + 2])) {
		url_found_add(arena, found, IDENTIFIER_HF_COLLECTION,
		    arena_printf(arena, "%s/%s", parts[at + 1], parts[at + 2]));
		return true;
	}
	if (at < count && strcmp(parts[at], "datasets") == 0)
		kind = IDENTIFIER_HF_DATASET, at++;
	else if (at < count && strcmp(parts[at], "spaces") == 0)
		kind = IDENTIFIER_HF_SPACE, at++;
	else if (at > 0 && at < count && strcmp(parts[at], "models") == 0)
		at++;
	if (at >= count || !is_name(parts[at]) ||
	    (kind == IDENTIFIER_HF_MODEL && text_is_one_of(parts[at], pages)))
		return true;
	if (at + 1 < count && is_name(parts[at + 1]) &&
	    !text_is_one_of(parts[at + 1], views))
		url_found_add(arena, found, kind,
		    arena_printf(arena, "%s/%s", parts[at], parts[at + 1]));
	else if (kind == IDENTIFIER_HF_DATASET || is_early_model(parts[at]))
		url_found_add(arena, found, kind, parts[at]);
	else
		url_found_add(arena, found, IDENTIFIER_HF_ORG, parts[at]);
	return true;
}

/* What a badge's picture may end in; it is no part of a repository's name. */
static char *
without_format(struct arena *arena, const char *name)
{
	static const char *const formats[] = { ".svg", ".png", ".json", ".git" };
	size_t length = strlen(name);

	for (size_t i = 0; i < sizeof formats / sizeof formats[0]; i++) {
		size_t tail = strlen(formats[i]);
		if (length > tail && strcmp(name + length - tail, formats[i]) == 0)
			return arena_text_n(arena, name, length - tail);
	}
	return arena_text(arena, name);
}

/* img.shields.io/github/stars/OWNER/NAME(.svg)?… */
static bool
github_badge(struct arena *arena, const struct url *url, struct found *found)
{
	const char *parts[8];
	size_t count = url_segments(arena, url->path, parts, 8);

	if (count >= 4 && strcmp(parts[0], "github") == 0 && is_name(parts[2]) &&
	    is_name(parts[3]))
		url_found_add(arena, found, IDENTIFIER_GITHUB,
		    arena_printf(
			arena, "%s/%s", parts[2], without_format(arena, parts[3])));
	return true;
}

bool
hubs_read_github(struct arena *arena, const struct url *url, struct found *found)
{
	/* First segments that GitHub keeps for itself: no account has them. */
	static const char *const pages[] = { "about", "account", "advisories", "apps",
		"codespaces", "collections", "contact", "customer-stories", "dashboard",
		"enterprise", "events", "explore", "features", "issues", "join", "login",
		"marketplace", "mobile", "new", "notifications", "open-source", "orgs",
		"organizations", "pricing", "pulls", "readme", "resources", "search",
		"security", "sessions", "settings", "signup", "site", "solutions",
		"sponsors", "stars", "team", "topics", "trending", "users", "why-github",
		NULL };
	const char *parts[8];
	size_t count, at = 0;

	if (url_host_is(url->host, "shields.io"))
		return github_badge(arena, url, found);
	count = url_segments(arena, url->path, parts, 8);
	if (url_host_is(url->host, "github.io"))
		return true;
	if (!url_host_is(url->host, "github.com") &&
	    !url_host_is(url->host, "githubusercontent.com"))
		return false;
	/* Gists, pictures and documentation are no repositories. */
	if (strcmp(url->host, "github.com") != 0 &&
	    strcmp(url->host, "www.github.com") != 0 &&
	    strcmp(url->host, "api.github.com") != 0 &&
	    strcmp(url->host, "raw.githubusercontent.com") != 0)
		return true;
	if (count > 0 && strcmp(parts[0], "repos") == 0)
		at++;
	if (at + 1 < count && is_name(parts[at]) && !text_is_one_of(parts[at], pages)) {
		char *name = arena_text(arena, parts[at + 1]);
		size_t length = strlen(name);
		if (length > 4 && strcmp(name + length - 4, ".git") == 0)
			name[length - 4] = '\0';
		if (is_name(name))
			url_found_add(arena, found, IDENTIFIER_GITHUB,
			    arena_printf(arena, "%s/%s", parts[at], name));
	}
	return true;
}
