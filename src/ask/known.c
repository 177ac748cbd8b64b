/* A new wish enters; what the cache knows of its subject leaves in it. */
#include "ask/inside.h"

#include <string.h>

#include "base/arena.h"
#include "base/clock.h"
#include "base/log.h"

static bool
is_answer(const struct witness *witness)
{
	return witness->outcome != OUTCOME_NOT_ASKED &&
	    witness->outcome != OUTCOME_UNANSWERED;
}

/* --refresh=AGE makes stale sooner, never later. */
static int64_t
stale_at(
    const struct asker *asker, const struct source *source, const struct answer *answer)
{
	int64_t refresh = asker->session->settings->refresh;
	int64_t at = plan_stale_at(source, answer);

	return refresh == INT64_MAX || answer->confirmed_at + refresh >= at
	    ? at
	    : answer->confirmed_at + refresh;
}

void
ask_know(struct asker *asker, struct wish *wish)
{
	const struct source *source = wish->question.source;
	struct identifier id = wish->question.id;
	struct arena *scratch = arena_new();
	const struct known *known = evidence_known(asker->evidence, scratch, source, id);

	/* What came in this run is later than its beginning, and fresh. */
	if (is_answer(&known->witness) && known->witness.asked_at > clock_now()) {
		/* It would be fresh for ever: what was before it counts. */
		asker->from_future++;
		known = evidence_known_at(
		    asker->evidence, scratch, source, id, clock_now());
	}
	/* Behind an absence may stand an old find, whose age does not count. */
	wish->known = is_answer(&known->witness);
	if (wish->known) {
		struct answer answer = *known->newest;
		answer.subject = wish->question.subject;
		wish->found = answer.state == ANSWER_FOUND;
		wish->stale_at = stale_at(asker, source, &answer);
		wish->known_at = answer.confirmed_at;
		if (wish->found && answer.asked_version == source->asked_version)
			wish->question.since = answer.confirmed_at;
		wish->was_refused = !wish->found && answer.note != NULL &&
		    strcmp(answer.note, ANSWER_REFUSED) == 0;
		/* A list may say less than its things do, and confirms nothing. */
		wish->goes_alone = wish->was_refused ||
		    ((source->lists || source->lists_changes) &&
			merge_holds_back(scratch, &known->witness));
		if (asker->now < wish->stale_at)
			wish->state = WISH_FRESH;
		if (wish->state == WISH_FRESH && wish->stale_at < asker->stale_at)
			asker->stale_at = wish->stale_at;
	}
	arena_free(scratch);
}

bool
ask_is_fresh(struct asker *asker, const struct lane *lane, struct identifier id)
{
	struct arena *scratch = arena_new();
	struct wish wish = { .question = { .source = lane->source,
				 .subject = identifier_key(scratch, id),
				 .id = id } };
	size_t from_future = asker->from_future;

	ask_know(asker, &wish);
	/* It is told of what is wished for. */
	asker->from_future = from_future;
	arena_free(scratch);
	return wish.state == WISH_FRESH;
}

void
ask_warn_of_future(const struct asker *asker)
{
	if (asker->from_future > 0)
		log_warning("%zu %s in the cache %s dated in the future (was "
			    "the clock set back?); they count as stale",
		    asker->from_future, asker->from_future == 1 ? "answer" : "answers",
		    asker->from_future == 1 ? "is" : "are");
}
