/* The tools against input made to break them, and identifiers' spellings. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/buffer.h"
#include "base/json.h"
#include "base/markup.h"
#include "base/text.h"
#include "base/url.h"
#include "in_arena.h"
#include "model/identifier.h"

/* `depth` times `open`, then `inside`, then `depth` times `close`. */
static const char *
nest(const char *open, const char *inside, const char *close, int depth)
{
	struct buffer out;
	char *text;

	buffer_init(&out, 0);
	for (int i = 0; i < depth; i++)
		buffer_text(&out, open);
	buffer_text(&out, inside);
	for (int i = 0; i < depth; i++)
		buffer_text(&out, close);
	text = arena_text_n(arena, out.bytes, out.length);
	buffer_free(&out);
	return text;
}

static const struct json *
parse(const char *text)
{
	return json_parse(arena, text, strlen(text), NULL);
}

static void
test_json_depth(void **state)
{
	(void)state;
	assert_non_null(parse(nest("[", "1", "]", 64)));
	assert_null(parse(nest("[", "1", "]", 65)));
	assert_null(parse(nest("{\"a\":", "1", "}", 65)));
	assert_null(parse(nest("[", "", "", 1000000)));
}

static void
assert_string_is(const char *token, const char *bytes, size_t length)
{
	const struct json *value = parse(token);

	assert_non_null(value);
	assert_int_equal(value->length, length);
	assert_memory_equal(value->text, bytes, length);
	assert_int_equal(value->text[length], 0);
	assert_int_equal(value->raw_length, strlen(token));
}

static void
test_json_strings(void **state)
{
	(void)state;
	assert_string_is("\"\\ud83d\\ude00\"", "\xf0\x9f\x98\x80", 4);
	/* Lone and swapped surrogates: one mark each, what follows stays. */
	assert_string_is("\"\\ud800\\u0041\"",
	    "\xef\xbf\xbd"
	    "A",
	    4);
	assert_string_is("\"\\udc00x\"", "\xef\xbf\xbdx", 4);
	assert_string_is("\"\\ud800\"", "\xef\xbf\xbd", 3);
	assert_string_is("\"a\\u0000b\"", "a\0b", 3);
	assert_string_is("\"a\xff"
			 "b\"",
	    "a\xef\xbf\xbd"
	    "b",
	    5);
	assert_string_is("\"\\\\u0041\\\"\"", "\\u0041\"", 7);
}

static void
test_json_numbers(void **state)
{
	int64_t number = 7;

	(void)state;
	assert_true(json_integer(parse("-9223372036854775808"), &number));
	assert_true(number == INT64_MIN);
	assert_false(json_integer(parse("9223372036854775808"), &number));
	assert_false(json_integer(parse("1e3"), &number));
	assert_false(json_integer(parse("1.0"), &number));
	assert_false(json_integer(parse("\"1\""), &number));
	/* A number at the very end, which only the end of input ends. */
	assert_int_equal(parse(" 12 \n")->raw_length, 2);
}

static void
test_fold_is_idempotent(void **state)
{
	(void)state;
	for (unsigned c = 1; c < 0x110000; c++) {
		char text[16] = "x", *once;
		size_t length;

		if (c == 0x20000)
			c = 0xe0000; /* ideographs by the ten thousand */
		length = 1 + text_put_code_point(c, text + 1);
		length += text_put_code_point(c, text + length);
		text[length] = '\0';
		once = text_fold(arena, text);
		if (strcmp(text_fold(arena, once), once) != 0)
			fail_msg("U+%04X", c);
		assert_true(text_is_utf8(once, strlen(once)));
		arena_reset(arena);
	}
}

