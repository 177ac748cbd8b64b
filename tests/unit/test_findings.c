/* What a curator is told, and what is held back until it is sure. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "identify/identify.h"
#include "merge/merge.h"
#include "merge_stage.h"

#define WEEK (7 * 86400)

/* The witness, with what the same source said a week before. */
static struct witness
after(struct stage *s, struct witness now, struct witness before)
{
	struct answer *old = arena_alloc(s->arena, sizeof *old);

	*old = before.answer;
	old->retrieved_at -= WEEK;
	old->confirmed_at = old->retrieved_at;
	now.before = old;
	return now;
}

static struct witness
counted(struct stage *s, const char *count)
{
	return make_witness(s->arena, &make_s2, "arxiv:2303.00001", BRIEF_PAPER,
	    FIELD_TITLE, "Reading Charts With Small Models", FIELD_CITED_BY_COUNT, count,
	    FIELD_COUNT);
}

static void
stage_paper(struct stage *s)
{
	stage_row(s, "a:7", "Reading Charts With Small Models", IDS("arxiv:2303.00001"));
}

/* 500, then 3: 500 stays with its day, 3 is told; said again, 3 it is. */
static void
test_count_fell(void **state)
{
	struct stage *s = *state;
	struct weighed_claim *claims;
	const struct finding *f;
	size_t count;

	stage_paper(s);
	stage_witness(s, after(s, counted(s, "3"), counted(s, "500")));
	stage_decide(s);
	assert_int_equal(s->record.cited_by_count, 500);
	assert_int_equal(s->record.counted_at, 1700000000 - WEEK);
	f = find_code(&s->findings, "value-fell", "a", 7);
	assert_non_null(f);
	assert_int_equal(f->class, FINDING_NOTE);
	assert_string_equal(f->field, "cited_by_count");
	assert_non_null(strstr(f->evidence, "500"));
	count = merge_claims(s->arena, &s->input, FIELD_CITED_BY_COUNT, &claims);
	assert_int_equal(count, 2);
	assert_true(claims[0].chosen && !claims[1].chosen);
	assert_string_equal(claims[1].value, "3");
	assert_non_null(strstr(claims[1].why, "held back"));

	/* Confirmed: evidence gives no older answer any more. */
	s->witnesses[0] = counted(s, "3");
	stage_decide(s);
	assert_int_equal(s->record.cited_by_count, 3);
	assert_null(find_code(&s->findings, "value-fell", "a", 7));
}

static void
test_count_moves(void **state)
{
	static const struct {
		const char *before, *now;
		long long wanted;
	} cases[] = { { "500", "501", 501 }, { "500", "480", 480 }, { "12", "5", 5 },
		{ "18", "9", 9 }, { "19", "9", 19 }, { "20", "9", 20 },
		{ "500", "250", 250 }, { "3", "500", 500 } };

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct stage *s = *state;

		s->entry_count = s->input.witness_count = 0;
		stage_paper(s);
		stage_witness(
		    s, after(s, counted(s, cases[i].now), counted(s, cases[i].before)));
		stage_decide(s);
		assert_int_equal(s->record.cited_by_count, cases[i].wanted);
	}
}

static void
test_venue_and_authors_fell(void **state)
{
	struct stage *s = *state;
	struct witness before = make_witness(s->arena, &make_s2, "arxiv:2303.00001",
	    BRIEF_PAPER, FIELD_TITLE, "Reading Charts With Small Models", FIELD_VENUE,
	    "Nature Medicine", FIELD_COUNT);
	struct witness now = make_witness(s->arena, &make_s2, "arxiv:2303.00001",
	    BRIEF_PAPER, FIELD_TITLE, "Reading Charts With Small Models", FIELD_VENUE,
	    "arXiv.org", FIELD_COUNT);

	make_authors(s->arena, &before, IDS("Ada Lind", "Bo Mark", "Cy Nor"));
	make_authors(s->arena, &now, IDS("Ada Lind"));
	stage_paper(s);
	stage_witness(s, after(s, now, before));
	stage_decide(s);
	assert_string_equal(s->record.container_title, "Nature Medicine");
	assert_string_equal(s->record.stage, "published");
	assert_int_equal(s->record.author_count, 3);
	assert_non_null(find_code(&s->findings, "value-fell", "a", 7));
	/* Two falls are two findings with two keys. */
	assert_int_equal(s->findings.count, 2);
	assert_string_not_equal(s->findings.v[0].key, s->findings.v[1].key);
}

