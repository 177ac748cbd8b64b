/*
 * list/words/: what words say, wherever they stand.
 *
 * Words, pieces of text with their marks, and columns enter; titles, names,
 * people, dates and venues leave.  The reader that keeps entries is here, too:
 * prose/ and record/ fill it and do not know each other.
 *
 *	words.c     titles; words_name.c: names, people; words_count.c, words_date.c,
 *	            words_venue.c: dates, venues
 *	words_person.c one name; words_names.c: several, and what stands behind each;
 *	words_others.c: "and others"
 *	words_byline.c people in front of a reference; words_kind.c: words of venues, addresses of papers
 *	words_label.c links called by their kind, descriptions; words_stop.c: full stops that shorten
 *	pieces.c    pieces, their text and links; columns.c: what a column holds; columns_take.c: a cell
 *	section.c   which headings' sections hold no entries; manual.c: which texts
 *	reader.c    where reading stands: headings, entries, places
 *	repair.c    damaged text → text as it was meant
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

#include "list/words/reader.h"
#include "list/words/words_names.h"
#include "model/entry.h"

struct again;
struct arena;

/* What a table's columns hold. */
enum column {
	COLUMN_OTHER,
	COLUMN_NUMBER, /* of the row */
	COLUMN_TITLE,  /* "Title" */
	COLUMN_NAME,   /* of a model, data set, project, … */
	COLUMN_INSTITUTE,
	COLUMN_DATE,
	COLUMN_VENUE,
	COLUMN_LICENSE,
	COLUMN_BASE_MODEL,
	COLUMN_AUTHORS,
	COLUMN_PAPER, /* a title, people or just a link */
	COLUMN_CODE,
	COLUMN_MODEL,
	COLUMN_DATASET,
	COLUMN_LINK,
};
enum piece_kind { PIECE_TEXT, PIECE_LINK, PIECE_IMAGE };

/* A stretch of an item's text; a line break in it is "\n".  What is no text stands last. */
struct piece {
	const char *text; /* text, label, alternative text */
	const char *url;  /* of links and images */
	enum piece_kind kind;
	enum column speaks; /* spoken: of which most lines say this */
	bool strong;        /* bold */
	bool holds_image;   /* a link around an image */
	bool styled;        /* emphasis, code, small or raised */
	bool code;          /* a code span */
	bool repeated;      /* a label that the list repeats */
	bool broken;        /* the end of a line in the list's text */
	bool people;        /* names, and no more */
	bool person;        /* leads to who is named in the words in front */
	bool written;       /* no link, but an identifier or address in words */
	bool twice;         /* the list has it over two addresses at least */
	bool usual;         /* one in four of all labels, and more than a dozen */
	bool spoken;        /* a line begins, up to a colon, as many lines do */
};

struct pieces {
	struct piece *v;
	size_t count;
	/* What nested items say of the item above them: facts, nothing else. */
	struct entry details;
	/* Their words, for who looks at the list as a whole. */
	struct piece *below;
	size_t below_count;
	bool above; /* of a cell: it is one of a row above that reaches down here */
};

void pieces_add(struct arena *, struct pieces *, struct piece);
void pieces_add_all(struct arena *, struct pieces *, const struct pieces *more);
/* A link to `url` ends: without a word or a picture in it (an icon's), it is a label. */
void pieces_end_link(struct arena *, struct pieces *, const char *url);
/* "<[Title](u)> by …": signs around a link that say no more than that it is one go. */
void pieces_drop_signs(struct arena *, struct pieces *);
/* All text, links by their label, images left out; squeezed. */
char *pieces_text(struct arena *, const struct pieces *);
/* The same as it stands, without looking at each byte: how long it is, and the
 * first of it. */
enum { ENOUGH_TO_START = 160 };
size_t pieces_length(const struct pieces *);
char *pieces_start(struct arena *, const struct pieces *);
/* A colon behind so few bytes that they may be a word that speaks of the rest? */
enum { LONGEST_SPOKEN = 32 };
bool pieces_have_colon(const struct pieces *);
bool pieces_have_link(const struct pieces *);  /* http(s) */
bool pieces_have_paper(const struct pieces *); /* where papers are */

