/*
 * Inside list/: pieces of an item, and how its files share the work.
 *
 *	list.c      text → entries, whatever the format; list_name.c: its short
 *	            name, address.c: where it is fetched
 *	repair.c    damaged text → text as it was meant
 *	format.c    which format a list has: bibtex.c, csv.c and json.c read
 *	            records (given*.c: what their members mean); the default:
 *	slices.c    Markdown → slices that end at block boundaries
 *	definitions.c  the reference definitions a slice needs
 *	mend.c      a line with a malformed link → one cmark reads
 *	markdown.c  slice → headings, rows, items (cmark-gfm's door);
 *	            markdown_inline.c: what is in them → pieces
 *	html.c      raw HTML → rows, items
 *	section.c   which headings' sections hold no entries
 *	columns.c   what a column holds; row.c: cells of a table row → entry
 *	item.c      bullet → entry; parts.c: one row or bullet, several entries
 *	item_form.c which paragraphs are entries; item_detail.c: which nested
 *	            items only say more of the one above
 *	item_lead.c what stands in front of a title; item_bold.c: bold text;
 *	            item_title.c: the title; item_rest.c, item_tail.c: the rest
 *	pieces.c    collecting pieces, their text and links
 *	words.c     titles; words_name.c: names, people; words_date.c,
 *	            words_venue.c: dates, venues
 */
#ifndef ENRICH_LIST_INSIDE_H
#define ENRICH_LIST_INSIDE_H

#include <stdbool.h>
#include <stddef.h>

#include "list/repair.h"
#include "model/entry.h"

struct arena;
struct buffer;

enum piece_kind { PIECE_TEXT, PIECE_LINK, PIECE_IMAGE };

/* A stretch of an item's text; a line break in it is "\n". */
struct piece {
	enum piece_kind kind;
	bool strong;      /* bold */
	bool holds_image; /* a link around an image */
	bool styled;      /* emphasis, code, small or raised */
	const char *text; /* text, label, alternative text */
	const char *url;  /* of links and images */
	bool code;        /* a code span */
};

struct pieces {
	struct piece *v;
	size_t count;
	/* What nested items say of the item above them: facts, nothing else. */
	struct entry details;
};

/* Reading an item from the left; `at` is the piece, `offset` in its text. */
struct cursor {
	const struct pieces *pieces;
	size_t at, offset;
};

void pieces_add(struct arena *, struct pieces *, struct piece);
/* All text, links by their label, images left out; squeezed. */
char *pieces_text(struct arena *, const struct pieces *);
/* The same as it stands, without looking at each byte: how long it is, and the
 * first of it. */
enum { ENOUGH_TO_START = 160 };
size_t pieces_length(const struct pieces *);
char *pieces_start(struct arena *, const struct pieces *);
bool pieces_have_link(const struct pieces *); /* http(s) */

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
enum { MOST_COLUMNS = 64 };

struct columns {
	enum column of[MOST_COLUMNS];
	enum column role[MOST_COLUMNS]; /* what its links are */
	size_t count;
	bool known;  /* a header was read and makes sense */
	bool linked; /* some row has had a link */
};

struct columns columns_read(struct arena *, const struct pieces *cells, size_t count);
/* What a cell, or words that stand for its column, says; columns of links and
 * names say nothing here. */
void column_take(struct arena *, enum column, const char *text, struct entry *);

/* A link as it was written, before it was mended. */
struct mended_link {
	unsigned line;
	const char *as_written;
};

/* Does a section hold entries?  Contents end at the next heading. */
enum closed { OPEN, CLOSED, CLOSED_TO_NEXT };

/* section.c: what the words of a heading say of that. */
enum closed section_closed(struct arena *, const char *heading);

/* Where reading stands. */
struct reader {
	struct arena *arena;   /* of the entries */
	struct arena *scratch; /* of one slice */
	const char *list, *source;
	struct line_set damaged;
	struct mended_link *mended; /* by line, rising */
	size_t mended_count;
	const char *headings[8]; /* open ones, by level; 7: a bold line */
	enum closed closed[7];
	struct entry *entries;
	size_t count;
	unsigned base;        /* lines before the slice */
	unsigned broken;      /* records that could not be read whole */
	unsigned broken_line; /* … the first of them */
	const char *broken_why;
	/* The table that was cut: its header goes on in the next slice. */
	struct columns columns;
};

/* Heading: opens a section.  level 1 … 6. */
void reader_heading(struct reader *, int level, const char *text);
bool reader_is_closed(const struct reader *);
/* An entry is complete but for place and section, which are added here. */
void reader_add(struct reader *, struct entry *, unsigned line, unsigned last_line);

void markdown_read(struct reader *, const char *bytes, size_t length);
void html_read(struct reader *, const char *html, unsigned line);
void row_read(struct reader *, struct columns *, const struct pieces *cells, size_t count,
    unsigned line);
/* `is_list`: a bullet; else a paragraph or heading, which must look like one.
 * true when it was an entry. */
bool item_read(struct reader *, const struct pieces *, bool is_list, unsigned line,
    unsigned last_line);
/* Several titled links and nothing else: one entry each; `count` 0: no. */
size_t parts_of_links(
    struct arena *, const struct pieces *, const struct piece **links, size_t most);
/* One entry each for the projects a row's title names in the order of its
 * links; false: it does not. */
