/* The lines of works.jsonl enter, their index leaves; from and to bytes, too. */
#include "release/predecessor/index.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/strmap.h"
#include "release/record/watch.h"

void
index_init(struct index *index, struct arena *arena)
{
	*index = (struct index){
		.arena = arena, .scratch = arena_new(), .dates = strmap_new()
	};
}

void
index_free(struct index *index)
{
	arena_free(index->scratch);
	strmap_free(index->dates);
}

static void
add_key(struct index *index, const char *text)
{
	index->keys = arena_push(
	    index->arena, index->keys, index->key_count, sizeof *index->keys);
	index->keys[index->key_count].print = watch_print(text, strlen(text));
	index->keys[index->key_count++].prior = (uint32_t)index->prior_count - 1;
}

static const char *
keep_date(struct index *index, const char *date)
{
	char *kept;

	if (date == NULL)
		return NULL;
	kept = strmap_get(index->dates, date);
	if (kept == NULL) {
		kept = arena_text(index->arena, date);
		strmap_put(index->dates, date, kept);
	}
	return kept;
}

bool
index_add(struct index *index, const struct index_line *line)
{
	struct identifier one;
	struct prior *prior;

	if (index->prior_count == UINT32_MAX)
		return false;
	index->priors = arena_push(
	    index->arena, index->priors, index->prior_count, sizeof *index->priors);
	prior = &index->priors[index->prior_count++];
	prior->registered.id = arena_text(index->arena, line->id);
	prior->registered.citation_key = arena_text(index->arena, line->citation_key);
	prior->registered.first_seen = keep_date(index, line->first_seen);
	prior->offset = line->offset;
	prior->print = line->print;
	prior->cited = line->cited;
	add_key(index, line->id);
	arena_reset(index->scratch);
	if (identifier_parse(index->scratch, line->id, &one))
		add_key(index, identifier_key(index->scratch, one));
	return true;
}

void
index_add_identifier(
    struct index *index, const char *kind, const char *value, const char *status)
{
	struct identifier one;

	/* A wrong one belongs to another work, an unclear one may. */
	if (kind != NULL && value != NULL && status != NULL &&
	    strcmp(status, "wrong") != 0 && strcmp(status, "unclear") != 0 &&
	    identifier_parse(
		index->scratch, arena_printf(index->scratch, "%s:%s", kind, value), &one))
		add_key(index, identifier_key(index->scratch, one));
	arena_reset(index->scratch);
}

void
index_add_entry(struct index *index, const char *list, const char *title)
{
	if (list != NULL && title != NULL)
		add_key(index, entry_key(index->scratch, list, title));
	arena_reset(index->scratch);
}

bool
index_add_record(
    struct index *index, const struct record *record, int64_t offset, uint64_t print)
{
	const struct index_line line = { record->id, record->citation_key,
		record->first_seen, offset, print, record->cited_by_count };

	if (!index_add(index, &line))
		return false;
	for (size_t i = 0; i < record->id_count; i++)
		index_add_identifier(index, identifier_kind_name(record->ids[i].id.kind),
		    record->ids[i].id.value, record_id_statuses[record->ids[i].status]);
	for (size_t i = 0; i < record->mention_count; i++)
		index_add_entry(
		    index, record->mentions[i]->list, record->mentions[i]->title);
	return true;
}

static int
by_print(const void *left, const void *right)
{
	const struct prior_key *a = left, *b = right;

	if (a->print != b->print)
		return a->print < b->print ? -1 : 1;
	return a->prior == b->prior ? 0 : a->prior < b->prior ? -1 : 1;
}

void
index_sort(struct index *index)
{
	if (index->key_count > 1)
		qsort(index->keys, index->key_count, sizeof *index->keys, by_print);
}
