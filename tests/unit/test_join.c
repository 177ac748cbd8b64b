/* Pass A: which entries are one work, and which only look alike. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/json.h"
#include "join/join.h"
#include "judge/judge.h"
#include "judge_gold.h"
#include "merge_make.h"

#define IDS(...)                                                                         \
	(const char *const[])                                                            \
	{                                                                                \
		__VA_ARGS__, NULL                                                        \
	}

static const char *const biogpt = "BioGPT: Generative Pre-trained Transformer "
				  "for Biomedical Text Generation and Mining";
static const char *const biolm =
    "Pretrained Language Models for Biomedical "
    "and Clinical Tasks: Understanding and Extending the State-of-the-Art";

static bool
joined(const struct works *works, const struct entry *a, const struct entry *b)
{
	return works_of(works, a) == works_of(works, b);
}

/* A wrong link that nobody has answered about must not join two papers. */
static void
test_unanswered(void **state)
{
	struct arena *arena = arena_new();
	struct entry *e[5] = {
		make_entry(arena, "000:30", biogpt,
		    IDS("acl:2020.clinicalnlp-1.17", "s2:252542956")),
		make_entry(arena, "000:33", biolm,
		    IDS("acl:2020.clinicalnlp-1.17", "s2:226283910")),
		make_entry(arena, "001:5", biolm, IDS("acl:2020.clinicalnlp-1.17")),
		make_entry(arena, "001:8", biogpt,
		    IDS("acl:2020.clinicalnlp-1.17", "s2:252542956")),
		make_entry(arena, "002:29", biogpt, IDS("doi:10.1093/bib/bbac409")),
	};
	struct edge *edges[5];
	struct works *works;
	const struct work *work;

	(void)state;
	for (int i = 0; i < 5; i++)
		edges[i] = make_edges(arena, e[i]);
	works = make_works(arena, e, edges, 5);
	assert_int_equal(works_count(works), 2);
	assert_true(joined(works, e[0], e[3]));
	assert_true(joined(works, e[0], e[4]));
	assert_true(joined(works, e[1], e[2]));
	assert_false(joined(works, e[0], e[1]));
	work = works_at(works, works_of(works, e[0]));
	assert_int_equal(work->entry_count, 3);
	/* The contested id can be nobody's own. */
	for (size_t i = 0; i < work->id_count; i++)
		assert_int_equal(
		    work->ids[i].shared, work->ids[i].id.kind == IDENTIFIER_ACL);
	arena_free(arena);
}

/* Judged different: no join, and wrong in the work's identifiers. */
static void
test_different(void **state)
{
	struct arena *arena = arena_new();
	struct entry *e[2] = {
		make_entry(arena, "a:1", biogpt,
		    IDS("acl:2020.clinicalnlp-1.17", "s2:252542956")),
		make_entry(arena, "a:2", "Bio-LM", IDS("acl:2020.clinicalnlp-1.17")),
	};
	struct edge *edges[2] = { make_edges(arena, e[0]), make_edges(arena, e[1]) };
	struct works *works;
	const struct work *work;

	(void)state;
	make_answered(&edges[0][0], JUDGE_DIFFERENT, biolm);
	make_learned(arena, &edges[0][0], "doi:10.18653/v1/x");
	make_answered(&edges[1][0], JUDGE_UNCLEAR, biolm);
	works = make_works(arena, e, edges, 2);
	assert_int_equal(works_count(works), 2);
	work = works_at(works, works_of(works, e[0]));
	assert_int_equal(work->id_count, 2);
	assert_int_equal(work->ids[0].id.kind, IDENTIFIER_ACL);
	assert_int_equal(work->ids[0].status, ID_WRONG);
	assert_int_equal(work->ids[1].status, ID_GOOD);
	work = works_at(works, works_of(works, e[1]));
	assert_int_equal(work->ids[0].status, ID_GOOD);
	arena_free(arena);
}

/* What a source taught joins preprint and journal, whatever the titles say. */
static void
test_learned(void **state)
{
	struct arena *arena = arena_new();
	struct entry *e[2] = {
		make_entry(
		    arena, "a:1", "One thing with some words", IDS("arxiv:2212.13138")),
		make_entry(
		    arena, "b:1", "Another", IDS("doi:10.1038/s41586-023-06291-2")),
	};
	struct edge *edges[2] = { make_edges(arena, e[0]), make_edges(arena, e[1]) };

	(void)state;
	make_answered(&edges[0][0], JUDGE_SAME, "t");
	make_learned(arena, &edges[0][0], "doi:10.1038/s41586-023-06291-2");
	make_answered(&edges[1][0], JUDGE_SAME, "t");
	assert_int_equal(works_count(make_works(arena, e, edges, 2)), 1);
	arena_free(arena);
}

