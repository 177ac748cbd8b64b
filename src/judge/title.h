/*
 * Titles made comparable, and how two of them stand to each other.  Inside of
 * judge/ only.
 */
#ifndef ENRICH_JUDGE_TITLE_H
#define ENRICH_JUDGE_TITLE_H

#include <stdbool.h>
#include <stddef.h>

struct arena;

/* Folded words of a stretch of text. */
struct words {
	const char **v;
	size_t count;
	const char *compact;	/* the words without blanks between */
};

struct title {
	struct words whole;
	struct words head;	/* before the first ": " or " - "; may be none */
	struct words tail;	/* behind it; none together with head */
	unsigned marks;		/* enum mark: errata, reviews, data … */
	bool cut;		/* ends in an ellipsis */
};

enum relation {
	TITLE_EQUAL,
	TITLE_NAME,	/* equal but for a name before the colon */
	TITLE_ORDER,	/* the same words in another order */
	TITLE_NEAR,	/* but for small words and slips of the pen */
	TITLE_SUBTITLE,	/* one lacks the other's subtitle */
	TITLE_START,	/* one is the beginning of the other */
	TITLE_PART,	/* much in common */
	TITLE_APART,
};

struct comparison {
	enum relation relation;
	double share;		/* weight in common ÷ weight of the lighter */
	double overlap;		/* weight in common ÷ weight of both */
	size_t telling;		/* common words that tell something */
	size_t common;		/* common words, small ones aside */
	bool numbers_differ;	/* "part 1" and "part 2", "II", "H2O" */
	bool two_names;		/* both have a name, not the same */
	struct words shared;	/* words in common, in the order of the first */
	struct words missing;	/* telling words of one side only */
};

/* Text of a title; NULL or "" gives one without words. */
void title_read(struct arena *, const char *text, struct title *);
void title_compare(struct arena *, const struct title *, const struct title *,
    struct comparison *);

/* Of two ways to compare the same works: which tells more for them. */
bool comparison_is_closer(const struct comparison *, const struct comparison *);

void words_read(struct arena *, const char *text, struct words *);
bool words_equal(const struct words *, const struct words *);
/* Does `part` stand in `whole`, word by word? */
bool words_contain(const struct words *whole, const struct words *part);
/* Words that are not small. */
size_t words_heavy(const struct words *);
/* Too common to tell two works apart: "Introduction", "Editorial". */
bool words_generic(const struct words *);

/* words_table.c */
enum mark {
	MARK_CORRECTION	= 1u << 0,
	MARK_RETRACTION	= 1u << 1,	/* the notice, not the article */
	MARK_REVIEW	= 1u << 2,	/* of a book, an evaluation */
	MARK_COMMENT	= 1u << 3,	/* comment, reply, response */
	MARK_DATA	= 1u << 4,	/* the data of a paper */
	MARK_SUPPLEMENT	= 1u << 5,
	MARK_FRONT	= 1u << 6,	/* preface, cover, editorial */
	MARK_EARLY	= 1u << 7,	/* preliminary report, protocol */
};

struct mark_phrase {
	const char *phrase;	/* folded */
	enum mark mark;
	bool start, end;	/* where it must stand; neither: anywhere */
};

extern const struct mark_phrase mark_phrases[];	/* phrase NULL: the end */
bool word_is_small(const char *);
bool word_is_common(const char *);	/* in titles of this field */
bool phrase_is_generic(const char *folded);
/* 0: tells nothing; otherwise up to 1. */
double word_weight(const char *);
/* A number, a numeral or a formula. */
bool word_is_number(const char *);

#endif
