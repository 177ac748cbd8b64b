/*
 * The identifiers of a work, its models and repositories, and the links that
 * were not believed: where each stands, and why it is in or out.
 */
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "explain/inside.h"

/* Where in the lists an identifier stands: "000:30, 001:8"; NULL: nowhere. */
static const char *
places_of(struct arena *arena, const struct work *work, struct identifier id)
{
	const char *places = NULL;

	for (size_t e = 0; e < work->entry_count; e++)
		for (size_t i = 0; i < work->entries[e]->identifier_count; i++)
			if (identifier_equal(work->entries[e]->identifiers[i].id, id)) {
				places = explain_join(
				    arena, places, entry_place(arena, work->entries[e]));
				break;
			}
	return places;
}

/* Sources that taught it. */
static const char *
teachers_of(struct arena *arena, const struct work *work, struct identifier id)
{
	const char *last = NULL, *teachers = NULL;

	for (size_t e = 0; e < work->entry_count; e++)
		for (size_t i = 0; i < work->entries[e]->identifier_count; i++) {
			const struct edge *edge = &work->edges[e][i];
			bool taught = false;
			for (size_t k = 0; k < edge->learned_count; k++)
				taught |= identifier_equal(edge->learned[k], id);
			if (!taught || edge->learned_from == NULL ||
			    (last != NULL && strcmp(last, edge->learned_from) == 0))
				continue;
			last = edge->learned_from;
			teachers = explain_join(arena, teachers, last);
		}
	return teachers;
}

void
explain_ids(struct arena *arena, const struct work *work, const struct record *record)
{
	const char *label = "ids";

	for (int wrong = 0; wrong < 2; wrong++)
		for (size_t i = 0; i < record->id_count; i++) {
			const struct record_identifier *id = &record->ids[i];
			const char *from = explain_join(arena,
			    places_of(arena, work, id->id),
			    teachers_of(arena, work, id->id));
			if (record_id_is_refused(id->status) != (wrong == 1))
				continue;
			explain_wrap(arena,
			    arena_printf(arena, "%-9s %-11s %-32s %-8s ", label,
				identifier_kind_name(id->id.kind),
				text_for_terminal(arena, id->id.value),
				record_id_statuses[id->status]),
			    from != NULL ? from : id->from);
			label = "";
		}
	if (record->id_count > 0)
		putchar('\n');
}

static const char *
tie_words(struct arena *arena, const struct work *work, const struct artifact *a)
{
	const char *places = places_of(arena, work, a->id);

	switch (a->tie) {
	case TIE_SELF:
		return "the work itself";
	case TIE_DECLARED:
		return a->own_word ? a->id.kind == IDENTIFIER_GITHUB
			? "declared: the repository names the paper"
			: "declared: its card names the paper"
				   : arena_printf(arena,
					 "declared: the paper's record at %s "
					 "names it",
					 a->claimed_by);
	case TIE_LISTED:
		break;
	}
	return arena_printf(arena, "listed at %s%s", places == NULL ? "?" : places,
	    a->first_answered == 0               ? ""
		: strcmp(a->status, "gone") == 0 ? ""
						 : "; it does not name the paper");
}

static const char *
state_words(struct arena *arena, const struct artifact *a)
{
	const char *words = a->renamed_to != NULL
	    ? arena_printf(arena, "now called %s", a->renamed_to)
	    : a->status == NULL || strcmp(a->status, "found") == 0 ? NULL
								   : a->status;

	if (a->base_model != NULL)
		words = explain_join(
		    arena, words, arena_printf(arena, "made from %s", a->base_model));
	if (a->gated != NULL && strcmp(a->gated, "false") != 0)
		words = explain_join(arena, words, "gated");
	if (a->archived == TRI_TRUE)
		words = explain_join(arena, words, "archived");
	return words;
}

void
explain_artifacts(
    struct arena *arena, const struct work *work, const struct record *record)
{
	for (size_t i = 0; i < record->artifact_count; i++) {
		const struct artifact *a = &record->artifacts[i];
		explain_wrap(arena,
		    arena_printf(arena, "%-9s %-34s %-18s ", a->kind,
			text_for_terminal(arena, a->id.value),
			a->license != NULL ? a->license
					   : license_statuses[a->license_status]),
		    explain_join(
			arena, tie_words(arena, work, a), state_words(arena, a)));
	}
	if (record->artifact_count > 0)
		putchar('\n');
}

