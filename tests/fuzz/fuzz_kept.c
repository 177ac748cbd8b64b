/*
 * Any bytes as what was kept and is read back: the first byte says what (a line that
 * `cache import` takes, the works, the findings or the index of an older release, what
 * an archive's members were packed of, a line of bulk files, the counts of the release
 * before, a work of another release).
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/file.h"
#include "base/json.h"
#include "cache/line.h"
#include "release/archive/packed.h"
#include "release/changes/edition.h"
#include "release/changes/history.h"
#include "release/predecessor/known.h"
#include "source/source.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

static char folder[] = "/tmp/enrich-fuzz.XXXXXX";

static void
remove_folder(void)
{
	file_remove_tree(folder);
}

static const char *
folder_of(struct arena *arena)
{
	static bool made;

	if (!made &&
	    (mkdtemp(folder) == NULL || atexit(remove_folder) != 0 ||
		mkdir(file_join(arena, folder, "data"), 0700) != 0))
		abort();
	made = true;
	return folder;
}

/* What is taken is written as it is read. */
static void
try_import(struct arena *arena, const char *bytes, size_t length)
{
	struct answer answer, again;
	struct json_writer *writer;
	struct buffer out;
	const char *reason;

	if (!line_read(arena, bytes, length, &answer, &reason))
		return;
	buffer_init(&out, 0);
	writer = json_writer_new(&out, false);
	line_write_answer(writer, &answer, arena);
	json_writer_free(writer);
	if (!line_read(arena, out.bytes, out.length, &again, &reason) ||
	    strcmp(answer.subject, again.subject) != 0 ||
	    answer.body_length != again.body_length)
		abort();
	buffer_free(&out);
}

static void
begin(struct predecessor *p, struct arena *arena)
{
	*p = (struct predecessor){ .arena = arena };
	index_init(&p->index, arena);
}

static void
try_works(struct arena *arena, const char *bytes, size_t length)
{
	struct predecessor p;

	begin(&p, arena);
	p.works = fmemopen((void *)(uintptr_t)(length == 0 ? "\n" : bytes),
	    length == 0 ? 1 : length, "r");
	if (p.works != NULL) {
		predecessor_read_works(&p);
		predecessor_find(&p, "doi:10.5555/tides.1");
		fclose(p.works);
	}
	index_free(&p.index);
}

static void
try_findings(struct arena *arena, const char *bytes, size_t length)
{
	struct predecessor p;

	begin(&p, arena);
	p.folder = folder_of(arena);
	if (!file_replace(
		file_join(arena, folder, "data/findings.csv"), bytes, length, 0600))
		abort();
	predecessor_read_findings(&p);
	index_free(&p.index);
}

static void
try_index(struct arena *arena, const char *bytes, size_t length)
{
	struct predecessor p;

	begin(&p, arena);
	if (index_decode(&p.index,
		"0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", bytes,
		length))
		predecessor_find(&p, "doi:10.5555/tides.1");
	index_free(&p.index);
}

/* Behind a head that this program wrote, or nothing gets past it. */
static void
try_packed(struct arena *arena, const char *bytes, size_t length)
{
	struct pieces one = { .archive = "demo.tar.gz" }, none = { 0 };
	const struct piece piece = { .length = 1 };
	struct packed_before before = { 0 };
	struct release_memo memo;
	struct buffer made;
	size_t head;

	buffer_init(&made, 0);
	packed_add(arena, &one, &piece);
	if (packed_keep(&one, &none, &made)) {
		head = made.length - strlen(one.archive) - 1 - 8 - sizeof piece;
		made.length = head;
		buffer_add(&made, bytes, length);
		memo = (struct release_memo){ made.bytes, made.length };
		packed_recall(arena, &memo, "/x/demo", ".tar.gz", &before);
		packed_find(&before.pieces, piece.bytes);
	}
	buffer_free(&made);
}

static void
try_bulk(struct arena *arena, const char *bytes, size_t length)
{
	const struct json *record = json_parse(arena, bytes, length, NULL);
	struct identifier ids[SOURCE_BULK_IDS];
	struct answer answer;
	struct brief brief;

	for (size_t i = 0; sources[i] != NULL; i++) {
		answer = (struct answer){ .source = sources[i]->name };
		if (sources[i]->bulk != NULL &&
		    sources[i]->bulk(sources[i], record, arena, ids, &answer) > 0)
			sources[i]->brief(&answer, arena, &brief);
	}
}

static void
try_history(struct arena *arena, const char *bytes, size_t length)
{
	const struct record record = { .id = "doi:10.5555/tides.1",
		.cited_by_count = 3,
		.cited_by_source = "crossref" };
	struct history history;
	struct buffer out;

	if (!file_replace(file_join(arena, folder_of(arena), "data/history.csv"), bytes,
		length, 0600))
		abort();
	buffer_init(&out, 0);
	history_open(&history, arena, folder);
	history_add(&history, &out, &record, arena, "2026-11-29");
	while (history_rest(&history, &out))
		continue;
	history_parse(arena, &out);
	history_close(&history);
	buffer_free(&out);
}

/* A work as another's release tells it, to be held against our own. */
static void
try_edition(struct arena *arena, const char *bytes, size_t length)
{
	struct edition edition = { .line = json_parse(arena, bytes, length, NULL) };
	const char *source;
	struct buffer out;

	if (edition.line == NULL || edition_id(&edition) == NULL)
		return;
	buffer_init(&out, 0);
	edition_title(&edition);
	edition_place(arena, &edition);
	edition_cited(&edition, &source);
	for (size_t i = 0; edition_key(arena, &edition, i) != NULL; i++)
		continue;
	for (int i = 0; i < WATCHES; i++)
		edition_watch(&edition, (enum watch)i, &out);
	buffer_free(&out);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
	static void (*const trials[])(
	    struct arena *, const char *, size_t) = { try_import, try_works, try_findings,
		try_index, try_packed, try_bulk, try_history, try_edition };
	struct arena *arena;

	if (length == 0)
		return 0;
	arena = arena_new();
	/* '0' is the first. */
	trials[bytes[0] % 48 % (sizeof trials / sizeof *trials)](
	    arena, (const char *)bytes + 1, length - 1);
	arena_free(arena);
	return 0;
}
