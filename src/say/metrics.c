/*
 * A run enters; the text that node_exporter's textfile collector reads leaves
 * (Prometheus text format 0.0.4).  No time stamps, the collector refuses them;
 * every series has the release's name, so that files of several lists may lie
 * in one folder.  What this run does not know is left out, never 0.
 */
#include <inttypes.h>

#include "base/buffer.h"
#include "base/clock.h"
#include "base/version.h"
#include "say/inside.h"

struct metrics {
	struct buffer *out;
	const char *name; /* of the release */
	const char *family;
	const char *help; /* NULL once it stands */
};

static void
begin(struct metrics *m, const char *family, const char *help)
{
	m->family = family;
	m->help = help;
}

/* Backslash, quote and line feed are all that a label's value must escape. */
static void
add_label(struct metrics *m, const char *label, const char *value)
{
	buffer_printf(m->out, ",%s=\"", label);
	for (const char *at = value; *at != '\0'; at++) {
		if (*at == '\\' || *at == '"')
			buffer_char(m->out, '\\');
		if (*at == '\n')
			buffer_text(m->out, "\\n");
		else
			buffer_char(m->out, *at);
	}
	buffer_char(m->out, '"');
}

/* Up to the blank before the value; a NULL label ends them. */
static void
begin_sample(struct metrics *m, const char *label, const char *value, const char *label2,
    const char *value2)
{
	if (m->help != NULL)
		buffer_printf(m->out, "# HELP %s %s\n# TYPE %s gauge\n", m->family,
		    m->help, m->family);
	m->help = NULL;
	/* The name was made safe for paths, and so is safe here. */
	buffer_printf(m->out, "%s{name=\"%s\"", m->family, m->name);
	if (label != NULL)
		add_label(m, label, value);
	if (label2 != NULL)
		add_label(m, label2, value2);
	buffer_text(m->out, "} ");
}

static void
add(struct metrics *m, const char *label, const char *value, int64_t number)
{
	begin_sample(m, label, value, NULL, NULL);
	buffer_printf(m->out, "%" PRId64 "\n", number);
}

static void
add_one(struct metrics *m, const char *family, const char *help, int64_t number)
{
	begin(m, family, help);
	add(m, NULL, NULL, number);
}

static void
add_ratio(struct metrics *m, const char *of, const char *field, size_t part, size_t whole)
{
	if (whole == 0)
		return;
	begin_sample(m, "of", of, "field", field);
	buffer_printf(m->out, "%.4f\n", (double)part / (double)whole);
}

static void
add_run(struct metrics *m, const struct story *story, const struct history *history,
    int status)
{
	const struct session *session = story->session;
	const struct derived *derived = &story->derived;

	begin(m, "enrich_info", "The program, and the collection's title.");
	begin_sample(m, "version", ENRICH_VERSION, "title",
	    session->settings->title != NULL ? session->settings->title : "");
	buffer_text(m->out, "1\n");
	add_one(m, "enrich_last_run_timestamp_seconds",
	    "When the last run ended, however it did.", clock_now());
	add_one(m, "enrich_exit_code", "Exit status of the last run.", status);
	add_one(m, "enrich_duration_seconds", "How long the last run took.",
	    (clock_milliseconds() - session->started_ms) / 1000);
	if (history->complete_at != 0)
		add_one(m, "enrich_last_complete_timestamp_seconds",
		    "When the last complete release was made; "
		    "time() less this is its age.",
		    history->complete_at);
	if (derived->release.folder != NULL)
		add_one(m, "enrich_partial",
		    "1: the release lacks answers a source left open.",
		    derived->partial != NULL);
	if (history->lacking != NULL)
		add_one(m, "enrich_partial_since_timestamp_seconds",
		    "Since when releases lack what the last one lacks.",
		    history->lacking_since);
	if (derived->works_askable > 0) {
		begin(m, "enrich_coverage_ratio",
		    "Share of askable works in scope with a definite answer.");
		begin_sample(m, NULL, NULL, NULL, NULL);
		buffer_printf(m->out, "%.4f\n", derived->coverage);
	}
}

