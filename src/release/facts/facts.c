/* A record or the settings enter, one fact about them leaves. */
#include "release/facts/facts.h"

#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/text.h"
#include "model/source.h"
#include "release/facts/settings.h"

bool
facts_outcome(const struct record *record, enum outcome *best)
{
	static const enum outcome order[] = { OUTCOME_FOUND, OUTCOME_AMBIGUOUS,
		OUTCOME_ABSENT, OUTCOME_UNANSWERED, OUTCOME_NOT_ASKED };

	for (size_t i = 0; i < sizeof order / sizeof *order; i++)
		for (size_t j = 0; j < record->outcome_count; j++)
			if (record->outcomes[j].outcome == order[i]) {
				*best = order[i];
				return true;
			}
	return false;
}

bool
facts_in_scope(const struct record *record)
{
	return record->scope != SCOPE_OLDER;
}

bool
facts_is_paper(const struct record *record)
{
	return strcmp(record->kind, "paper") == 0;
}

bool
facts_gone(const struct record *record)
{
	if (record->is_retracted == TRI_TRUE || record->is_withdrawn == TRI_TRUE)
		return true;
	for (size_t i = 0; i < record->id_count; i++)
		if (record->ids[i].status == ID_GONE)
			return true;
	for (size_t i = 0; i < record->artifact_count; i++)
		if (record->artifacts[i].status != NULL &&
		    strcmp(record->artifacts[i].status, "gone") == 0)
			return true;
	return false;
}

const char *
facts_date_given(const struct entry *entry)
{
	return entry->date_raw != NULL ? entry->date_raw : entry->date;
}

/* Of EDTF; 0: it has none. */
static int
year_of(const char *date)
{
	int year = 0;

	for (int i = 0; i < 4; i++) {
		if (date == NULL || date[i] < '0' || date[i] > '9')
			return 0;
		year = year * 10 + date[i] - '0';
	}
	return year;
}

int
facts_year(const struct record *record)
{
	int year = record->year > 0 ? record->year : year_of(record->first_public);

	for (size_t i = 0; year == 0 && i < record->mention_count; i++)
		year = year_of(record->mentions[i]->date);
	return year;
}

const char *
facts_title(const struct record *record)
{
	if (!text_is_blank(record->title))
		return record->title;
	return text_is_blank(record->name) ? record->id : record->name;
}

const char *
facts_licenses(struct arena *arena, const struct record *record, const char *kind)
{
	const char *joined = NULL;

	for (size_t i = 0; i < record->artifact_count; i++) {
		const struct artifact *a = &record->artifacts[i];

		if (a->tie == TIE_LISTED || a->license == NULL ||
		    strcmp(a->kind, kind) != 0)
			continue;
		joined = arena_printf(arena, "%s%s%s=%s", joined == NULL ? "" : joined,
		    joined == NULL ? "" : "; ", a->id.value, a->license);
	}
	return joined;
}

const char *
facts_authors(struct arena *arena, const struct record *record)
{
	struct buffer joined;
	const char *text;

	buffer_init(&joined, 0);
	for (size_t i = 0; i < record->author_count; i++) {
		if (i > 0)
			buffer_text(&joined, "; ");
		buffer_text(&joined, record->authors[i].literal);
	}
	text = joined.length == 0 ? NULL
				  : arena_text_n(arena, joined.bytes, joined.length);
	buffer_free(&joined);
	return text;
}

bool
facts_stand_in(const struct release_settings *settings)
{
	for (size_t i = 0; i < settings->source_count; i++)
		if (settings->sources[i].stand_in)
			return true;
	return false;
}

const char *
facts_source_title(const struct release_settings *settings, const char *name)
{
	for (size_t i = 0; settings != NULL && i < settings->source_count; i++)
		if (strcmp(settings->sources[i].source->name, name) == 0)
			return settings->sources[i].source->title;
	return strcmp(name, "list") == 0    ? "the list"
	    : strcmp(name, "override") == 0 ? "the curator"
	    : strcmp(name, "rule") == 0     ? "a rule"
					    : name;
}
