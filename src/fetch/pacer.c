/*
 * Endpoints in, slots out; the state goes through the pace file when there
 * is one.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/clock.h"
#include "base/log.h"
#include "base/url.h"
#include "fetch/pacer.h"

/* Milliseconds late that are nobody's fault. */
#define LATE_MOST 2

/* "arxiv", "arxiv http://127.0.0.1:8099", each with the key behind it. */
static void
identify(const struct endpoint *endpoint, char identity[DIGEST_TEXT])
{
	const struct source *source = endpoint->source;
	struct arena *arena = arena_new();
	const char *real = source->service->base_url == NULL
	    ? NULL
	    : url_origin(arena, source->service->base_url);
	const char *origin = url_origin(arena, endpoint->base_url);
	bool is_real = real != NULL && origin != NULL && strcmp(real, origin) == 0;
	char *text = arena_printf(arena, "%s\n%s\n%s", source->service->name,
	    is_real              ? ""
		: origin == NULL ? endpoint->base_url
				 : origin,
	    endpoint->key == NULL ? "" : endpoint->key);

	digest_text(text, strlen(text), identity);
	memset(text, 0, strlen(text));
	arena_free(arena);
}

static void
open_file(struct pacer *pacer, const char *folder, const struct source *source)
{
	char name[80];

	snprintf(name, sizeof name, "%.60s-%.8s", source->service->name, pacer->identity);
	pace_file_open(&pacer->file, folder, name);
}

struct pacer *
pacer_get(struct pacer **list, const struct fetch_settings *settings,
    const struct endpoint *endpoint)
{
	char identity[DIGEST_TEXT];
	struct pacer *pacer;

	identify(endpoint, identity);
	for (pacer = *list; pacer != NULL; pacer = pacer->next) {
		if (pacer->pace == endpoint->source->service->pace &&
		    strcmp(pacer->identity, identity) == 0)
			return pacer;
	}
	pacer = calloc(1, sizeof *pacer);
	if (pacer == NULL)
		log_fatal(71, "out of memory");
	memcpy(pacer->identity, identity, sizeof identity);
	pacer->pace = endpoint->source->service->pace;
	pacer->rule = pace_rule(endpoint->source->service->pace, endpoint->key != NULL,
	    settings->pace_scale, (86400 - clock_now() % 86400) * 1000,
	    clock_milliseconds());
	if (settings->shared_by > 1)
		pacer->rule = pace_rule_shared(pacer->rule, settings->shared_by);
	open_file(pacer, settings->state_folder, endpoint->source);
	pacer->next = *list;
	*list = pacer;
	return pacer;
}

void
pacer_free(struct pacer *list)
{
	struct pacer *next;

	for (; list != NULL; list = next) {
		next = list->next;
		pace_file_close(&list->file);
		free(list);
	}
}

static void
enter(struct pacer *pacer, int64_t now)
{
	pace_file_enter(&pacer->file, &pacer->state);
	pace_mend(&pacer->state, &pacer->rule, now);
}

int64_t
pacer_known_wait(const struct pacer *pacer, int64_t now)
{
	return pace_slot(&pacer->state, &pacer->rule, now) - now;
}

int64_t
pacer_wait(struct pacer *pacer, int64_t now)
{
	int64_t wait = pacer_known_wait(pacer, now);

	if (wait > 0)
		return wait;
	enter(pacer, now);
	pace_file_leave(&pacer->file, NULL);
	return pacer_known_wait(pacer, now);
}

int64_t
pacer_closed(const struct pacer *pacer, int64_t now)
{
	struct pace_state state = pacer->state;

	state.next_free = 0;
	return pace_slot(&state, &pacer->rule, now) - now;
}

int64_t
pacer_reserve(struct pacer *pacer, int64_t now)
{
	int64_t slot;

	enter(pacer, now);
	slot = pace_slot(&pacer->state, &pacer->rule, now);
	pace_take(&pacer->state, &pacer->rule, slot);
	pace_file_leave(&pacer->file, &pacer->state);
	return slot;
}

bool
pacer_depart(struct pacer *pacer, int64_t slot, int64_t now)
{
	bool last;

	if (now <= slot + LATE_MOST)
		return true;
	enter(pacer, now);
	/* Nobody behind: the next slot moves back with this request. */
	last = pacer->state.next_free <= slot + pacer->rule.interval;
	if (last)
		pace_sent(&pacer->state, &pacer->rule, now);
	pace_file_leave(&pacer->file, last ? &pacer->state : NULL);
	return last;
}

void
pacer_replied(struct pacer *pacer, const struct hint *hint, int64_t left_at, int64_t now)
{
	struct pace_state before;

	enter(pacer, now);
	before = pacer->state;
	pace_sent(&pacer->state, &pacer->rule, left_at);
	pace_correct(&pacer->state, &pacer->rule, hint, pacer->flying, now);
	pace_file_leave(&pacer->file,
	    memcmp(&before, &pacer->state, sizeof before) == 0 ? NULL : &pacer->state);
}

void
pacer_hold(struct pacer *pacer, int64_t wait_ms, int status, bool hinted, int64_t now)
{
	enter(pacer, now);
	pace_hold(&pacer->state, now + pace_scaled(wait_ms, pacer->rule.scale), now);
	pace_file_leave(&pacer->file, &pacer->state);
	pacer->held_status = status;
	pacer->held_hinted = hinted;
}
