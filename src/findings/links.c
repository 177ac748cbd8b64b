/*
 * Entries, their judged links enter; findings about links and
 * labels leave.  One row gives one finding of a code, with all repairs.
 */
#include "findings/inside.h"

#include <string.h>

#include "base/arena.h"
#include "base/text.h"

static const char *
link_url(
    struct arena *arena, const struct entry *entry, const struct entry_identifier *id)
{
	return id->link < entry->link_count ? entry->links[id->link].url
					    : identifier_url(arena, id->id);
}

static const char *
add_text(struct arena *arena, const char *all, const char *one)
{
	if (all == NULL || strstr(all, one) != NULL)
		return all == NULL ? one : all;
	return arena_printf(arena, "%s ; %s", all, one);
}

/* "as in 002:29": where the right link stands already. */
static const char *
stands_at(struct finding_draft *draft, struct identifier id, const struct entry *not_here)
{
	const struct work *work = draft->input->work;

	for (size_t i = 0; i < work->entry_count; i++) {
		if (work->entries[i] == not_here)
			continue;
		for (size_t k = 0; k < work->entries[i]->identifier_count; k++)
			if (identifier_equal(id, work->entries[i]->identifiers[k].id))
				return entry_place(draft->arena, work->entries[i]);
	}
	return NULL;
}

/* The link to write instead: of the same kind, else the best there is. */
static const char *
right_link(struct finding_draft *draft, const struct entry *entry,
    enum identifier_kind kind, const char **place)
{
	const struct record *record = draft->record;
	const struct record_identifier *best = NULL;

	*place = NULL;
	for (size_t i = 0; i < record->id_count; i++) {
		const struct record_identifier *id = &record->ids[i];

		if (!record_id_is_good(id) || id->id.kind == IDENTIFIER_S2_CORPUS ||
		    id->id.kind == IDENTIFIER_S2_PAPER || id->shared)
			continue;
		if (best == NULL || (id->id.kind == kind && best->id.kind != kind))
			best = id;
	}
	if (best == NULL)
		return NULL;
	*place = stands_at(draft, best->id, entry);
	return identifier_url(draft->arena, best->id);
}

static const char *
join_reasons(struct arena *arena, const struct opinion *opinion)
{
	const char *all = NULL;

	for (size_t i = 0; i < opinion->reason_count; i++)
		all = all == NULL
		    ? opinion->reasons[i]
		    : arena_printf(arena, "%s; %s", all, opinion->reasons[i]);
	return all == NULL ? "" : all;
}

/* What another identifier of the same row says for the row's title. */
static const char *
witness_in_row(struct arena *arena, const struct entry *entry, const struct edge *edges)
{
	for (size_t i = 0; i < entry->identifier_count; i++)
		if (edges[i].answered && work_accepts_edge(&edges[i]) &&
		    edges[i].opinion.judgement == JUDGE_SAME &&
		    identifier_is_paper(edges[i].identifier->id.kind))
			return identifier_text(arena, edges[i].identifier->id);
	return NULL;
}

/*
 * The row is about a data set that bears its name and has no other paper: the
 * one beside it may well be the larger work that brought it.
 */
static bool
presents_artifact(
    struct finding_draft *draft, const struct entry *entry, const struct edge *edges)
{
	const char *called = text_is_blank(entry->name) ? entry->title : entry->name;

	for (size_t i = 0;
	     i < entry->identifier_count && !work_edges_have_paper(entry, edges); i++) {
		struct identifier id = entry->identifiers[i].id;
		const char *slash;

		if (id.kind != IDENTIFIER_HF_DATASET)
			continue;
		slash = strchr(id.value, '/');
		if (strcmp(text_fold(draft->arena, slash == NULL ? id.value : slash + 1),
			text_fold(draft->arena, called)) == 0)
			return true;
	}
	return false;
}

static void
find_mismatch(
    struct finding_draft *draft, const struct entry *entry, const struct edge *edges)
{
	struct arena *arena = draft->arena;
	struct finding finding = { .field = "url" };
	const struct edge *first = NULL;
	const char *witness = witness_in_row(arena, entry, edges), *place;

	for (size_t i = 0; i < entry->identifier_count; i++) {
		const struct edge *edge = &edges[i];

		if (edge->identifier->wrong || !edge->answered ||
		    edge->opinion.judgement != JUDGE_DIFFERENT ||
		    work_puts_aside(entry, edge))
			continue;
		finding.given = add_text(
		    arena, finding.given, link_url(arena, entry, edge->identifier));
		if (first == NULL)
			first = edge;
	}
	if (first == NULL)
		return;
	finding.found = first->answered_title;
	finding.source = first->answered_by;
	finding.repair = right_link(draft, entry, first->identifier->id.kind, &place);
	finding.evidence = arena_printf(arena, "the link is \"%s\"; %s%s%s%s%s",
	    first->answered_title == NULL ? "another work" : first->answered_title,
	    join_reasons(arena, &first->opinion),
	    witness == NULL ? "" : "; the row's title is that of ",
	    witness == NULL ? "" : witness,
	    place == NULL ? "" : "; the right link stands at ",
	    place == NULL ? "" : place);
	if (presents_artifact(draft, entry, edges)) {
		finding.evidence = arena_printf(arena,
		    "the paper linked is "
		    "\"%s\": the one that presents it, it seems",
		    first->answered_title == NULL ? "another" : first->answered_title);
		finding.repair = NULL;
		findings_add(draft, entry, "link-title-mismatch", FINDING_NOTE, finding);
		return;
	}
	findings_add(draft, entry, "link-title-mismatch", FINDING_DECIDE, finding);
}

