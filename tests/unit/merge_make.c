/* Short forms enter; the nouns that merge/ reads leave. */
#include "merge_make.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "judge/judge.h"

static const struct service s2 = { .name = "semanticscholar" };
static const struct service arxiv = { .name = "arxiv",
	.issues = IDENTIFIER_BIT(IDENTIFIER_ARXIV) };
static const struct service crossref = { .name = "crossref",
	.issues = IDENTIFIER_BIT(IDENTIFIER_DOI) };
static const struct service hub = { .name = "huggingface",
	.issues = IDENTIFIER_BIT(IDENTIFIER_HF_MODEL) |
	    IDENTIFIER_BIT(IDENTIFIER_HF_DATASET) | IDENTIFIER_BIT(IDENTIFIER_HF_SPACE) };
static const struct service github = { .name = "github",
	.issues = IDENTIFIER_BIT(IDENTIFIER_GITHUB) };

const struct source make_s2 = {
	.name = "semanticscholar", .title = "Semantic Scholar", .service = &s2
};
const struct source make_arxiv = { .name = "arxiv", .title = "arXiv", .service = &arxiv };
const struct source make_oai = { .name = "arxiv-oai",
	.title = "arXiv OAI",
	.service = &arxiv,
	.keeps_license = true };
const struct source make_crossref = {
	.name = "crossref", .title = "Crossref", .service = &crossref
};
const struct source make_hf = { .name = "huggingface",
	.title = "Hugging Face",
	.service = &hub,
	.license_in = LICENSE_AS_HUB };
const struct source make_github = { .name = "github",
	.title = "GitHub",
	.service = &github,
	.license_in = LICENSE_AS_GITHUB };

struct entry *
make_entry(
    struct arena *arena, const char *place, const char *title, const char *const *ids)
{
	struct entry *e = arena_alloc(arena, sizeof *e);
	struct entry_identifier *v = NULL;
	const char *colon = strchr(place, ':');

	e->list = e->list_source = arena_text_n(arena, place, (size_t)(colon - place));
	e->line = (unsigned)strtoul(colon + 1, NULL, 10);
	e->part = e->parts = 1;
	e->section = "";
	e->title = title;
	for (; ids != NULL && *ids != NULL; ids++) {
		struct entry_identifier id = { .link = (size_t)-1 };

		if (!identifier_parse(arena, *ids, &id.id))
			abort();
		v = arena_push(arena, v, e->identifier_count, sizeof *v);
		v[e->identifier_count++] = id;
	}
	e->identifiers = v;
	return e;
}

void
make_link(struct arena *arena, struct entry *entry, enum link_role role,
    const char *label, const char *url)
{
	struct link *v = (struct link *)(size_t)entry->links;

	v = arena_push(arena, v, entry->link_count, sizeof *v);
	v[entry->link_count++] =
	    (struct link){ .url = url, .label = label, .role = role };
	entry->links = v;
}

struct edge *
make_edges(struct arena *arena, const struct entry *entry)
{
	struct edge *edges = arena_alloc(
	    arena, (entry->identifier_count + 1) * sizeof *edges);

	for (size_t i = 0; i < entry->identifier_count; i++)
		edges[i] = (struct edge){ .identifier = &entry->identifiers[i],
			.opinion = { .judgement = JUDGE_UNCLEAR } };
	return edges;
}

void
make_answered(struct edge *edge, enum judgement judgement, const char *title)
{
	static const char *const reasons[] = { "titles looked at" };

	edge->answered = true;
	edge->answered_by = "semanticscholar";
	edge->answered_title = title;
	edge->opinion = (struct opinion){
		.judgement = judgement, .reasons = reasons, .reason_count = 1
	};
}

void
make_learned(struct arena *arena, struct edge *edge, const char *id)
{
	struct identifier *v = (struct identifier *)(size_t)edge->learned;

	v = arena_push(arena, v, edge->learned_count, sizeof *v);
	if (!identifier_parse(arena, id, &v[edge->learned_count++]))
		abort();
	edge->learned = v;
	edge->learned_from = "semanticscholar";
}

struct works *
make_works(struct arena *arena, struct entry *const *entries, struct edge *const *edges,
    size_t count)
{
	struct works *works = works_new(arena, judge_entries);

	for (size_t i = 0; i < count; i++)
		works_add(works, entries[i], edges[i]);
	works_join(works);
	return works;
}

struct witness
make_witness(struct arena *arena, const struct source *source, const char *id,
    enum brief_kind kind, ...)
{
	struct witness w = { .source = source,
		.outcome = OUTCOME_FOUND,
		.has_answer = true,
		.asked_at = 1700000000 };
	struct claim *v = NULL;
	va_list arguments;

	if (!identifier_parse(arena, id, &w.id))
		abort();
	w.opinion.judgement = JUDGE_SAME;
	w.answer.state = ANSWER_FOUND;
	w.answer.source = source->name;
	w.answer.retrieved_at = 1700000000;
	w.answer.brief.kind = kind;
	va_start(arguments, kind);
	for (;;) {
		struct claim claim = { .field = va_arg(arguments, int) };

		if (claim.field == FIELD_COUNT)
			break;
		claim.text = va_arg(arguments, const char *);
		v = arena_push(arena, v, w.answer.brief.claim_count, sizeof *v);
		v[w.answer.brief.claim_count++] = claim;
		if (claim.field == FIELD_TITLE)
			w.answer.brief.title = claim.text;
	}
	va_end(arguments);
	w.answer.brief.claims = v;
	return w;
}

void
make_authors(struct arena *arena, struct witness *w, const char *const *names)
{
	struct claim *v = (struct claim *)(size_t)w->answer.brief.claims;
	struct author *authors = NULL;
	size_t count = 0;

	for (; *names != NULL; names++) {
		authors = arena_push(arena, authors, count, sizeof *authors);
		authors[count++] = (struct author){ .literal = *names };
	}
	v = arena_push(arena, v, w->answer.brief.claim_count, sizeof *v);
	v[w->answer.brief.claim_count++] = (struct claim){
		.field = FIELD_AUTHORS, .authors = authors, .author_count = count
	};
	w->answer.brief.claims = v;
}

const struct finding *
find_code(const struct findings *all, const char *code, const char *list, unsigned line)
{
	for (size_t i = 0; i < all->count; i++)
		if (strcmp(all->v[i].code, code) == 0 &&
		    strcmp(all->v[i].list, list) == 0 &&
		    (line == 0 || all->v[i].line == line))
			return &all->v[i];
	return NULL;
}