static void
test_license_fell(void **state)
{
	struct stage *s = *state;
	struct witness now = make_witness(s->arena, &make_hf, "hf:lab/small", BRIEF_MODEL,
	    FIELD_LIKES, "4", FIELD_COUNT);
	struct witness before = make_witness(s->arena, &make_hf, "hf:lab/small",
	    BRIEF_MODEL, FIELD_LICENSE, "apache-2.0", FIELD_COUNT);

	stage_row(s, "a:7", "Small", IDS("hf:lab/small"));
	stage_witness(s, after(s, now, before));
	stage_decide(s);
	assert_string_equal(s->record.license, "Apache-2.0");
	assert_string_equal(s->record.artifacts[0].license, "Apache-2.0");
	assert_int_equal(s->record.artifacts[0].likes, 4);
	assert_non_null(find_code(&s->findings, "value-fell", "a", 7));
	s->witnesses[0] = now;
	stage_decide(s);
	assert_null(s->record.license);
	assert_null(s->record.artifacts[0].license);
}

/* "[Google, 2023]" is no venue, "[JASN, 2023]" is. */
static void
test_venue_claims(void **state)
{
	static const char *const venues[] = { "ACL", "NeurIPS", "JASN", "STAR", "HCII",
		"I3CE", "ICARM", "ACL-BioNLP", "New Biotechnology", "Nature News",
		"Korean J Med Educ.", "Cancer Inform", "BioCreative VII Challenge",
		"EMNLP Workshop", "ENNLP", "Journal of Medical Internet Research",
		"BMJ Open", "NeurIPS Datasets/Benchmarks Track", "IEEE Big Data",
		"Annual Review of Medicine", "Int. J. Med. Inform." };
	static const char *const others[] = { "Google", "Google Research", "OpenAI",
		"MIT", "IBM", "NVIDIA", "DeepMind", "Meta AI", "Stanford University",
		"Researchers of", "Tsinghua", "Harvard Medical School", "Google Health",
		"Stanford Medicine", "University of Health Sciences", "Blog", "Github",
		"Arxiv", "National Library of Medicine", "Technical report",
		"Coming soon", "see the paper", "", "Microsoft", "Alibaba",
		"Peking Union Medical College Hospital", "BAAI", "our work",
		"Shanghai AI Laboratory", "Website", "unknown" };
	struct stage *s = *state;

	for (size_t i = 0; i < sizeof venues / sizeof *venues; i++)
		if (!venue_is_claim(s->arena, venues[i]))
			fail_msg("%s is a venue", venues[i]);
	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		if (venue_is_claim(s->arena, others[i]))
			fail_msg("%s is no venue", others[i]);
}

static void
test_company_as_venue(void **state)
{
	struct stage *s = *state;
	struct entry *e = stage_row(s, "a:7",
	    "Reading Charts With Small "
	    "Models",
	    IDS("doi:10.1000/x1"));

	e->venue = "Google";
	stage_decide(s);
	assert_null(s->record.container_title);
	stage_witness(s,
	    make_witness(s->arena, &make_s2, "doi:10.1000/x1", BRIEF_PAPER, FIELD_VENUE,
		"Nature Medicine", FIELD_COUNT));
	stage_decide(s);
	assert_string_equal(s->record.container_title, "Nature Medicine");
	assert_null(find_code(&s->findings, "venue-differs", "a", 7));
}

/* A data set's own link to a paper about something else is no mistake. */
static void
test_link_aside(void **state)
{
	struct stage *s = *state;
	struct entry *e = stage_row(s, "a:7",
	    "Reading Charts With Small "
	    "Models",
	    IDS("arxiv:2303.00001", "arxiv:2101.00002"));

	make_link(s->arena, e, LINK_PAPER, "paper", "https://arxiv.org/abs/2303.00001");
	make_link(
	    s->arena, e, LINK_DATASET, "dataset", "https://arxiv.org/abs/2101.00002");
	((struct entry_identifier *)(size_t)e->identifiers)[0].link = 0;
	((struct entry_identifier *)(size_t)e->identifiers)[1].link = 1;
	make_answered(&s->edges[0][0], JUDGE_SAME, e->title);
	make_answered(&s->edges[0][1], JUDGE_DIFFERENT, "A Corpus of Charts");
	stage_decide(s);
	assert_null(find_code(&s->findings, "link-title-mismatch", "a", 7));
	/* Neither the work's own nor wrong. */
	assert_int_equal(s->record.id_count, 1);
	((struct link *)(size_t)e->links)[1].role = LINK_PAPER;
	stage_decide(s);
	assert_non_null(find_code(&s->findings, "link-title-mismatch", "a", 7));
	assert_int_equal(s->record.id_count, 2);
}

