/*
 * Findings of all works enter; they leave in the order of the lists, against
 * the last release and with what the curator accepted.
 */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/clock.h"
#include "base/log.h"
#include "base/strmap.h"
#include "derive/inside.h"

static void
keep_one(struct arena *arena, struct findings *to, const struct finding *from)
{
	to->v = arena_push(arena, to->v, to->count, sizeof *to->v);
	to->v[to->count++] = finding_copy(arena, from);
	arena_rest_at(arena, to->count);
}

void
derive_keep_findings(struct maker *maker, const struct findings *findings)
{
	for (size_t i = 0; i < findings->count; i++)
		keep_one(maker->arena, &maker->derived->findings, &findings->v[i]);
}

/* Order of the lists as they were named; one that is gone comes last. */
static size_t
list_order(const struct reading *reading, const char *name)
{
	size_t l = 0;

	while (l < reading->list_count &&
	    (name == NULL || strcmp(reading->lists[l].name, name) != 0))
		l++;
	return l;
}

static int
by_place(const void *a, const void *b, void *context)
{
	const struct finding *left = a, *right = b;
	const struct maker *maker = context;
	size_t left_list = list_order(maker->reading, left->list);
	size_t right_list = list_order(maker->reading, right->list);

	if (left_list != right_list)
		return left_list < right_list ? -1 : 1;
	if (left->line != right->line)
		return left->line < right->line ? -1 : 1;
	if (left->part != right->part)
		return left->part < right->part ? -1 : 1;
	if (strcmp(left->code, right->code) != 0)
		return strcmp(left->code, right->code);
	return strcmp(left->key, right->key);
}

static bool
is_of_row(const struct finding *a, const struct finding *b)
{
	return a->line == b->line && a->part == b->part && strcmp(a->list, b->list) == 0;
}

static void
sort_findings(struct maker *maker)
{
	struct findings *findings = &maker->derived->findings;

	if (findings->count > 0)
		qsort_r(
		    findings->v, findings->count, sizeof *findings->v, by_place, maker);
}

/* What [accept] says of it; NULL: nothing. */
static const struct accepted *
accepted_of(const struct settings *settings, const char *key)
{
	for (size_t i = 0; i < settings->accept_count; i++)
		if (strcmp(settings->accepts[i].key, key) == 0)
			return &settings->accepts[i];
	return NULL;
}

/* What is accepted and not there; where a source lacks it may come again. */
static void
tell_needless(const struct maker *maker, struct strmap *present)
{
	const struct settings *settings = maker->session->settings;

	/* A run tells it; who only looks does not (derive_look). */
	if (maker->derived->partial != NULL || maker->overridden == NULL)
		return;
	for (size_t i = 0; i < settings->accept_count; i++)
		if (strmap_get(present, settings->accepts[i].key) == NULL)
			log_warning("[accept] %s matches no finding: its value has "
				    "changed, or it was mended",
			    settings->accepts[i].key);
	for (size_t i = 0; i < settings->override_count; i++) {
		const struct override *o = &settings->overrides[i];
		const char *id = identifier_text(maker->arena, o->id);

		if (strmap_get(maker->overridden, id) == NULL)
			log_warning("overrides: no row of the lists has %s, whose %s "
				    "should be %s",
			    id, o->field, o->value);
	}
}

static void
add_gone(struct maker *maker, struct strmap *present)
{
	const struct findings *before = predecessor_findings(maker->predecessor);
	struct findings *findings = &maker->derived->findings;

	for (size_t i = 0; before != NULL && i < before->count; i++) {
		if (strmap_get(present, before->v[i].key) != NULL)
			continue;
		keep_one(maker->arena, findings, &before->v[i]);
		findings->v[findings->count - 1].state = FINDING_GONE;
	}
}

void
derive_settle_findings(struct maker *maker)
{
	struct predecessor *predecessor = maker->predecessor;
	const char *today = clock_date_text(maker->arena, maker->session->clock);
	struct findings *findings = &maker->derived->findings;
	struct strmap *present = strmap_new();

	size_t kept = 0;

	sort_findings(maker);
	for (size_t i = 0; i < findings->count; i++) {
		struct finding *finding = &findings->v[kept];
		const struct accepted *accepted;
		const struct finding *told;
		const char *first;

		*finding = findings->v[i];
		/* Rows that are no one work may be alike. */
		while ((told = strmap_get(present, finding->key)) != NULL &&
		    !is_of_row(told, finding))
			finding_next_key(finding);
		if (told != NULL)
			continue;
		kept++;
		strmap_put(present, finding->key, finding);
		first = predecessor == NULL
		    ? NULL
		    : predecessor_finding(predecessor, finding->key);
		accepted = accepted_of(maker->session->settings, finding->key);
		finding->state = accepted != NULL ? FINDING_ACCEPTED
		    : first != NULL               ? FINDING_OPEN
						  : FINDING_NEW;
		finding->reason = accepted != NULL ? accepted->reason : NULL;
		finding->first_seen = arena_text(
		    maker->arena, first != NULL ? first : today);
		arena_rest_at(maker->arena, i);
	}
	findings->count = kept;
	tell_needless(maker, present);
	if (predecessor != NULL)
		add_gone(maker, present);
	sort_findings(maker);
	strmap_free(present);
}
