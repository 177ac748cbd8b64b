/*
 * The parts around the works: findings against the last release, what the
 * release is told about the run.
 */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/clock.h"
#include "base/file.h"
#include "base/strmap.h"
#include "base/text.h"
#include "base/version.h"
#include "derive/inside.h"
#include "list/list.h"

static void
keep_one(struct arena *arena, struct findings *to, const struct finding *from)
{
	struct finding kept = *from;

	kept.code = arena_text(arena, from->code);
	kept.list = arena_text(arena, from->list);
	kept.work_id = arena_text(arena, from->work_id);
	kept.title = arena_text(arena, from->title);
	kept.field = arena_text(arena, from->field);
	kept.given = arena_text(arena, from->given);
	kept.found = arena_text(arena, from->found);
	kept.source = arena_text(arena, from->source);
	kept.evidence = arena_text(arena, from->evidence);
	kept.repair = arena_text(arena, from->repair);
	kept.first_seen = arena_text(arena, from->first_seen);
	to->v = arena_push(arena, to->v, to->count, sizeof *to->v);
	to->v[to->count++] = kept;
}

void
findings_keep(struct arena *arena, struct findings *to, const struct findings *from)
{
	for (size_t i = 0; i < from->count; i++)
		keep_one(arena, to, &from->v[i]);
}

/* Order of the lists as they were named; one that is gone comes last. */
struct order {
	const struct run *run;
};

static size_t
list_order(const struct run *run, const char *name)
{
	for (size_t l = 0; l < run->list_count; l++)
		if (name != NULL && strcmp(run->lists[l].name, name) == 0)
			return l;
	return run->list_count;
}

static int
by_place(const void *a, const void *b, void *context)
{
	const struct finding *left = a, *right = b;
	const struct order *order = context;
	size_t left_list = list_order(order->run, left->list);
	size_t right_list = list_order(order->run, right->list);

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
is_accepted(const struct settings *settings, const char *key)
{
	for (size_t i = 0; i < settings->accept_count; i++)
		if (strcmp(settings->accepts[i].key, key) == 0)
			return true;
	return false;
}

static void
add_gone(struct run *run, const struct predecessor *predecessor, struct strmap *present,
    struct findings *findings)
{
	const struct findings *before = predecessor_findings(predecessor);

	for (size_t i = 0; before != NULL && i < before->count; i++) {
		if (strmap_get(present, before->v[i].key) != NULL)
			continue;
		keep_one(run->arena, findings, &before->v[i]);
		findings->v[findings->count - 1].state = FINDING_GONE;
	}
}

void
findings_settle(
    struct run *run, const struct predecessor *predecessor, struct findings *findings)
{
	const char *today = clock_date_text(run->arena, run->clock);
	struct strmap *present = strmap_new();
	struct order order = { run };
	size_t kept = 0;

	for (size_t i = 0; i < findings->count; i++) {
		struct finding *finding = &findings->v[i];
		const char *first = predecessor == NULL
		    ? NULL
		    : predecessor_finding(predecessor, finding->key);
		/* The same thing found on two ways is one finding. */
		if (strmap_get(present, finding->key) != NULL)
			continue;
		strmap_put(present, finding->key, finding);
		finding->state = is_accepted(run->settings, finding->key)
		    ? FINDING_ACCEPTED
		    : first != NULL ? FINDING_OPEN
				    : FINDING_NEW;
		finding->first_seen = arena_text(
		    run->arena, first != NULL ? first : today);
		findings->v[kept++] = *finding;
		arena_rest_at(run->arena, i);
	}
	findings->count = kept;
	if (predecessor != NULL)
		add_gone(run, predecessor, present, findings);
	if (findings->count > 0)
		qsort_r(
		    findings->v, findings->count, sizeof *findings->v, by_place, &order);
	strmap_free(present);
}

const struct findings *
findings_copy(struct arena *arena, const struct findings *findings)
{
	struct findings *copy = arena_alloc(arena, sizeof *copy);

	*copy = *findings;
	return copy;
}

const char *
run_name(const struct run *run)
{
	const struct settings *settings = run->settings;
	const char *name = settings->name;
	char *clean;

	if (name == NULL && settings->list_count == 1)
		name = settings->lists[0].name != NULL
		    ? settings->lists[0].name
		    : list_short_name(run->arena, settings->lists[0].source);
	else if (name == NULL)
		name = "lists";
	clean = arena_text(run->arena, name);
	for (char *at = clean; *at != '\0'; at++)
		if (strchr("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUV"
			   "WXYZ0123456789-_.",
			*at) == NULL ||
		    (at == clean && *at == '.'))
			*at = '-';
	return clean;
}

struct release_settings
release_settings_make(struct run *run, struct derived *derived)
{
	const struct settings *settings = run->settings;
	struct release_list *lists = arena_alloc(
	    run->arena, (run->list_count + 1) * sizeof *lists);

	for (size_t l = 0; l < run->list_count; l++) {
		const struct list *list = &run->lists[l];
		lists[l] = (struct release_list){ .name = list->name,
			.revision = list->revision,
			/* A path of this machine is nobody's business. */
			.url = strstr(list->source, "://") != NULL ? list->source : NULL,
			.entries = list->entry_count };
	}
	return (struct release_settings){ .folder = settings->output,
		.name = run_name(run),
		.clock = run->clock,
		.since = settings->since,
		.license = settings->license,
		.title = settings->title,
		.homepage = settings->homepage,
		.maintainer = settings->maintainer,
		.compress = settings->compress,
		.program = "enrich " ENRICH_VERSION,
		.lists = lists,
		.list_count = run->list_count,
		.overrides = settings->overrides,
		.override_count = settings->override_count,
		.sources = derived->sources,
		.source_count = run->source_count };
}

struct release_result
release_result_keep(struct arena *arena, const struct release_result *result)
{
	struct release_result kept = *result;

	kept.folder = arena_text(arena, result->folder);
	kept.archive = arena_text(arena, result->archive);
	kept.report = arena_text(arena, result->report);
	kept.words = arena_text(arena, result->words);
	return kept;
}
