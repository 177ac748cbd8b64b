/*
 * Venues as lists and sources spell them: data/venues.tsv, data/venue-words.tsv.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>

struct arena;

enum venue_kind {
	VENUE_UNKNOWN,
	VENUE_JOURNAL,
	VENUE_CONFERENCE, /* and workshops */
	VENUE_SERIES,     /* of volumes, each of a meeting: "LNCS" */
	VENUE_PREPRINT,   /* a server: no venue, says preprint */
	VENUE_PLATFORM,   /* GitHub, a blog: no venue at all */
};

struct venue_row {
	const char *folded; /* without years, ordinals, small words */
	bool inside;        /* may stand inside a longer name */
	enum venue_kind kind;
	const char *key;
	const char *name;
};
extern const struct venue_row venue_rows[]; /* sorted by folded */
extern const size_t venue_rows_count;

/* By set and word; a set begins at its place in _from. */
enum venue_word_set {
	VENUE_AGAINST,
	VENUE_FOR,
	VENUE_NOISE,
	VENUE_SHORTENED,
	VENUE_PLACE,
	VENUE_THING,
};
struct venue_word {
	enum venue_word_set set;
	const char *word;
};
extern const struct venue_word venue_words[];
extern const size_t venue_words_count;
extern const size_t venue_words_from[];
/* The word is ASCII in any case; others are in no set. */
bool venue_has_word(enum venue_word_set, const char *word, size_t length);

/* What is left of a spelling tells venues apart: "findings association …". */
enum { VENUE_WORDS = 64 };
struct venue_split {
	const char *v[VENUE_WORDS];
	size_t count;
};
char *venue_fold(struct arena *, const char *text, struct venue_split *);
/* Is there a row whose first word the first of the text may be? */
bool venue_may_be_row(const char *text);
/* The first row that is not before such a text; its own row, or NULL. */
size_t venue_row_place(const char *folded);
const struct venue_row *venue_row_find(const char *folded);
