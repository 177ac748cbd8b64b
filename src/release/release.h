/*
 * release/: records and findings, as they come → files → archive.
 *
 * Whole or absent: everything is written into a hidden folder beside, synced;
 * archive and sums are renamed first, the folder last.  The bytes depend on
 * what enters here only: no host, path, duration or wall clock.
 */
#ifndef ENRICH_RELEASE_H
#define ENRICH_RELEASE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "model/finding.h"
#include "model/record.h"
#include "model/totals.h"
#include "model/work.h"

struct arena;
struct buffer;
struct source;

struct release_list {
	const char *name;
	const char *revision; /* SHA-256 of its bytes */
	const char *url;      /* where it can be read, or NULL */
	size_t entries;
};

/* One source as this release used it. */
struct release_source {
	const struct source *source;
	const char *origin;     /* where the answers came from */
	bool stand_in;          /* origin is not the real service's */
	int64_t oldest, newest; /* of the answers used; 0: none */
	size_t asked;           /* questions in scope */
	size_t found, absent, ambiguous, not_asked, unanswered;
	bool lacks; /* too much is unanswered: the release is partial */
};

/*
 * What a release leaves to the next one, as bytes for the cache: what it said of
 * its works (release_index), what its archive has packed (release_packed).  Of
 * another release, or by other libraries, it is as good as none (NULL).
 */
struct release_memo {
	const char *bytes;
	size_t length;
};

struct release_settings {
	const char *folder; /* -o: made when missing */
	const char *name;
	int64_t clock;
	const char *since;   /* EDTF or NULL */
	const char *license; /* of the collection: SPDX id, or NULL: none
				   was chosen */
	const char *title, *homepage, *maintainer; /* or NULL, here and below */
	const char *orcid, *affiliation, *keywords, *doi;
	const char *compress; /* "gz", "zst", "xz", "zip" */
	/* Folder for the page, "none", or NULL: the release's site/. */
	const char *site;
	const char *program; /* "enrich 0.1.0" */
	const struct release_list *lists;
	size_t list_count;
	const struct override *overrides; /* listed in the card */
	size_t override_count;
	const char *partial; /* NULL: complete; else one sentence */
	const struct release_source *sources;
	size_t source_count;
	struct release_memo packed; /* by the one before */
};

/* The newest release of that name dated before the clock. */
struct predecessor;
/*
 * `previous`: NULL or "" looks in settings->folder, "none" gives none, else
 * the folder of a release.  NULL with *reason set: it cannot be read, or is not
 * what its manifest says; NULL without: there is none.
 */
struct predecessor *predecessor_open(const struct release_settings *,
    const char *previous, const struct release_memo *known, const char **reason);
void predecessor_close(struct predecessor *);
/* "NAME-2026.11.20" */
const char *predecessor_identity(const struct predecessor *);
/* By any identifier_key(); false: not in it. */
bool predecessor_work(
    const struct predecessor *, const char *identifier, struct registered *);
/* By entry_key(); false: not in it, or in several works. */
bool predecessor_entry(const struct predecessor *, const char *key, struct registered *);
/* Date the finding was first seen; NULL: not in it. */
const char *predecessor_finding(const struct predecessor *, const char *key);
/* Its findings (not those gone already), for what has gone since. */
const struct findings *predecessor_findings(const struct predecessor *);

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
/* Records come sorted by id (bytes). */
void release_add(struct release *, const struct record *);
/* Findings come sorted by list order, line, part, code. */
void release_add_finding(struct release *, const struct finding *);
/* Writes the rest, packs, renames.  `result` texts live until the release is
 * closed. */
enum release_status release_finish(struct release *, struct release_result *);
/* After that, and until the release is closed: for the one who opens it as a
 * predecessor. */
struct release_memo release_index(struct release *);
struct release_memo release_packed(struct release *);
/* Removes what was not finished.  NULL is allowed. */
void release_close(struct release *);

/* One record as its JSON line (without newline), for explain --json. */
void release_record_json(const struct record *, struct buffer *);

/*
 * What became of the works between two releases, folders or archives.  false with
 * *words in the arena: one of them is none, or is not what its manifest says.
 */
enum release_diff_form { RELEASE_DIFF_TEXT, RELEASE_DIFF_JSON, RELEASE_DIFF_MARKDOWN };
bool release_diff(struct arena *, const char *old_path, const char *new_path,
    enum release_diff_form, struct buffer *, const char **words);
/* The newest release of that name before the clock: its folder; NULL: none. */
const char *release_newest(struct arena *, const struct release_settings *);

/* Who is told of one thing that is not as it should be; line 0: of the whole file. */
typedef void release_tell(void *context, const char *file, size_t line, const char *what);
/*
 * The folder of a release, of whomever: sums, schema, and that all it refers to is in
 * it.  How much was told.
 */
size_t release_verify(struct arena *, const char *folder, release_tell *, void *context);
/* Its files against those of another, which was made in the same way. */
size_t release_same(struct arena *, const char *folder, const char *rebuilt,
    release_tell *, void *context);
/* verify_said.c.  A value of bag-info.txt, the `at`th of this label; when it was made;
 * NULL: it does not say. */
const char *release_said(
    struct arena *, const char *folder, const char *label, size_t at);
const char *release_created(struct arena *, const char *folder);
/* The release it was compared with, beside it or in `place`; NULL: not there. */
const char *release_predecessor_of(struct arena *, const char *folder, const char *place);
/* A folder is itself, an archive is unpacked; the caller removes it then. */
const char *release_folder(
    struct arena *, const char *path, bool *unpacked, const char **words);
/* Is an archive what the sums beside it say?  NULL, or why not. */
const char *release_beside(struct arena *, const char *archive);

/* Remove all but the newest `keep` releases of that name (0: keep all). */
void release_sweep(const struct release_settings *, unsigned keep);

#endif
