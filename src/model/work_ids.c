/*
 * Identifiers and links of entries enter; what they are worth for joining and
 * for the record leaves.
 */
#include "model/work_ids.h"

#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "model/label_table.h"

char *
work_join_key(struct arena *arena, struct identifier id)
{
	static const char arxiv[] = "10.48550/arxiv.";
	static const char acl[] = "10.18653/v1/";

	if (id.kind == IDENTIFIER_DOI && text_starts_nocase(id.value, arxiv))
		return arena_printf(arena, "arxiv:%s", id.value + sizeof arxiv - 1);
	if (id.kind == IDENTIFIER_DOI && text_starts_nocase(id.value, acl))
		return text_lower(
		    arena, arena_printf(arena, "acl:%s", id.value + sizeof acl - 1));
	return text_lower(arena, identifier_key(arena, id));
}

/* Repositories issue DOIs for anything; those do not say published. */
bool
work_doi_is_deposit(const char *doi)
{
	static const char *const prefixes[] = { "10.5281/", "10.6084/", "10.57967/",
		"10.17605/", "10.7910/", "10.13026/", "10.5061/" };

	for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++)
		if (text_starts_nocase(doi, prefixes[i]))
			return true;
	return false;
}

bool
work_accepts_edge(const struct edge *edge)
{
	return !edge->identifier->wrong && opinion_is_accepted(&edge->opinion);
}

bool
work_puts_aside(const struct entry *entry, const struct edge *edge)
{
	const struct entry_identifier *id = edge->identifier;

	if (id->wrong || opinion_is_accepted(&edge->opinion) ||
	    !identifier_is_paper(id->id.kind) || id->link >= entry->link_count)
		return false;
	switch (entry->links[id->link].role) {
	case LINK_PAPER:
	case LINK_BADGE:
	case LINK_BADGE_TARGET:
	case LINK_WEBSITE:
	case LINK_PROJECT:
		return false;
	case LINK_CODE:
	case LINK_MODEL:
	case LINK_DATASET:
	case LINK_SPACE:
	case LINK_DATABASE:
	case LINK_LEADERBOARD:
	case LINK_BLOG:
	case LINK_PLATFORM:
	case LINK_VIDEO:
	case LINK_OTHER:
	case LINK_ROLES:
		break;
	}
	return true;
}

bool
work_edges_have_paper(const struct entry *entry, const struct edge *edges)
{
	for (size_t i = 0; i < entry->identifier_count; i++)
		if (work_accepts_edge(&edges[i]) &&
		    identifier_is_paper(edges[i].identifier->id.kind))
			return true;
	return false;
}

bool
work_link_is_badge(const struct link *link)
{
	return link->role == LINK_BADGE || link->role == LINK_BADGE_TARGET;
}

static bool
link_is_wrong(const struct entry *entry, const struct edge *edges, size_t link)
{
	for (size_t i = 0; edges != NULL && i < entry->identifier_count; i++)
		if (entry->identifiers[i].link == link && !work_accepts_edge(&edges[i]))
			return true;
	return false;
}

bool
work_has_preprint_id(const struct work *work)
{
	for (size_t i = 0; i < work->id_count; i++)
		if (work->ids[i].status == ID_GOOD &&
		    (work->ids[i].id.kind == IDENTIFIER_ARXIV ||
			(work->ids[i].id.kind == IDENTIFIER_DOI &&
			    preprint_has_doi(work->ids[i].id.value))))
			return true;
	return false;
}

const char *
work_main_url(const struct entry *entry)
{
	return work_right_url(entry, NULL);
}

const char *
work_right_url(const struct entry *entry, const struct edge *edges)
{
	static const enum link_role order[] = { LINK_PAPER, LINK_MODEL, LINK_DATASET,
		LINK_SPACE, LINK_CODE, LINK_WEBSITE, LINK_DATABASE, LINK_PROJECT,
		LINK_PLATFORM, LINK_LEADERBOARD, LINK_BLOG, LINK_OTHER, LINK_VIDEO };

	for (size_t r = 0; r < sizeof order / sizeof *order; r++)
		for (size_t i = 0; i < entry->link_count; i++)
			if (entry->links[i].role == order[r] &&
			    entry->links[i].url != NULL &&
			    entry->links[i].url[0] != '\0' &&
			    !link_is_wrong(entry, edges, i))
				return entry->links[i].url;
	return NULL;
}

bool
work_url_joins(const char *url)
{
	static const char *const left[] = { "xxxx", "XXXX", "0000.00000", "example.com",
		"example.org", "your-", "YOUR_", "<", "{" };
	const char *start = strstr(url, "://"), *path;

	start = start == NULL ? url : start + 3;
	path = strpbrk(start, "/?");
	if (path == NULL || path[1] == '\0' || strchr(start, '#') != NULL)
		return false;
	for (size_t i = 0; i < sizeof left / sizeof *left; i++)
		if (strstr(start, left[i]) != NULL)
			return false;
	return true;
}

char *
work_url_key(struct arena *arena, const char *url)
{
	const char *start = strstr(url, "://");
	char *key, *end;

	start = start == NULL ? url : start + 3;
	if (text_starts_nocase(start, "www."))
		start += 4;
	key = arena_text(arena, start);
	end = strchr(key, '#');
	if (end != NULL)
		*end = '\0';
	for (end = key; *end != '\0' && *end != '/' && *end != '?'; end++)
		if (*end >= 'A' && *end <= 'Z')
			*end = (char)(*end - 'A' + 'a');
	end = key + strlen(key);
	while (end > key && end[-1] == '/')
		*--end = '\0';
	return arena_printf(arena, "url:%s", key);
}

bool
work_link_breaks_promise(const struct entry *entry, const struct entry_identifier *id)
{
	unsigned promises;
	bool is_git = id->id.kind == IDENTIFIER_GITHUB;

	if (id->link >= entry->link_count || !identifier_is_artifact(id->id.kind))
		return false;
	promises = label_promises(entry->links[id->link].label) &
	    (PROMISES_HUB | PROMISES_GITHUB);
	return (promises == PROMISES_HUB && is_git) ||
	    (promises == PROMISES_GITHUB && !is_git);
}
