/*
 * enrich explain: an id, a title or LIST:LINE enters; every claim about that
 * work, what won and why, leaves on a screen a person understands.
 */
#include "explain.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/clock.h"
#include "base/log.h"
#include "base/text.h"
#include "derive.h"
#include "identify/identify.h"
#include "run.h"

static const enum field shown_fields[] = { FIELD_TITLE, FIELD_AUTHORS,
	FIELD_VENUE, FIELD_ISSUED, FIELD_CITED_BY_COUNT, FIELD_LICENSE };

/* "000:30" or "000:30.2" → the entry's work. */
static const struct work *
by_place(struct run *run, const char *what)
{
	const char *colon = strrchr(what, ':');
	char *end;
	unsigned long line, part = 1;

	if (colon == NULL)
		return NULL;
	line = strtoul(colon + 1, &end, 10);
	if (*end == '.')
		part = strtoul(end + 1, &end, 10);
	if (end == colon + 1 || *end != '\0')
		return NULL;
	for (size_t l = 0; l < run->list_count; l++) {
		const struct list *list = &run->lists[l];
		if (strlen(list->name) != (size_t)(colon - what)
		    || strncmp(list->name, what, strlen(list->name)) != 0)
			continue;
		for (size_t e = 0; e < list->entry_count; e++)
			if (list->entries[e].line == line
			    && list->entries[e].part == part)
				return works_at(run->works,
				    works_of(run->works, &list->entries[e]));
	}
	return NULL;
}

static const struct work *
by_identifier(struct run *run, const char *what)
{
	struct identifier id;

	if (!identify_text(run->arena, what, &id))
		return NULL;
	for (size_t w = 0; w < works_count(run->works); w++) {
		const struct work *work = works_at(run->works, w);
		for (size_t i = 0; i < work->id_count; i++)
			if (work->ids[i].status != ID_WRONG
			    && identifier_equal(work->ids[i].id, id))
				return work;
	}
	return NULL;
}

/* Equal folded title or name first, then the only title that holds it. */
static const struct work *
by_title(struct run *run, const char *what)
{
	const char *wanted = text_fold(run->arena, what);
	const struct entry *held = NULL;

	if (*wanted == '\0')
		return NULL;
	for (size_t l = 0; l < run->list_count; l++) {
		for (size_t e = 0; e < run->lists[l].entry_count; e++) {
			const struct entry *entry = &run->lists[l].entries[e];
			const char *title
			    = text_fold(run->arena, entry->title);
			const char *name = text_fold(run->arena, entry->name);
			if (strcmp(title, wanted) == 0
			    || strcmp(name, wanted) == 0)
				return works_at(run->works,
				    works_of(run->works, entry));
			if (held == NULL && strstr(title, wanted) != NULL)
				held = entry;
		}
	}
	return held == NULL ? NULL
	                    : works_at(run->works, works_of(run->works, held));
}

static void
print_head(struct arena *arena, const struct run *run,
    const struct record *record)
{
	printf("%s\n%s   %s%s%s   ", text_for_terminal(arena, record->title),
	    record->id, record->kind, record->stage != NULL ? ", " : "",
	    record->stage != NULL ? record->stage : "");
	if (record->scope == SCOPE_OLDER)
		printf("older than %s: not asked about\n\n",
		    run->settings->since);
	else
		printf("%s\n\n", record->scope == SCOPE_IN
		        ? "in scope" : "undated, in scope");
	fputs("entries  ", stdout);
	for (size_t i = 0; i < record->mention_count; i++)
		printf(" %s", entry_place(arena, record->mentions[i]));
	puts("\n");
}

static void
print_ids(struct arena *arena, const struct record *record)
{
	const char *label = "ids";

	for (size_t i = 0; i < record->id_count; i++) {
		const struct record_identifier *id = &record->ids[i];
		const char *status = identifier_status_name(id->status);
		printf("%-9s %-11s %-36s %-8s %s\n", label,
		    identifier_kind_name(id->id.kind),
		    text_for_terminal(arena, id->id.value),
		    id->status == ID_GOOD ? "good" : status, id->from);
		label = "";
	}
	if (record->id_count > 0)
		putchar('\n');
}

static void
print_claim(struct arena *arena, const char *label,
    const struct weighed_claim *claim)
{
	const char *date = claim->retrieved_at == 0 ? ""
	    : clock_date_text(arena, claim->retrieved_at);
	const char *value = text_shorten(arena,
	    text_for_terminal(arena, claim->value), 42);
	const char *who = claim->place == NULL ? claim->source
	    : arena_printf(arena, "%s %s", claim->source, claim->place);
	size_t width = text_width(value);

	printf("%-10s %s%s%*s %-24s %-11s %s\n", claim->chosen ? label : "",
	    claim->chosen ? "" : "  not: ", value,
	    (int)(width < 44 ? 44 - width - (claim->chosen ? 0 : 7) % 44 : 1),
	    "", who, date, claim->why != NULL ? claim->why : "");
}

