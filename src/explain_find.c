/* What a person typed enters; the work it means leaves. */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "explain.h"
#include "identify/identify.h"
#include "run.h"

/* "000:30" or "000:30.2" → the entry's work. */
static const struct work *
by_place(struct run *run, const char *what)
{
	const char *colon = strrchr(what, ':');
	char *end;
	unsigned long line, part = 1;

	if (colon == NULL)
		return NULL;
	line = strtoul(colon + 1, &end, 10);
	if (*end == '.')
		part = strtoul(end + 1, &end, 10);
	if (end == colon + 1 || *end != '\0')
		return NULL;
	for (size_t l = 0; l < run->list_count; l++) {
		const struct list *list = &run->lists[l];
		if (strlen(list->name) != (size_t)(colon - what)
		    || strncmp(list->name, what, strlen(list->name)) != 0)
			continue;
		for (size_t e = 0; e < list->entry_count; e++)
			if (list->entries[e].line == line
			    && list->entries[e].part == part)
				return works_at(run->works,
				    works_of(run->works, &list->entries[e]));
	}
	return NULL;
}

static const struct work *
by_identifier(struct run *run, const char *what)
{
	struct identifier id;

	if (!identify_text(run->arena, what, &id))
		return NULL;
	for (size_t w = 0; w < works_count(run->works); w++) {
		const struct work *work = works_at(run->works, w);
		for (size_t i = 0; i < work->id_count; i++)
			if (work->ids[i].status != ID_WRONG
			    && identifier_equal(work->ids[i].id, id))
				return work;
	}
	return NULL;
}

/* Equal folded title or name first, then the only title that holds it. */
static const struct work *
by_title(struct run *run, const char *what)
{
	const char *wanted = text_fold(run->arena, what);
	const struct entry *held = NULL;

	if (*wanted == '\0')
		return NULL;
	for (size_t l = 0; l < run->list_count; l++) {
		for (size_t e = 0; e < run->lists[l].entry_count; e++) {
			const struct entry *entry = &run->lists[l].entries[e];
			const char *title
			    = text_fold(run->arena, entry->title);
			const char *name = text_fold(run->arena, entry->name);
			if (strcmp(title, wanted) == 0
			    || strcmp(name, wanted) == 0)
				return works_at(run->works,
				    works_of(run->works, entry));
			if (held == NULL && strstr(title, wanted) != NULL)
				held = entry;
		}
	}
	return held == NULL ? NULL
	                    : works_at(run->works, works_of(run->works, held));
}

const struct work *
explain_find(struct run *run, const char *what)
{
	const struct work *work = by_place(run, what);

	if (work == NULL)
		work = by_identifier(run, what);
	return work != NULL ? work : by_title(run, what);
}