/* Where the refused identifier stands with its own work. */
static const char *
right_places(const struct query *query, struct arena *arena, struct identifier id)
{
	for (size_t w = 0; w < works_count(query->works); w++) {
		const struct work *work = works_at(query->works, w);
		for (size_t i = 0; i < work->id_count; i++)
			if (work->ids[i].status == ID_GOOD &&
			    identifier_equal(work->ids[i].id, id))
				return places_of(arena, work, id);
	}
	return NULL;
}

static const struct finding *
mismatch_at(const struct findings *findings, const struct entry *entry)
{
	for (size_t i = 0; i < findings->count; i++) {
		const struct finding *f = &findings->v[i];
		if (strcmp(f->code, "link-title-mismatch") == 0 &&
		    strcmp(f->list, entry->list) == 0 && f->line == entry->line &&
		    f->part == entry->part)
			return f;
	}
	return NULL;
}

static void
print_dismissals(struct arena *arena, const struct work *work, struct identifier id,
    const struct findings *findings)
{
	const char *head = "  not so?  ";

	for (size_t e = 0; e < work->entry_count; e++) {
		const struct entry *entry = work->entries[e];
		const struct finding *f = mismatch_at(findings, entry);
		bool stands = false;
		for (size_t i = 0; i < entry->identifier_count; i++)
			stands |= identifier_equal(entry->identifiers[i].id, id);
		if (f == NULL || !stands)
			continue;
		printf("%s[accept] %s = your reason   in enrich.conf (%s)\n", head,
		    f->key, entry_place(arena, entry));
		head = "           ";
	}
}

static void
print_refused(const struct query *query, struct arena *arena, const struct work *work,
    size_t e, const struct edge *edge, const struct findings *findings)
{
	struct identifier id = edge->identifier->id;
	const struct finding *f = mismatch_at(findings, work->entries[e]);
	const char *right = right_places(query, arena, id);

	printf("why %s was not believed     %s\n", identifier_text(arena, id),
	    places_of(arena, work, id));
	explain_wrap(arena, "  ",
	    arena_printf(arena, "it is \"%s\" (%s)%s%s",
		edge->answered_title == NULL ? "another work" : edge->answered_title,
		edge->answered_by, right == NULL ? "" : ", which stands rightly at ",
		right == NULL ? "" : right));
	for (size_t r = 0; r < edge->opinion.reason_count; r++)
		explain_wrap(arena, "  ", edge->opinion.reasons[r]);
	for (size_t i = 0; i < work->entries[e]->identifier_count; i++) {
		const struct edge *own = &work->edges[e][i];
		if (own->answered && own->opinion.judgement == JUDGE_SAME &&
		    identifier_is_paper(own->identifier->id.kind))
			printf("  witness  %s in the same row has the row's "
			       "title\n",
			    identifier_text(arena, own->identifier->id));
	}
	if (f != NULL && f->repair != NULL)
		explain_wrap(arena, "  repair   ", f->repair);
	print_dismissals(arena, work, id, findings);
	putchar('\n');
}

static bool
is_told(const struct work *work, size_t e, size_t i)
{
	struct identifier id = work->edges[e][i].identifier->id;

	for (size_t d = 0; d <= e; d++)
		for (size_t k = 0; k < (d == e ? i : work->entries[d]->identifier_count);
		     k++)
			if (!opinion_is_accepted(&work->edges[d][k].opinion) &&
			    work->edges[d][k].answered &&
			    identifier_equal(work->edges[d][k].identifier->id, id))
				return true;
	return false;
}

/* Why a link was not believed, with the judge's own reasons. */
void
explain_refused(const struct query *query, struct arena *arena, const struct work *work,
    const struct findings *findings)
{
	for (size_t e = 0; e < work->entry_count; e++)
		for (size_t i = 0; i < work->entries[e]->identifier_count; i++) {
			const struct edge *edge = &work->edges[e][i];
			if (edge->answered && !opinion_is_accepted(&edge->opinion) &&
			    !is_told(work, e, i))
				print_refused(query, arena, work, e, edge, findings);
		}
}
