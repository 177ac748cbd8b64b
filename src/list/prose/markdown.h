/* cmark-gfm's door inside list/: its nodes are known to nine files only. */
#pragma once

#include <stdbool.h>

#include "list/words/words.h"

struct arena;
struct cmark_node;
struct pieces;
struct reader;

/* Lines of the list that a node begins and ends on. */
unsigned markdown_line(const struct reader *, struct cmark_node *);
unsigned markdown_last_line(const struct reader *, struct cmark_node *);
/* Everything inside a node, text, links, images, as pieces, labels and addresses known. */
struct pieces markdown_pieces(struct reader *, struct cmark_node *parent);

/* markdown_list.c; depth: 0 for one that is in no other. */
void markdown_read_list(struct reader *, struct cmark_node *list, int depth);
/* markdown_nested.c.  Do the items only say more of what stands above?  `beside`: they are no part of it,
 * and words that do not name what they speak of are items of their own. */
bool markdown_all_details(struct reader *, struct cmark_node *list, bool beside);
/* From the first of them on into it. */
void markdown_take_details(struct reader *, struct pieces *own, struct cmark_node *first);
/* Do they say who wrote it, where and when it came out? */
bool markdown_is_credited(
    struct reader *, const struct pieces *own, struct cmark_node *list);
/* Are they works of their own, though they link nothing but by numbers in words? */
bool markdown_holds_works(
    struct reader *, const struct pieces *own, struct cmark_node *list);
/* Are they the title and what more there is, of an item that only labels?  Taken. */
bool markdown_take_title_below(
    struct reader *, struct pieces *own, struct cmark_node *list);

/* markdown_blocks.c.  The blocks of a slice, those of quotes among them: what each is by
 * itself, and whether its like begin entries, or say more of one. */
enum block_form {
	BLOCK_OTHER, /* pictures, code, tags */
	BLOCK_HEADING,
	BLOCK_LIST,    /* of things of their own; a table */
	BLOCK_DETAILS, /* a list that only says more */
	BLOCK_FACTS,   /* people, where and when, "Venue: …" */
	BLOCK_PROSE,
	BLOCK_WHOLE, /* words and labels, an entry or a remark; from here on they may begin one */
	BLOCK_ITEM,   /* a list of one */
	BLOCK_LINKS,  /* labels and badges */
	BLOCK_CALLED, /* "Title: …" */
	BLOCK_TITLE,  /* words that may be one */
	BLOCK_BOLD,
	BLOCK_LINKED,
	BLOCK_CITED,  /* a reference */
	BLOCK_FOLDED, /* <summary> */
	BLOCK_FORMS,
};
enum block_part { PART_ALONE, PART_BEGINS, PART_BELONGS };
struct block {
	struct cmark_node *node;
	enum block_form form;
	enum block_part part;
};
struct blocks {
	struct block *v;
	size_t count;
};
struct blocks markdown_blocks(struct reader *, struct cmark_node *document);
/* "**Title**", "3. [Title](u)": the piece that it begins with, past numbers and pictures. */
size_t markdown_lead(const struct pieces *);
/* markdown_period.c: the parts, from the forms. */
void markdown_find_period(struct reader *, struct blocks *);

/* markdown_candidate.c.  A heading or bold line that may turn out to be an entry: what
 * follows says so, when it is nothing but [paper] and [code] and people. */
struct candidate {
	struct pieces pieces;
	unsigned line, last_line;
	int level;  /* of the heading; 0: none is open */
	bool named; /* few words, that call a section as well as a thing */
};
/* Levels of what is no heading: a bold line; words without a mark; <summary>; an entry
 * already, but for links that stand below it. */
enum {
	CANDIDATE_BOLD = 7,
	CANDIDATE_PLAIN,
	CANDIDATE_FOLDED,
	CANDIDATE_READ,
	CANDIDATE_WHOLE, /* an entry for sure, as its like are: all that belongs to it comes */
	CANDIDATE_LABELLED, /* the same; a reference right below it knows its title better */
	CANDIDATE_NAMELESS /* the same; its title is still to come */
};
/* markdown_entry.c: one of a period; what belongs to it; all of it is there. */
void markdown_entry_begin(struct reader *, struct candidate *, const struct block *);
void markdown_entry_add(struct reader *, struct candidate *, const struct block *);
void markdown_entry_end(struct reader *, const struct candidate *);
void markdown_candidate_open(
    struct reader *, struct candidate *, struct cmark_node *, int level);
/* The node is a summary whose details go on behind it: opened. */
bool markdown_candidate_open_folded(
    struct reader *, struct candidate *, struct cmark_node *);
/* The block only says more of the candidate: taken. */
bool markdown_candidate_take(struct reader *, struct candidate *, struct cmark_node *);
/* Nothing more belongs to it: an entry, or nothing. */
void markdown_candidate_close(struct reader *, struct candidate *);

/* markdown_alike.c: words that lead to a paper by a label or its bare address. */
bool markdown_leads_to_paper(struct arena *, const struct pieces *);
/* "Ann Roe, Bob Poe. ICML, 2020", or where and when alone, up to a link. */
bool markdown_is_byline(struct arena *, const struct pieces *);
/* Each line of the paragraph is an item, as all are; true: they were. */
bool markdown_read_lines(struct reader *, struct cmark_node *paragraph);
/* The paragraph is one, as those beside it are. */
bool markdown_read_alike(struct reader *, const struct blocks *, size_t at);

/* markdown_table.c */
void markdown_read_table(struct reader *, struct cmark_node *table);