/* A row about a data set, with the paper of the model it came with. */
static void
test_paper_of_a_dataset(void **state)
{
	struct stage *s = *state;
	struct entry *e = stage_row(s, "a:9",
	    "A multichoice question "
	    "answering dataset",
	    IDS("arxiv:2303.00001", "hf-dataset:lab/ChartQuiz"));
	const struct finding *f;

	make_link(s->arena, e, LINK_PAPER, "paper", "https://arxiv.org/abs/2303.00001");
	((struct entry_identifier *)(size_t)e->identifiers)[0].link = 0;
	make_answered(&s->edges[0][0], JUDGE_DIFFERENT, "A Family of Models");
	stage_decide(s);
	f = find_code(&s->findings, "link-title-mismatch", "a", 9);
	assert_int_equal(f->class, FINDING_DECIDE);
	e->name = "ChartQuiz";
	stage_decide(s);
	f = find_code(&s->findings, "link-title-mismatch", "a", 9);
	assert_int_equal(f->class, FINDING_NOTE);
	assert_string_equal(f->title,
	    "ChartQuiz: A multichoice question "
	    "answering dataset");
}

/* The label names another kind of thing than the link opens. */
static void
test_label_kinds(void **state)
{
	static const struct {
		const char *label, *url;
		bool wrong;
	} links[] = {
		{ "code", "https://arxiv.org/abs/2303.00001", true },
		{ "[Code]", "https://doi.org/10.1000/x1", true },
		{ "GitHub", "https://arxiv.org/abs/2303.00001", true },
		{ "arXiv", "https://github.com/lab/charts", true },
		{ "code", "https://github.com/lab/charts", false },
		{ "code", "https://huggingface.co/lab/charts", false },
		{ "paper", "https://github.com/lab/charts", false },
		{ "CodeChart: Reading Charts With Code",
		    "https://arxiv.org/abs/2303.00001", false },
		{ "arXiv", "https://huggingface.co/papers/2303.00001", false },
		{ "arXiv", "https://doi.org/10.48550/arXiv.2303.00001", false },
	};
	(void)state;
	for (size_t i = 0; i < sizeof links / sizeof *links; i++) {
		struct stage *s;
		struct entry *e;
		struct list list = { .name = "a", .entry_count = 1 };
		const struct finding *f;

		stage_setup((void **)&s);
		e = stage_row(s, "a:9", "Reading Charts With Small Models", NULL);
		make_link(s->arena, e, LINK_OTHER, links[i].label, links[i].url);
		list.entries = e;
		identify_list(s->arena, &list);
		s->edges[0] = make_edges(s->arena, e);
		stage_decide(s);
		f = find_code(&s->findings, "label-target", "a", 9);
		if ((f != NULL) != links[i].wrong)
			fail_msg("[%s](%s)", links[i].label, links[i].url);
		if (f != NULL)
			assert_string_equal(f->given, links[i].url);
		stage_teardown((void **)&s);
	}
}

static struct witness
absent(struct stage *s, const struct source *source, const char *id)
{
	struct witness w = make_witness(s->arena, source, id, BRIEF_PAPER, FIELD_COUNT);

	w.outcome = OUTCOME_ABSENT;
	w.has_answer = false;
	return w;
}