static void
test_fold_keeps_scripts(void **state)
{
	(void)state;
	assert_string_equal(text_fold(arena, "中文：医学"), "中文 医学");
	/* Hangul in letters (NFD) and in syllables (NFC) are one. */
	assert_string_equal(
	    text_fold(arena, "\xe1\x84\x92\xe1\x85\xa1\xe1\x86\xab"), "한");
	assert_string_equal(text_fold(arena, "Große ﬁle R²"), "grosse file r2");
	assert_string_equal(text_fold(arena,
				"inter\xc2\xad"
				"nal"),
	    "internal");
	assert_string_equal(text_fold(arena,
				"a\xe2\x80\x8b"
				"b"),
	    "a b");
	/* What grows most (U+FDFA) and what is longer than the stack's room. */
	assert_true(
	    strlen(text_fold(arena, nest("\xef\xb7\xba", "", "", 2000))) > 2000 * 30);
}

static void
test_html_depth(void **state)
{
	const struct markup *body;
	const char *text = nest("<b>", "inside", "</b>", 200);

	(void)state;
	body = markup_parse_html(arena, text, strlen(text));
	assert_string_equal(markup_text(arena, body), "inside");
	text = nest("<div>", "x", "", 200000);
	assert_non_null(markup_parse_html(arena, text, strlen(text)));
	assert_string_equal(markup_parse_html(arena, "", 0)->name, "body");
	text = nest("<a>", "x", "</a>", 64);
	assert_non_null(markup_parse_xml(arena, text, strlen(text), NULL));
	text = nest("<a>", "x", "</a>", 65);
	assert_null(markup_parse_xml(arena, text, strlen(text), NULL));
}

/* What is accepted reads back as itself once written. */
static void
test_xml_names(void **state)
{
	static const char *const refused[] = { "<x:a/>", "<a x:b='1'/>", "<a b::c='1'/>",
		"<a:b:c xmlns:a='u:a'/>", "<a b='1' b='2'/>" };
	static const char good[] =
	    "<a xmlns='u:a' xmlns:x='u:x' x:b='1' "
	    "b='2'><x:c xml:lang='en'>t&#13;</x:c><c xmlns=''/></a>";
	const struct markup *root;
	const char *once, *reason;

	(void)state;
	for (size_t i = 0; i < sizeof refused / sizeof refused[0]; i++) {
		reason = NULL;
		assert_null(
		    markup_parse_xml(arena, refused[i], strlen(refused[i]), &reason));
		assert_non_null(reason);
	}
	root = markup_parse_xml(arena, good, strlen(good), NULL);
	assert_non_null(root);
	once = markup_serialise(arena, root);
	root = markup_parse_xml(arena, once, strlen(once), NULL);
	assert_string_equal(markup_serialise(arena, root), once);
	assert_string_equal(markup_text(arena, root), "t\r");
}

static void
test_plain_keeps_words(void **state)
{
	(void)state;
	assert_string_equal(markup_plain(arena, "a<b"), "a<b");
	assert_string_equal(markup_plain(arena, "a<b and c>d"), "a<b and c>d");
	assert_string_equal(markup_plain(arena, "the <pad> token"), "the <pad> token");
	assert_string_equal(
	    markup_plain(arena, "<jats:p>One</jats:p><p>Two<br/>three</p>"),
	    "One Two three");
	assert_string_equal(markup_plain(arena, "<a href=\"x>y\">z</a>"), "z");
	assert_string_equal(markup_plain(arena, "&#0;&#xd800;&#1114112;&foo;"),
	    "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd&foo;");
	/* Shortest entities, longest code points. */
	assert_string_equal(
	    markup_plain(arena, "&#9;&gt;&#x1F600;"), "\t>\xf0\x9f\x98\x80");
}

