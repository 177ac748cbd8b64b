/* cmark-gfm's door inside list/: its nodes are known to three files only. */
#ifndef ENRICH_LIST_PROSE_MARKDOWN_H
#define ENRICH_LIST_PROSE_MARKDOWN_H

struct arena;
struct cmark_node;
struct pieces;
struct reader;

/* Append everything inside a node: text, links, images. */
void markdown_collect(struct arena *, struct pieces *, struct cmark_node *);
/* A blank between two blocks of one item. */
void markdown_blank(struct arena *, struct pieces *);

/* markdown_table.c */
void markdown_read_table(struct reader *, struct cmark_node *table);

#endif
