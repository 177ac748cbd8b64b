/* What the release before this one said of works, rows and findings. */
#pragma once

#include <stdbool.h>

#include "model/finding.h"
#include "model/work.h"
#include "release/facts/settings.h"

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
const char *predecessor_folder(const struct predecessor *);
/* SHA-256 of its works.jsonl, findings.csv or history.csv (path in it); NULL: none. */
const char *predecessor_sum(const struct predecessor *, const char *path);
/* By any identifier_key() or entry_key(); false: not in it, or several works', none
 * of which is called so. */
bool predecessor_work(const struct predecessor *, const char *key, struct registered *);
/* Date the finding was first seen; NULL: not in it. */
const char *predecessor_finding(const struct predecessor *, const char *key);
/* Its findings (not those gone already), for what has gone since. */
const struct findings *predecessor_findings(const struct predecessor *);
