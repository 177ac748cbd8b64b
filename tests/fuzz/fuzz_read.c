/*
 * Replies from anywhere: the first byte picks the source, the second the
 * status, the third the key; the rest is the body.  Must not crash, must give
 * every question a state, and a brief may only speak of what was read.
 */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "source/source.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static const int statuses[] = { 200, 200, 200, 304, 400, 401, 403, 404, 410, 414, 429,
	451, 500, 503 };

/* As the seeds' first bytes name them; new ones stand behind. */
static const struct source *const order[] = { &semanticscholar, &semanticscholar_title,
	&arxiv, &arxiv_oai, &arxiv_title, &huggingface, &github, &crossref, &openalex,
	&huggingface_mentions, &datacite, &crossref_title, &pubmed, &openreview,
	&openreview_1, &huggingface_collections, &doi_agency };
enum { SOURCE_COUNT = sizeof order / sizeof order[0] };

static const struct identifier subjects[] = {
	{ IDENTIFIER_ARXIV, "2401.09901" },
	{ IDENTIFIER_DOI, "10.5555/beacon.2024.17" },
	{ IDENTIFIER_DOI, "10.5555/tides.1" },
	{ IDENTIFIER_DOI, "10.5555/tides.2" },
	{ IDENTIFIER_TITLE, "Tides of the harbour, a \"new\" look" },
	{ IDENTIFIER_S2_CORPUS, "900000006" },
	{ IDENTIFIER_ARXIV, "hep-th/9901001" },
	{ IDENTIFIER_HF_MODEL, "example-org/Lantern-7B" },
	{ IDENTIFIER_HF_MODEL, "Example-Org/Oil" },
	{ IDENTIFIER_HF_DATASET, "example-org/wiki" },
	{ IDENTIFIER_GITHUB, "example-org/lantern" },
	{ IDENTIFIER_GITHUB, "example-org/gone" },
	{ IDENTIFIER_PMID, "90000001" },
	{ IDENTIFIER_OPENREVIEW, "beaconForum" },
	{ IDENTIFIER_HF_COLLECTION, "example-org/lanterns-0123456789abcdef01234567" },
	{ IDENTIFIER_PREFIX, "10.5555" },
};

static void
read_all(const struct source *source, const struct request *request,
    const struct response *response, bool has_key, struct arena *arena)
{
	struct answer *answers = arena_alloc(
	    arena, request->question_count * sizeof *answers);
	struct brief brief;

	if (source->split(request, response, has_key) != VERDICT_TAKE)
		return;
	source->read(request, response, arena, answers);
	if (source->next != NULL && request->question_count > 1)
		source->next(response, arena);
	for (size_t i = 0; i < request->question_count; i++) {
		if (answers[i].state == ANSWER_FOUND && answers[i].body != NULL &&
		    source->brief(
			answers[i].body, answers[i].body_length, arena, &brief)) {
			for (size_t k = 0; k < brief.claim_count; k++) {
				if (brief.claims[k].text == NULL &&
				    brief.claims[k].field != FIELD_AUTHORS)
					abort();
			}
		}
		if (answers[i].state == ANSWER_UNANSWERED && answers[i].note == NULL)
			abort();
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	struct question questions[sizeof subjects / sizeof subjects[0]];
	const struct source *source;
	struct response response;
	struct request request;
	struct arena *arena;
	size_t count = 0;

	if (size < 3)
		return 0;
	memset(questions, 0, sizeof questions);
	memset(&response, 0, sizeof response);
	arena = arena_new();
	source = order[bytes[0] % SOURCE_COUNT];
	for (size_t i = 0; i < sizeof subjects / sizeof subjects[0]; i++) {
		if ((source->accepts & IDENTIFIER_BIT(subjects[i].kind)) != 0)
			questions[count++] = (struct question){ .source = source,
				.id = subjects[i] };
	}
	if (count == 0 || sources[SOURCE_COUNT] != NULL)
		abort(); /* a source that no input reaches */
	/* The third byte's second bit: gathered, where that can be. */
	if (count > source->batch && (source->gather == 0 || bytes[2] < 2))
		count = source->batch;
	source->ask(questions, count, arena, &request);
	response.exchange = EXCHANGE_REPLIED;
	response.status = statuses[bytes[1] % (sizeof statuses / sizeof statuses[0])];
	response.content_type = "";
	response.body_length = size - 3;
	response.body = arena_text_n(arena, (const char *)bytes + 3, size - 3);
	read_all(source, &request, &response, bytes[2] % 2 == 1, arena);
	arena_free(arena);
	return 0;
}
