/* Lists that are no Markdown: how they are told apart, lines, broken records. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "in_arena.h"
#include "list/format.h"
#include "list/list.h"
#include "list/record/latex.h"
#include "list/record/record.h"
#include "model/entry.h"
#include "within.h"

static struct list
read_as(const char *source, const char *text)
{
	const char *reason = NULL;
	struct list list;

	assert_true(list_read(arena, "l", source, text, strlen(text), &list, &reason));
	return list;
}

static void
assert_format(const char *source, const char *text, const char *name)
{
	assert_string_equal(format_of(source, text, strlen(text))->name, name);
}

static void
test_suffix_decides(void **state)
{
	(void)state;
	assert_format("a.bib", "# Heading", "BibTeX");
	assert_format("dir.csv/a.JSONL", "", "JSON");
	assert_format("https://x.example/a.csv?raw=1#top", "", "CSV");
	assert_format("a.csv?raw=1", "# Heading", "Markdown");
	assert_format("README.md", "title,url\n", "Markdown");
	assert_format("projects.yaml", "# Heading", "YAML");
	assert_format("bib", "", "Markdown");
}

static void
test_content_decides(void **state)
{
	(void)state;
	assert_format("-", "% by hand\n\n@Article{a,", "BibTeX");
	assert_format("-", "@misc (a,", "BibTeX");
	assert_format("-", "@somebody asked: {", "Markdown");
	assert_format("-", "TY  - JOUR\nTI  - A\n", "RIS");
	assert_format("-", "\n\nTY - JOUR\r\n", "RIS");
	assert_format("-", "TYPE - of a list\n", "Markdown");
	assert_format("-", "PMID- 31415926\nTI  - A\n", "MEDLINE");
	assert_format("a.nbib", "", "MEDLINE");
	assert_format("-", "PMID- is what it is called\n", "Markdown");
	assert_format("-", "# Ours\n2301.04567\n\nPMID: 31415926 # good\n", "lines");
	assert_format("a.txt", "10.5555/a.1\nhttps://x.example/\n", "lines");
	assert_format("-", "https://arxiv.org/abs/2301.04567\n", "Markdown");
	assert_format("-", "10.5555/a.1\n10.5555/a.2\nand words\n", "Markdown");
	assert_format("a.md", "10.5555/a.1\n10.5555/a.2\n", "Markdown");
	assert_format("-", "title,url,year\nA,B,C\n", "CSV");
	assert_format("-", "Title\tPaper Link\n", "CSV");
	assert_format("-",
	    "Key,Item Type,Publication Year,Author,Title,Publication Title,ISBN,ISSN,DOI,"
	    "Url,Pages,Num Pages,Issue,Volume,Series Text,Place,Language,Rights,Archive,"
	    "Call Number,Notes,File Attachments,Manual Tags,Automatic Tags,Translator\n",
	    "CSV");
	assert_format("-", "Title, that is how, it begins\n", "Markdown");
	assert_format("-", "| title | url |\n", "Markdown");
	assert_format("-", "{\"title\": \"A\"}\n", "JSON");
	assert_format("-", "[\n {\"title\": \"A\"}]\n", "JSON");
	assert_format("-", "[![badge](u)](v)\n", "Markdown");
	assert_format("-", "[{note}](u)\n", "Markdown");
	assert_format("-", "", "Markdown");
}

static void
test_bibtex_lines(void **state)
{
	struct list list = read_as("a.bib",
	    "\xEF\xBB\xBF@string{x = \"X\"}\r\n"
	    "\r\n@misc{a,\r\n title = {A\r\n B}}\r\n@misc{b, title = x}"
	    "@misc{c, title = {C # D} # x}");

	(void)state;
	assert_int_equal(list.entry_count, 3);
	assert_int_equal(list.lines, 6);
	assert_int_equal(list.broken, 0);
	assert_int_equal(list.entries[0].line, 3);
	assert_string_equal(list.entries[0].title, "A B");
	assert_int_equal(list.entries[1].line, 6);
	assert_string_equal(list.entries[1].title, "X");
	assert_int_equal(list.entries[2].line, 6);
	assert_string_equal(list.entries[2].title, "C # DX");
}

/* One bad entry is told, with its line, and never stops the file. */
static void
test_bibtex_broken(void **state)
{
	static const char *const bad[] = {
		"@misc{bad, title = {never closed\n",
		"@misc{bad, title = \"never closed\n",
		"@misc{bad, title =\n",
		"@misc{bad, year = 2020}\n",
		"@misc{bad\n",
		"@misc{\n",
	};

	(void)state;
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		struct list list = read_as("a.bib",
		    arena_printf(arena,
			"@misc{a, title = {A}}\n%s@misc{b, title = {B}}\n", bad[i]));
		assert_int_equal(list.entry_count, 2);
		assert_string_equal(list.entries[1].title, "B");
		assert_int_equal(list.entries[1].line, 3);
		assert_int_equal(list.broken, 1);
		assert_int_equal(list.broken_line, 2);
		assert_non_null(list.broken_why);
	}
}

