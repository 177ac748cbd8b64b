/* The judge on single cases: what must pass, and what must not. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "../judge/judgement_name.h"
#include "base/arena.h"
#include "judge/judge.h"
#include "model/brief.h"
#include "model/entry.h"

struct pair_case {
	const char *a, *b;
	int year_a, year_b;
	const char *author_a, *author_b;
	enum judgement expected;
};

static const struct pair_case pair_cases[] = {
	/* Forms of one title. */
	{ "Attention Is All You Need", "Attention is all you need.", 2017, 2017, NULL,
	    NULL, JUDGE_SAME },
	{ "Publicly Available Clinical BERT Embeddings",
	    "Publicly available clinical {BERT} embeddings", 2019, 2019,
	    "Emily Alsentzer", "E. Alsentzer", JUDGE_SAME },
	{ "Chiral transport in H$_2$O clusters at low field",
	    "Chiral transport in H2O clusters at low field", 2020, 2021, NULL, NULL,
	    JUDGE_SAME },
	{ "Effects of \xce\xb2-lactam dosing on sepsis outcome",
	    "Effects of beta-lactam dosing on sepsis outcome", 2020, 2020, "Ann Lee",
	    "A Lee", JUDGE_SAME },
	{ "Policy &amp; Internet governance in seven states",
	    "Policy & Internet Governance in Seven States", 2011, 2012, NULL, NULL,
	    JUDGE_SAME },
	{ "Med-PaLM: Large Language Models Encode Clinical Knowledge",
	    "Large language models encode clinical knowledge", 2022, 2023, NULL, NULL,
	    JUDGE_SAME },
	{ "Domain-Specific Language Model Pre-training for Biomedical Text",
	    "Domain-specific language model pretraining for biomedical text", 2020, 2021,
	    "Yu Gu", "Gu, Yu", JUDGE_SAME },
	{ "RETRACTED ARTICLE: Sleep and the immune response of mice",
	    "Sleep and the immune response of mice", 2015, 2015, "Jo Chan", "Jo Chan",
	    JUDGE_SAME },
	/* An API's best hit that is another work. */
	{ "Gravity hill",
	    "Explanation of Gravity Hill of Mainpat by using "
	    "digital Elevation Modeling",
	    0, 2018, NULL, NULL, JUDGE_DIFFERENT },
	{ "National Flag of Canada Day",
	    "16. Marketing the Maple Leaf: The "
	    "Curious Case of National Flag of Canada Day",
	    0, 2014, NULL, NULL, JUDGE_DIFFERENT },
	/* Speaks about it, and is not it. */
	{ "Deep learning for chest radiographs in children",
	    "Erratum: Deep learning for chest radiographs in children", 2020, 2020,
	    "Li Wei", "Li Wei", JUDGE_DIFFERENT },
	{ "Deep learning for chest radiographs in children",
	    "Correction to: Deep learning for chest radiographs in children", 2020, 2020,
	    NULL, NULL, JUDGE_DIFFERENT },
	{ "Deep learning for chest radiographs in children",
	    "Comment on \"Deep learning for chest radiographs in children\"", 2020, 2020,
	    NULL, NULL, JUDGE_DIFFERENT },
	{ "The Making of American Sea Power",
	    "Review of The Making of "
	    "American Sea Power",
	    1992, 1992, NULL, NULL, JUDGE_DIFFERENT },
	{ "Sleep and the immune response of mice",
	    "Data from: Sleep and the immune response of mice", 2015, 2015, "Jo Chan",
	    "Jo Chan", JUDGE_DIFFERENT },
	{ "Sleep and the immune response of mice",
	    "Retraction: Sleep and the immune response of mice", 2015, 2015, "Jo Chan",
	    "Jo Chan", JUDGE_DIFFERENT },
	/* Parts, versions, formulas. */
	{ "Constructing optimal entanglement witnesses for qubits",
	    "Constructing optimal entanglement witnesses for qubits. II", 2009, 2010,
	    "D. Chruscinski", "D. Chruscinski", JUDGE_DIFFERENT },
	{ "A theory of everything that moves, Part 1",
	    "A theory of everything that moves, Part 2", 2001, 2001, "Al Bo", "Al Bo",
	    JUDGE_DIFFERENT },
	{ "Magnetic order in Fe3O4 thin films",
	    "Magnetic order in Fe2O3 thin "
	    "films",
	    2001, 2001, "Al Bo", "Al Bo", JUDGE_DIFFERENT },
	/* Short, generic, other people, other years. */
	{ "Introduction", "Introduction", 2010, 2010, NULL, NULL, JUDGE_UNCLEAR },
	{ "Introduction", "Introduction", 2010, 2012, "Al Bo", "Al Bo", JUDGE_UNCLEAR },
	{ "Editorial", "Editorial", 2001, 2001, "Al Bo", "Cy Do", JUDGE_DIFFERENT },
	{ "Rosacea", "Rosacea", 1973, 1921, "G K Steigleder", "H Barber",
	    JUDGE_DIFFERENT },
	{ "The Future of Psychiatry as Clinical Neuroscience",
	    "The future of "
	    "psychiatry as clinical neuroscience",
	    2009, 2015, "Charles F. Reynolds", "David A. Ross", JUDGE_DIFFERENT },
	{ "Large language models in medicine and surgery today",
	    "Large language models in medicine and surgery today", 2018, 2023, NULL, NULL,
	    JUDGE_DIFFERENT },
	/* Much in common is not enough. */
	{ "Linear operators strongly preserving r-potent matrices over "
	  "semirings",
	    "Linear operators strongly preserving idempotent "
	    "matrices over semirings",
	    1992, 1992, "LeRoy B. Beasley", "LeRoy Beasley", JUDGE_UNCLEAR },
	{ "", "Something", 0, 0, NULL, NULL, JUDGE_UNCLEAR },
	{ NULL, NULL, 0, 0, NULL, NULL, JUDGE_UNCLEAR },
};

