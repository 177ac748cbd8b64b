/* Hugging Face Hub: one model, data set or space in, what its card says out. */
#include "source/huggingface.h"

#include <string.h>
#include <strings.h>

#include "base/arena.h"
#include "base/json.h"
#include "base/text.h"
#include "base/url.h"
#include "source/draft.h"

/* "expand[]=" with its brackets encoded; what is not asked does not come. */
#define X "&expand%5B%5D="
/* Of an owner's list at once: some cards are 13 kB. */
#define LISTED "500"
#define COMMON                                                                           \
	"expand%5B%5D=tags" X "cardData" X "likes" X "private" X "disabled" X            \
	"createdAt" X "lastModified"

static const struct folder {
	enum identifier_kind kind;
	const char *path;
	const char *query; /* an unknown property is a 400 */
	const char *word;
	const char *sort; /* of a list: what is wanted is near its top */
} folders[] = {
	{ IDENTIFIER_HF_MODEL, "/api/models", COMMON X "downloads" X "gated", "model",
	    "downloads" },
	{ IDENTIFIER_HF_DATASET, "/api/datasets", COMMON X "downloads" X "gated",
	    "dataset", "downloads" },
	{ IDENTIFIER_HF_SPACE, "/api/spaces", COMMON, "space", "likes" },
};

static const struct folder *
folder_of(enum identifier_kind kind)
{
	for (size_t i = 0; i < sizeof folders / sizeof folders[0]; i++) {
		if (folders[i].kind == kind)
			return &folders[i];
	}
	return &folders[0];
}

/* Each part of "owner/name" encoded, the slash kept. */
static const char *
encode_name(struct arena *arena, const char *name)
{
	const char *slash = strchr(name, '/');

	if (slash == NULL)
		return url_encode(arena, name);
	return arena_printf(arena, "%s/%s",
	    url_encode(arena, arena_text_n(arena, name, (size_t)(slash - name))),
	    url_encode(arena, slash + 1));
}

/* How long the owner's name is; 0: there is none ("bert-base-uncased"). */
static size_t
owner_length(const char *name)
{
	const char *slash = strchr(name, '/');

	return slash == NULL ? 0 : (size_t)(slash - name);
}

static bool
same_owner(const struct question *a, const struct question *b)
{
	size_t length = owner_length(a->id.value);

	return a->id.kind == b->id.kind && length > 0 &&
	    length == owner_length(b->id.value) &&
	    strncasecmp(a->id.value, b->id.value, length) == 0;
}

static void
ask(const struct question *questions, size_t count, struct arena *arena,
    struct request *request)
{
	const struct folder *folder = folder_of(questions[0].id.kind);
	const char *name = questions[0].id.value, *path;
	size_t taken = 1;

	while (taken < count && same_owner(&questions[0], &questions[taken]))
		taken++;
	path = taken == 1
	    ? arena_printf(arena, "%s/%s?%s", folder->path, encode_name(arena, name),
		  folder->query)
	    : arena_printf(arena, "%s?author=%s&sort=%s&limit=" LISTED "&%s",
		  folder->path,
		  url_encode(arena, arena_text_n(arena, name, owner_length(name))),
		  folder->sort, folder->query);
	request_get(request, path, "application/json", questions, taken);
}

/*
 * An error object is the Hub speaking; a page of HTML is somebody else, and so is who
 * only says what the status says already.
 */
static const char *
why_absent(const struct response *response)
{
	static const char *const reasons[] = { "Unauthorized", "Forbidden", "Not Found",
		"Gone", "Unavailable For Legal Reasons", NULL };
	struct arena *arena = arena_new();
	const char *words = reply_member(arena, response, "error"), *why = NULL;

	if (words != NULL && !text_is_one_of_nocase(words, reasons))
		why = response->status == 401 ? "missing or private"
		    : response->status == 404 || response->status == 410
		    ? "missing, or private to others"
		    : response->status == 451 ? "withheld for legal reasons"
		    : response->status == 403 &&
			text_find_nocase(words, "resource is disabled") != NULL
		    ? "disabled by the Hub"
		    : NULL;
	arena_free(arena);
	return why;
}

static enum verdict
split_list(const struct response *response, bool has_key)
{
	switch (response->status) {
	case 200:
		return reply_is_list(response) ? VERDICT_TAKE : VERDICT_RETRY;
	case 401:
		return has_key ? VERDICT_DROP_KEY : VERDICT_HALVE;
	case 400:
	case 403:
	case 404:
	case 500:
	case 502:
	case 504:
		/* Whatever it has against lists: at last each is asked. */
		return VERDICT_HALVE;
	default:
		return VERDICT_DROP;
	}
}