/* A parent may stand behind its children; it needs no title itself. */
static void
test_bibtex_crossref(void **state)
{
	struct list list = read_as("a.bib",
	    "@inproceedings{a, title={A}, "
	    "crossref={Conf23}}\n@inproceedings{b, title={B}, year=2020, "
	    "crossref=\"none\"}\n@proceedings{conf23,\n booktitle={The "
	    "Conference}, year=2023}\n");

	(void)state;
	assert_int_equal(list.entry_count, 2);
	assert_string_equal(list.entries[0].venue, "The Conference");
	assert_string_equal(list.entries[0].date, "2023");
	assert_null(list.entries[1].venue);
	assert_int_equal(list.broken, 0);
}

/* Macros of macros that double each time must stay small. */
static void
test_bibtex_macros_are_bounded(void **state)
{
	char *text = arena_text(arena, "@string{m0 = \"abcdefghijklmnopqrstuvwxyz\"}\n");
	struct list list;
	size_t before;

	(void)state;
	for (unsigned i = 1; i < 40; i++)
		text = arena_printf(
		    arena, "%s@string{m%u = m%u # m%u}\n", text, i, i - 1, i - 1);
	text = arena_printf(arena, "%s@misc{a, title = m39 # {T}}\n", text);
	before = arena_used(arena);
	list = read_as("a.bib", text);
	assert_int_equal(list.entry_count, 1);
	assert_true(arena_used(arena) - before < 1 << 20);
}

