/* Records, findings and what is known of the release enter; enrich.sqlite leaves. */
#include "release/database/inside.h"

#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "model/counted.h"
#include "model/finding.h"

/* data/tables.sql */
extern const char tables_sql[];

/* A list is a table of its own, unless one cell can tell it. */
static bool
is_column(const struct member *member)
{
	if (member->told == TOLD_WORK || member->kind == MEMBER_VERSION ||
	    strcmp(member->name, "work_id") == 0)
		return false;
	return member->kind != MEMBER_LIST || member->told != TOLD_NOTHING;
}

static const char *
type_of(enum member_kind kind)
{
	switch (kind) {
	case MEMBER_NUMBER:
	case MEMBER_YEAR:
	case MEMBER_COUNT:
	case MEMBER_FLAG:
		return "INTEGER";
	case MEMBER_CONFIDENCE:
		return "REAL";
	default:
		return "TEXT";
	}
}

/* The keys in front of the columns. */
static void
add_keys(const struct sheet *sheet, struct buffer *sql)
{
	if (sheet->shape == &record_shape)
		return;
	/* Findings that are gone and counts may be of works that are gone, too. */
	buffer_printf(sql, "  work_id TEXT%s,\n",
	    sheet->shape == &record_shape_finding ? "" : " NOT NULL");
	if (sheet->list != NULL)
		buffer_text(sql, "  position INTEGER NOT NULL,\n");
}

/* With what each column means, which SQLite keeps. */
static void
create(struct database *db, struct sheet *sheet)
{
	const char *end = sheet->shape == &record_shape ? "PRIMARY KEY (id)"
	    : sheet->shape == &record_shape_finding
	    ? "CHECK (state IN ('new', 'open', 'accepted', 'gone'))"
	    : sheet->shape == &record_shape_history ? "CHECK (count >= 0)"
	    : sheet->list != NULL                   ? "PRIMARY KEY (work_id, position),\n"
						      "  FOREIGN KEY (work_id) REFERENCES works (id)"
				  : "FOREIGN KEY (work_id) REFERENCES works (id)";
	struct buffer sql;

	buffer_init(&sql, 0);
	buffer_printf(&sql, "CREATE TABLE \"%s\" (\n", sheet->name);
	add_keys(sheet, &sql);
	for (size_t i = 0; i < sheet->column_count; i++) {
		const struct member *member = sheet->columns[i];

		buffer_printf(&sql, "  \"%s\" %s%s,", member->name, type_of(member->kind),
		    (member->flags & NEVER_NULL) != 0 ? " NOT NULL" : "");
		if (member->meaning != NULL)
			buffer_printf(&sql, " -- %s", member->meaning);
		buffer_char(&sql, '\n');
	}
	/* What is in order of its key needs no second copy of it. */
	buffer_printf(
	    &sql, "  %s\n)%s", end, sheet->list != NULL ? " WITHOUT ROWID" : "");
	sqlite_say(db->sqlite, sql.bytes);
	buffer_free(&sql);
}

/* The statement for two to the power of so many rows. */
static struct sqlite_row *
prepare(struct database *db, struct sheet *sheet, size_t power)
{
	size_t places = sheet->column_count + (sheet->shape != &record_shape) +
	    (sheet->list != NULL);
	struct buffer sql;

	if (sheet->rows[power] != NULL)
		return sheet->rows[power];
	buffer_init(&sql, 0);
	buffer_printf(&sql, "INSERT INTO \"%s\" VALUES ", sheet->name);
	for (size_t row = 0; row < (size_t)1 << power; row++) {
		buffer_text(&sql, row == 0 ? "(?" : ",(?");
		for (size_t i = 1; i < places; i++)
			buffer_text(&sql, ",?");
		buffer_char(&sql, ')');
	}
	sheet->rows[power] = sqlite_prepare(db->sqlite, sql.bytes);
	buffer_free(&sql);
	return sheet->rows[power];
}

static struct sheet *
add_sheet(struct database *db, const char *name, const struct shape *shape,
    const struct member *list)
{
	struct sheet *sheet = &db->sheets[db->sheet_count++];

	*sheet = (struct sheet){ .name = name, .shape = shape, .list = list };
	sheet->columns = arena_alloc(db->arena, shape->count * sizeof *sheet->columns);
	for (size_t i = 0; i < shape->count; i++)
		if (is_column(&shape->members[i]))
			sheet->columns[sheet->column_count++] = &shape->members[i];
	create(db, sheet);
	return sheet;
}

