/*
 * The summary a person reads after a run: what is in scope, what was filled
 * in, what wants their eye, what was asked, where the release lies.
 */
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/clock.h"
#include "run.h"
#include "say/say.h"

static void
print_scope(const struct run *run, const struct derived *derived)
{
	const struct totals *totals = &derived->release.totals;
	size_t in = derived->entries_in + derived->entries_undated;

	printf("%s   %s   %zu %s, %zu entries\n",
	    strrchr(derived->release.folder, '/') != NULL
		? strrchr(derived->release.folder, '/') + 1
		: derived->release.folder,
	    derived->partial != NULL ? "partial" : "complete", run->list_count,
	    run->list_count == 1 ? "list" : "lists", run->entry_count);
	if (run->settings->since == NULL)
		printf("%zu entries are %zu works\n", in,
		    totals->works_in + totals->works_undated);
	else
		printf("%zu entries in scope (%zu dated, %zu undated) are %zu "
		       "works;\n%zu older entries %s\n",
		    in, derived->entries_in, derived->entries_undated,
		    totals->works_in + totals->works_undated, derived->entries_older,
		    strcmp(run->settings->older, "drop") == 0
			? "left out"
			: "kept as they were, not asked");
	if (lists_lacking(run, NULL) != NULL)
		puts(lists_lacking(run, NULL));
	for (size_t s = 0; s < run->source_count; s++)
		if (run->stand_in[s] && run->asking[s].wanted > 0) {
			printf("answers come from %s, not the real "
			       "service: not for publication\n",
			    run->origins[s]);
			break;
		}
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
	snprintf(license, sizeof license, "%zu -> %zu", row->license_before,
	    row->license_after);
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
print_sources(const struct run *run)
{
	printf("  %-18s %6s %9s %9s %8s %11s %11s\n", "source", "asked", "answered",
	    "requests", "planned", "follow-ups", "from cache");
	for (size_t s = 0; s < run->source_count; s++) {
		const struct asking *asking = &run->asking[s];
		if (asking->wanted == 0)
			continue;
		printf("  %-18s %6zu %9zu %9u %8zu %11zu %11zu", run->sources[s]->title,
		    asking->answered + asking->open, asking->answered, asking->requests,
		    asking->planned.requests, asking->follow_ups, asking->fresh);
		if (asking->not_asked > 0)
			printf("    %zu not asked%s%s", asking->not_asked,
			    asking->why_not != NULL ? ": " : "",
			    asking->why_not != NULL ? asking->why_not : "");
		if (asking->open > 0)
			printf("    %zu open: %s", asking->open,
			    asking->trouble != NULL ? asking->trouble : "");
		else if (run->sources[s]->service->key_variables != NULL &&
		    run->endpoints[s].key == NULL && asking->requests > 0 &&
		    !run->stand_in[s])
			printf("    no key");
		putchar('\n');
	}
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
summary_print(const struct run *run, const struct derived *derived)
{
	const struct release_result *release = &derived->release;
	struct arena *arena = arena_new();

	print_scope(run, derived);
	print_filled(&release->totals);
	summary_print_to_do(derived);
	if (!run->settings->offline)
		print_sources(run);
	printf("  %s\n  %s\n", release->report, release->archive);
	printf("  %s, sha256 %.16s...\n", bytes_text(arena, release->archive_bytes),
	    release->archive_sha256);
	if (run->settings->license == NULL)
		puts("  before you publish: choose a licence for this "
		     "collection, [release] license in enrich.conf");
	arena_free(arena);
}