static void
test_latex(void **state)
{
	static const struct {
		const char *from, *to;
		bool verbatim;
	} cases[] = {
		{ "G{\\\"o}del", "Gödel", false },
		{ "\\'{\\i} \\v{s}\\v c \\c{c} {\\H o} \\~n \\k{a}", "í šč ç ő ñ ą",
		    false },
		{ "{\\ss}\\o{} \\L{}\\'od\\'z \\AA", "ßø Łódź Å", false },
		{ "a \\& b, 5\\% \\$x \\_y \\#z", "a & b, 5% $x _y #z", false },
		{ "``q'' a--b c---d e~f", "“q” a–b c—d e f", false },
		{ "$\\alpha_{i}^2$ \\emph{it} \\textbf{b}", "αi2 it b", false },
		{ "H$_2$O under_score", "H2O under_score", false },
		{ "\\url{https://x.example/~a--b\\_c}", "https://x.example/~a--b_c",
		    true },
		{ "\\href{https://x.example/}{words}", "https://x.example/ words",
		    false },
		{ "10.1000/a\\_b--c~d", "10.1000/a_b--c~d", true },
		{ "\\~{}me", "~me", true },
		{ "ends in \\", "ends in", false },
		{ "\\\"", "\"", false },
		{ "already ö, 中文", "already ö, 中文", false },
		{ "\\中", "中", false },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_string_equal(
		    latex_text(arena, cases[i].from, cases[i].verbatim), cases[i].to);
}

static void
test_people(void **state)
{
	static const struct {
		const char *from, *to;
	} cases[] = {
		{ "Doe, Jane and Roe, R. and others", "Jane Doe, R. Roe, et al." },
		{ "Jane Doe\n\tAND {Barnes and Noble, Inc.}",
		    "Jane Doe; Barnes and Noble, Inc." },
		{ "van der Berg, Anna and Smith, Jr., John",
		    "Anna van der Berg, John Smith Jr." },
		{ "Andersen, Sand", "Sand Andersen" },
		{ " and ", NULL },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct list list = read_as("a.bib",
		    arena_printf(
			arena, "@misc{a, title={T}, author={%s}}", cases[i].from));
		assert_int_equal(list.entry_count, 1);
		if (cases[i].to == NULL)
			assert_null(list.entries[0].authors);
		else
			assert_string_equal(list.entries[0].authors, cases[i].to);
	}
}

static void
test_csv_lines(void **state)
{
	struct list list = read_as("a.csv",
	    "\xEF\xBB\xBFTitle,URL\r\n"
	    "\"A\r\nB\",u\r\n\r\nC,https://c.example/\r\nD");

	(void)state;
	assert_int_equal(list.entry_count, 3);
	assert_int_equal(list.entries[0].line, 2);
	assert_string_equal(list.entries[0].title, "A B");
	assert_int_equal(list.entries[1].line, 5);
	assert_int_equal(list.entries[2].line, 6);
	assert_int_equal(list.broken, 0);
}

static void
test_csv_broken(void **state)
{
	const char *reason = NULL;
	struct list list = read_as("a.csv", "title,url\nA,\"open\nB,u\n,v\n");

	(void)state;
	assert_int_equal(list.entry_count, 2);
	assert_string_equal(list.entries[0].title, "A");
	assert_string_equal(list.entries[1].title, "B");
	assert_int_equal(list.entries[1].line, 3);
	assert_int_equal(list.broken, 2);
	assert_int_equal(list.broken_line, 2);
	/* What Excel puts in front; columns that are no names. */
	list = read_as("a.csv",
	    "sep=;\r\nTitle;Publication;LLM\r\n"
	    "A, B;Science;GPT\r\n");
	assert_int_equal(list.entry_count, 1);
	assert_int_equal(list.entries[0].line, 3);
	assert_string_equal(list.entries[0].title, "A, B");
	assert_string_equal(list.entries[0].venue, "Science");
	assert_null(list.entries[0].name);
	assert_false(list_read(arena, "l", "a.csv", "x,y\n1,2\n", 8, &list, &reason));
	assert_non_null(strstr(reason, "title or name"));
}

static void
test_json_broken(void **state)
{
	struct list list = read_as("a.json", "\n{\n \"x\": 1\n}\n");

	(void)state;
	assert_int_equal(list.broken, 1);
	assert_int_equal(list.broken_line, 2);
	list = read_as("a.jsonl",
	    "\n{\"title\": \"A\"}\n{\"title\n"
	    "[1]\n{\"url\": \"https://x.example/\"}\n{\"title\": \"B\"}");
	assert_int_equal(list.entry_count, 2);
	assert_int_equal(list.entries[0].line, 2);
	assert_int_equal(list.entries[1].line, 6);
	assert_int_equal(list.broken, 3);
	assert_int_equal(list.broken_line, 3);
}

static void
test_pages_become_files(void **state)
{
	static const char *const cases[][2] = {
		{ "https://github.com/o/r", "/o/r/HEAD/README.md" },
		{ "http://www.github.com/o/r.git/", "/o/r/HEAD/README.md" },
		{ "https://github.com/o/r?tab=readme-ov-file#papers",
		    "/o/r/HEAD/README.md" },
		{ "https://github.com/o/r/blob/main/a/b%20c.md?plain=1#L7",
		    "/o/r/main/a/b%20c.md" },
		{ "https://github.com/o/r/raw/main/l.bib", "/o/r/main/l.bib" },
		{ "https://github.com/o/r/tree/dev/lists/", "/o/r/dev/lists/README.md" },
	};
	struct list_address a;

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		assert_true(list_address(arena, cases[i][0], NULL, &a));
		assert_true(a.page);
		assert_string_equal(a.fetch[0],
		    arena_printf(
			arena, "https://raw.githubusercontent.com%s", cases[i][1]));
		assert_string_equal(a.shown, cases[i][0]);
		/* A mirror is what is fetched, and what is shown. */
		assert_true(
		    list_address(arena, cases[i][0], "http://mirror.example/raw", &a));
		assert_string_equal(a.shown,
		    arena_printf(arena, "http://mirror.example/raw%s", cases[i][1]));
	}
	assert_true(list_address(arena, "https://github.com/o/r", NULL, &a));
	assert_int_equal(a.count, 3);
	assert_true(list_address(arena, "https://x.example/l.md", NULL, &a));
	assert_false(a.page);
	assert_string_equal(a.fetch[0], "https://x.example/l.md");
	assert_true(list_address(arena, "https://github.com/o/r/issues/1", NULL, &a));
	assert_false(a.page);
}

static void
test_secrets_are_not_shown(void **state)
{
	struct list_address a;

	(void)state;
	assert_true(list_address(arena,
	    "https://me:pa%40ss@x.example/l.md?"
	    "token=abc&v=2&X-Amz-Signature=d&key=e#top",
	    NULL, &a));
	assert_string_equal(a.shown, "https://x.example/l.md?v=2#top");
	assert_string_equal(a.fetch[0],
	    "https://x.example/l.md?token=abc&v=2"
	    "&X-Amz-Signature=d&key=e#top");
	assert_string_equal(a.user, "me");
	assert_string_equal(a.password, "pa@ss");
	assert_true(list_address(arena, "https://ghp_x@github.com/o/r", NULL, &a));
	assert_string_equal(a.user, "ghp_x");
	assert_string_equal(a.shown, "https://github.com/o/r");
	assert_true(list_address(arena, "https://x.example/@user/l.md", NULL, &a));
	assert_null(a.user);
	/* What is no address is not shown at all. */
	assert_false(list_address(arena, "https://me:pass@", NULL, &a));
	assert_null(strstr(a.shown, "pass"));
	assert_false(list_address(arena, "ftp://me:pass@x.example/", NULL, &a));
	assert_null(strstr(a.shown, "pass"));
}