static void
add_totals(struct metrics *m, const struct story *story)
{
	const struct totals *totals = &story->derived.release.totals;

	add_one(m, "enrich_entries", "Entries in the lists.",
	    (int64_t)story->reading.entry_count);
	begin(m, "enrich_works", "Works by scope.");
	add(m, "scope", "in", (int64_t)totals->works_in);
	add(m, "scope", "undated", (int64_t)totals->works_undated);
	add(m, "scope", "older", (int64_t)totals->works_older);
	begin(m, "enrich_field_coverage_ratio",
	    "Share of works in scope whose field is filled.");
	add_ratio(
	    m, "papers", "authors", totals->papers.authors_after, totals->papers.works);
	add_ratio(m, "papers", "venue", totals->papers.venue_after, totals->papers.works);
	add_ratio(m, "papers", "citations", totals->papers.citations_after,
	    totals->papers.works);
	add_ratio(
	    m, "papers", "license", totals->papers.license_after, totals->papers.works);
	add_ratio(m, "artifacts", "license", totals->artifacts.license_after,
	    totals->artifacts.works);
	begin(m, "enrich_findings", "Findings that are new or open, by class.");
	add(m, "class", "fix", (int64_t)totals->fix);
	add(m, "class", "decide", (int64_t)totals->decide);
	add(m, "class", "note", (int64_t)totals->note);
	add_one(m, "enrich_conflicts", "Claims that lost against another.",
	    (int64_t)totals->conflicts);
	begin(m, "enrich_changes", "Works against the release before.");
	add(m, "op", "added", (int64_t)totals->added);
	add(m, "op", "changed", (int64_t)totals->changed);
	add(m, "op", "counts_only", (int64_t)totals->counts_only);
	add(m, "op", "removed", (int64_t)totals->removed);
}

static void
add_outcomes(struct metrics *m, const struct lane *lane)
{
	begin(m, "enrich_questions", "Questions of the last run by outcome.");
	for (; lane != NULL; lane = lane->next) {
		const struct source_tally *tally = &lane->tally;
		const struct {
			const char *outcome;
			size_t count;
		} rows[] = { { "from_cache", tally->fresh },
			{ "answered", tally->answered }, { "unanswered", tally->open },
			{ "not_asked", tally->not_asked } };

		for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
			begin_sample(
			    m, "source", lane->source->name, "outcome", rows[i].outcome);
			buffer_printf(m->out, "%zu\n", rows[i].count);
		}
	}
}

/* One family over all sources: the member of their tallies at `number`. */
#define ADD_SOURCES(family, help, number)                                                \
	do {                                                                             \
		begin(m, family, help);                                                  \
		for (const struct lane *l = lanes; l != NULL; l = l->next) {             \
			const struct source_tally *tally = &l->tally;                    \
			add(m, "source", l->source->name, (int64_t)(number));            \
		}                                                                        \
	} while (0)

static void
add_sources(struct metrics *m, const struct lane *lanes)
{
	add_outcomes(m, lanes);
	ADD_SOURCES("enrich_requests", "Requests sent in the last run.", tally->requests);
	ADD_SOURCES("enrich_requests_planned",
	    "Requests that enrich plan would have named.", tally->planned.requests);
	ADD_SOURCES(
	    "enrich_retries", "Requests that were sent once more.", tally->retries);
	ADD_SOURCES(
	    "enrich_limited", "Replies that refused for a limit.", tally->limited);
	ADD_SOURCES("enrich_received_bytes", "Bytes of replies, decoded.", tally->bytes);
	begin(m, "enrich_waited_seconds",
	    "Time spent waiting for pace, windows and Retry-After.");
	for (const struct lane *l = lanes; l != NULL; l = l->next) {
		begin_sample(m, "source", l->source->name, NULL, NULL);
		buffer_printf(m->out, "%.3f\n", (double)l->tally.waited_ms / 1000);
	}
	ADD_SOURCES("enrich_source_trouble",
	    "1: the source's last word in the run was trouble.", tally->trouble != NULL);
}

void
metrics_text(const struct story *story, const struct history *history, int status,
    struct buffer *out)
{
	struct metrics m = { .out = out, .name = session_name(story->session) };

	add_run(&m, story, history, status);
	if (story->derived.release.folder != NULL)
		add_totals(&m, story);
	if (!story->session->settings->offline)
		add_sources(&m, story->session->lanes);
}
