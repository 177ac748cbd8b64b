/*
 * A service's bulk files, a record a line, enter; what they say about the works of
 * the lists leaves, as answers in the cache.
 */
#include "command/bulk.h"

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/json.h"
#include "base/log.h"
#include "base/strmap.h"
#include "evidence/evidence.h"
#include "join/join.h"
#include "reading/reading.h"
#include "source/source.h"

enum {
	COMMIT_ANSWERS = 2000,
	LINE_BYTES = 64 << 20, /* the longest record taken */
};

struct bulk {
	struct session *session;
	const struct lane *lane;
	int64_t day;           /* that the files are of */
	struct strmap *wanted; /* keys of identifiers */
	struct arena *scratch;
	uint64_t lines, taken, waiting, spoilt;
};

/* What the lists name, and what is known of their works already. */
static void
want_all(struct bulk *bulk, const struct works *works)
{
	static char wanted;

	for (size_t w = 0; w < works_count(works); w++) {
		const struct work *work = works_at(works, w);
		for (size_t i = 0; i < work->id_count; i++)
			if (!record_id_is_refused(work->ids[i].status))
				strmap_put(bulk->wanted,
				    identifier_key(bulk->scratch, work->ids[i].id),
				    &wanted);
		arena_reset(bulk->scratch);
	}
}

static void
put_answer(struct bulk *bulk, struct identifier id, struct answer *answer)
{
	const struct source *source = bulk->lane->source;

	if ((source->accepts & IDENTIFIER_BIT(id.kind)) == 0)
		return;
	answer->subject = identifier_key(bulk->scratch, id);
	cache_put(bulk->session->cache, answer);
	bulk->waiting++;
}

static void
take_line(struct bulk *bulk, const char *line, size_t length)
{
	const struct source *source = bulk->lane->source;
	const struct json *record = json_parse(bulk->scratch, line, length, NULL);
	struct identifier ids[SOURCE_BULK_IDS];
	struct answer answer = { .origin = bulk->lane->origin,
		.source = source->name,
		.retrieved_at = bulk->day,
		.confirmed_at = bulk->day,
		.http_status = 200,
		.asked_version = source->asked_version };
	bool is_wanted = false;
	size_t count;

	bulk->spoilt += record == NULL;
	count = source->bulk(source, record, bulk->scratch, ids, &answer);
	for (size_t i = 0; i < count; i++)
		is_wanted |= strmap_get(bulk->wanted,
				 identifier_key(bulk->scratch, ids[i])) != NULL;
	if (!is_wanted || !source->brief(&answer, bulk->scratch, &answer.brief))
		return;
	answer.brief_version = source->brief_version;
	bulk->taken++;
	for (size_t i = 0; i < count; i++)
		put_answer(bulk, ids[i], &answer);
}

/* 0, or 74 with its line printed. */
static int
take_file(struct bulk *bulk, FILE *file, const char *path)
{
	char *line = NULL;
	size_t room = 0;
	ssize_t length;
	int status = 0;

	while (status == 0 && (length = getline(&line, &room, file)) > 0) {
		bulk->lines++;
		if (length > LINE_BYTES)
			bulk->spoilt++;
		else
			take_line(bulk, line, (size_t)length);
		arena_reset(bulk->scratch);
		if (bulk->waiting >= COMMIT_ANSWERS) {
			status = session_commit(bulk->session);
			bulk->waiting = 0;
		}
	}
	if (status == 0 && ferror(file)) {
		log_error("%s: %s", path, strerror(errno));
		status = STATUS_IO;
	}
	free(line);
	return status != 0 ? status : session_commit(bulk->session);
}

static int
take_path(struct bulk *bulk, const char *path)
{
	FILE *file = strcmp(path, "-") == 0 ? stdin : fopen(path, "re");
	int status;

	if (file == NULL) {
		log_error("%s: %s", path, strerror(errno));
		return STATUS_IO;
	}
	status = take_file(bulk, file, path);
	if (file != stdin)
		fclose(file);
	return status;
}

/* The lane of a source that has bulk files; NULL with its line printed. */
static const struct lane *
lane_of(const struct session *session, const char *name)
{
	const struct source *source = source_by_name(name);

	if (source != NULL && source->bulk != NULL)
		return session_lane(session, source);
	log_error("--bulk %s: bulk files are read of:", name);
	for (size_t i = 0; sources[i] != NULL; i++)
		if (sources[i]->bulk != NULL)
			log_error("  %-16s %s", sources[i]->name, sources[i]->title);
	return NULL;
}

int
bulk_import(struct session *session, const char *path)
{
	const struct settings *settings = session->settings;
	struct bulk bulk = { .session = session,
		.scratch = arena_new(),
		/* Of today, it is of now: its last second is still to come. */
		.day = settings->as_of < session->started ? settings->as_of
							  : session->started };
	/* What is known of the works is known today. */
	struct settings today = *settings;
	struct evidence *evidence;
	struct reading reading;
	int status = STATUS_USAGE;

	bulk.lane = lane_of(session, settings->bulk);
	if (bulk.lane != NULL && settings->as_of == INT64_MAX)
		log_error("which day are these files of? --as-of DATE says when they "
			  "were published");
	else if (bulk.lane != NULL && settings->list_count == 0)
		log_error("of which lists? name them in [lists] of enrich.conf: what is "
			  "about none of their works is passed over");
	else if (bulk.lane != NULL)
		status = reading_read(&reading, session);
	if (status == 0) {
		today.as_of = INT64_MAX;
		session->settings = &today;
		bulk.wanted = strmap_new();
		evidence = evidence_new(session, reading.lists, reading.list_count);
		want_all(&bulk, evidence_works(evidence));
		evidence_free(evidence);
		status = take_path(&bulk, path);
		strmap_free(bulk.wanted);
		session->settings = settings;
	}
	if (status == 0)
		printf("%" PRIu64 " records read, %" PRIu64 " are about works of the "
		       "lists, %" PRIu64 " were none\n",
		    bulk.lines, bulk.taken, bulk.spoilt);
	arena_free(bulk.scratch);
	return status;
}