static void
print_reasons(struct opinion opinion)
{
	for (size_t i = 0; i < opinion.reason_count; i++)
		print_message("\t%s\n", opinion.reasons[i]);
}

static void
test_pairs(void **state)
{
	struct arena *arena = arena_new();

	(void)state;
	for (size_t i = 0; i < sizeof pair_cases / sizeof *pair_cases; i++) {
		const struct pair_case *c = &pair_cases[i];
		struct author x = { .literal = c->author_a };
		struct author y = { .literal = c->author_b };
		struct description a = { .title = c->a,
			.year = c->year_a,
			.authors = &x,
			.author_count = c->author_a != NULL };
		struct description b = { .title = c->b,
			.year = c->year_b,
			.authors = &y,
			.author_count = c->author_b != NULL };
		struct opinion one = judge_pair(arena, &a, &b);
		struct opinion two = judge_pair(arena, &b, &a);

		if (one.judgement != c->expected) {
			print_message("%s\n%s\n%s, expected %s\n", c->a, c->b,
			    judgement_name(one.judgement), judgement_name(c->expected));
			print_reasons(one);
			fail();
		}
		assert_int_equal(one.judgement, two.judgement);
		assert_true(one.reason_count > 0);
	}
	arena_free(arena);
}

/* A list's "et al." and its own order of names. */
static void
test_authors_text(void **state)
{
	struct arena *arena = arena_new();
	struct author all[] = { { .literal = "Renqian Luo" }, { .literal = "Liai Sun" },
		{ .literal = "Yingce Xia" } };
	struct description found = {
		.title = "A short one", .year = 2022, .authors = all, .author_count = 3
	};
	struct description given = {
		.title = "A Short One", .year = 2022, .claims_authors_text = "Luo et al."
	};

	(void)state;
	assert_int_equal(judge_pair(arena, &given, &found).judgement, JUDGE_SAME);
	given.claims_authors_text = "Luo, R., Sun, L., & Xia, Y.";
	assert_int_equal(judge_pair(arena, &given, &found).judgement, JUDGE_SAME);
	given.claims_authors_text = "Smith and Jones";
	assert_int_equal(judge_pair(arena, &given, &found).judgement, JUDGE_DIFFERENT);
	arena_free(arena);
}

