/*
 * The address of a list enters; its bytes leave, once they are known to be a
 * list and not what is left of one.
 */
#include "reading/web.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/clock.h"
#include "base/file.h"
#include "base/log.h"
#include "base/text.h"
#include "base/url.h"

/* What the cache calls the source of lists. */
static const char source_name[] = "list";

/* What failed, what was kept, whether the next run heals it, what to do. */
static int
fail(const struct session *session, const struct web_list *web, int status,
    const char *what, const char *next)
{
	bool weekly = session->settings->command == COMMAND_RUN;

	log_error("%s: %s: the list %s %s", clock_date_text(web->arena, clock_now()),
	    weekly ? "no release written" : "nothing was done", web->address.shown, what);
	if (web->known)
		log_error("kept: the copy of %s; earlier releases are "
			  "untouched",
		    clock_date_text(web->arena, web->kept.confirmed_at));
	else
		log_error("kept: earlier releases are untouched; there is no "
			  "earlier copy of this list");
	log_error("next: %s", next);
	if (weekly)
		log_error("more: %s   status %d",
		    file_join(web->arena, session->settings->state, "last-run.json"),
		    status);
	return status;
}

static void
use_kept(struct web_list *web, enum list_way way)
{
	web->way = way;
	web->body = web->kept.body;
	web->length = web->kept.body_length;
}

/* The first address that is there; true: a good reply. */
static bool
fetch_first(struct session *session, struct web_list *web)
{
	struct fetch_page page = { .user = web->address.user,
		.password = web->address.password,
		.ceiling = LARGEST_ON_THE_WEB };
	bool good = false;

	if (web->known) {
		page.if_none_match = web->kept.etag;
		page.if_modified_since = web->kept.last_modified;
	}
	session_open_fetch(session);
	for (size_t i = 0; i < web->address.count && !good; i++) {
		page.url = web->address.fetch[i];
		good = fetch_url(session->fetch, web->arena, &page, &web->response);
		if (!good &&
		    (web->response.exchange != EXCHANGE_REPLIED ||
			web->response.status != 404))
			break;
	}
	log_info("list %s: %d, %zu bytes", web->address.shown, web->response.status,
	    web->response.body_length);
	return good;
}

static const char *
trouble_of(const struct response *response)
{
	return response->trouble != NULL ? response->trouble : "no reply";
}

/* The list may still be there: the next run may well get it. */
static bool
may_heal(const struct response *response)
{
	return response->exchange == EXCHANGE_FAILED ||
	    (response->exchange == EXCHANGE_REPLIED &&
		(response->status >= 500 || response->status == 408 ||
		    response->status == 429));
}

/*
 * An outage is not an absence: the copy speaks, and the release says so.  Noted
 * in the cache, so that --offline writes the same release.
 */
static int
use_copy(struct session *session, struct web_list *web)
{
	struct answer attempt = { .origin = web->origin,
		.source = source_name,
		.subject = web->address.shown,
		.retrieved_at = clock_now(),
		.confirmed_at = clock_now(),
		.state = ANSWER_UNANSWERED,
		.note = trouble_of(&web->response) };

	use_kept(web, LIST_COPY);
	web->trouble = attempt.note;
	if (session->settings->command != COMMAND_RUN) {
		log_warning("the list %s did not come: %s; its copy of %s is "
			    "read",
		    web->address.shown, web->trouble,
		    clock_date_text(web->arena, web->kept.confirmed_at));
		return 0;
	}
	cache_put(session->cache, &attempt);
	return session_commit(session);
}

static int
tell_no_reply(const struct session *session, const struct web_list *web)
{
	const struct response *response = &web->response;
	const char *what = arena_printf(
	    web->arena, "did not come: %s", trouble_of(response));

	if (response->exchange == EXCHANGE_TOO_LARGE)
		return fail(session, web, STATUS_BAD_LIST,
		    arena_printf(
			web->arena, "is larger than %d MiB", LARGEST_ON_THE_WEB >> 20),
		    "name the list itself; no list is that large");
	if (response->exchange == EXCHANGE_REFUSED)
		return fail(session, web, STATUS_NO_LIST, what,
		    "name the address it leads to, if that is meant");
	if (response->status == 404 && web->address.count > 1)
		return fail(session, web, STATUS_NO_LIST, what,
		    "there is no README.md; name the page of the file itself "
		    "(…/blob/BRANCH/FILE), if the repository did not move");
	if (response->exchange == EXCHANGE_REPLIED && !may_heal(response))
		return fail(session, web, STATUS_NO_LIST, what,
		    "the next run will meet the same; open the address in a "
		    "browser: did the list move?");
	return fail(session, web, STATUS_NO_LIST, what, "the next run tries again");
}

