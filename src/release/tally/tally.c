/* Records and findings enter as they are written; what is told of them stays. */
#include "release/tally/tally.h"

#include <string.h>

#include "base/arena.h"
#include "model/source.h"
#include "release/facts/facts.h"
#include "release/facts/settings.h"

void
tally_init(struct tally *t, struct arena *arena, const struct release_settings *settings)
{
	memset(t, 0, sizeof *t);
	t->arena = arena;
	t->settings = settings;
	t->totals.lists = settings->list_count;
	t->cited_counts = arena_alloc(arena, TALLY_EXACT * sizeof *t->cited_counts);
	t->lists = arena_alloc(arena, (settings->list_count + 1) * sizeof *t->lists);
	t->fix = arena_alloc(arena, TALLY_TODO * sizeof *t->fix);
	t->decide = arena_alloc(arena, TALLY_TODO * sizeof *t->decide);
	t->open_arena = arena_new();
	tally_counted_init(&t->venues);
	tally_counted_init(&t->work_licenses);
	tally_counted_init(&t->artifact_licenses);
}

void
tally_free(struct tally *t)
{
	arena_free(t->open_arena);
	tally_counted_free(&t->venues);
	tally_counted_free(&t->work_licenses);
	tally_counted_free(&t->artifact_licenses);
}

static enum origin
source_origin(const struct tally *t, const char *source)
{
	static const char *const lists[] = { "list", "override", "rule" };

	for (size_t i = 0; i < t->settings->source_count; i++)
		if (strcmp(source, t->settings->sources[i].source->name) == 0)
			return t->settings->sources[i].source->service->issues != 0
			    ? ORIGIN_REGISTRY
			    : ORIGIN_AGGREGATOR;
	for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
		if (strcmp(source, lists[i]) == 0)
			return ORIGIN_LIST;
	return ORIGIN_REGISTRY;
}

/* A filled field without provenance counts as the list's. */
static enum origin
field_origin(const struct tally *t, const struct record *r, bool filled,
    const char *field, const char *other_name)
{
	if (!filled)
		return ORIGIN_NONE;
	for (size_t i = 0; i < r->provenance_count; i++)
		if (strcmp(r->provenance[i].field, field) == 0 ||
		    strcmp(r->provenance[i].field, other_name) == 0)
			return source_origin(t, r->provenance[i].source);
	return ORIGIN_LIST;
}

static enum origin
doi_origin(const struct tally *t, const struct record *r)
{
	for (size_t i = 0; i < r->id_count; i++)
		if (r->ids[i].id.kind == IDENTIFIER_DOI && record_id_is_good(&r->ids[i]))
			return r->ids[i].from == NULL ? ORIGIN_LIST
						      : source_origin(t, r->ids[i].from);
	return ORIGIN_NONE;
}

static void
cover(struct tally *t, const struct record *r)
{
	enum origin license = field_origin(
	    t, r, r->license != NULL, "license", "license");

	if (!facts_is_paper(r)) {
		if (strcmp(r->kind, "webpage") != 0)
			t->coverage[COVER_ARTIFACT_LICENSE].by[license]++;
		return;
	}
	t->coverage[COVER_AUTHORS]
	    .by[field_origin(t, r, r->author_count > 0, "authors", "authors")]++;
	t->coverage[COVER_DATE]
	    .by[field_origin(t, r, r->issued != NULL, "issued", "issued")]++;
	t->coverage[COVER_VENUE].by[field_origin(
	    t, r, r->container_title != NULL, "container_title", "venue")]++;
	t->coverage[COVER_DOI].by[doi_origin(t, r)]++;
	t->coverage[COVER_CITATIONS].by[field_origin(
	    t, r, r->cited_by_count >= 0, "cited_by_count", "cited_by_count")]++;
	t->coverage[COVER_LICENSE].by[license]++;
}

