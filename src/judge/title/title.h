/* Titles made comparable, and how two of them stand to each other. */
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "judge/words/words.h"

struct arena;

struct title {
	const char *text;   /* plain, decorations gone */
	const char *folded; /* the same, folded */
	struct words whole;
	struct words head; /* before the first ": " or " - "; may be none */
	struct words tail; /* behind it; none together with head */
	unsigned marks;    /* enum mark: errata, reviews, data … */
	unsigned ordinal;  /* "4. Results": 4; 0: none */
	unsigned year;     /* of a dropped "[ACL 2023]"; 0: none */
	bool cut;          /* ends in an ellipsis */
	bool reduced;      /* something of the title was left out */
};

/* Forms of one title: itself, without an acronym, one script of two. */
#define MOST_FORMS 4

enum relation {
	TITLE_EQUAL,
	TITLE_NAME,     /* equal but for a name before the colon */
	TITLE_NEAR,     /* but for small words and slips of the pen */
	TITLE_ORDER,    /* the same words in another order */
	TITLE_SUBTITLE, /* one lacks the other's subtitle */
	TITLE_START,    /* one is the beginning of the other */
	TITLE_PART,     /* much in common */
	TITLE_APART,
};

/* What the longer of two titles says more than the other. */
enum rest {
	REST_NONE,
	REST_CUT,      /* the shorter ends in an ellipsis */
	REST_SUBTITLE, /* it stands behind a colon, a full stop, in brackets */
	REST_AGAIN,    /* it says the title again in another language */
	REST_RUNS_ON,  /* the sentence goes on: "… in dentistry" */
	REST_SEQUEL,   /* "part 2", "revisited", "a reply" */
};

struct comparison {
	enum relation relation;
	enum rest rest;
	double share;         /* weight in common ÷ weight of the lighter */
	double overlap;       /* weight in common ÷ weight of both */
	double weight;        /* of what is in common */
	size_t telling;       /* common words that tell something */
	size_t common;        /* common words, small ones aside */
	size_t slips;         /* words that differ by a letter, no plurals */
	bool numbers_differ;  /* "part 1" and "part 2", "II", "H2O" */
	bool numbers_swapped; /* each has a small one or a year, else equal */
	bool two_names;       /* both have a name, not the same */
	bool rotated;         /* another order, but only of two halves */
	bool directed;        /* "from … to": the order says something */
	struct words shared;  /* words in common, in the order of the first */
	struct words missing; /* telling words of one side only */
};

/* Text of a title; NULL or "" gives one without words. */
void title_read(struct arena *, const char *text, struct title *);
/* The same in every form it may be found in; how many. */
size_t title_read_forms(struct arena *, const char *text, struct title forms[MOST_FORMS]);
/* Does the first speak about the other: a correction, reply, review, its data? */
unsigned title_marks_beyond(const struct title *, const struct title *);
/* Are they two parts of one series, by what stands behind "part", "phase", "type", or
 * by the years that they say? */
bool title_parts_differ(const struct words *, const struct words *);
/* Words as blanks part them: "anti-sars-cov-2-plasma" is one. */
size_t title_words_apart(const struct title *);
void compare_titles(
    struct arena *, const struct title *, const struct title *, struct comparison *);

/* Of two ways to compare the same works: which tells more for them. */
bool compare_is_closer(const struct comparison *, const struct comparison *);

/* plain.c: LaTeX, tags and decorations go; *title gets text and what fell. */
void plain_read(struct arena *, const char *text, struct title *);
/* The first ": ", " - " or dash that parts a name or title from the rest. */
const char *plain_part(const char *text, size_t *width);
/* plain_stamp.c: "[NeurIPS 2023] T" and "T (Oral)" become T; *title gets the year. */
char *plain_drop_brackets(struct arena *, char *text, struct title *);
/* "…, 2023-05 arXiv:2305.00003" loses its end. */
void plain_drop_stamps(char *);

/* rest.c: `longer` begins with all the words of `shorter`. */
enum rest rest_read(
    struct arena *, const struct title *shorter, const struct title *longer);
/* Does the shorter stand in the longer as a stretch of its own: from a sign, or the
 * beginning, up to one, or to the end, or, `cut`, to where it may have been cut? */
bool rest_stands(
    struct arena *, const struct title *shorter, const struct title *longer, bool cut);
/* A subtitle or head that says "another one": part 2, revisited, a reply. */
bool rest_is_sequel(const struct words *, size_t from);

/* common.c: what two titles share, weighed; shared and missing are filled. */
void common_weigh(
    struct arena *, const struct words *, const struct words *, struct comparison *);
/* Does the word stand in the other title: joined, in the plural, with a slip? */
bool common_has(const struct words *, size_t word, const struct words *other);
/* slip.c: one letter more, less or other; or two that changed places. */
enum slip { SLIP_NONE, SLIP_LETTER, SLIP_SWAPPED };
enum slip slip_of_letter(const char *, const char *);
bool slip_of_word(const struct words *, const struct words *, size_t at);
/* The same words, but for a letter of one, or of few of many. */
bool slip_only(const struct words *, const struct words *);
/* How the telling words of two titles without other ones are set. */
enum setting { SET_ALIKE, SET_OTHERWISE, SET_UNEVEN };
enum setting common_setting(struct arena *, const struct words *, const struct words *);
bool common_rotated(struct arena *, const struct words *, const struct words *);

enum mark {
	MARK_CORRECTION = 1u << 0,
	MARK_RETRACTION = 1u << 1, /* the notice, not the article */
	MARK_REVIEW = 1u << 2,     /* of a book, an evaluation */
	MARK_COMMENT = 1u << 3,    /* comment, reply, response */
	MARK_DATA = 1u << 4,       /* the data of a paper */
	MARK_SUPPLEMENT = 1u << 5,
	MARK_FRONT = 1u << 6, /* preface, cover, editorial */
	MARK_EARLY = 1u << 7, /* preliminary report, protocol */
};
/* Those that speak about the other text and are never a form of it. */
#define MARKS_ABOUT (MARK_CORRECTION | MARK_RETRACTION | MARK_COMMENT)

/* data/title-marks.tsv */
struct mark_phrase {
	const char *phrase; /* folded */
	enum mark mark;
	bool start, end; /* where it must stand */
};
extern const struct mark_phrase mark_phrases[];
extern const size_t mark_phrases_count;