/* DOIs that differ by version are one family; others are two publications. */
static void
test_identifiers(void **state)
{
	struct arena *arena = arena_new();
	struct description a = { .title = "Ergonomics of the thermal "
					  "environment and of its surfaces",
		.doi = "10.3403/30276345" };
	struct description b = a;

	(void)state;
	b.doi = "10.3403/30276345u";
	assert_int_equal(judge_pair(arena, &a, &b).judgement, JUDGE_SAME);
	b.doi = "10.3403/30276345.v2";
	assert_int_equal(judge_pair(arena, &a, &b).judgement, JUDGE_SAME);
	b.doi = "10.3403/30276999";
	assert_int_equal(judge_pair(arena, &a, &b).judgement, JUDGE_UNCLEAR);
	a.doi = b.doi = NULL;
	a.type = "dataset";
	b.type = "article-journal";
	assert_int_equal(judge_pair(arena, &a, &b).judgement, JUDGE_DIFFERENT);
	arena_free(arena);
}

struct link_case {
	const char *title, *name, *date;
	const char *answer;
	int year;
	bool different; /* else same or unclear */
};

static const struct link_case link_cases[] = {
	{ "BioGPT: Generative Pre-trained Transformer for Biomedical Text "
	  "Generation and Mining",
	    "BioGPT", "2022-09",
	    "Pretrained Language Models for Biomedical and Clinical Tasks: "
	    "Understanding and Extending the State-of-the-Art",
	    2020, true },
	{ "Publicly Available Clinical BERT Embeddings", NULL, "2019-04",
	    "BioBERT: a pre-trained biomedical language representation model "
	    "for biomedical text mining",
	    2019, true },
	{ "MEDALPACA - AN OPEN-SOURCE COLLECTION OF MEDICAL CONVERSATIONAL AI "
	  "MODELS AND TRAINING DATA",
	    "MEDALPACA", "2023-04",
	    "MedAlpaca -- An Open-Source Collection of Medical Conversational "
	    "AI Models and Training Data",
	    2023, false },
	{ "Scaling Medical Pretraining for Large Language Models", "GAP-REPLAY", "2023",
	    "MEDITRON-70B: Scaling Medical Pretraining "
	    "for Large Language Models",
	    2023, false },
	{ "Further finetuning llama on medical papers", "PMC-LLaMA", "2023-04",
	    "PMC-LLaMA: Towards Building Open-source Language Models for "
	    "Medicine",
	    2023, false },
	{ "Model Dementia: Generated Data Makes Models Forget", NULL, "2023",
	    "The Curse of Recursion: Training on Generated Data Makes Models "
	    "Forget",
	    2023, false },
	{ "Languages are rewards: Hindsight finetuning using human feedback", NULL,
	    "2023",
	    "Chain of Hindsight Aligns Language Models with "
	    "Feedback",
	    2023, false },
	{ "Think and Retrieval: A Hypothesis Knowledge Graph Enhanced Medical "
	  "Large Language Models",
	    NULL, "2023",
	    "HyKGE: A Hypothesis "
	    "Knowledge Graph Enhanced Framework for Accurate and Reliable "
	    "Medical LLMs Responses",
	    2023, false },
	{ "A Survey of Large Language Models in Medicine: Progress, "
	  "Application, and Challenge",
	    NULL, "2023",
	    "A Survey of Large "
	    "Language Models in Medicine: Principles, Applications, and "
	    "Challenges",
	    2023, false },
	{ "MedGemma", NULL, "2025", "MedGemma Technical Report", 2025, false },
	{ "\xe5\x9f\xba\xe4\xba\x8e\xe4\xb8\xad\xe6\x96\x87\xe5\x8c\xbb\xe5\xad\xa6",
	    NULL, "2023",
	    "Fine-tuning your Chinese doctor is not a herculean "
	    "task",
	    2023, false },
	{ "Exploring the Boundaries of GPT-4 in Radiology", NULL, "2023-10",
	    "Segment anything model for medical image analysis: An "
	    "experimental study",
	    2023, true },
	{ "Do We Still Need Clinical Language Models?", NULL, "2023-02",
	    "Capabilities of GPT-4 on Medical Challenge Problems", 2023, true },
};

