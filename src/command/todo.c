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
#include "command/remark.h"
#include "command/todo.h"
#include "list/list.h"
#include "release/predecessor/predecessor.h"
#include "session/session.h"

enum { DAY = 86400 };

/* The path of a finding's list as the user named it; else its name. */
static const char *
place_of(struct arena *arena, const struct settings *settings, const char *list)
{
	for (size_t l = 0; l < settings->list_count; l++) {
		const struct list_setting *one = &settings->lists[l];

		if (one->chosen &&
		    strcmp(one->name != NULL ? one->name
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
print_json(const struct finding *finding, const char *place)
{
	struct buffer out;
	struct json_writer *json;

	buffer_init(&out, 0);
	json = json_writer_new(&out, false);

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
	puts(out.bytes);
	buffer_free(&out);
}

static void
add_finding(struct remarks *remarks, const struct finding *finding, const char *place)
{
	static const enum remark_level levels[] = { [FINDING_FIX] = REMARK_ERROR,
		[FINDING_DECIDE] = REMARK_WARNING,
		[FINDING_NOTE] = REMARK_NOTICE };
	const struct remark remark = { levels[finding->class],
		place != NULL ? place : finding->list, finding->line, finding->code,
		finding->evidence, finding->repair, finding->key };

	remark_add(remarks, &remark);
}

static void
print_findings(
    struct arena *arena, const struct settings *settings, const struct findings *findings)
{
	bool lines = settings->json ||
	    (settings->format != NULL && strcmp(settings->format, "json") == 0);
	struct remarks remarks;

	if (!lines)
		remark_open(&remarks, arena, settings->format);
	for (size_t i = 0; i < findings->count; i++) {
		const struct finding *finding = &findings->v[i];
		const char *place = place_of(arena, settings, finding->list);

		if (!is_wanted(settings, finding, place))
			continue;
		if (lines)
			print_json(finding, place);
		else
			add_finding(&remarks, finding, place);
	}
	if (!lines)
		remark_close(&remarks);
}

/* NULL: there is none; with a reason it cannot be read. */
static struct predecessor *
open_last(const struct session *session, const char **reason)
{
	const struct release_settings wanted = { .folder = session->settings->output,
		.name = session_name(session),
		/* Today's counts, too. */
		.clock = session->started + DAY };

	*reason = NULL;
	return predecessor_open(&wanted, session->settings->previous, NULL, reason);
}

static int
print_todo(
    struct arena *arena, const struct settings *settings, const struct session *session)
{
	const char *reason;
	struct predecessor *last = open_last(session, &reason);

	if (last == NULL) {
		if (reason != NULL)
			log_error("the last release cannot be read: %s", reason);
		else
			log_error("there is no release of %s in %s yet; another name or "
				  "folder: --name, --output",
			    session_name(session), settings->output);
		return STATUS_NO_LIST;
	}
	print_findings(arena, settings, predecessor_findings(last));
	predecessor_close(last);
	return 0;
}

const char *
todo_place_of(struct arena *arena, const struct session *session, const char *key)
{
	const char *reason, *place = NULL;
	struct predecessor *last = open_last(session, &reason);
	const struct findings *findings;

	if (last == NULL)
		return NULL;
	findings = predecessor_findings(last);
	for (size_t i = 0; i < findings->count && place == NULL; i++)
		if (strcmp(findings->v[i].key, key) == 0 && findings->v[i].list != NULL)
			place = arena_printf(
			    arena, "%s:%u", findings->v[i].list, findings->v[i].line);
	predecessor_close(last);
	return place;
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