/* A DOI that Crossref does not know may be another agency's, or ours. */
static void
test_gone(void **state)
{
	struct stage *s = *state;
	struct entry *e = stage_row(s, "a:9",
	    "Reading Charts With Small "
	    "Models",
	    IDS("doi:10.1038/sdata.2016.99"));
	const struct finding *f;

	((struct entry_identifier *)(size_t)e->identifiers)[0].link = 0;
	make_link(s->arena, e, LINK_PAPER, "paper",
	    "https://www.nature.com/articles/sdata201699");
	stage_witness(s, absent(s, &make_crossref, "doi:10.1038/sdata.2016.99"));
	stage_decide(s);
	assert_null(find_code(&s->findings, "gone", "a", 9));
	/* As it is written in the list. */
	((struct link *)(size_t)e->links)[0].url =
	    "https://doi.org/10.1038/SDATA.2016.99";
	stage_decide(s);
	f = find_code(&s->findings, "gone", "a", 9);
	assert_non_null(f);
	assert_int_equal(f->class, FINDING_DECIDE);
	/* Somebody else knows it. */
	stage_witness(s,
	    make_witness(s->arena, &make_s2, "doi:10.1038/sdata.2016.99", BRIEF_PAPER,
		FIELD_TITLE, "Reading Charts With Small Models", FIELD_COUNT));
	stage_decide(s);
	assert_null(find_code(&s->findings, "gone", "a", 9));
	/* Known once: whoever else knows it. */
	s->witnesses[0].gone = true;
	stage_decide(s);
	f = find_code(&s->findings, "gone", "a", 9);
	assert_non_null(strstr(f->evidence, "once"));
}

/* One door of arXiv's knows it: the other one is late. */
static void
test_gone_at_one_door(void **state)
{
	struct stage *s = *state;
	struct entry *e = stage_row(
	    s, "a:9", "Reading Charts With Small Models", IDS("arxiv:2210.10341"));

	((struct entry_identifier *)(size_t)e->identifiers)[0].link = 0;
	make_link(s->arena, e, LINK_PAPER, "paper", "https://arxiv.org/abs/2210.10341");
	stage_witness(s, absent(s, &make_oai, "arxiv:2210.10341"));
	stage_decide(s);
	assert_non_null(find_code(&s->findings, "gone", "a", 9));
	stage_witness(s,
	    make_witness(s->arena, &make_s2, "arxiv:2210.10341", BRIEF_PAPER, FIELD_TITLE,
		"Reading Charts With Small Models", FIELD_COUNT));
	stage_decide(s);
	assert_non_null(find_code(&s->findings, "gone", "a", 9));
	stage_witness(s,
	    make_witness(s->arena, &make_arxiv, "arxiv:2210.10341", BRIEF_PAPER,
		FIELD_TITLE, "Reading Charts With Small Models", FIELD_COUNT));
	stage_decide(s);
	assert_null(find_code(&s->findings, "gone", "a", 9));
}

