/* Which entries are searched for by their title: one row a case. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

#include <cmocka.h>

#include "model/entry.h"
#include "plan/plan.h"

#define TIDES "Of tides and harbours in early spring"

static const struct row {
	const char *title, *section, *venue, *date;
	int role; /* of its only link, -1: it has none */
	bool identified, wrong, searched;
	const char *authors;
} rows[] = {
	/* Code, a model, data only: with a date it may be a paper's. */
	{ TIDES, "Tools", NULL, "2024", LINK_CODE, false, false, true, NULL },
	{ TIDES, "Tools", NULL, "2024", LINK_MODEL, false, false, true, NULL },
	{ TIDES, "Tools", NULL, NULL, LINK_CODE, false, false, false, NULL },
	{ TIDES, "Tools", NULL, "2024", LINK_DATABASE, false, false, false, NULL },
	/* Two words, with people and a year; else they could be anything. */
	{ "Adult scurvy", "", "JAMA", "1985", -1, false, false, true, "A. Roe" },
	{ "Adult scurvy", "", "JAMA", NULL, -1, false, false, false, "A. Roe" },
	{ "Adult scurvy", "", "JAMA", "1985", -1, false, false, false, NULL },
	{ "Scurvy", "", "JAMA", "1985", -1, false, false, false, "A. Roe" },
	/* Ten signs without a blank. */
	{ "医学大语言模型的综合评测", "Papers", NULL, "2024", -1, false, false, true,
	    NULL },
	{ "医学模型", "Papers", NULL, "2024", -1, false, false, false, NULL },
	{ TIDES, "", NULL, NULL, LINK_PAPER, false, false, true, NULL },
	{ TIDES, "", NULL, NULL, LINK_PAPER, true, false, false, NULL },
	{ TIDES, "", NULL, NULL, LINK_PAPER, true, true, true, NULL },
	{ TIDES, "", NULL, NULL, LINK_WEBSITE, false, false, false, NULL },
	{ TIDES, "", "Harbours", NULL, LINK_WEBSITE, false, false, true, NULL },
	{ TIDES, "", "Blog", "2024", LINK_WEBSITE, false, false, false, NULL },
	{ TIDES, "Tools", NULL, NULL, -1, false, false, false, NULL },
	{ TIDES, "Tools", NULL, "2024", -1, false, false, true, NULL },
	{ TIDES, "Survey Papers / 2024", NULL, NULL, -1, false, false, true, NULL },
	{ TIDES, "Papers", NULL, NULL, LINK_BLOG, false, false, false, NULL },
	{ "HarbourGPT", "Papers", NULL, NULL, LINK_PAPER, false, false, false, NULL },
	{ "A B C D", "Papers", NULL, NULL, LINK_PAPER, false, false, false, NULL },
	{ "", "Papers", NULL, NULL, LINK_PAPER, false, false, false, NULL },
};

static void
test_rows(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct link link = {
			.url = "https://example.org/x", .label = "x", .role = LINK_OTHER
		};
		struct entry_identifier id = { .id = { IDENTIFIER_ARXIV, "2401.00001" },
			.wrong = rows[i].wrong };
		struct entry entry = { .title = rows[i].title,
			.section = rows[i].section,
			.venue = rows[i].venue,
			.date = rows[i].date,
			.authors = rows[i].authors,
			.links = &link,
			.identifiers = &id };
		struct identifier title;

		if (rows[i].role >= 0) {
			link.role = (enum link_role)rows[i].role;
			entry.link_count = 1;
		}
		entry.identifier_count = rows[i].identified ? 1 : 0;
		if (plan_title(&entry, &title) != rows[i].searched)
			fail_msg("row %zu", i);
		assert_int_equal(title.kind, IDENTIFIER_TITLE);
		/* What a search found does not end the search. */
		id.from = "semanticscholar-title";
		entry.identifier_count = 1;
		if (!rows[i].wrong)
			assert_int_equal(plan_title(&entry, &title),
			    rows[i].searched || rows[i].identified);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_rows) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
