/*
 * The summary a person reads after a run: what is in scope, what was filled
 * in, what wants their eye, what was asked, where the release lies.
 */
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/colour.h"
#include "base/text.h"
#include "say/inside.h"

static bool
is_stand_in(const struct lane *lane)
{
	return lane->stand_in && lane->tally.wanted > 0;
}

static bool
is_told(const struct lane *lanes, const struct lane *lane)
{
	for (; lanes != lane; lanes = lanes->next)
		if (is_stand_in(lanes) && lanes->source->service == lane->source->service)
			return true;
	return false;
}

/* Who was asked instead of a service: a line each. */
static void
print_stand_ins(const struct session *session)
{
	for (const struct lane *lane = session->lanes; lane != NULL; lane = lane->next)
		if (is_stand_in(lane) && !is_told(session->lanes, lane))
			printf("answers come from %s, not %s: not for publication\n",
			    lane->origin, lane->source->service->base_url);
}

static void
print_scope(const struct story *story)
{
	const struct settings *settings = story->session->settings;
	const struct reading *reading = &story->reading;
	const struct derived *derived = &story->derived;
	const struct totals *totals = &derived->release.totals;
	const char *lacking = reading_lacking(reading, NULL);
	size_t in = derived->entries_in + derived->entries_undated;
	size_t works = totals->works_in + totals->works_undated;

	printf("%s%s%s   %s%s%s   %zu list%s, %zu %s\n", colour(COLOUR_BOLD),
	    strrchr(derived->release.folder, '/') != NULL
		? strrchr(derived->release.folder, '/') + 1
		: derived->release.folder,
	    colour(COLOUR_NONE),
	    colour(derived->partial != NULL ? COLOUR_YELLOW : COLOUR_GREEN),
	    derived->partial != NULL ? "partial" : "complete", colour(COLOUR_NONE),
	    reading->list_count, text_plural(reading->list_count), reading->entry_count,
	    text_entries(reading->entry_count));
	if (settings->since == NULL)
		printf("%zu %s %s %zu work%s\n", in, text_entries(in),
		    in == 1 ? "is" : "are", works, text_plural(works));
	else
		printf("%zu %s in scope (%zu dated, %zu undated) %s %zu work%s;\n"
		       "%zu older %s %s\n",
		    in, text_entries(in), derived->entries_in, derived->entries_undated,
		    in == 1 ? "is" : "are", works, text_plural(works),
		    derived->entries_older, text_entries(derived->entries_older),
		    strcmp(settings->older, "drop") == 0
			? "left out"
			: "kept as they were, not asked");
	if (lacking != NULL)
		puts(lacking);
	print_stand_ins(story->session);
	putchar('\n');
}

static void
print_row(const char *label, const struct totals_row *row, bool is_paper)
{
	char authors[40], venue[40], citations[40], license[40];

	if (row->works == 0)
		return;
	snprintf(authors, sizeof authors, is_paper ? "%zu -> %zu" : "-",
	    row->authors_before, row->authors_after);
	snprintf(venue, sizeof venue, is_paper ? "%zu -> %zu" : "-", row->venue_before,
	    row->venue_after);
	snprintf(citations, sizeof citations, is_paper ? "0 -> %zu" : "-",
	    row->citations_after);
	/* What a list says need be no licence; that is no loss. */
	snprintf(license, sizeof license,
	    row->license_after < row->license_before ? "%2$zu (lists: %1$zu)"
						     : "%zu -> %zu",
	    row->license_before, row->license_after);
	printf("  %-20s %5zu   %-12s %-12s %-12s %s\n", label, row->works, authors, venue,
	    citations, license);
}

static void
print_filled(const struct totals *totals)
{
	printf("  %-20s %5s   %-12s %-12s %-12s %s\n", "", "works", "authors", "venue",
	    "citations", "licence");
	print_row("papers", &totals->papers, true);
	print_row("models, data, code", &totals->artifacts, false);
	if (totals->websites > 0)
		printf("  %-20s %5zu   nothing to ask\n", "websites, blogs",
		    totals->websites);
	putchar('\n');
}

static void
print_sources(const struct session *session)
{
	const struct lane *lane;

	printf("  %-18s %6s %9s %9s %8s %11s %11s\n", "source", "asked", "answered",
	    "requests", "planned", "follow-ups", "from cache");
	for (lane = session->lanes; lane != NULL; lane = lane->next) {
		const struct source_tally *tally = &lane->tally;
		if (tally->wanted == 0)
			continue;
		printf("  %-18s %6zu %9zu %9u %8zu %11zu %11zu", lane->source->title,
		    tally->answered + tally->open, tally->answered, tally->requests,
		    tally->planned.requests, tally->follow_ups, tally->fresh);
		if (tally->not_asked > 0)
			printf("\n      %zu not asked%s%s", tally->not_asked,
			    tally->why_not != NULL ? ": " : "",
			    tally->why_not != NULL ? tally->why_not : "");
		if (tally->open > 0)
			printf("\n      %zu open: %s", tally->open,
			    tally->trouble != NULL ? tally->trouble : "");
		else if (lane->source->service->key_variables != NULL &&
		    lane->endpoint.key == NULL && tally->requests > 0 && !lane->stand_in)
			printf("    no key");
		putchar('\n');
	}
	for (lane = session->lanes; lane != NULL; lane = lane->next)
		if (advice_key(session, lane) != NULL)
			printf("  %s\n", advice_key(session, lane));
	putchar('\n');
}

static const char *
bytes_text(struct arena *arena, uint64_t bytes)
{
	if (bytes < 10000)
		return arena_printf(arena, "%u bytes", (unsigned)bytes);
	if (bytes < 10000000)
		return arena_printf(arena, "%u kB", (unsigned)(bytes / 1000));
	return arena_printf(arena, "%u MB", (unsigned)(bytes / 1000000));
}

void
summary_print(const struct story *story)
{
	const struct settings *settings = story->session->settings;
	const struct release_result *release = &story->derived.release;
	struct arena *arena = arena_new();

	print_scope(story);
	print_filled(&release->totals);
	summary_print_to_do(story);
	if (settings->offline)
		printf("  nobody was asked; %s\n\n", advice_age(story));
	else
		print_sources(story->session);
	printf("  %s\n  %s\n", release->report, release->archive);
	printf("  %s, sha256 %.16s...\n", bytes_text(arena, release->archive_bytes),
	    release->archive_sha256);
	if (settings->mailto == NULL && !settings->offline)
		puts("  for the next run: give the services an address to write to "
		     "(--mailto,\n  or [run] mailto in enrich.conf); Crossref is faster "
		     "then");
	if (settings->license == NULL)
		puts("  before you publish: choose a licence for this collection\n"
		     "  ([release] license in enrich.conf)");
	arena_free(arena);
}
