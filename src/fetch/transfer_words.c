/* Why a transfer failed, in libcurl's words, enters; why it did in ours leaves. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "base/url.h"
#include "fetch/transfer_inside.h"

/* libcurl's words, harmless for a terminal; who logs in at a proxy left out. */
void
transfer_say(struct transfer_end *end, const char *words)
{
	struct arena *arena = arena_new();
	char *text = text_for_terminal(arena, words);
	char *at, *start;

	while ((at = strchr(text, '@')) != NULL) {
		for (start = at; start > text && start[-1] != ' ' && start[-1] != '/' &&
		     start[-1] != '\'';)
			start--;
		memmove(start, at + 1, strlen(at + 1) + 1);
	}
	/* OpenSSL 3.6 says so itself. */
	snprintf(end->trouble, sizeof end->trouble, "%s%s",
	    text_shorten(arena, text, 120),
	    (strstr(text, "is not yet valid") != NULL ||
		strstr(text, "certificate has expired") != NULL) &&
		    strstr(text, "clock") == NULL
		? " (or this machine's clock is wrong)"
		: "");
	arena_free(arena);
}

static bool
has_proxy(void)
{
	static const char *const names[] = { "http_proxy", "https_proxy", "HTTPS_PROXY",
		"all_proxy", "ALL_PROXY" };

	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
		if (!text_is_blank(getenv(names[i])))
			return true;
	return false;
}

/*
 * libcurl says where it failed to connect to, but not that this is a proxy,
 * and not why.
 */
void
transfer_say_connect(const struct transfer *transfer, struct transfer_end *end)
{
	struct arena *arena = arena_new();
	const char *to = NULL;
	long error = 0;
	struct url url;

	curl_easy_getinfo(transfer->easy, CURLINFO_OS_ERRNO, &error);
	curl_easy_getinfo(transfer->easy, CURLINFO_EFFECTIVE_URL, &to);
	if (to == NULL || !url_parse(arena, to, &url))
		to = "the service";
	else if (has_proxy() &&
	    strstr(transfer->words,
		arena_printf(arena, " %s port %s ", url.host,
		    url.port != NULL                       ? url.port
			: strcmp(url.scheme, "https") == 0 ? "443"
							   : "80")) == NULL)
		to = "the proxy";
	else
		to = url.host;
	snprintf(end->trouble, sizeof end->trouble, "cannot connect to %s: %s",
	    text_shorten(arena, text_for_terminal(arena, to), 60),
	    error != 0 ? strerror((int)error) : "no answer in time");
	arena_free(arena);
}
