/*
 * A source, an identifier and an entry enter; a wish that is queued leaves, or
 * one whose answer is known already and waits to be heard.
 */
#include "ask/inside.h"

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
		} else {
			plan_queue(lane->plan, wish);
		}
	}
	/* A settled wish teaches the entry that came later too. */
	hear_known(asker, wish);
	return wish->state == WISH_QUEUED || wish->state == WISH_SENT;
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