static void
test_links(void **state)
{
	struct arena *arena = arena_new();

	(void)state;
	for (size_t i = 0; i < sizeof link_cases / sizeof *link_cases; i++) {
		const struct link_case *c = &link_cases[i];
		struct entry entry = { .list = "x",
			.title = c->title,
			.name = c->name,
			.date = c->date,
			.section = "" };
		struct brief brief = {
			.kind = BRIEF_PAPER, .title = c->answer, .year = c->year
		};
		struct opinion opinion = judge_answer(arena, &entry, &brief, NULL);

		if ((opinion.judgement == JUDGE_DIFFERENT) != c->different) {
			print_message("%s\n%s: %s\n", c->title, c->answer,
			    judgement_name(opinion.judgement));
			print_reasons(opinion);
			fail();
		}
	}
	arena_free(arena);
}

/* No title to compare: a repository, a licence. */
static void
test_without_title(void **state)
{
	struct arena *arena = arena_new();
	struct entry entry = { .list = "x", .title = "BioGPT", .section = "" };
	struct brief brief = { .kind = BRIEF_MODEL, .title = "other/thing" };

	(void)state;
	assert_int_equal(
	    judge_answer(arena, &entry, &brief, NULL).judgement, JUDGE_UNCLEAR);
	brief = (struct brief){ .kind = BRIEF_LICENSE };
	assert_int_equal(
	    judge_answer(arena, &entry, &brief, NULL).judgement, JUDGE_UNCLEAR);
	arena_free(arena);
}

/* The words that explain shows. */
static void
test_reasons(void **state)
{
	struct arena *arena = arena_new();
	struct entry entry = { .list = "x",
		.section = "",
		.date = "2022-09",
		.title = link_cases[0].title,
		.name = "BioGPT" };
	struct brief brief = {
		.kind = BRIEF_PAPER, .year = 2020, .title = link_cases[0].answer
	};
	struct opinion opinion = judge_answer(arena, &entry, &brief, NULL);

	(void)state;
	assert_int_equal(opinion.reason_count, 4);
	assert_true(strncmp(opinion.reasons[0],
			"titles different: in common "
			"only ",
			33) == 0);
	assert_non_null(strstr(opinion.reasons[0], "\"biomedical\""));
	assert_non_null(strstr(opinion.reasons[1], "only the list says \""));
	assert_string_equal(opinion.reasons[2], "year 2020 against 2022 in the list");
	assert_string_equal(opinion.reasons[3], "another title, and another date");
	arena_free(arena);
}

