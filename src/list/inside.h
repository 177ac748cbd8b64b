/*
 * Inside list/: pieces of an item, and how its files share the work.
 *
 *	slices.c    text → slices that end at block boundaries
 *	mend.c      a line with a malformed link → one cmark reads
 *	markdown.c  slice → headings, rows, items (cmark-gfm's door)
 *	html.c      raw HTML → rows, items
 *	row.c       cells of a table row → entry; item.c: bullet → entry
 *	words.c     dates, venues, titles, names out of text
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

/* A stretch of an item's text. */
struct piece {
	enum piece_kind kind;
	bool strong;		/* bold */
	bool holds_image;	/* a link around an image */
	const char *text;	/* text, label, alternative text */
	const char *url;	/* of links and images */
};

struct pieces {
	struct piece *v;
	size_t count;
	const char *authors;	/* said in an item below, or NULL */
};

void pieces_add(struct arena *, struct pieces *, struct piece);
/* All text, links by their label, images left out; squeezed. */
char *pieces_text(struct arena *, const struct pieces *);
bool pieces_have_link(const struct pieces *);	/* http(s), no image */

/* What a table's columns hold. */
enum column {
	COLUMN_OTHER,
	COLUMN_TITLE,
	COLUMN_INSTITUTE,
	COLUMN_DATE,
	COLUMN_VENUE,
	COLUMN_LICENSE,
	COLUMN_BASE_MODEL,
	COLUMN_AUTHORS,
	COLUMN_PAPER,
	COLUMN_CODE,
	COLUMN_MODEL,
	COLUMN_DATASET,
	COLUMN_LINK,
};
enum { MOST_COLUMNS = 64 };

struct columns {
	enum column of[MOST_COLUMNS];
	size_t count;
	bool known;		/* a header was read and makes sense */
};

struct columns columns_read(struct arena *, const struct pieces *cells,
    size_t count);

/* A link as it was written, before it was mended. */
struct mended_link {
	unsigned line;
	const char *as_written;
};

/* Where reading stands. */
struct reader {
	struct arena *arena;	/* of the entries */
	struct arena *scratch;	/* of one slice */
	const char *list, *source;
	struct line_set damaged;
	struct mended_link *mended;	/* by line, rising */
	size_t mended_count;
	const char *headings[7];	/* open ones, by level */
	bool closed[7];			/* that section holds no entries */
	struct entry *entries;
	size_t count;
	unsigned base;		/* lines before the slice */
	/* The table that was cut: its header goes on in the next slice. */
	struct columns columns;
};

/* Heading: opens a section.  level 1 … 6. */
void reader_heading(struct reader *, int level, const char *text);
bool reader_is_closed(const struct reader *);
/* An entry is complete but for place and section, which are added here. */
void reader_add(struct reader *, struct entry *, unsigned line,
    unsigned last_line);

void markdown_read(struct reader *, const char *bytes, size_t length);
void html_read(struct reader *, const char *html, unsigned line);
void row_read(struct reader *, const struct columns *,
    const struct pieces *cells, size_t count, unsigned line);
/* `is_list`: a bullet; else a paragraph or heading, which must look like one.
 * true when it was an entry. */
bool item_read(struct reader *, const struct pieces *, bool is_list,
    unsigned line, unsigned last_line);
/* A link labelled by its kind: [paper], [code], not a URL. */
bool piece_is_label(struct arena *, const struct piece *);
/* Does the item only say more of the item above (authors, links)? */
bool item_is_detail(struct arena *, const struct pieces *);
/* Take what such an item says into the item above: links and authors. */
void item_take_detail(struct arena *, struct pieces *to,
    const struct pieces *detail);

/* slices.c: calls markdown_read for each slice. */
void slices_read(struct reader *, const char *bytes, size_t length);
/* mend.c: true when the line was malformed; *out then holds the mended one. */
bool mend_line(const char *line, size_t length, struct buffer *out);

/* words.c.  Dates: EDTF in the arena or NULL; start, end: where it stood. */
const char *words_date(struct arena *, const char *text, size_t *start,
    size_t *end);
/* "Arxiv, 2023.11" → venue and date. */
void words_venue(struct arena *, const char *text, struct entry *);
char *words_title(struct arena *, const char *text);
/* "BioGPT" of "BioGPT: Generative …", or NULL. */
char *words_name(struct arena *, const char *title);
/* A year that closes the title: cut off; the date, or NULL. */
const char *words_closing_year(struct arena *, char *title, bool has_date);
/* "paper", "[pdf]", "code", "🤗": a label that names a kind of link. */
bool words_is_generic(struct arena *, const char *label);
bool words_is_url(const char *label);

/* Links of pieces into an entry, images as badges. */
void entry_links(struct arena *, struct entry *, const struct pieces *,
    enum column);

#endif
