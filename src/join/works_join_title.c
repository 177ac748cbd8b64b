/*
 * Entries with the same long title enter, in the sets that identifiers made;
 * sets join when nothing they say contradicts it.
 */
#include "join/inside.h"

#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "model/date.h"
#include "model/work_ids.h"

/* Years that titles alone join over: a preprint and its article. */
#define MOST_YEARS 1
/* Days before and after an arXiv number's month in which a list may state a month. */
#define MOST_BEFORE 92
#define MOST_AFTER  366
/* Entries of one title that are looked at. */
#define MOST_SETS 32

/* Kinds of which one version of a work has one. */
static const enum identifier_kind single[] = { IDENTIFIER_DOI, IDENTIFIER_ARXIV,
	IDENTIFIER_ACL, IDENTIFIER_PMID, IDENTIFIER_PMCID };
#define SINGLES (sizeof single / sizeof *single)

/* What a set of entries says that could contradict another set. */
struct said {
	const char **keys[SINGLES];
	size_t counts[SINGLES];
	int first, last; /* years; 0: none */
	bool linked;
	int64_t month;    /* a day of a month that is stated … */
	int64_t numbered; /* … and of that of an arXiv number; 0: none */
};

static bool
has_key(const struct said *said, size_t kind, const char *key)
{
	for (size_t i = 0; i < said->counts[kind]; i++)
		if (strcmp(said->keys[kind][i], key) == 0)
			return true;
	return false;
}

static void
add_key(struct works *works, struct said *said, struct identifier id)
{
	/* 10.48550/arXiv.X speaks for the arXiv id. */
	const char *key = work_join_key(works->scratch, id);
	size_t kind = SINGLES;
	char month[8];
	int64_t last;

	if (id.kind == IDENTIFIER_DOI && strncmp(key, "doi:", 4) == 0 &&
	    preprint_has_doi(id.value))
		return;
	for (size_t i = 0; i < SINGLES; i++)
		if (strncmp(key, identifier_prefix(single[i]),
			strlen(identifier_prefix(single[i]))) == 0 &&
		    key[strlen(identifier_prefix(single[i]))] == ':')
			kind = i;
	if (kind == SINGLES || has_key(said, kind, key))
		return;
	said->linked = true;
	if (id.kind == IDENTIFIER_ARXIV && date_of_arxiv(id.value, month))
		date_days(month, &said->numbered, &last);
	said->keys[kind] = arena_push(works->scratch, said->keys[kind],
	    said->counts[kind], sizeof *said->keys[kind]);
	said->keys[kind][said->counts[kind]++] = key;
}

static void
add_entry(struct works *works, struct said *said, const struct slot *slot)
{
	int year = date_first_year(slot->entry->date);
	int64_t last;

	if (year > 0 && strlen(slot->entry->date) > strlen("2026"))
		date_days(slot->entry->date, &said->month, &last);
	if (year > 0) {
		said->first = said->first == 0 || year < said->first ? year : said->first;
		said->last = year > said->last ? year : said->last;
	}
	for (size_t i = 0; i < slot->entry->identifier_count; i++) {
		const struct edge *edge = &slot->edges[i];

		if (!work_accepts_edge(edge) || edge->nowhere)
			continue;
		add_key(works, said, edge->identifier->id);
		for (size_t k = 0; k < edge->learned_count; k++)
			add_key(works, said, edge->learned[k]);
	}
}

/* A row that links nothing has its title and its month to go by. */
static bool
is_of_another_month(const struct said *a, const struct said *b)
{
	return !a->linked && a->month != 0 && b->numbered != 0 &&
	    (a->month - b->numbered > MOST_AFTER || b->numbered - a->month > MOST_BEFORE);
}

/* All entries of the sets in the group; the others of a set count too. */
static bool
contradict(const struct said *a, const struct said *b)
{
	for (size_t kind = 0; kind < SINGLES; kind++) {
		bool common = false;

		if (a->counts[kind] == 0 || b->counts[kind] == 0)
			continue;
		for (size_t i = 0; i < a->counts[kind]; i++)
			common |= has_key(b, kind, a->keys[kind][i]);
		if (!common)
			return true;
	}
	if (is_of_another_month(a, b) || is_of_another_month(b, a))
		return true;
	if (a->first == 0 || b->first == 0)
		return false;
	return a->first - b->last > MOST_YEARS || b->first - a->last > MOST_YEARS;
}

/* Two cells of one row may share the row's words. */
static bool
same_row(const struct entry *a, const struct entry *b)
{
	return a->line == b->line && strcmp(a->list, b->list) == 0;
}

static void
join_by_title(struct works *works, const struct meeting *group, size_t count)
{
	struct said *said = arena_alloc(works->scratch, count * sizeof *said);

	if (count > MOST_SETS)
		count = MOST_SETS;
	for (size_t i = 0; i < count; i++)
		add_entry(works, &said[i], &works->v[group[i].slot]);
	/* Sets already joined speak with one voice. */
	for (size_t i = 0; i < count; i++)
		for (size_t k = 0; k < i; k++) {
			size_t a = union_root(works, group[i].slot);
			size_t b = union_root(works, group[k].slot);
			const struct entry *x = works->v[group[i].slot].entry;
			const struct entry *y = works->v[group[k].slot].entry;
			bool against;

			if (a == b)
				continue;
			against = same_row(x, y) ||
			    works_title_other_names(works->scratch, x, y) ||
			    works_title_other_authors(works->scratch, x, y);
			for (size_t m = 0; m < count && !against; m++)
				for (size_t n = 0; n < count && !against; n++)
					against = union_root(works, group[m].slot) == a &&
					    union_root(works, group[n].slot) == b &&
					    contradict(&said[m], &said[n]);
			if (!against)
				union_unite(works, a, b);
		}
}

/* What it links goes on where its title ends, "… II": the list may have cut it. */
static bool
may_be_cut(struct works *works, const struct slot *slot)
{
	const char *title = text_fold(works->scratch, slot->entry->title);
	size_t length = strlen(title);

	for (size_t i = 0; i < slot->entry->identifier_count; i++) {
		const struct edge *edge = &slot->edges[i];
		const char *other;

		if (!edge->opinion.held || edge->answered_title == NULL)
			continue;
		other = text_fold(works->scratch, edge->answered_title);
		if (strncmp(other, title, length) == 0 && other[length] == ' ')
			return true;
	}
	return false;
}

void
works_join_titles(struct works *works)
{
	struct meetings titles = { 0 };

	for (size_t i = 0; i < works->count; i++) {
		const char *key = works_title_key(works->scratch, works->v[i].entry);

		if (key != NULL && !may_be_cut(works, &works->v[i]))
			works_meet_add(works, &titles, key, i, false);
		union_rest_at(works, i);
	}
	works_meet_join(works, &titles, join_by_title);
}
