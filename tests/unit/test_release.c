/* What a release is made of, seen from inside: escapes, names, read back. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/clock.h"
#include "base/csv.h"
#include "base/file.h"
#include "base/json.h"
#include "in_arena.h"
#include "release/facts/facts.h"
#include "release/folder/folder.h"
#include "release/predecessor/known.h"
#include "release/record/bibtex.h"
#include "release/record/watch.h"
#include "release/tally/tally.h"
#include "release/text/escape.h"
#include "sample.h"

static const char *
written(void (*escape)(struct buffer *, const char *), const char *text)
{
	struct buffer out;
	const char *result;

	buffer_init(&out, 0);
	escape(&out, text);
	result = arena_text_n(arena, out.bytes == NULL ? "" : out.bytes, out.length);
	buffer_free(&out);
	return result;
}

static void
guards_formulas_but_not_numbers(void **state)
{
	static const char *const cells[][2] = {
		{ "=1+1", "'=1+1" },
		{ "+1 x", "'+1 x" },
		{ "-x", "'-x" },
		{ "@SUM(A1)", "'@SUM(A1)" },
		{ "\t=1", "' =1" },
		{ "\xef\xbc\x9d"
		  "1",
		    "'\xef\xbc\x9d"
		    "1" },
		{ "-12.5e+3", "-12.5e+3" },
		{ "+7", "+7" },
		{ "-12.", "'-12." },
		{ "1-2", "1-2" },
		{ "a\nb", "\"a b\"" },
		{ "a,b", "\"a,b\"" },
		{ "say \"x\"", "\"say \"\"x\"\"\"" },
		{ "'=x", "''=x" },
		{ "'n Titel", "'n Titel" },
		{ "\x1b[31m", " [31m" },
		{ "a\xff", "a\xef\xbf\xbd" },
		{ "", "" },
		{ NULL, "" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cells / sizeof *cells; i++) {
		const char *cell = written(escape_csv, cells[i][0]);

		assert_string_equal(cell, cells[i][1]);
	}
}

static void
reads_back_its_own_csv(void **state)
{
	static const char *const texts[] = { "=1+1", "'=x", "''=y", "plain", "a,b",
		"say \"x\"", "-5", "'quoted'", "", "@x" };
	enum { TEXTS = sizeof texts / sizeof *texts };
	struct csv csv = { .line = 1 };
	struct csv_row read;
	struct buffer row;

	(void)state;
	buffer_init(&row, 0);
	for (size_t i = 0; i < TEXTS; i++) {
		if (i > 0)
			buffer_char(&row, ',');
		escape_csv(&row, texts[i]);
	}
	buffer_text(&row, "\r\n");
	csv.at = row.bytes;
	csv.end = row.bytes + row.length;
	assert_true(csv_next(arena, &csv, &read));
	assert_int_equal(read.count, TEXTS);
	for (size_t i = 0; i < TEXTS; i++)
		assert_string_equal(escape_csv_undo(read.cells[i]), texts[i]);
	assert_false(csv_next(arena, &csv, &read));
	assert_null(csv.trouble);
	buffer_free(&row);
}

static void
markup_cannot_be_broken_out_of(void **state)
{
	(void)state;
	assert_string_equal(written(escape_html, "<a href=\"x\">'&\x01\t"),
	    "&lt;a href=&quot;x&quot;&gt;&#39;&amp; ");
	assert_string_equal(written(escape_html,
				"a\xe2\x80\xae"
				"b\xc2\x85"
				"c\xef\xbf\xbe"
				"d"),
	    "abcd");
	assert_string_equal(written(escape_markdown, "[x](http://y) | <b> `c`\n# d"),
	    "\\[x\\](http\\://y) \\| &lt;b&gt; \\`c\\` \\# d");
	assert_string_equal(written(escape_yaml, "a\"b\\c\n\xc2\x85\xf0\x9f\xa4\x97"),
	    "\"a\\\"b\\\\c\\u000A\\u0085\xf0\x9f\xa4\x97\"");
	assert_string_equal(written(escape_bibtex, "}{\\%&$#_~^"),
	    "\\textbraceright{}\\textbraceleft{}\\textbackslash{}"
	    "\\%\\&\\$\\#\\_\\textasciitilde{}\\textasciicircum{}");
	assert_string_equal(
	    written(escape_bibtex_title, "BioGPT and  BERT: a GPT-4 survey of X"),
	    "{BioGPT} and {BERT:} a {GPT-4} survey of X");
	assert_string_equal(written(escape_bibtex_verbatim, "http://x/{a} b\\\xc3\xa4"),
	    "http://x/%7Ba%7D%20b%5C%C3%A4");
}

static void
file_names_are_plain(void **state)
{
	(void)state;
	assert_string_equal(escape_file_name(arena, "Medical LLMs"), "Medical-LLMs");
	assert_string_equal(escape_file_name(arena, "../../etc/passwd"), "etc-passwd");
	assert_string_equal(escape_file_name(arena, ".hidden"), "hidden");
	assert_string_equal(escape_file_name(arena, "\xe5\x8c\xbb"), "release");
	assert_string_equal(escape_file_name(arena, NULL), "release");
	assert_string_equal(escape_file_name(arena, "a\n-b/"), "a--b");
}

static void
knows_releases_by_their_name(void **state)
{
	char date[11];
	unsigned number;

	(void)state;
	assert_true(folder_parse_name("x-2026-11-20", "x", date, &number));
	assert_string_equal(date, "2026-11-20");
	assert_int_equal(number, 1);
	assert_true(folder_parse_name("x-2026-11-20.12", "x", date, &number));
	assert_int_equal(number, 12);
	assert_false(folder_parse_name("x-2026-11-20.1", "x", date, &number));
	assert_false(folder_parse_name("x-2026-11-20.tar.gz", "x", date, &number));
	assert_false(folder_parse_name("x-2026-13-20", "x", date, &number));
	assert_false(folder_parse_name("x-y-2026-11-20", "x", date, &number));
	assert_false(folder_parse_name("xy-2026-11-20", "x", date, &number));
	assert_false(folder_parse_name("x-2026-11", "x", date, &number));
}

/* The two sides of a comparison must not drift apart. */
static void
a_record_and_its_line_say_the_same(void **state)
{
	struct record *records = sample_records(arena, 60);
	struct buffer line, a, b;

	(void)state;
	buffer_init(&line, 0);
	buffer_init(&a, 0);
	buffer_init(&b, 0);
	for (size_t i = 0; i < 60; i++) {
		const struct json *parsed;

		buffer_clear(&line);
		release_record_json(&records[i], &line);
		parsed = json_parse(arena, line.bytes, line.length, NULL);
		assert_non_null(parsed);
		for (enum watch w = 0; w < WATCHES; w++) {
			buffer_clear(&a);
			buffer_clear(&b);
			buffer_text(&a, ">");
			buffer_text(&b, ">");
			watch_record(w, &records[i], &a);
			watch_line(w, parsed, &b);
			assert_string_equal(a.bytes, b.bytes);
		}
		assert_true(
		    watch_print_record(&records[i], &a) == watch_print_line(parsed, &b));
	}
	buffer_free(&line);
	buffer_free(&a);
	buffer_free(&b);
}