static void
test_rows_as_written(void **state)
{
	struct stage *s = *state;
	struct entry *e = stage_row(s, "a:9", "Charts", IDS("hf-org:lab"));
	const struct finding *f;

	make_link(s->arena, e, LINK_PAPER, "paper",
	    "https://aclanthology.org/2022.emnlp-main.256.pdf");
	make_link(s->arena, e, LINK_MODEL, "model", "https://huggingface.co/lab");
	make_link(s->arena, e, LINK_PAPER, "pdf", "https://arxiv.org/abs/2413.00001");
	((struct entry_identifier *)(size_t)e->identifiers)[0].link = 1;
	e->flags = FLAG_MALFORMED_LINK | FLAG_NOT_ONE_ARTIFACT | FLAG_BAD_IDENTIFIER;
	e->as_written = "https://aclanthology.2022.emnlp-main.256.pdf";
	stage_decide(s);
	f = find_code(&s->findings, "malformed-link", "a", 9);
	assert_int_equal(f->class, FINDING_FIX);
	assert_string_equal(f->given, e->as_written);
	assert_string_equal(
	    f->repair, "https://aclanthology.org/2022.emnlp-main.256.pdf");
	f = find_code(&s->findings, "link-is-not-one-model", "a", 9);
	assert_int_equal(f->class, FINDING_NOTE);
	assert_string_equal(f->given, "https://huggingface.co/lab");
	f = find_code(&s->findings, "bad-identifier", "a", 9);
	assert_int_equal(f->class, FINDING_DECIDE);
	assert_string_equal(f->given, "https://arxiv.org/abs/2413.00001");
	/* Each address that only leads on, once. */
	e->flags |= FLAG_LINK_DETOUR;
	for (size_t i = 0; i < 2; i++)
		((struct link *)(size_t)e->links)[i].detour =
		    "https://www.google.com/url?q=https://huggingface.co/lab";
	stage_decide(s);
	for (size_t i = 0, found = 0; i < s->findings.count; i++) {
		found += strcmp(s->findings.v[i].code, "link-detour") == 0;
		assert_true(found <= 1);
	}
	f = find_code(&s->findings, "link-detour", "a", 9);
	assert_int_equal(f->class, FINDING_FIX);
	assert_string_equal(f->given, e->links[0].detour);
	assert_string_equal(f->repair, e->links[0].url);
	/* Not the row's first address, but the one that is not well formed. */
	e->as_written = "[pdf] (https://arxiv.org/abs/2413.00001)";
	stage_decide(s);
	f = find_code(&s->findings, "malformed-link", "a", 9);
	assert_string_equal(f->found, "https://arxiv.org/abs/2413.00001");
	/* In Markdown, what was read stands in the place of what was written. */
	e->as_written = "[paper]((https://aclanthology.org/2022.emnlp-main.256.pdf))";
	e->mend_from = "((";
	e->mend_to = "(";
	e->row = "| [paper]((https://aclanthology.org/2022.emnlp-main.256.pdf)) |\n";
	e->row_length = strlen(e->row);
	stage_decide(s);
	f = find_code(&s->findings, "malformed-link", "a", 9);
	assert_int_equal(f->class, FINDING_FIX);
	assert_string_equal(f->given, "((");
	assert_string_equal(f->repair, "(");
	/* Twice, and nothing around it that tells which; then, not at all. */
	e->mend_to = e->mend_from = "ab";
	e->row = "xab\nab";
	e->row_length = strlen(e->row);
	stage_decide(s);
	f = find_code(&s->findings, "malformed-link", "a", 9);
	assert_string_equal(f->given, "xab");
	e->mend_to = e->mend_from = "a\nb";
	e->row = "a\nb";
	e->row_length = strlen(e->row);
	stage_decide(s);
	f = find_code(&s->findings, "malformed-link", "a", 9);
	assert_int_equal(f->class, FINDING_DECIDE);
	e->mend_from = "((";
	stage_decide(s);
	f = find_code(&s->findings, "malformed-link", "a", 9);
	assert_int_equal(f->class, FINDING_DECIDE);
}

static void
doubt(struct edge *edge, enum doubt doubt, bool held)
{
	make_answered(edge, JUDGE_UNCLEAR, "Reading Charts With Small Models");
	edge->opinion.doubt = doubt;
	edge->opinion.held = held;
}

/* What contradicts is asked about and uses nothing; else it is told. */
static void
test_unclear_link(void **state)
{
	struct stage *s = *state;
	struct witness w = counted(s, "7");
	const struct finding *f;

	stage_row(s, "a:7", "Plotter", IDS("arxiv:2303.00001"));
	doubt(s->edges[0], DOUBT_TITLE, false);
	w.opinion = s->edges[0]->opinion;
	stage_witness(s, w);
	stage_decide(s);
	f = find_code(&s->findings, "link-unclear", "a", 7);
	assert_int_equal(f->class, FINDING_NOTE);
	assert_int_equal(s->record.cited_by_count, 7);
	assert_string_equal(s->record.id, "arxiv:2303.00001");
	doubt(s->edges[0], DOUBT_NOWHERE, true);
	s->witnesses[0].opinion = s->edges[0]->opinion;
	stage_decide(s);
	f = find_code(&s->findings, "link-unclear", "a", 7);
	assert_int_equal(f->class, FINDING_DECIDE);
	assert_non_null(strstr(f->evidence, "nothing is taken from it"));
	assert_int_equal(s->record.ids[0].status, ID_UNCLEAR);
	assert_null(record_identifier_value(&s->record, IDENTIFIER_ARXIV));
	assert_null(strstr(s->record.id, "2303.00001"));
	assert_int_equal(s->record.cited_by_count, -1);
}

/* The right title by others: the link stands, the list's word is not lost. */
static void
test_other_authors(void **state)
{
	static const char *const others[] = { "Ola Brand", "Rui Tan", NULL };
	struct stage *s = *state;
	struct witness w = counted(s, "7");
	const struct finding *f;

	stage_row(s, "a:7", "Reading Charts With Small Models", IDS("arxiv:2303.00001"))
	    ->authors = "Ada Example, Bela Muster";
	doubt(s->edges[0], DOUBT_AUTHORS, false);
	make_authors(s->arena, &w, others);
	w.opinion = s->edges[0]->opinion;
	stage_witness(s, w);
	stage_decide(s);
	f = find_code(&s->findings, "authors-differ", "a", 7);
	assert_int_equal(f->class, FINDING_DECIDE);
	assert_string_equal(f->given, "Ada Example, Bela Muster");
	assert_int_equal(s->record.conflict_count, 1);
	assert_string_equal(s->record.conflicts[0].field, "authors");
	assert_string_equal(s->record.conflicts[0].chosen_value, "Ola Brand, Rui Tan");
}