static void
test_short_names(void **state)
{
	static const char *const cases[][2] = {
		{ "https://github.com/o/r", "r" },
		{ "https://github.com/o/llm.c.git", "llm.c" },
		{ "https://github.com/o/r/blob/main/README.md", "r" },
		{ "https://github.com/o/r/blob/main/a/models.md", "models" },
		{ "https://github.com/o/r/tree/main/docs", "r" },
		{ "https://raw.githubusercontent.com/o/r/main/x.bib", "x" },
		{ "https://x.example/lists/README.md", "lists" },
		{ "http://x.example:8080/README.md", "x.example-8080" },
		{ "https://x.example/a/papers.csv?x=/y", "papers" },
		{ "https://x.example", "x.example" },
		{ "dir/004_x.txt", "004_x" },
		{ "-", "stdin" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_string_equal(list_short_name(arena, cases[i][0]), cases[i][1]);
}

/* Bytes that are no UTF-8 are read in a copy, which outlives each record. */
static void
test_latin_bytes(void **state)
{
	static const char *const sources[] = { "a.bib", "a.csv", "a.jsonl" };
	static const char *const texts[] = {
		"@misc{a, title={A \xFC}}\n@misc{b, title={B}}\n",
		"title,url\nA \xFC,u\nB,v\n",
		"{\"title\":\"A \xFC\"}\n{\"title\":\"B\"}\n",
	};

	(void)state;
	for (size_t i = 0; i < 3; i++) {
		struct list list = read_as(sources[i], texts[i]);
		assert_int_equal(list.entry_count, 2);
		assert_string_equal(list.entries[0].title, "A \xEF\xBF\xBD");
		assert_string_equal(list.entries[1].title, "B");
	}
}

/* Every beginning of a good file: no crash, lines inside, titles there. */
static void
test_cut_anywhere(void **state)
{
	static const struct {
		const char *source, *text;
	} cases[] = {
		{ "a.bib",
		    "@string{s={v}}\n@comment{x}\n@article{k,\n author = "
		    "{A and {B, C}}, title = \"T {\\\"o}\" # s # 12,\n eprint={2401."
		    "00001}\n}\n" },
		{ "a.csv",
		    "title,url\n\"a \"\"b\"\"\n\",https://x.example/;"
		    "https://y.example/\n" },
		{ "a.jsonl",
		    "{\"title\":\"a\",\"links\":[{\"url\":\"https://x."
		    "example/\",\"role\":\"code\"}]}\n{\"title\":\"b\"}\n" },
		{ "a.ris",
		    "TY  - JOUR\nAU  - Roe, Ann, Jr.\nTI  - a\n  b\n\nDA  - 2024/11/"
		    "07/x\nER  - \nTY  - BOOK\nT1  - c\n" },
		{ "a.nbib",
		    "PMID- 1\nTI  - [a\n      b].\nAU  - Roe A\nDP  - 2024 Nov-Dec\nLID "
		    "- "
		    "10.5555/x [doi]\n\nPMID- 2\nBTI - c\n" },
		{ "a.yaml",
		    "# r\nlabels:\n  - name: x\nprojects:\n  - name: \"a: b\"\n    "
		    "links:\n      paper: https://x.example/\n    authors: [A, 'B']\n"
		    "  - title: |\n      long\n      text\n    authors:\n    - - a\n" },
		{ "a.json", "{\"works\":[{\"title\":\"a\"},{\"title\":\"b\"}]}" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		for (size_t n = 0; n <= strlen(cases[i].text); n++) {
			const char *reason = NULL;
			struct list list;
			if (!list_read(arena, "l", cases[i].source, cases[i].text, n,
				&list, &reason)) {
				assert_non_null(reason);
				continue;
			}
			for (size_t e = 0; e < list.entry_count; e++) {
				assert_within(list.entries[e].line, 1, list.lines);
				assert_true(*list.entries[e].title != '\0');
			}
		}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_suffix_decides),
		cmocka_unit_test(test_content_decides),
		cmocka_unit_test(test_bibtex_lines),
		cmocka_unit_test(test_bibtex_broken),
		cmocka_unit_test(test_bibtex_crossref),
		cmocka_unit_test(test_bibtex_macros_are_bounded),
		cmocka_unit_test(test_latex),
		cmocka_unit_test(test_people),
		cmocka_unit_test(test_csv_lines),
		cmocka_unit_test(test_csv_broken),
		cmocka_unit_test(test_json_broken),
		cmocka_unit_test(test_pages_become_files),
		cmocka_unit_test(test_secrets_are_not_shown),
		cmocka_unit_test(test_short_names),
		cmocka_unit_test(test_latin_bytes),
		cmocka_unit_test(test_cut_anywhere),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