/* Never asked: DERIVE alone, and what explains a release that is there. */
static bool
asks_nobody(const struct session *session, const struct web_list *web)
{
	return session->settings->offline ||
	    (session->settings->command == COMMAND_EXPLAIN && web->known);
}

const char *
reading_raw_base(void)
{
	const char *mirror = getenv("ENRICH_GITHUB_RAW_URL");

	return text_is_blank(mirror) ? NULL : mirror;
}

int
web_list_open(struct session *session, struct arena *arena, const char *source,
    struct web_list *web)
{
	int64_t at;

	*web = (struct web_list){ .arena = arena };
	if (!list_address(arena, source, reading_raw_base(), &web->address) ||
	    (web->origin = url_origin(arena, web->address.fetch[0])) == NULL)
		return fail(session, web, STATUS_NO_LIST,
		    "is no http(s) address that can be fetched", "correct the address");
	web->known = session->cache != NULL &&
	    cache_get_found(session->cache, arena, web->origin, source_name,
		web->address.shown, session->settings->as_of, 0, true, &web->kept);
	if (asks_nobody(session, web)) {
		use_kept(web,
		    web->known &&
			    cache_get_attempt(session->cache, arena, web->origin,
				source_name, web->address.shown, session->settings->as_of,
				&at, &web->trouble)
			? LIST_COPY
			: LIST_KEPT);
		return web->known
		    ? 0
		    : fail(session, web, STATUS_NO_LIST,
			  "is on the web, --offline asks nobody, and no copy of it "
			  "is kept for that time",
			  "run once without --offline, or name a file");
	}
	if (!fetch_first(session, web))
		return web->known && may_heal(&web->response)
		    ? use_copy(session, web)
		    : tell_no_reply(session, web);
	if (web->response.status == 304) {
		use_kept(web, LIST_UNCHANGED);
		return 0;
	}
	web->way = LIST_FETCHED;
	web->body = web->response.body_length > 0 ? web->response.body : "";
	web->length = web->response.body_length;
	if (strcmp(web->response.content_type, "text/html") == 0 ||
	    strcmp(web->response.content_type, "application/xhtml+xml") == 0)
		return web_list_refuse(session, web, "came as a web page (HTML)");
	return 0;
}

int
web_list_refuse(
    const struct session *session, const struct web_list *web, const char *reason)
{
	return fail(session, web, STATUS_BAD_LIST, reason,
	    "the next run looks again; if it stays so, name the address of "
	    "the raw file");
}

/* How many entries the copy that is kept has. */
static size_t
kept_entries(const struct web_list *web)
{
	struct arena *arena = arena_new();
	const char *reason = NULL;
	struct list list;
	size_t count = 0;

	if (list_read(arena, "kept", web->address.shown, web->kept.body,
		web->kept.body_length, &list, &reason))
		count = list.entry_count;
	arena_free(arena);
	return count;
}

static int
store(struct session *session, const struct web_list *web)
{
	const struct response *response = &web->response;
	bool changed = web->way == LIST_FETCHED;
	struct answer answer = { .origin = web->origin,
		.source = source_name,
		.subject = web->address.shown,
		.retrieved_at = response->received_at,
		.confirmed_at = response->received_at,
		.state = ANSWER_FOUND,
		.http_status = 200,
		.asked_version = 1,
		.etag = changed || response->etag != NULL ? response->etag
							  : web->kept.etag,
		.last_modified = changed || response->last_modified != NULL
		    ? response->last_modified
		    : web->kept.last_modified,
		.body = web->body,
		.body_length = web->length };

	cache_put(session->cache, &answer);
	return session_commit(session);
}

int
web_list_accept(
    struct session *session, const struct web_list *web, const struct list *list)
{
	double most = session->settings->max_shrink;
	size_t before = 0, now = list->entry_count;
	const char *what = NULL;

	if (web->way == LIST_KEPT || web->way == LIST_COPY)
		return 0;
	if (web->way == LIST_FETCHED && web->known)
		before = kept_entries(web);
	if (most < 1 && now == 0)
		what = before == 0
		    ? "holds no entries"
		    : arena_printf(web->arena, "holds no entries; it had %zu", before);
	else if (most < 1 && (double)now <= (double)before * (1 - most))
		what = arena_printf(web->arena,
		    "shrank from %zu entries to "
		    "%zu",
		    before, now);
	if (what != NULL)
		return fail(session, web, STATUS_BAD_LIST, what,
		    "the next run "
		    "looks again; if it is meant, run once with "
		    "--max-shrink 1");
	return session->settings->command == COMMAND_RUN && session->cache != NULL
	    ? store(session, web)
	    : 0;
}
