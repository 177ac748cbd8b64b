/*
 * Candidates enter, best first; chosen fields, where they come from and what
 * contradicts them leave.
 */
#include "merge/inside.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "model/record_table.h"
#include "model/source.h"

void
merge_add_provenance(struct arena *arena, struct record_draft *draft, const char *field,
    const struct candidate *chosen)
{
	struct record *record = draft->record;

	draft->provenance = arena_push(arena, draft->provenance, record->provenance_count,
	    sizeof *draft->provenance);
	draft->provenance[record->provenance_count++] =
	    (struct provenance){ .field = field,
		    .source = chosen->source,
		    .method = chosen->method,
		    .confidence = chosen->confidence,
		    .retrieved_at = chosen->retrieved_at,
		    .first_answered = chosen->since };
	record->provenance = draft->provenance;
}

/*
 * Online late in a year and printed in the next: who registers it names both days, and
 * another source, or the list, in which year it is cited.
 */
static void
prefer_printed(struct arena *arena, const struct merge_input *input,
    const struct nature *nature, struct candidates *all)
{
	struct candidates printed;
	int year;

	claims_collect(arena, input, nature, FIELD_PRINTED, &printed);
	year = printed.count == 0 ? 0 : date_first_year(printed.v[0].value);
	if (year == 0 || all->count == 0 || year == date_first_year(all->v[0].value) ||
	    strcmp(all->v[0].source, printed.v[0].source) != 0)
		return;
	for (size_t i = 1; i < all->count; i++)
		if (strcmp(all->v[i].source, printed.v[0].source) != 0 &&
		    date_first_year(all->v[i].value) == year)
			all->v[0].value = printed.v[0].value;
}

/* The best text of a field, with its provenance under the record's name. */
static const char *
choose(struct arena *arena, const struct merge_input *input, const struct nature *nature,
    enum field field, const char *name, struct record_draft *draft)
{
	struct candidates all;

	claims_collect(arena, input, nature, field, &all);
	if (field == FIELD_ISSUED)
		prefer_printed(arena, input, nature, &all);
	for (size_t i = 0; i < all.count; i++) {
		if (text_is_blank(all.v[i].value))
			continue;
		merge_add_provenance(arena, draft, name, &all.v[i]);
		merge_add_conflicts(arena, field, &all, draft);
		return all.v[i].value;
	}
	return NULL;
}

static void
choose_authors(struct arena *arena, const struct merge_input *input,
    const struct nature *nature, struct record_draft *draft)
{
	struct candidates all;

	claims_collect(arena, input, nature, FIELD_AUTHORS, &all);
	for (size_t i = 0; i < all.count; i++) {
		if (all.v[i].author_count == 0)
			continue;
		draft->record->authors = all.v[i].authors;
		draft->record->authors_more = all.v[i].authors_more;
		draft->record->author_count = all.v[i].author_count;
		merge_add_provenance(arena, draft, "authors", &all.v[i]);
		merge_add_conflicts(arena, FIELD_AUTHORS, &all, draft);
		return;
	}
}

static void
choose_venue(struct arena *arena, const struct merge_input *input,
    const struct nature *nature, struct record_draft *draft)
{
	struct candidates all, real = { 0 };
	struct venue venue;

	claims_collect(arena, input, nature, FIELD_VENUE, &all);
	for (size_t i = 0; i < all.count; i++) {
		venue = venue_read(arena, all.v[i].value);
		if (text_is_blank(all.v[i].value) ||
		    (!venue_is_real(&venue) && all.v[i].rank > 0))
			continue;
		real.v = arena_push(arena, real.v, real.count, sizeof *real.v);
		real.v[real.count++] = all.v[i];
	}
	if (real.count == 0 || !nature->published)
		return;
	draft->record->container_title = real.v[0].value;
	venue = venue_read(arena, real.v[0].value);
	draft->record->venue_key = venue.key;
	draft->record->venue_name = venue.name != NULL ? venue.name : real.v[0].value;
	merge_add_provenance(arena, draft, "container_title", &real.v[0]);
	merge_add_conflicts(arena, FIELD_VENUE, &real, draft);
}

struct earliest {
	struct candidate candidate;
	int64_t last_day, first_day;
};

static void
try_date(struct earliest *best, const struct candidate *candidate)
{
	int64_t first, last;

	if (!date_days(candidate->value, &first, &last))
		return;
	/* A bare year that holds the day known says nothing new. */
	if (best->candidate.value == NULL || last < best->last_day ||
	    (last == best->last_day && first > best->first_day))
		*best = (struct earliest){ *candidate, last, first };
}

static void
choose_first_public(struct arena *arena, const struct merge_input *input,
    const struct nature *nature, struct record_draft *draft)
{
	static const enum field fields[] = { FIELD_FIRST_PUBLIC, FIELD_ISSUED };
	struct earliest best = { .candidate = { .value = NULL } };
	const struct override *o = claims_override(input, "first_public");
	struct candidates all;
	char month[8];

	for (size_t f = 0; f < 2; f++) {
		claims_collect(arena, input, nature, fields[f], &all);
		for (size_t i = 0; i < all.count; i++)
			if (strcmp(all.v[i].source, "list") != 0)
				try_date(&best, &all.v[i]);
	}
	for (size_t i = 0; i < draft->record->id_count; i++) {
		struct candidate rule = {
			.source = "rule", .method = "rule", .confidence = 1.0
		};

		if (draft->record->ids[i].id.kind != IDENTIFIER_ARXIV ||
		    !record_id_is_good(&draft->record->ids[i]) ||
		    !date_of_arxiv(draft->record->ids[i].id.value, month))
			continue;
		rule.value = arena_text(arena, month);
		try_date(&best, &rule);
	}
	if (o != NULL && !text_is_blank(o->value))
		best.candidate = (struct candidate){ .value = o->value,
			.source = "override",
			.method = "override",
			.confidence = 1.0 };
	if (best.candidate.value == NULL)
		return;
	draft->record->first_public = best.candidate.value;
	merge_add_provenance(arena, draft, "first_public", &best.candidate);
}

