/*
 * A run enters; one JSON object leaves: for --json, summary.json beside the
 * release, and last-run.json in the state folder.
 */

#include "base/arena.h"
#include "base/buffer.h"
#include "base/clock.h"
#include "base/json.h"
#include "base/log.h"
#include "base/version.h"
#include "say/inside.h"

static void
write_row(struct json_writer *json, const char *key, const struct totals_row *row)
{
	json_write_key(json, key);
	json_write_object(json);
	json_member_integer(json, "works", (int64_t)row->works);
	json_member_integer(json, "authors_before", (int64_t)row->authors_before);
	json_member_integer(json, "authors", (int64_t)row->authors_after);
	json_member_integer(json, "venue_before", (int64_t)row->venue_before);
	json_member_integer(json, "venue", (int64_t)row->venue_after);
	json_member_integer(json, "citations", (int64_t)row->citations_after);
	json_member_integer(json, "license_before", (int64_t)row->license_before);
	json_member_integer(json, "license", (int64_t)row->license_after);
	json_write_object_end(json);
}

static void
write_totals(struct json_writer *json, const struct story *story)
{
	const struct derived *derived = &story->derived;
	const struct totals *totals = &derived->release.totals;

	json_member_integer(json, "lists", (int64_t)story->reading.list_count);
	json_member_integer(json, "entries", (int64_t)story->reading.entry_count);
	json_member_integer(json, "entries_in_scope",
	    (int64_t)(derived->entries_in + derived->entries_undated));
	json_member_integer(json, "works", (int64_t)totals->works);
	json_member_integer(
	    json, "works_in_scope", (int64_t)(totals->works_in + totals->works_undated));
	json_member_integer(json, "works_older", (int64_t)totals->works_older);
	write_row(json, "papers", &totals->papers);
	write_row(json, "artifacts", &totals->artifacts);
	json_member_integer(json, "websites", (int64_t)totals->websites);
	json_write_key(json, "findings");
	json_write_object(json);
	json_member_integer(json, "fix", (int64_t)totals->fix);
	json_member_integer(json, "decide", (int64_t)totals->decide);
	json_member_integer(json, "note", (int64_t)totals->note);
	json_member_integer(
	    json, "rows", (int64_t)(totals->rows_fix + totals->rows_decide));
	json_member_integer(json, "new",
	    (int64_t)(totals->fix_new + totals->decide_new + totals->note_new));
	json_member_integer(json, "accepted", (int64_t)totals->accepted);
	json_member_integer(json, "gone", (int64_t)totals->gone);
	json_write_object_end(json);
	json_member_integer(json, "conflicts", (int64_t)totals->conflicts);
	json_write_key(json, "changes");
	json_write_object(json);
	json_member_integer(json, "added", (int64_t)totals->added);
	json_member_integer(json, "changed", (int64_t)totals->changed);
	json_member_integer(json, "removed", (int64_t)totals->removed);
	json_member_integer(json, "counts_only", (int64_t)totals->counts_only);
	json_write_object_end(json);
}

/* What the release used of a source; NULL: it was not reached. */
static const struct release_source *
count_of(const struct derived *derived, const struct source *source)
{
	for (size_t i = 0; i < derived->source_count; i++)
		if (derived->sources[i].source == source)
			return &derived->sources[i];
	return NULL;
}

static void
write_source(struct json_writer *json, struct arena *arena, const struct lane *lane,
    const struct release_source *count)
{
	const struct source_tally *tally = &lane->tally;

	json_write_object(json);
	json_member(json, "source", lane->source->name);
	json_member(json, "origin", lane->origin);
	json_member_boolean(json, "stand_in", lane->stand_in);
	json_member_boolean(json, "key", lane->endpoint.key != NULL);
	json_member_integer(json, "questions", (int64_t)tally->wanted);
	json_member_integer(json, "titles", (int64_t)tally->titles);
	json_member_integer(json, "from_cache", (int64_t)tally->fresh);
	json_member_integer(json, "answered", (int64_t)tally->answered);
	json_member_integer(json, "refused", (int64_t)tally->refused);
	json_member_integer(json, "topped_up", (int64_t)tally->topped_up);
	json_member_integer(json, "unanswered", (int64_t)tally->open);
	json_member_integer(json, "not_asked", (int64_t)tally->not_asked);
	json_member(
	    json, "not_asked_because", tally->not_asked > 0 ? tally->why_not : NULL);
	json_member_integer(json, "requests", tally->requests);
	json_member_integer(json, "requests_planned", (int64_t)tally->planned.requests);
	json_member_integer(json, "requests_more", (int64_t)tally->more);
	json_member_integer(json, "follow_ups", (int64_t)tally->follow_ups);
	json_member_integer(json, "retries", tally->retries);
	json_member_integer(json, "limited", tally->limited);
	json_member_integer(json, "bytes", (int64_t)tally->bytes);
	json_member_integer(json, "waited_ms", tally->waited_ms);
	json_member(json, "trouble", tally->trouble);
	history_write_instant(json, arena, "trouble_since", tally->trouble_since);
	json_member_integer(
	    json, "never_asked", count != NULL ? (int64_t)count->not_asked : 0);
	history_write_instant(
	    json, arena, "oldest_answer", count != NULL ? count->oldest : 0);
	json_write_object_end(json);
}

