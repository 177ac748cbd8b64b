/*
 * A service's limits and its state in; the next slot and the new state out.
 */
#include "fetch/pace.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#define HOUR       (INT64_C(3600) * 1000)
#define LIMIT_MOST INT64_C(1000000000)

int64_t
pace_scaled(int64_t ms, double scale)
{
	double scaled = (double)ms * scale;
	int64_t whole;

	if (!(scaled > 0))
		return 0;
	if (scaled > 1e15)
		return INT64_C(1000000000000000);
	whole = (int64_t)scaled;
	return (double)whole < scaled ? whole + 1 : whole;
}

struct pace_rule
pace_rule(
    const struct pace *pace, bool has_key, double scale, int64_t to_midnight, int64_t now)
{
	struct pace_rule rule = { 0 };
	unsigned interval = pace->interval;
	unsigned window = pace->window;

	if (has_key && pace->interval_key != 0)
		interval = pace->interval_key;
	if (has_key && pace->window_key != 0)
		window = pace->window_key;
	rule.scale = scale;
	rule.share = 1;
	rule.interval = pace_scaled(interval, scale);
	rule.window = pace->window_seconds == 0 ? 0 : window;
	rule.window_length = pace_scaled((int64_t)pace->window_seconds * 1000, scale);
	if (pace->midnight)
		rule.midnight = now + pace_scaled(to_midnight, scale);
	rule.concurrent = pace->concurrent == 0 ? 1 : pace->concurrent;
	return rule;
}

/* A share of what there is for all; never nothing, where there is something. */
static int64_t
part(int64_t all, unsigned share)
{
	return all > 0 && all < share ? 1 : all / share;
}

struct pace_rule
pace_rule_shared(struct pace_rule rule, unsigned share)
{
	rule.share = share;
	rule.interval *= share;
	rule.concurrent = (unsigned)part(rule.concurrent, share);
	return rule;
}

int64_t
pace_limit(const struct pace_state *state, const struct pace_rule *rule)
{
	if (rule->window == 0)
		return 0;
	return part(
	    state->window_limit > 0 ? state->window_limit : rule->window, rule->share);
}

static int64_t
later(int64_t a, int64_t b)
{
	return a > b ? a : b;
}

int64_t
pace_slot(const struct pace_state *state, const struct pace_rule *rule, int64_t now)
{
	int64_t slot = later(now, later(state->next_free, state->held_until));

	if (rule->window > 0 && state->window_left <= 0)
		slot = later(slot, state->window_end);
	return slot;
}

/* Of the window that a request at `slot` opens. */
static int64_t
window_end(const struct pace_rule *rule, int64_t slot)
{
	int64_t end = rule->midnight;

	if (end == 0 || rule->window_length == 0)
		return slot + rule->window_length;
	while (end <= slot)
		end += rule->window_length;
	return end;
}

void
pace_take(struct pace_state *state, const struct pace_rule *rule, int64_t slot)
{
	if (rule->window > 0) {
		if (slot >= state->window_end) {
			state->window_end = window_end(rule, slot);
			state->window_left = pace_limit(state, rule);
		}
		state->window_left--;
	}
	pace_sent(state, rule, slot);
}

void
pace_sent(struct pace_state *state, const struct pace_rule *rule, int64_t at)
{
	state->next_free = later(state->next_free, at + rule->interval);
}

void
pace_hold(struct pace_state *state, int64_t until, int64_t now)
{
	/* Longer than a day is no daily budget but nonsense. */
	if (until - now > 25 * HOUR)
		until = now + HOUR;
	state->held_until = later(state->held_until, until);
}

static void
correct_window(struct pace_state *state, const struct pace_rule *rule,
    const struct hint *hint, unsigned others, int64_t now)
{
	int64_t left, end, slack;
	bool same;

	if (hint->limit > 0 && hint->limit < LIMIT_MOST)
		state->window_limit = hint->limit;
	if (hint->left < 0 || hint->reset < 0)
		return;
	left = hint->left > others ? part(hint->left - others, rule->share) : 0;
	/* One second more: the service's seconds are rounded. */
	end = now + pace_scaled((hint->reset + 1) * 1000, rule->scale);
	if (end > now + rule->window_length + pace_scaled(HOUR, rule->scale))
		return;
	slack = pace_scaled(5000, rule->scale) + 50;
	same = state->window_end > now && end - state->window_end <= slack &&
	    state->window_end - end <= slack;
	/* Replies come out of order: in one window the count only falls. */
	if (!same || left < state->window_left)
		state->window_left = left;
	if (!same || end > state->window_end)
		state->window_end = end;
}

void
pace_correct(struct pace_state *state, struct pace_rule *rule, const struct hint *hint,
    unsigned others, int64_t now)
{
	int64_t interval;

	if (rule->window > 0)
		correct_window(state, rule, hint, others, now);
	if (hint->interval > 0) {
		interval = pace_scaled(hint->interval, rule->scale) * rule->share;
		rule->interval = later(rule->interval, interval);
	}
	if (hint->concurrent > 0 && hint->concurrent < rule->concurrent)
		rule->concurrent = (unsigned)hint->concurrent;
}

void
pace_mend(struct pace_state *state, const struct pace_rule *rule, int64_t now)
{
	int64_t window_most = rule->window_length + HOUR;

	if (state->next_free < 0 || state->next_free > now + HOUR)
		state->next_free = 0;
	if (state->held_until < 0 || state->held_until > now + 25 * HOUR)
		state->held_until = 0;
	if (state->window_limit < 0 || state->window_limit >= LIMIT_MOST)
		state->window_limit = 0;
	if (state->window_end < 0 || state->window_end > now + window_most ||
	    state->window_left > pace_limit(state, rule))
		state->window_end = state->window_left = 0;
}

bool
pace_parse(const char *text, const char *boot, struct pace_state *state)
{
	struct pace_state read = { 0 };
	char its_boot[40];

	if (sscanf(text,
		"1 %39s %" SCNd64 " %" SCNd64 " %" SCNd64 " %" SCNd64 " %" SCNd64,
		its_boot, &read.next_free, &read.held_until, &read.window_end,
		&read.window_left, &read.window_limit) != 6 ||
	    strcmp(boot, its_boot) != 0)
		return false;
	*state = read;
	return true;
}
