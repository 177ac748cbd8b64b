/* One record enters, its part in the totals and tiles is added. */
#include <string.h>

#include "base/text.h"
#include "release/facts/facts.h"
#include "release/tally/tally.h"

static bool
given_somewhere(const struct record *r, size_t which)
{
	for (size_t i = 0; i < r->mention_count; i++) {
		const struct entry *e = r->mentions[i];

		if ((which == 0 && !text_is_blank(e->authors)) ||
		    (which == 1 && facts_is_venue(e->venue)) ||
		    (which == 2 && !text_is_blank(e->license)))
			return true;
	}
	return false;
}

static void
add_row(struct totals_row *row, const struct record *r)
{
	row->works++;
	row->authors_before += given_somewhere(r, 0);
	row->authors_after += r->author_count > 0;
	row->venue_before += given_somewhere(r, 1);
	row->venue_after += r->container_title != NULL;
	row->citations_after += r->cited_by_count >= 0;
	row->license_before += given_somewhere(r, 2);
	row->license_after += r->license != NULL;
}

void
tally_totals(struct totals *totals, const struct record *r)
{
	totals->works++;
	totals->entries += r->mention_count;
	totals->conflicts += r->conflict_count;
	switch (r->scope) {
	case SCOPE_IN:
		totals->works_in++;
		break;
	case SCOPE_UNDATED:
		totals->works_undated++;
		break;
	case SCOPE_OLDER:
		totals->works_older++;
		return;
	}
	if (r->outcome_count == 0)
		totals->websites++;
	if (facts_is_paper(r))
		add_row(&totals->papers, r);
	else if (strcmp(r->kind, "webpage") != 0)
		add_row(&totals->artifacts, r);
}

void
tally_tiles(struct tiles *tiles, const struct record *r)
{
	enum outcome outcome;

	if (!facts_in_scope(r))
		return;
	tiles->works++;
	tiles->gone += facts_gone(r);
	if (facts_is_paper(r)) {
		tiles->papers++;
		tiles->venue += r->container_title != NULL;
	}
	if (facts_outcome(r, &outcome)) {
		tiles->sourced++;
		tiles->found += outcome == OUTCOME_FOUND;
		tiles->license += r->license != NULL;
	}
}

size_t
tally_bin(int64_t count)
{
	static const int64_t first[TALLY_BINS] = { 0, 1, 3, 10, 30, 100, 300, 1000,
		3000 };
	size_t bin = TALLY_BINS - 1;

	while (bin > 0 && count < first[bin])
		bin--;
	return bin;
}
