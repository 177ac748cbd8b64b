/*
 * Candidates of one field enter; what contradicts the chosen one leaves.
 * Only sources that can be believed contradict, and only in substance:
 * spellings of one venue, a preprint's day and its journal's are none.
 */
#include "merge/inside.h"

#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "model/source.h"

#define LEAST_CONFIDENCE 0.7

static const char *
family_of(struct arena *arena, const struct candidate *c)
{
	const struct author *first = &c->authors[0];
	const char *name = first->family, *blank;

	if (name == NULL) {
		name = text_squeeze(arena, first->literal);
		blank = strchr(name, ',');
		if (blank != NULL)
			name = arena_text_n(arena, name, (size_t)(blank - name));
		else if (strrchr(name, ' ') != NULL)
			name = strrchr(name, ' ') + 1;
	}
	return text_fold(arena, name);
}

/* Family names may be cut elsewhere: "Hedt-Gauthier", "Gauthier". */
static bool
same_first_author(
    struct arena *arena, const struct candidate *a, const struct candidate *b)
{
	const char *x, *y;

	if (a->author_count == 0 || b->author_count == 0)
		return true;
	x = family_of(arena, a);
	y = family_of(arena, b);
	return strstr(x, y) != NULL || strstr(y, x) != NULL ||
	    strstr(text_fold(arena, b->authors[0].literal), x) != NULL;
}

static bool
is_of_preprint(const struct candidate *c)
{
	return c->by != NULL && witness_source_issues(c->by, IDENTIFIER_ARXIV);
}

static bool
agree(struct arena *arena, enum field field, const struct candidate *a,
    const struct candidate *b)
{
	if (field == FIELD_AUTHORS)
		return same_first_author(arena, a, b);
	if (text_is_blank(a->value) || text_is_blank(b->value))
		return true;
	switch ((int)field) {
	case FIELD_VENUE:
		return venue_agrees(arena, a->value, b->value);
	case FIELD_ISSUED: {
		int64_t first_a, last_a, first_b, last_b;

		/* The preprint's day against the article's. */
		if (is_of_preprint(a) != is_of_preprint(b))
			return true;
		if (!date_days(a->value, &first_a, &last_a) ||
		    !date_days(b->value, &first_b, &last_b))
			return true;
		return date_first_year(a->value) == date_first_year(b->value);
	}
	case FIELD_TITLE:
	case FIELD_PUBLISHER:
		return strcmp(text_fold(arena, a->value), text_fold(arena, b->value)) ==
		    0;
	default:
		return strcmp(a->value, b->value) == 0;
	}
}

void
merge_add_conflict(
    struct arena *arena, struct record_draft *draft, const struct conflict *conflict)
{
	struct record *record = draft->record;

	draft->conflicts = arena_push(
	    arena, draft->conflicts, record->conflict_count, sizeof *draft->conflicts);
	draft->conflicts[record->conflict_count++] = *conflict;
	record->conflicts = draft->conflicts;
}

static const char *
shown(struct arena *arena, enum field field, const struct candidate *c)
{
	return field == FIELD_AUTHORS
	    ? claims_authors_text(arena, c->authors, c->author_count)
	    : c->value;
}

/* The list's people are replaced by others: its word is kept beside theirs. */
static bool
names_others(
    enum field field, const struct candidate *chosen, const struct candidate *other)
{
	return field == FIELD_AUTHORS && chosen->by_others &&
	    strcmp(other->source, "list") == 0;
}

void
merge_add_conflicts(struct arena *arena, enum field field, const struct candidates *all,
    struct record_draft *draft)
{
	static const enum field compared[] = { FIELD_TITLE, FIELD_AUTHORS, FIELD_VENUE,
		FIELD_ISSUED, FIELD_PUBLISHER };
	const struct candidate *chosen = &all->v[0];
	bool wanted = false;

	for (size_t i = 0; i < sizeof compared / sizeof *compared; i++)
		wanted |= compared[i] == field;
	if (!wanted || (chosen->confidence < LEAST_CONFIDENCE && !chosen->by_others))
		return;
	for (size_t i = 1; i < all->count; i++) {
		const struct candidate *other = &all->v[i];
		bool told = false;

		if ((other->confidence < LEAST_CONFIDENCE &&
			!names_others(field, chosen, other)) ||
		    strcmp(other->source, chosen->source) == 0 ||
		    agree(arena, field, chosen, other))
			continue;
		/* One line for what several sources say alike. */
		for (size_t k = 1; k < i; k++)
			told |= all->v[k].confidence >= LEAST_CONFIDENCE &&
			    !agree(arena, field, chosen, &all->v[k]) &&
			    strcmp(all->v[k].source, other->source) == 0;
		if (told)
			continue;
		merge_add_conflict(arena, draft,
		    &(struct conflict){ .field = claim_field_name(field),
			.chosen_source = chosen->source,
			.chosen_value = shown(arena, field, chosen),
			.other_source = other->source,
			.other_value = shown(arena, field, other),
			.rule = chosen->why });
	}
}
