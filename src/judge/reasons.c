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

/* "for", "and", "biomedical"; or those alone that say a number. */
static const char *
name_words(struct arena *arena, const struct words *words, bool numbers)
{
	char *out = arena_text(arena, "");
	size_t named = 0;

	for (size_t i = 0; i < words->count && named <= MOST_NAMED; i++) {
		if (numbers && !word_is_number(spelling_key(arena, words->v[i], NULL)))
			continue;
		out = named == MOST_NAMED
		    ? arena_printf(arena, "%s, \xe2\x80\xa6", out)
		    : arena_printf(arena, "%s%s\"%s\"", out, named > 0 ? ", " : "",
			  text_shorten(arena, words->v[i], 24));
		named++;
	}
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
	const char *missing = name_words(draft->arena, &c->missing, false);

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
			    name_words(draft->arena, &c->shared, false));
		break;
	}
	if (c->rest == REST_SEQUEL)
		reasons_add(draft,
		    "one is a later part or edition of the other, "
		    "or about it");
	else if (c->numbers_differ && c->relation != TITLE_APART) {
		missing = name_words(draft->arena, &c->missing, true);
		reasons_add(draft,
		    *missing == '\0' ? "numbers beside the titles differ"
				     : "numbers in the titles differ: %s",
		    missing);
	}
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
reasons_add_marks(struct verdict_draft *draft, const char *who, unsigned marks)
{
	static const struct {
		unsigned mark;
		const char *reason;
	} texts[] = {
		{ MARK_CORRECTION, "is a correction of" },
		{ MARK_RETRACTION, "is the notice that retracts" },
		{ MARK_REVIEW, "is a review of" },
		{ MARK_COMMENT, "is a comment on or a reply to" },
		{ MARK_DATA, "is the data or code of" },
		{ MARK_SUPPLEMENT, "is a supplement to" },
		{ MARK_FRONT, "introduces" },
		{ MARK_EARLY, "is a protocol or an abstract of" },
	};

	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		if ((marks & texts[i].mark) != 0)
			reasons_add(draft, "%s %s the other", who, texts[i].reason);
}

struct opinion
reasons_close(const struct verdict_draft *draft, enum judgement judgement)
{
	return (struct opinion){ .judgement = judgement,
		.reasons = draft->reasons,
		.reason_count = draft->count };
}
