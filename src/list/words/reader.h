/*
 * The reader that keeps entries: headings, entries and what is left out enter as they
 * are read; entries leave, each with its place and section.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "list/words/repair.h"
#include "model/entry.h"

struct arena;
struct forms;
struct labels;

/* A link as it was written, before it was mended. */
struct mended_link {
	unsigned line;
	const char *as_written;
	const char *from, *to; /* what differs, as it stands and as it was read */
};

/* Does a section hold entries?  Contents end at the next heading. */
enum closed { OPEN, CLOSED, CLOSED_TO_NEXT };

/* section.c: what the words of a heading say of that. */
enum closed section_closed(struct arena *, const char *heading);
/* "Installation", "Usage": is it one of a manual? */
bool section_instructs(struct arena *, const char *heading);

/* Where reading stands. */
struct reader {
	struct arena *arena;   /* of the entries */
	struct arena *scratch; /* of one slice */
	struct arena *tree;    /* cmark's of it */
	const char *list, *source;
	const struct list_stated *stated; /* NULL: nobody said how it is written */
	struct line_set damaged;
	struct line_set not_utf8;
	const struct labels *labels; /* what its links repeat; NULL: not known */
	struct forms *forms;         /* what its items have in common; NULL: not kept */
	struct again *again;         /* how its items were read; NULL: not kept */
	struct mended_link *mended;  /* by line, rising */
	size_t mended_count;
	const char *headings[8]; /* open ones, by level; 7: a bold line */
	const char *under[8];    /* those under which the last entry stood … */
	const char *path, *year; /* … as a section, and what year they name */
	enum closed closed[7];
	size_t references; /* as papers print them, linked or not */
	bool cited;        /* the item at hand is one, whole */
	size_t sections;   /* headings so far */
	size_t manual;     /* … that only manuals have, and blocks of code */
	struct entry *entries;
	size_t count;
	bool among_titles;    /* the items around it are works */
	bool among_works;     /* … most of them by what they say, without a link */
	bool within_entry;    /* the item above the present one was an entry */
	const char *header;   /* of the last table whose rows link something */
	unsigned period;      /* forms of blocks that began entries, as bits */
	unsigned base;        /* lines before the slice */
	unsigned lined;       /* paragraphs whose lines were items each */
	unsigned broken;      /* records that could not be read whole */
	unsigned broken_line; /* … the first of them */
	const char *broken_why;
	struct list_form *seen;   /* forms, for people */
	struct list_form *doubts; /* sections that hardly follow theirs */
	size_t doubt_count;
	size_t seen_count;
	struct list_left left[LEFT_REASONS];
};

/* Heading: opens a section.  level 1 … 6. */
void reader_heading(struct reader *, int level, const char *text);
bool reader_is_closed(const struct reader *);
/* Closed by a heading that may as well name a subject ("Navigation")? */
bool reader_is_doubtful(const struct reader *);
/* The year an open heading names, the innermost first; NULL: none. */
const char *reader_year(struct reader *);
/* An entry is complete but for place and section, which are added here. */
void reader_add(struct reader *, struct entry *, unsigned line, unsigned last_line);
/* Another entry of the same words as the one at `at`. */
void reader_add_again(struct reader *, size_t at, unsigned line, unsigned last_line);
/* Links that belong to the last entry, too; a date, a venue, people that it lacks. */
void reader_add_links(struct reader *, const struct entry *more);
/* The item at `line` is no entry. */
void reader_leave(struct reader *, enum list_left_why, unsigned line);
/* manual.c: all is read; of a manual, which is no list, only sections of papers stay. */
void manual_leave(struct reader *);

/* Line numbers of places that rise; start with { bytes, 1 }. */
struct place {
	const char *at;
	unsigned line;
};
unsigned reader_line(struct place *, const char *at);

/* The record at `line` could not be read, or not all of it. */
void reader_broken(struct reader *, unsigned line, const char *why);
