/* A number enters, that many records and findings leave. */
#include "sample.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "model/source.h"

static const struct service services[] = {
	{ .name = "semanticscholar",
	    .base_url = "https://api.semanticscholar.org",
	    .terms = "https://www.semanticscholar.org/product/api/license" },
	{ .name = "arxiv",
	    .base_url = "https://export.arxiv.org",
	    .terms = "https://info.arxiv.org/help/api/tou.html" },
	{ .name = "huggingface",
	    .base_url = "https://huggingface.co",
	    .terms = "https://huggingface.co/terms-of-service" },
	{ .name = "github",
	    .base_url = "https://api.github.com",
	    .terms = "https://docs.github.com/en/site-policy" },
};

static const struct source sources[] = {
	{ .name = "semanticscholar",
	    .title = "Semantic Scholar",
	    .service = &services[0],
	    .attribution = "Data from Semantic Scholar." },
	{ .name = "arxiv",
	    .title = "arXiv",
	    .service = &services[1],
	    .attribution = "Thank you to arXiv for use of its interface." },
	{ .name = "huggingface",
	    .title = "Hugging Face",
	    .service = &services[2],
	    .attribution = "Model cards of the Hugging Face Hub." },
	{ .name = "github",
	    .title = "GitHub",
	    .service = &services[3],
	    .attribution = "Repository metadata of GitHub." },
};

static const char zeros[] =
    "0000000000000000000000000000000000000000000000000000000000000000";

static const char *const titles[SAMPLE_HOSTILE] = {
	"=HYPERLINK(\"http://x.example\",\"click\") and 3 more",
	"\tTabs\tand \"quotes\", commas; 'single'",
	"<script>alert(1)</script> & <b>bold</b> ]]> -->",
	"Right \xe2\x80\xae"
	"to left\xe2\x80\xac and \xe2\x81\xa6isolates",
	"Emoji \xf0\x9f\xa4\x97 and \xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x94\xac",
	"\xe5\x8c\xbb\xe5\xad\xa6\xe5\xa4\xa7\xe8\xaf\xad\xe8\xa8\x80\xe6\xa8\xa1\xe5\x9e"
	"\x8b: a survey",
	"Learning $\\alpha_{i}^2$ with 50% of \\textbf{data} # ~ & _x_",
	"Unbalanced }} braces {{{ and a backslash \\",
	"GPT-4V, BERT and BioMistral: LLMs | pipes `ticks` [x](http://y.example)",
	"+1 at the start and -1, @mentions and www.example.com",
	"\xef\xbc\x9d"
	"full-width formula\x01\x1b[31mred\x7f",
	"'=already guarded",
};

static const char *const venues[] = { "Briefings in Bioinformatics", NULL,
	"Findings of the Association for Computational Linguistics: ACL 2024",
	"Proceedings of <the> 38th AAAI & Conference", "Nature Medicine", NULL };
static const char *const licenses[] = { "CC-BY-4.0", NULL, "MIT", "LicenseRef-HF-llama3",
	"CC0-1.0", "GPL-3.0-only", "CC-BY-NC-4.0", NULL };

static void
add_authors(struct arena *arena, struct record *r, size_t i)
{
	size_t count = i == 3 ? 0 : i == 5 ? 600 : 1 + i % 7;
	struct author *authors = arena_alloc(arena, (count + 1) * sizeof *authors);
	static const struct author odd[] = {
		{ "M\xc3\xbcller, J\xc3\xbcrgen {the} \"Elder\"", NULL, NULL, NULL },
		{ "The DeepSeek and Friends Team", NULL, NULL, NULL },
		{ "=cmd|' /C calc'!A0", NULL, NULL, NULL },
		{ "Renqian Luo", "Luo", "Renqian", "0000-0002-1825-0097" },
		{ "\xe7\x8e\x8b\xe5\xb0\x8f\xe6\x98\x8e", NULL, NULL, NULL },
		{ "<i>Eve</i>; others", NULL, NULL, NULL },
	};

	for (size_t a = 0; a < count; a++) {
		authors[a] = odd[(i + a) % 6];
		if (i >= SAMPLE_HOSTILE || a >= 6)
			authors[a] = (struct author){ arena_printf(
							  arena, "Ada B. Author%zu", a),
				NULL, NULL, NULL };
	}
	r->authors = authors;
	r->author_count = count;
}

