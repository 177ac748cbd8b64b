/*
 * Entries and --since enter; whether they are asked about leaves.  The list's
 * date counts first, then the month of its arXiv id, then a source's date.
 */
#include "join/join.h"
#include "model/date.h"
#include "model/work_ids.h"

static enum scope
scope_of_date(const char *date, int64_t since)
{
	int64_t first, last;

	if (!date_days(date, &first, &last))
		return SCOPE_UNDATED;
	return last >= since ? SCOPE_IN : SCOPE_OLDER;
}

/* edges NULL: nobody was asked yet, every identifier counts. */
static enum scope
scope_of_entry(const struct entry *entry, const struct edge *edges, int64_t since)
{
	enum scope scope = scope_of_date(entry->date, since), best;
	char month[8];

	if (scope != SCOPE_UNDATED)
		return scope;
	best = SCOPE_UNDATED;
	for (size_t i = 0; i < entry->identifier_count; i++) {
		const struct entry_identifier *id = &entry->identifiers[i];

		if (id->wrong || id->id.kind != IDENTIFIER_ARXIV ||
		    (edges != NULL && !work_accepts_edge(&edges[i])) ||
		    !date_of_arxiv(id->id.value, month))
			continue;
		scope = scope_of_date(month, since);
		if (scope == SCOPE_IN)
			return SCOPE_IN;
		if (scope == SCOPE_OLDER)
			best = SCOPE_OLDER;
	}
	return best;
}

enum scope
join_scope(const struct work *work, const char *since, const char *source_date)
{
	int64_t first, last;
	bool older = false;
	enum scope scope;

	if (!date_days(since, &first, &last))
		return SCOPE_IN;
	for (size_t i = 0; i < work->entry_count; i++) {
		scope = scope_of_entry(
		    work->entries[i], work->edges == NULL ? NULL : work->edges[i], first);
		if (scope == SCOPE_IN)
			return SCOPE_IN;
		older |= scope == SCOPE_OLDER;
	}
	if (older)
		return SCOPE_OLDER;
	/* Nothing in the lists: what a source says, or the arXiv id learned. */
	for (size_t i = 0; i < work->id_count && source_date == NULL; i++) {
		char month[8];

		if (work->ids[i].id.kind == IDENTIFIER_ARXIV &&
		    work->ids[i].status == ID_GOOD &&
		    date_of_arxiv(work->ids[i].id.value, month))
			return scope_of_date(month, first);
	}
	return scope_of_date(source_date, first);
}
