/*
 * Labelled pairs enter; how often the judge is right leaves, and status 1
 * below the bar.  Two records "a" and "b": are they one work?  An "entry" of a
 * list and the "answer" to its link: is the link wrong?  Ours lie beside this
 * file; a second set is scored where it is at hand.
 *
 *	score_pairs [--show] [--held | --precise] [FILE…]
 *
 * "says": words that one of the reasons must have.  --held: a link that fills nothing is found, too.  --precise: no bar but that right
 * ones are not blamed.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/file.h"
#include "base/json.h"
#include "judge/judge.h"
#include "judgement_name.h"
#include "model/brief.h"
#include "model/claim.h"
#include "model/entry.h"

#define LEAST_PRECISION 0.97
#define LEAST_RECALL    0.90
#define LEAST_HELD      0.97 /* … where what is held counts as found */
#define LEAST_PRECISE   0.99

static bool showing, held, precise;

/* What is looked for: "same" in pairs, "different" in links. */
struct score {
	unsigned right, wrong, missed, refused;
	unsigned unsymmetric; /* the judge must not care which side is which */
	unsigned silent;      /* no reason says what it must */
	bool links;
};

static const char *
string_at(const struct json *object, const char *key)
{
	return json_string(json_get(object, key));
}

static const struct author *
read_authors(struct arena *arena, const struct json *record, size_t *count)
{
	const struct json *authors = json_get(record, "authors");
	struct author *v = NULL;

	*count = 0;
	for (const struct json *a = authors == NULL ? NULL : authors->child; a != NULL;
	     a = a->next) {
		if (json_string(a) == NULL)
			continue;
		v = arena_push(arena, v, *count, sizeof *v);
		v[(*count)++] = (struct author){ .literal = a->text };
	}
	return v;
}

static int
read_year(const struct json *record)
{
	int64_t year = 0;

	json_integer(json_get(record, "year"), &year);
	return (int)year;
}

static void
describe(struct arena *arena, const struct json *record, struct description *out)
{
	*out = (struct description){
		.title = string_at(record, "title"),
		.subtitle = string_at(record, "subtitle"),
		.venue = string_at(record, "container"),
		.type = string_at(record, "type"),
		.doi = string_at(record, "doi"),
		.arxiv = string_at(record, "arxiv"),
	};
	out->year = read_year(record);
	out->authors = read_authors(arena, record, &out->author_count);
}

static void
show(const struct json *pair, unsigned line, const struct opinion *opinion)
{
	const char *why = string_at(pair, "why");
	static const char *const sides[] = { "a", "b", "entry", "answer" };

	printf("%u: %s (%s%s%s), judged %s\n", line, string_at(pair, "label"),
	    string_at(pair, "reason"), why == NULL ? "" : ": ", why == NULL ? "" : why,
	    judgement_name(opinion->judgement));
	for (size_t i = 0; i < 4; i++)
		if (json_get(pair, sides[i]) != NULL)
			printf("\t%s\n", string_at(json_get(pair, sides[i]), "title"));
	for (size_t i = 0; i < opinion->reason_count; i++)
		printf("\t- %s\n", opinion->reasons[i]);
}

static struct opinion
judge_records(
    struct arena *arena, const struct json *pair, unsigned line, struct score *score)
{
	struct description a, b;
	struct opinion opinion;

	describe(arena, json_get(pair, "a"), &a);
	describe(arena, json_get(pair, "b"), &b);
	opinion = judge_pair(arena, &a, &b);
	if (opinion.judgement != judge_pair(arena, &b, &a).judgement) {
		score->unsymmetric++;
		show(pair, line, &opinion);
	}
	return opinion;
}

/* "row": what stands in the list, where it says more than was read of it. */
static void
read_entry(const struct json *given, struct entry *entry)
{
	const char *row = string_at(given, "row");

	*entry = (struct entry){ .list = "",
		.section = "",
		.title = string_at(given, "title"),
		.name = string_at(given, "name"),
		.date = string_at(given, "date"),
		.authors = string_at(given, "authors"),
		.parts = 1,
		.writing = WRITING_MARKDOWN,
		.row = row,
		.row_length = row == NULL ? 0 : strlen(row) };
}

static struct opinion
judge_link(struct arena *arena, const struct judge_field *field, const struct json *pair)
{
	const struct json *found = json_get(pair, "answer");
	const struct judge_link link = { field,
		{ IDENTIFIER_ARXIV, string_at(found, "arxiv") } };
	struct claim authors = { .field = FIELD_AUTHORS };
	struct entry entry;
	struct brief brief = { .kind = BRIEF_PAPER,
		.claims = &authors,
		.title = string_at(found, "title"),
		.year = read_year(found) };

	read_entry(json_get(pair, "entry"), &entry);
	authors.authors = read_authors(arena, found, &authors.author_count);
	brief.claim_count = authors.author_count > 0;
	return judge_answer(arena, &entry, &brief, &link);
}

static bool
is_said(const char *words, const struct opinion *opinion)
{
	for (size_t i = 0; words != NULL && i < opinion->reason_count; i++)
		if (strstr(opinion->reasons[i], words) != NULL)
			return true;
	return words == NULL;
}

