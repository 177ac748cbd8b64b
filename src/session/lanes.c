/*
 * Settings enter; a lane for each source that may be asked leaves, with its
 * address and key.
 */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/log.h"
#include "base/text.h"
#include "base/url.h"
#include "session/session.h"
#include "source/source.h"

/* --url with the name of any of its sources, else its variable, else its own. */
static const char *
base_url(const struct settings *settings, const struct service *service)
{
	const char *url = getenv(service->url_variable);

	for (size_t i = settings->url_count; i > 0; i--) {
		const struct source *named = source_by_name(settings->urls[i - 1].source);
		if (named != NULL && named->service == service)
			return settings->urls[i - 1].url;
	}
	return text_is_blank(url) ? service->base_url : url;
}

/* Naming a source names the search of its titles, too. */
static bool
is_skipped(const struct settings *settings, const struct source *source)
{
	unsigned named = 0;

	for (size_t i = 0; sources[i] != NULL; i++)
		if (sources[i] == source || sources[i] == source->sibling)
			named |= 1u << i;
	return (settings->skip_sources & named) != 0 ||
	    (settings->only_sources != 0 && (settings->only_sources & named) == 0);
}

static int
open_lane(struct arena *arena, const struct settings *settings, struct lane *lane)
{
	const struct service *service = lane->source->service;
	const char *url = base_url(settings, service);

	lane->origin = url_origin(arena, url);
	if (lane->origin == NULL) {
		log_error("%s: %s is no http(s) address", service->url_variable, url);
		return STATUS_USAGE;
	}
	lane->stand_in = strcmp(lane->origin, url_origin(arena, service->base_url)) != 0;
	if (!lane->stand_in && settings->pace_scale < 1) {
		log_error("--pace-scale below 1 is for mirrors and tests: %s is the real "
			  "service",
		    lane->origin);
		return STATUS_USAGE;
	}
	if (!settings->offline && is_skipped(settings, lane->source))
		lane->state = LANE_SKIPPED;
	lane->endpoint = (struct endpoint){ .source = lane->source,
		.base_url = url,
		.key = settings_secret(arena, service->key_variables) };
	return 0;
}

int
session_open_lanes(struct session *session)
{
	const struct settings *settings = session->settings;
	struct lane **end = &session->lanes;
	unsigned count = 0;
	int status = 0;

	for (size_t i = 0; sources[i] != NULL && status == 0; i++) {
		/* All but those that are there on request only. */
		if (sources[i]->on_request && !settings->discover)
			continue;
		*end = arena_alloc(session->arena, sizeof **end);
		(*end)->source = sources[i];
		(*end)->bit = 1u << count++;
		status = open_lane(session->arena, settings, *end);
		end = &(*end)->next;
	}
	return status;
}

struct lane *
session_lane(const struct session *session, const struct source *source)
{
	struct lane *lane = session->lanes;

	while (lane->source != source)
		lane = lane->next;
	return lane;
}
