/* Pass B: what a record says, why, and what a curator must look at. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "merge/inside.h"
#include "merge_stage.h"

static bool
is_near(double a, double b)
{
	return a - b < 1e-9 && b - a < 1e-9;
}

static const char biogpt[] = "BioGPT: Generative Pre-trained Transformer for "
			     "Biomedical Text Generation and Mining";

static void
stage_biogpt(struct stage *s)
{
	struct entry *e;

	e = stage_row(s, "000:30", biogpt,
	    IDS("acl:2020.clinicalnlp-1.17", "s2:252542956", "hf:microsoft/biogpt"));
	e->name = "BioGPT";
	e->date = "2022-09";
	make_link(s->arena, e, LINK_PAPER, "paper",
	    "https://aclanthology.org/2020.clinicalnlp-1.17.pdf");
	((struct entry_identifier *)(size_t)e->identifiers)[0].link = 0;
	make_answered(&s->edges[0][0], JUDGE_DIFFERENT,
	    "Pretrained Language "
	    "Models for Biomedical and Clinical Tasks");
	make_answered(&s->edges[0][1], JUDGE_SAME, biogpt);
	make_learned(s->arena, &s->edges[0][1], "doi:10.1093/bib/bbac409");
	make_learned(s->arena, &s->edges[0][1], "arxiv:2210.10341");
	e = stage_row(s, "002:29", biogpt, IDS("doi:10.1093/bib/bbac409"));
	e->venue = "Briefings in Bioinformatics";
	e->date = "2022";
	make_answered(&s->edges[1][0], JUDGE_SAME, biogpt);
	e = stage_row(s, "004:151", biogpt, IDS("doi:10.1093/bib/bbac409"));
	e->venue = "Bioinformatics";
	e->date = "2022";
	make_answered(&s->edges[2][0], JUDGE_SAME, biogpt);
	stage_witness(s,
	    make_witness(s->arena, &make_s2, "doi:10.1093/bib/bbac409", BRIEF_PAPER,
		FIELD_TITLE, biogpt, FIELD_VENUE, "Briefings Bioinform.", FIELD_ISSUED,
		"2022-09-24", FIELD_CITED_BY_COUNT, "1234", FIELD_TYPE, "article-journal",
		FIELD_COUNT));
	make_authors(s->arena, &s->witnesses[0], IDS("Renqian Luo", "Liai Sun"));
	stage_witness(s,
	    make_witness(s->arena, &make_arxiv, "arxiv:2210.10341", BRIEF_PAPER,
		FIELD_TITLE, biogpt, FIELD_VENUE, "arXiv.org", FIELD_FIRST_PUBLIC,
		"2022-10-19", FIELD_ISSUED, "2022-10-19", FIELD_COUNT));
	stage_witness(s,
	    make_witness(s->arena, &make_oai, "arxiv:2210.10341", BRIEF_LICENSE,
		FIELD_LICENSE, "http://arxiv.org/licenses/nonexclusive-distrib/1.0/",
		FIELD_COUNT));
}

/* walkthroughs: the published article, its wrong link, its two venues. */
static void
test_biogpt(void **state)
{
	struct stage *s = *state;
	struct record *r = &s->record;
	const struct finding *f;
	bool wrong = false;

	stage_biogpt(s);
	stage_decide(s);
	assert_string_equal(r->id, "doi:10.1093/bib/bbac409");
	assert_string_equal(r->kind, "paper");
	assert_string_equal(r->stage, "published");
	assert_string_equal(r->type, "article-journal");
	assert_string_equal(r->container_title, "Briefings Bioinform.");
	assert_string_equal(r->venue_key, "briefings-in-bioinformatics");
	assert_string_equal(r->issued, "2022-09-24");
	assert_int_equal(r->year, 2022);
	assert_string_equal(r->first_public, "2022-09-24");
	assert_int_equal(r->cited_by_count, 1234);
	assert_string_equal(r->cited_by_source, "semanticscholar");
	assert_int_equal(r->counted_at, 1700000000);
	assert_string_equal(r->url, "https://doi.org/10.1093/bib/bbac409");
	assert_int_equal(r->mention_count, 3);
	assert_string_equal(r->name, "BioGPT");
	assert_int_equal(r->author_count, 2);
	assert_string_equal(record_identifier_value(r, IDENTIFIER_ARXIV), "2210.10341");
	assert_null(record_identifier_value(r, IDENTIFIER_ACL));
	for (size_t i = 0; i < r->id_count; i++)
		wrong |= r->ids[i].id.kind == IDENTIFIER_ACL &&
		    r->ids[i].status == ID_WRONG;
	assert_true(wrong);
	assert_int_equal(r->related_count, 1);
	assert_string_equal(r->related[0].id, "arxiv:2210.10341");
	f = find_code(&s->findings, "link-title-mismatch", "000", 30);
	assert_non_null(f);
	assert_int_equal(f->class, FINDING_DECIDE);
	assert_string_equal(
	    f->given, "https://aclanthology.org/2020.clinicalnlp-1.17.pdf");
	assert_string_equal(f->repair, "https://doi.org/10.1093/bib/bbac409");
	assert_non_null(strstr(f->evidence, "002:29"));
	assert_int_equal(strlen(f->key), 8);
	f = find_code(&s->findings, "venue-differs", "004", 151);
	assert_non_null(f);
	assert_int_equal(f->class, FINDING_DECIDE);
	assert_null(find_code(&s->findings, "venue-differs", "002", 0));
	assert_non_null(find_code(&s->findings, "listed-twice", "000", 30));
	assert_int_equal(
	    find_code(&s->findings, "listed-twice", "000", 30)->class, FINDING_NOTE);
	assert_int_equal(r->conflict_count, 0);
}

