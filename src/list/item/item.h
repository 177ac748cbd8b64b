/*
 * list/item/: one bullet, paragraph or row of a table → entries.
 *
 *	table.c     rows → entries; row.c: cells → entry; cell.c: what one says
 *	item.c      bullet → entry; item_hear.c: what its words say;
 *	            again.c: words that were read before; parts.c: one row or
 *	            bullet, several entries
 *	item_form.c which paragraphs are entries; item_detail.c: which nested
 *	            items only say more of the one above; item_take.c: what,
 *	            item_spoken.c: lines that name it
 *	item_named.c works without a link; item_bare.c an address alone; item_slots.c: slots between bars
 *	item_cite.c a reference as papers print it; item_reference.c: without a link; cite_form.c: without marks;
 *	            cite_people.c: its front; cite_place.c: its end; cite_style.c: a title set apart; cite_book.c: a book
 *	item_label.c venues as labels
 *	labels.c    what links repeat
 *	item_people.c people without what stands behind their names; item_flat.c: where
 *	            they stand in a text without its marks
 *	item_lead.c what stands in front of a title; item_bold.c: bold text;
 *	            item_title.c: the title; item_rest.c, item_tail.c: the rest
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "list/words/words.h"

struct arena;

/* Reading an item from the left; `at` is the piece, `offset` in its text. */
struct cursor {
	const struct pieces *pieces;
	size_t at, offset;
};

/* table.c: rows[0] is the header, for sure where `headed`, or a row like the others. */
void table_read(struct reader *, const struct table_row *rows, size_t count, bool headed);
void row_read(struct reader *, struct columns *, const struct table_row *);
/* cell.c: a cell without its prose; what it calls its row, "" for nothing, with what
 * it says besides; all that it names. */
struct pieces cell_told(struct arena *, const struct pieces *cell);
const char *cell_title(
    struct reader *, enum column, const struct pieces *cell, struct entry *said);
const char *cell_names(struct arena *, const struct pieces *cell);
/* "link": a label whose address is still to come. */
bool cell_is_promised(struct arena *, const struct pieces *cell);
/* item_named.c: "Title of a Work [paper]()", "… [pdf](papers/x.pdf)": a label, and no
 * address.  Is the item, of which this was heard, a work without a link: does it say where
 * and when that came out, or who wrote it? */
bool item_is_promised(struct arena *, const struct pieces *);
bool item_is_named_work(const struct reader *, const struct pieces *, struct entry *);
/* Is an item that links nothing a work by what it says?  Nothing is added. */
bool item_is_work(struct reader *, const struct pieces *);
/* Are the words bold, or emphasised, and no others with them? */
bool item_is_set_apart(struct arena *, const struct pieces *, const char *title);
/* "**Title of a Work**⏎*Ann Roe, Bo Poe*": a title set apart, and people? */
bool item_is_signed(struct arena *, const struct pieces *);
/* What its words say of an entry, links aside; false: a paragraph that is none. */
bool item_hear(struct reader *, const struct pieces *, bool is_list, struct entry *);
/* `is_list`: a bullet; else a paragraph or heading, which must look like one.
 * true when it was an entry. */
bool item_read(struct reader *, const struct pieces *, bool is_list, unsigned line,
    unsigned last_line);
/* again.c: what became of an item, for the next one of the same words; NULL: it is
 * not kept. */
struct again_item {
	bool known;
	bool is_entry;
	size_t entry; /* which */
	size_t links; /* it had */
	size_t told;  /* to forms */
	size_t left[LEFT_REASONS];
};
struct again *again_new(struct arena *);
void again_free(struct again *); /* what is not in the arena */
struct again_item *again_find(struct reader *, const struct pieces *, bool is_list);
void again_keep(const struct reader *, struct again_item *, bool is_entry);
void again_take(
    struct reader *, const struct again_item *, unsigned line, unsigned last_line);

/* One entry each for the projects that the words of a row's title name in the order
 * of its links; false: they do not. */
bool parts_read(
    struct reader *, const struct entry *row, const char *words, unsigned line);
/* The same for titled links, in a cell with what each says besides: other cells stay
 * whole. */
