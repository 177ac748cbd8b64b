/* The files of an earlier release enter, what it said of each work leaves. */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/csv.h"
#include "base/file.h"
#include "base/json.h"
#include "base/log.h"
#include "base/strmap.h"
#include "release/escape.h"
#include "release/member.h"
#include "release/predecessor.h"
#include "release/watch.h"

#define FINDINGS_LIMIT (256u << 20)

struct reading {
	struct predecessor *p;
	struct arena *scratch;
	struct buffer text;
	struct strmap *dates; /* each first_seen kept once */
	size_t prior_room, key_room;
};

static void *
grow(void *array, size_t count, size_t *room, size_t size)
{
	if (count < *room)
		return array;
	*room = *room == 0 ? 1024 : *room * 2;
	array = realloc(array, *room * size);
	if (array == NULL)
		log_fatal(71, "out of memory (predecessor)");
	return array;
}

static void
add_key(struct reading *r, const char *text)
{
	struct predecessor *p = r->p;

	p->keys = grow(p->keys, p->key_count, &r->key_room, sizeof *p->keys);
	p->keys[p->key_count].print = watch_print(text, strlen(text));
	p->keys[p->key_count++].prior = (uint32_t)p->prior_count;
}

static void
add_keys(struct reading *r, const struct json *line, const char *id)
{
	const struct json *ids = json_get(line, "ids");
	struct identifier one;

	add_key(r, id);
	if (identifier_parse(r->scratch, id, &one))
		add_key(r, identifier_key(r->scratch, one));
	for (const struct json *e = ids != NULL ? ids->child : NULL; e != NULL;
	     e = e->next) {
		const char *kind = json_string(json_get(e, "kind"));
		const char *value = json_string(json_get(e, "value"));
		const char *status = json_string(json_get(e, "status"));

		/* A wrong one belongs to another work, an unclear one may. */
		if (kind != NULL && value != NULL && status != NULL &&
		    strcmp(status, "wrong") != 0 && strcmp(status, "unclear") != 0 &&
		    identifier_parse(
			r->scratch, arena_printf(r->scratch, "%s:%s", kind, value), &one))
			add_key(r, identifier_key(r->scratch, one));
	}
}

static const char *
keep_date(struct reading *r, const char *date)
{
	char *kept;

	if (date == NULL)
		return NULL;
	kept = strmap_get(r->dates, date);
	if (kept == NULL) {
		kept = arena_text(r->p->arena, date);
		strmap_put(r->dates, date, kept);
	}
	return kept;
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

static bool
add_line(struct reading *r, const char *bytes, size_t length, long offset)
{
	struct predecessor *p = r->p;
	const struct json *line = json_parse(r->scratch, bytes, length, NULL);
	const char *id = json_string(json_get(line, "id"));
	struct prior *prior;

	if (id == NULL || p->prior_count == UINT32_MAX)
		return false;
	p->priors = grow(p->priors, p->prior_count, &r->prior_room, sizeof *p->priors);
	prior = &p->priors[p->prior_count];
	prior->registered.id = arena_text(p->arena, id);
	prior->registered.citation_key = arena_text(
	    p->arena, json_string(json_get(line, "citation_key")));
	prior->registered.first_seen = keep_date(
	    r, json_string(json_get(line, "first_seen")));
	prior->offset = offset;
	prior->print = watch_print_line(line, &r->text);
	if (!json_integer(json_get(line, "cited_by_count"), &prior->cited))
		prior->cited = -1;
	add_keys(r, line, id);
	count_tiles(&p->tiles, line);
	p->prior_count++;
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

const char *
predecessor_read_works(struct predecessor *p)
{
	struct reading reading = { .p = p };
	const char *reason = NULL;
	char *line = NULL;
	size_t room = 0, number = 0;
	long offset = 0;
	ssize_t length;

	p->works = fopen(file_join(p->arena, p->folder, "data/works.jsonl"), "rbe");
	if (p->works == NULL)
		return "it has no data/works.jsonl";
	reading.scratch = arena_new();
	reading.dates = strmap_new();
	buffer_init(&reading.text, 0);
	while (reason == NULL && (length = getline(&line, &room, p->works)) >= 0) {
		number++;
		if (!add_line(&reading, line, (size_t)length, offset))
			reason = arena_printf(
			    p->arena, "data/works.jsonl:%zu is no record", number);
		offset += length;
		arena_reset(reading.scratch);
	}
	free(line);
	buffer_free(&reading.text);
	strmap_free(reading.dates);
	arena_free(reading.scratch);
	if (p->key_count > 1)
		qsort(p->keys, p->key_count, sizeof *p->keys, by_print);
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
