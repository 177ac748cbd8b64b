/* The rows that license.c looks things up in; docs/sources.md says whence. */
#ifndef ENRICH_MODEL_LICENSE_TABLE_H
#define ENRICH_MODEL_LICENSE_TABLE_H

struct license_row {
	const char *from;	/* lower case */
	const char *expression;
};

/* SPDX ids in their own spelling, NULL-terminated. */
extern const char *const license_spdx_ids[];
/* The Hub's ids, where they are not an SPDX id in lower case. */
extern const struct license_row license_hub_ids[];
/* Words of people, in the form that license.c folds them to. */
extern const struct license_row license_words[];
/* Addresses without scheme and "www.", without a slash at the end. */
extern const struct license_row license_urls[];

#endif
