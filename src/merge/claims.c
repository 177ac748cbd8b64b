/*
 * Witnesses, lists and overrides enter; everything said about one field, best
 * first by the merge table, leaves.
 */
#include "merge/inside.h"

#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "model/brief.h"
#include "model/source.h"

#define CONFIDENCE_UNSURE 0.9   /* below: an unclear answer stands behind */
#define RANK_LIST         10000 /* behind every row of the table */
#define RANK_HELD         20000

/* Good in the work, or not among its identifiers at all (a title hit). */
static bool
id_is_good(const struct work *work, struct identifier id)
{
	for (size_t i = 0; i < work->id_count; i++)
		if (identifier_equal(work->ids[i].id, id))
			return !record_id_is_refused(work->ids[i].status);
	return true;
}

bool
claims_witness_speaks(const struct merge_input *input, const struct nature *nature,
    const struct witness *witness)
{
	enum brief_kind kind = witness->answer.brief.kind;

	if (!witness_is_believed(witness))
		return false;
	if (witness->id.value != NULL && !id_is_good(input->work, witness->id))
		return false;
	if (kind == BRIEF_PAPER || kind == BRIEF_LICENSE)
		return nature->paper;
	/* An artifact speaks for the work only when it is the work. */
	return !nature->paper && nature->subject.value != NULL &&
	    witness->id.value != NULL && identifier_equal(witness->id, nature->subject);
}

const struct override *
claims_override(const struct merge_input *input, const char *field)
{
	/* The last one stands, as in the file. */
	for (size_t i = input->override_count; i > 0; i--)
		if (strcmp(input->overrides[i - 1].field, field) == 0)
			return &input->overrides[i - 1];
	return NULL;
}

static const struct override *
override_of(const struct merge_input *input, enum field field)
{
	const struct override *o = claims_override(input, claim_field_name(field));

	if (o == NULL && field == FIELD_VENUE)
		o = claims_override(input, "container_title");
	if (o == NULL && field == FIELD_ISSUED)
		o = claims_override(input, "year");
	return o;
}

static void
push(struct arena *arena, struct candidates *all, struct candidate one)
{
	all->v = arena_push(arena, all->v, all->count, sizeof *all->v);
	all->v[all->count++] = one;
}

/* One source asked under two identifiers says the same twice. */
static void
drop_repeats(struct arena *arena, struct candidates *all)
{
	size_t kept = 0;

	for (size_t i = 0; i < all->count; i++) {
		const struct candidate *c = &all->v[i];
		bool known = false;

		for (size_t k = 0; k < kept && c->place == NULL; k++) {
			const struct candidate *other = &all->v[k];

			known |= strcmp(c->source, other->source) == 0 &&
			    (c->value != NULL ? other->value != NULL &&
					strcmp(c->value, other->value) == 0
					      : c->author_count == other->author_count &&
					strcmp(claims_authors_text(
						   arena, c->authors, c->author_count),
					    claims_authors_text(arena, other->authors,
						other->author_count)) == 0);
		}
		if (!known)
			all->v[kept++] = *c;
	}
	all->count = kept;
}

static bool
row_counts(const struct precedence *row, const struct nature *nature)
{
	return row->when == WHEN_ALWAYS ||
	    (row->when == WHEN_PUBLISHED) == nature->published;
}

const char *const claims_silence = "false";

/* Publishers write "RETRACTED ARTICLE: " before the title.  Whoever issues the
 * identifier and says nothing says that it was neither retracted nor withdrawn. */
static const struct claim *
imply_claim(const struct witness *witness, const struct answer *answer, enum field field)
{
	static const struct claim yes = { .text = "true" };
	static struct claim no;
	const char *title = answer->brief.title;

	if (field != FIELD_RETRACTED && field != FIELD_WITHDRAWN)
		return NULL;
	title = title != NULL && *title == '[' ? title + 1 : title;
	if (field == FIELD_RETRACTED &&
	    text_starts_nocase(title == NULL ? "" : title, "RETRACTED"))
		return strchr(":] ", title[strlen("RETRACTED")]) != NULL ? &yes : NULL;
	no.text = claims_silence;
	return witness_source_issues(witness->source, witness->id.kind) ? &no : NULL;
}

static void
collect_answer(struct arena *arena, const struct witness *witness,
    const struct answer *answer, const struct nature *nature, enum field field,
    struct candidates *all)
{
	const struct claim *claim = brief_claim(&answer->brief, field);
	struct candidate one = { .source = witness->source->name, .by = witness->source };
	bool fell;