/* data/column-words.tsv: the first that fits a header counts. */
struct column_word {
	const char *word;
	enum column column;
};
extern const struct column_word column_words[];
extern const size_t column_words_count;

enum { MOST_COLUMNS = 64 };

struct columns {
	enum column of[MOST_COLUMNS];
	enum column role[MOST_COLUMNS]; /* what its links are */
	bool topic[MOST_COLUMNS];       /* says what works are about, or where */
	size_t count;
	bool known;  /* a header was read and makes sense */
	bool linked; /* some row has had a link */
	bool titled; /* the column of papers has their titles, short ones too */
};

/* What a column holds whose header says this, folded; which is called so, and no more. */
enum column columns_headed(const char *text);
enum column columns_word(const char *word);
struct columns columns_read(struct arena *, const struct pieces *cells, size_t count);
/* columns_learn.c: what stands in the rows below says of columns whose header
 * says nothing; a header that is understood is believed. */
struct table_row {
	const struct pieces *cells;
	size_t count;
	unsigned line, last_line; /* of the list's text */
};
void columns_learn(
    struct arena *, struct columns *, const struct table_row *rows, size_t count);
/* columns_stated.c: the columns that a curator states for so many; false: none. */
bool columns_stated(
    struct arena *, const struct list_stated *, size_t count, struct columns *);
const char *columns_stated_trouble(struct arena *, const char *value);
/* The date in a cell of a column of dates, "22.03" too, or NULL. */
const char *columns_date(struct arena *, const char *text);
/* What a cell, or words that stand for its column, says; columns of links and
 * names say nothing here. */
void columns_take(struct arena *, enum column, const char *text, struct entry *);

/* Links of pieces into an entry, images as badges. */
void pieces_link(struct arena *, struct entry *, const struct pieces *, enum column);

/*
 * words_date.c, words_venue.c.  Dates: EDTF in the arena or NULL; start, end: where it stood.
 */
const char *words_date(struct arena *, const char *text, size_t *start, size_t *end);
/* words_month.c: the month that a word names, in one of nine languages; 0: none. */
unsigned words_month(const char *word, size_t length);
/* "Mon 11th Apr 2022", "Week 3: March 5", "12 mai 2021": words that only say a day, the
 * month or the week's day among them. */
bool words_is_day(const char *text);
/* The one that the word before `end` names, or shortens in English; *start moves before
 * it. */
unsigned words_month_before(const char *text, const char *end, const char **start);
/* "Arxiv, 2023.11" → venue and date, where the entry has none yet. */
void words_venue(struct arena *, const char *text, struct entry *);
/* Is the text a venue and a date and no more ("NeurIPS 2023", "ACL'21")?
 * *venue: in the arena or NULL (a date alone). */
const char *words_venue_and_date(struct arena *, const char *text, const char **venue);
/* "Roe et al. (2003)", "Roe and Poe, 2003": into the entry; false: not so. */
bool words_take_people(struct arena *, const char *text, struct entry *);
/* words_year.c: four digits that may be a year, and no fifth. */
bool words_is_year(const char *at);
/* "2023-2024": how long the second year with its sign is, at the sign; 0: there is none. */
size_t words_year_again(const char *at);
/* No part of a number ("1903.00919", "37(10):2028-2040") or of a span ("2012-2016"). */
bool words_year_counts(const char *text, const char *year);
/* Is the date at `date` one of a story: "since 1947", "from 1671 to 1913"? */
bool words_is_told(const char *text, const char *date);
/* "Title. Accessed 3 May 2017": how much stands in front of that. */
size_t words_before_seen(const char *text);
/* "CVPR22", "ACL'21", "EMNLP ’23": capitals and two digits, of which a century is
 * understood; the year in the arena or NULL; start: where a mark or it begins. */