/* The same name is not the same work. */
static void
test_names(void **state)
{
	struct arena *arena = arena_new();
	struct entry *e[] = {
		make_entry(arena, "a:1",
		    "ClinicalBERT: Modeling Clinical Notes "
		    "and Predicting Hospital Readmission",
		    IDS("arxiv:1904.05342")),
		make_entry(arena, "a:2",
		    "Publicly Available Clinical BERT "
		    "Embeddings",
		    IDS("arxiv:1904.03323")),
		make_entry(arena, "a:3",
		    "A Generalist Vision-Language "
		    "Foundation Model for Diverse Biomedical Tasks",
		    IDS("arxiv:2305.17100")),
		make_entry(arena, "a:4",
		    "Open Multimodal Generative "
		    "Pre-trained Transformer for BioMedicine",
		    IDS("arxiv:2308.09442", "github:PharMolix/OpenBioMed")),
		make_entry(arena, "a:5",
		    "Multi-scale attentive interaction "
		    "networks for chinese medical question answer selection",
		    NULL),
		make_entry(arena, "a:6",
		    "What disease does this patient have? "
		    "a large-scale open domain question answering dataset from "
		    "medical exams",
		    IDS("doi:10.3390/app11146421")),
		make_entry(
		    arena, "a:7", "A Suite of Clinical LLMs", IDS("arxiv:2408.06142")),
		make_entry(arena, "a:8",
		    "Evaluating Fine-Tuning Strategies "
		    "for Medical LLMs",
		    IDS("arxiv:2404.14779")),
		make_entry(arena, "a:9",
		    "Visual med-alpaca: A "
		    "parameter-efficient biomedical llm with visual "
		    "capabilities",
		    IDS("github:cambridgeltl/visual-med-alpaca")),
		/* Nothing but the name is the same, or nothing but the words. */
		make_entry(arena, "b:1", "BiomedGPT", IDS("github:a/biomedgpt")),
		make_entry(arena, "b:2", "BiomedGPT", IDS("github:b/biomedgpt")),
		make_entry(arena, "b:3", "Chartist: A Model for Reading Charts", NULL),
		make_entry(arena, "b:4", "Plotter: A Model for Reading Charts", NULL),
	};
	const size_t count = sizeof e / sizeof *e;
	struct edge *edges[sizeof e / sizeof *e];

	(void)state;
	e[0]->name = e[1]->name = "ClinicalBERT";
	e[2]->name = "BiomedGPT";
	e[3]->name = "BioMedGPT";
	e[4]->name = e[5]->name = "VariousMedQA";
	e[6]->name = "Med42-v2";
	e[7]->name = "Med42";
	e[8]->name = "VariousMedQA";
	for (size_t i = 0; i < count; i++)
		edges[i] = make_edges(arena, e[i]);
	assert_int_equal(works_count(make_works(arena, e, edges, count)), count);
	arena_free(arena);
}

/* Two rows of one title: joined, or what contradicts it. */
static bool
meet(struct entry *a, struct entry *b, struct arena *arena)
{
	struct entry *e[] = { a, b };
	struct edge *edges[] = { make_edges(arena, a), make_edges(arena, b) };

	return joined(make_works(arena, e, edges, 2), a, b);
}

static void
test_contradictions(void **state)
{
	static const char words[] = "A Large Model for Reading Charts";
	struct arena *arena = arena_new();
	struct entry *plain = make_entry(arena, "a:1", words, NULL), *other;

	(void)state;
	other = make_entry(
	    arena, "b:1", "A large model for reading charts", IDS("arxiv:2301.00001"));
	assert_true(meet(plain, other, arena));
	plain->date = "2024-01";
	other->date = "2025";
	assert_true(meet(plain, other, arena));
	/* More than a year after the number's month, or before it. */
	plain->date = "2024-02";
	assert_false(meet(plain, other, arena));
	other->date = "2022";
	plain->date = "2022-09";
	assert_false(meet(plain, other, arena));
	other->date = "2025";
	/* A journal's version of it, or another's work: nothing but the title joins. */
	plain->date = "2023";
	assert_false(meet(plain, other, arena));
	plain->date = NULL;
	/* Names of their own; but one that is only spelled otherwise. */
	plain->name = "Med-Charts";
	other->name = "MedCharts";
	assert_true(meet(plain, other, arena));
	other->name = "Plotter";
	assert_false(meet(plain, other, arena));
	/* So many words are one paper, whatever a row of a data set is called. */
	plain = make_entry(arena, "a:2",
	    "Chart-QA: What does this chart show? "
	    "A large-scale open question answering data set",
	    NULL);
	other = make_entry(arena, "b:2",
	    "What does this chart show? A "
	    "large-scale open question answering data set",
	    NULL);
	other->name = "VariousQA";
	assert_true(meet(plain, other, arena));
	plain->authors = "Ada Example, Bela Muster";
	other->authors = "Example et al.";
	assert_true(meet(plain, other, arena));
	other->authors = "Zoe Nobody et al.";
	assert_false(meet(plain, other, arena));
	/* Two cells of one row. */
	plain = make_entry(arena, "a:3", words, NULL);
	other = make_entry(arena, "a:3", words, NULL);
	other->part = 2;
	assert_false(meet(plain, other, arena));
	arena_free(arena);
}

