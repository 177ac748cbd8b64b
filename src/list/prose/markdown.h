/* cmark-gfm's door inside list/: its nodes are known to four files only. */
#ifndef ENRICH_LIST_PROSE_MARKDOWN_H
#define ENRICH_LIST_PROSE_MARKDOWN_H

#include <stdbool.h>

struct arena;
struct cmark_node;
struct pieces;
struct reader;

/* Lines of the list that a node begins and ends on. */
unsigned markdown_line(const struct reader *, struct cmark_node *);
unsigned markdown_last_line(const struct reader *, struct cmark_node *);
/* Append everything inside a node: text, links, images. */
void markdown_collect(struct arena *, struct pieces *, struct cmark_node *);
/* A blank between two blocks of one item. */
void markdown_blank(struct arena *, struct pieces *);

/* The same as pieces, labels and addresses known. */
struct pieces markdown_pieces(struct reader *, struct cmark_node *parent);

/* markdown_list.c; depth: 0 for one that is in no other. */
void markdown_read_list(struct reader *, struct cmark_node *list, int depth);
/* Do the items only say more of what stands above?  Into it. */
bool markdown_all_details(struct reader *, struct cmark_node *list);
void markdown_take_details(struct reader *, struct pieces *own, struct cmark_node *list);

/* markdown_table.c */
void markdown_read_table(struct reader *, struct cmark_node *table);

#endif
