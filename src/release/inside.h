/* Inside release/: a release in the making. */
#pragma once

#include <stdint.h>
#include <stdio.h>

#include "base/buffer.h"
#include "release/changes/changes.h"
#include "release/changes/history.h"
#include "release/copies.h"
#include "release/folder/folder.h"
#include "release/packing.h"
#include "release/predecessor/index.h"
#include "release/record/rows.h"
#include "release/release.h"
#include "release/tally/tally.h"

struct release {
	struct arena *arena;   /* lives as long as the release */
	struct arena *scratch; /* of one record */
	const struct release_settings *settings;
	const struct predecessor *previous;
	struct folder folder;
	FILE *works, *tables[TABLES];
	uint64_t headers[TABLES];
	struct buffer line;
	struct json_writer *writer; /* into line */
	struct copies copies;
	struct tally tally;
	struct changes changes;
	struct history history;
	const char *today;
	struct index index;
	struct buffer watched, indexed;
	struct packing packing;
	int64_t works_bytes;
	bool is_same; /* all works are as in the release before: settings->same */
};

/* add.c: what stands in `line` goes into the file. */
void release_flush(struct release *, FILE *);