/* An arXiv licence is the preprint's, said so, and never the article's. */
static void
test_license_of(void **state)
{
	struct stage *s = *state;

	stage_biogpt(s);
	stage_decide(s);
	assert_int_equal(s->record.license_status, LICENSE_STATED);
	assert_string_equal(s->record.license_of, "preprint");
	stage_witness(s,
	    make_witness(s->arena, &make_crossref, "doi:10.1093/bib/bbac409", BRIEF_PAPER,
		FIELD_LICENSE, "http://creativecommons.org/licenses/by/4.0/", FIELD_VENUE,
		"Briefings in Bioinformatics", FIELD_COUNT));
	stage_decide(s);
	assert_string_equal(s->record.license, "CC-BY-4.0");
	assert_string_equal(s->record.license_of, "published");
	assert_string_equal(stage_provenance(&s->record, "license")->source, "crossref");
	/* Two licences, of two versions: no conflict. */
	assert_int_equal(s->record.conflict_count, 0);
	assert_string_equal(s->record.container_title, "Briefings in Bioinformatics");
}

/* Crossref's posted content is a preprint, on whatever server; S2 has a "venue". */
static void
test_posted(void **state)
{
	struct stage *s = *state;

	stage_row(s, "a:1", "A preprint about something", IDS("doi:10.22541/essoar.1"));
	stage_witness(s,
	    make_witness(s->arena, &make_crossref, "doi:10.22541/essoar.1", BRIEF_PAPER,
		FIELD_TITLE, "A preprint about something", FIELD_TYPE, "article",
		FIELD_COUNT));
	stage_witness(s,
	    make_witness(s->arena, &make_s2, "doi:10.22541/essoar.1", BRIEF_PAPER,
		FIELD_TITLE, "A preprint about something", FIELD_VENUE,
		"ESS Open Archive", FIELD_COUNT));
	stage_decide(s);
	assert_string_equal(s->record.stage, "preprint");
	assert_null(s->record.container_title);
}

/* Online in one year, printed in the next: whom another source or the list follows. */
static void
test_printed(void **state)
{
	static const char *const printed[] = { "2021-01", "2021-01", "2021-01",
		"2020-05" };
	static const char *const others[] = { "2021", "2020", "2022", "2020" };
	static const char *const wanted[] = { "2021-01", "2020-02-01", "2020-02-01",
		"2020-02-01" };

	for (size_t i = 0; i < 4; i++) {
		struct stage *s;

		if (i > 0)
			stage_setup(state);
		s = *state;
		stage_row(s, "a:1", "Tides of the harbour", IDS("doi:10.5555/tides.1"));
		stage_witness(s,
		    make_witness(s->arena, &make_crossref, "doi:10.5555/tides.1",
			BRIEF_PAPER, FIELD_TITLE, "Tides of the harbour", FIELD_VENUE,
			"Journal of Invented Harbours", FIELD_ISSUED, "2020-02-01",
			FIELD_PRINTED, printed[i], FIELD_COUNT));
		stage_witness(s,
		    make_witness(s->arena, &make_s2, "doi:10.5555/tides.1", BRIEF_PAPER,
			FIELD_TITLE, "Tides of the harbour", FIELD_ISSUED, others[i],
			FIELD_COUNT));
		stage_decide(s);
		assert_string_equal(s->record.issued, wanted[i]);
		assert_string_equal(
		    stage_provenance(&s->record, "issued")->source, "crossref");
		if (i < 3)
			stage_teardown(state);
	}
}

/* Nobody says: which of the four silences it is. */
static void
test_license_silence(void **state)
{
	struct stage *s = *state;

	stage_row(s, "a:1", "A preprint about something", IDS("arxiv:2402.10373"));
	stage_decide(s);
	assert_int_equal(s->record.license_status, LICENSE_NOT_ASKED);
	assert_null(s->record.license);
	assert_null(s->record.license_of);
	stage_witness(s,
	    make_witness(s->arena, &make_s2, "arxiv:2402.10373", BRIEF_PAPER, FIELD_TITLE,
		"A preprint about something", FIELD_COUNT));
	stage_decide(s);
	assert_int_equal(s->record.license_status, LICENSE_UNSTATED);
	stage_witness(s,
	    make_witness(
		s->arena, &make_oai, "arxiv:2402.10373", BRIEF_LICENSE, FIELD_COUNT));
	stage_decide(s);
	assert_int_equal(s->record.license_status, LICENSE_UNSTATED);
	s->witnesses[1].has_answer = false;
	s->witnesses[1].outcome = OUTCOME_UNANSWERED;
	stage_decide(s);
	assert_int_equal(s->record.license_status, LICENSE_UNANSWERED);
	s->witnesses[1].outcome = OUTCOME_NOT_ASKED;
	stage_decide(s);
	assert_int_equal(s->record.license_status, LICENSE_NOT_ASKED);
	assert_string_equal(s->record.stage, "preprint");
	assert_null(s->record.container_title);
}

