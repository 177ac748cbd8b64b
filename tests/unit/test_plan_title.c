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
} rows[] = {
	{ TIDES, "", NULL, NULL, LINK_PAPER, false, false, true },
	{ TIDES, "", NULL, NULL, LINK_PAPER, true, false, false },
	{ TIDES, "", NULL, NULL, LINK_PAPER, true, true, true },
	{ TIDES, "", NULL, NULL, LINK_WEBSITE, false, false, false },
	{ TIDES, "", "Harbours", NULL, LINK_WEBSITE, false, false, true },
	{ TIDES, "Tools", NULL, NULL, -1, false, false, false },
	{ TIDES, "Tools", NULL, "2024", -1, false, false, true },
	{ TIDES, "Survey Papers / 2024", NULL, NULL, -1, false, false, true },
	{ TIDES, "Papers", NULL, NULL, LINK_BLOG, false, false, false },
	{ "HarbourGPT", "Papers", NULL, NULL, LINK_PAPER, false, false, false },
	{ "A B C D", "Papers", NULL, NULL, LINK_PAPER, false, false, false },
	{ "", "Papers", NULL, NULL, LINK_PAPER, false, false, false },
};

static void
test_rows(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct link link = { "https://example.org/x", "x", LINK_OTHER };
		struct entry_identifier id = { .id = { IDENTIFIER_GITHUB,
						   "example-org/lantern" },
			.wrong = rows[i].wrong };
		struct entry entry = { .title = rows[i].title,
			.section = rows[i].section,
			.venue = rows[i].venue,
			.date = rows[i].date,
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