static void
add_identifiers(struct arena *arena, struct record *r, size_t i)
{
	struct record_identifier *ids = arena_alloc(arena, 4 * sizeof *ids);
	size_t n = 0;

	if (strncmp(r->id, "url:", 4) == 0) {
		r->ids = ids;
		return;
	}
	ids[n].id = (struct identifier){ IDENTIFIER_ARXIV,
		arena_printf(arena, "2401.%05zu", i) };
	ids[n++].from = "list";
	if (i % 3 == 0) {
		ids[n].id = (struct identifier){ IDENTIFIER_DOI,
			i == 6 ? "10.1002/(sici)1097<1661::aid>3.0.co;2-2_#&"
			       : arena_printf(arena, "10.1000/x%zu", i) };
		ids[n++].from = "semanticscholar";
	}
	if (i % 5 == 1) {
		ids[n].id = (struct identifier){ IDENTIFIER_GITHUB,
			arena_printf(arena, "Owner/Repo%zu", i) };
		ids[n].status = i == 1 ? ID_GONE : ID_GOOD;
		ids[n++].from = "list";
	}
	r->ids = ids;
	r->id_count = n;
}

static void
add_artifacts(struct arena *arena, struct record *r, size_t i)
{
	struct artifact *v = arena_alloc(arena, 2 * sizeof *v);

	if (i % 4 != 1)
		return;
	v[0] = (struct artifact){
		.id = { IDENTIFIER_HF_MODEL, arena_printf(arena, "Org/Model-%zu", i) },
		.kind = "model",
		.url = "https://huggingface.co/Org/Model",
		.tie = TIE_DECLARED,
		.claimed_by = "huggingface",
		.license = licenses[i % 8],
		.license_status = licenses[i % 8] != NULL ? LICENSE_STATED
							  : LICENSE_UNSTATED,
		.base_model = i % 8 == 1 ? "Org/Base" : NULL,
		.base_license = i % 8 == 1 ? "CC-BY-NC-4.0" : NULL,
		.license_drops = i % 8 == 1 ? "no commercial use" : NULL,
		.created = "2024-01-09",
		.likes = (int64_t)i,
		.downloads = 1000,
		.stars = -1,
		.gated = "false",
		.archived = TRI_UNKNOWN,
		.status = i == 9 ? "gone" : "found",
		.first_answered = SAMPLE_CLOCK - 3600,
	};
	v[1] = (struct artifact){
		.id = { IDENTIFIER_GITHUB, "stranger/thing" },
		.kind = "code",
		.url = "https://github.com/stranger/thing",
		.tie = TIE_LISTED,
		.claimed_by = "list",
		.license = NULL,
		.license_status = LICENSE_NOT_ASKED,
		.likes = -1,
		.downloads = -1,
		.stars = 12,
		.archived = TRI_FALSE,
		.status = "not-asked",
	};
	r->artifacts = v;
	r->artifact_count = 2;
}

static void
add_mentions(struct arena *arena, struct record *r, size_t i)
{
	size_t count = i % 4 == 0 ? 2 : 1;
	const struct entry **v = arena_alloc(arena, count * sizeof *v);
	struct link *links = arena_alloc(arena, 2 * sizeof *links);

	links[0] = (struct link){ "https://arxiv.org/abs/2401.00001", "paper", LINK_PAPER,
		NULL };
	links[1] = (struct link){ "https://x.example/a b\"><script>", "=x", LINK_WEBSITE,
		NULL };
	for (size_t m = 0; m < count; m++) {
		struct entry *e = arena_alloc(arena, sizeof *e);

		e->list = m == 0 ? "medical-llms" : "=other list";
		e->line = (unsigned)(i + 10);
		e->part = e->parts = 1;
		e->section = "Models / <Large> | \"quoted\"";
		e->title = r->title == NULL ? "Untitled" : r->title;
		e->date = "2024-01";
		e->date_raw = i % 2 == 0 ? "2024.1" : NULL;
		e->venue = i % 2 == 0 ? "Arxiv" : "AAAI";
		e->license = i % 5 == 0 ? "MIT License, mostly" : NULL;
		e->links = links;
		e->link_count = 2;
		v[m] = e;
	}
	r->mentions = v;
	r->mention_count = count;
}

