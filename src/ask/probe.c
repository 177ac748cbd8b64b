/* One question to one source enters; whether it answers leaves. */
#include "base/arena.h"
#include "identify/identify.h"
#include "run.h"

enum { PATIENCE = 30 };

static void
read_reply(struct run *run, size_t s, const struct request *request,
    const struct response *response, struct probe *probe)
{
	bool has_key = run->endpoints[s].key != NULL;

	if (response->exchange != EXCHANGE_REPLIED) {
		probe->words = response->trouble;
		return;
	}
	switch (run->sources[s]->split(request, response, has_key)) {
	case VERDICT_TAKE:
		probe->answered = true;
		probe->words = has_key ? "answers, key accepted" : "answers";
		break;
	case VERDICT_DROP_KEY:
		probe->key_refused = true;
		probe->words = arena_printf(run->arena, "refuses the key in %s",
		    run->sources[s]->service->key_variables[0]);
		break;
	case VERDICT_RETRY:
	case VERDICT_HALVE:
	case VERDICT_SPOILT:
	case VERDICT_DROP:
	case VERDICT_STOP:
	case VERDICT_SPENT:
		probe->words = arena_printf(
		    run->arena, "HTTP status %d", response->status);
		break;
	}
}

void
ask_probe(struct run *run, size_t s, struct probe *probe)
{
	const struct source *source = run->sources[s];
	struct question *question = arena_alloc(run->arena, sizeof *question);
	struct request *request = arena_alloc(run->arena, sizeof *request);
	struct fetched done;
	int64_t wait;

	*probe = (struct probe){ .words = "no answer" };
	if (!identify_text(run->arena, source->probe, &question->id))
		return;
	question->source = source;
	question->subject = identifier_key(run->arena, question->id);
	request->source = source;
	request->questions = question;
	request->question_count = 1;
	source->ask(question, 1, run->arena, request);
	run_open_fetch(run);
	while ((wait = fetch_wait(run->fetch, &run->endpoints[s], PATIENCE)) > 0)
		fetch_step(run->fetch, (int)wait, &done);
	if (wait < 0) {
		probe->words = "not asked: its window is used up";
		return;
	}
	fetch_start(run->fetch, &run->endpoints[s], request);
	while (fetch_in_flight(run->fetch) > 0) {
		if (fetch_step(run->fetch, 1000, &done)) {
			read_reply(run, s, request, &done.response, probe);
			probe->words = arena_text(run->arena, probe->words);
			fetch_release(run->fetch, &done);
			return;
		}
	}
}
