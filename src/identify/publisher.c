/*
 * Publishers whose page addresses hold the DOI, or from whose parts it follows
 * by more than a table can say (pages.c).  Nothing is guessed: an address with only a page number gives
 * nothing.
 */
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "identify/inside.h"

/* Views of an article that stand behind its DOI in an address. */
static void
cut_view(char *doi)
{
	static const char *const endings[] = { ".pdf", ".full", ".abstract", ".html",
		".htm", ".epub", ".xml", ".svg", ".png", "/pdf", "/epdf", "/full",
		"/abstract", "/fulltext", "/meta", "/html", "/epub", "/summary",
		"/citation", "/references", "/figures", "/tables", "/pdfft" };
	bool cut = true;

	while (cut) {
		cut = false;
		for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
			size_t length = strlen(doi), tail = strlen(endings[i]);
			if (length > tail &&
			    strcmp(doi + length - tail, endings[i]) == 0) {
				doi[length - tail] = '\0';
				cut = true;
			}
		}
	}
}

/* The DOI inside a path: from "10." or "doi:10." to its end, endings of files cut. */
static char *
doi_in_path(struct arena *arena, const char *path)
{
	const char *start = strstr(path, "/10.");
	char *doi;

	/* "/resource/doi:10.5061/dryad.1" */
	if (start == NULL && (start = strstr(path, "/doi:10.")) == NULL)
		return NULL;
	doi = papers_canonical_doi(arena, url_decode(arena, start + 1));
	if (doi != NULL)
		cut_view(doi);
	return doi;
}

/*
 * On any host: a segment of the path or a value of the query that is a DOI
 * ("/doi/full/10.…", "?id=10.…", "persistentId=doi:10.…").  The prefix must be
 * a registrant's, so that a version number ("/10.1/") is none.
 */
static char *
doi_in_sight(struct arena *arena, const struct url *url)
{
	char *doi = doi_in_path(arena, url->path);
	const char *query = url->query;

	while (doi == NULL && query != NULL && *query != '\0') {
		size_t length = strcspn(query, "&;");
		const char *value = memchr(query, '=', length);
		if (value != NULL) {
			char *text = url_decode(arena,
			    arena_text_n(
				arena, value + 1, length - (size_t)(value + 1 - query)));
			doi = papers_canonical_doi(arena, text);
		}
		query += length + (query[length] != '\0');
	}
	return doi;
}

/* nature.com/articles/X; older ones: sdata201635 → sdata.2016.35. */
static char *
nature(struct arena *arena, const char *id)
{
	size_t letters, number;

	id = text_lower(arena, id);
	letters = strspn(id, "abcdefghijklmnopqrstuvwxyz");
	number = strspn(id + letters, "0123456789");
	if (letters >= 4 && number >= 5 && id[letters + number] == '\0' &&
	    strncmp(id + letters, "20", 2) == 0)
		return arena_printf(arena, "10.1038/%.*s.%.4s.%s", (int)letters, id,
		    id + letters, id + letters + 4);
	return arena_printf(arena, "10.1038/%s", id);
}

/* academic.oup.com: /J/article(-abstract)/doi/10.x/y/ID/N, or a bb…/bt… id. */
static char *
oxford(struct arena *arena, const char **parts, size_t count)
{
	for (size_t i = 0; i + 2 < count; i++)
		if (strcmp(parts[i], "doi") == 0 && strncmp(parts[i + 1], "10.", 3) == 0)
			return papers_canonical_doi(arena,
			    i + 3 < count && strchr(parts[i + 3], '.') == NULL &&
				    strspn(parts[i + 3], "0123456789") <
					strlen(parts[i + 3])
				? arena_printf(arena, "%s/%s/%s", parts[i + 1],
				      parts[i + 2], parts[i + 3])
				: arena_printf(
				      arena, "%s/%s", parts[i + 1], parts[i + 2]));
	if (count >= 5 && strncmp(parts[1], "article", 7) == 0 &&
	    (strcmp(parts[0], "bib") == 0 || strcmp(parts[0], "bioinformatics") == 0) &&
	    (strncmp(parts[4], "bb", 2) == 0 || strncmp(parts[4], "bt", 2) == 0))
		return papers_canonical_doi(
		    arena, arena_printf(arena, "10.1093/%s/%s", parts[0], parts[4]));
	return NULL;
}

/* …/PIIS2589-7500(23)00021-3/fulltext → 10.1016/s2589-7500(23)00021-3 */
static char *
lancet(struct arena *arena, const char *path)
{
	const char *pii = strstr(path, "PIIS");

	if (pii == NULL)
		return NULL;
	return papers_canonical_doi(arena,
	    arena_printf(arena, "10.1016/%.*s", (int)strcspn(pii + 3, "/?"), pii + 3));
}

/* bioRxiv and medRxiv: content/10.1101/…v1.abstract. */
static char *
rxiv(struct arena *arena, const char *path)
{
	char *doi = doi_in_path(arena, path);
	const char *early = strstr(path, "/early/");
	char *version;

	/* /content/early/2018/05/14/321935: the numbers of the first years. */
	if (doi == NULL && early != NULL) {
		const char *number = strrchr(early, '/') + 1;
		size_t length = strspn(number, "0123456789");
		return length < 6
		    ? NULL
		    : arena_printf(arena, "10.1101/%.*s", (int)length, number);
	}
	if (doi == NULL)
		return NULL;
	version = strrchr(doi, 'v');
	if (version != NULL && strspn(version + 1, "0123456789.") > 0 &&
	    version[1] != '\0')
		*version = '\0';
	return doi;
}

bool
publisher_read(struct arena *arena, const struct url *url, struct found *found)
{
	const char *parts[8];
	size_t count = url_segments(arena, url->path, parts, 8);
	char *doi = NULL;

	if (url_host_is(url->host, "nature.com") && count >= 2 &&
	    strcmp(parts[0], "articles") == 0) {
		size_t length = strlen(parts[1]);
		if (length > 4 && strcmp(parts[1] + length - 4, ".pdf") == 0)
			length -= 4;
		doi = nature(arena, arena_text_n(arena, parts[1], length));
	} else if (url_host_is(url->host, "academic.oup.com")) {
		doi = oxford(arena, parts, count);
	} else if (url_host_is(url->host, "thelancet.com")) {
		doi = lancet(arena, url_decode(arena, url->path));
	} else if (url_host_is(url->host, "biorxiv.org") ||
	    url_host_is(url->host, "medrxiv.org")) {
		doi = rxiv(arena, url->path);
	}
	if (doi == NULL)
		doi = doi_in_sight(arena, url);
	url_found_add(arena, found, IDENTIFIER_DOI,
	    doi == NULL ? NULL : papers_canonical_doi(arena, doi));
	return doi != NULL;
}