bool parts_read_links(struct reader *, const struct entry *row, const struct pieces *,
    bool is_cell, unsigned line, unsigned last_line);
/* Does a label name a paper, code, a model or a data set? */
bool item_has_work(struct arena *, const struct pieces *);
/* item_spoken.c: words before a colon that say what an item below speaks of. */
struct spoken {
	const char *word, *said; /* "authors"; what stands behind the colon */
	enum column column;
};
bool item_spoken(struct arena *, const struct pieces *line, struct spoken *);
/* The words in front of a colon, folded: *text is moved behind it; NULL: there are none. */
const char *item_spoken_word(struct arena *, const char **text);
/* Does the item only say more of the item above (authors, links)? */
bool item_is_detail(struct arena *, const struct pieces *);
/* "*Ann Roe* ⏎ arXiv, 2023. [[paper]](u)": people, where, when and labels? */
bool item_is_credit(struct arena *, const struct pieces *);
/* "Word: https://…", and no more? */
bool item_says_link(const struct pieces *);
/* "[GitHub](u) (👨‍💻 120 · 🔀 930 · 8% open):": a label and figures. */
bool item_is_figures(struct arena *, const struct pieces *);
/* item_take.c: what such an item says, its links and details, into the item above. */
void item_take_detail(struct arena *, struct pieces *to, const struct pieces *detail);
/* A paragraph of an item: lines that only say more of it are taken so. */
void item_take_block(struct arena *, struct pieces *to, const struct pieces *block);

/* item_people.c: marks, brackets and links behind people's names go, from among pieces. */
void item_people_clean(struct arena *, struct pieces *);

/* item_badges.c: a venue and a date that only a badge shows. */
void item_badges_read(struct arena *, const struct pieces *, struct entry *);

/* labels.c: words that links repeat over many addresses.  Texts of `bytes` are
 * kept, not copied. */
struct labels;
struct labels *labels_collect(struct arena *, const char *bytes, size_t length);
void labels_free(struct labels *); /* what is not in the arena */
/* Sets `repeated` of each piece that is one; NULL: nothing is. */
void labels_mark(const struct labels *, struct arena *scratch, struct pieces *);

/* item_label.c: the venue and the date that a link is called, where unknown. */
void item_labels_read(struct arena *, const struct pieces *, struct entry *);
/* "([paper](u) [code](v)) Title", "[[IEEE-TED](u)] Title": past labels in brackets in front
 * of a title; false: there are none. */
bool item_labels_pass(struct arena *, struct cursor *);
/* Is the link no part of the title in front of it, but a label? */
bool item_label_follows(const char *title, const struct piece *link);
/* "2.20 - Title": month and day of `year` (NULL: none is known). */
void item_day_read(struct arena *, const char *year, struct cursor *, struct entry *);
/* item_slots.c: the title among slots that bars part; else as it was. */
char *item_slots_read(struct arena *, char *title, struct entry *);
/* item_bare.c: what an item is called that begins with a bare address; NULL: it
 * does not, or nothing says. */
char *item_bare_read(struct arena *, const struct pieces *);
/* Is all there is the address of a paper, and perhaps a few words? */
bool item_bare_is_paper(const struct pieces *);
/* item_cite.c: a reference ("Roe, A. \"Title.\" Venue (2015)") that an item begins
 * with, taken apart into the entry's title, authors, venue and date, the cursor
 * behind it. */
enum cited {
	CITED_NOT,
	CITED_STYLED, /* its title is set apart */
	CITED_WHOLE,  /* a grammar took all of it */
};
enum cited item_cite_read(struct arena *, struct cursor *, struct entry *);
/* item_reference.c: the item is a reference whole, without a link; among its likes it may
 * lack where it came out. */
bool item_reference_read(struct reader *, const struct pieces *, struct entry *);
/* cite_form.c: where the parts of a reference stand whose title no marks show; false: it
 * is none. */