static void
test_url_references(void **state)
{
	static const char base[] = "https://a.org/x/y?z#w";
	struct url url;

	(void)state;
	assert_string_equal(url_join(arena, base, ""), "https://a.org/x/y?z");
	assert_string_equal(url_join(arena, base, "#f"), "https://a.org/x/y?z#f");
	assert_string_equal(url_join(arena, base, "?q"), "https://a.org/x/y?q");
	assert_string_equal(url_join(arena, base, "//b.org/c"), "https://b.org/c");
	assert_null(url_join(arena, base, "javascript:alert(1)"));
	assert_null(url_join(arena, base, "mailto:a@b.org"));
	assert_null(url_join(arena, base, "https://u@b.org/"));
	assert_false(url_parse(arena, "https://a.org@b.org/", &url));
	assert_true(url_parse(arena, "https://a.org/?#", &url));
	assert_null(url.query);
	assert_null(url.fragment);
	/* The short way and libcurl's way see the same. */
	assert_true(url_parse(arena, "https://A.org/p/../q?r#s", &url));
	assert_string_equal(url.path, "/q");
	assert_string_equal(url_decode(arena, "a%00b%zz%41+%"), "a%00b%zzA+%");
}

static void
assert_spelled(const char *text, const char *canonical)
{
	struct identifier id;
	bool parsed = identifier_parse(arena, text, &id);

	assert_true(parsed == (canonical != NULL));
	if (parsed)
		assert_string_equal(identifier_text(arena, id), canonical);
}

static void
test_identifier_spellings(void **state)
{
	(void)state;
	assert_spelled("DOI:10.1093/BIB/bbac409", "doi:10.1093/bib/bbac409");
	assert_spelled("arxiv:2402.10373v2", "arxiv:2402.10373");
	assert_spelled("arxiv:hep-th/9901001v1", "arxiv:hep-th/9901001");
	assert_spelled("pmcid:9123", "pmcid:PMC9123");
	assert_spelled("hf_model:bert-base-uncased", "hf:bert-base-uncased");
	assert_spelled("github:Owner/Name.js", "github:Owner/Name.js");
	assert_spelled("arxiv:2402.103", NULL);
	assert_spelled("arxiv:2402.10373v", NULL);
	assert_spelled("doi:11.1/x", NULL);
	assert_spelled("doi:10.1/a b", NULL);
	assert_spelled("pmid:12x", NULL);
	assert_spelled("github:name", NULL);
	assert_spelled("github:a/b/c", NULL);
	assert_spelled("url:javascript:x", NULL);
	assert_spelled("https://arxiv.org/abs/2402.10373", NULL);
	assert_spelled("", NULL);
}

static void
test_identifier_pages_and_order(void **state)
{
	struct identifier upper = { IDENTIFIER_GITHUB, "A/B" };
	struct identifier lower = { IDENTIFIER_GITHUB, "a/b" };
	struct identifier doi = { IDENTIFIER_DOI, "10.1002/(sici)1<1::a>#?" };

	(void)state;
	assert_true(identifier_equal(upper, lower));
	assert_string_equal(identifier_key(arena, upper), identifier_key(arena, lower));
	assert_true(identifier_compare(upper, lower) < 0);
	assert_true(identifier_compare(doi, upper) < 0);
	assert_string_equal(identifier_url(arena, doi),
	    "https://doi.org/10.1002/(sici)1%3C1::a%3E%23%3F");
	/* Every kind has its words; none is both paper and artifact. */
	for (unsigned kind = 0; kind < IDENTIFIER_KINDS; kind++) {
		assert_non_null(identifier_kind_name(kind));
		assert_non_null(identifier_prefix(kind));
		assert_false(identifier_is_paper(kind) && identifier_is_artifact(kind));
	}
}

#define UNIT(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		UNIT(test_json_depth),
		UNIT(test_json_strings),
		UNIT(test_json_numbers),
		UNIT(test_fold_is_idempotent),
		UNIT(test_fold_keeps_scripts),
		UNIT(test_html_depth),
		UNIT(test_xml_names),
		UNIT(test_plain_keeps_words),
		UNIT(test_url_references),
		UNIT(test_identifier_spellings),
		UNIT(test_identifier_pages_and_order),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
