/* A list's line, or a work at a source, enters; where people look at it leaves. */
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "model/source.h"
#include "release/facts/facts.h"
#include "release/facts/settings.h"

/* The path's part from number `at` on (0: behind the host); NULL: it has none. */
static const char *
path_from(const char *url, unsigned at)
{
	const char *part = strstr(url, "://");

	for (unsigned i = 0; part != NULL && i <= at; i++) {
		part = strchr(part + (i == 0 ? 3 : 1), '/');
		if (part != NULL && part[1] == '\0')
			part = NULL;
	}
	return part == NULL ? NULL : part + 1;
}

/* raw.githubusercontent.com/OWNER/REPO/REF/PATH shows text without lines. */
static const char *
page_of_raw(struct arena *arena, const char *url)
{
	const char *owner = path_from(url, 0), *ref = path_from(url, 2);

	if (ref == NULL || strncmp(ref, "refs/heads/", 11) == 0)
		ref = ref == NULL ? NULL : ref + 11;
	return ref == NULL ? url
			   : arena_printf(arena, "https://github.com/%.*s/blob/%s",
				 (int)strcspn(owner, "/") + 1 +
				     (int)strcspn(owner + strcspn(owner, "/") + 1, "/"),
				 owner, ref);
}

const char *
facts_line_address(struct arena *arena, const struct release_settings *settings,
    const char *list, unsigned line)
{
	const char *url = NULL;

	for (size_t i = 0; settings != NULL && i < settings->list_count; i++)
		if (strcmp(settings->lists[i].name, list) == 0)
			url = settings->lists[i].url;
	if (url == NULL || line == 0)
		return url;
	if (text_starts_nocase(url, "https://raw.githubusercontent.com/"))
		url = page_of_raw(arena, url);
	else if (text_starts_nocase(url, "https://github.com/") &&
	    path_from(url, 1) != NULL && path_from(url, 2) == NULL)
		url = arena_printf(arena, "%.*s/blob/HEAD/README.md",
		    (int)(strlen(url) - (url[strlen(url) - 1] == '/')), url);
	if (text_starts_nocase(url, "https://github.com/"))
		return arena_printf(
		    arena, "%.*s?plain=1#L%u", (int)strcspn(url, "?#"), url, line);
	if (strstr(url, "/-/blob/") != NULL)
		return arena_printf(
		    arena, "%.*s#L%u", (int)strcspn(url, "?#"), url, line);
	return url;
}

const char *
facts_record_address(struct arena *arena, const struct release_settings *settings,
    const char *name, const char *work_id)
{
	const struct source *source = NULL;
	struct identifier id;

	for (size_t i = 0; i < settings->source_count; i++)
		if (strcmp(settings->sources[i].source->name, name) == 0)
			source = settings->sources[i].source;
	if (source == NULL || work_id == NULL || !identifier_parse(arena, work_id, &id))
		return NULL;
	if (id.kind == IDENTIFIER_DOI && source->doi_page != NULL)
		return arena_join(arena, source->doi_page, id.value, NULL);
	if (id.kind == IDENTIFIER_ARXIV && source->arxiv_page != NULL)
		return arena_join(arena, source->arxiv_page, id.value, NULL);
	return (source->service->issues & IDENTIFIER_BIT(id.kind)) != 0
	    ? identifier_url(arena, id)
	    : NULL;
}