struct database *
database_open(struct arena *arena, const char *path)
{
	struct database *db = arena_alloc(arena, sizeof *db);

	db->arena = arena;
	db->path = path;
	db->sqlite = sqlite_open(arena, path);
	sqlite_say(
	    db->sqlite, arena_printf(arena, "PRAGMA user_version = %d", RECORD_VERSION));
	db->works = add_sheet(db, "works", &record_shape, NULL);
	for (size_t i = 0; i < record_shape.count; i++)
		if (record_shape.members[i].kind == MEMBER_LIST)
			add_sheet(db, record_shape.members[i].name,
			    record_shape.members[i].of, &record_shape.members[i]);
	db->conflicts = add_sheet(db, "conflicts", &record_shape_conflict, NULL);
	db->findings = add_sheet(db, "findings", &record_shape_finding, NULL);
	db->history = add_sheet(db, "history", &record_shape_history, NULL);
	sqlite_say(db->sqlite, tables_sql);
	db->changes = sqlite_prepare(
	    db->sqlite, "INSERT INTO changes VALUES (?,?,?,?,?)");
	return db;
}

struct database *
database_open_same(struct arena *arena, const char *path, const struct release_memo *base)
{
	struct database *db = arena_alloc(arena, sizeof *db);

	db->arena = arena;
	db->path = path;
	db->is_same = true;
	if (!database_base_restore(path, base->bytes, base->length))
		db->words = "it cannot be made as it was";
	return db;
}

static void
bind(struct sqlite_row *row, const struct telling *telling, const struct member *member,
    const void *thing)
{
	int64_t number;

	switch (member->kind) {
	case MEMBER_NUMBER:
	case MEMBER_YEAR:
	case MEMBER_COUNT:
		if (member_number(member, thing, &number))
			sqlite_number(row, number);
		else
			sqlite_null(row);
		break;
	case MEMBER_FLAG:
		if (member_flag(member, thing) == TRI_UNKNOWN)
			sqlite_null(row);
		else
			sqlite_number(row, member_flag(member, thing) == TRI_TRUE);
		break;
	case MEMBER_CONFIDENCE:
		sqlite_real(row, member_confidence(member, thing));
		break;
	default:
		sqlite_text(row, member_text(telling, member, thing));
	}
}

/* `position`: in a list, from 1. */
static void
bind_row(const struct sheet *sheet, struct sqlite_row *row, const struct telling *telling,
    const char *work_id, size_t position, const void *thing)
{
	if (sheet->shape != &record_shape)
		sqlite_text(row, work_id);
	if (sheet->list != NULL)
		sqlite_number(row, (int64_t)position);
	for (size_t i = 0; i < sheet->column_count; i++)
		bind(row, telling, sheet->columns[i], thing);
}

static void
add_row(struct database *db, struct sheet *sheet, const struct telling *telling,
    const char *work_id, const void *thing)
{
	struct sqlite_row *row = prepare(db, sheet, 0);

	bind_row(sheet, row, telling, work_id, 0, thing);
	sqlite_insert(row);
}

static void
add_list(struct database *db, struct sheet *sheet, const struct telling *telling)
{
	const struct record *record = telling->record;
	size_t count = member_count(sheet->list, record), done = 0;

	for (size_t power = SHEET_POWERS; power-- > 0;)
		while (count - done >= (size_t)1 << power) {
			struct sqlite_row *row = prepare(db, sheet, power);
			size_t end = done + ((size_t)1 << power);

			for (; done < end; done++)
				bind_row(sheet, row, telling, record->id, done + 1,
				    member_element(sheet->list, record, done));
			sqlite_insert(row);
		}
}

void
database_add_history(struct database *db, const struct history_rows *rows)
{
	for (size_t i = 0; !db->is_same && i < rows->count; i++)
		add_row(db, db->history, NULL, rows->v[i].work_id, &rows->v[i]);
}

void
database_add(
    struct database *db, const struct telling *telling, const struct change_told *told)
{
	const struct record *record = telling->record;

	if (db->is_same)
		return;
	for (size_t i = 0; i < db->sheet_count; i++)
		if (db->sheets[i].list != NULL)
			add_list(db, &db->sheets[i], telling);
	add_row(db, db->works, telling, NULL, record);
	for (size_t i = 0; i < record->conflict_count; i++)
		add_row(db, db->conflicts, telling, record->id, &record->conflicts[i]);
	database_add_change(db, record->id, record->title, told);
}

void
database_add_finding(
    struct database *db, const struct telling *telling, const struct finding *finding)
{
	if (!db->is_same)
		add_row(db, db->findings, telling, finding->work_id, finding);
}
