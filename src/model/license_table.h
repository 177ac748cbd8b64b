/* The rows that license.c looks things up in; docs/sources.md says whence. */
#ifndef ENRICH_MODEL_LICENSE_TABLE_H
#define ENRICH_MODEL_LICENSE_TABLE_H

#include <stdbool.h>
#include <stddef.h>

struct license_spdx {
	const char *id;
	bool in_cff; /* CITATION.cff 1.2.0 allows it */
};

/* license_spdx_table.c: sorted by id, letter case aside. */
extern const struct license_spdx license_spdx_ids[];
extern const size_t license_spdx_count;
/* The id in its own spelling, however the text spells it; NULL: none. */
const struct license_spdx *license_find_spdx(const char *text);

struct license_row {
	const char *from; /* lower case */
	const char *expression;
};

/* The Hub's ids, where they are not an SPDX id in lower case. */
/* Those of them that name a family: no licence outside the Hub. */
extern const char *const license_hub_families[];
extern const struct license_row license_hub_ids[];
/* Words of people, in the form that license.c folds them to. */
extern const struct license_row license_words[];
/* Addresses without scheme and "www.", without a slash at the end. */
extern const struct license_row license_urls[];

/* license_terms_table.c: how an expression begins, what it asks for. */
struct license_terms_row {
	const char *start;
	unsigned terms; /* enum license_term */
};
extern const struct license_terms_row license_terms_rows[];

#endif
