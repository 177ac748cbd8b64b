/*
 * People's names by themselves, whatever list they stand in: of one, of several, and of
 * those who are not named.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>

struct arena;

/* words_person.c: one person in full, or with initials, as surely as words can say? */
bool words_are_person(const char *text, size_t length);
/* The same but for a capital: "Behzad azadie", among people. */
bool words_are_odd_person(const char *text, size_t length);
/* words_names.c: names that follow each other, from `start` on, with the marks for notes,
 * brackets and figures behind each; 0: none.  WORDS_END ends a slot for sure. */
enum { WORDS_END = '\x1e' };
struct words_names {
	size_t start, end;
	size_t names, marked;
	size_t open;  /* of the last name: where its brackets begin; 0: it has none */
	bool placed;  /* … says where a person is */
	bool eastern; /* all of them, as "王小明" */
};
struct words_names words_names_read(const char *text, size_t start);
/* The names alone, and what parts them. */
const char *words_names_plain(
    struct arena *, const char *text, const struct words_names *);
/* Marks for notes at `at`: their length. */
size_t words_mark_length(const char *at);
/* words_others.c: the text, or with "et al." for "u. a.", "и др.", "and 5 others", "等" behind
 * people. */
const char *words_others_said(struct arena *, const char *text);
/* "Ann Roe, et al, Int J Things": what stands behind those who are not named, cut off. */
const char *words_past_others(struct arena *, const char **authors);
/* Does a word end as those of things do ("Statistics")? */
bool words_hold_thing(const char *text, size_t length);
/* words_byline.c: how many people the first `length` bytes name, families first
 * or last; 0: they name something else, too.  *initials: one of them is
 * shortened, or "et al" stands there, as in references only. */
size_t words_count_people(const char *text, size_t length, bool *initials);
/* One word like a family ("Roe", "De Roe"), and no journal's? */
bool words_are_family(const char *text);
/* "Roe", "Roe and Poe"? */
bool words_are_families(const char *text);
/* Are they people, and enough to be believed: two, or one of two words? */
bool words_are_byline(const char *text, size_t length);
/* The same, three or more, and each in full, none in one word. */
bool words_are_people_in_full(const char *text, size_t length);
/* words_kind.c: "PDF, EPUB", "TensorFlow", "Slides": is it called by words of files, tools and
 * labels alone, and so no venue and nobody? */
bool words_name_thing(const char *text);
/* "Some Lab, Other University": does it name institutions, and no venue? */
bool words_name_house(const char *text);