static const char *
temporary_folder(void)
{
	const char *base = getenv("TMPDIR");
	char *path = arena_printf(
	    arena, "%s/enrich-release-XXXXXX", base == NULL ? "/tmp" : base);

	assert_non_null(mkdtemp(path));
	return path;
}

static void
remembers_what_it_released(void **state)
{
	const char *folder = temporary_folder(), *reason;
	struct release_settings settings;
	struct release_result result;
	struct record *records = sample_records(arena, 12);
	struct finding *findings = sample_findings(arena, 36);
	struct predecessor *p;
	struct registered known;
	size_t open = 0;

	(void)state;
	sample_settings(&settings, folder, false);
	assert_int_equal(sample_release(arena, &settings, 12, NULL, &result), RELEASE_OK);
	assert_null(predecessor_open(&settings, NULL, NULL, &reason));
	assert_null(reason); /* of this day: not before the clock */
	settings.clock += 86400;
	assert_null(predecessor_open(&settings, "none", NULL, &reason));
	assert_null(reason);
	p = predecessor_open(&settings, NULL, NULL, &reason);
	assert_non_null(p);
	for (size_t i = 0; i < 12; i++) {
		assert_true(predecessor_work(p, records[i].id, &known));
		assert_string_equal(known.id, records[i].id);
		assert_string_equal(known.citation_key, records[i].citation_key);
		assert_string_equal(known.first_seen, "2026-11-20");
	}
	/* By any identifier, in the spelling that is compared. */
	assert_true(predecessor_work(p, "github:owner/repo6", &known));
	assert_string_equal(known.id, "arxiv:2401.00006");
	assert_true(predecessor_work(p, "doi:10.1000/x9", &known));
	assert_false(predecessor_work(p, "arxiv:2401.99999", &known));
	for (size_t i = 0; i < 36; i++) {
		const char *since = predecessor_finding(p, findings[i].key);

		if (findings[i].state == FINDING_GONE)
			continue;
		open++;
		assert_string_equal(since, "2026-11-13");
	}
	assert_null(predecessor_finding(p, "ffffffff"));
	assert_int_equal(predecessor_findings(p)->count, open);
	assert_string_equal(predecessor_findings(p)->v[1].given, findings[1].given);
	predecessor_close(p);
	assert_true(file_remove_tree(folder));
}

