/* What is known of a release enters; its tables of release, lists and sources leave. */
#include "model/source.h"
#include "release/database/database.h"
#include "release/database/sqlite.h"
#include "release/predecessor/known.h"

static void
add_fact(struct sqlite_row *row, const char *name, const char *value)
{
	sqlite_text(row, name);
	sqlite_text(row, value);
	sqlite_insert(row);
}

static void
add_release(struct sqlite *sqlite, const struct about *about)
{
	const struct release_settings *s = about->settings;
	struct sqlite_row *row = sqlite_prepare(
	    sqlite, "INSERT INTO release VALUES (?,?)");

	add_fact(row, "name", about->name);
	add_fact(row, "title", about->title);
	add_fact(row, "version", about->version);
	add_fact(row, "date", about->date);
	add_fact(row, "since", s->since);
	add_fact(row, "license", s->license);
	add_fact(row, "homepage", s->homepage);
	add_fact(row, "maintainer", s->maintainer);
	add_fact(row, "program", s->program);
	add_fact(row, "partial", s->partial);
	add_fact(row, "predecessor",
	    about->previous == NULL ? NULL : about->previous->identity);
	row = sqlite_prepare(sqlite, "INSERT INTO lists VALUES (?,?,?,?)");
	for (size_t i = 0; i < s->list_count; i++) {
		sqlite_text(row, s->lists[i].name);
		sqlite_text(row, s->lists[i].revision);
		sqlite_text(row, s->lists[i].url);
		sqlite_number(row, (int64_t)s->lists[i].entries);
		sqlite_insert(row);
	}
}

static void
add_sources(struct sqlite *sqlite, const struct release_settings *s)
{
	struct sqlite_row *row = sqlite_prepare(
	    sqlite, "INSERT INTO sources VALUES (?,?,?,?,?,?,?,?,?,?)");

	for (size_t i = 0; i < s->source_count; i++) {
		const struct release_source *source = &s->sources[i];

		sqlite_text(row, source->source->name);
		sqlite_text(row, source->source->title);
		sqlite_text(row, source->origin);
		sqlite_text(row, source->source->service->terms);
		sqlite_number(row, (int64_t)source->asked);
		sqlite_number(row, (int64_t)source->found);
		sqlite_number(row, (int64_t)source->absent);
		sqlite_number(row, (int64_t)source->ambiguous);
		sqlite_number(row, (int64_t)source->not_asked);
		sqlite_number(row, (int64_t)source->unanswered);
		sqlite_insert(row);
	}
}

void
database_about(struct sqlite *sqlite, const struct about *about)
{
	add_release(sqlite, about);
	add_sources(sqlite, about->settings);
}