static void
test_published_since(void **state)
{
	struct stage *s = *state;
	struct entry *e = stage_row(s, "004:168",
	    "A Collection of Open-Source "
	    "Pretrained Large Language Models for Medical Domains",
	    IDS("arxiv:2402.10373"));
	const struct finding *f;

	e->name = "BioMistral";
	e->venue = "Arxiv";
	e->date = "2024-02";
	e->date_raw = "2024.2";
	make_answered(&s->edges[0][0], JUDGE_SAME, "t");
	stage_witness(s,
	    make_witness(s->arena, &make_s2, "arxiv:2402.10373", BRIEF_PAPER, FIELD_TITLE,
		"BioMistral: A Collection of …", FIELD_VENUE,
		"Findings of the Association for Computational "
		"Linguistics ACL 2024",
		FIELD_ISSUED, "2024-08", FIELD_COUNT));
	stage_decide(s);
	assert_string_equal(s->record.id, "arxiv:2402.10373");
	assert_string_equal(s->record.stage, "published");
	assert_string_equal(s->record.venue_key, "findings-acl");
	assert_string_equal(s->record.type, "paper-conference");
	assert_string_equal(s->record.first_public, "2024-02");
	f = find_code(&s->findings, "preprint-now-published", "004", 168);
	assert_non_null(f);
	assert_int_equal(f->class, FINDING_FIX);
	assert_string_equal(f->repair, "ACL Findings, 2024");
	assert_null(find_code(&s->findings, "date-differs", "004", 0));
	assert_int_equal(s->findings.count, 1);
	/* Registered: the id given once is kept. */
	s->input.registered = &(struct registered){ .id = "arxiv:2402.10373",
		.citation_key = "labrak2024biomistral" };
	make_learned(s->arena, &s->edges[0][0], "acl:2024.findings-acl.348");
	make_learned(s->arena, &s->edges[0][0], "doi:10.18653/v1/2024.findings-acl.348");
	stage_decide(s);
	assert_string_equal(s->record.id, "arxiv:2402.10373");
	assert_string_equal(s->record.citation_key, "labrak2024biomistral");
	assert_int_equal(s->record.related_count, 2);
}

/* Outage, absence, another work: nothing is filled, and each has its word. */
static void
test_outcomes(void **state)
{
	struct stage *s = *state;

	stage_row(s, "a:1", "A preprint about something", IDS("arxiv:2402.10373"));
	make_answered(&s->edges[0][0], JUDGE_DIFFERENT, "Another");
	stage_witness(s,
	    make_witness(s->arena, &make_s2, "arxiv:2402.10373", BRIEF_PAPER, FIELD_TITLE,
		"Another", FIELD_VENUE, "Nature", FIELD_CITED_BY_COUNT, "9",
		FIELD_COUNT));
	s->witnesses[0].opinion.judgement = JUDGE_DIFFERENT;
	stage_witness(s,
	    make_witness(
		s->arena, &make_arxiv, "arxiv:2402.10373", BRIEF_PAPER, FIELD_COUNT));
	s->witnesses[1].outcome = OUTCOME_UNANSWERED;
	s->witnesses[1].has_answer = false;
	stage_decide(s);
	assert_int_equal(s->record.outcome_count, 2);
	assert_string_equal(s->record.outcomes[0].source, "arxiv");
	assert_int_equal(s->record.outcomes[0].outcome, OUTCOME_UNANSWERED);
	assert_int_equal(s->record.outcomes[1].outcome, OUTCOME_AMBIGUOUS);
	assert_null(s->record.container_title);
	assert_int_equal(s->record.cited_by_count, -1);
	assert_null(s->record.cited_by_source);
	assert_string_equal(s->record.title, "A preprint about something");
	assert_string_equal(stage_provenance(&s->record, "title")->source, "list");
	assert_true(is_near(stage_provenance(&s->record, "title")->confidence, 0.3));
	assert_true(strncmp(s->record.id, "list:a:", 7) == 0);
	assert_int_equal(strlen(s->record.id), 7 + 8);
}

/* Fills, at less confidence, and only where the table has a row. */
static void
test_unclear(void **state)
{
	struct stage *s = *state;

	stage_row(s, "a:1", "MedThing", IDS("arxiv:2402.10373"));
	make_answered(&s->edges[0][0], JUDGE_UNCLEAR, "t");
	stage_witness(s,
	    make_witness(s->arena, &make_s2, "arxiv:2402.10373", BRIEF_PAPER, FIELD_TITLE,
		"T", FIELD_STARS, "9", FIELD_COUNT));
	s->witnesses[0].opinion = s->edges[0][0].opinion;
	stage_decide(s);
	assert_true(
	    is_near(stage_provenance(&s->record, "title")->confidence, 0.95 * 0.8));
	stage_witness(s,
	    make_witness(s->arena, &make_arxiv, "arxiv:2402.10373", BRIEF_PAPER,
		FIELD_TITLE, "U", FIELD_COUNT));
	stage_decide(s);
	assert_string_equal(s->record.title, "U");
	assert_true(is_near(stage_provenance(&s->record, "title")->confidence, 1.0));
	assert_int_equal(s->record.conflict_count, 1);
	assert_string_equal(s->record.conflicts[0].field, "title");
	assert_string_equal(s->record.conflicts[0].chosen_source, "arxiv");
	assert_string_equal(s->record.conflicts[0].other_value, "T");
}