	if (claim == NULL)
		claim = imply_claim(witness, answer, field);
	if (claim == NULL || (claim->text == NULL && claim->author_count == 0))
		return;
	fell = falls_witness_fell(arena, witness, field);
	for (size_t i = 0; i < precedence_rows_count; i++) {
		const struct precedence *row = &precedence_rows[i];

		if (row->field != field || !row_counts(row, nature) ||
		    strcmp(witness->source->service->name, row->service) != 0)
			continue;
		one.value = claim->text;
		one.authors = claim->authors;
		one.author_count = claim->author_count;
		one.method = witness->id.value == NULL || witness->searched ? "search"
									    : "lookup";
		one.retrieved_at = answer->retrieved_at;
		one.since = answer_since(answer, field);
		one.held = fell && answer == &witness->answer;
		one.rank = one.held ? RANK_HELD : (unsigned)i + 2;
		one.why = one.held ? "held back until a later answer says so "
				     "too"
		    : fell         ? "its newer answer fell, see the finding"
				   : row->why;
		one.confidence = witness_confidence(witness);
		one.unclear = one.confidence < CONFIDENCE_UNSURE &&
		    witness->opinion.judgement == JUDGE_UNCLEAR;
		one.by_others = witness->opinion.doubt == DOUBT_AUTHORS;
		one.id = witness->id;
		push(arena, all, one);
		return;
	}
}

static void
collect_witness(struct arena *arena, const struct witness *witness,
    const struct nature *nature, enum field field, struct candidates *all)
{
	const struct answer *answer = falls_answer(arena, witness, field);

	collect_answer(arena, witness, answer, nature, field, all);
	/* Shown by explain, never chosen. */
	if (answer != &witness->answer)
		collect_answer(arena, witness, &witness->answer, nature, field, all);
}

static void
collect_list(struct arena *arena, const struct merge_input *input,
    const struct nature *nature, enum field field, struct candidates *all)
{
	const struct source *by;
	bool first = field == FIELD_INSTITUTE || (field == FIELD_TITLE && !nature->paper);

	for (size_t i = 0; i < input->work->entry_count; i++) {
		const struct entry *entry = input->work->entries[i];
		const char *text = claims_entry_says(arena, entry, field, nature);
		struct candidate one = { .value = text,
			.source = "list",
			.method = "list-text",
			.confidence = witness_list_confidence };

		if (text_is_blank(text) ||
		    (field == FIELD_VENUE &&
			merge_refusal(arena, input, text, &by) != NULL))
			continue;
		one.place = entry_place(arena, entry);
		one.rank = first ? 1 : RANK_LIST;
		one.why = first ? "only the curator can know" : "nobody else says";
		if (field == FIELD_AUTHORS) {
			if (entry->people_count > 0)
				claims_take_people(arena, entry, &one);
			else
				claims_read_authors(arena, text, &one);
			one.value = NULL;
			if (one.author_count == 0)
				continue;
		}
		push(arena, all, one);
	}
}

static int
compare_authors(const struct candidate *x, const struct candidate *y)
{
	int order = 0;

	for (size_t i = 0; i < x->author_count && i < y->author_count && order == 0; i++)
		order = strcmp(x->authors[i].literal, y->authors[i].literal);
	return order != 0
	    ? order
	    : (x->author_count > y->author_count) - (x->author_count < y->author_count);
}

static int
compare_candidates(const struct candidate *x, const struct candidate *y)
{
	int order = (x->rank > y->rank) - (x->rank < y->rank);

	if (order == 0)
		order = (int)x->unclear - (int)y->unclear;
	if (order == 0 && x->id.value != NULL && y->id.value != NULL)
		order = identifier_compare(x->id, y->id);
	if (order == 0)
		order = strcmp(x->source, y->source);
	if (order == 0)
		order = (x->retrieved_at < y->retrieved_at) -
		    (x->retrieved_at > y->retrieved_at);
	/* Mentions stay in list order. */
	if (order != 0 || (x->place != NULL && y->place != NULL))
		return order;
	return x->value != NULL && y->value != NULL ? strcmp(x->value, y->value)
						    : compare_authors(x, y);
}

/* Insertion sort: stable, and the arrays hold a handful. */
static void
sort_candidates(struct candidates *all)
{
	for (size_t i = 1; i < all->count; i++) {
		struct candidate one = all->v[i];
		size_t k = i;

		while (k > 0 && compare_candidates(&all->v[k - 1], &one) > 0) {
			all->v[k] = all->v[k - 1];
			k--;
		}
		all->v[k] = one;
	}
}

void
claims_collect(struct arena *arena, const struct merge_input *input,
    const struct nature *nature, enum field field, struct candidates *all)
{
	const struct override *override = override_of(input, field);

	*all = (struct candidates){ 0 };
	if (override != NULL && !text_is_blank(override->value)) {
		struct candidate one = { .value = override->value,
			.source = "override",
			.method = "override",
			.confidence = 1.0 };

		one.why = override->reason != NULL ? override->reason
						   : "the curator decided";
		if (field == FIELD_AUTHORS) {
			claims_read_authors(arena, override->value, &one);
			one.value = NULL;
		}
		push(arena, all, one);
	}
	for (size_t i = 0; i < input->witness_count; i++)
		if (claims_witness_speaks(input, nature, &input->witnesses[i]))
			collect_witness(arena, &input->witnesses[i], nature, field, all);
	collect_list(arena, input, nature, field, all);
	sort_candidates(all);
	drop_repeats(arena, all);
}
