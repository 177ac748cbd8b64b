/* Inside enrich check: what is known so far, and telling a row. */
#pragma once

#include "command/news.h"
#include "command/remark.h"
#include "findings/findings.h"
#include "say/say.h"

enum { CHECK_WORDS = ROW_NOT_ASKED + 1 };

struct check {
	struct session session;
	struct story story;
	struct evidence *evidence;
	struct spellings *spellings;
	bool lines; /* JSON Lines, no remarks */
	struct remarks remarks;
	size_t fresh; /* rows to be looked at */
	enum news_against against;
	size_t counts[CHECK_WORDS];
	bool failed;   /* a verdict is one of --fail-on */
	bool has_open; /* somebody was to be asked, and did not answer */
};

/* A row as it is told of. */
struct row {
	const struct entry *entry;
	const char *place; /* of its list */
	struct row_verdict verdict;
	const struct merge_input *input;
	const struct findings *findings; /* without those accepted */
	const char *known_to;            /* who has its work; NULL: nobody */
};

/* Its verdict, and what else there is to do about it; counted in the check. */
void check_tell_row(struct check *, struct arena *, const struct row *);
