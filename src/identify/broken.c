/*
 * A URL without an identifier enters; whether it is of a form that must hold
 * one (an arXiv page, a DOI) leaves: a digit lost, a month that is none.
 */
#include <string.h>

#include "identify/inside.h"

bool
broken_lacks_identifier(struct arena *arena, const char *text)
{
	const char *parts[4];
	struct url url;
	size_t count;

	if (!url_parse(arena, text, &url))
		return false;
	count = url_segments(arena, url.path, parts, 4);
	if (url_host_is(url.host, "arxiv.org"))
		return count >= 2 &&
		    (strcmp(parts[0], "abs") == 0 || strcmp(parts[0], "pdf") == 0);
	if (strcmp(url.host, "doi.org") == 0 || strcmp(url.host, "dx.doi.org") == 0)
		return count > 0;
	return strcmp(url.host, "huggingface.co") == 0 && count >= 2 &&
	    strcmp(parts[0], "papers") == 0;
}
