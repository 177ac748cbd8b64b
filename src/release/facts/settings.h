/* What a release is to be of and to say of itself: its settings, lists and sources. */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

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

/* The release before, and what of it is known to be as it would be made now. */
struct release_same {
	bool works; /* all of them and the history of counts; false: some may be */
	const char *folder; /* of the one before */
	/* Its files as they were made, as release_sums has them: what depends on the
	 * works alone is copied, if it is still so. */
	const char *sums;
	struct release_memo base; /* of its database: release_base */
	bool findings;            /* they will be the same, too */
	bool face; /* and what it says of itself: title, licence, its home … */
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
	struct release_memo packed;      /* by the one before */
	const struct release_same *same; /* NULL: nothing is known to be the same */
};
