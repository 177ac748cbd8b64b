/*
 * Replies from anywhere: the first line names the source, the next byte picks the
 * status, the one behind it the key; the rest is the body.  Must not crash, must give
 * every question a state, and a brief may only speak of what was read.
 */
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "source/source.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static const int statuses[] = { 200, 200, 200, 304, 400, 401, 403, 404, 410, 414, 429,
	451, 500, 503 };

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
		    source->brief(&answers[i], arena, &brief)) {
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

/* What no source is called, its first byte chooses one for. */
static const struct source *
take_source(const uint8_t **bytes, size_t *size)
{
	const uint8_t *end = memchr(*bytes, '\n', *size);
	size_t length = end == NULL ? 0 : (size_t)(end - *bytes), count = 0;

	for (; sources[count] != NULL; count++)
		if (strlen(sources[count]->name) == length &&
		    memcmp(sources[count]->name, *bytes, length) == 0) {
			*bytes += length + 1;
			*size -= length + 1;
			return sources[count];
		}
	++*bytes;
	--*size;
	return sources[(*bytes)[-1] % count];
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
	source = take_source(&bytes, &size);
	if (size < 2)
		return 0;
	memset(questions, 0, sizeof questions);
	memset(&response, 0, sizeof response);
	arena = arena_new();
	for (size_t i = 0; i < sizeof subjects / sizeof subjects[0]; i++) {
		if ((source->accepts & IDENTIFIER_BIT(subjects[i].kind)) != 0)
			questions[count++] = (struct question){ .source = source,
				.id = subjects[i] };
	}
	if (count == 0) {
		fprintf(stderr, "fuzz_read: no subject that %s accepts\n", source->name);
		abort();
	}
	/* The second byte's second bit: gathered, where that can be. */
	if (count > source->batch && (source->gather == 0 || bytes[1] < 2))
		count = source->batch;
	source->ask(questions, count, arena, &request);
	response.exchange = EXCHANGE_REPLIED;
	response.status = statuses[bytes[0] % (sizeof statuses / sizeof statuses[0])];
	response.content_type = "";
	response.body_length = size - 2;
	response.body = arena_text_n(arena, (const char *)bytes + 2, size - 2);
	read_all(source, &request, &response, bytes[1] % 2 == 1, arena);
	arena_free(arena);
	return 0;
}
