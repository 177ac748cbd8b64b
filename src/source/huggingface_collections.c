/* A collection of Hugging Face's in, what its owner put into it out. */
#include "source/huggingface.h"

#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/json.h"
#include "base/url.h"
#include "source/draft.h"

static void
ask(const struct question *questions, size_t count, struct arena *arena,
    struct request *request)
{
	const char *slug = questions[0].id.value, *slash = strchr(slug, '/');

	(void)count;
	request_get(request,
	    arena_printf(arena, "/api/collections/%s/%s",
		url_encode(arena, arena_text_n(arena, slug, (size_t)(slash - slug))),
		url_encode(arena, slash + 1)),
	    "application/json", questions, 1);
}

static enum verdict
split(const struct request *request, const struct response *response, bool has_key)
{
	(void)request;
	switch (response->status) {
	case 200:
		return reply_is_object(response) ? VERDICT_TAKE : VERDICT_RETRY;
	case 401:
		if (has_key)
			return VERDICT_DROP_KEY;
		/* fall through */
	case 404:
		return reply_says_error(response, "") ? VERDICT_TAKE : VERDICT_DROP;
	default:
		return VERDICT_DROP;
	}
}

static void
read_reply(const struct request *request, const struct response *response,
    struct arena *arena, struct answer *answers)
{
	const struct json *items = json_get(reply_json(arena, response), "items");
	struct json_writer *writer;
	struct buffer out;

	(void)request;
	if (response->status != 200 && reply_says_error(response, "")) {
		reply_absent(answers, "missing or private");
		return;
	}
	if (items == NULL || items->kind != JSON_ARRAY) {
		reply_unanswered(answers, "malformed reply");
		return;
	}
	/* An item may hold pages; which it is stands in two members. */
	buffer_init(&out, 0);
	writer = json_writer_new(&out, false);
	json_write_array(writer);
	for (const struct json *one = items->child; one != NULL; one = one->next) {
		const char *type = json_string(json_get(one, "type"));
		const char *id = json_string(json_get(one, "id"));

		if (type == NULL || id == NULL)
			continue;
		json_write_array(writer);
		json_write_string(writer, type);
		json_write_string(writer, id);
		json_write_array_end(writer);
	}
	json_write_array_end(writer);
	json_writer_free(writer);
	reply_found(answers, arena_text_n(arena, out.bytes, out.length), out.length);
	buffer_free(&out);
}

static bool
brief_of(const struct answer *answer, struct arena *arena, struct brief *brief)
{
	static const struct {
		const char *type;
		enum identifier_kind kind;
	} kinds[] = {
		{ "model", IDENTIFIER_HF_MODEL },
		{ "dataset", IDENTIFIER_HF_DATASET },
		{ "space", IDENTIFIER_HF_SPACE },
		{ "paper", IDENTIFIER_ARXIV },
	};
	const struct json *list = reply_body(arena, answer), *one;
	struct draft draft;

	if (list == NULL || list->kind != JSON_ARRAY)
		return false;
	draft_begin(&draft, arena, BRIEF_MENTIONS);
	for (one = list->child; one != NULL; one = one->next)
		for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
			if (spell_is(json_string(json_first(one)), kinds[i].type))
				draft_name(&draft, kinds[i].kind,
				    json_string(json_first(one)->next));
	draft_finish(&draft, brief);
	return true;
}

const struct source huggingface_collections = {
	.name = "huggingface-collections",
	.title = "HF collections",
	.service = &huggingface_service,
	.attribution = "What stands in collections is from the Hugging Face Hub, "
		       "https://huggingface.co.",
	.accepts = IDENTIFIER_BIT(IDENTIFIER_HF_COLLECTION),
	.probe = "hf-collection:Qwen/qwen3",
	.batch = 1,
	.ceiling = 16u << 20,
	.asked_version = 1,
	.brief_version = 1,
	.fresh_days = 30,
	.ask = ask,
	.split = split,
	.read = read_reply,
	.brief = brief_of,
};
