/*
 * An entry and what a search for its title found enter; whether it is that
 * work leaves.
 */
#include "judge/judge.h"

#include "base/arena.h"
#include "base/text.h"
#include "judge/link/field.h"
#include "judge/link/link.h"
#include "judge/reasons.h"
#include "model/brief.h"
#include "model/entry.h"

static const char *
id_of(const struct brief *brief, enum identifier_kind kind)
{
	for (size_t i = 0; i < brief->id_count; i++)
		if (brief->ids[i].kind == kind)
			return brief->ids[i].value;
	return NULL;
}

static bool
is_two_sided(struct arena *arena, const struct entry *entry, const struct brief *brief,
    const struct judge_field *field)
{
	struct title wanted, found;
	struct difference difference;
	const char *title = entry->title;

	if (entry->name != NULL && !text_starts_nocase(title, entry->name))
		title = arena_printf(arena, "%s: %s", entry->name, title);
	title_read(arena, title, &wanted);
	title_read(arena, brief->title, &found);
	differ_titles(field, &wanted.whole, &found.whole, &difference);
	return difference.two_sided >= TWO_SIDED;
}

/* Another row has this identifier and this title, and no day near this row's. */
static bool
is_others(struct arena *arena, const struct entry *entry, const struct brief *brief,
    const struct judge_field *field)
{
	enum dates dates = dates_compare(
	    field_date(field, entry->date), brief, (struct identifier){ 0 });
	bool taken = false;

	for (size_t i = 0; i < brief->id_count; i++)
		taken |= field_has(field, arena, brief->ids[i], entry->title);
	return taken && (dates == DATES_AGAINST || dates == DATES_YEARS);
}

struct opinion
judge_title(struct arena *arena, const struct entry *entry, const struct brief *brief,
    const struct judge_field *field)
{
	const struct claim *authors = brief_claim(brief, FIELD_AUTHORS);
	const struct description wanted = {
		.title = entry->title,
		.name = entry->name,
		.year = dates_year(field_date(field, entry->date)),
		.venue = entry->venue,
		.claims_authors_text = entry->authors,
	}, found = {
		.title = brief->title,
		.year = brief->year,
		.venue = brief_text(brief, FIELD_VENUE),
		.authors = authors == NULL ? NULL : authors->authors,
		.author_count = authors == NULL ? 0 : authors->author_count,
		.doi = id_of(brief, IDENTIFIER_DOI),
		.arxiv = id_of(brief, IDENTIFIER_ARXIV),
		.type = brief_text(brief, FIELD_TYPE),
	};

	struct opinion opinion = judge_pair(arena, &wanted, &found);

	bool others = opinion.judgement == JUDGE_SAME &&
	    is_others(arena, entry, brief, field);

	/* Nothing but the title speaks for it. */
	if (opinion.judgement == JUDGE_SAME &&
	    (others || is_two_sided(arena, entry, brief, field))) {
		struct verdict_draft draft = { .arena = arena };

		for (size_t i = 0; i < opinion.reason_count; i++)
			reasons_add(&draft, "%s", opinion.reasons[i]);
		reasons_add(&draft, "%s",
		    others ? "another row has it, and this one's date is another"
			   : "each title has rare words that the other lacks");
		opinion = reasons_close(&draft, JUDGE_UNCLEAR);
		opinion.held = true;
	}
	return opinion;
}
