/* The judged links of a work enter; its identifiers, each once, leave. */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "join/inside.h"
#include "model/work_ids.h"

struct id_list {
	struct record_identifier *v;
	size_t count;
};

static void
add_id(struct arena *arena, struct id_list *list, struct identifier id,
    enum identifier_status status, const char *from)
{
	for (size_t i = 0; i < list->count; i++) {
		struct record_identifier *known = &list->v[i];

		if (!identifier_equal(known->id, id))
			continue;
		if (status == ID_GOOD && known->status != ID_GOOD) {
			known->status = ID_GOOD;
			known->from = from;
		} else if (status == known->status && strcmp(from, "list") == 0) {
			known->from = from;
		}
		/* Of two spellings the smaller one, whatever the order. */
		if (strcmp(id.value, known->id.value) < 0)
			known->id.value = id.value;
		return;
	}
	list->v = arena_push(arena, list->v, list->count, sizeof *list->v);
	list->v[list->count++] =
	    (struct record_identifier){ .id = id, .status = status, .from = from };
}

static int
compare_ids(const void *a, const void *b)
{
	const struct record_identifier *x = a, *y = b;

	return identifier_compare(x->id, y->id);
}

struct record_identifier *
works_fill_ids(struct arena *arena, struct arena *scratch, struct work *work)
{
	struct record_identifier *ids;
	struct id_list list = { 0 };

	for (size_t i = 0; i < work->entry_count; i++)
		for (size_t k = 0; k < work->entries[i]->identifier_count; k++) {
			const struct edge *edge = &work->edges[i][k];
			struct identifier id = edge->identifier->id;
			bool accepted = work_accepts_edge(edge);

			if (id.kind == IDENTIFIER_HF_ORG)
				continue;
			if (work_link_breaks_promise(work->entries[i], edge->identifier))
				accepted = false;
			/* Never said to be this work's: neither good nor
			 * wrong. */
			if (!accepted && work_puts_aside(work->entries[i], edge))
				continue;
			add_id(scratch, &list, id,
			    accepted                 ? ID_GOOD
				: edge->opinion.held ? ID_UNCLEAR
						     : ID_WRONG,
			    edge->identifier->from == NULL ? "list"
							   : edge->identifier->from);
			if (!accepted)
				continue;
			/* A renamed repository is no second artifact. */
			for (size_t m = 0; m < edge->learned_count; m++)
				if (identifier_is_paper(edge->learned[m].kind))
					add_id(scratch, &list, edge->learned[m], ID_GOOD,
					    edge->learned_from == NULL
						? "list"
						: edge->learned_from);
		}
	if (list.count > 1)
		qsort(list.v, list.count, sizeof *list.v, compare_ids);
	ids = arena_alloc(arena, list.count * sizeof *ids);
	if (list.count > 0)
		memcpy(ids, list.v, list.count * sizeof *ids);
	work->ids = ids;
	work->id_count = list.count;
	return ids;
}
