/*
 * What is decided does not depend on the order in which rows and answers
 * come: random works of few ids, values and days, decided in many orders.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "merge/inside.h"
#include "merge_stage.h"

enum { WORKS = 400, ORDERS = 8, ROWS = 4, WITNESSES = 8 };

static unsigned
draw(unsigned *seed, unsigned below)
{
	*seed = *seed * 1103515245u + 12345u;
	return (*seed >> 16) % below;
}

#define PICK(seed, array) (array)[draw(seed, sizeof(array) / sizeof *(array))]

static void
fill_row(struct entry *e, unsigned *seed)
{
	static const char *const venues[] = { NULL, "Arxiv", "EMNLP", "ACL", "Google",
		"Nature Medicine", "JAMIA", "STAR" };
	static const char *const dates[] = { NULL, "2022", "2023-01", "2023-04-05",
		"2024" };
	static const char *const licenses[] = { NULL, "MIT", "CC BY 4.0", "unknown",
		"see website" };
	static const char *const names[] = { NULL, "Chartist", "Plotter" };
	static const unsigned flags[] = { 0, 0, FLAG_MALFORMED_LINK, FLAG_LABEL_TARGET,
		FLAG_BAD_IDENTIFIER };

	e->venue = PICK(seed, venues);
	e->date = PICK(seed, dates);
	e->license = PICK(seed, licenses);
	e->name = PICK(seed, names);
	e->flags = PICK(seed, flags);
}

static void
draw_rows(struct stage *s, unsigned *seed)
{
	unsigned count = 1 + draw(seed, ROWS);

	for (unsigned i = 0; i < count; i++) {
		struct entry *e = stage_row(s,
		    arena_printf(s->arena, "l%u:%u", draw(seed, 2), 7 + i),
		    "Reading Charts With "
		    "Small Models",
		    IDS("arxiv:2303.00001", "doi:10.1000/x1", "hf:lab/chartist",
			"github:lab/Charts"));

		/* The first stays in all of them: it is one work. */
		e->identifier_count = 1 + draw(seed, 4);
		fill_row(e, seed);
		if (draw(seed, 4) == 0)
			make_answered(&s->edges[i][e->identifier_count - 1],
			    i > 0 && draw(seed, 2) == 0 ? JUDGE_DIFFERENT : JUDGE_SAME,
			    "Another Title");
	}
}

static struct witness
draw_witness(struct stage *s, unsigned *seed)
{
	static const struct source *const sources[] = { &make_s2, &make_arxiv, &make_oai,
		&make_crossref, &make_hf, &make_github };
	static const char *const ids[] = { "arxiv:2303.00001", "doi:10.1000/x1",
		"hf:lab/chartist", "github:lab/Charts" };
	static const char *const titles[] = { "Reading Charts With Small Models",
		"Reading charts with small models", "Charts" };
	static const char *const venues[] = { "arXiv.org", "Proceedings of EMNLP",
		"Nature Medicine", "J. Am. Medical Informatics Assoc.", "Something" };
	static const char *const dates[] = { "2022", "2023-03-01", "2024-05" };
	static const char *const licenses[] = { "mit", "MIT", "other",
		"http://creativecommons.org/licenses/by/4.0/", "llama3" };
	static const char *const counts[] = { "3", "500", "none" };
	static const char *const flags[] = { "true", "false" };
	static const enum outcome outcomes[] = { OUTCOME_FOUND, OUTCOME_FOUND,
		OUTCOME_FOUND, OUTCOME_ABSENT, OUTCOME_UNANSWERED };
	const char *id = PICK(seed, ids);
	struct witness w = make_witness(s->arena, PICK(seed, sources), id,
	    id[0] == 'h'       ? BRIEF_MODEL
		: id[0] == 'g' ? BRIEF_CODE
			       : BRIEF_PAPER,
	    FIELD_TITLE, PICK(seed, titles), FIELD_VENUE, PICK(seed, venues),
	    FIELD_ISSUED, PICK(seed, dates), FIELD_FIRST_PUBLIC, PICK(seed, dates),
	    FIELD_LICENSE, PICK(seed, licenses), FIELD_CITED_BY_COUNT, PICK(seed, counts),
	    FIELD_RETRACTED, PICK(seed, flags), FIELD_WITHDRAWN, PICK(seed, flags),
	    FIELD_STARS, PICK(seed, counts), FIELD_COUNT);

	make_authors(
	    s->arena, &w, IDS(draw(seed, 2) == 0 ? "Ada Example" : "Bela Muster"));
	w.answer.retrieved_at += draw(seed, 2) * 86400;
	w.opinion.judgement = (enum judgement)draw(seed, 3);
	w.outcome = PICK(seed, outcomes);
	w.has_answer = w.outcome == OUTCOME_FOUND;
	w.gone = w.outcome == OUTCOME_ABSENT && draw(seed, 2) == 0;
	w.has_answer |= w.gone;
	return w;
}

/* One answer a source and identifier, as the cache has it. */
static void
add_witness(struct stage *s, struct witness w)
{
	for (size_t i = 0; i < s->input.witness_count; i++)
		if (s->witnesses[i].source == w.source &&
		    identifier_equal(s->witnesses[i].id, w.id))
			return;
	stage_witness(s, w);
}

static void
tell(struct buffer *out, const char *text)
{
	buffer_text(out, text == NULL ? "null" : text);
	buffer_char(out, '\n');
}