/* A link that may be the row's, and what makes it doubtful. */
static void
find_unclear(
    struct finding_draft *draft, const struct entry *entry, const struct edge *edge)
{
	struct arena *arena = draft->arena;
	const struct opinion *opinion = &edge->opinion;
	struct finding finding = { .field = "url", .source = edge->answered_by };

	finding.given = link_url(arena, entry, edge->identifier);
	finding.found = edge->answered_title;
	finding.evidence = arena_printf(arena,
	    "the link may be another work, \"%s\"; %s%s",
	    edge->answered_title == NULL ? "" : edge->answered_title,
	    join_reasons(arena, opinion),
	    opinion->held ? "; nothing is taken from it" : "");
	findings_add(draft, entry, "link-unclear",
	    opinion->held || opinion->doubt == DOUBT_NAME ? FINDING_DECIDE : FINDING_NOTE,
	    finding);
}

static void
find_other_authors(
    struct finding_draft *draft, const struct entry *entry, const struct edge *edge)
{
	struct finding finding = {
		.field = "authors", .given = entry->authors, .source = edge->answered_by
	};

	if (edge->identifier->from == NULL)
		finding.found = identifier_text(draft->arena, edge->identifier->id);
	finding.evidence = arena_printf(draft->arena,
	    "%s names nobody whom the list names: one of them is wrong, or the link is",
	    edge->answered_by == NULL ? "the source" : edge->answered_by);
	findings_add(draft, entry, "authors-differ", FINDING_DECIDE, finding);
}

static void
find_doubts(
    struct finding_draft *draft, const struct entry *entry, const struct edge *edges)
{
	bool by_others = false, unclear = false;

	for (size_t i = 0; i < entry->identifier_count; i++) {
		const struct edge *edge = &edges[i];

		if (edge->identifier->wrong || !edge->answered ||
		    edge->opinion.judgement != JUDGE_UNCLEAR ||
		    work_puts_aside(entry, edge))
			continue;
		/* A row's badge mostly says what its link says. */
		if (edge->opinion.doubt == DOUBT_AUTHORS && !by_others) {
			find_other_authors(draft, entry, edge);
			by_others = true;
		} else if (edge->opinion.doubt != DOUBT_AUTHORS &&
		    edge->opinion.doubt != DOUBT_NONE && !unclear) {
			find_unclear(draft, entry, edge);
			unclear = true;
		}
	}
}

static void
find_placeholder(struct finding_draft *draft, const struct entry *entry)
{
	struct finding finding = { .field = "id" };

	for (size_t i = 0; i < entry->identifier_count; i++)
		if (entry->identifiers[i].wrong)
			finding.given = add_text(draft->arena, finding.given,
			    identifier_text(draft->arena, entry->identifiers[i].id));
	if (finding.given == NULL)
		return;
	finding.evidence = "a template's identifier was left standing: "
			   "the badge counts another work";
	finding.repair = "remove the badge, or write the work's own identifier";
	/* Which of the two, nobody knows but the curator. */
	findings_add(draft, entry, "placeholder-id", FINDING_DECIDE, finding);
}

/* Nobody was asked, and two titles cannot both be what it names. */
static void
find_shared(struct finding_draft *draft, const struct entry *entry)
{
	struct finding finding = { .field = "id" };

	for (size_t i = 0; i < draft->record->id_count; i++) {
		const struct record_identifier *id = &draft->record->ids[i];

		if (id->status != ID_UNCHECKED || !id->shared)
			continue;
		for (size_t k = 0; k < entry->identifier_count; k++)
			if (identifier_equal(entry->identifiers[k].id, id->id))
				finding.given = add_text(draft->arena, finding.given,
				    identifier_text(draft->arena, id->id));
	}
	if (finding.given == NULL)
		return;
	finding.evidence = "another row with another title has this identifier, and "
			   "nobody has been asked which of them is right";
	findings_add(draft, entry, "identifier-shared", FINDING_DECIDE, finding);
}

void
findings_of_links(
    struct finding_draft *draft, const struct entry *entry, const struct edge *edges)
{
	find_mismatch(draft, entry, edges);
	find_doubts(draft, entry, edges);
	find_placeholder(draft, entry);
	find_shared(draft, entry);
	findings_of_label(draft, entry);
}