static enum verdict
split(const struct request *request, const struct response *response, bool has_key)
{
	if (request->question_count > 1)
		return split_list(response, has_key);
	switch (response->status) {
	case 200:
		/* A refusal was seen in a reply of 200. */
		return reply_names(response, "id") && !reply_says_error(response, "")
		    ? VERDICT_TAKE
		    : VERDICT_RETRY;
	case 401:
		/* A dead token gets the same reply as a missing model. */
		if (has_key)
			return VERDICT_DROP_KEY;
		/* fall through */
	default:
		return why_absent(response) != NULL ? VERDICT_TAKE : VERDICT_DROP;
	}
}

static void
take(struct arena *arena, const struct json *reply, struct identifier asked,
    struct answer *answer)
{
	const char *id = json_string(json_get(reply, "id"));
	struct kept kept;

	if (id == NULL || json_get(reply, "error") != NULL) {
		reply_unanswered(answer, "malformed reply");
		return;
	}
	reply_keep_begin(&kept);
	/* A reply does not say what it is about; a new name not the old. */
	json_member(kept.writer, "kind", folder_of(asked.kind)->word);
	if (!spell_alike(id, asked.value))
		json_member(kept.writer, "asked", asked.value);
	reply_keep(&kept, reply,
	    "id,tags,likes,downloads,gated,private,disabled,createdAt,lastModified");
	/* A card holds whole agreements and tables of files. */
	reply_keep_inside(&kept, "cardData", json_get(reply, "cardData"),
	    "license,license_name,license_link,base_model");
	reply_keep_end(&kept, arena, answer);
}

static const struct json *
find(const struct json *list, const char *name)
{
	const struct json *one;

	for (one = json_first(list); one != NULL; one = one->next) {
		if (spell_alike(json_string(json_get(one, "id")), name))
			return one;
	}
	return NULL;
}

/* What an owner's list does not hold may be renamed, private, or further on. */
static void
read_list(const struct request *request, const struct response *response,
    struct arena *arena, struct answer *answers)
{
	const struct json *list = reply_json(arena, response), *one;

	for (size_t i = 0; i < request->question_count; i++) {
		struct identifier asked = request->questions[i].id;

		one = response->status == 200 ? find(list, asked.value) : NULL;
		if (one != NULL)
			take(arena, one, asked, &answers[i]);
		else
			reply_unanswered(&answers[i], "not in the list");
	}
}

static void
read_reply(const struct request *request, const struct response *response,
    struct arena *arena, struct answer *answers)
{
	const char *absent = why_absent(response);

	if (request->question_count > 1)
		read_list(request, response, arena, answers);
	else if (response->status == 200)
		take(arena, reply_json(arena, response), request->questions[0].id,
		    answers);
	else if (absent != NULL)
		reply_absent(answers, absent);
	else
		reply_unanswered(answers, "no usable reply");
}

/* Owners are alike in any letter case; FNV-1a, spread by the kind. */
static unsigned
group_of(const struct question *question)
{
	const char *name = question->id.value;
	size_t length = owner_length(name);
	unsigned hash = 2166136261u + question->id.kind;

	for (size_t i = 0; i < length; i++) {
		unsigned char c = (unsigned char)name[i];

		hash = (hash ^ (c >= 'A' && c <= 'Z' ? c + 32u : c)) * 16777619u;
	}
	return length == 0 ? 0 : hash | 1;
}

static const struct pace pace = {
	.concurrent = 2, .window = 500, .window_key = 1000, .window_seconds = 300
};

static const char *const keys[] = { "HF_TOKEN", NULL };

const struct service huggingface_service = {
	.name = "huggingface",
	.base_url = "https://huggingface.co",
	.url_variable = "ENRICH_HUGGINGFACE_URL",
	.key_variables = keys,
	.key_header = "Authorization",
	.key_prefix = "Bearer ",
	.terms = "https://huggingface.co/terms-of-service",
	.pace = &pace,
	.issues = IDENTIFIER_BIT(IDENTIFIER_HF_MODEL) |
	    IDENTIFIER_BIT(IDENTIFIER_HF_DATASET) | IDENTIFIER_BIT(IDENTIFIER_HF_SPACE),
};

const struct source huggingface = {
	.name = "huggingface",
	.title = "Hugging Face Hub",
	.service = &huggingface_service,
	.attribution = "Licences, base models and counts of models, data sets "
		       "and spaces from the Hugging Face Hub, https://huggingface.co.",
	.license_in = LICENSE_AS_HUB,
	.accepts = IDENTIFIER_BIT(IDENTIFIER_HF_MODEL) |
	    IDENTIFIER_BIT(IDENTIFIER_HF_DATASET) | IDENTIFIER_BIT(IDENTIFIER_HF_SPACE),
	.probe = "hf:google-bert/bert-base-uncased",
	.batch = 1,
	.gather = 100,
	.gather_least = 3,
	.group = group_of,
	.lists = true,
	/* A data set's card may list thousands of files. */
	.ceiling = 8u << 20,
	.asked_version = 1,
	.brief_version = 1,
	.fresh_days = 6,
	.ask = ask,
	.split = split,
	.read = read_reply,
	.brief = huggingface_brief,
};