static void
test_overrides(void **state)
{
	struct stage *s = *state;
	const struct override overrides[] = {
		{ .field = "venue", .value = "CoNLL 2023", .reason = "checked" },
		{ .field = "authors", .value = "Ann Lee; Bo Chan, Jr." },
		{ .field = "license", .value = "LicenseRef-own" },
		{ .field = "doi", .value = "10.18653/V1/2023.conll-1.21" },
		{ .field = "url", .value = "https://example.org/x" },
		{ .field = "cited_by_count", .value = "7" },
	};
	struct weighed_claim *claims;
	size_t count;

	stage_row(s, "a:1", "Some thing with words", IDS("arxiv:2307.15343"));
	stage_witness(s,
	    make_witness(s->arena, &make_s2, "arxiv:2307.15343", BRIEF_PAPER, FIELD_VENUE,
		"EMNLP", FIELD_CITED_BY_COUNT, "3", FIELD_COUNT));
	s->input.overrides = overrides;
	s->input.override_count = sizeof overrides / sizeof *overrides;
	stage_decide(s);
	assert_string_equal(s->record.container_title, "CoNLL 2023");
	assert_string_equal(s->record.venue_key, "conll");
	assert_string_equal(
	    stage_provenance(&s->record, "container_title")->method, "override");
	assert_int_equal(s->record.author_count, 2);
	assert_string_equal(s->record.authors[1].literal, "Bo Chan, Jr.");
	assert_string_equal(s->record.license, "LicenseRef-own");
	assert_string_equal(record_identifier_value(&s->record, IDENTIFIER_DOI),
	    "10.18653/v1/2023.conll-1.21");
	assert_string_equal(s->record.url, "https://example.org/x");
	assert_int_equal(s->record.cited_by_count, 7);
	assert_int_equal(s->record.conflict_count, 1);
	count = merge_claims(s->arena, &s->input, FIELD_VENUE, &claims);
	assert_int_equal(count, 2);
	assert_true(claims[0].chosen);
	assert_string_equal(claims[0].why, "checked");
	assert_false(claims[1].chosen);
	assert_string_equal(claims[1].value, "EMNLP");
}

/* A blog with a template's corpus id: a web page, nothing asked. */
static void
test_placeholder(void **state)
{
	struct stage *s = *state;
	struct entry *e = stage_row(s, "000:50",
	    "Evaluating the Medical "
	    "Knowledge of Open LLMs - Part 1",
	    IDS("s2:12345678"));
	const struct finding *f;

	((struct entry_identifier *)(size_t)e->identifiers)[0].wrong = true;
	make_link(s->arena, e, LINK_BLOG, "blog",
	    "https://www.medarc.ai/blog/medarc-llms-eval-part-1");
	stage_decide(s);
	assert_string_equal(
	    s->record.id, "url:https://www.medarc.ai/blog/medarc-llms-eval-part-1");
	assert_string_equal(s->record.kind, "webpage");
	assert_string_equal(s->record.type, "post-weblog");
	assert_null(s->record.stage);
	f = find_code(&s->findings, "placeholder-id", "000", 50);
	assert_non_null(f);
	assert_int_equal(f->class, FINDING_DECIDE);
	assert_string_equal(f->given, "s2:12345678");
	assert_int_equal(s->findings.count, 1);
}

/* The label says Hugging Face, the link goes to another's GitHub. */
static void
test_label(void **state)
{
	struct stage *s = *state;
	struct entry *e = stage_row(s, "001:11",
	    "Publicly Available Clinical "
	    "BERT Embeddings",
	    IDS("s2:102352093", "github:dmis-lab/biobert",
		"hf:emilyalsentzer/Bio_ClinicalBERT"));
	const struct finding *f;

	make_link(s->arena, e, LINK_MODEL, "HuggingFace",
	    "https://github.com/dmis-lab/biobert");
	((struct entry_identifier *)(size_t)e->identifiers)[1].link = 0;
	stage_decide(s);
	assert_int_equal(s->record.artifact_count, 1);
	assert_string_equal(
	    s->record.artifacts[0].id.value, "emilyalsentzer/Bio_ClinicalBERT");
	f = find_code(&s->findings, "label-target", "001", 11);
	assert_non_null(f);
	assert_string_equal(
	    f->repair, "https://huggingface.co/emilyalsentzer/Bio_ClinicalBERT");
}

