/*
 * A record of Semantic Scholar's data set "papers" in, what the API says of it out.
 *
 * The members' names are in lower case there, it knows neither the licence of the
 * open copy nor the kind of the venue, and what is not known is null.
 */
#include "source/semanticscholar.h"

#include "base/json.h"
#include "source/draft.h"

static const struct {
	const char *theirs, *ours;
} members[] = {
	{ "corpusid", "corpusId" },
	{ "externalids", "externalIds" },
	{ "title", "title" },
	{ "venue", "venue" },
	{ "journal", "journal" },
	{ "year", "year" },
	{ "publicationdate", "publicationDate" },
	{ "publicationtypes", "publicationTypes" },
	{ "citationcount", "citationCount" },
	{ "isopenaccess", "isOpenAccess" },
	{ "authors", "authors" },
};

size_t
semanticscholar_bulk(const struct source *source, const struct json *record,
    struct arena *arena, struct identifier *ids, struct answer *answer)
{
	struct brief brief;
	struct kept kept;
	size_t count = 0;

	if (json_get(record, "corpusid") == NULL)
		return 0;
	reply_keep_begin(&kept);
	for (size_t i = 0; i < sizeof members / sizeof members[0]; i++) {
		const struct json *value = json_get(record, members[i].theirs);

		if (value == NULL || value->kind == JSON_NULL)
			continue;
		json_write_key(kept.writer, members[i].ours);
		json_write_raw(kept.writer, value->raw, value->raw_length);
	}
	reply_keep_end(&kept, arena, answer);
	if (!source->brief(answer, arena, &brief))
		return 0;
	/* It answers to all of its ids. */
	for (size_t i = 0; i < brief.id_count && count < SOURCE_BULK_IDS; i++)
		ids[count++] = brief.ids[i];
	return count;
}