/* Who wrote it, as the list has it, against three people. */
static void
test_people_of_reference(void **state)
{
	static const struct {
		const char *authors, *code;
	} cases[] = {
		{ "Ada Lind, Bo Mark, Cy Nor", NULL },
		{ "A. Lind, B. Mark and C. Nor", NULL },
		{ "Lind, A., Mark, B., Nor, C.", NULL },
		{ "Ada Lind et al.", NULL },
		{ "Ada Lind, Bo Mark and others", NULL },
		{ "Ada Lind", NULL },
		{ "Ada Lind, Bo Mark", "authors-end-early" },
		{ "Ada Lind, Dee Oak, Cy Nor", "authors-differ" },
		{ "Dee Oak, Eve Pine", "authors-differ" },
		{ "Ada Lind, Cy Nor", "authors-end-early" },
		{ "Adá Lind, B. Mark, Nor Cy", NULL },
		{ "John Doe, Jane Doe", "authors-differ" },
		{ "Anonymous", "authors-differ" },
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct stage *s = *state;
		struct witness w = counted(s, "3");

		make_authors(s->arena, &w, IDS("Ada Lind", "Bo Mark", "Cy Nor"));
		s->entry_count = s->input.witness_count = 0;
		stage_paper(s);
		s->entries[0]->authors = cases[i].authors;
		stage_witness(s, w);
		stage_decide(s);
		for (size_t c = 0; c < 2; c++) {
			const char *code = c == 0 ? "authors-differ"
						  : "authors-end-early";
			bool found = find_code(&s->findings, code, "a", 7) != NULL;

			if (found !=
			    (cases[i].code != NULL && strcmp(cases[i].code, code) == 0))
				fail_msg("%s of \"%s\"", code, cases[i].authors);
		}
	}
}

/* A word exchanged, where the people are right; what drifts is no exchange. */
static void
test_titles_of_reference(void **state)
{
	static const struct {
		const char *title, *authors;
		int class; /* -1: nothing is told */
	} cases[] = {
		{ "Reading Charts Through Small Models", "Ada Lind", FINDING_DECIDE },
		{ "Reading Charts With Tiny Models", "Ada Lind", FINDING_DECIDE },
		{ "Reading Charts With Very Small Models", "Ada Lind", FINDING_DECIDE },
		{ "Reading Charts With Tiny Models", NULL, FINDING_NOTE },
		{ "Reading Charts With Tiny Models", "Dee Oak", FINDING_NOTE },
		{ "Reading charts with small models", "Ada Lind", -1 },
		{ "Reading Charts With Smal Models", "Ada Lind", -1 },
		{ "Reading Chart With Small Models", "Ada Lind", -1 },
		{ "Charter: Reading Charts With Small Models", "Ada Lind", -1 },
		{ "Reading Charts With Small …", "Ada Lind", -1 },
		{ "Another Title Altogether", "Ada Lind", -1 },
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct stage *s = *state;
		struct witness w = counted(s, "3");
		const struct finding *f;

		make_authors(s->arena, &w, IDS("Ada Lind"));
		s->entry_count = s->input.witness_count = 0;
		stage_paper(s);
		s->entries[0]->title = cases[i].title;
		s->entries[0]->authors = cases[i].authors;
		stage_witness(s, w);
		stage_decide(s);
		f = find_code(&s->findings, "title-differs", "a", 7);
		if ((f == NULL ? -1 : (int)f->class) != cases[i].class)
			fail_msg("title-differs of \"%s\"", cases[i].title);
	}
}