static void
test_merged_row(void **state)
{
	struct stage *s = *state;
	struct entry *e = stage_row(
	    s, "003:18", "Medical_LLM (KatherLab)", IDS("github:KatherLab/Medical_LLM"));

	e->parts = 2;
	e->flags = FLAG_MERGED_ROW;
	e->license = "MIT License CC-BY-NC-SA 4.0 (Non-Commercial)";
	stage_witness(s,
	    make_witness(s->arena, &make_github, "github:KatherLab/Medical_LLM",
		BRIEF_CODE, FIELD_LICENSE, "MIT", FIELD_STARS, "12", FIELD_COUNT));
	stage_decide(s);
	assert_string_equal(s->record.id, "github:KatherLab/Medical_LLM");
	assert_string_equal(s->record.kind, "code");
	assert_string_equal(s->record.type, "software");
	assert_string_equal(s->record.license, "MIT");
	assert_string_equal(s->record.license_of, "artifact");
	assert_int_equal(s->record.artifacts[0].tie, TIE_SELF);
	assert_int_equal(s->record.artifacts[0].stars, 12);
	assert_non_null(find_code(&s->findings, "merged-row", "003", 18));
	assert_null(find_code(&s->findings, "licence-differs", "003", 18));
	/* The second part says nothing more. */
	s->findings.count = 0;
	e->part = 2;
	stage_decide(s);
	assert_null(find_code(&s->findings, "merged-row", "003", 18));
}

/* A list's free text about a website is no licence of the code. */
static void
test_list_license(void **state)
{
	struct stage *s = *state;
	struct entry *e = stage_row(
	    s, "003:21", "Hippocrates (cyberiada)", IDS("github:cyberiada/Hippocrates"));

	e->license = "Framework: Open-source; Website: CC BY-SA 4.0";
	stage_witness(s,
	    make_witness(s->arena, &make_github, "github:cyberiada/Hippocrates",
		BRIEF_CODE, FIELD_COUNT));
	stage_decide(s);
	assert_null(s->record.license);
	assert_int_not_equal(s->record.license_status, LICENSE_STATED);
	e->license = "Apache 2.0";
	stage_witness(s,
	    make_witness(s->arena, &make_github, "github:cyberiada/Hippocrates",
		BRIEF_CODE, FIELD_LICENSE, "MIT", FIELD_COUNT));
	stage_decide(s);
	assert_string_equal(s->record.license, "MIT");
	assert_non_null(find_code(&s->findings, "licence-differs", "003", 21));
}

/* "Arxiv" on a row that links no paper. */
static void
test_venue_without_paper(void **state)
{
	struct stage *s = *state;
	struct entry *e = stage_row(s, "004:190",
	    "A parameter-efficient "
	    "biomedical llm with visual capabilities",
	    IDS("github:cambridgeltl/visual-med-alpaca"));

	e->venue = "Arxiv";
	e->date = "2023-04";
	stage_decide(s);
	assert_string_equal(s->record.id, "github:cambridgeltl/visual-med-alpaca");
	assert_string_equal(s->record.kind, "code");
	assert_null(s->record.stage);
	assert_null(s->record.container_title);
	assert_non_null(find_code(&s->findings, "venue-without-paper", "004", 190));
	assert_string_equal(s->record.artifacts[0].status, "not-asked");
	/* GitHub is no venue, and nothing to say. */
	e->venue = "Github";
	stage_decide(s);
	assert_int_equal(s->findings.count, 0);
}

static void
test_venue_differs(void **state)
{
	struct stage *s = *state;
	struct entry *e = stage_row(s, "004:436",
	    "Med-halt: Medical domain "
	    "hallucination test for large language models",
	    IDS("arxiv:2307.15343"));
	const struct finding *f;

	e->venue = "EMNLP";
	e->date = "2023";
	make_answered(&s->edges[0][0], JUDGE_SAME, "t");
	stage_witness(s,
	    make_witness(s->arena, &make_s2, "arxiv:2307.15343", BRIEF_PAPER, FIELD_VENUE,
		"Conference on Computational Natural "
		"Language Learning",
		FIELD_ISSUED, "2023", FIELD_COUNT));
	stage_decide(s);
	f = find_code(&s->findings, "venue-differs", "004", 436);
	assert_non_null(f);
	assert_int_equal(f->class, FINDING_DECIDE);
	assert_string_equal(f->repair, "CoNLL");
	e->venue = "CoNLL";
	stage_decide(s);
	assert_int_equal(s->findings.count, 0);
	/* A slip of the pen. */
	e->venue = "CoNNL";
	stage_decide(s);
	assert_int_equal(s->findings.v[0].class, FINDING_DECIDE);
	e->venue = "Workshop on Unheard Of Gatherings";
	stage_decide(s);
	assert_int_equal(s->findings.v[0].class, FINDING_NOTE);
}

struct date_case {
	const char *date, *raw, *id, *told; /* arXiv's first version */
	const char *class;                  /* NULL: no finding */
	const char *repair;
};