/* Where a list is about them, the word tells nothing, elsewhere it does. */
static void
test_rarity(void **state)
{
	static const char *const topics[] = { "Falls", "Sleep", "Meals", "Linen", "Noise",
		"Light", "Pain", "Visits", "Thirst", "Boredom", "Keys", "Alarms" };
	struct arena *arena = arena_new(), *scratch = arena_new();
	struct judge_field *field = judge_field_new(arena, 0);
	struct judge_link in_list = { .field = field }, alone = { .field = NULL };
	struct entry entry = { .list = "x",
		.title = "Counting Trolleys of Cutlery in Kitchens",
		.date = "2021",
		.section = "" };
	struct brief brief = { .kind = BRIEF_PAPER,
		.year = 2021,
		.title = "Counting Trolleys of Porcelain in Kitchens" };
	struct opinion opinion;

	(void)state;
	for (size_t i = 0; i < sizeof topics / sizeof *topics; i++) {
		struct entry row = { .list = "x", .section = "" };

		row.title = arena_printf(arena, "%s, Cutlery and Porcelain", topics[i]);
		judge_field_add(field, scratch, &row);
		arena_reset(scratch);
	}
	opinion = judge_answer(arena, &entry, &brief, &alone);
	assert_int_equal(opinion.judgement, JUDGE_UNCLEAR);
	assert_true(opinion.held);
	assert_non_null(strstr(opinion.reasons[1], "\"cutlery\""));
	opinion = judge_answer(arena, &entry, &brief, &in_list);
	assert_false(opinion.held);
	/* … but for another year: then they are two works all the same. */
	entry.date = "2020";
	opinion = judge_answer(arena, &entry, &brief, &in_list);
	assert_true(opinion.held);
	judge_field_free(field);
	arena_free(scratch);
	arena_free(arena);
}

/* A year that is still to come is nobody's, and contradicts nothing. */
static void
test_future_year(void **state)
{
	struct arena *arena = arena_new();
	struct judge_field *field = judge_field_new(arena, 2027);
	struct judge_link link = { .field = field };
	struct entry entry = { .list = "x",
		.title = "Counting Trolleys of Cutlery in Hospital Kitchens",
		.section = "",
		.date = "2034" };
	struct brief brief = { .kind = BRIEF_PAPER,
		.title = "Counting trolleys of cutlery in hospital kitchens",
		.year = 2021 };

	(void)state;
	assert_int_equal(judge_title(arena, &entry, &brief, field).judgement, JUDGE_SAME);
	assert_int_equal(
	    judge_answer(arena, &entry, &brief, &link).judgement, JUDGE_SAME);
	entry.date = "2026";
	assert_int_not_equal(
	    judge_title(arena, &entry, &brief, field).judgement, JUDGE_SAME);
	judge_field_free(field);
	arena_free(arena);
}

/* The month of an arXiv number, and a row that has the answer's very title. */
static void
test_list_and_month(void **state)
{
	struct arena *arena = arena_new(), *scratch = arena_new();
	struct judge_field *field = judge_field_new(arena, 0);
	struct identifier id = { IDENTIFIER_ARXIV, "2311.01234" };
	struct entry_identifier named = { .id = id };
	struct entry owner = { .list = "x",
		.section = "",
		.title = "Oskari-v1, Open Benchmark for Drug Discovery",
		.identifiers = &named,
		.identifier_count = 1 };
	struct entry entry = {
		.list = "x", .section = "", .title = "Triage Notes Under Time Pressure"
	};
	struct brief brief = { .kind = BRIEF_PAPER,
		.title = "Triage Notes under Time-Pressure" };
	struct judge_link link = { field, id };
	struct opinion opinion;

	(void)state;
	entry.date = "2023-12";
	assert_int_equal(
	    judge_answer(arena, &entry, &brief, &link).judgement, JUDGE_SAME);
	/* A list cannot date a paper five months before its number. */
	entry.date = "2023-06";
	opinion = judge_answer(arena, &entry, &brief, &link);
	assert_int_equal(opinion.judgement, JUDGE_UNCLEAR);
	assert_true(opinion.held);
	assert_int_equal(opinion.doubt, DOUBT_DATE);
	assert_false(opinion_is_accepted(&opinion));
	/* A name that is nowhere: held; when its owner is in the list: another. */
	entry = (struct entry){ .list = "x", .section = "", .title = "Tarrow" };
	brief.title = owner.title;
	opinion = judge_answer(arena, &entry, &brief, &link);
	assert_int_equal(opinion.judgement, JUDGE_UNCLEAR);
	assert_true(opinion.held);
	judge_field_add(field, scratch, &owner);
	opinion = judge_answer(arena, &entry, &brief, &link);
	assert_int_equal(opinion.judgement, JUDGE_DIFFERENT);
	/* The owner's own name is no other work. */
	entry.title = "Oskari-v1";
	opinion = judge_answer(arena, &entry, &brief, &link);
	assert_int_equal(opinion.judgement, JUDGE_SAME);
	judge_field_free(field);
	arena_free(scratch);
	arena_free(arena);
}