static void
tell_record(struct arena *arena, const struct record *r, struct buffer *out)
{
	const char *const texts[] = { r->id, r->kind, r->type, r->stage, r->title,
		r->name, r->issued, r->first_public, r->container_title, r->venue_key,
		r->publisher, r->url, r->license, r->license_raw, r->license_of,
		r->cited_by_source, license_statuses[r->license_status],
		claims_authors_text(arena, r->authors, r->author_count) };

	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		tell(out, texts[i]);
	buffer_printf(out, "%d %d %lld %lld\n", (int)r->is_retracted,
	    (int)r->is_withdrawn, (long long)r->cited_by_count, (long long)r->counted_at);
	for (size_t i = 0; i < r->id_count; i++)
		buffer_printf(out, "id %s %s %s\n", r->ids[i].id.value,
		    record_id_statuses[r->ids[i].status], r->ids[i].from);
	for (size_t i = 0; i < r->artifact_count; i++)
		buffer_printf(out, "artifact %s %s %s %s %lld %s\n",
		    r->artifacts[i].id.value, record_ties[r->artifacts[i].tie],
		    r->artifacts[i].claimed_by, r->artifacts[i].status,
		    (long long)r->artifacts[i].stars,
		    r->artifacts[i].license == NULL ? "null" : r->artifacts[i].license);
	for (size_t i = 0; i < r->provenance_count; i++)
		buffer_printf(out, "from %s %s %s %.2f %lld\n", r->provenance[i].field,
		    r->provenance[i].source, r->provenance[i].method,
		    r->provenance[i].confidence,
		    (long long)r->provenance[i].retrieved_at);
	for (size_t i = 0; i < r->conflict_count; i++)
		buffer_printf(out, "conflict %s %s=%s %s=%s\n", r->conflicts[i].field,
		    r->conflicts[i].chosen_source, r->conflicts[i].chosen_value,
		    r->conflicts[i].other_source, r->conflicts[i].other_value);
	for (size_t i = 0; i < r->outcome_count; i++)
		buffer_printf(out, "outcome %s %d %lld\n", r->outcomes[i].source,
		    (int)r->outcomes[i].outcome, (long long)r->outcomes[i].asked_at);
}

/* The work of one row, wherever that stands among the rows. */
static const char *
decided(struct stage *s, const struct entry *row)
{
	struct works *works = make_works(s->arena, s->entries, s->edges, s->entry_count);
	struct buffer out;
	const char *text;

	s->input.work = works_at(works, works_of(works, row));
	s->input.witnesses = s->witnesses;
	s->findings = (struct findings){ 0 };
	merge_record(s->arena, &s->input, &s->record);
	findings_of_work(s->arena, &s->input, &s->record, NULL, &s->findings);
	buffer_init(&out, 0);
	tell_record(s->arena, &s->record, &out);
	for (size_t i = 0; i < s->findings.count; i++) {
		const struct finding *f = &s->findings.v[i];

		buffer_printf(&out, "finding %s %s %s:%u %d\n", f->key, f->code, f->list,
		    f->line, (int)f->class);
		tell(&out, f->given);
		tell(&out, f->found);
		tell(&out, f->source);
		tell(&out, f->evidence);
		tell(&out, f->repair);
	}
	text = arena_text_n(s->arena, out.bytes, out.length);
	buffer_free(&out);
	return text;
}

static void
swap(void *a, void *b, size_t size)
{
	char kept[sizeof(struct witness)];

	memcpy(kept, a, size);
	memcpy(a, b, size);
	memcpy(b, kept, size);
}

static void
shuffle(struct stage *s, unsigned *seed)
{
	for (size_t i = s->input.witness_count; i > 1; i--)
		swap(&s->witnesses[i - 1], &s->witnesses[draw(seed, (unsigned)i)],
		    sizeof s->witnesses[0]);
	for (size_t i = s->entry_count; i > 1; i--) {
		unsigned k = draw(seed, (unsigned)i);

		swap(&s->entries[i - 1], &s->entries[k], sizeof s->entries[0]);
		swap(&s->edges[i - 1], &s->edges[k], sizeof s->edges[0]);
	}
}

/* The first line that differs. */
static void
fail_at(unsigned work, const char *a, const char *b)
{
	while (*a != '\0' && *b != '\0') {
		size_t n = strcspn(a, "\n"), m = strcspn(b, "\n");

		if (n != m || memcmp(a, b, n) != 0)
			fail_msg(
			    "work %u: \"%.*s\" and \"%.*s\"", work, (int)n, a, (int)m, b);
		a += n + 1;
		b += m + 1;
	}
	fail_msg("work %u: one says more", work);
}

static void
test_order(void **state)
{
	unsigned seed = 20261121;
	size_t found = 0;

	(void)state;
	for (unsigned work = 0; work < WORKS; work++) {
		const struct entry *row;
		const char *first;
		struct stage *s;

		stage_setup((void **)&s);
		draw_rows(s, &seed);
		for (unsigned i = draw(&seed, WITNESSES + 1); i > 0; i--)
			add_witness(s, draw_witness(s, &seed));
		row = s->entries[0];
		first = decided(s, row);
		found += s->findings.count;
		for (unsigned i = 0; i < ORDERS; i++) {
			const char *again;

			shuffle(s, &seed);
			again = decided(s, row);
			if (strcmp(first, again) != 0)
				fail_at(work, first, again);
		}
		stage_teardown((void **)&s);
	}
	/* The works are worth deciding. */
	assert_true(found > WORKS);
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_order) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