static void
count_lists(struct tally *t, const struct record *r, bool in_scope)
{
	enum outcome outcome = OUTCOME_NOT_ASKED;

	facts_outcome(r, &outcome);
	for (size_t i = 0; i < r->mention_count; i++) {
		struct list_tally *l = t->lists;
		size_t n = 0;

		while (n < t->settings->list_count &&
		    strcmp(t->settings->lists[n].name, r->mentions[i]->list) != 0)
			n++;
		l += n;
		l->entries++;
		if (!in_scope || l->stamp == t->totals.works)
			continue;
		l->stamp = t->totals.works;
		l->works++;
		l->found += outcome == OUTCOME_FOUND;
		l->venue += r->container_title != NULL;
		l->license += r->license != NULL;
	}
}

static const char *
class_of(const char *license)
{
	const char *class = license_class(license);

	return class == NULL ? "none stated" : class;
}

static void
count_licenses(struct tally *t, const struct record *r)
{
	if (facts_is_paper(r))
		tally_counted_add(&t->work_licenses, t->arena,
		    r->license == NULL ? "" : r->license,
		    r->license == NULL ? "none stated" : r->license,
		    class_of(r->license));
	for (size_t i = 0; i < r->artifact_count; i++) {
		const char *license = r->artifacts[i].license;

		if (r->artifacts[i].tie == TIE_LISTED)
			continue;
		tally_counted_add(&t->artifact_licenses, t->arena,
		    license == NULL ? "" : license,
		    license == NULL ? "none stated" : license, class_of(license));
	}
}

void
tally_record(struct tally *t, const struct record *r)
{
	bool in_scope = facts_in_scope(r);

	tally_totals(&t->totals, r);
	tally_tiles(&t->tiles, r);
	count_lists(t, r, in_scope);
	if (!in_scope)
		return;
	cover(t, r);
	count_licenses(t, r);
	if (!facts_is_paper(r))
		return;
	tally_citations(t, r);
	if (r->container_title != NULL)
		tally_counted_add(&t->venues, t->arena,
		    r->venue_key != NULL ? r->venue_key : r->container_title,
		    r->venue_name != NULL ? r->venue_name : r->container_title, NULL);
}

static void
keep_note(struct tally *t, const struct finding *f)
{
	struct note_group *group = NULL;

	for (size_t i = 0; i < t->note_count && group == NULL; i++)
		if (strcmp(t->notes[i].code, f->code) == 0)
			group = &t->notes[i];
	if (group == NULL) {
		t->notes = arena_push(
		    t->arena, t->notes, t->note_count, sizeof *t->notes);
		group = &t->notes[t->note_count++];
		memset(group, 0, sizeof *group);
		group->code = arena_text(t->arena, f->code);
		group->v = arena_alloc(t->arena, TALLY_NOTES * sizeof *group->v);
	}
	group->count++;
	if (group->kept < TALLY_NOTES)
		group->v[group->kept++] = finding_copy(t->arena, f);
}

static void
count_finding_list(struct tally *t, const struct finding *f)
{
	for (size_t i = 0; f->list != NULL && i < t->settings->list_count; i++)
		if (strcmp(t->settings->lists[i].name, f->list) == 0)
			t->lists[i].findings++;
}

void
tally_finding(struct tally *t, const struct finding *f)
{
	bool is_new = f->state == FINDING_NEW;

	if (f->state == FINDING_ACCEPTED || f->state == FINDING_GONE) {
		t->totals.accepted += f->state == FINDING_ACCEPTED;
		t->totals.gone += f->state == FINDING_GONE;
		return;
	}
	switch (f->class) {
	case FINDING_FIX:
		count_finding_list(t, f);
		t->totals.fix++;
		t->totals.fix_new += is_new;
		tally_todo_add(t, f);
		break;
	case FINDING_DECIDE:
		count_finding_list(t, f);
		t->totals.decide++;
		t->totals.decide_new += is_new;
		tally_todo_add(t, f);
		break;
	case FINDING_NOTE:
		t->totals.note++;
		t->totals.note_new += is_new;
		keep_note(t, f);
		break;
	}
}

void
tally_finish(struct tally *t)
{
	tally_todo_close(t);
	tally_counted_sort(&t->venues);
	tally_counted_sort(&t->work_licenses);
	tally_counted_sort(&t->artifact_licenses);
}
