/* A record or its line enters; what is compared of it leaves. */
#include "release/changes/edition.h"

#include <string.h>

#include "base/arena.h"
#include "base/json.h"
#include "release/facts/facts.h"

const char *
edition_id(const struct edition *e)
{
	return e->record != NULL ? e->record->id : json_string(json_get(e->line, "id"));
}

const char *
edition_title(const struct edition *e)
{
	const char *title;

	if (e->record != NULL)
		return facts_title(e->record);
	title = json_string(json_get(e->line, "title"));
	if (title == NULL)
		title = json_string(json_get(e->line, "name"));
	return title != NULL ? title : edition_id(e);
}

const char *
edition_place(struct arena *arena, const struct edition *e)
{
	const struct json *first;
	int64_t line;

	if (e->record != NULL)
		return e->record->mention_count == 0
		    ? NULL
		    : arena_printf(arena, "%s:%u", e->record->mentions[0]->list,
			  e->record->mentions[0]->line);
	first = json_first(json_get(e->line, "mentions"));
	if (json_string(json_get(first, "list")) == NULL ||
	    !json_integer(json_get(first, "line"), &line))
		return NULL;
	return arena_printf(
	    arena, "%s:%lld", json_string(json_get(first, "list")), (long long)line);
}

void
edition_watch(const struct edition *e, enum watch watch, struct buffer *out)
{
	if (e->record != NULL)
		watch_record(watch, e->record, out);
	else
		watch_line(watch, e->line, out);
}

int64_t
edition_cited(const struct edition *e, const char **source)
{
	int64_t count = -1;

	if (e->record != NULL) {
		count = e->record->cited_by_count;
		*source = e->record->cited_by_source;
	} else if (json_integer(json_get(e->line, "cited_by_count"), &count)) {
		*source = json_string(json_get(e->line, "cited_by_source"));
	}
	if (count < 0)
		*source = NULL;
	return count;
}

static const char *
key_in_line(struct arena *arena, const struct json *one)
{
	const char *kind = json_string(json_get(one, "kind"));
	const char *value = json_string(json_get(one, "value"));
	const char *status = json_string(json_get(one, "status"));
	struct identifier id;

	if (kind == NULL || value == NULL || status == NULL ||
	    strcmp(status, record_id_statuses[ID_WRONG]) == 0 ||
	    strcmp(status, record_id_statuses[ID_UNCLEAR]) == 0 ||
	    !identifier_parse(arena, arena_printf(arena, "%s:%s", kind, value), &id))
		return "";
	return identifier_key(arena, id);
}

const char *
edition_key(struct arena *arena, const struct edition *e, size_t at)
{
	const struct json *one;

	if (e->record != NULL) {
		if (at >= e->record->id_count)
			return NULL;
		/* What another row has, too, says of neither what it was. */
		return record_id_is_refused(e->record->ids[at].status) ||
			e->record->ids[at].shared
		    ? ""
		    : identifier_key(arena, e->record->ids[at].id);
	}
	one = json_first(json_get(e->line, "ids"));
	for (; one != NULL && at > 0; at--)
		one = one->next;
	return one == NULL ? NULL : key_in_line(arena, one);
}
