/* URLs as texts in, their parts out, as libcurl reads them. */
#include "base/url.h"

#include <curl/curl.h>
#include <string.h>

#include "base/arena.h"
#include "base/log.h"
#include "base/text.h"

static CURLU *
new_handle(void)
{
	CURLU *handle = curl_url();

	if (handle == NULL)
		log_fatal(71, "out of memory (URL)");
	return handle;
}

static char *
take_part(struct arena *arena, CURLU *handle, CURLUPart part)
{
	char *text, *copy;

	if (curl_url_get(handle, part, &text, CURLU_NO_DEFAULT_PORT) != CURLUE_OK)
		return NULL;
	copy = arena_text(arena, text);
	curl_free(text);
	return copy;
}

/* A name before the host ("https://arxiv.org@evil.example/") only misleads. */
static bool
set_url(CURLU *handle, const char *text)
{
	return curl_url_set(handle, CURLUPART_URL, text, CURLU_DISALLOW_USER) ==
	    CURLUE_OK;
}

/* Takes the parts of a URL that was set; false: neither http nor https. */
static bool
take_parts(struct arena *arena, CURLU *handle, struct url *url)
{
	url->scheme = text_lower(arena, take_part(arena, handle, CURLUPART_SCHEME));
	url->host = text_lower(arena, take_part(arena, handle, CURLUPART_HOST));
	url->port = take_part(arena, handle, CURLUPART_PORT);
	url->path = take_part(arena, handle, CURLUPART_PATH);
	url->query = take_part(arena, handle, CURLUPART_QUERY);
	url->fragment = take_part(arena, handle, CURLUPART_FRAGMENT);
	if (url->path == NULL)
		url->path = "/";
	if (url->query != NULL && url->query[0] == '\0')
		url->query = NULL;
	if (url->fragment != NULL && url->fragment[0] == '\0')
		url->fragment = NULL;
	return url->scheme != NULL && url->host != NULL && url->host[0] != '\0' &&
	    (strcmp(url->scheme, "http") == 0 || strcmp(url->scheme, "https") == 0);
}

bool
url_parse(struct arena *arena, const char *text, struct url *url)
{
	CURLU *handle;
	bool parsed;

	if (text == NULL)
		return false;
	handle = new_handle();
	parsed = set_url(handle, text) && take_parts(arena, handle, url);
	curl_url_cleanup(handle);
	return parsed;
}

/* "" and "#…" mean the base itself; libcurl refuses one, misreads the other. */
static bool
set_reference(CURLU *handle, const char *reference)
{
	if (reference[0] != '\0' && reference[0] != '#')
		return set_url(handle, reference);
	return curl_url_set(handle, CURLUPART_FRAGMENT,
		   reference[0] == '#' && reference[1] != '\0' ? reference + 1 : NULL,
		   0) == CURLUE_OK;
}

char *
url_join(struct arena *arena, const char *base, const char *reference)
{
	CURLU *handle = new_handle();
	char *joined = NULL;
	struct url url;

	if (set_url(handle, base) && set_reference(handle, reference) &&
	    take_parts(arena, handle, &url))
		joined = take_part(arena, handle, CURLUPART_URL);
	curl_url_cleanup(handle);
	return joined;
}

char *
url_origin(struct arena *arena, const char *text)
{
	struct url url;

	if (!url_parse(arena, text, &url))
		return NULL;
	return arena_printf(arena, "%s://%s%s%s", url.scheme, url.host,
	    url.port == NULL ? "" : ":", url.port == NULL ? "" : url.port);
}