static void
add_words_of_sources(struct arena *arena, struct record *r, size_t i)
{
	struct record_outcome *o = arena_alloc(arena, 2 * sizeof *o);
	struct provenance *p = arena_alloc(arena, 6 * sizeof *p);
	struct conflict *c = arena_alloc(arena, sizeof *c);

	if (strcmp(r->kind, "webpage") == 0)
		return;
	o[0] = (struct record_outcome){ "semanticscholar",
		(enum outcome)(i % 7 == 6 ? OUTCOME_ABSENT : OUTCOME_FOUND),
		SAMPLE_CLOCK - 7200 };
	o[1] = (struct record_outcome){ "arxiv", OUTCOME_NOT_ASKED, 0 };
	r->outcomes = o;
	r->outcome_count = 2;
	p[0] = (struct provenance){ "authors", "semanticscholar", "lookup", 0.95,
		SAMPLE_CLOCK - 7200, SAMPLE_CLOCK - 7200 };
	p[1] = (struct provenance){ "container_title", "crossref", "lookup", 1.0,
		SAMPLE_CLOCK - 7200, SAMPLE_CLOCK - 7200 };
	p[2] = (struct provenance){ "name", "list", "list-text", 0.3, 0, 0 };
	p[3] = (struct provenance){ "license", "arxiv", "lookup", 1.0,
		SAMPLE_CLOCK - 7200, SAMPLE_CLOCK - 7200 };
	r->provenance = p;
	p[4] = (struct provenance){ "cited_by_count", "semanticscholar", "lookup", 0.95,
		SAMPLE_CLOCK - 7200, SAMPLE_CLOCK - 7200 };
	p[5] = (struct provenance){ "issued", "arxiv", "lookup", 1.0, SAMPLE_CLOCK - 7200,
		SAMPLE_CLOCK - 7200 };
	r->provenance_count = 6;
	if (i % 3 == 2) {
		*c = (struct conflict){ "container_title", "semanticscholar",
			"-AAAI, 2024", "list", "Arxiv", "registry before list" };
		r->conflicts = c;
		r->conflict_count = 1;
	}
}

static void
fill(struct arena *arena, struct record *r, size_t i)
{
	bool is_page = i == 7 || i % 50 == 49;

	r->id = is_page ? arena_printf(arena, "url:https://x.example/%05zu", i)
			: arena_printf(arena, "arxiv:2401.%05zu", i);
	r->citation_key = arena_printf(arena, "author2024w%zu", i);
	r->kind = is_page ? "webpage" : i % 10 == 8 ? "model" : "paper";
	r->type = is_page ? "webpage"
	    : i % 3 == 0  ? "article-journal"
	    : i % 3 == 1  ? "paper-conference"
			  : "article";
	r->title = i < SAMPLE_HOSTILE ? titles[i]
	    : i % 97 == 0             ? NULL
			  : arena_printf(arena, "A made-up title number %zu", i);
	r->name = i % 6 == 0 ? "BioGPT" : NULL;
	r->scope = i % 9 == 4 ? SCOPE_OLDER : i % 9 == 5 ? SCOPE_UNDATED : SCOPE_IN;
	r->container_title = is_page ? NULL : venues[i % 6];
	r->venue_name = r->container_title;
	r->stage = is_page ? NULL : r->container_title != NULL ? "published" : "preprint";
	r->issued = i % 8 == 7 ? NULL : "2024-01";
	r->first_public = i % 16 == 15 ? NULL : "2024-01-05";
	r->year = r->issued == NULL ? 0 : 2024;
	r->venue_key = r->container_title == NULL
	    ? NULL
	    : arena_printf(arena, "venue-%zu", i % 6);
	r->url = "https://arxiv.org/abs/2401.00001";
	r->license = is_page ? NULL : licenses[i % 8];
	r->license_status = r->license != NULL ? LICENSE_STATED : LICENSE_UNSTATED;
	r->license_of = r->license == NULL ? NULL : "preprint";
	r->is_open_access = (enum tri)((int)(i % 3) - 1);
	r->is_retracted = i == 10 ? TRI_TRUE : TRI_UNKNOWN;
	r->is_withdrawn = TRI_UNKNOWN;
	r->cited_by_count = is_page || i % 11 == 10 ? -1 : (int64_t)(i * i * 7 % 5003);
	r->cited_by_source = r->cited_by_count < 0 ? NULL : "semanticscholar";
	r->counted_at = r->cited_by_count < 0 ? 0 : SAMPLE_CLOCK - 7200;
	r->first_seen = "2026-11-20";
	add_authors(arena, r, i);
	add_identifiers(arena, r, i);
	add_artifacts(arena, r, i);
	add_mentions(arena, r, i);
	add_words_of_sources(arena, r, i);
}

static int
by_id(const void *a, const void *b)
{
	return strcmp(((const struct record *)a)->id, ((const struct record *)b)->id);
}

struct record *
sample_records(struct arena *arena, size_t count)
{
	struct record *v = arena_alloc(arena, (count + 1) * sizeof *v);

	for (size_t i = 0; i < count; i++)
		fill(arena, &v[i], i);
	qsort(v, count, sizeof *v, by_id);
	return v;
}

