/* A session and its lists enter, a view of which nothing is read yet leaves. */
#include "evidence/evidence.h"

#include "base/arena.h"
#include "evidence/inside.h"
#include "judge/judge.h"
#include "model/source.h"

struct evidence *
evidence_new(const struct session *session, const struct list *lists, size_t list_count)
{
	struct arena *arena = arena_new();
	struct evidence *evidence = arena_alloc(arena, sizeof *evidence);

	*evidence = (struct evidence){ .session = session,
		.lists = lists,
		.list_count = list_count,
		.arena = arena,
		.opinions = arena_new(),
		.scratch = arena_new() };
	buffer_init(&evidence->text, 0);
	return evidence;
}

void
evidence_free(struct evidence *evidence)
{
	if (evidence == NULL)
		return;
	table_clear(&evidence->held);
	table_clear(&evidence->nothing);
	table_clear(&evidence->judged);
	table_clear(&evidence->leads);
	table_clear(&evidence->standings);
	table_clear(&evidence->remembered);
	table_clear(&evidence->prints);
	buffer_free(&evidence->text);
	judge_field_free(evidence->field);
	arena_free(evidence->of_works);
	arena_free(evidence->scratch);
	arena_free(evidence->opinions);
	arena_free(evidence->arena);
}

bool
evidence_accepts(const struct source *source, enum identifier_kind kind)
{
	return (source->accepts & IDENTIFIER_BIT(kind)) != 0;
}