static void
test_date_before_id(void **state)
{
	static const struct date_case cases[] = {
		{ "2023-10", "2023.10", "arxiv:2311.16079", NULL, "note", NULL },
		{ "2023-10", "2023.10", "arxiv:2311.16079", "2023-11-27", "fix",
		    "2023.11" },
		{ "2020", NULL, "arxiv:2101.00027", NULL, "note", NULL },
		{ "2020", NULL, "arxiv:2101.00027", "2020-12-31", NULL, NULL },
		{ "2023-04", "2023.4", "arxiv:2307.14334", NULL, "fix", "2023.7" },
		{ "2023-11", NULL, "arxiv:2311.16079", NULL, NULL, NULL },
		{ "2023", NULL, "arxiv:2311.16079", NULL, NULL, NULL },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		const struct date_case *c = &cases[i];
		struct stage s = { .arena = arena_new() };
		struct entry *e = stage_row(&s, "a:1", "t", IDS(c->id));
		const struct finding *f;

		e->date = c->date;
		e->date_raw = c->raw;
		if (c->told != NULL)
			stage_witness(&s,
			    make_witness(s.arena, &make_arxiv, c->id, BRIEF_PAPER,
				FIELD_FIRST_PUBLIC, c->told, FIELD_COUNT));
		stage_decide(&s);
		f = find_code(&s.findings, "date-before-id", "a", 1);
		assert_int_equal(f == NULL, c->class == NULL);
		if (f != NULL) {
			assert_string_equal(finding_classes[f->class], c->class);
			assert_int_equal(f->repair == NULL, c->repair == NULL);
			if (c->repair != NULL)
				assert_string_equal(f->repair, c->repair);
		}
		arena_free(s.arena);
	}
}

static void
test_artifacts(void **state)
{
	struct stage *s = *state;
	struct identifier named = { IDENTIFIER_DOI, "10.48550/arxiv.2402.10373" };

	stage_row(s, "a:1", "A preprint about something",
	    IDS("arxiv:2402.10373", "hf:BioMistral/BioMistral-7B",
		"github:kyegomez/Med-PaLM", "hf-org:m42-health"));
	stage_witness(s,
	    make_witness(s->arena, &make_hf, "hf:BioMistral/BioMistral-7B", BRIEF_MODEL,
		FIELD_LICENSE, "apache-2.0", FIELD_LIKES, "400", FIELD_GATED, "auto",
		FIELD_BASE_MODEL, "meta-llama/Llama-2-7b", FIELD_RENAMED_TO,
		"BioMistral/Renamed-7B", FIELD_COUNT));
	s->witnesses[0].answer.brief.names = &named;
	s->witnesses[0].answer.brief.name_count = 1;
	stage_witness(s,
	    make_witness(s->arena, &make_github, "github:kyegomez/Med-PaLM", BRIEF_CODE,
		FIELD_ARCHIVED, "true", FIELD_LICENSE, "NOASSERTION", FIELD_COUNT));
	stage_witness(s,
	    make_witness(s->arena, &make_hf, "hf:meta-llama/Llama-2-7b", BRIEF_MODEL,
		FIELD_LICENSE, "llama2", FIELD_COUNT));
	stage_decide(s);
	assert_int_equal(s->record.artifact_count, 2);
	assert_int_equal(s->record.artifacts[0].tie, TIE_DECLARED);
	assert_string_equal(s->record.artifacts[0].claimed_by, "huggingface");
	assert_string_equal(s->record.artifacts[0].license, "Apache-2.0");
	assert_int_equal(s->record.artifacts[0].likes, 400);
	assert_string_equal(s->record.artifacts[0].status, "renamed");
	assert_int_equal(s->record.artifacts[1].tie, TIE_LISTED);
	assert_string_equal(s->record.artifacts[1].claimed_by, "list");
	/* Only the list says so: no supplement of the paper. */
	for (size_t i = 0; i < s->record.related_count; i++)
		assert_string_not_equal(
		    s->record.related[i].id, "github:kyegomez/Med-PaLM");
	assert_int_equal(s->record.artifacts[1].license_status, LICENSE_UNRECOGNISED);
	assert_null(s->record.artifacts[1].license);
	/* The model's licence is not the paper's. */
	assert_null(s->record.license);
	assert_non_null(find_code(&s->findings, "renamed", "a", 1));
	assert_non_null(find_code(&s->findings, "gated", "a", 1));
	assert_non_null(find_code(&s->findings, "archived", "a", 1));
	assert_non_null(find_code(&s->findings, "licence-looser-than-base", "a", 1));
	/* Gone: the last answer stays in force. */
	s->witnesses[0].gone = true;
	s->witnesses[0].outcome = OUTCOME_ABSENT;
	stage_decide(s);
	assert_string_equal(s->record.artifacts[0].status, "gone");
	assert_string_equal(s->record.artifacts[0].license, "Apache-2.0");
	assert_non_null(find_code(&s->findings, "gone", "a", 1));
}

/* The paper's own record names its code; a stranger's stays listed. */
static void
test_named_by_paper(void **state)
{
	struct stage *s = *state;
	struct identifier named = { IDENTIFIER_GITHUB, "Lab/Charts" };

	stage_row(s, "a:1", "A preprint about something",
	    IDS("arxiv:2402.10373", "github:lab/charts", "github:other/charts"));
	stage_witness(s,
	    make_witness(s->arena, &make_arxiv, "arxiv:2402.10373", BRIEF_PAPER,
		FIELD_TITLE, "A preprint about something", FIELD_COUNT));
	s->witnesses[0].answer.brief.names = &named;
	s->witnesses[0].answer.brief.name_count = 1;
	stage_decide(s);
	assert_int_equal(s->record.artifact_count, 2);
	assert_int_equal(s->record.artifacts[0].tie, TIE_DECLARED);
	assert_string_equal(s->record.artifacts[0].claimed_by, "arxiv");
	assert_int_equal(s->record.artifacts[1].tie, TIE_LISTED);
	/* A record that is about another paper says nothing. */
	s->witnesses[0].opinion.judgement = JUDGE_DIFFERENT;
	stage_decide(s);
	assert_int_equal(s->record.artifacts[0].tie, TIE_LISTED);
}