struct finding *
sample_findings(struct arena *arena, size_t count)
{
	static const char *const codes[] = { "preprint-now-published",
		"link-title-mismatch", "damaged-text", "venue-differs",
		"date-before-id" };
	struct finding *v = arena_alloc(arena, (count + 1) * sizeof *v);

	for (size_t i = 0; i < count; i++) {
		struct finding *f = &v[i];

		f->code = codes[i % 5];
		f->class = i % 5 == 0          ? FINDING_FIX
		    : i % 5 == 1 || i % 5 == 3 ? FINDING_DECIDE
					       : FINDING_NOTE;
		f->state = (enum finding_state)(i % 8 < 4 ? FINDING_NEW : i % 8 - 4);
		f->list = i % 7 == 6 ? "=other list" : "medical-llms";
		f->line = (unsigned)(i + 10);
		f->part = 1 + i % 2;
		f->work_id = i % 5 == 2 ? NULL
					: arena_printf(arena, "arxiv:2401.%05zu", i);
		f->title = titles[i % SAMPLE_HOSTILE];
		f->field = i % 5 == 0 ? "venue" : "url";
		f->given = i % 5 == 2 ? NULL
		    : i % 2 == 0      ? "Arxiv, 2024.2"
				      : "=1+1, \"<script>\"";
		f->found = i % 5 == 2 ? NULL
				      : "Findings of the Association for Computational "
					"Linguistics: ACL 2024";
		f->source = i % 5 == 2 ? NULL : "semanticscholar";
		f->evidence = "The link opens another paper; the title of "
			      "this one is known under 10.1000/x1";
		f->repair = i % 5 == 0 ? "ACL Findings, 2024" : NULL;
		f->first_seen = "2026-11-13";
		finding_make_key(f);
	}
	return v;
}

void
sample_settings(struct release_settings *settings, const char *folder, bool stand_in)
{
	static const struct release_list lists[] = {
		{ "medical-llms", zeros, "https://github.com/x/y", 9 },
		{ "=other list", zeros, NULL, 3 },
	};
	static struct release_source used[2][4];
	static const struct override overrides[] = {
		{ { IDENTIFIER_ARXIV, "2401.00002" }, "title", "A | better <title>",
		    "the list is right", "2026-11-01" },
	};

	for (size_t i = 0; i < 4; i++)
		used[stand_in][i] = (struct release_source){
			.source = &sources[i],
			.stand_in = stand_in,
			.origin = stand_in ? "http://127.0.0.1:8099"
					   : services[i].base_url,
			.oldest = SAMPLE_CLOCK - 86400 * 3,
			.newest = SAMPLE_CLOCK - 3600,
			.asked = 20,
			.found = 15,
			.absent = 2,
			.ambiguous = 1,
			.not_asked = 1,
			.unanswered = 1,
		};
	*settings = (struct release_settings){
		.folder = folder,
		.name = "Medical LLMs",
		.clock = SAMPLE_CLOCK,
		.since = "2024-01",
		.license = stand_in ? NULL : "CC-BY-4.0",
		.title = stand_in ? NULL : "Medical LLMs: <what> we | know",
		.homepage = "https://x.example/",
		.maintainer = stand_in ? NULL : "A. Curator",
		.compress = "gz",
		.program = "enrich 0.1.0",
		.lists = lists,
		.list_count = 2,
		.overrides = overrides,
		.override_count = 1,
		.partial = stand_in ? "Hugging Face did not answer about 9 of "
				      "20 models."
				    : NULL,
		.sources = used[stand_in],
		.source_count = 4,
	};
}

enum release_status
sample_release(struct arena *arena, const struct release_settings *settings, size_t works,
    const struct predecessor *previous, struct release_result *result)
{
	size_t findings = works < 60 ? works * 3 : 120;
	struct record *records = sample_records(arena, works);
	struct finding *found = sample_findings(arena, findings);
	const char *words;
	struct release *release = release_open(settings, previous, &words);
	enum release_status status;

	if (release == NULL) {
		fprintf(stderr, "%s\n", words);
		return RELEASE_CANNOT_CREATE;
	}
	for (size_t i = 0; i < works; i++)
		release_add(release, &records[i], NULL);
	for (size_t i = 0; i < findings; i++)
		release_add_finding(release, &found[i]);
	status = release_finish(release, result);
	result->folder = arena_text(arena, result->folder);
	result->archive = arena_text(arena, result->archive);
	result->report = arena_text(arena, result->report);
	result->words = arena_text(arena, result->words);
	release_close(release);
	return status;
}