/* Equal titles join unless an identifier of one kind says otherwise. */
static void
test_titles(void **state)
{
	struct arena *arena = arena_new();
	struct entry *e[] = {
		make_entry(arena, "a:1",
		    "Large Language Models Encode Clinical "
		    "Knowledge",
		    IDS("doi:10.1038/s41586-023-06291-2")),
		make_entry(arena, "b:1",
		    "Med-PaLM: Large language models encode "
		    "clinical knowledge",
		    IDS("arxiv:2212.13138")),
		make_entry(arena, "c:1",
		    "Large language models encode clinical "
		    "knowledge",
		    IDS("arxiv:9999.00001")),
		make_entry(arena, "d:1", "Introduction", NULL),
		make_entry(arena, "e:1", "Introduction", NULL),
	};
	struct edge *edges[5];
	struct works *works;

	(void)state;
	for (int i = 0; i < 5; i++)
		edges[i] = make_edges(arena, e[i]);
	works = make_works(arena, e, edges, 5);
	assert_true(joined(works, e[0], e[1]));
	assert_false(joined(works, e[1], e[2]));
	assert_false(joined(works, e[3], e[4]));
	arena_free(arena);
}

/* A repository joins two rows that have no paper; never two papers. */
static void
test_artifacts(void **state)
{
	struct arena *arena = arena_new();
	struct entry *e[] = {
		make_entry(arena, "a:190",
		    "A parameter-efficient biomedical llm "
		    "with visual capabilities",
		    IDS("github:cambridgeltl/visual-med-alpaca")),
		make_entry(arena, "a:248",
		    "Visual Med-Alpaca: A "
		    "Parameter-Efficient Biomedical LLM with Visual "
		    "Capabilities",
		    IDS("github:cambridgeltl/Visual-Med-Alpaca")),
		make_entry(arena, "b:1", "First paper about something rare",
		    IDS("arxiv:2301.00001", "github:x/y")),
		make_entry(arena, "b:2", "Second text on different matters",
		    IDS("arxiv:2301.00002", "github:x/y")),
		make_entry(
		    arena, "b:3", "Third project without any paper", IDS("github:x/y")),
	};
	struct edge *edges[5];
	struct works *works;

	(void)state;
	for (int i = 0; i < 5; i++)
		edges[i] = make_edges(arena, e[i]);
	works = make_works(arena, e, edges, 5);
	assert_true(joined(works, e[0], e[1]));
	assert_int_equal(works_count(works), 4);
	arena_free(arena);
}

/* The old name and the new one are one model. */
static void
test_renamed(void **state)
{
	struct arena *arena = arena_new();
	struct entry *e[] = { make_entry(arena, "a:1", "lantern-base-uncased",
				  IDS("hf:lantern-base-uncased")),
		make_entry(arena, "a:2", "lantern-base-uncased",
		    IDS("hf:harbour/lantern-base-uncased")) };
	struct edge *edges[2];
	struct works *works;

	(void)state;
	edges[0] = make_edges(arena, e[0]);
	edges[1] = make_edges(arena, e[1]);
	make_answered(&edges[0][0], JUDGE_UNCLEAR, NULL);
	make_learned(arena, &edges[0][0], "hf:harbour/lantern-base-uncased");
	works = make_works(arena, e, edges, 2);
	assert_true(joined(works, e[0], e[1]));
	arena_free(arena);
}

