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
#include "model/claim.h"
#include "session/session.h"
#include "source/source.h"

/* The last address of these (of enrich.conf or not) for any of its sources. */
static const char *
named_url(const struct settings *settings, const struct service *service, bool from_file)
{
	for (size_t i = settings->url_count; i > 0; i--) {
		const struct url_setting *setting = &settings->urls[i - 1];
		const struct source *named = source_by_name(setting->source);
		if (named != NULL && named->service == service &&
		    setting->from_file == from_file)
			return setting->url;
	}
	return NULL;
}

/* --url, else its variable, else enrich.conf, else its own. */
static const char *
base_url(const struct settings *settings, const struct service *service, bool *from_file)
{
	const char *url = named_url(settings, service, false);

	*from_file = false;
	if (url == NULL && !text_is_blank(getenv(service->url_variable)))
		url = getenv(service->url_variable);
	if (url != NULL)
		return url;
	url = named_url(settings, service, true);
	*from_file = url != NULL;
	return url != NULL ? url : service->base_url;
}

/* Is what is sent there seen by nobody on the way? */
static bool
is_private(struct arena *arena, const char *url)
{
	struct url parts;

	return url_parse(arena, url, &parts) &&
	    (strcmp(parts.scheme, "https") == 0 || strcmp(parts.host, "localhost") == 0 ||
		strncmp(parts.host, "127.", strlen("127.")) == 0 ||
		strcmp(parts.host, "[::1]") == 0 || strcmp(parts.host, "::1") == 0);
}

/* The one key of a service, read once; a key goes to its own origin, to another
 * only if whoever started the run says so, and not in the clear. */
static char *
key_of(struct session *session, const struct lane *lane, bool from_file)
{
	const struct service *service = lane->source->service;
	char *key;

	for (const struct lane *t = session->lanes; t != lane; t = t->next)
		if (t->source->service == service)
			return t->secret;
	key = settings_secret(session->arena, service->key_variables);
	if (!lane->stand_in)
		return key;
	session->stand_ins_warn |= from_file;
	if (key != NULL && (from_file || !is_private(session->arena, lane->origin))) {
		session->stand_ins_warn = true;
		session->stand_ins = arena_printf(session->arena,
		    "%s%s%s stands in for %s (%s; its key is kept back)",
		    session->stand_ins != NULL ? session->stand_ins : "",
		    session->stand_ins != NULL ? ", " : "", lane->origin,
		    service->base_url, from_file ? "enrich.conf" : "in the clear");
		return NULL;
	}
	if (from_file || key != NULL)
		session->stand_ins = arena_printf(session->arena,
		    "%s%s%s stands in for %s%s%s",
		    session->stand_ins != NULL ? session->stand_ins : "",
		    session->stand_ins != NULL ? ", " : "", lane->origin,
		    service->base_url, from_file ? " (enrich.conf)" : "",
		    key != NULL ? " and gets its key" : "");
	return key;
}

/* The bits that name a source; naming one names the search of its titles, too. */
static unsigned
names_of(const struct source *source)
{
	unsigned named = 0;

	for (size_t i = 0; sources[i] != NULL; i++)
		if (sources[i] == source || sources[i] == source->sibling)
			named |= 1u << i;
	return named;
}

static bool
is_skipped(const struct settings *settings, const struct source *source)
{
	unsigned named = names_of(source);

	return (settings->skip_sources & named) != 0 ||
	    (settings->only_sources != 0 && (settings->only_sources & named) == 0);
}

static int
open_lane(struct session *session, struct lane *lane)
{
	const struct settings *settings = session->settings;
	struct arena *arena = session->arena;
	const struct service *service = lane->source->service;
	bool from_file;
	const char *url = base_url(settings, service, &from_file);

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
	if (!settings->offline &&
	    (is_skipped(settings, lane->source) ||
		(lane->source->keeps_license &&
		    (session->needs & FIELD_BIT(FIELD_LICENSE)) == 0)))
		lane->state = LANE_SKIPPED;
	lane->secret = key_of(session, lane, from_file);
	lane->endpoint = (struct endpoint){
		.source = lane->source, .base_url = url, .key = lane->secret
	};
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
		/* All but those on request only, and those left out. */
		if ((sources[i]->on_request && !settings->discover) ||
		    (settings->leave_out & names_of(sources[i])) != 0)
			continue;
		*end = arena_alloc(session->arena, sizeof **end);
		(*end)->source = sources[i];
		(*end)->bit = 1u << count++;
		status = open_lane(session, *end);
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

void
session_forget_keys(struct session *session)
{
	for (struct lane *lane = session->lanes; lane != NULL; lane = lane->next) {
		settings_forget_secret(lane->source->service->key_variables);
		/* That there was one is still told. */
		if (lane->secret != NULL)
			explicit_bzero(lane->secret, strlen(lane->secret));
	}
	fetch_free(session->fetch);
	session->fetch = NULL;
}

bool
session_has_lane(const struct session *session, const struct source *source)
{
	for (const struct lane *lane = session->lanes; lane != NULL; lane = lane->next)
		if (lane->source == source)
			return lane->state != LANE_SKIPPED;
	return false;
}