static void
print_fields(struct arena *arena, const struct merge_input *input)
{
	printf("%-10s %-44s %-24s %-11s %s\n", "field", "value", "who",
	    "asked", "why this one");
	for (size_t f = 0; f < sizeof shown_fields / sizeof shown_fields[0];
	     f++) {
		struct weighed_claim *claims;
		size_t count
		    = merge_claims(arena, input, shown_fields[f], &claims);
		const char *label = field_name(shown_fields[f]);
		if (strcmp(label, "cited_by_count") == 0)
			label = "citations";
		if (count == 0)
			printf("%-10s null: nobody knows\n", label);
		for (size_t c = 0; c < count; c++)
			print_claim(arena, label, &claims[c]);
	}
	putchar('\n');
}

static void
print_licence(const struct record *record)
{
	printf("%-10s %s, %s%s%s\n\n", "license",
	    record->license != NULL ? record->license : "null",
	    license_status_name(record->license_status),
	    record->license_of != NULL ? ", of the " : "",
	    record->license_of != NULL ? record->license_of : "");
}

static void
print_artifacts(struct arena *arena, const struct record *record)
{
	for (size_t i = 0; i < record->artifact_count; i++) {
		const struct artifact *artifact = &record->artifacts[i];
		printf("%-9s %-40s %-18s %s by %s%s%s\n", artifact->kind,
		    text_for_terminal(arena, artifact->id.value),
		    artifact->license != NULL ? artifact->license
		        : license_status_name(artifact->license_status),
		    tie_name(artifact->tie),
		    artifact->claimed_by != NULL ? artifact->claimed_by
		                                 : "list",
		    artifact->status != NULL ? ", " : "",
		    artifact->status != NULL ? artifact->status : "");
	}
	if (record->artifact_count > 0)
		putchar('\n');
}

/* Why a link was not believed, with the judge's own reasons. */
static void
print_disbelieved(struct arena *arena, const struct work *work)
{
	for (size_t e = 0; e < work->entry_count; e++) {
		for (size_t i = 0; i < work->entries[e]->identifier_count;
		     i++) {
			const struct edge *edge = &work->edges[e][i];
			if (!edge->answered || edge->opinion.judgement
			        != JUDGE_DIFFERENT)
				continue;
			printf("why %s was not believed     %s\n",
			    identifier_text(arena, edge->identifier->id),
			    entry_place(arena, work->entries[e]));
			if (edge->answered_title != NULL)
				printf("  it is \"%s\" (%s)\n",
				    text_for_terminal(arena,
				        edge->answered_title),
				    edge->answered_by);
			for (size_t r = 0; r < edge->opinion.reason_count; r++)
				printf("  %s\n", text_for_terminal(arena,
				    edge->opinion.reasons[r]));
		}
	}
}

static void
print_findings(struct arena *arena, const struct findings *findings)
{
	for (size_t i = 0; i < findings->count; i++) {
		const struct finding *finding = &findings->v[i];
		printf("\nfinding %s   %s, %s   %s:%u\n", finding->key,
		    finding->code, finding_class_name(finding->class),
		    finding->list, finding->line);
		if (finding->evidence != NULL)
			printf("  %s\n",
			    text_for_terminal(arena, finding->evidence));
		if (finding->repair != NULL)
			printf("  repair   %s\n",
			    text_for_terminal(arena, finding->repair));
		printf("  not so?  [accept] %s = your reason   in "
		       "enrich.conf\n", finding->key);
	}
}

static void
print_work(struct run *run, const struct work *work)
{
	struct arena *arena = arena_new();
	struct predecessor *none = NULL;
	struct registered registered = { 0 };
	struct merge_input input;
	struct record record = { 0 };
	struct findings findings = { 0 };

	derive_registered(run, none, work, &registered);
	derive_work(run, arena, work, &registered, &input, &record, &findings);
	if (run->settings->json) {
		struct buffer out;
		record.citation_key = registered.citation_key != NULL
		    ? registered.citation_key
		    : merge_citation_key(arena, &record);
		buffer_init(&out, 0);
		release_record_json(&record, &out);
		printf("%.*s\n", (int)out.length, out.bytes);
		buffer_free(&out);
	} else {
		print_head(arena, run, &record);
		print_ids(arena, &record);
		print_fields(arena, &input);
		print_licence(&record);
		print_artifacts(arena, &record);
		print_disbelieved(arena, work);
		print_findings(arena, &findings);
	}
	arena_free(arena);
}

int
explain(struct run *run, const char *what)
{
	const struct work *work;

	run->works = evidence_join(run, run->settings->as_of);
	work = by_place(run, what);
	if (work == NULL)
		work = by_identifier(run, what);
	if (work == NULL)
		work = by_title(run, what);
	if (work == NULL) {
		log_error("%s: no entry of the lists is that; wanted an id "
		    "(doi:…, arxiv:…), a title, or LIST:LINE", what);
		return STATUS_USAGE;
	}
	print_work(run, work);
	return 0;
}
