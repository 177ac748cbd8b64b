/*
 * The adapters on replies that the services really sent, where a folder of
 * them is at hand ($ENRICH_SHARED/recorded): none may upset a reader, and of
 * some the facts are known.
 */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/text.h"
#include "replies.h"
#include "source/source.h"

static unsigned files, wrong;

/* What must stand in the answer to a recorded reply. */
static const struct fact {
	const char *source, *file, *ask, *want;
} facts[] = {
	{ "arxiv", "arxiv/query-id-list-three-of-four-missing-2025-11.xml",
	    "arxiv:2201.13455\narxiv:2201.13452\n",
	    "\"title\": \"Asymptotic Analysis for a Nonlinear "
	    "Reaction-Diffusion System Modeling an Infectious Disease\"" },
	{ "arxiv", "arxiv/query-id-list-three-of-four-missing-2025-11.xml",
	    "arxiv:2201.13455\narxiv:2201.13452\n", "\"state\": \"absent\"" },
	{ "arxiv", "arxiv/query-id-astro-ph-0601001-s0-m100.xml",
	    "arxiv:astro-ph/0601001\n", "\"first_public\": \"2006-01-02\"" },
	{ "arxiv", "arxiv/query-id-abc-s0-m100-400.xml", "arxiv:2201.13455\n",
	    "calls the id malformed" },
	{ "arxiv", "arxiv/query-id-unknown-2025-11.xml", "+again\narxiv:1201.56789\n",
	    "\"state\": \"absent\"" },
	{ "arxiv", "arxiv/ratelimit-429-body.txt", "arxiv:1201.56789\n",
	    "\"verdict\": \"retry\"" },
	{ "arxiv-oai", "arxiv/oai-GetRecord-arXiv-2017.xml", "arxiv:1401.2122\n",
	    "\"license\": "
	    "\"http://arxiv.org/licenses/nonexclusive-distrib/1.0/\"" },
	{ "arxiv-oai", "arxiv/oai-GetRecord-arXiv-2017.xml", "arxiv:1401.2122\n",
	    "\"doi:10.1007/s11005-017-1013-4\"" },
	{ "arxiv-oai", "arxiv/oai-GetRecord-arXiv-sample1.xml", "arxiv:1512.07978\n",
	    "\"Teresa Maria Montaruli for the IceCube Collaboration\"" },
	{ "arxiv-oai", "arxiv/oai-GetRecord-arXiv-2017.xml", "arxiv:1401.2123\n",
	    "\"verdict\": \"drop\"" },
	{ "semanticscholar",
	    "semanticscholar/get_papers_not_found_warning"
	    ".json",
	    "doi:10.1/x\ndoi:10.2139/ssrn.288970\n"
	    "doi:10.5555/a\ndoi:10.5555/b\n",
	    "\"issued\": \"2001-10-01\"" },
	{ "semanticscholar", "semanticscholar/bad_query_parameters.json",
	    "arxiv:2201.13455\n", "\"verdict\": \"stop\"" },
	{ "huggingface", "huggingface/model-base-model-llama-2-7b-gguf.json",
	    "hf:TheBloke/Llama-2-7B-GGUF\n",
	    "\"base_model\": \"meta-llama/Llama-2-7b-hf\"" },
	{ "huggingface", "huggingface/model-gated-manual-llama-3.1-8b.json",
	    "hf:meta-llama/Meta-Llama-3.1-8B\n",
	    "\"renamed_to\": \"meta-llama/Llama-3.1-8B\"" },
	{ "huggingface", "huggingface/model-gated-manual-llama-3.1-8b.json",
	    "hf:meta-llama/Llama-3.1-8B\n", "\"gated\": \"manual\"" },
	{ "huggingface", "huggingface/model-disabled-gpt-4chan.json",
	    "hf:ykilcher/gpt-4chan\n", "\"disabled\": \"true\"" },
	{ "huggingface", "huggingface/model-not-found-401.json", "hf:a/b\n",
	    "missing or private" },
	{ "huggingface", "huggingface/model-not-found-401.json", "+key\nhf:a/b\n",
	    "\"verdict\": \"drop-key\"" },
	{ "github", "github/repo-license-null-hub4j-empty.json",
	    "github:hub4j-test-org/empty\n", "\"license\": \"none\"" },
	{ "github", "github/repo-noassertion-bndtools-bnd.json", "github:bndtools/bnd\n",
	    "\"license\": \"NOASSERTION\"" },
	{ "github", "github/repo-archived.json", "github:a/b\n",
	    "\"archived\": \"true\"" },
	{ "github", "github/ratelimit-secondary-403.json", "github:a/b\n",
	    "\"verdict\": \"stop\"" },
	{ "github", "github/license-404-hub4j-empty.json", "github:a/b\n",
	    "\"state\": \"absent\"" },
};

