/* arXiv, DOI, ACL Anthology, PubMed, Semantic Scholar: URL → identifier. */
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "identify/inside.h"

/* Of the numbers PubMed and Semantic Scholar give; theirs have nine. */
enum { MOST_DIGITS = 12 };

static size_t
digits(const char *at, const char *end)
{
	size_t n = 0;

	while (at + n < end && at[n] >= '0' && at[n] <= '9')
		n++;
	return n;
}

/* A year and month arXiv can have issued: 0704 (new style) onwards. */
static bool
is_month(const char *at)
{
	unsigned month = (unsigned)(at[2] - '0') * 10 + (unsigned)(at[3] - '0');

	return month >= 1 && month <= 12;
}

/* hep-th/9901001, math.AG/0301001: the subject class goes. */
static char *
old_style(struct arena *arena, const char *text, const char *end)
{
	const char *slash = memchr(text, '/', (size_t)(end - text));
	const char *stop;

	if (slash == NULL || slash == text || digits(slash + 1, end) != 7 ||
	    !is_month(slash + 1))
		return NULL;
	for (stop = text; stop < slash && *stop != '.'; stop++)
		if ((*stop | 32) < 'a' || (*stop | 32) > 'z')
			if (*stop != '-')
				return NULL;
	if (stop == text)
		return NULL;
	return text_lower(
	    arena, arena_printf(arena, "%.*s/%.7s", (int)(stop - text), text, slash + 1));
}

char *
papers_canonical_arxiv(struct arena *arena, const char *text, size_t length)
{
	const char *end = text + length;
	size_t after;

	if (length > 6 && strncasecmp(text, "arxiv:", 6) == 0)
		return papers_canonical_arxiv(arena, text + 6, length - 6);
	if (digits(text, end) != 4 || length < 9 || text[4] != '.')
		return old_style(arena, text, end);
	after = digits(text + 5, end);
	if (after < 4 || after > 5 || !is_month(text))
		return NULL;
	/*
	 * Behind it only a version, the end of a file's name, or a sign that the
	 * sentence around a bare address left there.
	 */
	const char *rest = text + 5 + after;
	if (rest < end && strchr("v./,;:])}>\"'*", *rest) == NULL)
		return NULL;
	return arena_text_n(arena, text, 5 + after);
}

bool
papers_read_arxiv(struct arena *arena, const struct url *url, struct found *found)
{
	const char *parts[8];
	size_t count;

	if (url_host_is(url->host, "adsabs.harvard.edu")) {
		/* 2023arXiv230511747L: the bibcode of a preprint. */
		const char *code = strstr(url->path, "arXiv");
		if (code != NULL && strspn(code + 5, "0123456789") == 9)
			url_found_add(arena, found, IDENTIFIER_ARXIV,
			    arena_printf(arena, "%.4s.%.5s", code + 5, code + 9));
		return true;
	}
	if (!url_host_is(url->host, "arxiv.org") &&
	    !url_host_is(url->host, "alphaxiv.org") &&
	    !url_host_is(url->host, "ar5iv.org") &&
	    strcmp(url->host, "arxiv-vanity.com") != 0)
		return false;
	count = url_segments(arena, url->path, parts, 8);
	for (size_t i = count; i > 0; i--) {
		const char *part = parts[i - 1];
		char *id = papers_canonical_arxiv(arena, part, strlen(part));
		if (id == NULL && i >= 2) {
			part = arena_printf(arena, "%s/%s", parts[i - 2], part);
			id = papers_canonical_arxiv(arena, part, strlen(part));
		}
		if (id != NULL) {
			url_found_add(arena, found, IDENTIFIER_ARXIV, id);
			break;
		}
	}
	return true;
}

/*
 * Old DOIs hold < and > in pairs (Wiley's "17:24<2815::aid-sim110>3.0.co;2-8");
 * one that stands alone is the sentence's, or a tag's.  So are brackets that
 * nothing opened, and signs at the end.
 */
static char *
doi_without_rest(struct arena *arena, char *doi, size_t length)
{
	static const char pairs[][3] = { "<>", "()", "[]", "{}" };

	for (size_t p = 0; p < sizeof pairs / sizeof pairs[0]; p++) {
		size_t open = 0;
		const char *last = NULL;
		for (char *at = doi; *at != '\0'; at++) {
			if (*at == pairs[p][0]) {
				last = open++ == 0 ? at : last;
			} else if (*at == pairs[p][1]) {
				if (open == 0) {
					*at = '\0';
					break;
				}
				open--;
			}
		}
		/* "<br>" pairs, too: a tag at the end is none of it. */
		if (pairs[p][0] == '<' && last != NULL &&
		    (open > 0 || last[strlen(last) - 1] == '>'))
			doi[last - doi] = '\0';
	}
	length = strlen(doi);
	/* A sentence's end, and an address's. */
	while (length > 0 && strchr(".,;/", doi[length - 1]) != NULL)
		doi[--length] = '\0';
	/* A SICI ends with a digit, a letter or "#" (ANSI Z39.56), and an address before that. */
	return length > 6 && strcmp(doi + length - 6, ".co;2-") == 0
	    ? arena_join(arena, doi, "#", NULL)
	    : doi;
}

char *
papers_canonical_doi(struct arena *arena, const char *text)
{
	char *doi;
	size_t length, registrant;

	if (strncasecmp(text, "doi:", 4) == 0)
		text += 4;
	while (*text == ' ')
		text++;
	registrant = strspn(text, "0123456789.");
	if (strncmp(text, "10.", 3) != 0 || registrant < 7 ||
	    strspn(text + 3, "0123456789") < 4 || text[registrant] != '/' ||
	    text[registrant + 1] == '\0')
		return NULL;
	doi = text_lower(arena, text);
	length = strcspn(doi, " \t\"");
	doi[length] = '\0';
	return doi_without_rest(arena, doi, length);
}