static void
test_urls(void **state)
{
	struct arena *arena = arena_new();
	struct entry *e[] = {
		make_entry(arena, "a:1", "Drugs.com", NULL),
		make_entry(arena, "b:1", "Drugs.com", NULL),
		make_entry(arena, "c:1", "DrugBank", NULL),
	};
	struct edge *edges[3];
	struct works *works;

	(void)state;
	make_link(arena, e[0], LINK_WEBSITE, "x", "https://www.drugs.com/");
	make_link(arena, e[1], LINK_WEBSITE, "x", "http://drugs.com");
	make_link(arena, e[2], LINK_WEBSITE, "x", "https://go.drugbank.com/");
	for (int i = 0; i < 3; i++)
		edges[i] = make_edges(arena, e[i]);
	works = make_works(arena, e, edges, 3);
	assert_true(joined(works, e[0], e[1]));
	assert_int_equal(works_count(works), 2);
	arena_free(arena);
}

static void
shuffle(size_t *order, size_t count, unsigned *seed)
{
	for (size_t i = count; i > 1; i--) {
		size_t k, swap;

		*seed = *seed * 1103515245u + 12345u;
		k = (*seed >> 16) % i;
		swap = order[i - 1];
		order[i - 1] = order[k];
		order[k] = swap;
	}
}

static void
assert_same_works(const struct works *a, const struct works *b)
{
	assert_int_equal(works_count(a), works_count(b));
	for (size_t i = 0; i < works_count(a); i++) {
		const struct work *x = works_at(a, i), *y = works_at(b, i);

		assert_int_equal(x->entry_count, y->entry_count);
		for (size_t k = 0; k < x->entry_count; k++)
			assert_ptr_equal(x->entries[k], y->entries[k]);
		assert_int_equal(x->id_count, y->id_count);
		for (size_t k = 0; k < x->id_count; k++) {
			assert_string_equal(x->ids[k].id.value, y->ids[k].id.value);
			assert_int_equal(x->ids[k].status, y->ids[k].status);
			assert_string_equal(x->ids[k].from, y->ids[k].from);
		}
	}
}

/* Rows made of few titles and few ids, so that much of it meets. */
static void
test_order(void **state)
{
	static const char *const titles[] = { "alpha beta gamma delta epsilon",
		"Name: alpha beta gamma delta epsilon", "zeta eta theta iota",
		"zeta eta theta iota kappa", "lambda", "mu nu xi omicron pi" };
	enum { ROWS = 60 };
	struct arena *arena = arena_new();
	struct entry *e[ROWS];
	struct edge *edges[ROWS];
	size_t order[ROWS];
	unsigned seed = 7;
	struct works *first = NULL;

	(void)state;
	for (unsigned i = 0; i < ROWS; i++) {
		seed = seed * 1103515245u + 12345u;
		e[i] = make_entry(arena, arena_printf(arena, "l%u:%u", i % 3, i + 1),
		    titles[(seed >> 16) % 6],
		    IDS(arena_printf(arena, "arxiv:2301.%05u", (seed >> 20) % 25),
			arena_printf(arena, "github:o/r%u", (seed >> 24) % 7)));
		if (i % 4 == 0)
			e[i]->identifier_count = 0;
		edges[i] = make_edges(arena, e[i]);
		if (i % 5 == 1)
			make_answered(&edges[i][0], JUDGE_SAME, "t");
		if (i % 7 == 1)
			make_answered(&edges[i][0], JUDGE_DIFFERENT, "t");
		order[i] = i;
	}
	for (int round = 0; round < 20; round++) {
		struct works *works = works_new(arena, judge_entries);

		for (size_t i = 0; i < ROWS; i++)
			works_add(works, e[order[i]], edges[order[i]]);
		works_join(works);
		if (first == NULL)
			first = works;
		assert_same_works(first, works);
		shuffle(order, ROWS, &seed);
	}
	arena_free(arena);
}