/* The status is in the .headers, else in the file's name, else 200. */
static bool
load(struct arena *arena, const char *path, struct response *response)
{
	const char *dot = strrchr(path, '.');
	char *stem = arena_text_n(arena, path, (size_t)(dot - path));
	char *headers;
	size_t length;

	memset(response, 0, sizeof *response);
	response->exchange = EXCHANGE_REPLIED;
	response->body = reply_file(arena, path, &response->body_length);
	if (response->body == NULL)
		return false;
	headers = reply_file(arena, arena_printf(arena, "%s.headers", stem), &length);
	response->content_type = "";
	if (headers != NULL)
		reply_headers(arena, headers, response);
	else if (strlen(stem) > 4 && stem[strlen(stem) - 4] == '-' &&
	    strchr("45", stem[strlen(stem) - 3]) != NULL)
		response->status = 400;
	else
		response->status = 200;
	return true;
}

static const char *
answers_to(struct arena *arena, const char *source, const char *ask, const char *path)
{
	struct reply reply = { .source = source_by_name(source) };
	struct buffer out;
	const char *text;

	if (!reply_ask(arena, ask, &reply) || !load(arena, path, &reply.response))
		return "";
	buffer_init(&out, 0);
	reply_write(arena, &reply, &out);
	text = arena_text(arena, out.bytes);
	buffer_free(&out);
	return text;
}

/* Every reply to every reader, also to those it is not meant for. */
static void
survive(const char *path)
{
	struct arena *arena = arena_new();
	struct response response;
	struct brief brief;

	files++;
	for (size_t i = 0; sources[i] != NULL; i++) {
		const char *ask = sources[i]->accepts & IDENTIFIER_BIT(IDENTIFIER_ARXIV)
		    ? "arxiv:2401.00001\n"
		    : sources[i]->accepts & IDENTIFIER_BIT(IDENTIFIER_GITHUB)
		    ? "github:a/b\n"
		    : "hf:a/b\n";
		const char *text = answers_to(arena, sources[i]->name, ask, path);

		if (*text == '\0') {
			wrong++;
			fprintf(stderr, "%s: %s: no word\n", path, sources[i]->name);
		}
		if (load(arena, path, &response))
			sources[i]->brief(&(struct answer){ .body = response.body,
					      .body_length = response.body_length },
			    arena, &brief);
	}
	arena_free(arena);
}

static void
walk(const char *root, const char *name)
{
	struct arena *arena = arena_new();
	const char *folder = arena_printf(arena, "%s/%s", root, name);
	struct dirent *entry;
	DIR *listing = opendir(folder);

	while (listing != NULL && (entry = readdir(listing)) != NULL) {
		const char *dot = strrchr(entry->d_name, '.');

		if (dot != NULL &&
		    (strcmp(dot, ".json") == 0 || strcmp(dot, ".xml") == 0 ||
			strcmp(dot, ".txt") == 0))
			survive(arena_printf(arena, "%s/%s", folder, entry->d_name));
	}
	if (listing != NULL)
		closedir(listing);
	arena_free(arena);
}

static void
check_facts(const char *root)
{
	for (size_t i = 0; i < sizeof facts / sizeof facts[0]; i++) {
		struct arena *arena = arena_new();
		const char *text = answers_to(arena, facts[i].source, facts[i].ask,
		    arena_printf(arena, "%s/%s", root, facts[i].file));

		if (strstr(text, facts[i].want) == NULL) {
			wrong++;
			fprintf(stderr, "%s: no %s in\n%s\n", facts[i].file,
			    facts[i].want, text);
		}
		arena_free(arena);
	}
}

/* A whole record as it was sent, through the brief alone. */
static void
check_record(const char *root)
{
	struct arena *arena = arena_new();
	struct response response;
	struct buffer out;
	struct brief brief;

	buffer_init(&out, 0);
	if (!load(arena,
		arena_printf(arena,
		    "%s/semanticscholar/"
		    "paper-DOI-10.1016-j.xgen.2025.100814.json",
		    root),
		&response) ||
	    !source_by_name("semanticscholar")
		 ->brief(&(struct answer){ .body = response.body,
			     .body_length = response.body_length },
		     arena, &brief)) {
		wrong++;
	} else {
		brief_write(&brief, &out);
		/* `venue` still says bioRxiv there. */
		if (strstr(out.bytes, "\"venue\": \"Cell Genomics\"") == NULL) {
			wrong++;
			fprintf(stderr, "no venue in %s\n", out.bytes);
		}
	}
	buffer_free(&out);
	arena_free(arena);
}

int
main(void)
{
	static const char *const folders[] = { "arxiv", "crossref", "github",
		"huggingface", "openalex", "semanticscholar", NULL };
	const char *shared = getenv("ENRICH_SHARED");
	char root[4096];

	if (shared == NULL)
		return 77;
	snprintf(root, sizeof root, "%s/recorded", shared);
	for (size_t i = 0; folders[i] != NULL; i++)
		walk(root, folders[i]);
	check_facts(root);
	check_record(root);
	printf("%u recorded replies, %u wrong\n", files, wrong);
	return wrong > 0 || files == 0;
}
