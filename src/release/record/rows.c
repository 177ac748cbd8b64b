/* One record or finding enters, its rows of the CSV files leave. */
#include "release/record/rows.h"

#include <inttypes.h>
#include <string.h>

#include "base/buffer.h"
#include "model/finding.h"
#include "release/text/escape.h"

const struct table *
rows_table(enum table_name name)
{
	static const struct table tables[TABLES] = {
		[TABLE_WORKS] = { "works", "data/works.csv", "Works, one row each", "id",
		    &record_shape },
		[TABLE_MENTIONS] = { "mentions", "data/mentions.csv",
		    "Which list says what, where", NULL, &record_shape_mention },
		[TABLE_ARTIFACTS] = { "artifacts", "data/artifacts.csv",
		    "Models, data sets, spaces and code of the works", NULL,
		    &record_shape_artifact },
		[TABLE_CONFLICTS] = { "conflicts", "data/conflicts.csv",
		    "Where sources differ, and which was believed", NULL,
		    &record_shape_conflict },
		[TABLE_FINDINGS] = { "findings", "data/findings.csv",
		    "What a person should look at", NULL, &record_shape_finding },
		[TABLE_HISTORY] = { "history", "data/history.csv",
		    "Counts of citations as they moved, from release to release", NULL,
		    &record_shape_history },
	};

	return &tables[name];
}

/* Digits, or 2009.03300, are numbers to whoever reads the column. */
static const char *
identifier_cell(
    const struct telling *telling, const struct member *member, const void *thing)
{
	enum identifier_kind kind = (enum identifier_kind)member->place;
	const char *value = record_identifier_value(thing, kind);

	if (value == NULL || value[strspn(value, "0123456789.")] != '\0')
		return value;
	return identifier_text(telling->arena, (struct identifier){ kind, value });
}

static void
add_cell(struct buffer *out, const struct telling *telling, const struct member *member,
    const void *thing)
{
	int64_t number;

	switch (member->kind) {
	case MEMBER_NUMBER:
	case MEMBER_YEAR:
	case MEMBER_COUNT:
		if (member_number(member, thing, &number))
			buffer_printf(out, "%" PRId64, number);
		break;
	case MEMBER_FLAG:
		if (member_flag(member, thing) != TRI_UNKNOWN)
			buffer_text(out,
			    member_flag(member, thing) == TRI_TRUE ? "true" : "false");
		break;
	case MEMBER_IDENTIFIER:
		escape_csv(out, identifier_cell(telling, member, thing));
		break;
	default:
		escape_csv(out, member_text(telling, member, thing));
	}
}

/* Of a thing its row, of none the names of the columns. */
static void
add_row(struct buffer *out, const struct telling *telling, const struct shape *shape,
    const void *thing)
{
	bool first = true;

	for (size_t i = 0; i < shape->count; i++) {
		const struct member *member = &shape->members[i];

		if ((member->flags & IN_CSV) == 0)
			continue;
		if (!first)
			buffer_char(out, ',');
		first = false;
		if (thing == NULL)
			buffer_text(out, member->name);
		else
			add_cell(out, telling, member, thing);
	}
	buffer_text(out, "\r\n");
}

void
rows_header(struct buffer *out, const struct table *table)
{
	add_row(out, NULL, table->shape, NULL);
}

void
rows_add(struct buffer *out, const struct telling *telling, enum table_name name)
{
	const struct record *record = telling->record;

	switch (name) {
	case TABLE_WORKS:
		add_row(out, telling, &record_shape, record);
		break;
	case TABLE_MENTIONS:
		for (size_t i = 0; i < record->mention_count; i++)
			add_row(out, telling, &record_shape_mention, record->mentions[i]);
		break;
	case TABLE_ARTIFACTS:
		for (size_t i = 0; i < record->artifact_count; i++)
			add_row(
			    out, telling, &record_shape_artifact, &record->artifacts[i]);
		break;
	case TABLE_CONFLICTS:
		for (size_t i = 0; i < record->conflict_count; i++)
			add_row(
			    out, telling, &record_shape_conflict, &record->conflicts[i]);
		break;
	case TABLE_FINDINGS:
	case TABLE_HISTORY:
	case TABLES:
		break;
	}
}

void
rows_add_finding(
    struct buffer *out, const struct telling *telling, const struct finding *finding)
{
	add_row(out, telling, &record_shape_finding, finding);
}
