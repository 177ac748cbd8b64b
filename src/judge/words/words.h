/*
 * Text enters; its folded words leave: in one spelling, in sets, weighed by how
 * common they are in the titles of a field.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>

struct arena;

/* Folded words of a stretch of text. */
struct words {
	const char **v;   /* as written, to be shown */
	const char **key; /* in one spelling, to be compared */
	size_t count;
	const char *compact; /* the keys without blanks between */
	const char *joined;  /* the same of the words as written */
};

void words_read(struct arena *, const char *text, struct words *);
bool words_equal(const struct words *, const struct words *);
/* Does `part` stand in `whole`, word by word? */
bool words_contain(const struct words *whole, const struct words *part);
bool words_have(const struct words *, const char *key);
/* Does `start` end within a word of `whole`, all words before being the same? */
bool words_break_off(const struct words *start, const struct words *whole);
/* Is the word the first letters of words that follow each other: "mimic"? */
bool words_spell(const struct words *, const char *letters);
/* Words that are not small. */
size_t words_heavy(const struct words *);
/* Too common to tell two works apart: "Introduction", "Editorial". */
bool words_generic(const struct words *);
/* Comes back every year or issue: "Annual report", "List of referees". */
bool words_periodical(const struct words *);

/*
 * spelling.c: the one spelling of a folded word: American, digits for numbers,
 * Latin letters for Greek ones.  `before`: the word before it, or NULL.
 */
const char *spelling_key(struct arena *, const char *word, const char *before);

/* data/words.tsv, by set and word; a set begins at its place in _from. */
enum word_set {
	WORDS_COMMON,
	WORDS_DECORATION, /* "oral", "NeurIPS", "pdf" */
	WORDS_DIRECTION,  /* "from", "to", "versus", "fewer" */
	WORDS_ENGLISH,    /* small words of English only … */
	WORDS_FOREIGN,    /* … and of other languages */
	WORDS_GENERIC,    /* "Editorial": tells no two works apart */
	WORDS_OTHER,      /* "reply", "protocol", "supplement" */
	WORDS_PERIODICAL,
	WORDS_SENSE,  /* small, but they turn a claim around */
	WORDS_SEQUEL, /* "revisited", "update" */
	WORDS_SERIES, /* "part", "volume": a number follows */
	WORDS_SMALL,
};
struct word_row {
	enum word_set set;
	const char *word;
};
extern const struct word_row word_rows[];
extern const size_t word_rows_count;
extern const size_t word_rows_from[];

/* word_sets.c: "generic" are phrases. */
bool word_is_in(enum word_set, const char *word);
bool word_is_small(const char *);
/* 0: tells nothing; otherwise up to 1. */
double word_weight(const char *);
/* A number, a numeral or a formula. */
bool word_is_number(const char *);

/* data/spellings.tsv, by word. */
struct spelling {
	const char *word, *key;
};
extern const struct spelling judge_spellings[];
extern const size_t judge_spellings_count;
