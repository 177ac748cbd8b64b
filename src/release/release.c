/* Records and findings enter one by one, a release leaves. */
#include "release/inside.h"

#include <string.h>

#include "base/arena.h"
#include "base/clock.h"
#include "base/file.h"
#include "base/json.h"
#include "release/about/about.h"
#include "release/archive/archive.h"
#include "release/facts/facts.h"
#include "release/predecessor/known.h"
#include "release/text/escape.h"
#include "release/writers.h"

#define ENTRY_BYTES (16u << 10) /* of files and archive, generously */
#define BASE_BYTES  (4u << 20)

static uint64_t
needed_bytes(const struct release_settings *settings)
{
	uint64_t entries = 0;

	for (size_t i = 0; i < settings->list_count; i++)
		entries += settings->lists[i].entries;
	return BASE_BYTES + entries * ENTRY_BYTES;
}

static void
open_table(struct release *release, enum table_name name, const struct release_same *same,
    const struct release_same *some)
{
	const struct table *table = rows_table(name);

	if (folder_take(&release->folder, same, table->path))
		return;
	release->tables[name] = folder_create_large(&release->folder, table->path);
	buffer_clear(&release->line);
	rows_header(&release->line, table);
	release->headers[name] = release->line.length;
	folder_add(&release->folder, release->tables[name], &release->line);
	folder_from(&release->folder, release->tables[name], some, table->path, NULL);
}

/* In one order, made or taken: some that tell of them tell them in it. */
static void
create_files(struct release *release)
{
	struct folder *folder = &release->folder;
	const struct release_same *before = release->settings->same;
	const struct release_same *same = before != NULL && before->works ? before : NULL;
	const struct release_same *some = same == NULL ? before : NULL;

	release->is_same = folder_take(folder, same, "data/works.jsonl") &&
	    folder_take(folder, same, rows_table(TABLE_HISTORY)->path);
	if (release->is_same) {
		changes_same(&release->changes);
	} else {
		same = NULL;
		folder_give_back(folder, 0);
		release->works = folder_create_large(folder, "data/works.jsonl");
		folder_from(folder, release->works, some, "data/works.jsonl",
		    release->previous == NULL ? NULL : release->previous->sums[0]);
		open_table(release, TABLE_HISTORY, NULL, NULL);
	}
	copies_open(&release->copies, release->settings, same, some, folder,
	    &release->line, release->writer);
	for (enum table_name t = 0; t < TABLES; t++)
		if (t != TABLE_HISTORY)
			open_table(release, t, t == TABLE_FINDINGS ? NULL : same,
			    t == TABLE_FINDINGS ? NULL : some);
}

struct release *
release_open(const struct release_settings *settings, const struct predecessor *previous,
    const char **words)
{
	struct arena *arena = arena_new();
	struct release *release = arena_alloc(arena, sizeof *release);
	/* The caller may print it when the arena is gone. */
	static char reason[512];

	*words = NULL;
	release->arena = arena;
	release->scratch = arena_new();
	release->settings = settings;
	release->previous = previous;
	buffer_init(&release->line, 0);
	release->writer = json_writer_new(&release->line, false);
	tally_init(&release->tally, arena, settings);
	changes_init(&release->changes, arena, previous, CHANGES_TOLD);
	history_open(
	    &release->history, arena, previous == NULL ? NULL : previous->folder);
	release->today = clock_date_text(arena, settings->clock);
	index_init(&release->index, arena);
	buffer_init(&release->watched, 0);
	buffer_init(&release->indexed, 0);
	if (folder_open(&release->folder, arena, settings, needed_bytes(settings)))
		create_files(release);
	if (release->folder.words == NULL)
		return release;
	snprintf(reason, sizeof reason, "%s", release->folder.words);
	*words = reason;
	release_close(release);
	return NULL;
}

static void
close_data(struct release *release)
{
	folder_close(&release->folder, release->works);
	release->works = NULL;
	for (enum table_name t = 0; t < TABLES; t++) {
		folder_close(&release->folder, release->tables[t]);
		release->tables[t] = NULL;
	}
}

static void
write_rest(struct release *release)
{
	const struct release_settings *settings = release->settings;
	const char *name = escape_file_name(release->arena, settings->name);
	struct about about = {
		.arena = release->scratch,
		.settings = settings,
		.name = name,
		.title = settings->title != NULL ? settings->title : name,
		.version = clock_version_text(release->arena, settings->clock),
		.date = clock_date_text(release->arena, settings->clock),
		.tally = &release->tally,
		.changes = &release->changes,
		.previous = release->previous,
		.folder = &release->folder,
		.stand_in = facts_stand_in(settings),
	};

	copies_finish(&release->copies, &about);
	writers_run(&about, &release->line);
	bagit_write(&about, &release->folder);
}

enum release_status
release_finish(struct release *release, struct release_result *result)
{
	struct folder *folder = &release->folder;
	struct totals *totals = &release->tally.totals;
	struct committed committed;
	const char *archive = NULL;

	memset(result, 0, sizeof *result);
	changes_finish(&release->changes);
	totals->added = release->changes.kinds[CHANGES_ADDED].count;
	totals->changed = changes_count(&release->changes);
	totals->counts_only = release->changes.counts_only;
	totals->removed = release->changes.kinds[CHANGES_REMOVED].count;
	tally_finish(&release->tally);
	for (bool rest = true; rest;) {
		buffer_clear(&release->line);
		rest = history_rest(&release->history, &release->line);
		copies_add_history(&release->copies, release->scratch, &release->line);
		release_flush(release, release->tables[TABLE_HISTORY]);
		arena_reset(release->scratch);
	}
	close_data(release);
	if (folder->words == NULL)
		write_rest(release);
	result->totals = *totals;
	if (folder->words == NULL &&
	    packing_pack(&release->packing, release->arena, release->settings,
		release->previous, folder, result, &archive))
		copies_place(&release->copies);
	if (folder->words == NULL &&
	    folder_commit(folder, archive, archive_suffix(release->settings->compress),
		result->archive_sha256, &committed)) {
		result->folder = committed.folder;
		result->archive = committed.archive;
		release->packing.made.archive = file_name(committed.archive);
		result->report = file_join(
		    release->arena, committed.folder, "report.html");
		return RELEASE_OK;
	}
	if (folder->words == NULL)
		folder_fail(folder, "cannot write", folder->parent);
	result->words = folder->words;
	return RELEASE_IO;
}

void
release_close(struct release *release)
{
	if (release == NULL)
		return;
	close_data(release);
	copies_close(&release->copies);
	history_close(&release->history);
	folder_discard(&release->folder);
	json_writer_free(release->writer);
	buffer_free(&release->line);
	tally_free(&release->tally);
	index_free(&release->index);
	buffer_free(&release->watched);
	buffer_free(&release->indexed);
	packing_free(&release->packing);
	arena_free(release->scratch);
	arena_free(release->arena);
}
