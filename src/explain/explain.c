/*
 * enrich explain: an id, a title or LIST:LINE enters; every claim about that
 * work, what won and why, leaves on a screen a person understands.
 */
#include "explain/inside.h"

#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/clock.h"
#include "base/text.h"
#include "findings/findings.h"

static const char *
scope_words(struct arena *arena, const char *since, const struct record *record)
{
	switch (record->scope) {
	case SCOPE_IN:
		return "in scope";
	case SCOPE_UNDATED:
		return "undated, in scope";
	case SCOPE_OLDER:
		break;
	}
	return arena_printf(arena, "older than %s: not asked about", since);
}

static void
print_head(struct arena *arena, const char *since, const struct merge_input *input,
    const struct record *record, const struct findings *findings)
{
	const char *places = NULL;

	explain_wrap(arena, "", record->title);
	printf("%s   %s%s%s   %s\n\n", text_for_terminal(arena, record->id), record->kind,
	    record->stage != NULL ? ", " : "", record->stage != NULL ? record->stage : "",
	    scope_words(arena, since, record));
	for (size_t i = 0; i < record->mention_count; i++)
		places = explain_join(arena, places,
		    arena_printf(arena, "%s %s", entry_place(arena, record->mentions[i]),
			findings_row_words[findings_row_verdict(
			    input, findings, 0, record->mentions[i])
					       .word]));
	explain_wrap(arena, "entries   ", places == NULL ? "" : places);
}

static const char *
outcome_words(enum outcome outcome)
{
	switch (outcome) {
	case OUTCOME_FOUND:
		return "found by";
	case OUTCOME_ABSENT:
		return "unknown to";
	case OUTCOME_AMBIGUOUS:
		return "about another work at";
	case OUTCOME_NOT_ASKED:
		return "not asked:";
	case OUTCOME_UNANSWERED:
		return "no answer from";
	case OUTCOMES:
		break;
	}
	return "";
}

/* "found by arxiv, github, 2026-11-21": who ended alike on one day. */
static const char *
words_alike(struct arena *arena, const struct record *record, size_t first)
{
	const struct record_outcome *o = &record->outcomes[first];
	const char *day = o->asked_at == 0 ? "" : clock_date_text(arena, o->asked_at),
		   *names = NULL;

	for (size_t i = 0; i < record->outcome_count; i++) {
		const struct record_outcome *other = &record->outcomes[i];
		if (other->outcome != o->outcome ||
		    strcmp(day,
			other->asked_at == 0
			    ? ""
			    : clock_date_text(arena, other->asked_at)) != 0)
			continue;
		if (i < first)
			return NULL;
		names = explain_join(arena, names, other->source);
	}
	return arena_printf(arena, *day == '\0' ? "%s %s" : "%s %s, %s",
	    outcome_words(o->outcome), names, day);
}

static void
print_sources(struct arena *arena, const struct record *record)
{
	const char *all = NULL;

	for (size_t i = 0; i < record->outcome_count; i++) {
		const char *words = words_alike(arena, record, i);
		if (words != NULL)
			all = all == NULL ? words
					  : arena_printf(arena, "%s; %s", all, words);
	}
	explain_wrap(
	    arena, "sources   ", all == NULL ? "none can be asked about it" : all);
	putchar('\n');
}

static void
print_json(
    struct arena *arena, const struct registered *registered, struct record *record)
{
	struct buffer out;

	record->citation_key = registered->citation_key != NULL
	    ? registered->citation_key
	    : merge_citation_key(arena, record);
	buffer_init(&out, 0);
	release_record_json(record, &out);
	printf("%.*s\n", (int)out.length, out.bytes);
	buffer_free(&out);
}

static void
print_work(const struct query *query, const struct work *work)
{
	const struct settings *settings = query->session->settings;
	struct arena *arena = arena_new();
	struct registered registered = { 0 };
	struct derived_work derived;
	struct spellings *spellings = spellings_new(
	    arena, query->reading->lists, query->reading->list_count);

	derive_registered(query->session, NULL, work, &registered);
	derive_work(query->session, query->evidence, arena, work, &registered, spellings,
	    &derived);
	if (settings->json) {
		print_json(arena, &registered, &derived.record);
	} else {
		print_head(arena, settings->since, &derived.input, &derived.record,
		    &derived.findings);
		print_sources(arena, &derived.record);
		explain_ids(arena, work, &derived.record);
		explain_fields(arena, &derived.input, &derived.record, &derived.findings);
		explain_artifacts(arena, work, &derived.record);
		explain_refused(query, arena, work, &derived.findings);
		explain_findings(arena, &derived.findings);
	}
	arena_free(arena);
}

/* A place means all that stands there, a name only one work. */
static bool
is_place(const struct work *const *works, size_t count)
{
	const struct entry *first = works[0]->entries[0];

	for (size_t i = 1; i < count; i++) {
		bool beside = false;
		for (size_t e = 0; e < works[i]->entry_count; e++)
			beside |= works[i]->entries[e]->line == first->line &&
			    works[i]->entries[e]->list == first->list;
		if (!beside)
			return false;
	}
	return true;
}

int
explain(struct session *session, struct evidence *evidence, const struct reading *reading,
    const char *what)
{
	const struct query query = { what, session, session->arena, evidence, reading,
		evidence_works(evidence) };
	const struct work *works[EXPLAIN_MOST];
	size_t count = explain_find(&query, works);

	if (count == 0 || (count > 1 && !is_place(works, count))) {
		explain_complain(&query, works, count);
		return STATUS_USAGE;
	}
	for (size_t i = 0; i < count; i++) {
		if (i > 0 && !session->settings->json)
			puts("\n----\n");
		print_work(&query, works[i]);
	}
	return 0;
}
