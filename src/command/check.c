/*
 * Lists enter; a verdict on each row that is new leaves, as far as sources know.  No
 * release is made, and nobody is asked about the rest.
 */
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/log.h"
#include "base/stop.h"
#include "command/check.h"
#include "command/command.h"
#include "derive/derive.h"
#include "join/join.h"
#include "model/source.h"
#include "model/witness.h"
#include "patch/patch.h"

/* Who knows the work, by the names that people know. */
static const char *
known_to(struct arena *arena, const struct merge_input *input)
{
	const char *all = NULL;

	for (size_t i = 0; i < input->witness_count; i++) {
		const struct witness *w = &input->witnesses[i];

		/* Who knows a licence only vouches for nothing. */
		if (!witness_is_believed(w) || w->source->keeps_license ||
		    (all != NULL && strstr(all, w->source->title) != NULL))
			continue;
		all = all == NULL ? w->source->title
				  : arena_printf(arena, "%s, %s", all, w->source->title);
	}
	return all;
}

static bool
is_accepted(const struct settings *settings, const char *key)
{
	for (size_t i = 0; i < settings->accept_count; i++)
		if (strcmp(settings->accepts[i].key, key) == 0)
			return true;
	return false;
}

/* Whose link is meant has been looked at: that nobody knows it is no news. */
static void
drop_accepted(const struct settings *settings, struct findings *findings)
{
	bool meant = false;
	size_t kept = 0;

	for (size_t i = 0; i < findings->count; i++)
		meant |= findings->v[i].field != NULL &&
		    strcmp(findings->v[i].field, "url") == 0 &&
		    is_accepted(settings, findings->v[i].key);
	for (size_t i = 0; i < findings->count; i++)
		if (!is_accepted(settings, findings->v[i].key) &&
		    !(meant && strcmp(findings->v[i].code, "nobody-knows-it") == 0))
			findings->v[kept++] = findings->v[i];
	findings->count = kept;
}

static void
judge_row(struct check *check, const struct entry *entry)
{
	const struct works *works = evidence_works(check->evidence);
	const struct work *work = works_at(works, works_of(works, entry));
	struct arena *arena = arena_new();
	struct registered registered = { 0 };
	struct derived_work derived;
	struct row row = { .entry = entry,
		.place = strcmp(entry->list_source, "-") == 0 ? entry->list
							      : entry->list_source,
		.input = &derived.input,
		.findings = &derived.findings };

	if (strncmp(row.place, "./", 2) == 0)
		row.place += 2;
	derive_registered(&check->session, NULL, work, &registered);
	derive_work(&check->session, check->evidence, arena, work, &registered,
	    check->spellings, &derived);
	drop_accepted(check->session.settings, &derived.findings);
	row.verdict = findings_row_verdict(&derived.input, &derived.findings, 0, entry);
	row.known_to = known_to(arena, &derived.input);
	check_tell_row(check, arena, &row);
	arena_free(arena);
}

/* "20 of 2000 rows are new against origin/main: 17 verified, 2 differ, …" */
static void
print_sum(const struct check *check)
{
	const struct settings *settings = check->session.settings;
	size_t all = check->story.reading.entry_count;
	unsigned requests = 0;

	for (const struct lane *lane = check->session.lanes; lane != NULL;
	     lane = lane->next)
		requests += lane->tally.requests;
	if (settings->all || check->against == NEWS_NOTHING)
		printf("%zu %s looked at", all, all == 1 ? "row" : "rows");
	else
		printf("%zu of %zu %s new since %s", check->fresh, all,
		    check->fresh == 1 ? "rows is" : "rows are",
		    check->against == NEWS_RUN ? "the last run" : settings->base);
	for (unsigned word = 0, told = 0; word < CHECK_WORDS; word++)
		if (check->counts[word] > 0)
			printf("%s%zu %s", told++ > 0 ? ", " : ": ", check->counts[word],
			    findings_row_words[word]);
	printf("; %u %s\n", requests, requests == 1 ? "request" : "requests");
}

static void
judge_all(struct check *check)
{
	const struct settings *settings = check->session.settings;
	const struct reading *reading = &check->story.reading;

	check->lines = settings->json ||
	    (settings->format != NULL && strcmp(settings->format, "json") == 0);
	if (!check->lines)
		remark_open(&check->remarks, check->session.arena, settings->format);
	for (size_t l = 0; l < reading->list_count; l++)
		for (size_t e = 0; e < reading->lists[l].entry_count; e++)
			if (reading->lists[l].entries[e].share == ENTRY_ASKED)
				judge_row(check, &reading->lists[l].entries[e]);
	if (!check->lines)
		remark_close(&check->remarks);
}

static int
ask_and_judge(struct check *check)
{
	struct session *session = &check->session;
	const struct settings *settings = session->settings;
	const char *format = settings->format;
	int status = 0;

	check->evidence = evidence_new(
	    session, check->story.reading.lists, check->story.reading.list_count);
	check->spellings = spellings_new(check->session.arena, check->story.reading.lists,
	    check->story.reading.list_count);
	stop_listen();
	if (!settings->offline && check->fresh > 0)
		status = progress_ask(session, check->evidence);
	session_forget_keys(session);
	if (!settings->fix)
		session_shut_in(session->arena, settings);
	if (status == 0)
		status = session_set_clock(session);
	if (session->tally.stopped)
		status = tell_stopped(session);
	if (status != 0)
		return status;
	judge_all(check);
	if (!check->lines && !settings->quiet &&
	    (format == NULL || strcmp(format, "text") == 0))
		print_sum(check);
	if (check->has_open)
		advice_print_open(&check->story);
	if (settings->fix && check->fresh > 0)
		status = patch_lists(session, check->evidence, &check->story.reading);
	if (status != 0)
		return status;
	if (check->failed)
		return STATUS_DIFFERS;
	return check->has_open ? STATUS_PARTIAL : STATUS_COMPLETE;
}

/* With --fix it goes on as patch --write, of all its lists. */
static const struct settings *
settings_to_fix(struct arena *arena, const struct settings *settings)
{
	struct settings *own = arena_alloc(arena, sizeof *own);

	*own = *settings;
	own->write = true;
	own->lists = arena_alloc(arena, own->list_count * sizeof *own->lists);
	for (size_t l = 0; l < own->list_count; l++) {
		own->lists[l] = settings->lists[l];
		own->lists[l].chosen = true;
	}
	return own;
}

int
command_check(struct arena *arena, const struct settings *settings)
{
	struct check check = { .against = NEWS_NOTHING };
	struct reading *reading = &check.story.reading;
	int status;

	check.story.session = &check.session;
	if (settings->list_count == 0) {
		log_error("no list was named; try: enrich check README.md");
		return STATUS_NO_LIST;
	}
	if (settings->fix)
		settings = settings_to_fix(arena, settings);
	status = session_open(&check.session, arena, settings, true,
	    settings->offline ? CACHE_READ : CACHE_WRITE);
	if (status == 0)
		status = reading_read(reading, &check.session);
	check.fresh = reading->entry_count;
	if (status == 0 && !settings->all)
		status = news_mark(&check.session, reading, settings->base, &check.fresh,
		    &check.against);
	if (status == 0)
		status = ask_and_judge(&check);
	evidence_free(check.evidence);
	session_close(&check.session);
	return status;
}
