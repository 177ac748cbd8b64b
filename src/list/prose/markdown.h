/* cmark-gfm's door inside list/: its nodes are known to six files only. */
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
/* Do the items only say more of what stands above?  `beside`: they are no part of it,
 * and words that do not name what they speak of are items of their own. */
bool markdown_all_details(struct reader *, struct cmark_node *list, bool beside);
/* From the first of them on into it. */
void markdown_take_details(struct reader *, struct pieces *own, struct cmark_node *first);

/* markdown_candidate.c.  A heading or bold line that may turn out to be an entry: what follows says
 * so, when it is nothing but [paper] and [code] and people. */
struct candidate {
	struct pieces pieces;
	unsigned line, last_line;
	int level;  /* of the heading; 0: none is open */
	bool named; /* few words, that call a section as well as a thing */
};
/* Levels of what is no heading: a bold line; words without a mark; <summary>; an entry
 * already, but for links that stand below it. */
enum { CANDIDATE_BOLD = 7, CANDIDATE_PLAIN, CANDIDATE_FOLDED, CANDIDATE_READ };
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
bool markdown_read_alike(struct reader *, struct cmark_node *paragraph);

/* markdown_table.c */
void markdown_read_table(struct reader *, struct cmark_node *table);
