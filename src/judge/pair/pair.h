/* What tells about a pair, and what follows.  Inside of judge/ only. */
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "judge/pair/description.h"
#include "judge/people/names.h"
#include "judge/title/title.h"
#include "model/opinion.h"

/* Everything about a pair that the verdict depends on. */
struct evidence {
	struct comparison titles;
	unsigned marks; /* one speaks about the other; enum mark */
	enum agreement authors;
	const char *who;
	bool nobody;           /* neither side names anybody */
	int years;             /* apart; -1: not known of both */
	bool generic;          /* "Editorial" */
	bool periodical;       /* "Annual report of …" */
	size_t words;          /* of the shorter title */
	bool same_identifier;  /* or of one family */
	bool same_arxiv;       /* versions of one arXiv paper */
	bool other_identifier; /* both have one, and neither is a copy's */
	bool two_arxiv;
	bool same_series;  /* DOIs of one journal, not of one article */
	bool kinds_differ; /* data set and text, book and article */
	bool two_chapters; /* of two books */
	bool two_articles; /* of journals */
	bool two_datasets; /* of one registrant, under two DOIs */
	bool venues_differ, venues_equal;
};

/* decide.c: the table of what follows from what. */
enum judgement decide_pair(const struct evidence *);
/* Has the title words enough to go by alone? */
bool decide_is_telling(const struct evidence *);

/* identity.c: fills what identifiers and types of the two say. */
void identity_compare(
    const struct description *, const struct description *, struct evidence *);

/* venue.c: fills whether the venues are equal or differ. */
void venue_compare(struct arena *, const char *, const char *, struct evidence *);
