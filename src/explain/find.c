/* What a person typed enters; the works it may mean leave. */
#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "base/text.h"
#include "explain/inside.h"
#include "identify/identify.h"

struct matches {
	const struct work **v;
	size_t count;
};

static void
add(struct matches *matches, const struct work *work)
{
	for (size_t i = 0; i < matches->count; i++)
		if (matches->v[i] == work)
			return;
	if (matches->count < EXPLAIN_MOST)
		matches->v[matches->count++] = work;
}

static void
add_entry(const struct query *query, struct matches *matches, const struct entry *entry)
{
	add(matches, works_at(query->works, works_of(query->works, entry)));
}

/* "000:30", "000:30.2" → the list, the line and the part (0: all of them). */
static const struct list *
read_place(const struct query *query, unsigned long *line, unsigned long *part)
{
	const char *what = query->what, *colon = strrchr(what, ':');
	char *end;

	if (colon == NULL)
		return NULL;
	*part = 0;
	*line = strtoul(colon + 1, &end, 10);
	if (end == colon + 1)
		return NULL;
	if (*end == '.')
		*part = strtoul(end + 1, &end, 10);
	for (size_t l = 0; *end == '\0' && l < query->reading->list_count; l++) {
		const char *name = query->reading->lists[l].name;
		if (strlen(name) == (size_t)(colon - what) &&
		    strncmp(name, what, strlen(name)) == 0)
			return &query->reading->lists[l];
	}
	return NULL;
}

static void
find_place(const struct query *query, struct matches *matches)
{
	unsigned long line, part;
	const struct list *list = read_place(query, &line, &part);

	for (size_t e = 0; list != NULL && e < list->entry_count; e++)
		if (entry_has_line(&list->entries[e], (unsigned)line) &&
		    (part == 0 || list->entries[e].part == part))
			add_entry(query, matches, &list->entries[e]);
}

static void
find_identifier(const struct query *query, struct matches *matches)
{
	struct identifier id;

	if (!identify_text(query->arena, query->what, &id))
		return;
	for (size_t w = 0; w < works_count(query->works); w++) {
		const struct work *work = works_at(query->works, w);
		for (size_t i = 0; i < work->id_count; i++)
			if (!record_id_is_refused(work->ids[i].status) &&
			    identifier_equal(work->ids[i].id, id)) {
				add(matches, work);
				/* Its own; a repository may stand in more. */
				if (identifier_is_paper(id.kind))
					return;
			}
	}
}

static bool
is_called(
    const struct query *query, const struct entry *entry, const char *wanted, bool whole)
{
	const char *title = text_fold(query->arena, entry->title);
	const char *name = text_fold(query->arena, entry->name);

	if (whole)
		return strcmp(title, wanted) == 0 || strcmp(name, wanted) == 0;
	return strstr(title, wanted) != NULL;
}

/* Equal title or name first, then the titles that hold the words. */
static void
find_title(const struct query *query, struct matches *matches)
{
	const char *wanted = text_fold(query->arena, query->what);

	for (int whole = 1; whole >= 0 && matches->count == 0; whole--)
		for (size_t l = 0; *wanted != '\0' && l < query->reading->list_count; l++)
			for (size_t e = 0; e < query->reading->lists[l].entry_count; e++)
				if (is_called(query, &query->reading->lists[l].entries[e],
					wanted, whole != 0))
					add_entry(query, matches,
					    &query->reading->lists[l].entries[e]);
}

size_t
explain_find(const struct query *query, const struct work *out[EXPLAIN_MOST])
{
	struct matches matches = { out, 0 };

	find_place(query, &matches);
	if (matches.count == 0)
		find_identifier(query, &matches);
	if (matches.count == 0)
		find_title(query, &matches);
	return matches.count;
}

/* The entries around a line that is none. */
static void
complain_place(const struct query *query, const struct list *list, unsigned long line)
{
	const struct entry *before = NULL, *after = NULL;

	for (size_t e = 0; e < list->entry_count; e++) {
		if (list->entries[e].line <= line)
			before = &list->entries[e];
		else if (after == NULL)
			after = &list->entries[e];
	}
	log_error("%s: no entry stands there; the nearest: %s%s%s", query->what,
	    before == NULL ? "" : entry_place(query->arena, before),
	    before == NULL || after == NULL ? "" : " and ",
	    after == NULL ? "" : entry_place(query->arena, after));
}

void
explain_complain(const struct query *query, const struct work *const *works, size_t count)
{
	unsigned long line, part;
	const struct list *list = read_place(query, &line, &part);

	if (count > 0) {
		log_error("%s: several works are called so; say which:", query->what);
		for (size_t i = 0; i < count; i++)
			log_error("  %s   %s",
			    entry_place(query->arena, works[i]->entries[0]),
			    text_for_terminal(query->arena, works[i]->entries[0]->title));
	} else if (list != NULL && list->entry_count > 0) {
		complain_place(query, list, line);
	} else {
		log_error("%s: no entry of the lists is that; wanted an id "
			  "(doi:…, arxiv:…), a title, LIST:LINE, or the KEY of a "
			  "finding of the last release",
		    query->what);
	}
}