/* The clusters of the gold, from what the lists alone say. */
static void
test_gold(void **state)
{
	struct arena *arena = arena_new();
	struct gold gold;
	size_t clusters, by_title = 0, pairs = 0;
	const struct json **lines = gold_lines(arena, "gold/duplicates.jsonl", &clusters);
	struct works *works;
	size_t *cluster_of;

	(void)state;
	if (lines == NULL || !gold_read(arena, &gold)) {
		arena_free(arena);
		skip();
	}
	works = works_new(arena, judge_entries);
	for (size_t i = 0; i < gold.count; i++)
		works_add(works, &gold.entries[i], make_edges(arena, &gold.entries[i]));
	works_join(works);
	cluster_of = arena_alloc(arena, gold.count * sizeof *cluster_of);
	for (size_t c = 0; c < clusters; c++) {
		const struct json *members = json_get(lines[c], "members");
		const struct entry *lead = NULL;

		by_title += strcmp(json_string(json_get(lines[c], "needs")), "title") ==
		    0;
		for (const struct json *m = members->child; m != NULL; m = m->next) {
			int64_t line = 0;
			const struct entry *e;

			json_integer(json_get(m, "line"), &line);
			e = gold_entry(
			    &gold, json_string(json_get(m, "list")), (unsigned)line);
			if (e == NULL)
				continue;
			cluster_of[e - gold.entries] = c + 1;
			if (lead == NULL)
				lead = e;
			if (!joined(works, lead, e)) {
				print_message("%s:%u %s\n", e->list, e->line, e->title);
				fail();
			}
			pairs++;
		}
	}
	/* And nothing joins that is in no cluster. */
	for (size_t i = 0; i < gold.count; i++)
		for (size_t k = 0; k < i; k++)
			if (joined(works, &gold.entries[i], &gold.entries[k]) &&
			    (cluster_of[i] == 0 || cluster_of[i] != cluster_of[k])) {
				print_message("%s:%u with %s:%u\n", gold.entries[i].list,
				    gold.entries[i].line, gold.entries[k].list,
				    gold.entries[k].line);
				fail();
			}
	printf("gold: %zu clusters (%zu by title) of %zu entries joined\n", clusters,
	    by_title, pairs);
	arena_free(arena);
}

/* Of an entry that is a work by itself, which nobody was asked about. */
static enum scope
scope_alone(const struct entry *entry, const char *since)
{
	struct work work = { .entries = &entry, .entry_count = 1 };

	return join_scope(&work, since, NULL);
}

static void
test_scope(void **state)
{
	struct arena *arena = arena_new();
	struct entry *old = make_entry(arena, "a:1", "MEDITRON", IDS("arxiv:2311.16079"));
	struct entry *young = make_entry(
	    arena, "b:1", "GAP-REPLAY", IDS("arxiv:2311.16079"));
	struct entry *e[2] = { old, young };
	struct edge *edges[2] = { make_edges(arena, old), make_edges(arena, young) };
	struct works *works;

	(void)state;
	old->date = "2023-10";
	young->date = "2023";
	assert_int_equal(scope_alone(old, "2023-11"), SCOPE_OLDER);
	assert_int_equal(scope_alone(young, "2023-11"), SCOPE_IN);
	assert_int_equal(scope_alone(old, NULL), SCOPE_IN);
	old->date = NULL;
	assert_int_equal(scope_alone(old, "2023-11"), SCOPE_IN);
	assert_int_equal(scope_alone(old, "2023-11-30"), SCOPE_IN);
	assert_int_equal(scope_alone(old, "2023-12"), SCOPE_OLDER);
	old->date = "2023-10";
	make_answered(&edges[0][0], JUDGE_SAME, "t");
	make_answered(&edges[1][0], JUDGE_SAME, "t");
	works = make_works(arena, e, edges, 2);
	assert_int_equal(works_count(works), 1);
	assert_int_equal(join_scope(works_at(works, 0), "2023-11", NULL), SCOPE_IN);
	assert_int_equal(join_scope(works_at(works, 0), "2024", NULL), SCOPE_OLDER);
	e[0] = make_entry(arena, "c:1", "Undated thing of the list", IDS("doi:10.1/x"));
	edges[0] = make_edges(arena, e[0]);
	works = make_works(arena, e, edges, 1);
	assert_int_equal(join_scope(works_at(works, 0), "2024", NULL), SCOPE_UNDATED);
	assert_int_equal(join_scope(works_at(works, 0), "2024", "2023-05"), SCOPE_OLDER);
	assert_int_equal(join_scope(works_at(works, 0), "2024", "2024"), SCOPE_IN);
	e[0] = make_entry(arena, "c:1", "Old style", IDS("arxiv:hep-th/9901001"));
	assert_int_equal(scope_alone(e[0], "1999-02"), SCOPE_OLDER);
	assert_int_equal(scope_alone(e[0], "1999-01"), SCOPE_IN);
	arena_free(arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_unanswered),
		cmocka_unit_test(test_different),
		cmocka_unit_test(test_learned),
		cmocka_unit_test(test_names),
		cmocka_unit_test(test_titles),
		cmocka_unit_test(test_contradictions),
		cmocka_unit_test(test_artifacts),
		cmocka_unit_test(test_renamed),
		cmocka_unit_test(test_urls),
		cmocka_unit_test(test_order),
		cmocka_unit_test(test_gold),
		cmocka_unit_test(test_scope),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
