/*
 * Findings of one work enter; what there is to do, row by row, and the notes
 * leave.  Links that were not believed are told with their reasons elsewhere.
 */
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "explain/inside.h"

static bool
is_wanted(const struct finding *f, bool notes)
{
	return (f->class == FINDING_NOTE) == notes &&
	    (notes || strcmp(f->code, "link-title-mismatch") != 0);
}

static void
print_finding(struct arena *arena, const struct finding *f)
{
	const char *place = arena_printf(
	    arena, "%s:%u", f->list == NULL ? "all lists" : f->list, f->line);

	explain_wrap(arena, arena_printf(arena, "  %-9s ", place),
	    arena_printf(arena, "%s%s%s: %s [%s]", f->code,
		f->class == FINDING_NOTE ? "" : ", ",
		f->class == FINDING_NOTE ? "" : finding_classes[f->class],
		f->evidence == NULL ? "" : f->evidence, f->key));
	if (f->given != NULL && f->class != FINDING_NOTE &&
	    (f->field == NULL || strcmp(f->field, "row") != 0) &&
	    (f->evidence == NULL || strstr(f->evidence, f->given) == NULL))
		explain_wrap(arena, "            says  ", f->given);
	if (f->repair != NULL)
		explain_wrap(arena, "            write ", f->repair);
}

static size_t
print_class(struct arena *arena, const struct findings *findings, bool notes)
{
	size_t printed = 0;

	for (size_t i = 0; i < findings->count; i++) {
		if (!is_wanted(&findings->v[i], notes))
			continue;
		if (printed++ == 0)
			puts(notes ? "notes" : "to do");
		print_finding(arena, &findings->v[i]);
	}
	return printed;
}

void
explain_findings(struct arena *arena, const struct findings *findings)
{
	size_t printed = print_class(arena, findings, false);

	printed += print_class(arena, findings, true);
	if (printed > 0)
		puts("not so?   write KEY = your reason below [accept] in "
		     "enrich.conf");
}