static void
score_pair(struct arena *arena, const struct judge_field *field, const struct json *pair,
    unsigned line, struct score *score)
{
	const char *label = string_at(pair, "label");
	struct opinion opinion;
	bool looked_for, judged;

	if (label == NULL)
		return;
	score->links = json_get(pair, "entry") != NULL;
	opinion = score->links ? judge_link(arena, field, pair)
			       : judge_records(arena, pair, line, score);
	if (!is_said(string_at(pair, "says"), &opinion)) {
		score->silent++;
		show(pair, line, &opinion);
	}
	if (strcmp(label, "AMBIGUOUS") == 0)
		return;
	looked_for = (strcmp(label, "DIFFERENT") == 0) == score->links;
	judged = opinion.judgement == (score->links ? JUDGE_DIFFERENT : JUDGE_SAME) ||
	    (score->links && held && opinion.held);
	if (judged)
		(*(looked_for ? &score->right : &score->wrong))++;
	else
		(*(looked_for ? &score->missed : &score->refused))++;
	if (showing && looked_for != judged)
		show(pair, line, &opinion);
}

/* The lines of a text, ended; *count of them. */
static char **
read_lines(struct arena *arena, char *text, size_t *count)
{
	char **lines = NULL;

	*count = 0;
	for (char *next; text != NULL && *text != '\0'; text = next) {
		next = strchr(text, '\n');
		if (next != NULL)
			*next++ = '\0';
		lines = arena_push(arena, lines, *count, sizeof *lines);
		lines[(*count)++] = text;
	}
	return lines;
}

/* All entries of a file stand in one list. */
static struct judge_field *
read_field(struct arena *arena, char *const *lines, size_t count)
{
	struct judge_field *field = judge_field_new(arena, 0);

	for (size_t i = 0; i < count; i++) {
		const struct json *pair = json_parse(
		    arena, lines[i], strlen(lines[i]), NULL);
		const struct json *given = json_get(pair, "entry");
		struct entry *entry = arena_alloc(arena, sizeof *entry);

		read_entry(given, entry);
		if (entry->title != NULL)
			judge_field_add(field, arena, entry);
	}
	return field;
}

/* False: not there. */
static bool
score_file(const char *path, struct score *score)
{
	struct arena *text = arena_new(), *arena = arena_new();
	struct judge_field *field;
	struct buffer buffer;
	size_t count = 0;
	char **lines;
	bool there;

	*score = (struct score){ 0 };
	buffer_init(&buffer, 64u << 20);
	there = file_read(path, &buffer);
	lines = !there
	    ? NULL
	    : read_lines(text, arena_text_n(text, buffer.bytes, buffer.length), &count);
	field = read_field(text, lines, count);
	for (size_t i = 0; i < count; i++) {
		const struct json *pair = json_parse(
		    arena, lines[i], strlen(lines[i]), NULL);

		if (pair != NULL)
			score_pair(arena, field, pair, (unsigned)i + 1, score);
		arena_reset(arena);
	}
	judge_field_free(field);
	buffer_free(&buffer);
	arena_free(text);
	arena_free(arena);
	return there;
}

static bool
report(const char *path, const struct score *s)
{
	double precision = s->right + s->wrong == 0
	    ? 0.0
	    : (double)s->right / (double)(s->right + s->wrong);
	double recall = s->right + s->missed == 0
	    ? 0.0
	    : (double)s->right / (double)(s->right + s->missed);

	printf("%s: %s: %u found, %u wrongly, %u missed, %u left alone: "
	       "precision %.3f, recall %.3f\n",
	    path, s->links ? "wrong links" : "same works", s->right, s->wrong, s->missed,
	    s->refused, precision, recall);
	return precision >= (precise ? LEAST_PRECISE : LEAST_PRECISION) &&
	    (precise || recall >= (held ? LEAST_HELD : LEAST_RECALL)) &&
	    s->unsymmetric == 0 && s->silent == 0;
}

int
main(int argc, char **argv)
{
	const char *source = getenv("top_srcdir");
	const char *shared = getenv("ENRICH_SHARED");
	struct arena *arena = arena_new();
	struct score score;
	bool good = true;
	int first = 1;

	for (; first < argc && strncmp(argv[first], "--", 2) == 0; first++) {
		showing |= strcmp(argv[first], "--show") == 0;
		held |= strcmp(argv[first], "--held") == 0;
		precise |= strcmp(argv[first], "--precise") == 0;
	}
	source = source == NULL ? "." : source;
	shared = shared == NULL ? "" : shared;
	for (int i = first; i < argc; i++) {
		if (!score_file(argv[i], &score)) {
			fprintf(stderr, "%s: cannot be read\n", argv[i]);
			good = false;
		} else {
			good &= report(argv[i], &score);
		}
	}
	if (first >= argc) {
		const char *paths[] = {
			arena_printf(arena, "%s/tests/judge/pairs.jsonl", source),
			arena_printf(arena, "%s/tests/judge/links.jsonl", source),
			arena_printf(arena, "%s/match/pairs-dev.jsonl", shared),
		};

		for (size_t i = 0; i < (*shared == '\0' ? 2 : 3); i++)
			good &= score_file(paths[i], &score) && report(paths[i], &score);
	}
	arena_free(arena);
	return good ? 0 : 1;
}
