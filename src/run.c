/*
 * The weekly job, in the order it happens: lists are read, sources are asked,
 * the release is derived, people are told.
 */
#include "run.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/file.h"
#include "base/log.h"
#include "base/stop.h"
#include "derive/derive.h"
#include "say/say.h"

static int
tell_no_list(void)
{
	log_error("reads curated lists of papers, models, data sets and code, "
		  "and writes an enriched release");
	log_error("no list was named; try: enrich --since 2024-01 README.md");
	log_error("the manual: man enrich; the options: enrich --help");
	return STATUS_NO_LIST;
}

int
run_not_begun(struct arena *arena, const struct settings *settings, int status)
{
	struct settings known = *settings;
	struct session session = session_of_none(arena, &known);
	const struct story story = { .session = &session };

	/* It would have been in what could not be read. */
	if (known.name == NULL && known.list_count == 0)
		known.name = history_last_name(arena, known.state);
	return tell(&story, status);
}

/* What is known of the lists, when it is asked for and then. */
static int
release_all(struct session *session, struct story *story)
{
	const struct reading *reading = &story->reading;
	struct evidence *evidence = evidence_new(
	    session, reading->lists, reading->list_count);
	int status = 0;

	if (!session->settings->offline && !derive_is_asked(session, reading))
		status = progress_ask(session, evidence);
	session_forget_keys(session);
	session_shut_in(session->arena, session->settings);
	if (status == 0)
		status = session_set_clock(session);
	if (status == 0 && !session->tally.stopped &&
	    session->settings->command != COMMAND_ASK)
		status = derive(session, evidence, reading, &story->derived);
	evidence_free(evidence);
	return status;
}

/* A release without works would take the place of one that has some. */
static int
refuse_nothing(const struct settings *settings, const struct reading *reading)
{
	if (reading->entry_count > 0 || settings->allow_empty)
		return 0;
	log_error("no entry in %s%s; nothing was asked or written",
	    reading->lists[0].source, reading->list_count > 1 ? " and the others" : "");
	log_error("what was left out, and why: enrich extract -v LIST; an empty "
		  "release is written with --allow-empty");
	return STATUS_BAD_LIST;
}

/* Before hours of asking: can the release be written where it is to go? */
static int
refuse_output(const struct settings *settings)
{
	if (file_may_make(settings->output))
		return 0;
	log_error(
	    "cannot create %s: %s; nothing was asked", settings->output, strerror(errno));
	return STATUS_CANNOT_CREATE;
}

/* A machine without a battery begins in 1970: answers and releases would be older than all
 * before them.  Behind the year 9999 no run would find them again. */
static int
refuse_clock(struct arena *arena, const struct settings *settings)
{
	const int64_t first = INT64_C(1577836800),
		      last = INT64_C(253402300799); /* 2020 */
	int64_t now = clock_now();

	if ((now >= first && now <= last) || settings->as_of != INT64_MAX ||
	    getenv("SOURCE_DATE_EPOCH") != NULL)
		return 0;
	log_error(
	    "the clock of this machine says %s; nothing was asked or written: set it",
	    clock_date_text(arena, now));
	return STATUS_IO;
}

int
run_weekly(struct arena *arena, const struct settings *settings)
{
	struct session session;
	struct story story = { .session = &session };
	int status;

	if (settings->list_count == 0)
		return run_not_begun(arena, settings, tell_no_list());
	status = session_open(&session, arena, settings, true,
	    settings->offline ? CACHE_READ : CACHE_WRITE);
	if (geteuid() == 0)
		log_info("runs as root, which it never needs to");
	if (status == 0) {
		tell_begun(&story);
		status = reading_read(&story.reading, &session);
		if (status == 0)
			status = refuse_nothing(settings, &story.reading);
		if (status == 0)
			status = refuse_clock(arena, settings);
		if (status == 0 && settings->command != COMMAND_ASK)
			status = refuse_output(settings);
	}
	/* Until here there is nothing to keep: a signal just ends us. */
	stop_listen();
	if (status == 0)
		status = release_all(&session, &story);
	status = tell(&story, status);
	if (!settings->offline && (status == STATUS_COMPLETE || status == STATUS_PARTIAL))
		session_thin(&session);
	session_close(&session);
	return status;
}
