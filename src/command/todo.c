/*
 * The findings of the last release enter, one line for each leaves, as compilers
 * print what they find: editors and CI take it.
 */
#include "command/command.h"

#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/json.h"
#include "base/log.h"
#include "list/list.h"
#include "release/release.h"
#include "session/session.h"

enum { DAY = 86400 };

/* The path of a finding's list as the user named it; else its name. */
static const char *
place_of(struct arena *arena, const struct settings *settings, const char *list)
{
	for (size_t l = 0; l < settings->list_count; l++) {
		const struct list_setting *one = &settings->lists[l];

		if (strcmp(one->name != NULL ? one->name
					     : list_short_name(arena, one->source),
			list) == 0)
			return one->source;
	}
	return NULL;
}

static bool
is_wanted(
    const struct settings *settings, const struct finding *finding, const char *place)
{
	return finding->state != FINDING_ACCEPTED &&
	    (settings->argument_count == 0 || place != NULL) &&
	    (settings->class == NULL ||
		strcmp(settings->class, finding_classes[finding->class]) == 0) &&
	    (settings->code == NULL || strcmp(settings->code, finding->code) == 0) &&
	    (!settings->since_last || finding->state == FINDING_NEW);
}

static void
print_json(const struct finding *finding, const char *place, struct buffer *out)
{
	struct json_writer *json = json_writer_new(out, false);

	json_write_object(json);
	json_member(json, "key", finding->key);
	json_member(json, "code", finding->code);
	json_member(json, "class", finding_classes[finding->class]);
	json_member(json, "state", finding_states[finding->state]);
	json_member(json, "list", finding->list);
	json_member(json, "path", place);
	json_member_integer(json, "line", finding->line);
	json_member(json, "given", finding->given);
	json_member(json, "evidence", finding->evidence);
	json_member(json, "repair", finding->repair);
	json_write_object_end(json);
	json_writer_free(json);
	buffer_char(out, '\n');
}

/* An annotation: signs that end it or its line are written by number. */
static void
add_escaped(struct buffer *out, const char *text)
{
	for (; *text != '\0'; text++)
		if (strchr("%\r\n", *text) != NULL)
			buffer_printf(out, "%%%02X", (unsigned)*text);
		else
			buffer_char(out, *text);
}

static void
print_finding(const struct settings *settings, const struct finding *finding,
    const char *place, struct buffer *out)
{
	static const char *const levels[] = { [FINDING_FIX] = "error",
		[FINDING_DECIDE] = "warning",
		[FINDING_NOTE] = "notice" };
	const char *where = place != NULL ? place : finding->list;
	/* The option's choices differ in their first letter: text, github, json. */
	char format = settings->json   ? 'j'
	    : settings->format != NULL ? *settings->format
				       : 't';

	if (format == 'j') {
		print_json(finding, place, out);
		return;
	}
	if (format == 'g')
		buffer_printf(out,
		    "::%s file=%s,line=%u,title=%s::", levels[finding->class], where,
		    finding->line, finding->code);
	else
		buffer_printf(out, "%s:%u: %s: ", where, finding->line, finding->code);
	add_escaped(out, finding->evidence == NULL ? "" : finding->evidence);
	if (finding->repair != NULL) {
		buffer_text(out, " -> ");
		add_escaped(out, finding->repair);
	}
	buffer_printf(out, " [%s]\n", finding->key);
}

static int
print_todo(
    struct arena *arena, const struct settings *settings, const struct session *session)
{
	const struct release_settings wanted = { .folder = settings->output,
		.name = session_name(session),
		/* Today's counts, too. */
		.clock = session->started + DAY };
	const char *reason = NULL;
	struct predecessor *last = predecessor_open(
	    &wanted, settings->previous, NULL, &reason);
	const struct findings *findings;
	struct buffer out;

	if (last == NULL) {
		log_error("%s%s%s",
		    reason != NULL ? "the last release cannot be read: " : "",
		    reason != NULL ? reason : "there is no release yet in ",
		    reason != NULL ? "" : settings->output);
		return STATUS_NO_LIST;
	}
	findings = predecessor_findings(last);
	buffer_init(&out, 0);
	for (size_t i = 0; i < findings->count; i++) {
		const struct finding *finding = &findings->v[i];
		const char *place = place_of(arena, settings, finding->list);

		if (is_wanted(settings, finding, place))
			print_finding(settings, finding, place, &out);
	}
	fwrite(out.length > 0 ? out.bytes : "", 1, out.length, stdout);
	buffer_free(&out);
	predecessor_close(last);
	return 0;
}

int
command_todo(struct arena *arena, const struct settings *settings)
{
	struct session session;
	int status = session_open(&session, arena, settings, false, CACHE_READ);

	if (status == 0) {
		status = print_todo(arena, settings, &session);
		session_close(&session);
	}
	return status;
}
