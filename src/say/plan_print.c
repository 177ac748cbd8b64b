/* What would be asked: one line a source, the requests and the minutes. */
#include <stdio.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/json.h"
#include "base/text.h"
#include "join/join.h"
#include "say/say.h"

/* Entries by what --since says of their works. */
struct scopes {
	size_t works, entries[SCOPE_OLDER + 1];
};

static struct scopes
count_scopes(const struct session *session, struct evidence *evidence)
{
	const struct works *works = evidence_works(evidence);
	struct arena *arena = arena_new();
	struct scopes scopes = { .works = works_count(works) };

	for (size_t w = 0; w < scopes.works; w++) {
		const struct work *work = works_at(works, w);
		struct witness *witnesses;
		size_t count = evidence_about(evidence, arena, work, &witnesses);

		scopes.entries[join_scope(work, session->settings->since,
		    evidence_date(witnesses, count))] += work->entry_count;
		arena_reset(arena);
		evidence_rest_at(evidence, w);
	}
	arena_free(arena);
	return scopes;
}

static void
print_scopes(const struct session *session, const struct reading *reading,
    const struct scopes *scopes)
{
	size_t in = scopes->entries[SCOPE_IN] + scopes->entries[SCOPE_UNDATED];

	printf("%zu %s of %zu list%s: %zu work%s\n", reading->entry_count,
	    text_entries(reading->entry_count), reading->list_count,
	    text_plural(reading->list_count), scopes->works, text_plural(scopes->works));
	if (session->settings->since != NULL)
		printf("since %s: %zu %s in scope (%zu undated), %zu older %s not asked "
		       "about\n",
		    session->settings->since, in, text_entries(in),
		    scopes->entries[SCOPE_UNDATED], scopes->entries[SCOPE_OLDER],
		    scopes->entries[SCOPE_OLDER] == 1 ? "is" : "are");
}

static void
print_json(const struct session *session, size_t entries, const struct scopes *scopes)
{
	struct buffer out;
	struct json_writer *json;

	buffer_init(&out, 0);
	json = json_writer_new(&out, true);
	json_write_object(json);
	json_member_integer(json, "entries", (int64_t)entries);
	json_member_integer(json, "works", (int64_t)scopes->works);
	json_member_integer(json, "entries_in", (int64_t)scopes->entries[SCOPE_IN]);
	json_member_integer(
	    json, "entries_undated", (int64_t)scopes->entries[SCOPE_UNDATED]);
	json_member_integer(json, "entries_older", (int64_t)scopes->entries[SCOPE_OLDER]);
	json_write_key(json, "sources");
	json_write_array(json);
	for (const struct lane *lane = session->lanes; lane != NULL; lane = lane->next) {
		const struct source_tally *tally = &lane->tally;
		json_write_object(json);
		json_member(json, "source", lane->source->name);
		json_member(json, "origin", lane->origin);
		json_member_boolean(json, "key", lane->endpoint.key != NULL);
		json_member_boolean(json, "skipped", lane->state == LANE_SKIPPED);
		json_member_integer(
		    json, "ids", (int64_t)(tally->wanted - tally->titles));
		json_member_integer(json, "titles", (int64_t)tally->titles);
		json_member_integer(json, "from_cache", (int64_t)tally->fresh);
		json_member_integer(json, "requests", (int64_t)tally->planned.requests);
		json_member_integer(json, "requests_more", (int64_t)tally->more);
		json_member_integer(
		    json, "seconds", (int64_t)(tally->planned.seconds + 0.5));
		json_member_integer(json, "left_out", (int64_t)tally->planned.left_out);
		json_write_object_end(json);
	}
	json_write_array_end(json);
	json_member_integer(
	    json, "seconds", (int64_t)(session->tally.planned_seconds + 0.5));
	json_write_object_end(json);
	json_writer_free(json);
	printf("%.*s\n", (int)out.length, out.bytes);
	buffer_free(&out);
}

static const char *
key_words(const struct lane *lane)
{
	if (lane->state == LANE_SKIPPED)
		return "skipped";
	if (lane->source->service->key_variables == NULL)
		return "needs none";
	return lane->endpoint.key != NULL ? "present" : "absent";
}

static void
print_left_out(const struct lane *lane)
{
	for (; lane != NULL; lane = lane->next) {
		const struct plan_cost *planned = &lane->tally.planned;
		const char *const *keys = lane->source->service->key_variables;

		if (planned->left_out == 0)
			continue;
		printf("left out, the most valuable are asked: %zu of %zu questions to "
		       "%s",
		    planned->left_out, planned->left_out + planned->questions,
		    lane->source->title);
		if (keys != NULL && lane->endpoint.key == NULL)
			printf("; a key in %s helps", keys[0]);
		putchar('\n');
	}
}

static void
print_more(const struct lane *lane)
{
	size_t papers = 0;

	for (const struct lane *l = lane; l != NULL; l = l->next)
		if ((l->source->accepts & IDENTIFIER_PAPER_BITS) != 0 &&
		    l->source->fills == 0)
			papers += l->tally.planned.requests;
	for (; lane != NULL; lane = lane->next) {
		const struct source *source = lane->source;
		const struct source_tally *tally = &lane->tally;
		bool lists = source->lists &&
		    (source->batch > 1 ||
			tally->planned.questions > tally->planned.requests);

		if (tally->more > 0)
			printf("up to %zu more to %s, once the others have "
			       "answered%s\n",
			    tally->more, source->title,
			    lists ? ", one for each a list lacks" : "");
		else if (lists && tally->planned.requests > 0)
			printf(
			    "one more to %s for each that a list lacks\n", source->title);
		if ((source->accepts & IDENTIFIER_BIT(IDENTIFIER_TITLE)) != 0 &&
		    papers > 0)
			printf("one more to %s for each link that leads nowhere\n",
			    source->title);
		if (source->lists_changes &&
		    tally->planned.questions > tally->planned.requests)
			printf(
			    "one more to %s for each that has changed\n", source->title);
	}
}

void
plan_print(const struct session *session, const struct reading *reading,
    struct evidence *evidence)
{
	const struct scopes scopes = count_scopes(session, evidence);
	double minutes = session->tally.planned_seconds / 60;
	size_t requests = 0;

	if (session->settings->json) {
		print_json(session, reading->entry_count, &scopes);
		return;
	}
	print_scopes(session, reading, &scopes);
	printf("%-18s %6s %6s %11s %9s %8s   %s\n", "source", "ids", "titles",
	    "from cache", "requests", "minutes", "key");
	for (const struct lane *lane = session->lanes; lane != NULL; lane = lane->next) {
		const struct source_tally *tally = &lane->tally;

		if (tally->wanted == 0 && lane->state != LANE_SKIPPED)
			continue;
		printf("%-18s %6zu %6zu %11zu %9zu %8.1f   %s\n", lane->source->title,
		    tally->wanted - tally->titles, tally->titles, tally->fresh,
		    tally->planned.requests, tally->planned.seconds / 60,
		    key_words(lane));
		requests += tally->planned.requests;
	}
	print_left_out(session->lanes);
	printf("%zu %s, about %.1f minutes at the polite pace (the sources run "
	       "side by side)\n",
	    requests, requests == 1 ? "request" : "requests", minutes);
	print_more(session->lanes);
}
