/*
 * release/: records and findings, as they come → files → archive.
 *
 * Whole or absent: everything is written into a hidden folder beside, synced;
 * archive and sums are renamed first, the folder last.  The bytes depend on
 * what enters here only: no host, path, duration or wall clock.
 */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "model/finding.h"
#include "model/record.h"
#include "model/totals.h"
#include "release/facts/settings.h"

struct buffer;
struct predecessor;

struct release;

enum release_status { RELEASE_OK, RELEASE_CANNOT_CREATE, RELEASE_IO };

struct release_result {
	const char *folder;  /* path of the folder as renamed */
	const char *archive; /* path */
	const char *report;  /* path of report.html */
	uint64_t archive_bytes;
	char archive_sha256[65];
	struct totals totals;
	const char *words; /* what went wrong, when it did */
};

/*
 * The predecessor may be NULL.  Leftovers of dead runs are swept.  NULL with
 * *words set: cannot create.  Disk space is looked at first.
 */
struct release *release_open(
    const struct release_settings *, const struct predecessor *, const char **words);
/* Of a record, in files that have one behind the other. */
enum release_text {
	TEXT_LINE,
	TEXT_WORK, /* rows of works.csv and of the next three */
	TEXT_MENTIONS,
	TEXT_ARTIFACTS,
	TEXT_CONFLICTS,
	TEXT_BIBTEX,
	TEXT_CSL,
	RELEASE_TEXTS
};
/*
 * How long they are.  `known`: as in the release before, whose sums settings->same has;
 * there they stand behind as many bytes of other works'.
 */
struct release_texts {
	bool known;
	uint64_t print; /* of what is watched */
	uint64_t lengths[RELEASE_TEXTS], behind[RELEASE_TEXTS];
};
/* Records come sorted by id (bytes).  Texts that are not known are made, and measured;
 * NULL: nobody asks. */
void release_add(struct release *, const struct record *, struct release_texts *);
/*
 * fill(context) adds records beside which those of the last time are written, so what
 * they point to stays as it is until this returned once more.  NULL: there are no more;
 * without it none may be added alone and nothing ended.
 */
void release_block(struct release *, void (*fill)(void *context), void *context);
/* Findings come sorted by list order, line, part, code. */
void release_add_finding(struct release *, const struct finding *);
/* Writes the rest, packs, renames.  `result` texts live until the release is
 * closed. */
enum release_status release_finish(struct release *, struct release_result *);
/* After that, and until the release is closed: for the one who opens it as a
 * predecessor. */
struct release_memo release_index(struct release *);
struct release_memo release_packed(struct release *);
struct release_memo release_base(struct release *);
/* Of its data and its pages, "SUM  PATH" a line; for the next one's release_same. */
void release_sums(struct release *, struct buffer *out);
/* SHA-256 of one of its files, by the path in it; NULL: none. */
const char *release_sum(struct release *, const char *path);
/* Removes what was not finished.  NULL is allowed. */
void release_close(struct release *);

/* One record as its JSON line (without newline), for explain --json. */
void release_record_json(const struct record *, struct buffer *);
