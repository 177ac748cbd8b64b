/*
 * Comparisons enter; words a curator understands leave.
 */
#include "judge/reasons.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"

/* Words named in a reason. */
#define MOST_NAMED 6

void
reasons_add(struct verdict_draft *draft, const char *format, ...)
{
	char words[512];
	va_list arguments;

	va_start(arguments, format);
	vsnprintf(words, sizeof words, format, arguments);
	va_end(arguments);
	draft->reasons = arena_push(
	    draft->arena, draft->reasons, draft->count, sizeof *draft->reasons);
	draft->reasons[draft->count++] = arena_text(draft->arena, words);
}

const char *
reasons_name(struct verdict_draft *draft, const char *name)
{
	return name == NULL
	    ? ""
	    : text_shorten(draft->arena, text_squeeze(draft->arena, name), 60);
}

/* "for", "and", "biomedical" */
static const char *
name_words(struct arena *arena, const struct words *words)
{
	char *out = arena_text(arena, "");

	for (size_t i = 0; i < words->count && i < MOST_NAMED; i++)
		out = arena_printf(arena, "%s%s\"%s\"", out, i > 0 ? ", " : "",
		    text_shorten(arena, words->v[i], 24));
	if (words->count > MOST_NAMED)
		out = arena_printf(arena, "%s, \xe2\x80\xa6", out);
	return out;
}

static void
reason_start(struct verdict_draft *draft, enum rest rest, const char *missing)
{
	switch (rest) {
	case REST_NONE:
	case REST_SEQUEL:
		reasons_add(draft, "one title is the beginning of the other");
		break;
	case REST_RUNS_ON:
		reasons_add(draft, "one title goes on where the other ends: %s", missing);
		break;
	case REST_CUT:
		reasons_add(draft, "titles equal as far as the cut one goes");
		break;
	case REST_SUBTITLE:
		reasons_add(draft, "titles equal but for what follows in one");
		break;
	case REST_AGAIN:
		reasons_add(draft, "titles equal; one says it in two languages");
		break;
	}
}

void
reasons_add_titles(struct verdict_draft *draft, const struct comparison *c)
{
	const char *missing = name_words(draft->arena, &c->missing);

	switch (c->relation) {
	case TITLE_EQUAL:
		reasons_add(draft, "titles equal");
		break;
	case TITLE_NAME:
		reasons_add(draft,
		    c->two_names ? "titles equal but for the names before them"
				 : "titles equal but for the name before one");
		break;
	case TITLE_ORDER:
		reasons_add(draft, "titles of the same words in another order");
		break;
	case TITLE_NEAR:
		reasons_add(draft, "titles equal but for small words or spelling");
		break;
	case TITLE_SUBTITLE:
		reasons_add(draft, "titles equal but for the subtitle");
		break;
	case TITLE_START:
		reason_start(draft, c->rest, missing);
		break;
	case TITLE_PART:
		reasons_add(draft, "titles much alike: not in both %s", missing);
		break;
	case TITLE_APART:
		if (c->shared.count == 0)
			reasons_add(draft, "titles different: nothing in common");
		else
			reasons_add(draft, "titles different: in common only %s",
			    name_words(draft->arena, &c->shared));
		break;
	}
	if (c->rest == REST_SEQUEL)
		reasons_add(draft,
		    "one is a later part or edition of the other, "
		    "or about it");
	else if (c->numbers_differ && c->relation != TITLE_APART)
		reasons_add(draft,
		    c->missing.count == 0 ? "numbers beside the titles differ"
					  : "numbers in the titles differ: %s",
		    missing);
}

void
reasons_differ(struct verdict_draft *draft, const struct difference *d)
{
	if (d->two_sided > 0 && d->rarest[0] != NULL && d->rarest[1] != NULL)
		reasons_add(draft, "only the list says \"%s\", only the answer \"%s\"",
		    text_shorten(draft->arena, d->rarest[0], 24),
		    text_shorten(draft->arena, d->rarest[1], 24));
}

void
reasons_add_marks(struct verdict_draft *draft, unsigned marks)
{
	static const struct {
		unsigned mark;
		const char *reason;
	} texts[] = {
		{ MARK_CORRECTION, "one is a correction of the other" },
		{ MARK_RETRACTION, "one is the notice that retracts the other" },
		{ MARK_REVIEW, "one is a review of the other" },
		{ MARK_COMMENT, "one is a comment or reply to the other" },
		{ MARK_DATA, "one is the data or code of the other" },
		{ MARK_SUPPLEMENT, "one is a supplement to the other" },
		{ MARK_FRONT, "one introduces the other" },
		{ MARK_EARLY, "one is a protocol or an abstract of the other" },
	};

	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		if ((marks & texts[i].mark) != 0)
			reasons_add(draft, "%s", texts[i].reason);
}

struct opinion
reasons_close(const struct verdict_draft *draft, enum judgement judgement)
{
	return (struct opinion){ .judgement = judgement,
		.reasons = draft->reasons,
		.reason_count = draft->count };
}
