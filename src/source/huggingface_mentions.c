/* One arXiv paper in, the models whose cards mention it out (--discover). */
#include "source/huggingface.h"

#include "base/arena.h"
#include "base/buffer.h"
#include "base/json.h"
#include "base/url.h"
#include "source/draft.h"

static void
ask(const struct question *questions, size_t count, struct arena *arena,
    struct request *request)
{
	(void)count;
	/* Only names are wanted: one small property keeps the rest away. */
	request_get(request,
	    arena_printf(arena,
		"/api/models?filter=arxiv:%s&sort=downloads&limit=100"
		"&expand%%5B%%5D=likes",
		url_encode(arena, questions[0].id.value)),
	    "application/json", questions, 1);
}

static enum verdict
split(const struct request *request, const struct response *response, bool has_key)
{
	(void)request;
	switch (response->status) {
	case 200:
		return reply_is_list(response) ? VERDICT_TAKE : VERDICT_RETRY;
	case 401:
		return has_key ? VERDICT_DROP_KEY : VERDICT_DROP;
	default:
		return VERDICT_DROP;
	}
}

static void
read_reply(const struct request *request, const struct response *response,
    struct arena *arena, struct answer *answers)
{
	const struct json *list = reply_json(arena, response), *one;
	struct json_writer *writer;
	struct buffer out;

	(void)request;
	if (response->status != 200 || list == NULL || list->kind != JSON_ARRAY) {
		reply_unanswered(answers, "malformed reply");
		return;
	}
	/* The names alone; none is an answer too. */
	buffer_init(&out, 0);
	writer = json_writer_new(&out, false);
	json_write_array(writer);
	for (one = list->child; one != NULL; one = one->next) {
		if (json_string(json_get(one, "id")) != NULL)
			json_write_string(writer, json_get(one, "id")->text);
	}
	json_write_array_end(writer);
	json_writer_free(writer);
	reply_found(answers, arena_text_n(arena, out.bytes, out.length), out.length);
	buffer_free(&out);
}

static bool
brief_of(const struct answer *answer, struct arena *arena, struct brief *brief)
{
	const struct json *list = reply_body(arena, answer), *one;
	struct draft draft;

	if (list == NULL || list->kind != JSON_ARRAY)
		return false;
	draft_begin(&draft, arena, BRIEF_MENTIONS);
	for (one = list->child; one != NULL; one = one->next)
		draft_name(&draft, IDENTIFIER_HF_MODEL, json_string(one));
	draft_finish(&draft, brief);
	return true;
}

const struct source huggingface_mentions = {
	.name = "huggingface-mentions",
	.title = "HF models by paper",
	.service = &huggingface_service,
	.attribution = "Models whose cards mention a paper are from the Hugging "
		       "Face Hub, https://huggingface.co.",
	.accepts = IDENTIFIER_BIT(IDENTIFIER_ARXIV),
	.on_request = true,
	.probe = "arxiv:1706.03762",
	.batch = 1,
	.ceiling = 4u << 20,
	.asked_version = 1,
	.brief_version = 1,
	.fresh_days = 30,
	.ask = ask,
	.split = split,
	.read = read_reply,
	.brief = brief_of,
};
