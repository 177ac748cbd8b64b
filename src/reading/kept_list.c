/*
 * A list with its entries enters, its bytes leave, and back.
 */
#include "reading/kept_list.h"

#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "model/claim.h"
#include "model/entry.h"

/* A new member of one of them must be added below; `row`, `writing`, `like`, a list's bytes
 * and what is stated of it are not kept. */
_Static_assert(sizeof(void *) != 8 ||
	(sizeof(struct entry) == 224 && sizeof(struct link) == 32 &&
	    sizeof(struct entry_identifier) == 40 && sizeof(struct author) == 32 &&
	    sizeof(struct list) == 304 && sizeof(struct list_form) == 64 &&
	    sizeof(struct list_left) == 32),
    "see put_entry, put_forms, get_entry, get_forms");

static void
put_entry(struct buffer *out, const struct entry *e)
{
	const char *const texts[] = { e->section, e->title, e->name, e->date, e->date_raw,
		e->venue, e->institute, e->license, e->base_model, e->authors, e->type,
		e->as_written, e->mend_from, e->mend_to };

	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		buffer_given(out, texts[i]);
	buffer_number(out, e->line);
	buffer_number(out, e->part);
	buffer_number(out, e->parts);
	buffer_number(out, e->flags);
	buffer_number(out, e->people_count);
	for (size_t i = 0; i < e->people_count; i++) {
		buffer_given(out, e->people[i].literal);
		buffer_given(out, e->people[i].family);
		buffer_given(out, e->people[i].given);
		buffer_given(out, e->people[i].orcid);
	}
	buffer_number(out, e->link_count);
	for (size_t i = 0; i < e->link_count; i++) {
		buffer_given(out, e->links[i].url);
		buffer_given(out, e->links[i].label);
		buffer_number(out, e->links[i].role);
		buffer_given(out, e->links[i].detour);
	}
	buffer_number(out, e->identifier_count);
	for (size_t i = 0; i < e->identifier_count; i++) {
		const struct entry_identifier *id = &e->identifiers[i];
		buffer_given(out, id->id.value);
		buffer_given(out, id->from);
		buffer_number(out, id->id.kind);
		buffer_number(out, id->link);
		buffer_number(out, id->wrong);
	}
}

static void
put_form_set(struct buffer *out, const struct list_form *forms, size_t count)
{
	buffer_number(out, count);
	for (size_t i = 0; i < count; i++) {
		buffer_given(out, forms[i].text);
		buffer_given(out, forms[i].section);
		buffer_number(out, forms[i].items);
		buffer_number(out, forms[i].apart);
		buffer_number(out, forms[i].agree);
		for (int l = 0; l < LIST_LINES; l++)
			buffer_number(out, forms[i].lines[l]);
	}
}

static void
put_forms(struct buffer *out, const struct list *list)
{
	put_form_set(out, list->forms, list->form_count);
	put_form_set(out, list->doubts, list->doubt_count);
	for (int why = 0; why < LEFT_REASONS; why++) {
		buffer_number(out, list->left[why].count);
		for (int l = 0; l < LIST_LINES; l++)
			buffer_number(out, list->left[why].lines[l]);
	}
}

void
kept_list_put(struct buffer *out, const struct list *list)
{
	buffer_given(out, list->revision);
	buffer_given(out, list->broken_why);
	buffer_number(out, list->lines);
	buffer_number(out, list->broken);
	buffer_number(out, list->broken_line);
	buffer_number(out, list->entry_count);
	for (size_t i = 0; i < list->entry_count; i++)
		put_entry(out, &list->entries[i]);
	put_forms(out, list);
}

/* What lacks is zero and marked: a memo is taken whole or not at all. */
struct reader {
	struct arena *arena;
	const char *at, *end;
	bool failed;
};

static size_t
get_number(struct reader *in)
{
	uint64_t number = 0;

	if ((size_t)(in->end - in->at) < sizeof number) {
		in->failed = true;
		return 0;
	}
	memcpy(&number, in->at, sizeof number);
	in->at += sizeof number;
	return (size_t)number;
}

/* Of things that take four bytes at least. */
static size_t
get_count(struct reader *in)
{
	size_t count = get_number(in);

	if (count > (size_t)(in->end - in->at) / 4) {
		in->failed = true;
		return 0;
	}
	return count;
}