static void
choose_type(struct arena *arena, const struct merge_input *input,
    const struct nature *nature, struct record_draft *draft)
{
	struct venue venue = venue_read(arena, draft->record->container_title);
	struct candidates all;

	/* A venue nobody knows is taken for a journal. */
	if (draft->record->container_title != NULL && venue.name == NULL)
		venue.name = draft->record->container_title;
	claims_collect(arena, input, nature, FIELD_TYPE, &all);
	draft->record->type = stage_type(
	    input->work, nature, &venue, all.count > 0 ? all.v[0].value : NULL);
	if (all.count > 0 && strcmp(all.v[0].source, "override") == 0)
		draft->record->type = all.v[0].value;
	if (all.count > 0 && strcmp(draft->record->type, all.v[0].value) == 0)
		merge_add_provenance(arena, draft, "type", &all.v[0]);
}

static enum tri
read_flag(const char *text)
{
	if (text == NULL)
		return TRI_UNKNOWN;
	return strcmp(text, "true") == 0 ? TRI_TRUE : TRI_FALSE;
}

/* What the best of those who claim it says, and no more to it. */
static void
choose_plain(struct arena *arena, const struct merge_input *input,
    const struct nature *nature, struct record_draft *draft)
{
	for (size_t i = 0; i < record_shape.count; i++) {
		const struct member *member = &record_shape.members[i];
		void *place = (char *)draft->record + member->place;
		const char *best;

		if (!member->plain)
			continue;
		best = choose(arena, input, nature, member->claim, member->name, draft);
		if (member->kind == MEMBER_FLAG)
			*(enum tri *)place = read_flag(best);
		else
			*(const char **)place = best;
	}
}

/* One source that says yes is enough: it is a warning. */
static enum tri
any_flag(struct arena *arena, const struct merge_input *input,
    const struct nature *nature, enum field field, const char *name,
    struct record_draft *draft)
{
	enum tri flag = TRI_UNKNOWN;
	struct candidates all;
	size_t best = 0;

	claims_collect(arena, input, nature, field, &all);
	for (size_t i = 0; i < all.count; i++) {
		enum tri said = read_flag(all.v[i].value);

		if (said > flag) {
			flag = said;
			best = i;
		}
		if (strcmp(all.v[i].source, "override") == 0)
			break;
	}
	/* Of what nobody said there is no provenance. */
	if (flag != TRI_UNKNOWN && all.v[best].value != claims_silence)
		merge_add_provenance(arena, draft, name, &all.v[best]);
	return flag;
}

static void
choose_count(struct arena *arena, const struct merge_input *input,
    const struct nature *nature, struct record_draft *draft)
{
	struct candidates all;
	const struct candidate *best = NULL;
	char *end;

	draft->record->cited_by_count = -1;
	claims_collect(arena, input, nature, FIELD_CITED_BY_COUNT, &all);
	if (all.count == 0 || all.v[0].value == NULL)
		return;
	best = &all.v[0];
	draft->record->cited_by_count = strtoll(best->value, &end, 10);
	if (end == best->value || *end != '\0' || draft->record->cited_by_count < 0) {
		draft->record->cited_by_count = -1;
		return;
	}
	draft->record->cited_by_source = best->source;
	draft->record->counted_at = best->since;
	merge_add_provenance(arena, draft, "cited_by_count", best);
}

void
merge_fill_fields(struct arena *arena, const struct merge_input *input,
    struct nature *nature, struct record_draft *draft)
{
	const struct override *stage = claims_override(input, "stage");

	draft->record->title = choose(arena, input, nature, FIELD_TITLE, "title", draft);
	if (draft->record->title == NULL)
		draft->record->title = "";
	choose_authors(arena, input, nature, draft);
	if (stage != NULL && nature->paper && !text_is_blank(stage->value))
		nature->published = strcmp(stage->value, "published") == 0;
	if (nature->paper)
		choose_venue(arena, input, nature, draft);
	draft->record->stage = stage_of(arena, input, nature, draft->record);
	choose_type(arena, input, nature, draft);
	draft->record->issued = choose(
	    arena, input, nature, FIELD_ISSUED, "issued", draft);
	draft->record->year = date_first_year(draft->record->issued);
	choose_first_public(arena, input, nature, draft);
	choose_plain(arena, input, nature, draft);
	draft->record->is_retracted = any_flag(
	    arena, input, nature, FIELD_RETRACTED, "is_retracted", draft);
	draft->record->is_withdrawn = any_flag(
	    arena, input, nature, FIELD_WITHDRAWN, "is_withdrawn", draft);
	choose_count(arena, input, nature, draft);
}
