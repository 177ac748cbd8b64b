/*
 * What lists, sources and overrides said of one work enters; a table leaves:
 * for each field the word that won, who says the same, who something else.
 */
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/clock.h"
#include "base/text.h"
#include "explain/inside.h"

enum { VALUE = 42, WHO = 22, MOST_ALIKE = 40 };

struct shown {
	enum field field;
	const char *label;
	const char *finding; /* what its findings call it; NULL */
	bool papers_only;
};

static const struct shown shown[] = {
	{ FIELD_TITLE, "title", NULL, false },
	{ FIELD_AUTHORS, "authors", NULL, true },
	{ FIELD_VENUE, "venue", "venue", true },
	{ FIELD_ISSUED, "issued", "date", false },
	{ FIELD_CITED_BY_COUNT, "citations", NULL, true },
	{ FIELD_LICENSE, "licence", "license", false },
	{ FIELD_INSTITUTE, "institute", NULL, false },
	{ FIELD_BASE_MODEL, "base model", NULL, false },
};

/* Claims that say the same thing. */
struct group {
	const struct weighed_claim *first;
	const char *sources, *places;
	bool chosen;
};

static void
add_who(struct arena *arena, struct group *group, const struct weighed_claim *claim)
{
	if (claim->place != NULL)
		group->places = explain_join(arena, group->places, claim->place);
	else
		group->sources = explain_join(arena, group->sources, claim->source);
}

static size_t
group_claims(struct arena *arena, const struct weighed_claim *claims, size_t count,
    struct group *groups)
{
	size_t found = 0;

	for (size_t c = 0; c < count; c++) {
		const char *folded = text_fold(arena, claims[c].value);
		size_t g = 0;

		while (g < found &&
		    strcmp(text_fold(arena, groups[g].first->value), folded) != 0)
			g++;
		if (g == MOST_ALIKE)
			continue;
		if (g == found)
			groups[found++] = (struct group){ &claims[c], NULL, NULL, false };
		if (claims[c].chosen) {
			groups[g].chosen = true;
			groups[g].first = &claims[c];
		} else {
			add_who(arena, &groups[g], &claims[c]);
		}
	}
	return found;
}

/* "arxiv, list 000:30, 001:8" */
static const char *
who_words(struct arena *arena, const struct group *group)
{
	return explain_join(arena, group->sources,
	    group->places == NULL ? NULL : arena_printf(arena, "list %s", group->places));
}

/* Value, who, when, why; columns stay straight for wide characters. */
static void
print_line(struct arena *arena, const char *label, const char *value, const char *who,
    int64_t at, const char *why)
{
	const char *cut = text_shorten(arena, text_for_terminal(arena, value), VALUE);

	printf("%-10s %s%*s %-*s %-10s  %s\n", label, cut, (int)(VALUE - text_width(cut)),
	    "", WHO, who, at == 0 ? "" : clock_date_text(arena, at), why);
}

static const char *
finding_of(const struct findings *findings, const char *field, const char *given)
{
	for (size_t i = 0; field != NULL && i < findings->count; i++) {
		const struct finding *f = &findings->v[i];
		if (f->field != NULL && strcmp(f->field, field) == 0 &&
		    f->given != NULL && strcmp(f->given, given) == 0)
			return f->key;
	}
	return NULL;
}

static void
print_other(struct arena *arena, const struct shown *field, const struct group *group,
    const struct findings *findings)
{
	const struct weighed_claim *claim = group->first;
	const char *key = finding_of(findings, field->finding, claim->value);
	const char *why = claim->why == NULL ? "" : claim->why;

	print_line(arena, "", arena_printf(arena, "  not: %s", claim->value),
	    who_words(arena, group), claim->retrieved_at,
	    key == NULL ? why : arena_printf(arena, "%s; finding %s", why, key));
}

/* What the record says, where that is more than the claim's own words. */
static const char *
decided_value(
    struct arena *arena, const struct record *record, const struct weighed_claim *claim)
{
	if (claim->field != FIELD_LICENSE)
		return claim->value;
	if (record->license != NULL)
		return record->license;
	if (record->license_status == LICENSE_NONE)
		return "null: there is none";
	return arena_printf(arena, "null, %s: %s",
	    license_statuses[record->license_status], claim->value);
}

static const char *
why_words(
    struct arena *arena, const struct record *record, const struct weighed_claim *claim)
{
	const char *why = claim->why == NULL ? "" : claim->why;

	/* An arXiv licence is never the article's. */
	if (claim->field != FIELD_LICENSE || record->license_of == NULL ||
	    strcmp(record->license_of, "preprint") != 0 || record->stage == NULL ||
	    strcmp(record->stage, "published") != 0)
		return why;
	return arena_printf(arena, "%s; not the article's", why);
}

static void
print_silence(const struct shown *field, const struct record *record)
{
	if (strcmp(record->kind, "webpage") == 0)
		return;
	if (field->field == FIELD_LICENSE)
		printf("%-10s null, %s\n", field->label,
		    license_statuses[record->license_status]);
	else if (strcmp(record->kind, "paper") == 0 && field->papers_only)
		printf("%-10s null: nobody says\n", field->label);
}

static void
print_field(struct arena *arena, const struct shown *field,
    const struct merge_input *input, const struct record *record,
    const struct findings *findings)
{
	struct group groups[MOST_ALIKE + 1];
	struct weighed_claim *claims;
	size_t count = merge_claims(arena, input, field->field, &claims);
	size_t found = group_claims(arena, claims, count, groups), winner = 0;

	while (winner < found && !groups[winner].chosen)
		winner++;
	if (winner == found) {
		print_silence(field, record);
	} else {
		const struct weighed_claim *claim = groups[winner].first;
		const char *also = who_words(arena, &groups[winner]);
		print_line(arena, field->label, decided_value(arena, record, claim),
		    claim->place != NULL ? arena_printf(arena, "list %s", claim->place)
					 : claim->source,
		    claim->retrieved_at, why_words(arena, record, claim));
		if (also != NULL)
			explain_wrap(arena, "             so say ", also);
	}
	for (size_t g = 0; g < found; g++)
		if (!groups[g].chosen)
			print_other(arena, field, &groups[g], findings);
}

void
explain_fields(struct arena *arena, const struct merge_input *input,
    const struct record *record, const struct findings *findings)
{
	printf("%-10s %-*s %-*s %-10s  %s\n", "field", VALUE, "value", WHO, "who",
	    "asked", "why this one");
	for (size_t f = 0; f < sizeof shown / sizeof shown[0]; f++)
		print_field(arena, &shown[f], input, record, findings);
	if (record->first_public != NULL)
		printf("%-10s %s\n", "public",
		    arena_printf(arena, "since %s", record->first_public));
	putchar('\n');
}