/* What was read, with the address where it is on the web. */
static void
write_inputs(struct json_writer *json, struct arena *arena, const struct reading *reading)
{
	static const char *const ways[] = { [LIST_FILE] = "file",
		[LIST_FETCHED] = "fetched",
		[LIST_UNCHANGED] = "unchanged",
		[LIST_KEPT] = "cache",
		[LIST_COPY] = "copy" };

	json_write_key(json, "inputs");
	json_write_array(json);
	for (size_t i = 0; i < reading->list_count; i++) {
		const struct list *list = &reading->lists[i];
		const struct arrival *arrival = &reading->arrivals[i];
		json_write_object(json);
		json_member(json, "list", list->name);
		json_member(json, "url", arrival->way == LIST_FILE ? NULL : list->source);
		json_member(json, "from", ways[arrival->way]);
		history_write_instant(json, arena, "kept_at", arrival->kept_at);
		json_member(json, "trouble", arrival->trouble);
		json_member(json, "sha256", list->revision);
		json_member_integer(json, "entries", (int64_t)list->entry_count);
		json_member_integer(json, "broken", list->broken);
		json_write_object_end(json);
	}
	json_write_array_end(json);
}

static void
write_release(struct json_writer *json, const struct release_result *release)
{
	json_write_key(json, "release");
	if (release->folder == NULL) {
		json_write_null(json);
		return;
	}
	json_write_object(json);
	json_member(json, "folder", release->folder);
	json_member(json, "archive", release->archive);
	json_member_integer(json, "archive_bytes", (int64_t)release->archive_bytes);
	json_member(json, "archive_sha256", release->archive_sha256);
	json_member(json, "report", release->report);
	json_write_object_end(json);
}

void
summary_json(const struct story *story, const struct history *history, int status,
    struct buffer *out)
{
	const struct session *session = story->session;
	struct json_writer *json = json_writer_new(out, true);
	struct arena *arena = arena_new();

	json_write_object(json);
	json_member_integer(json, "schema", 1);
	json_member(json, "program", "enrich " ENRICH_VERSION);
	history_write_instant(json, arena, "started", session->started);
	history_write_instant(
	    json, arena, "finished", status == STATUS_RUNNING ? 0 : clock_now());
	history_write_instant(json, arena, "clock", session->clock);
	json_write_key(json, "exit");
	if (status == STATUS_RUNNING)
		json_write_null(json);
	else
		json_write_integer(json, status);
	/* What went wrong first, as people were told it. */
	json_member(json, "message",
	    status == STATUS_RUNNING || status == STATUS_COMPLETE ? NULL
								  : log_first_error());
	json_member(json, "since", session->settings->since);
	json_member_boolean(json, "offline", session->settings->offline);
	json_member(json, "name", session_name(session));
	json_member_integer(
	    json, "asked_seconds", (int64_t)(session->tally.seconds + 0.5));
	json_member_integer(json, "asked_seconds_planned",
	    (int64_t)(session->tally.planned_seconds + 0.5));
	json_member(json, "partial", story->derived.partial);
	history_write_instant(json, arena, "partial_since",
	    history->lacking == NULL ? 0 : history->lacking_since);
	json_member(json, "last_complete", history->complete);
	history_write_instant(json, arena, "last_complete_at", history->complete_at);
	write_release(json, &story->derived.release);
	write_inputs(json, arena, &story->reading);
	write_totals(json, story);
	json_write_key(json, "sources");
	json_write_array(json);
	for (const struct lane *lane = session->lanes; lane != NULL; lane = lane->next)
		write_source(json, arena, lane, count_of(&story->derived, lane->source));
	json_write_array_end(json);
	json_write_object_end(json);
	json_writer_free(json);
	buffer_char(out, '\n');
	arena_free(arena);
}
