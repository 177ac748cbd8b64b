/* What the cache says is read once, judged once, and anew when it changed. */
#include "cache_help.h"
#include "evidence/evidence.h"
#include "evidence/inside.h"
#include "model/source.h"
#include "session/session.h"

static unsigned briefs;

/* The whole body is the title. */
static bool
title_brief(const struct answer *answer, struct arena *arena, struct brief *brief)
{
	briefs++;
	*brief = (struct brief){ .kind = BRIEF_PAPER,
		.title = arena_text_n(arena, answer->body, answer->body_length) };
	return true;
}

static const struct source source = { .name = "semanticscholar",
	.accepts = IDENTIFIER_BIT(IDENTIFIER_ARXIV),
	.brief = title_brief,
	.brief_version = 1 };
/* Its body is the title; what it found is always the same. */
static bool
search_brief(const struct answer *answer, struct arena *arena, struct brief *brief)
{
	static const struct identifier found = { IDENTIFIER_S2_CORPUS, "7" };
	static const struct author people[] = { { .literal = "Ada Lovelace" },
		{ .literal = "Charles Babbage" } };
	static const struct claim authors = { FIELD_AUTHORS, NULL, people, 2 };

	title_brief(answer, arena, brief);
	brief->claims = &authors;
	brief->claim_count = 1;
	brief->ids = &found;
	brief->id_count = 1;
	return true;
}

static const struct source search = { .name = "semanticscholar-title",
	.accepts = IDENTIFIER_BIT(IDENTIFIER_TITLE),
	.sibling_kind = IDENTIFIER_S2_CORPUS,
	.brief = search_brief,
	.brief_version = 1 };
static const struct settings settings = { .as_of = NEWEST };
static struct lane searching = { .source = &search, .origin = S2 };
static struct lane lane = { .source = &source, .next = &searching, .origin = S2 };
static const struct identifier one = { IDENTIFIER_ARXIV, "2401.00001" };

static struct arena *names;

/* Of one cache at a time. */
static struct evidence *
of_list(struct cache *cache, const struct list *list)
{
	static struct session session;

	session = (struct session){
		.settings = &settings, .arena = names, .lanes = &lane, .cache = cache
	};
	return evidence_new(&session, list, list == NULL ? 0 : 1);
}

static struct evidence *
of(struct cache *cache)
{
	return of_list(cache, NULL);
}

static void
read_once(void **state)
{
	struct place *place = *state;
	struct cache *cache = open_cache(place, CACHE_WRITE);
	struct evidence *evidence;
	struct arena *arena = arena_new();
	const struct known *first;

	put(cache, "arxiv:2401.00001", 1000, "A title of some words");
	commit(cache);
	evidence = of(cache);
	briefs = 0;
	first = evidence_known(evidence, arena, &source, one);
	assert_true(first->is_kept && first->witness.has_answer);
	assert_ptr_equal(first->newest, &first->witness.answer);
	arena_reset(arena);
	assert_ptr_equal(evidence_known(evidence, arena, &source, one), first);
	assert_int_equal(briefs, 1);
	assert_string_equal(first->witness.answer.brief.title, "A title of some words");
	evidence_free(evidence);
	arena_free(arena);
	cache_close(cache);
}

static void
forgotten_when_put(void **state)
{
	struct place *place = *state;
	struct cache *cache = open_cache(place, CACHE_WRITE);
	struct evidence *evidence = of(cache);
	struct answer about = { .source = "semanticscholar",
		.subject = "arxiv:2401.00001" };
	const struct known *before, *after;

	before = evidence_known(evidence, place->arena, &source, one);
	assert_int_equal(before->witness.outcome, OUTCOME_NOT_ASKED);
	assert_null(before->newest);
	put(cache, "arxiv:2401.00001", 1000, "A title of some words");
	evidence_forget(evidence, &about);
	commit(cache);
	after = evidence_known(evidence, place->arena, &source, one);
	assert_int_equal(after->witness.outcome, OUTCOME_FOUND);
	put(cache, "arxiv:2401.00001", 2000, NULL);
	evidence_forget(evidence, &about);
	commit(cache);
	/* What was handed out stays as it was. */
	assert_int_equal(before->witness.outcome, OUTCOME_NOT_ASKED);
	assert_int_equal(after->witness.outcome, OUTCOME_FOUND);
	after = evidence_known(evidence, place->arena, &source, one);
	assert_int_equal(after->witness.outcome, OUTCOME_ABSENT);
	assert_true(after->witness.gone && after->witness.has_answer);
	assert_int_equal(after->newest->state, ANSWER_ABSENT);
	evidence_free(evidence);
	cache_close(cache);
}

