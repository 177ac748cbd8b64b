/* One side of a pair of works.  Enters what judge/ compares. */
#pragma once

#include <stddef.h>

struct author;

/* What is known of one side; NULL and 0 where it is not. */
struct description {
	const char *title;
	const char *name; /* short name that may stand before the title */
	const char *subtitle;
	int year;
	const char *venue;
	const struct author *authors;
	size_t author_count;
	const char *claims_authors_text; /* as a list gives them */
	const char *doi;                 /* two unrelated ones: two publications */
	const char *arxiv;               /* with or without version */
	const char *type;                /* CSL type: a data set is no article */
};
