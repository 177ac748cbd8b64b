/*
 * The judge against hand-labelled truth: record pairs, and what the links of
 * four real lists are.  Skipped where that truth is not beside the checkout.
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
#include "model/claim.h"

#define LEAST_PRECISION 0.97
#define LEAST_RECALL 0.90

static const char *
string_at(const struct json *object, const char *key)
{
	return json_string(json_get(object, key));
}

static void
describe(struct arena *arena, const struct json *record,
    struct description *out, bool identifiers)
{
	const struct json *authors = json_get(record, "authors");
	struct author *v = NULL;
	int64_t year = 0;

	*out = (struct description){ .title = string_at(record, "title") };
	out->subtitle = string_at(record, "subtitle");
	out->venue = string_at(record, "container");
	json_integer(json_get(record, "year"), &year);
	out->year = (int)year;
	for (const struct json *a = authors == NULL ? NULL : authors->child;
	    a != NULL; a = a->next) {
		if (json_string(a) == NULL)
			continue;
		v = arena_push(arena, v, out->author_count, sizeof *v);
		v[out->author_count++] = (struct author){ .literal = a->text };
	}
	out->authors = v;
	out->type = string_at(record, "type");
	if (identifiers) {
		out->doi = string_at(record, "doi");
		out->arxiv = string_at(record, "arxiv");
	}
}

static void
print_miss(const struct json *pair, size_t line, struct opinion opinion)
{
	printf("line %zu: %s %s, judged %s:", line + 1,
	    string_at(pair, "label"), json_get(pair, "reason")->text,
	    judgement_name(opinion.judgement));
	for (size_t i = 0; i < opinion.reason_count; i++)
		printf(" %s;", opinion.reasons[i]);
	printf("\n\t%s\n", string_at(json_get(pair, "a"), "title"));
}

static void
test_pairs(void **state)
{
	struct arena *arena = arena_new();
	size_t count, right = 0, wrong = 0, missed = 0;
	const struct json **pairs = gold_lines(arena,
	    "match/pairs-dev.jsonl", &count);

	(void)state;
	if (pairs == NULL) {
		arena_free(arena);
		skip();
	}
	for (size_t i = 0; i < count; i++) {
		const char *label = string_at(pairs[i], "label");
		struct description a, b;
		struct opinion opinion, swapped;
		bool same;

		describe(arena, json_get(pairs[i], "a"), &a, true);
		describe(arena, json_get(pairs[i], "b"), &b, true);
		opinion = judge_pair(arena, &a, &b);
		swapped = judge_pair(arena, &b, &a);
		assert_int_equal(opinion.judgement, swapped.judgement);
		if (strcmp(label, "AMBIGUOUS") == 0)
			continue;
		same = strcmp(label, "DIFFERENT") != 0;
		if (same && opinion.judgement == JUDGE_SAME)
			right++;
		else if (opinion.judgement == JUDGE_SAME)
			wrong++;
		else if (same)
			missed++;
		if (same != (opinion.judgement == JUDGE_SAME))
			print_miss(pairs[i], i, opinion);
	}
	printf("pairs: %zu right, %zu wrong, %zu missed: precision %.3f, "
	    "recall %.3f\n", right, wrong, missed,
	    (double)right / (double)(right + wrong),
	    (double)right / (double)(right + missed));
	assert_true((double)right >= LEAST_PRECISION * (double)(right + wrong));
	assert_true((double)right >= LEAST_RECALL * (double)(right + missed));
	arena_free(arena);
}

/* The fact that speaks about one of the entry's identifiers, if any. */
static const struct json *
find_fact(const struct json **facts, size_t count, struct identifier id)
{
	const char *key = id.kind == IDENTIFIER_ARXIV ? "arxiv" :
	    id.kind == IDENTIFIER_DOI ? "doi" :
	    id.kind == IDENTIFIER_ACL ? "acl" : NULL;

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
	const struct json **facts = gold_lines(arena, "gold/facts.jsonl",
	    &facts_count);

	(void)state;
	if (facts == NULL || !gold_read(arena, &gold)) {
		arena_free(arena);
		skip();
	}
	for (size_t i = 0; i < gold.count; i++) {
		const struct entry *e = &gold.entries[i];

		for (size_t k = 0; k < e->identifier_count; k++) {
			const struct json *fact = find_fact(facts, facts_count,
			    e->identifiers[k].id);
			struct brief brief = { .kind = BRIEF_PAPER };
			bool wrong = gold_is_wrong(e, &e->identifiers[k]);
			struct opinion opinion;
			int64_t year = 0;

			if (fact == NULL)
				continue;
			brief.title = string_at(fact, "title");
			json_integer(json_get(fact, "year"), &year);
			brief.year = (int)year;
			opinion = judge_answer(arena, e, &brief);
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
	printf("links: %zu checked, %zu same, %zu of another work\n", checked,
	    same, caught);
	assert_true(caught >= 3);
	assert_true(same * 10 >= (checked - caught) * 9);
	arena_free(arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_pairs),
		cmocka_unit_test(test_links),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