static void
test_states(void **state)
{
	struct stage *s = *state;

	stage_row(s, "a:1", "A preprint about something", IDS("arxiv:2402.10373"));
	stage_witness(s,
	    make_witness(s->arena, &make_arxiv, "arxiv:2402.10373", BRIEF_PAPER,
		FIELD_WITHDRAWN, "true", FIELD_COUNT));
	stage_witness(s,
	    make_witness(s->arena, &make_s2, "arxiv:2402.10373", BRIEF_PAPER,
		FIELD_RETRACTED, "true", FIELD_OPEN_ACCESS, "true", FIELD_COUNT));
	stage_decide(s);
	assert_int_equal(s->record.is_withdrawn, TRI_TRUE);
	assert_int_equal(s->record.is_retracted, TRI_TRUE);
	assert_int_equal(s->record.is_open_access, TRI_TRUE);
	assert_non_null(find_code(&s->findings, "withdrawn", "a", 1));
	assert_non_null(find_code(&s->findings, "retracted", "a", 1));
}

static void
test_twice(void **state)
{
	struct stage *s = *state;
	struct entry *one = stage_row(s, "004:299",
	    "Measuring massive multitask "
	    "language understanding",
	    IDS("arxiv:2009.03300"));
	struct entry *two = stage_row(s, "004:300",
	    "Measuring massive multitask "
	    "language understanding",
	    IDS("arxiv:2009.03300"));
	const struct finding *f;

	one->name = "MMLU-anatomy";
	two->name = "MMLU-genetics";
	stage_decide(s);
	f = find_code(&s->findings, "listed-twice", "004", 299);
	assert_non_null(f);
	assert_int_equal(f->class, FINDING_NOTE);
	two->name = "MMLU-Anatomy";
	stage_decide(s);
	f = find_code(&s->findings, "listed-twice", "004", 300);
	assert_non_null(f);
	assert_int_equal(f->class, FINDING_DECIDE);
}

static void
test_list_findings(void **state)
{
	struct stage *s = *state;
	struct entry entries[3] = {
		{ .list = "000", .line = 16, .title = "a", .flags = FLAG_DAMAGED_TEXT },
		{ .list = "000", .line = 17, .title = "b" },
		{ .list = "000", .line = 18, .title = "c", .flags = FLAG_DAMAGED_TEXT },
	};
	struct list list = { .name = "000", .entries = entries, .entry_count = 3 };
	struct findings findings = { 0 };

	findings_of_list(s->arena, &list, &findings);
	assert_int_equal(findings.count, 1);
	assert_string_equal(findings.v[0].code, "damaged-text");
	assert_int_equal(findings.v[0].line, 16);
	assert_null(findings.v[0].work_id);
	assert_non_null(strstr(findings.v[0].evidence, "16, 18"));
	/* Bytes that are no UTF-8 are told apart: nobody can repair them. */
	entries[1].flags = FLAG_NOT_UTF8;
	findings.count = 0;
	findings_of_list(s->arena, &list, &findings);
	assert_int_equal(findings.count, 2);
	assert_string_equal(findings.v[1].code, "not-utf8");
	assert_int_equal(findings.v[1].class, FINDING_DECIDE);
	assert_int_equal(findings.v[1].line, 17);
	list.entry_count = 0;
	findings.count = 0;
	findings_of_list(s->arena, &list, &findings);
	assert_int_equal(findings.count, 0);
}

/* The same answers in another order give the same record. */
static void
test_order(void **state)
{
	struct stage *s = *state;
	struct record first;
	struct findings found;

	stage_biogpt(s);
	stage_decide(s);
	first = s->record;
	found = s->findings;
	for (size_t i = 0; i < 3; i++) {
		struct witness swap = s->witnesses[0];

		s->witnesses[0] = s->witnesses[1];
		s->witnesses[1] = s->witnesses[2];
		s->witnesses[2] = swap;
		stage_decide(s);
		assert_string_equal(s->record.title, first.title);
		assert_string_equal(s->record.issued, first.issued);
		assert_string_equal(s->record.license, first.license);
		assert_int_equal(s->record.provenance_count, first.provenance_count);
		for (size_t k = 0; k < first.provenance_count; k++) {
			assert_string_equal(
			    s->record.provenance[k].field, first.provenance[k].field);
			assert_string_equal(
			    s->record.provenance[k].source, first.provenance[k].source);
		}
		assert_int_equal(s->findings.count, found.count);
		for (size_t k = 0; k < found.count; k++)
			assert_string_equal(s->findings.v[k].key, found.v[k].key);
	}
}

/* A key survives an inserted row and falls with the value. */
static void
test_keys(void **state)
{
	struct finding a = {
		.code = "gone", .list = "x", .work_id = "doi:1", .given = "u", .line = 4
	};
	struct finding b = a;

	(void)state;
	b.line = 5;
	finding_make_key(&a);
	finding_make_key(&b);
	assert_string_equal(a.key, b.key);
	b.given = "v";
	finding_make_key(&b);
	assert_string_not_equal(a.key, b.key);
}

