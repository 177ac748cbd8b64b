/*
 * The judge against what the links of four real lists are, checked by hand.
 * Skipped where no $ENRICH_SHARED says where that truth is.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/json.h"
#include "judge/judge.h"
#include "judge_gold.h"
#include "model/brief.h"

static const char *
string_at(const struct json *object, const char *key)
{
	return json_string(json_get(object, key));
}

/* The fact that speaks about one of the entry's identifiers, if any. */
static const struct json *
find_fact(const struct json **facts, size_t count, struct identifier id)
{
	const char *key = id.kind == IDENTIFIER_ARXIV ? "arxiv"
	    : id.kind == IDENTIFIER_DOI               ? "doi"
	    : id.kind == IDENTIFIER_ACL               ? "acl"
						      : NULL;

	for (size_t i = 0; key != NULL && i < count; i++) {
		const char *value = string_at(facts[i], key);

		if (value != NULL && strcmp(value, id.value) == 0)
			return facts[i];
	}
	return NULL;
}

static void
test_links(void **state)
{
	struct arena *arena = arena_new();
	struct gold gold;
	size_t facts_count, checked = 0, caught = 0, same = 0;
	const struct json **facts = gold_lines(arena, "gold/facts.jsonl", &facts_count);

	(void)state;
	assert_non_null(facts);
	assert_true(gold_read(arena, &gold));
	for (size_t i = 0; i < gold.count; i++) {
		const struct entry *e = &gold.entries[i];

		for (size_t k = 0; k < e->identifier_count; k++) {
			const struct json *fact = find_fact(
			    facts, facts_count, e->identifiers[k].id);
			struct brief brief = { .kind = BRIEF_PAPER };
			bool wrong = gold_is_wrong(e, &e->identifiers[k]);
			struct opinion opinion;
			int64_t year = 0;

			if (fact == NULL)
				continue;
			brief.title = string_at(fact, "title");
			json_integer(json_get(fact, "year"), &year);
			brief.year = (int)year;
			opinion = judge_answer(arena, e, &brief, NULL);
			if ((opinion.judgement == JUDGE_DIFFERENT) != wrong) {
				print_message("%s:%u %s: %s\n", e->list, e->line,
				    e->title, opinion.reasons[0]);
				fail();
			}
			checked++;
			caught += wrong;
			same += opinion.judgement == JUDGE_SAME;
		}
	}
	printf(
	    "links: %zu checked, %zu same, %zu of another work\n", checked, same, caught);
	assert_true(caught >= 3);
	assert_true(same * 10 >= (checked - caught) * 9);
	arena_free(arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_links),
	};

	/* A test skipped inside cmocka counts as passed: say it to make check. */
	if (getenv("ENRICH_SHARED") == NULL)
		return 77;
	return cmocka_run_group_tests(tests, NULL, NULL);
}
