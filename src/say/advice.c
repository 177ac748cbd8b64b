/*
 * A run that lacks something enters; what that is and what to do about it
 * leaves: when it is worth asking again, whose key would help, how old it is.
 */
#include <inttypes.h>
#include <string.h>

#include "base/arena.h"
#include "base/clock.h"
#include "base/log.h"
#include "say/inside.h"

enum {
	SOON = 60, /* seconds that are not worth a word */
	DAY = 86400
};

/* The time of day, in UTC as all times of ours: "03:02". */
static const char *
time_of_day(struct arena *arena, int64_t instant)
{
	return arena_text_n(arena,
	    clock_instant_text(arena, instant) + strlen("2026-11-21T"), strlen("03:02"));
}

void
advice_print_open(const struct story *story)
{
	const struct reading *reading = &story->reading;
	struct arena *arena = story->session->arena;

	for (size_t l = 0; l < reading->list_count; l++) {
		const struct arrival *arrival = &reading->arrivals[l];
		if (arrival->way == LIST_COPY)
			log_error("  %-16s %s; the copy of %s was read",
			    reading->lists[l].name,
			    arrival->trouble != NULL ? arrival->trouble : "did not come",
			    clock_date_text(arena, arrival->kept_at));
	}
	for (const struct lane *lane = story->session->lanes; lane != NULL;
	     lane = lane->next) {
		const struct source_tally *tally = &lane->tally;
		const char *since = "";
		if (tally->open == 0 && tally->not_asked > 0 && tally->why_not != NULL &&
		    lane->state != LANE_SKIPPED)
			log_error("  %-16s %s; %zu not asked", lane->source->title,
			    tally->why_not, tally->not_asked);
		if (tally->open == 0)
			continue;
		if (tally->trouble_since != 0)
			since = arena_printf(arena, " (since %s UTC)",
			    time_of_day(arena, tally->trouble_since));
		log_error("  %-16s %s%s; %zu %s open", lane->source->title,
		    tally->trouble != NULL ? tally->trouble : "no answer", since,
		    tally->open, tally->open == 1 ? "question" : "questions");
	}
}

void
advice_print_never_asked(const struct story *story)
{
	const struct derived *derived = &story->derived;
	const char *words = NULL;

	for (size_t i = 0; i < derived->source_count; i++) {
		const struct release_source *count = &derived->sources[i];
		if (count->not_asked > 0)
			words = arena_printf(story->session->arena, "%s%s%s %zu of %zu",
			    words != NULL ? words : "", words != NULL ? ", " : "",
			    count->source->title, count->not_asked, count->asked);
	}
	if (words != NULL)
		log_warning(
		    "never asked: %s questions; a run without --offline asks them",
		    words);
}

const char *
advice_age(const struct story *story)
{
	const struct derived *derived = &story->derived;
	int64_t oldest = INT64_MAX, days;

	for (size_t i = 0; i < derived->source_count; i++)
		if (derived->sources[i].oldest > 0 && derived->sources[i].oldest < oldest)
			oldest = derived->sources[i].oldest;
	if (oldest == INT64_MAX)
		return "there is no answer";
	days = (story->session->clock - oldest) / DAY;
	return arena_printf(story->session->arena,
	    "the oldest answer is of %s, %" PRId64 " %s old",
	    clock_date_text(story->session->arena, oldest), days,
	    days == 1 ? "day" : "days");
}

const char *
advice_when_next(const struct session *session)
{
	const struct lane *last = NULL;
	const char *instant;

	for (const struct lane *lane = session->lanes; lane != NULL; lane = lane->next)
		if (lane->tally.open + lane->tally.not_asked > 0 &&
		    (last == NULL || lane->tally.opens_at > last->tally.opens_at))
			last = lane;
	if (last == NULL || last->tally.opens_at - clock_now() < SOON)
		return "it can be started now";
	instant = clock_instant_text(session->arena, last->tally.opens_at);
	return arena_printf(session->arena, "%s answers again from %.10s %.5s UTC on",
	    last->source->title, instant, instant + strlen("2026-11-29T"));
}

/* Would a key have helped there: it was asked too often, or for too much? */
static bool
lacks_key(const struct lane *lane)
{
	const struct source_tally *tally = &lane->tally;

	return lane->endpoint.key == NULL &&
	    lane->source->service->key_variables != NULL &&
	    (tally->limited > 0 ||
		(tally->not_asked > 0 && tally->open == 0 &&
		    (lane->state == LANE_SHUT || lane->state == LANE_SPENT)));
}

const char *
advice_key(const struct session *session, const struct lane *lane)
{
	const struct service *service = lane->source->service;

	if (!lacks_key(lane))
		return NULL;
	/* Once a service. */
	for (const struct lane *t = session->lanes; t != lane; t = t->next)
		if (t->source->service == service && lacks_key(t))
			return NULL;
	if (lane->tally.limited == 0)
		return arena_printf(session->arena,
		    "%s allows no more for now, %zu were not asked; a key in %s helps",
		    lane->source->title, lane->tally.not_asked,
		    service->key_variables[0]);
	return arena_printf(session->arena,
	    "%s answered \"too many requests\" %u times; a key in %s helps",
	    lane->source->title, lane->tally.limited, service->key_variables[0]);
}

void
advice_print_keys(const struct session *session)
{
	for (const struct lane *lane = session->lanes; lane != NULL; lane = lane->next)
		if (advice_key(session, lane) != NULL)
			log_error("next: %s", advice_key(session, lane));
}