static void
same_index(const struct index *a, const struct index *b)
{
	assert_int_equal(a->prior_count, b->prior_count);
	assert_int_equal(a->key_count, b->key_count);
	for (size_t i = 0; i < a->prior_count; i++) {
		const struct prior *x = &a->priors[i], *y = &b->priors[i];

		assert_string_equal(x->registered.id, y->registered.id);
		assert_string_equal(
		    x->registered.citation_key, y->registered.citation_key);
		assert_string_equal(x->registered.first_seen, y->registered.first_seen);
		assert_true(x->offset == y->offset && x->print == y->print &&
		    x->cited == y->cited);
	}
	for (size_t i = 0; i < a->key_count; i++)
		assert_true(a->keys[i].print == b->keys[i].print &&
		    a->keys[i].prior == b->keys[i].prior);
	assert_memory_equal(&a->tiles, &b->tiles, sizeof a->tiles);
}

/* What a release says of its works while it is written is what is read of it. */
static void
index_is_as_read(void **state)
{
	const char *folder = temporary_folder(), *reason;
	struct record *records = sample_records(arena, 60);
	struct release_settings settings;
	struct release_result result;
	struct release_memo made, cut;
	struct release *release;
	struct predecessor *read, *known;
	char *bytes;

	(void)state;
	sample_settings(&settings, folder, false);
	release = release_open(&settings, NULL, &reason);
	assert_non_null(release);
	for (size_t i = 0; i < 60; i++)
		release_add(release, &records[i], NULL);
	assert_int_equal(release_finish(release, &result), RELEASE_OK);
	made = release_index(release);
	made.bytes = bytes = arena_text_n(arena, made.bytes, made.length);
	release_close(release);
	settings.clock += 86400;
	read = predecessor_open(&settings, NULL, NULL, &reason);
	known = predecessor_open(&settings, NULL, &made, &reason);
	assert_true(read != NULL && known != NULL);
	/* Its texts lie in what was given: it was taken. */
	assert_true(known->index.priors[0].registered.id > made.bytes &&
	    known->index.priors[0].registered.id < made.bytes + made.length);
	same_index(&known->index, &read->index);
	predecessor_close(known);
	/* Cut anywhere it is none, and the file is read. */
	for (size_t length = 0; length < made.length; length += 97) {
		cut = (struct release_memo){ made.bytes, length };
		known = predecessor_open(&settings, NULL, &cut, &reason);
		same_index(&known->index, &read->index);
		predecessor_close(known);
	}
	/* Of another file, by its digest: the last sign of it. */
	bytes[8 + 63] ^= 1;
	known = predecessor_open(&settings, NULL, &made, &reason);
	assert_false(known->index.priors[0].registered.id > made.bytes &&
	    known->index.priors[0].registered.id < made.bytes + made.length);
	same_index(&known->index, &read->index);
	predecessor_close(known);
	predecessor_close(read);
	assert_true(file_remove_tree(folder));
}

