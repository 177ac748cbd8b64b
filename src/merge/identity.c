/*
 * What a work is called enters; its own id, its other identifiers, its page
 * and its relations leave.
 *
 * A work nobody issues an identifier for is url:URL, and where that URL is
 * another work's too (or there is none) list:NAME:8 hex digits over its name,
 * title and URL.
 */
#include "merge/inside.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/digest.h"
#include "base/text.h"
#include "model/override.h"

/* Smaller is better; -1: cannot be the id of a work. */
int
identity_worth(const struct record_identifier *id)
{
	if (!record_id_is_good(id) || id->shared)
		return -1;
	switch (id->id.kind) {
	case IDENTIFIER_DOI:
		/* 10.48550/arXiv.X is the arXiv id once more. */
		if (text_starts_nocase(id->id.value, "10.48550/"))
			return 9;
		return preprint_has_doi(id->id.value) ? 3 : 0;
	case IDENTIFIER_ARXIV:
		return 1;
	case IDENTIFIER_ACL:
		return 2;
	case IDENTIFIER_PMID:
		return 4;
	case IDENTIFIER_PMCID:
		return 5;
	case IDENTIFIER_OPENREVIEW:
		return 6;
	case IDENTIFIER_S2_CORPUS:
		return 8;
	case IDENTIFIER_S2_PAPER:
	case IDENTIFIER_HF_MODEL:
	case IDENTIFIER_HF_DATASET:
	case IDENTIFIER_HF_SPACE:
	case IDENTIFIER_GITHUB:
	case IDENTIFIER_URL:
	case IDENTIFIER_HF_ORG:
	case IDENTIFIER_HF_COLLECTION:
	case IDENTIFIER_TITLE:
	case IDENTIFIER_PREFIX:
	case IDENTIFIER_KINDS:
		break;
	}
	return -1;
}

static const struct record_identifier *
best_identifier(const struct record *record)
{
	const struct record_identifier *best = NULL;

	for (size_t i = 0; i < record->id_count; i++) {
		const struct record_identifier *id = &record->ids[i];

		if (identity_worth(id) < 0)
			continue;
		if (best == NULL || identity_worth(id) < identity_worth(best))
			best = id;
	}
	return best;
}

static const char *
list_id(struct arena *arena, const struct entry *entry)
{
	const char *url = work_main_url(entry);
	char digest[DIGEST_TEXT], *name = arena_text(arena, entry->list);
	char *text = arena_printf(arena, "%s\n%s\n%s",
	    entry->name == NULL ? "" : text_fold(arena, entry->name),
	    text_fold(arena, entry->title), url == NULL ? "" : url);

	for (char *c = name; *c != '\0'; c++)
		if (strchr("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
			   "0123456789._-",
			*c) == NULL)
			*c = '-';
	digest_text(text, strlen(text), digest);
	return arena_printf(arena, "list:%s:%.8s", name, digest);
}

static bool
subject_is_shared(const struct merge_input *input, struct identifier id)
{
	for (size_t i = 0; i < input->work->id_count; i++)
		if (identifier_equal(input->work->ids[i].id, id))
			return input->work->ids[i].shared;
	return false;
}

static const char *
own_id(struct arena *arena, const struct merge_input *input, const struct nature *nature,
    const struct record *record)
{
	const struct record_identifier *best = best_identifier(record);
	const struct entry *entry = input->work->entries[0];
	const char *url = work_right_url(entry, input->work->edges[0]);

	if (input->registered != NULL && input->registered->id != NULL)
		return input->registered->id;
	if (nature->paper && best != NULL)
		return identifier_text(arena, best->id);
	if (nature->subject.value != NULL && !subject_is_shared(input, nature->subject))
		return identifier_text(arena, nature->subject);
	if (url != NULL && !input->work->url_shared)
		return arena_printf(arena, "url:%s", url);
	return list_id(arena, entry);
}

