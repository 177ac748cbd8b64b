/*
 * Findings to fix or to decide enter in the order of lists and lines; rows
 * with all there is to do about them leave: one row is one line for people.
 */
#include <string.h>

#include "base/arena.h"
#include "release/tally/tally.h"

static bool
is_same_row(const struct finding *a, const struct finding *b)
{
	if (a->list == NULL || b->list == NULL)
		return false;
	return a->line == b->line && strcmp(a->list, b->list) == 0;
}

static void
keep_row(struct tally *t, struct todo_row *rows, size_t *kept)
{
	struct todo_row *row;

	if (*kept == TALLY_TODO)
		return;
	row = &rows[(*kept)++];
	*row = t->open;
	row->v = arena_alloc(t->arena, row->kept * sizeof *row->v);
	for (size_t i = 0; i < row->kept; i++)
		row->v[i] = finding_copy(t->arena, &t->open.v[i]);
}

void
tally_todo_close(struct tally *t)
{
	if (t->open.kept == 0)
		return;
	if (t->open.class == FINDING_FIX) {
		t->totals.rows_fix++;
		keep_row(t, t->fix, &t->fix_kept);
	} else {
		t->totals.rows_decide++;
		keep_row(t, t->decide, &t->decide_kept);
	}
	t->totals.rows_new += t->open.is_new;
	memset(&t->open, 0, sizeof t->open);
	arena_reset(t->open_arena);
}

static void
keep_retracted(struct tally *t, const struct finding *f)
{
	if (strcmp(f->code, "retracted") != 0 && strcmp(f->code, "withdrawn") != 0)
		return;
	if (t->retracted == NULL)
		t->retracted = arena_alloc(t->arena, TALLY_TOP * sizeof *t->retracted);
	if (t->retracted_kept < TALLY_TOP)
		t->retracted[t->retracted_kept++] = finding_copy(t->arena, f);
	t->retracted_count++;
}

void
tally_todo_add(struct tally *t, const struct finding *f)
{
	struct todo_row *open = &t->open;

	keep_retracted(t, f);

	if (open->kept > 0 && !is_same_row(&open->v[0], f))
		tally_todo_close(t);
	if (open->kept == 0) {
		open->class = FINDING_FIX;
		open->v = arena_alloc(t->open_arena, TALLY_ROW * sizeof *open->v);
	}
	if (f->class == FINDING_DECIDE)
		open->class = FINDING_DECIDE;
	open->is_new |= f->state == FINDING_NEW;
	if (open->kept < TALLY_ROW)
		open->v[open->kept++] = finding_copy(t->open_arena, f);
}
