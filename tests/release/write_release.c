/*
 * write_release FOLDER WORKS [real|stand-in] [COMPRESS] [DAYS] [PREVIOUS]:
 * a release of made-up records; its folder, archive and totals on stdout.
 * "die" as COMPRESS ends the program between records and files.
 */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "sample.h"

static void
die_halfway(struct arena *arena, struct release_settings *settings)
{
	const char *words;
	struct release *release;

	settings->compress = "gz";
	release = release_open(settings, NULL, &words);
	if (release == NULL)
		exit(1);
	release_add(release, sample_records(arena, 1), NULL);
	kill(getpid(), SIGKILL);
}

static void
print_totals(const struct totals *t)
{
	printf("{\"entries\":%zu,\"works\":%zu,\"in\":%zu,\"undated\":%zu,"
	       "\"older\":%zu,\"websites\":%zu,\"papers\":%zu,"
	       "\"authors\":%zu,\"venue\":%zu,\"citations\":%zu,"
	       "\"license\":%zu,\"fix\":%zu,\"decide\":%zu,\"note\":%zu,"
	       "\"accepted\":%zu,\"gone\":%zu,\"conflicts\":%zu,"
	       "\"added\":%zu,\"changed\":%zu,\"removed\":%zu}\n",
	    t->entries, t->works, t->works_in, t->works_undated, t->works_older,
	    t->websites, t->papers.works, t->papers.authors_after, t->papers.venue_after,
	    t->papers.citations_after, t->papers.license_after, t->fix, t->decide,
	    t->note, t->accepted, t->gone, t->conflicts, t->added, t->changed,
	    t->removed);
}

static int
run(struct arena *arena, int argc, char **argv)
{
	struct release_settings settings;
	struct release_result result = { .words = NULL };
	struct predecessor *previous;
	const char *reason;
	enum release_status status;

	if (argc < 3) {
		fprintf(stderr,
		    "usage: write_release FOLDER WORKS "
		    "[real|stand-in] [COMPRESS] [DAYS] [PREVIOUS]\n");
		return 64;
	}
	sample_settings(&settings, argv[1], argc > 3 && strcmp(argv[3], "stand-in") == 0);
	if (argc > 4)
		settings.compress = argv[4];
	if (argc > 5)
		settings.clock += strtol(argv[5], NULL, 10) * 86400;
	if (strcmp(settings.compress, "die") == 0)
		die_halfway(arena, &settings);
	previous = predecessor_open(&settings, argc > 6 ? argv[6] : NULL, NULL, &reason);
	if (reason != NULL) {
		fprintf(stderr, "%s\n", reason);
		return 65;
	}
	status = sample_release(
	    arena, &settings, strtoul(argv[2], NULL, 10), previous, &result);
	predecessor_close(previous);
	if (status != RELEASE_OK) {
		/* NULL: it could not begin, and that was told. */
		if (result.words != NULL)
			fprintf(stderr, "%s\n", result.words);
		return 74;
	}
	printf("%s\n%s\n%s\n", result.folder, result.archive, result.archive_sha256);
	print_totals(&result.totals);
	return 0;
}

int
main(int argc, char **argv)
{
	struct arena *arena = arena_new();
	int status = run(arena, argc, argv);

	arena_free(arena);
	return status;
}