struct id_list {
	struct record_identifier *v;
	size_t count;
};

static void
add_overridden(struct arena *arena, const struct merge_input *input, struct id_list *list)
{
	for (size_t i = 0; i < 2 * IDENTIFIER_KINDS && input->override_count > 0; i++) {
		enum identifier_kind kind = (enum identifier_kind)(i / 2);
		const struct override *o = claims_override(
		    input, override_id_field(arena, kind, i % 2 != 0));

		if (!identifier_is_paper(kind) || o == NULL || text_is_blank(o->value))
			continue;
		for (size_t k = 0; k < list->count; k++)
			if (list->v[k].id.kind == kind)
				list->v[k].status = ID_WRONG;
		list->v = arena_push(arena, list->v, list->count, sizeof *list->v);
		list->v[list->count++] = (struct record_identifier){
			.id = { kind,
			    kind == IDENTIFIER_DOI ? text_lower(arena, o->value)
						   : o->value },
			.status = ID_GOOD,
			.from = "override"
		};
	}
}

static int
compare_ids(const void *a, const void *b)
{
	const struct record_identifier *x = a, *y = b;

	if (identifier_compare(x->id, y->id) != 0)
		return identifier_compare(x->id, y->id);
	return (int)x->status - (int)y->status;
}

static void
fill_ids(struct arena *arena, const struct merge_input *input,
    const struct nature *nature, struct record *record)
{
	struct id_list list = { 0 };

	for (size_t i = 0; i < input->work->id_count; i++) {
		struct record_identifier id = input->work->ids[i];

		/* A paper's artifacts are no other names of the paper. */
		if (!identifier_is_paper(id.id.kind) &&
		    (nature->paper || !identifier_is_artifact(id.id.kind) ||
			nature->subject.value == NULL ||
			!identifier_equal(id.id, nature->subject)))
			continue;
		id.status = id_status_of(input, &id);
		list.v = arena_push(arena, list.v, list.count, sizeof *list.v);
		list.v[list.count++] = id;
	}
	add_overridden(arena, input, &list);
	if (list.count > 1)
		qsort(list.v, list.count, sizeof *list.v, compare_ids);
	record->ids = list.v;
	record->id_count = list.count;
}

static const char *
page_of(struct arena *arena, const struct merge_input *input, const struct nature *nature,
    const struct record *record)
{
	const struct override *o = claims_override(input, "url");
	const struct record_identifier *best = best_identifier(record);

	if (o != NULL && !text_is_blank(o->value))
		return o->value;
	if (nature->paper && best != NULL && best->id.kind != IDENTIFIER_S2_CORPUS)
		return identifier_url(arena, best->id);
	if (nature->subject.value != NULL)
		return identifier_url(arena, nature->subject);
	for (size_t i = 0; i < input->work->entry_count; i++)
		if (work_right_url(input->work->entries[i], input->work->edges[i]) !=
		    NULL)
			return work_right_url(
			    input->work->entries[i], input->work->edges[i]);
	return best == NULL ? NULL : identifier_url(arena, best->id);
}

void
merge_fill_identity(struct arena *arena, const struct merge_input *input,
    const struct nature *nature, struct record *record)
{
	const struct override *name = claims_override(input, "name");

	record->kind = nature->kind;
	record->scope = input->scope;
	record->mentions = input->work->entries;
	record->mention_count = input->work->entry_count;
	fill_ids(arena, input, nature, record);
	record->id = own_id(arena, input, nature, record);
	record->url = page_of(arena, input, nature, record);
	for (size_t i = 0; i < input->work->entry_count; i++)
		if (record->name == NULL)
			record->name = input->work->entries[i]->name;
	if (name != NULL && !text_is_blank(name->value))
		record->name = name->value;
	if (input->registered != NULL) {
		record->citation_key = input->registered->citation_key;
		record->first_seen = input->registered->first_seen;
	}
}