/* Years later a preprint still is one: the venue is not confirmed. */
static void
test_unconfirmed_venue(void **state)
{
	struct stage *s = *state;
	struct witness w = make_witness(s->arena, &make_s2, "arxiv:2303.00001",
	    BRIEF_PAPER, FIELD_TITLE, "Reading Charts With Small Models", FIELD_VENUE,
	    "arXiv.org", FIELD_COUNT);

	stage_paper(s);
	s->entries[0]->venue = "CVPR";
	s->entries[0]->date = "2023";
	s->input.clock = 1800000000; /* 2027-01-15 */
	stage_witness(s, w);
	stage_decide(s);
	assert_non_null(find_code(&s->findings, "venue-unconfirmed", "a", 7));
	s->entries[0]->date = "2026";
	stage_decide(s);
	assert_null(find_code(&s->findings, "venue-unconfirmed", "a", 7));
	s->entries[0]->date = "2023";
	s->entries[0]->venue = "Workshop on Charts at CVPR";
	stage_decide(s);
	assert_null(find_code(&s->findings, "venue-unconfirmed", "a", 7));
}

static void
test_future_and_nobody(void **state)
{
	struct stage *s = *state;
	struct witness w = counted(s, "3");
	const struct finding *f;

	stage_paper(s);
	s->entries[0]->date = "2034";
	s->input.clock = 1700000000; /* 2023-11-14 */
	stage_witness(s, w);
	stage_decide(s);
	assert_non_null(find_code(&s->findings, "date-in-future", "a", 7));
	assert_null(find_code(&s->findings, "nobody-knows-it", "a", 7));
	s->entries[0]->date = "2024-01";
	w.has_answer = false;
	w.outcome = OUTCOME_ABSENT;
	s->witnesses[0] = w;
	stage_decide(s);
	assert_null(find_code(&s->findings, "date-in-future", "a", 7));
	f = find_code(&s->findings, "nobody-knows-it", "a", 7);
	assert_non_null(f);
	assert_non_null(strstr(f->evidence, "semanticscholar"));
	/* An open question is no absence. */
	w.outcome = OUTCOME_UNANSWERED;
	s->witnesses[0] = w;
	stage_decide(s);
	assert_null(find_code(&s->findings, "nobody-knows-it", "a", 7));
}

static enum row_word
word_of(struct stage *s)
{
	return findings_row_verdict(&s->input, &s->findings, 0, s->entries[0]).word;
}

/* What became of a row: what was heard, and the worst of what is told of it. */
static void
test_verdicts(void **state)
{
	struct stage *s = *state;
	struct witness w = counted(s, "3");

	stage_paper(s);
	stage_decide(s);
	assert_int_equal(word_of(s), ROW_NOT_ASKED);
	w.opinion.judgement = JUDGE_UNCLEAR;
	stage_witness(s, w);
	stage_decide(s);
	assert_int_equal(word_of(s), ROW_UNCLEAR);
	w.opinion.judgement = JUDGE_SAME;
	s->witnesses[0] = w;
	stage_decide(s);
	assert_int_equal(word_of(s), ROW_VERIFIED);
	s->entries[0]->date = "2034";
	s->input.clock = 1700000000;
	stage_decide(s);
	assert_int_equal(word_of(s), ROW_DIFFERS);
	assert_string_equal(
	    findings_row_verdict(&s->input, &s->findings, 0, s->entries[0]).why->code,
	    "date-in-future");
	s->entries[0]->date = "2024-01";
	w.has_answer = false;
	w.outcome = OUTCOME_ABSENT;
	s->witnesses[0] = w;
	stage_decide(s);
	assert_int_equal(word_of(s), ROW_UNKNOWN);
	assert_string_equal(findings_row_words[ROW_UNKNOWN], "nobody-knows-it");
	w.outcome = OUTCOME_UNANSWERED;
	s->witnesses[0] = w;
	stage_decide(s);
	assert_int_equal(word_of(s), ROW_NOT_ASKED);
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, stage_setup, stage_teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		CASE(test_count_fell),
		CASE(test_count_moves),
		CASE(test_venue_claims),
		CASE(test_company_as_venue),
		CASE(test_link_aside),
		CASE(test_paper_of_a_dataset),
		CASE(test_rows_as_written),
		CASE(test_gone),
		CASE(test_gone_at_one_door),
		CASE(test_label_kinds),
		CASE(test_venue_and_authors_fell),
		CASE(test_license_fell),
		CASE(test_unclear_link),
		CASE(test_people_of_reference),
		CASE(test_titles_of_reference),
		CASE(test_unconfirmed_venue),
		CASE(test_future_and_nobody),
		CASE(test_other_authors),
		CASE(test_verdicts),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
