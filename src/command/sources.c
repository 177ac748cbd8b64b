/*
 * The services enter: what each asks of us, or what it answered to one request of each
 * form, leaves.
 */
#include "command/command.h"

#include <stdio.h>

#include "ask/ask.h"
#include "base/buffer.h"
#include "base/json.h"
#include "source/source.h"

/* What the source's own limits are, with the key there is. */
static void
print_pace(const struct source *source, bool has_key)
{
	const struct pace *pace = source->service->pace;
	unsigned interval = has_key && pace->interval_key > 0 ? pace->interval_key
							      : pace->interval;
	unsigned window = has_key ? pace->window_key : pace->window;
	bool gathers = source->gather > 0 && (has_key || !source->gather_needs_key);
	unsigned questions = gathers ? source->gather : source->batch;

	printf("  pace      ");
	if (interval > 0)
		printf("one request per %g s, ", interval / 1000.0);
	if (window > 0)
		printf("%u requests in %u minutes, ", window, pace->window_seconds / 60);
	printf("%s%u question%s a request\n", questions > 1 ? "up to " : "", questions,
	    questions > 1 ? "s" : "");
}

static void
print_source(const struct lane *lane)
{
	const struct source *source = lane->source;
	bool has_key = lane->endpoint.key != NULL;

	printf("%s (%s)\n", source->title, source->name);
	printf("  address   %s%s\n", lane->endpoint.base_url,
	    lane->stand_in ? "   (not the real service)" : "");
	print_pace(source, has_key);
	if (source->service->key_variables == NULL)
		printf("  key       needs none\n");
	else
		printf("  key       %s (%s)\n", has_key ? "present" : "absent",
		    source->service->key_variables[0]);
	printf("  terms     %s\n\n", source->service->terms);
}

/* One object a line, so that line tools can read it too. */
static void
print_source_json(const struct lane *lane, struct buffer *out)
{
	const struct source *source = lane->source;
	const struct service *service = source->service;
	struct json_writer *json = json_writer_new(out, false);

	json_write_object(json);
	json_member(json, "source", source->name);
	json_member(json, "title", source->title);
	json_member(json, "service", service->name);
	json_member(json, "address", lane->endpoint.base_url);
	json_member(json, "url_variable", service->url_variable);
	json_write_key(json, "key_variables");
	json_write_array(json);
	for (size_t i = 0;
	     service->key_variables != NULL && service->key_variables[i] != NULL; i++)
		json_write_string(json, service->key_variables[i]);
	json_write_array_end(json);
	json_member_boolean(json, "key", lane->endpoint.key != NULL);
	json_member_boolean(json, "is_stand_in", lane->stand_in);
	json_member_integer(json, "questions_a_request", source->batch);
	json_member(json, "terms", service->terms);
	json_write_object_end(json);
	json_writer_free(json);
}

static void
print_sources_json(const struct session *session)
{
	struct buffer out;

	buffer_init(&out, 0);
	for (const struct lane *lane = session->lanes; lane != NULL; lane = lane->next) {
		buffer_text(&out, lane == session->lanes ? "{\"sources\": [\n" : ",\n");
		print_source_json(lane, &out);
	}
	printf("%.*s\n]}\n", (int)out.length, out.bytes);
	buffer_free(&out);
}

/* One small request of each form; 0, 3 where a contract is not kept, 77. */
static int
check_sources(struct session *session)
{
	static const char *const states[] = { [CONTRACT_KEPT] = "as expected",
		[CONTRACT_CHANGED] = "changed: ",
		[CONTRACT_REFUSED] = "refused: ",
		[CONTRACT_KEY_REFUSED] = "refused: ",
		[CONTRACT_NOT_ASKED] = "not asked: " };
	int status = 0;

	for (const struct contract *c = source_contracts; c->source != NULL; c++) {
		struct probe probe = { 0 };

		if (!session_has_lane(session, c->source))
			continue;
		ask_probe(session, c, &probe);
		printf("%-18s %-20s %s%s\n", c->source->title, c->form,
		    states[probe.state], probe.words != NULL ? probe.words : "");
		fflush(stdout);
		if (probe.state == CONTRACT_KEY_REFUSED)
			status = STATUS_KEY_REFUSED;
		else if (probe.state != CONTRACT_KEPT &&
		    probe.state != CONTRACT_NOT_ASKED && status == 0)
			status = STATUS_PARTIAL;
	}
	return status;
}

int
command_sources(struct arena *arena, const struct settings *settings)
{
	struct session session;
	int status = session_open(&session, arena, settings, false, CACHE_READ);

	if (status != 0)
		return status;
	if (settings->check)
		status = check_sources(&session);
	else if (settings->json)
		print_sources_json(&session);
	else
		for (const struct lane *lane = session.lanes; lane != NULL;
		     lane = lane->next)
			print_source(lane);
	session_close(&session);
	return status;
}