/* The reader took the end of a title for people: the link's own words say it all.  Not
 * where the title is what another link goes by. */
static void
test_words_of_link(void **state)
{
	static const char title[] =
	    "Reading Charts Slowly: Two Answers to Roe, Poe, and Coe (2016)";
	struct arena *arena = arena_new();
	struct identifier id = { IDENTIFIER_DOI, "10.5555/12345678" };
	struct entry_identifier named = { .id = id, .link = 0 };
	struct link links[] = { { "https://doi.org/10.5555/12345678", title, LINK_PAPER,
				    NULL },
		{ "https://example.org/p", "Slides", LINK_OTHER, NULL } };
	struct entry entry = { .list = "x",
		.section = "",
		.title = "Reading Charts Slowly: Two Answers to Roe",
		.authors = "Poe, and Coe",
		.links = links,
		.link_count = 2,
		.identifiers = &named,
		.identifier_count = 1 };
	const struct author una = { .literal = "Una Finch", .family = "Finch" };
	const struct claim people = {
		.field = FIELD_AUTHORS, .authors = &una, .author_count = 1
	};
	struct brief brief = {
		.kind = BRIEF_PAPER, .title = title, .claims = &people, .claim_count = 1
	};
	struct judge_link link = { NULL, id };

	(void)state;
	assert_int_equal(
	    judge_answer(arena, &entry, &brief, &link).judgement, JUDGE_SAME);
	links[1].label = entry.title;
	assert_int_not_equal(
	    judge_answer(arena, &entry, &brief, &link).judgement, JUDGE_SAME);
	links[1].label = "Slides";
	links[0].label = "Paper";
	assert_int_not_equal(
	    judge_answer(arena, &entry, &brief, &link).judgement, JUDGE_SAME);
	arena_free(arena);
}

/* "LarkMed: this" and "LarkMed: that": what else is known decides. */
static void
test_one_name(void **state)
{
	static const struct {
		const char *date, *authors;
		enum judgement judgement;
		bool held;
	} cases[] = {
		{ NULL, NULL, JUDGE_UNCLEAR, true },
		{ "2021", NULL, JUDGE_DIFFERENT, false },
		{ "2023", NULL, JUDGE_UNCLEAR, true },
		{ "2023-11", NULL, JUDGE_UNCLEAR, false },
		{ NULL, "Ola Brand, Rui Tan", JUDGE_UNCLEAR, false },
		{ "2023-11", "Mira Okafor", JUDGE_DIFFERENT, false },
	};
	static const struct author authors[] = { { .literal = "Ola Brand" },
		{ .literal = "Rui Tan" } };
	static const struct claim claim = {
		.field = FIELD_AUTHORS, .authors = authors, .author_count = 2
	};
	struct arena *arena = arena_new();
	const struct judge_link link = { NULL, { IDENTIFIER_ARXIV, "2311.01234" } };
	const struct brief brief = { .kind = BRIEF_PAPER,
		.title = "LarkMed: scheduling of theatre staff",
		.year = 2023,
		.claims = &claim,
		.claim_count = 1 };

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		const struct entry entry = { .list = "x",
			.section = "",
			.title = "LarkMed: an assistant for hospices",
			.date = cases[i].date,
			.authors = cases[i].authors };
		struct opinion opinion = judge_answer(arena, &entry, &brief, &link);

		assert_int_equal(opinion.judgement, cases[i].judgement);
		assert_int_equal(opinion.held, cases[i].held);
	}
	arena_free(arena);
}

/* Much the same words, hardly any of them rare: of the field, and no more; held
 * where a month agrees. */