static void
keeps_the_newest(void **state)
{
	const char *folder = temporary_folder();
	struct release_settings settings;
	struct release_result result;
	const char *first = NULL, *first_archive = NULL;

	(void)state;
	sample_settings(&settings, folder, false);
	for (int i = 0; i < 4; i++) {
		settings.clock = SAMPLE_CLOCK + i / 2 * 86400;
		assert_int_equal(
		    sample_release(arena, &settings, 1, NULL, &result), RELEASE_OK);
		if (i == 0) {
			first = result.folder;
			first_archive = result.archive;
		}
	}
	assert_true(
	    file_replace(arena_printf(arena, "%s.summary.json", first), "{}", 2, 0644));
	assert_true(
	    file_make_folder(file_join(arena, folder, "Medical-LLMs-2020-01-01"), 0755));
	assert_true(file_exists(first));
	release_sweep(&settings, 0);
	assert_true(file_exists(first));
	release_sweep(&settings, 3);
	assert_false(file_exists(first));
	assert_false(file_exists(first_archive));
	assert_false(file_exists(arena_printf(arena, "%s.summary.json", first)));
	assert_true(file_exists(result.folder));
	assert_true(file_exists(arena_printf(arena, "%s.2", first)));
	/* Not a release of ours, whatever it is called. */
	assert_true(file_exists(file_join(arena, folder, "Medical-LLMs-2020-01-01")));
	release_sweep(&settings, 1);
	assert_true(file_exists(result.folder));
	assert_false(file_exists(arena_printf(arena, "%s.2", first)));
	assert_true(file_remove_tree(folder));
}

static void
unfinished_is_removed(void **state)
{
	const char *folder = temporary_folder(), *words;
	struct release_settings settings;
	struct release *a, *b;

	(void)state;
	sample_settings(&settings, folder, false);
	a = release_open(&settings, NULL, &words);
	assert_non_null(a);
	/* A second one at the same time does not sweep the first away. */
	b = release_open(&settings, NULL, &words);
	assert_non_null(b);
	release_add(a, sample_records(arena, 1), NULL);
	release_close(b);
	release_close(a);
	release_close(NULL);
	assert_int_equal(rmdir(folder), 0);
}

static void
citations_fall_into_bins(void **state)
{
	static const int64_t firsts[] = { 0, 1, 3, 10, 30, 100, 300, 1000, 3000 };

	(void)state;
	for (size_t i = 0; i < TALLY_BINS; i++) {
		assert_int_equal(tally_bin(firsts[i]), i);
		if (i > 0)
			assert_int_equal(tally_bin(firsts[i] - 1), i - 1);
	}
	assert_int_equal(tally_bin(INT64_MAX), TALLY_BINS - 1);
}

/* One row of a list is one line for people, whatever was found in it. */
static void
a_row_is_told_once(void **state)
{
	static const struct {
		const char *list, *code;
		unsigned line, part;
		enum finding_class class;
		enum finding_state state;
	} found[] = {
		{ "a", "date-before-id", 7, 1, FINDING_FIX, FINDING_OPEN },
		{ "a", "malformed-link", 7, 1, FINDING_FIX, FINDING_OPEN },
		{ "a", "gated", 8, 1, FINDING_NOTE, FINDING_NEW },
		{ "a", "gone", 9, 1, FINDING_DECIDE, FINDING_ACCEPTED },
		{ "a", "label-target", 9, 1, FINDING_DECIDE, FINDING_NEW },
		{ "a", "malformed-link", 9, 2, FINDING_FIX, FINDING_OPEN },
		{ "b", "renamed", 9, 1, FINDING_FIX, FINDING_NEW },
	};
	struct release_settings settings = { .name = "x" };
	struct tally tally;

	(void)state;
	tally_init(&tally, arena, &settings);
	for (size_t i = 0; i < sizeof found / sizeof *found; i++) {
		struct finding f = { .code = found[i].code,
			.list = found[i].list,
			.line = found[i].line,
			.part = found[i].part,
			.class = found[i].class,
			.state = found[i].state };

		finding_make_key(&f);
		tally_finding(&tally, &f);
	}
	tally_finish(&tally);
	assert_int_equal(tally.totals.fix, 4);
	assert_int_equal(tally.totals.decide, 1);
	assert_int_equal(tally.totals.rows_fix, 2);
	assert_int_equal(tally.totals.rows_decide, 1);
	assert_int_equal(tally.totals.rows_new, 2);
	assert_int_equal(tally.fix_kept, 2);
	assert_int_equal(tally.fix[0].kept, 2);
	assert_string_equal(tally.fix[0].v[1].code, "malformed-link");
	assert_int_equal(tally.decide[0].kept, 2);
	assert_int_equal(tally.decide[0].v[0].line, 9);
	assert_string_equal(tally.fix[1].v[0].list, "b");
	tally_free(&tally);
}