static void
test_citation_key(void **state)
{
	struct stage *s = *state;
	struct author luo = { .literal = "Renqian Luo" };
	struct author comma = { .literal = "Hernández Cano, Alejandro" };
	struct record r = {
		.title = biogpt, .year = 2022, .authors = &luo, .author_count = 1
	};
	char *key;

	assert_string_equal(merge_citation_key(s->arena, &r), "luo2022biogpt");
	r.authors = &comma;
	r.title = "The \"Pile\": an 800GB dataset";
	key = merge_citation_key(s->arena, &r);
	assert_string_equal(key, "hernandezcano2022pile");
	luo.literal = "Rafa\xc5\x82 W\xc3\xb8lk Jr.";
	r.authors = &luo;
	r.title = "2018 n2c2 shared task";
	key = merge_citation_key(s->arena, &r);
	assert_string_equal(key, "wolk2022n2c2");
	/* Nobody is named: still a letter first, and something to know it by. */
	r.author_count = 0;
	assert_string_equal(merge_citation_key(s->arena, &r), "n2c2shared2022");
	r.name = "COVID-QA";
	assert_string_equal(merge_citation_key(s->arena, &r), "covidqa2022");
	r.name = NULL;
	r.title = "OHSUMED: An interactive retrieval evaluation";
	assert_string_equal(merge_citation_key(s->arena, &r), "ohsumed2022");
	struct artifact own = { .id = { IDENTIFIER_GITHUB, "KatherLab/Medical_LLM" },
		.tie = TIE_SELF };
	r.artifacts = &own;
	r.artifact_count = 1;
	r.title = "Medical_LLM";
	assert_string_equal(merge_citation_key(s->arena, &r), "katherlab2022medical");
	r.artifact_count = 0;
	r.year = 0;
	r.title = "Drugs.com";
	assert_string_equal(merge_citation_key(s->arena, &r), "drugscom");
	r.title = "\xe5\x9f\xba";
	assert_string_equal(merge_citation_key(s->arena, &r), "work");
	r.title = "2020";
	r.year = 2020;
	assert_string_equal(merge_citation_key(s->arena, &r), "work2020");
}

static void
test_venues(void **state)
{
	struct stage *s = *state;
	static const struct {
		const char *a, *b;
		bool agree;
	} cases[] = {
		{ "NeurIPS",
		    "Advances in Neural Information Processing "
		    "Systems 36",
		    true },
		{ "npj Digital Medicine", "Nature Digital Medicine", true },
		{ "JAMIA", "J. Am. Medical Informatics Assoc.", true },
		{ "Int J Oral Sci", "International Journal of Oral Science", true },
		{ "Bioinformatics", "Briefings in Bioinformatics", false },
		{ "EMNLP",
		    "Proceedings of the 2023 Conference on Empirical "
		    "Methods in Natural Language Processing",
		    true },
		{ "EMNLP", "EMNLP Findings", false },
		{ "ACL",
		    "Annual Meeting of the Association for Computational "
		    "Linguistics",
		    true },
		{ "ACL-BioNLP",
		    "Workshop on Biomedical Natural Language "
		    "Processing",
		    true },
		{ "Nature", "Nature Medicine", false },
		{ "New Biotechnology", "New biotechnology", true },
	};
	struct venue venue;

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		if (venue_agrees(s->arena, cases[i].a, cases[i].b) != cases[i].agree)
			print_message("%s, %s\n", cases[i].a, cases[i].b);
		assert_int_equal(
		    venue_agrees(s->arena, cases[i].a, cases[i].b), cases[i].agree);
		assert_int_equal(
		    venue_agrees(s->arena, cases[i].b, cases[i].a), cases[i].agree);
	}
	static const char *const servers[] = { "arXiv", "arXiv.org", "ArXiv", "Arxiv",
		"CoRR", "bioRxiv", "medRxiv", "MedRxiv",
		"arXiv preprint arXiv:2308.02463" };
	for (size_t i = 0; i < sizeof servers / sizeof *servers; i++) {
		venue = venue_read(s->arena, servers[i]);
		assert_int_equal(venue.kind, VENUE_PREPRINT);
		assert_null(venue.key);
	}
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, stage_setup, stage_teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		CASE(test_biogpt),
		CASE(test_license_of),
		CASE(test_license_silence),
		CASE(test_published_since),
		CASE(test_outcomes),
		CASE(test_unclear),
		CASE(test_overrides),
		CASE(test_placeholder),
		CASE(test_label),
		CASE(test_merged_row),
		CASE(test_list_license),
		CASE(test_venue_without_paper),
		CASE(test_venue_differs),
		CASE(test_date_before_id),
		CASE(test_artifacts),
		CASE(test_named_by_paper),
		CASE(test_states),
		CASE(test_twice),
		CASE(test_list_findings),
		CASE(test_order),
		CASE(test_posted),
		CASE(test_printed),
		CASE(test_keys),
		CASE(test_citation_key),
		CASE(test_venues),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
