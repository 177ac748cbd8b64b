/* One question to one source enters; whether it answers leaves. */
#include "ask/ask.h"
#include "base/arena.h"
#include "identify/identify.h"

enum { PATIENCE = 30 };

static void
read_reply(struct arena *arena, const struct lane *lane, const struct request *request,
    const struct response *response, struct probe *probe)
{
	bool has_key = lane->endpoint.key != NULL;

	if (response->exchange != EXCHANGE_REPLIED) {
		probe->words = response->trouble;
		return;
	}
	switch (lane->source->split(request, response, has_key)) {
	case VERDICT_TAKE:
		probe->answered = true;
		probe->words = has_key ? "answers, key accepted" : "answers";
		break;
	case VERDICT_DROP_KEY:
		probe->key_refused = true;
		probe->words = arena_printf(arena, "refuses the key in %s",
		    lane->source->service->key_variables[0]);
		break;
	case VERDICT_RETRY:
	case VERDICT_FALSE:
	case VERDICT_HALVE:
	case VERDICT_SPOILT:
	case VERDICT_DROP:
	case VERDICT_STOP:
	case VERDICT_SPENT:
		probe->words = arena_printf(arena, "HTTP status %d", response->status);
		break;
	}
}

void
ask_probe(struct session *session, struct lane *lane, struct probe *probe)
{
	struct arena *arena = session->arena;
	const struct source *source = lane->source;
	struct question *question = arena_alloc(arena, sizeof *question);
	struct request *request = arena_alloc(arena, sizeof *request);
	struct fetched done;
	int64_t wait;

	*probe = (struct probe){ .words = "no answer" };
	if (!identify_text(arena, source->probe, &question->id))
		return;
	question->source = source;
	question->subject = identifier_key(arena, question->id);
	request->source = source;
	request->questions = question;
	request->question_count = 1;
	source->ask(question, 1, arena, request);
	session_open_fetch(session);
	while ((wait = fetch_wait(session->fetch, &lane->endpoint, PATIENCE)) > 0)
		fetch_step(session->fetch, (int)wait, &done);
	if (wait < 0) {
		probe->words = "not asked: its window is used up";
		return;
	}
	fetch_start(session->fetch, &lane->endpoint, request);
	while (fetch_in_flight(session->fetch) > 0) {
		if (fetch_step(session->fetch, 1000, &done)) {
			read_reply(arena, lane, request, &done.response, probe);
			probe->words = arena_text(arena, probe->words);
			fetch_release(session->fetch, &done);
			return;
		}
	}
}
