/*
 * The people of a row and those whom sources name enter; who is left out, nowhere
 * to be found or nobody leaves.
 */
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "findings/inside.h"
#include "judge/judge.h"
#include "model/brief.h"
#include "model/source.h"

#define MOST_SHOWN    20
#define MOST_COMPARED 300

/* The list says that there are more. */
static bool
says_more(struct arena *arena, const struct entry *entry)
{
	const char *text = entry->authors, *folded = text_fold(arena, text);
	size_t length = strlen(folded);

	return strstr(text, "...") != NULL || strstr(text, "\xe2\x80\xa6") != NULL ||
	    strstr(folded, "et al") != NULL ||
	    (length >= 6 && strcmp(folded + length - 6, "others") == 0);
}

/* The source whose people are nearest the list's; NULL: none names any. */
static const struct witness *
nearest_people(
    struct finding_draft *draft, const struct entry *entry, struct judge_people *best)
{
	const struct witness *nearest = NULL;

	for (size_t i = 0; i < draft->input->witness_count; i++) {
		const struct witness *w = &draft->input->witnesses[i];
		const struct claim *claim;
		struct judge_people people;

		if (!witness_is_believed(w) || w->answer.brief.kind != BRIEF_PAPER)
			continue;
		claim = brief_claim(&w->answer.brief, FIELD_AUTHORS);
		if (claim == NULL || claim->author_count == 0 ||
		    claim->author_count > MOST_COMPARED)
			continue;
		judge_people(
		    draft->arena, entry, claim->authors, claim->author_count, &people);
		if (nearest != NULL &&
		    (people.missing > best->missing ||
			(people.missing == best->missing &&
			    people.left_out >= best->left_out)))
			continue;
		nearest = w;
		*best = people;
	}
	return nearest;
}

static const char *
join_names(struct arena *arena, const struct claim *claim)
{
	const char *all = NULL;

	for (size_t i = 0; i < claim->author_count && i < MOST_SHOWN; i++)
		all = all == NULL
		    ? claim->authors[i].literal
		    : arena_printf(arena, "%s, %s", all, claim->authors[i].literal);
	return claim->author_count > MOST_SHOWN ? arena_printf(arena, "%s et al.", all)
						: all;
}

/*
 * A bibliography's record names everybody, or says that there are more; a row of
 * prose may well name the first ones only.
 */
static void
find_end(struct finding_draft *draft, const struct entry *entry,
    const struct judge_people *people, struct finding finding)
{
	bool record = entry->people_count > 0 || entry->type != NULL;

	if (people->left_out == 0 || people->teams || says_more(draft->arena, entry) ||
	    (!record && people->listed < 2))
		return;
	finding.evidence = arena_printf(draft->arena,
	    people->begins
		? "the list names %zu author%s and does not say \"et al.\", %s "
		  "names %zu"
		: "the list names %zu author%s, %s names %zu, among them %s",
	    people->listed, people->listed == 1 ? "" : "s", finding.source, people->told,
	    people->left);
	findings_add(draft, entry, "authors-end-early",
	    record ? FINDING_DECIDE : FINDING_NOTE, finding);
}

/* "Three corrections to Roe, Poe and Coe": the words are the title's. */
static bool
are_of_title(
    struct finding_draft *draft, const struct entry *entry, const struct witness *w)
{
	return entry->authors != NULL && w->answer.brief.title != NULL &&
	    strstr(text_fold(draft->arena, w->answer.brief.title),
		text_fold(draft->arena, entry->authors)) != NULL;
}

void
findings_of_people(struct finding_draft *draft, const struct entry *entry)
{
	const char *placeholder = judge_placeholder(draft->arena, entry);
	struct finding finding = { .field = "authors",
		.given = text_is_blank(entry->authors) ? placeholder : entry->authors };
	struct judge_people people = { 0 };
	const struct witness *nearest;

	if (finding.given == NULL)
		return;
	nearest = nearest_people(draft, entry, &people);
	if (nearest != NULL) {
		finding.source = nearest->source->service->name;
		finding.found = join_names(
		    draft->arena, brief_claim(&nearest->answer.brief, FIELD_AUTHORS));
	}
	if (placeholder != NULL &&
	    (nearest == NULL ? people.listed > 0
			     : people.missing > 0 || people.listed == 0)) {
		finding.evidence = arena_printf(
		    draft->arena, "\"%s\" is nobody's name", placeholder);
		findings_add(draft, entry, "authors-differ", FINDING_DECIDE, finding);
		return;
	}
	if (nearest == NULL || people.listed == 0 || are_of_title(draft, entry, nearest))
		return;
	if (people.missing > 0 && !people.teams) {
		/* Nobody in common is told of the link, where there is one. */
		finding.evidence = people.missing == people.listed
		    ? arena_printf(draft->arena, "%s names nobody whom the list names",
			  finding.source)
		    : arena_printf(draft->arena,
			  "%s does not name %s among its %zu authors", finding.source,
			  people.stranger, people.told);
		findings_add(draft, entry, "authors-differ", FINDING_DECIDE, finding);
	} else if (people.missing == 0) {
		find_end(draft, entry, &people, finding);
	}
}

/* Do the people whom the row names stand at a source, all of them? */
bool
findings_people_agree(struct finding_draft *draft, const struct entry *entry)
{
	struct judge_people people;

	return !text_is_blank(entry->authors) &&
	    nearest_people(draft, entry, &people) != NULL && people.listed > 0 &&
	    people.missing == 0;
}

/* A search found this very title, by nobody whom the row names. */
bool
findings_by_others(struct finding_draft *draft, const struct entry *entry)
{
	struct finding finding = { .field = "authors", .given = entry->authors };

	for (size_t i = 0; i < draft->input->witness_count; i++) {
		const struct witness *w = &draft->input->witnesses[i];
		const struct brief *brief = &w->answer.brief;
		struct judge_people people;
		const struct claim *claim;

		if (w->outcome != OUTCOME_AMBIGUOUS || text_is_blank(entry->authors) ||
		    text_is_blank(brief->title) ||
		    strcmp(text_fold(draft->arena, brief->title),
			text_fold(draft->arena, entry->title)) != 0)
			continue;
		claim = brief_claim(brief, FIELD_AUTHORS);
		if (claim == NULL || claim->author_count > MOST_COMPARED)
			continue;
		judge_people(
		    draft->arena, entry, claim->authors, claim->author_count, &people);
		if (people.told == 0 || people.listed == 0 || people.teams ||
		    people.missing < people.listed)
			continue;
		finding.source = w->source->service->name;
		finding.found = join_names(draft->arena, claim);
		finding.evidence = arena_printf(draft->arena,
		    "%s has a work of this very title, by others", finding.source);
		findings_add(draft, entry, "authors-differ", FINDING_DECIDE, finding);
		return true;
	}
	return false;
}
