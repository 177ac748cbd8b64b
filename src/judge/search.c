/*
 * An entry and what a search for its title found enter; whether it is that
 * work leaves.
 */
#include "judge/judge.h"

#include "base/text.h"
#include "judge/inside.h"
#include "model/brief.h"
#include "model/entry.h"

static const char *
id_of(const struct brief *brief, enum identifier_kind kind)
{
	for (size_t i = 0; i < brief->id_count; i++)
		if (brief->ids[i].kind == kind)
			return brief->ids[i].value;
	return NULL;
}

struct opinion
judge_title(struct arena *arena, const struct entry *entry, const struct brief *brief)
{
	const struct claim *authors = brief_claim(brief, FIELD_AUTHORS);
	const struct description wanted = {
		.title = entry->title,
		.name = entry->name,
		.year = date_year(entry->date),
		.venue = entry->venue,
		.authors_text = entry->authors,
	}, found = {
		.title = brief->title,
		.year = brief->year,
		.venue = brief_text(brief, FIELD_VENUE),
		.authors = authors == NULL ? NULL : authors->authors,
		.author_count = authors == NULL ? 0 : authors->author_count,
		.doi = id_of(brief, IDENTIFIER_DOI),
		.arxiv = id_of(brief, IDENTIFIER_ARXIV),
		.type = brief_text(brief, FIELD_TYPE),
	};

	return judge_pair(arena, &wanted, &found);
}
