/*
 * A reply that cannot be right enters; whether the same is asked once more, at
 * once or after a while, or enough is enough, leaves.
 *
 * Services in trouble answer 200 with a page of HTML, half a body, or a page
 * without entries; the retries of fetch/ see none of it.
 */
#include "ask/inside.h"

enum {
	MOST_REPEATS = 3,     /* of one request */
	MOST_VAIN = 6,        /* requests in a row that stayed so */
	FIRST_BREATH = 10000, /* ms before a false page is asked for again */
};

/* Who shares the service shares its trouble. */
static void
leave_service(const struct session *session, const struct service *service)
{
	for (struct lane *lane = session->lanes; lane != NULL; lane = lane->next)
		if (lane->source->service == service)
			fetch_leave_alone(session->fetch, &lane->endpoint,
			    "pages without what it surely holds (overload)");
}

enum verdict
ask_try_again(struct asker *asker, const struct flight *flight, enum verdict verdict)
{
	struct lane *lane = flight->lane;
	bool is_false = verdict == VERDICT_FALSE;

	if (flight->batch->repeats++ < MOST_REPEATS) {
		if (is_false)
			fetch_hold(asker->session->fetch, &lane->endpoint,
			    (int64_t)FIRST_BREATH << flight->batch->repeats);
		return VERDICT_RETRY;
	}
	if (is_false)
		leave_service(asker->session, lane->source->service);
	return is_false || ++lane->vain >= MOST_VAIN ? VERDICT_STOP : VERDICT_DROP;
}