static void
lines_of_lists_have_addresses(void **state)
{
	static const char *const cases[][2] = {
		{ NULL, NULL },
		{ "https://x.example/list.md", "https://x.example/list.md" },
		{ "https://raw.githubusercontent.com/ann/list/main/docs/a.md",
		    "https://github.com/ann/list/blob/main/docs/a.md?plain=1#L7" },
		{ "https://raw.githubusercontent.com/ann/list/refs/heads/main/a.md",
		    "https://github.com/ann/list/blob/main/a.md?plain=1#L7" },
		{ "https://raw.githubusercontent.com/ann/list",
		    "https://raw.githubusercontent.com/ann/list" },
		{ "https://github.com/ann/list/blob/dev/README.md#models",
		    "https://github.com/ann/list/blob/dev/README.md?plain=1#L7" },
		{ "https://github.com/ann/list",
		    "https://github.com/ann/list/blob/HEAD/README.md?plain=1#L7" },
		{ "https://github.com/ann/list/",
		    "https://github.com/ann/list/blob/HEAD/README.md?plain=1#L7" },
		{ "https://gitlab.com/ann/list/-/blob/main/a.md?ref_type=heads",
		    "https://gitlab.com/ann/list/-/blob/main/a.md#L7" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		const struct release_list list = { .name = "list", .url = cases[i][0] };
		const struct release_settings settings = { .lists = &list,
			.list_count = 1 };
		const char *found = facts_line_address(arena, &settings, "list", 7);

		if (cases[i][1] == NULL)
			assert_null(found);
		else
			assert_string_equal(found, cases[i][1]);
		assert_null(facts_line_address(arena, &settings, "other", 7));
	}
}

static void
the_year_is_the_best_known(void **state)
{
	const struct entry undated = { .list = "a" },
			   dated = { .list = "b", .date = "2021-03" };
	const struct entry *const mentions[] = { &undated, &dated };
	struct record record = { .mentions = mentions, .mention_count = 2 };

	(void)state;
	assert_int_equal(facts_year(&record), 2021);
	record.first_public = "2020-12-31";
	assert_int_equal(facts_year(&record), 2020);
	record.year = 2022;
	assert_int_equal(facts_year(&record), 2022);
	assert_int_equal(facts_year(&(struct record){ .id = "x" }), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(guards_formulas_but_not_numbers),
		cmocka_unit_test(reads_back_its_own_csv),
		cmocka_unit_test(markup_cannot_be_broken_out_of),
		cmocka_unit_test(file_names_are_plain),
		cmocka_unit_test(knows_releases_by_their_name),
		cmocka_unit_test(a_record_and_its_line_say_the_same),
		cmocka_unit_test(remembers_what_it_released),
		cmocka_unit_test(index_is_as_read),
		cmocka_unit_test(keeps_the_newest),
		cmocka_unit_test(unfinished_is_removed),
		cmocka_unit_test(citations_fall_into_bins),
		cmocka_unit_test(lines_of_lists_have_addresses),
		cmocka_unit_test(the_year_is_the_best_known),
		cmocka_unit_test(a_row_is_told_once),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
