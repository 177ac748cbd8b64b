/* Facts that licences are read by, made of data/license*.tsv. */
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "model/license.h"

/* data/license-ids.tsv: sorted by id, letter case aside. */
struct license_spdx {
	const char *id;
	bool in_cff; /* CITATION.cff 1.2.0 allows it */
};
extern const struct license_spdx license_spdx_ids[];
extern const size_t license_spdx_ids_count;
/* The id in its own spelling, however the text spells it; NULL: none. */
const struct license_spdx *license_find_spdx(const char *text);

/* data/licenses.tsv: by where and text; a place begins where _from says. */
enum license_where {
	LICENSE_FAMILY, /* the Hub's ids that are no licence outside the Hub */
	LICENSE_HUB,    /* the others, where they are no SPDX id in lower case */
	LICENSE_URL,    /* without scheme and "www.", without a slash at the end */
	LICENSE_WORDS,  /* of people, in the form that license_fold() gives them */
	LICENSE_WHERES
};
struct license_row {
	enum license_where where;
	const char *from; /* lower case */
	const char *expression;
};
extern const struct license_row license_rows[];
extern const size_t license_rows_count;
extern const size_t license_rows_from[];
/* The expression of a text as it stands in the table; NULL: none. */
const char *license_find_row(enum license_where, const char *text);

/* data/license-terms.tsv: how an expression begins, what it asks for. */
struct license_terms_row {
	const char *start;
	unsigned terms; /* enum license_term */
};
extern const struct license_terms_row license_terms_rows[];
extern const size_t license_terms_rows_count;