bool parts_read(struct reader *, const struct entry *row, unsigned line);
/* The same for titled links: other cells stay whole. */
bool parts_read_links(struct reader *, const struct entry *row, const struct pieces *,
    unsigned line, unsigned last_line);
/* A link labelled by its kind: [paper], [code], not a URL. */
bool piece_is_label(struct arena *, const struct piece *);
/* Nothing but links like [paper] and [code], and badges. */
bool item_is_labels(struct arena *, const struct pieces *);
/* Does a label name a paper, code, a model or a data set? */
bool item_has_work(struct arena *, const struct pieces *);
/* Does the item only say more of the item above (authors, links)? */
bool item_is_detail(struct arena *, const struct pieces *);
/* Take what such an item says into the item above: links and details. */
void item_take_detail(struct arena *, struct pieces *to, const struct pieces *detail);

/* A venue and a date that only a badge shows. */
void item_badges_read(struct arena *, const struct pieces *, struct entry *);

/* slices.c: calls markdown_read for each slice. */
void slices_read(struct reader *, const char *bytes, size_t length);

/* definitions.c: lines "[label]: url", which may stand far from their use. */
struct definitions;
struct definitions *definitions_collect(struct arena *, const char *bytes, size_t length);
void definitions_free(struct definitions *); /* what is not in the arena */
/* Those whose label the slice names, behind it. */
void definitions_append(
    struct definitions *, struct arena *scratch, struct buffer *slice);
/* mend.c: true when the line was malformed; *out then holds the mended one. */
bool mend_line(const char *line, size_t length, struct buffer *out);
/* A bullet without its blank ("-[Title](url)"): its mark and a blank go to
 * `out`; the bytes of the line that are done with, 0: it is no such line. */
size_t mend_bullet(const char *line, size_t length, struct buffer *out);

/* item_lead.c: venue, date and marks in front; the cursor moves behind them. */
void item_lead_read(struct arena *, struct cursor *, struct entry *);
/* More words than this name no work: they are its title. */
enum { LONGEST_NAME_WORDS = 4, TITLE_WORDS = 4 };
/* Bytes; what is longer is prose. */
enum { LONGEST_TITLE = 300, LONGEST_ITEM = 4000 };

/* What the item says in front of its links. */
struct heard {
	char *bold;   /* bold text, or NULL */
	char *before; /* text in front of a titled link */
	char *title;
	bool linked; /* the bold text is a link */
	bool alone;  /* the bold text is all there is to a title */
	bool begins; /* the bold text begins it */
	bool colon;  /* a colon ends it */
};

/* item_form.c: is a paragraph or heading an entry?  Does an item only link to
 * places in the list itself, as a table of contents does? */
bool item_is_entry(struct arena *, const struct pieces *);
bool item_is_contents(const struct pieces *);
/* item_bold.c: the bold text that comes next; the cursor moves behind it. */
void item_bold_read(struct arena *, struct cursor *, struct heard *);
/* item_title.c: text up to the first label; then what it all amounts to. */
void item_title_read(struct arena *, struct cursor *, struct heard *);
/* "[Roe et al. (2019)](u) — "Title"": the link names people. */
void item_title_swap(
    struct arena *, const struct cursor *, struct heard *, struct entry *);
void item_title_settle(struct arena *, struct entry *, struct heard *);
/* item_rest.c: dates, venue, authors behind the title, where still unknown. */
void item_rest_read(struct arena *, struct cursor, struct entry *);
void item_rest_read_text(struct arena *, const char *text, struct entry *);
/* The full stop at `at` shortens a word from `start` on: "J.", "Proc.". */
bool words_shorten(const char *start, const char *at);
/* item_tail.c: "Title (2017), A. Author": what is no title is cut off, read. */
void item_rest_cut(struct arena *, char *title, struct entry *);

/*
 * words_date.c, words_venue.c.  Dates: EDTF in the arena or NULL; start, end: where it stood.
 */
const char *words_date(struct arena *, const char *text, size_t *start, size_t *end);
/* "Arxiv, 2023.11" → venue and date, where the entry has none yet. */
void words_venue(struct arena *, const char *text, struct entry *);
/* Is the text a venue and a date and no more ("NeurIPS 2023", "ACL'21")?
 * *venue: in the arena or NULL (a date alone). */
const char *words_venue_and_date(struct arena *, const char *text, const char **venue);
/* "Roe et al. (2003)", "Roe and Poe, 2003": into the entry; false: not so. */
bool words_take_people(struct arena *, const char *text, struct entry *);
/* A year that closes the title: cut off; the date, or NULL. */
const char *words_closing_year(struct arena *, char *title, bool has_date);
/* "Title (NAACL'21)": the bracket cut off into venue and date. */
void words_closing_bracket(struct arena *, char *title, struct entry *);

/* words.c */
char *words_title(struct arena *, const char *text);
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
/* "Jane Roe, T. Poe and others", "Roe et al." */
bool words_are_authors(const char *text);
/* The same, and each has more than one word: no list of things is it. */
bool words_are_full_names(const char *text);
/* Past blanks, pictures, bullets and signs that only decorate. */
const char *words_past_marks(const char *text);

/* Links of pieces into an entry, images as badges. */
void entry_links(struct arena *, struct entry *, const struct pieces *, enum column);

#endif