struct cite_form {
	size_t people; /* their length, from the start on */
	const char *title;
	size_t length;     /* of the title */
	const char *place; /* where and when, perhaps nothing */
	const char *year;  /* four digits; NULL: in the place */
};
bool cite_form_find(const char *text, struct cite_form *);
/* Past what stands in front of a reference: "[16]", "3.", "#2", "2015 | ". */
const char *cite_form_past_ordinal(const char *text);
/* "Proceedings of …", "…, Vol. 28": nothing but a place of publication is called so. */
bool cite_form_is_published(const char *place);
bool cite_form_marked(const char *text, struct cite_form *); /* "Title[J]. …" */
/* Where the sentence, or the title, ends that begins here: at its full stop or the text's
 * end; a title behind a question with the next sentence, if that is no place. */
const char *cite_form_sentence_end(const char *text);
const char *cite_form_title_end(struct arena *, const char *title);
/* cite_people.c: does the full stop or colon at `at` end people that the text begins with, as
 * surely as the place behind their title lets it seem?  Those of initials do not. */
bool cite_people_end_at(struct arena *, const char *text, const char *at);
/* "Ann Roe, Bobin (Ray) Poe, Cid Moe. …", "Roe A, Poe B. Journal of Things, 2019": the length of a
 * sentence that is people. */
size_t cite_people_sentence(struct arena *, const char *text);
/* Their length without what they did: "Roe, Ann (Hrsg.)", "Bo Poe, editor". */
size_t cite_people_length(const char *text, size_t length);
/* cite_style.c: people, and a title that is set apart; the cursor moves behind all.
 * `loose`: what they did, or when, may stand between, and the title has two words. */
bool cite_style_read(struct arena *, struct cursor *, bool loose, struct entry *);
/* cite_book.c: a book as bibliographies have it: people, title, year; the venue is "",
 * so that nobody takes the publisher for one. */
bool cite_book_read(struct arena *, const char *text, struct entry *);
/* cite_place.c: what stands behind its title: venue and date, where unknown. */
void cite_place_read(struct arena *, const char *text, struct entry *);
/* item_label.c: is there nothing behind the piece but labels? */
bool item_labels_follow(struct arena *, const struct cursor *);
/* item_lead.c: venue, date and marks in front; the cursor moves behind them. */
void item_lead_read(struct arena *, struct cursor *, struct entry *);
/* What the item says in front of its links. */
struct heard {
	char *bold;   /* bold text, or NULL */
	char *before; /* text in front of a titled link */
	char *title;
	bool linked;   /* the bold text is a link */
	bool alone;    /* the bold text is all there is to a title */
	bool begins;   /* the bold text begins it */
	bool colon;    /* a colon ends it */
	bool remarked; /* no link is the title, nor leads to a paper */
};

/* item_form.c: is a paragraph or heading an entry?  Does an item only link to
 * places in the list itself or to headings of a README, as a table of contents does? */
bool item_is_entry(struct arena *, const struct pieces *);
bool item_is_contents(struct arena *, const struct pieces *);
/* Does it begin like a sentence to the reader ("See …", "Our …")? */
bool item_form_is_prose(const char *text);
/* Words like a title in front of a link to a work; or a link first of all? */
bool item_leads_work(struct arena *, const struct pieces *);
/* Could the paragraph be a title, when what follows is nothing but its links? */
bool item_may_title(struct arena *, const struct pieces *);
/* item_bold.c: the bold text that comes next; the cursor moves behind it. */
void item_bold_read(struct arena *, struct cursor *, struct heard *);
/* item_title.c: text up to the first label; then what it all amounts to. */
void item_title_read(struct arena *, struct cursor *, struct heard *);
void item_title_settle(struct arena *, struct entry *, struct heard *);
/* item_rest.c: dates, venue, authors behind the title, where still unknown. */
void item_rest_read(struct arena *, struct cursor, struct entry *);
void item_rest_read_text(struct arena *, const char *text, struct entry *);
/* item_ends.c: brackets, marks and pointers at the end go, in place; `remarked`: so do
 * remarks. */
void item_ends_drop(struct arena *, char *title, bool remarked);
/* "Roe et al. Title": the people into the entry; the rest. */
char *item_ends_past_people(struct arena *, char *title, struct entry *);
/* item_tail.c: "Title (2017), A. Author": what is no title is cut off, read. */
void item_rest_cut(struct arena *, char *title, struct entry *);