bool
papers_read_doi(struct arena *arena, const struct url *url, struct found *found)
{
	const char *path;
	char *doi;

	if (!url_host_is(url->host, "doi.org"))
		return false;
	path = url_decode(arena, url->path + 1);
	doi = papers_canonical_doi(arena, path);
	/* A preprint's DOI only says its arXiv id in other words. */
	if (doi != NULL && strncmp(doi, "10.48550/arxiv.", 15) == 0) {
		char *id = papers_canonical_arxiv(arena, doi + 15, strlen(doi + 15));
		url_found_add(arena, found, IDENTIFIER_ARXIV, id);
		return true;
	}
	url_found_add(arena, found, IDENTIFIER_DOI, doi);
	return true;
}

static bool
is_acl_id(const char *text, size_t length)
{
	const char *end = text + length;

	/* P19-1215: a letter, two digits, a hyphen, four digits. */
	if (length == 8 && text[0] >= 'A' && text[0] <= 'Z' &&
	    digits(text + 1, end) == 2 && text[3] == '-' && digits(text + 4, end) == 4)
		return true;
	/* 2020.clinicalnlp-1.17 */
	if (length < 10 || digits(text, end) != 4 || text[4] != '.')
		return false;
	const char *dot = memrchr(text, '.', length);
	if (strspn(text,
		"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
		"0123456789.-_") < length)
		return false;
	return dot > text + 5 && digits(dot + 1, end) == (size_t)(end - dot - 1) &&
	    end > dot + 1 && memchr(text + 5, '-', length - 5) != NULL;
}

bool
papers_read_acl(struct arena *arena, const struct url *url, struct found *found)
{
	static const char *const endings[] = { ".pdf", ".bib", ".xml" };
	const char *parts[8];
	size_t count;

	if (!url_host_is(url->host, "aclanthology.org") &&
	    !url_host_is(url->host, "aclanthology.info") &&
	    !url_host_is(url->host, "aclweb.org"))
		return false;
	/*
	 * Its addresses through the years: /P18-1001/, /papers/P18-1001/p18-1001,
	 * /anthology/papers/W/W19/W19-1234/, and files of several kinds.
	 */
	count = url_segments(arena, url->path, parts, 8);
	for (size_t i = count; i > 0; i--) {
		const char *last = parts[i - 1];
		size_t length = strlen(last);
		for (size_t e = 0; e < sizeof endings / sizeof endings[0]; e++)
			if (length > strlen(endings[e]) &&
			    strcmp(last + length - strlen(endings[e]), endings[e]) == 0)
				length -= strlen(endings[e]);
		/* P19-1215v2: a revision of the same paper. */
		if (length > 2 && last[length - 2] == 'v')
			length -= 2;
		if (is_acl_id(last, length)) {
			url_found_add(arena, found, IDENTIFIER_ACL,
			    arena_text_n(arena, last, length));
			break;
		}
	}
	return true;
}

bool
papers_read_pubmed(struct arena *arena, const struct url *url, struct found *found)
{
	const char *parts[4];
	size_t count;

	if (!url_host_is(url->host, "ncbi.nlm.nih.gov") &&
	    !url_host_is(url->host, "europepmc.org"))
		return false;
	count = url_segments(arena, url->path, parts, 4);
	for (size_t i = 0; i < count; i++) {
		const char *part = parts[i];
		size_t n = strspn(part, "0123456789");
		if (strncasecmp(part, "PMC", 3) == 0 &&
		    strspn(part + 3, "0123456789") > 4 &&
		    strspn(part + 3, "0123456789") <= MOST_DIGITS)
			url_found_add(arena, found, IDENTIFIER_PMCID,
			    arena_printf(arena, "PMC%.*s",
				(int)strspn(part + 3, "0123456789"), part + 3));
		else if (n > 3 && n <= MOST_DIGITS && part[n] == '\0' &&
		    (url_host_is(url->host, "pubmed.ncbi.nlm.nih.gov") ||
			(i > 0 && strcmp(parts[i - 1], "pubmed") == 0) ||
			(i > 0 && strcasecmp(parts[i - 1], "MED") == 0)))
			url_found_add(arena, found, IDENTIFIER_PMID, part);
	}
	/* "/pubmed/?term=37506330": a search for its number. */
	if (url->query != NULL && strncmp(url->query, "term=", 5) == 0 &&
	    strlen(url->query + 5) > 3 &&
	    digits(url->query + 5, url->query + strlen(url->query)) ==
		strlen(url->query + 5))
		url_found_add(arena, found, IDENTIFIER_PMID, url->query + 5);
	return true;
}

bool
papers_read_semantic(struct arena *arena, const struct url *url, struct found *found)
{
	const char *at;

	if (!url_host_is(url->host, "semanticscholar.org"))
		return false;
	at = strstr(url_decode(arena, url->path), "CorpusID:");
	if (at == NULL)
		at = strstr(url_decode(arena, url->path), "CorpusId:");
	if (at != NULL && strspn(at + 9, "0123456789") > 0 &&
	    strspn(at + 9, "0123456789") <= MOST_DIGITS)
		url_found_add(arena, found, IDENTIFIER_S2_CORPUS,
		    arena_text_n(arena, at + 9, strspn(at + 9, "0123456789")));
	/* /paper/A-TITLE/SHA, or /paper/SHA. */
	at = strrchr(url->path, '/');
	if (at != NULL && strstr(url->path, "/paper/") != NULL)
		url_found_add(arena, found, IDENTIFIER_S2_PAPER,
		    identifier_canonical(arena, IDENTIFIER_S2_PAPER, at + 1));
	return true;
}
