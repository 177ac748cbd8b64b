/*
 * Inside list/prose/: how its files share the reading of a text.
 *
 *	slices.c    Markdown → slices that end at block boundaries
 *	pipes.c     where tables begin and go on
 *	definitions.c  the reference definitions a slice needs
 *	mend.c      a line with a malformed link → one cmark reads; marks.c: marks of items
 *	markdown.c  slice → headings, rows, items (cmark-gfm's door);
 *	            markdown_inline.c: what is in them → pieces; markdown_blocks.c,
 *	            markdown_period.c, markdown_entry.c: an entry of several blocks
 *	html.c      raw HTML → rows, items
 *	addresses.c addresses and identifiers in words
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "list/item/item.h"

struct arena;
struct buffer;
struct markup;

void markdown_read(struct reader *, const char *bytes, size_t length);
/* budget.c: tables and paragraphs beyond all measure are wiped, and told. */
void budget_hold(struct reader *, char *bytes, size_t length);
/* The longest paragraph that cmark is given, bytes. */
enum { PROSE_LONGEST = 64 << 10 };
void html_read(struct reader *, const char *html, unsigned line);
/* html_pieces.c: what an element holds; is it one of this name? */
struct pieces html_pieces(struct reader *, const struct markup *);
bool html_is(const struct markup *, const char *name);
/* What the first <summary> holds. */
struct pieces html_summary(struct reader *, const char *html);
/* Behind a line of tags all is HTML to Markdown up to a blank line, but bullets to whoever
 * wrote it; and lines of text behind a heading.  Not so in a table of HTML's.  `before`:
 * what the line before was. */
enum html_line { HTML_NONE, HTML_HIDES, HTML_HEADING, HTML_TABLE };
enum html_line html_line(enum html_line before, const char *line, size_t length);
/* Does the line begin with words, or a tag that stands among words? */
bool html_is_text(const char *line, size_t length);

/* definitions.c: lines "[label]: url", which may stand far from their use. */
struct definitions;
struct definitions *definitions_collect(struct arena *, const char *bytes, size_t length);
void definitions_free(struct definitions *); /* what is not in the arena */
/* Those whose label the slice names, behind it. */
void definitions_append(
    struct definitions *, struct arena *scratch, struct buffer *slice);
/* notes.c: footnotes.  Where the mark "[^label]:" ends that a line begins with, 0: it
 * begins none.  The text without references to those it has, line by line: itself, or
 * in the buffer. */
size_t notes_begin(const char *line, size_t length);
const char *notes_drop(
    struct arena *, const char *bytes, size_t *length, struct buffer *);
/* The number that an item gets which is one. */
#define NOTES_NUMBER 999999999
/* pipes.c.  |---|:--:|; the line is a header, and the next one its rule. */
bool pipes_are_rule(const char *line, size_t length);
bool pipes_start_table(
    const char *line, size_t length, const char *next, const char *end);
/* Blank lines and comments between two rows, as editors leave them, end a table for
 * Markdown, but not for its readers: where it goes on, or NULL. */
const char *pipes_behind_gap(const char *at, const char *end);
/* mended.c: keeps, for the entry of that line, the bytes that were read otherwise. */
void mended_keep(struct reader *, unsigned number, const char *line, size_t length,
    const struct buffer *mended);
/* mend.c: true when the line was malformed; *out then holds the mended one. */
bool mend_line(const char *line, size_t length, struct buffer *out);
/* marks.c: how long the mark of an item is that begins here, "-" or "12."; 0: none does. */
size_t marks_item(const char *line, size_t length);
/* A bullet without its blank ("-[Title](url)"), with the box of a task, or a footnote: its
 * mark and a blank go to `out`; the bytes of the line that are done with, 0: it is none. */
size_t marks_mend(const char *line, size_t length, struct buffer *out);

/* addresses.c: addresses and identifiers in words become links. */
void addresses_find(struct arena *, struct pieces *);
