/* The files of an earlier release enter, what it said of each work leaves. */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/csv.h"
#include "base/file.h"
#include "base/json.h"
#include "release/predecessor/known.h"
#include "release/record/member.h"
#include "release/record/watch.h"
#include "release/text/escape.h"

#define FINDINGS_LIMIT (256u << 20)

struct reading {
	struct predecessor *p;
	struct arena *scratch;
	struct buffer text;
};

static void
add_identifiers(struct reading *r, const struct json *line)
{
	const struct json *ids = json_get(line, "ids");

	for (const struct json *e = ids != NULL ? ids->child : NULL; e != NULL;
	     e = e->next)
		index_add_identifier(&r->p->index, json_string(json_get(e, "kind")),
		    json_string(json_get(e, "value")),
		    json_string(json_get(e, "status")));
}

static void
add_entries(struct reading *r, const struct json *line)
{
	const struct json *mentions = json_get(line, "mentions");

	for (const struct json *m = mentions != NULL ? mentions->child : NULL; m != NULL;
	     m = m->next)
		index_add_entry(&r->p->index, json_string(json_get(m, "list")),
		    json_string(json_get(m, "title")));
}

static bool
has_text(const struct json *line, const char *key, const char *text)
{
	const char *value = json_string(json_get(line, key));

	return value != NULL && (text == NULL || strcmp(value, text) == 0);
}

static bool
has_child(const struct json *line, const char *list, const char *key, const char *text)
{
	const struct json *array = json_get(line, list);

	for (const struct json *e = array != NULL ? array->child : NULL; e != NULL;
	     e = e->next)
		if (has_text(e, key, text))
			return true;
	return false;
}

static bool
is_true(const struct json *line, const char *key)
{
	bool value;

	return json_boolean(json_get(line, key), &value) && value;
}

/* As tally_tiles counts a record. */
static void
count_tiles(struct tiles *tiles, const struct json *line)
{
	if (has_text(line, "scope", "older"))
		return;
	tiles->works++;
	tiles->gone += is_true(line, "is_retracted") || is_true(line, "is_withdrawn") ||
	    has_child(line, "ids", "status", "gone") ||
	    has_child(line, "artifacts", "status", "gone");
	if (has_text(line, "kind", "paper")) {
		tiles->papers++;
		tiles->venue += has_text(line, "container_title", NULL);
	}
	if (has_child(line, "outcomes", "outcome", NULL)) {
		tiles->sourced++;
		tiles->found += has_child(line, "outcomes", "outcome", "found");
		tiles->license += has_text(line, "license", NULL);
	}
}

/* "doi:10.1000/x", "list:name:8cb927e6": no other is ours, and whatever stood there would
 * be a work's id for ever. */
static bool
is_id(const char *id)
{
	size_t kind = strspn(id, "abcdefghijklmnopqrstuvwxyz0123456789-");

	return kind > 0 && id[kind] == ':';
}

static bool
add_line(struct reading *r, const char *bytes, size_t length, int64_t offset)
{
	const struct json *line = json_parse(r->scratch, bytes, length, NULL);
	struct index_line one = { .id = json_string(json_get(line, "id")),
		.citation_key = json_string(json_get(line, "citation_key")),
		.first_seen = json_string(json_get(line, "first_seen")),
		.offset = offset };

	if (one.id == NULL || !is_id(one.id))
		return false;
	one.print = watch_print_line(line, &r->text);
	if (!json_integer(json_get(line, "cited_by_count"), &one.cited))
		one.cited = -1;
	if (!index_add(&r->p->index, &one))
		return false;
	add_identifiers(r, line);
	add_entries(r, line);
	count_tiles(&r->p->index.tiles, line);
	return true;
}

const char *
predecessor_read_works(struct predecessor *p)
{
	struct reading reading = { .p = p };
	const char *reason = NULL;
	char *line = NULL;
	size_t room = 0, number = 0;
	int64_t offset = 0;
	ssize_t length;

	reading.scratch = arena_new();
	buffer_init(&reading.text, 0);
	while (reason == NULL && (length = getline(&line, &room, p->works)) >= 0) {
		number++;
		if (!add_line(&reading, line, (size_t)length, offset))
			reason = arena_printf(
			    p->arena, "data/works.jsonl:%zu is no record", number);
		offset += length;
		arena_reset(reading.scratch);
	}
	if (reason == NULL && feof(p->works) == 0)
		reason = "its data/works.jsonl cannot be read to the end";
	free(line);
	buffer_free(&reading.text);
	arena_free(reading.scratch);
	index_sort(&p->index);
	return reason;
}

static const char *
cell_of(const struct csv_row *header, const struct csv_row *row, const char *name)
{
	for (size_t i = 0; i < row->count; i++)
		if (strcmp(header->cells[i], name) == 0)
			return *row->cells[i] == '\0' ? NULL
						      : escape_csv_undo(row->cells[i]);
	return NULL;
}

static bool
read_finding(const struct csv_row *header, const struct csv_row *row, struct finding *f)
{
	const char *key = cell_of(header, row, "key");
	const char *class = cell_of(header, row, "class");
	const char *state = cell_of(header, row, "state");

	memset(f, 0, sizeof *f);
	if (key == NULL || strlen(key) != 8 || class == NULL || state == NULL ||
	    strcmp(state, "gone") == 0)
		return false;
	memcpy(f->key, key, 9);
	f->class = strcmp(class, "fix") == 0 ? FINDING_FIX
	    : strcmp(class, "decide") == 0   ? FINDING_DECIDE
					     : FINDING_NOTE;
	f->state = strcmp(state, "new") == 0 ? FINDING_NEW
	    : strcmp(state, "accepted") == 0 ? FINDING_ACCEPTED
					     : FINDING_OPEN;
	for (size_t i = 0; i < record_shape_finding.count; i++)
		member_take(&record_shape_finding.members[i], f,
		    cell_of(header, row, record_shape_finding.members[i].name));
	return f->code != NULL;
}

const char *
predecessor_read_findings(struct predecessor *p)
{
	const char *reason = NULL;
	struct csv_row header, row;
	struct finding finding;
	struct buffer bytes;
	struct csv csv = { .line = 1 };

	buffer_init(&bytes, FINDINGS_LIMIT);
	if (!file_read(file_join(p->arena, p->folder, "data/findings.csv"), &bytes)) {
		buffer_free(&bytes);
		return "its data/findings.csv cannot be read";
	}
	csv.at = bytes.bytes;
	csv.end = bytes.bytes + bytes.length;
	if (!csv_next(p->arena, &csv, &header))
		reason = "its data/findings.csv is damaged";
	while (reason == NULL && csv_next(p->arena, &csv, &row)) {
		if (row.count != header.count) {
			reason = "its data/findings.csv is damaged";
		} else if (read_finding(&header, &row, &finding)) {
			p->findings.v = arena_push(
			    p->arena, p->findings.v, p->findings.count, sizeof finding);
			p->findings.v[p->findings.count++] = finding;
		}
	}
	if (csv.trouble != NULL)
		reason = "its data/findings.csv is damaged";
	buffer_free(&bytes);
	return reason;
}

const char *
predecessor_identity(const struct predecessor *predecessor)
{
	return predecessor->identity;
}