const char *words_glued_year(struct arena *, const char *text);
const char *words_short_year(struct arena *, const char *text, size_t *start);
/* "WiSec 25", where a bracket behind a title holds no more. */
const char *words_bracket_year(struct arena *, const char *text, const char **venue);
/* A year that closes the title: cut off; the date, or NULL. */
const char *words_closing_year(struct arena *, char *title, bool has_date);
/* "Title (NAACL'21)": the bracket cut off into venue and date. */
void words_closing_bracket(struct arena *, char *title, struct entry *);

/* words.c */
/* Are the first `length` bytes in marks of quotation? */
bool words_are_quoted(const char *text, size_t length);
char *words_title_n(struct arena *, const char *bytes, size_t length);
static inline char *
words_title(struct arena *arena, const char *text)
{
	return words_title_n(arena, text, strlen(text));
}
/* "BioGPT" of "BioGPT: Generative …", or NULL. */
char *words_name(struct arena *, const char *title);
/* "paper", "[pdf]", "code", "🤗": a label that names a kind of link. */
bool words_is_generic(struct arena *, const char *label);
bool words_is_url(const char *label);
/* "PubMed", "Kaggle": a place that lists name as an entry, too. */
bool words_is_hub(const char *label);
/* " - draws plots of things": a dash, and words as in a sentence. */
bool words_describe(const char *text);
/* The same people without marks for notes ("Roe*†"). */
const char *words_people(struct arena *, const char *text);
/* Words as a reader counts them; two Han characters or so are one. */
size_t words_count(const char *text);
/* Spelt As Titles Are: four words or more, most long ones with a capital, and no
 * sentence. */
bool words_are_titled(const char *text);
/* "Jane Roe, T. Poe and others", "Roe et al." */
bool words_are_authors(const char *text);
/* The same, and each has more than one word: no list of things is it. */
bool words_are_full_names(const char *text);
/* "van", "de", "bin": does a small word of names stand here? */
bool words_is_particle(const char *at, size_t length);
/* words_kind.c: do the first `length` bytes hold a word of venues or
 * institutions ("Journal", "University"), which no name of a person has? */
bool words_hold_place(const char *text, size_t length);
/* "Proceedings of the 19th THINGS": THINGS. */
const char *words_past_proceedings(const char *text);
/* "Patterns 1.9": Patterns. */
const char *words_without_volume(struct arena *, const char *venue);
/* Does it hold a word of those by which venues only are called: "journal", "Conf."? */
bool words_hold_called(const char *text);
/* "Int. Conf. on Things": is it called as venues only are? */
bool words_are_called(const char *text);
/* "Findings", "Some Track": does it hold a word that venues go on with? */
bool words_hold_track(const char *text);
/* Is it the name of a venue that is known? */
bool words_name_venue(struct arena *, const char *text);
/* words_venue.c: "arXiv", "EMNLP", "Nature Medicine": a venue without a year? */
bool words_name_place(const char *text);
/* Is it, by its host or path, where papers are? */
bool words_is_paper_address(const char *url);
/* What a repository, model or data set is called by its address; NULL. */
char *words_hub_name(struct arena *, const char *url);
/* Past blanks, pictures, bullets and signs that only decorate. */
const char *words_past_marks(const char *text);

/* words_label.c.  A link labelled by its kind: [paper], [code], not a URL. */
bool words_link_is_label(struct arena *, const struct piece *);
/* Nothing but links like [paper] and [code], and badges. */
bool words_are_labels(struct arena *, const struct pieces *);
/* "Journal of Things", not "Analysis of things": no long word is small. */
bool words_are_capitalised(const char *text);
/* words_stop.c: does a full stop end a word of three letters or more ("Soc.")? */
bool words_stop_ends_word(const char *text);
/* The full stop at `at` shortens a word from `start` on: "J.", "Proc.". */
bool words_stop_shortens(const char *start, const char *at);
/* More words than this name no work: they are its title. */
enum { LONGEST_NAME_WORDS = 4, TITLE_WORDS = 4 };
/* Bytes; what is longer is prose. */
enum { LONGEST_TITLE = 300, LONGEST_ITEM = 4000 };