/* Each entry has an opinion of its own, and each way of asking. */
static void
judged_once(void **state)
{
	static const struct entry same = { .title = "A title of some words" };
	static const struct entry other = { .title = "Nothing like it, at all" };
	struct place *place = *state;
	struct cache *cache = open_cache(place, CACHE_WRITE);
	struct evidence *evidence = of(cache);
	const struct known *known;
	struct opinion first, again, last;

	put(cache, "arxiv:2401.00001", 1000, "A title of some words");
	commit(cache);
	known = evidence_known(evidence, place->arena, &source, one);
	first = evidence_opinion(evidence, place->arena, known, &same, false);
	last = evidence_opinion(evidence, place->arena, known, &other, false);
	again = evidence_opinion(evidence, place->arena, known, &same, false);
	assert_int_equal(first.judgement, JUDGE_SAME);
	assert_int_equal(last.judgement, JUDGE_DIFFERENT);
	/* The very same: nobody was asked anew. */
	assert_ptr_equal(again.reasons, first.reasons);
	again = evidence_opinion(evidence, place->arena, known, &same, true);
	assert_ptr_not_equal(again.reasons, first.reasons);
	evidence_free(evidence);
	cache_close(cache);
}

/* What the next run thinks of the same: is it judged anew? */
static bool
is_judged_anew(struct place *place, struct cache *cache, const struct list *list,
    const struct opinion *wanted)
{
	struct evidence *evidence = of_list(cache, list);
	const struct known *known = evidence_known(evidence, place->arena, &source, one);
	struct opinion opinion;
	bool anew;

	for (int searched = 0; searched < 2; searched++) {
		opinion = evidence_opinion(
		    evidence, place->arena, known, &list->entries[0], searched != 0);
		assert_int_equal(opinion.judgement, wanted[searched].judgement);
		assert_int_equal(opinion.doubt, wanted[searched].doubt);
		assert_int_equal(opinion.held, wanted[searched].held);
		assert_int_equal(opinion.reason_count, wanted[searched].reason_count);
		for (size_t i = 0; i < opinion.reason_count; i++)
			assert_string_equal(
			    opinion.reasons[i], wanted[searched].reasons[i]);
	}
	anew = evidence->has_new_opinions;
	evidence_free(evidence);
	return anew;
}

/* By the next run of the same build, of the same lists and answers. */
static void
remembered(void **state)
{
	struct entry entries[2] = { { .title = "A title of some" },
		{ .title = "Another one" } };
	const struct list_stated stated = { .columns = "title, venue" };
	struct list list = { .entries = entries, .entry_count = 2 };
	struct place *place = *state;
	struct cache *cache = open_cache(place, CACHE_WRITE);
	struct evidence *evidence = of_list(cache, &list);
	const struct known *known;
	struct opinion wanted[2];

	put(cache, "arxiv:2401.00001", 1000, "A title of some words");
	commit(cache);
	known = evidence_known(evidence, place->arena, &source, one);
	for (int searched = 0; searched < 2; searched++)
		wanted[searched] = evidence_opinion(
		    evidence, place->arena, known, &entries[0], searched != 0);
	assert_true(wanted[0].reason_count > 0);
	assert_true(wanted[0].judgement != wanted[1].judgement ||
	    wanted[0].held != wanted[1].held);
	evidence_remember(evidence);
	commit(cache);
	assert_false(is_judged_anew(place, cache, &list, wanted));
	/* What its entries hang on: bytes, name, address, what is said of its form. */
	list.revision[0] = 'x';
	assert_true(is_judged_anew(place, cache, &list, wanted));
	list.revision[0] = '\0';
	list.name = "elsewhere";
	assert_true(is_judged_anew(place, cache, &list, wanted));
	list.name = NULL;
	list.source = "elsewhere.md";
	assert_true(is_judged_anew(place, cache, &list, wanted));
	list.source = NULL;
	list.stated = &stated;
	assert_true(is_judged_anew(place, cache, &list, wanted));
	list.stated = NULL;
	assert_false(is_judged_anew(place, cache, &list, wanted));
	/* Another answer. */
	put(cache, "arxiv:2401.00001", 2000, "A title of  some words");
	commit(cache);
	assert_true(is_judged_anew(place, cache, &list, wanted));
	evidence_free(evidence);
	cache_close(cache);
}

/* What is no memo of opinions, or cut off, is none. */
static void
remembered_damaged(void **state)
{
	struct entry entry = { .title = "A title of some words or many" };
	const struct list list = { .entries = &entry, .entry_count = 1 };
	struct place *place = *state;
	struct cache *cache = open_cache(place, CACHE_WRITE);
	struct evidence *evidence = of_list(cache, &list);
	struct opinion wanted[2];
	const struct known *known;
	const char *memo;
	size_t length;

	put(cache, "arxiv:2401.00001", 1000, "A title of some words");
	commit(cache);
	known = evidence_known(evidence, place->arena, &source, one);
	for (int searched = 0; searched < 2; searched++)
		wanted[searched] = evidence_opinion(
		    evidence, place->arena, known, &entry, searched != 0);
	evidence_remember(evidence);
	commit(cache);
	memo = cache_memo(cache, place->arena, "opinions of lists", &length);
	assert_non_null(memo);
	for (size_t cut = 0; cut < length; cut += 7) {
		cache_put_memo(cache, "opinions of lists", memo, cut);
		commit(cache);
		assert_true(is_judged_anew(place, cache, &list, wanted));
	}
	evidence_free(evidence);
	cache_close(cache);
}