static void
test_little_in_common(void **state)
{
	struct arena *arena = arena_new();
	const struct judge_link link = { NULL, { IDENTIFIER_ARXIV, "2311.01234" } };
	const struct brief brief = { .kind = BRIEF_PAPER,
		.title = "A Language Model Survey of Theatre Staff" };
	struct entry entry = { .list = "x",
		.section = "",
		.title = "Counting Trolleys with a Language Model Survey of Staff" };
	struct opinion opinion = judge_answer(arena, &entry, &brief, &link);

	(void)state;
	assert_int_equal(opinion.judgement, JUDGE_DIFFERENT);
	entry.date = "2023-12";
	opinion = judge_answer(arena, &entry, &brief, &link);
	assert_int_equal(opinion.judgement, JUDGE_UNCLEAR);
	assert_true(opinion.held);
	arena_free(arena);
}

/*
 * Words of one title only: of a cut, a name, a citation, where the other is a stretch
 * of its own in it; else of another work.  Letters are read as the words they stand for.
 */
static void
test_stretches(void **state)
{
	static const struct {
		const char *given, *answer;
		enum judgement judgement;
		bool held;
	} cases[] = {
		{ "Theatre Rotas for Night Porters",
		    "Theatre Rotas for Tired Night Porters "
		    "on Remote Islands",
		    JUDGE_UNCLEAR, true },
		{ "Theatre Rotas for Night Porters by Sampling Shifts",
		    "Theatre Rotas for Night Porters", JUDGE_UNCLEAR, true },
		{ "Theatre Rotas for Night Porters",
		    "Theatre Rotas for Night Porters: "
		    "Sampling Shifts on Islands",
		    JUDGE_SAME, false },
		{ "Roe et al. Theatre Rotas for Night Porters",
		    "Theatre Rotas for Night Porters", JUDGE_SAME, false },
		{ "Theatre Rotas for Night Porters（病院）",
		    "Theatre Rotas for Night Porters", JUDGE_SAME, false },
		{ "Theatre Rota Attention (TRA)",
		    "Theatre Rota Attention: Night Porters on Islands", JUDGE_SAME,
		    false },
		{ "Rotas with LSMs", "Rotas with Latent Shift Models: Porters on Islands",
		    JUDGE_SAME, false },
		{ "Overview of the Porters' Task 2019",
		    "Overview of the Porters' Task 2020: Night Rotas on Islands",
		    JUDGE_DIFFERENT, false },
		{ "Ward-Rota 2", "Porters on Islands and their Shifts", JUDGE_UNCLEAR,
		    true },
		{ "Gece hamalları için adalarda nöbet çizelgesi öğrenme",
		    "Learning of the Rotas for Porters on Islands", JUDGE_UNCLEAR, true },
	};
	struct arena *arena = arena_new();

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		const struct entry entry = {
			.list = "x", .section = "", .title = cases[i].given
		};
		const struct brief brief = { .kind = BRIEF_PAPER,
			.title = cases[i].answer };
		struct opinion opinion = judge_answer(arena, &entry, &brief, NULL);

		if (opinion.judgement != cases[i].judgement ||
		    opinion.held != cases[i].held)
			print_message("%s: %s, %s\n", cases[i].given,
			    judgement_name(opinion.judgement),
			    opinion.reasons[opinion.reason_count - 1]);
		assert_int_equal(opinion.judgement, cases[i].judgement);
		assert_int_equal(opinion.held, cases[i].held);
	}
	arena_free(arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_pairs),
		cmocka_unit_test(test_authors_text),
		cmocka_unit_test(test_identifiers),
		cmocka_unit_test(test_links),
		cmocka_unit_test(test_without_title),
		cmocka_unit_test(test_reasons),
		cmocka_unit_test(test_rarity),
		cmocka_unit_test(test_future_year),
		cmocka_unit_test(test_list_and_month),
		cmocka_unit_test(test_words_of_link),
		cmocka_unit_test(test_one_name),
		cmocka_unit_test(test_little_in_common),
		cmocka_unit_test(test_stretches),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
