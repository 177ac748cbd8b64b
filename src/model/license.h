/*
 * Licence texts of all kinds → SPDX expression or LicenseRef-…, or nothing.
 * One table; docs/sources.md names where its rows come from.  Never a guess:
 * a text that nobody can map stays NULL and is "unrecognised".
 */
#ifndef ENRICH_MODEL_LICENSE_H
#define ENRICH_MODEL_LICENSE_H

#include <stdbool.h>

struct arena;

enum license_status {
	LICENSE_STATED,
	LICENSE_UNRECOGNISED,	/* a text nobody could map */
	LICENSE_NONE,		/* the source says there is none */
	LICENSE_UNSTATED,	/* answered, says nothing */
	LICENSE_NOT_ASKED,
	LICENSE_UNANSWERED,
	LICENSE_STATUSES
};

const char *license_status_name(enum license_status);	/* "not-asked" … */

/*
 * What a FIELD_LICENSE claim's text may be: a Hugging Face id ("apache-2.0",
 * "llama3"), "other", a GitHub SPDX id or "NOASSERTION", a licence URL
 * (arXiv, Creative Commons), a Semantic Scholar or OpenAlex short form
 * ("CCBYNC"), or a list's free words ("CC-BY-NC-SA 4.0 (Non-Commercial)").
 * `source` is the name of the source, "list" for a list.  "none" from GitHub
 * means that the repository has no licence.
 * *expression: in the arena or constant; NULL unless LICENSE_STATED.
 */
enum license_status license_read(struct arena *, const char *source,
    const char *text, const char **expression);

/* For the report: public-domain, permissive, copyleft, non-commercial,
 * custom; NULL gives "none stated". */
const char *license_class(const char *expression);

#endif