#define WORDS "Learning to read the reports of pathologists without labels"

/* The entry stays as it was read; its copy has what the search found. */
static void
lead_of_a_search(void **state)
{
	static const struct link link = { "https://example.org/a.pdf", "paper",
		LINK_PAPER, NULL };
	static const struct entry entry = { .title = WORDS,
		.authors = "Ada Lovelace, Charles Babbage",
		.links = &link,
		.link_count = 1 };
	struct place *place = *state;
	struct cache *cache = open_cache(place, CACHE_WRITE);
	struct evidence *evidence = of(cache);
	struct identifier title = { IDENTIFIER_TITLE, WORDS };
	struct answer answer = { .origin = S2,
		.source = search.name,
		.subject = identifier_key(place->arena, title),
		.retrieved_at = 1000,
		.confirmed_at = 1000,
		.state = ANSWER_FOUND,
		.body = WORDS,
		.body_length = strlen(WORDS) };
	const struct entry *lead;

	assert_ptr_equal(evidence_lead(evidence, place->arena, &entry), &entry);
	cache_put(cache, &answer);
	evidence_forget(evidence, &answer);
	commit(cache);
	lead = evidence_lead(evidence, place->arena, &entry);
	assert_ptr_not_equal(lead, &entry);
	assert_ptr_equal(entry_as_read(lead), &entry);
	assert_int_equal(lead->identifier_count, 1);
	assert_string_equal(lead->identifiers[0].id.value, "7");
	assert_string_equal(lead->identifiers[0].from, search.name);
	/* The same from either, each time. */
	assert_ptr_equal(evidence_lead(evidence, place->arena, lead), lead);
	assert_ptr_equal(evidence_lead(evidence, place->arena, &entry), lead);
	answer.state = ANSWER_ABSENT;
	answer.retrieved_at = answer.confirmed_at = 2000;
	answer.body = NULL;
	answer.body_length = 0;
	cache_put(cache, &answer);
	evidence_forget(evidence, &answer);
	commit(cache);
	/* An absence erases no find. */
	assert_ptr_equal(evidence_lead(evidence, place->arena, &entry), lead);
	evidence_free(evidence);
	cache_close(cache);
}

/* Many of them: the tables grow, and find each again. */
static void
many_are_kept(void **state)
{
	struct place *place = *state;
	struct cache *cache = open_cache(place, CACHE_WRITE);
	struct evidence *evidence = of(cache);
	static const struct known *all[5000];
	char id[20], subject[40];

	/* Of every third nothing is known: such are alike. */
	for (int i = 0; i < 5000; i++) {
		snprintf(subject, sizeof subject, "arxiv:2401.%05d", i);
		if (i % 3 != 0)
			put(cache, subject, 1000, subject);
	}
	commit(cache);
	for (int turn = 0; turn < 2; turn++)
		for (int i = 0; i < 5000; i++) {
			const struct known *known;
			snprintf(id, sizeof id, "2401.%05d", i);
			known = evidence_known(evidence, place->arena, &source,
			    (struct identifier){ IDENTIFIER_ARXIV, id });
			assert_true(turn == 0 || known == all[i]);
			assert_true(i == 0 || known != all[i - 1]);
			assert_int_equal(known->witness.has_answer, i % 3 != 0);
			assert_true(i % 3 == 0 || strcmp(known->about.value, id) == 0);
			assert_true(i % 3 != 0 || known == all[0] || i == 0);
			all[i] = known;
		}
	evidence_free(evidence);
	cache_close(cache);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(read_once, set_up, tear_down),
		cmocka_unit_test_setup_teardown(forgotten_when_put, set_up, tear_down),
		cmocka_unit_test_setup_teardown(judged_once, set_up, tear_down),
		cmocka_unit_test_setup_teardown(remembered, set_up, tear_down),
		cmocka_unit_test_setup_teardown(remembered_damaged, set_up, tear_down),
		cmocka_unit_test_setup_teardown(lead_of_a_search, set_up, tear_down),
		cmocka_unit_test_setup_teardown(many_are_kept, set_up, tear_down),
	};

	int failed;

	names = arena_new();
	failed = cmocka_run_group_tests(tests, NULL, NULL);
	arena_free(names);
	return failed;
}
