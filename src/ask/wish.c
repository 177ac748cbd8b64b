/*
 * A source, an identifier and an entry enter; a wish that is queued leaves, or
 * one whose answer is known already and waits to be heard.
 */
#include <string.h>

#include "ask/inside.h"
#include "base/arena.h"
#include "base/digest.h"

void
ask_hear(struct asker *asker, struct wish *wish)
{
	if (wish->is_due)
		return;
	wish->is_due = true;
	wish->next_due = NULL;
	*(asker->last_due == NULL ? &asker->due : &asker->last_due->next_due) = wish;
	asker->last_due = wish;
}

/* What a title search said is heard by ask_title itself. */
static void
hear_known(struct asker *asker, struct wish *wish)
{
	if (wish->question.id.kind != IDENTIFIER_TITLE &&
	    (wish->state == WISH_FRESH || wish->state == WISH_ANSWERED ||
		wish->state == WISH_NOT_ASKED))
		ask_hear(asker, wish);
}

/* Is it another shard's?  By what it is about: all sources of one subject are one
 * shard's, and who asks what does not depend on any answer. */
static bool
is_elsewhere(const struct asker *asker, struct identifier id)
{
	const struct shard *shard = &asker->session->settings->shard;
	struct arena *scratch;
	uint8_t digest[DIGEST_BYTES];
	const char *subject;

	if (shard->of <= 1)
		return false;
	scratch = arena_new();
	subject = identifier_key(scratch, id);
	digest_bytes(subject, strlen(subject), digest);
	arena_free(scratch);
	return ((unsigned)digest[0] << 16 | (unsigned)digest[1] << 8 | digest[2]) %
	    shard->of !=
	    shard->number - 1;
}

bool
ask_wish(struct asker *asker, struct lane *lane, struct identifier id,
    const struct entry *entry)
{
	bool is_new;
	struct wish *wish = plan_wish(lane->plan, id, entry, &is_new);

	if (is_new) {
		lane->tally.wanted++;
		lane->tally.titles += id.kind == IDENTIFIER_TITLE;
		ask_know(asker, wish);
		if (wish->state == WISH_FRESH) {
			lane->tally.fresh++;
		} else if (lane->state == LANE_SKIPPED) {
			/* What was found once is still used. */
			wish->state = WISH_NOT_ASKED;
			lane->tally.why_not = "skipped";
		} else if (is_elsewhere(asker, id)) {
			wish->state = WISH_ELSEWHERE;
			lane->tally.why_not = "left to other shards";
			asker->elsewhere++;
		} else {
			plan_queue(lane->plan, wish);
		}
	}
	/* A settled wish teaches the entry that came later too. */
	hear_known(asker, wish);
	return wish->state == WISH_QUEUED || wish->state == WISH_SENT ||
	    wish->state == WISH_ELSEWHERE;
}

bool
ask_has_queue(const struct asker *asker)
{
	for (const struct lane *lane = asker->session->lanes; lane != NULL;
	     lane = lane->next)
		if (plan_queued(lane->plan) > 0)
			return true;
	return false;
}