/* It stays where it is. */
static const char *
get_text(struct reader *in)
{
	const char *text = in->at + 1, *stop;

	if (in->at == in->end || (*in->at != '+' && *in->at != '-')) {
		in->failed = true;
		return NULL;
	}
	if (*in->at++ == '-')
		return NULL;
	stop = memchr(text, '\0', (size_t)(in->end - text));
	in->failed |= stop == NULL;
	in->at = stop == NULL ? in->end : stop + 1;
	return stop == NULL ? NULL : text;
}

static void
get_people(struct reader *in, struct entry *e)
{
	struct author *people;

	e->people_count = get_count(in);
	e->people = people = arena_alloc(in->arena, e->people_count * sizeof *people);
	for (size_t i = 0; i < e->people_count; i++) {
		people[i].literal = get_text(in);
		people[i].family = get_text(in);
		people[i].given = get_text(in);
		people[i].orcid = get_text(in);
	}
}

static void
get_links(struct reader *in, struct entry *e)
{
	struct link *links;

	e->link_count = get_count(in);
	e->links = links = arena_alloc(in->arena, e->link_count * sizeof *links);
	for (size_t i = 0; i < e->link_count; i++) {
		links[i].url = get_text(in);
		links[i].label = get_text(in);
		links[i].role = (enum link_role)get_number(in);
		links[i].detour = get_text(in);
	}
}

static void
get_entry(struct reader *in, const struct list *list, struct entry *e)
{
	const char **const texts[] = { &e->section, &e->title, &e->name, &e->date,
		&e->date_raw, &e->venue, &e->institute, &e->license, &e->base_model,
		&e->authors, &e->type, &e->as_written, &e->mend_from, &e->mend_to };
	struct entry_identifier *ids;

	e->list = list->name;
	e->list_source = list->source;
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		*texts[i] = get_text(in);
	e->line = (unsigned)get_number(in);
	e->part = (unsigned)get_number(in);
	e->parts = (unsigned)get_number(in);
	e->flags = (unsigned)get_number(in);
	get_people(in, e);
	get_links(in, e);
	e->identifier_count = get_count(in);
	e->identifiers = ids = arena_alloc(in->arena, e->identifier_count * sizeof *ids);
	for (size_t i = 0; i < e->identifier_count; i++) {
		ids[i].id.value = get_text(in);
		ids[i].from = get_text(in);
		ids[i].id.kind = (enum identifier_kind)get_number(in);
		ids[i].link = get_number(in);
		ids[i].wrong = get_number(in) != 0;
	}
}

static const struct list_form *
get_form_set(struct reader *in, size_t *count)
{
	struct list_form *forms;

	*count = get_count(in);
	forms = arena_alloc(in->arena, *count * sizeof *forms);
	for (size_t i = 0; i < *count && !in->failed; i++) {
		forms[i].text = get_text(in);
		forms[i].section = get_text(in);
		forms[i].items = get_number(in);
		forms[i].apart = get_number(in);
		forms[i].agree = get_number(in);
		for (int l = 0; l < LIST_LINES; l++)
			forms[i].lines[l] = (unsigned)get_number(in);
	}
	return forms;
}

static void
get_forms(struct reader *in, struct list *list)
{
	list->forms = get_form_set(in, &list->form_count);
	list->doubts = get_form_set(in, &list->doubt_count);
	for (int why = 0; why < LEFT_REASONS; why++) {
		list->left[why].count = get_number(in);
		for (int l = 0; l < LIST_LINES; l++)
			list->left[why].lines[l] = (unsigned)get_number(in);
	}
}

bool
kept_list_get(struct arena *arena, const char *bytes, size_t length, struct list *list)
{
	struct reader in = { .arena = arena, .at = bytes, .end = bytes + length };
	const char *revision = get_text(&in);

	list->broken_why = get_text(&in);
	if (revision == NULL || strlen(revision) != sizeof list->revision - 1)
		return false;
	memcpy(list->revision, revision, sizeof list->revision);
	list->lines = (unsigned)get_number(&in);
	list->broken = (unsigned)get_number(&in);
	list->broken_line = (unsigned)get_number(&in);
	list->entry_count = get_count(&in);
	list->entries = arena_alloc(in.arena, list->entry_count * sizeof *list->entries);
	for (size_t i = 0; i < list->entry_count && !in.failed; i++)
		get_entry(&in, list, &list->entries[i]);
	get_forms(&in, list);
	return !in.failed && in.at == in.end;
}
