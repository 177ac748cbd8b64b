/*
 * A list with its entries enters, its bytes leave, and back: what reads the
 * same is not read again.
 */
#include "reading/kept.h"

#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/build.h"
#include "base/digest.h"
#include "model/entry.h"

#define FORMAT     1
#define MOST_BYTES ((size_t)32 << 20) /* of a memo: a longer list is read */

/* A new member of one of them must be added below. */
_Static_assert(sizeof(void *) != 8 ||
	(sizeof(struct entry) == 192 && sizeof(struct link) == 24 &&
	    sizeof(struct entry_identifier) == 40 && sizeof(struct author) == 32 &&
	    sizeof(struct list) == 120),
    "see put_list, put_entry, get_list, get_entry");

/* Before the rest: what it hangs on. */
struct head {
	uint32_t format, sizes;
	uint8_t rules[DIGEST_BYTES];
};

/* false: this build has no name. */
static bool
make_head(const struct kept_list *kept, struct head *head)
{
	uint8_t digest[DIGEST_BYTES];
	struct buffer all;
	size_t length;
	const void *build = build_id(&length);

	memset(head, 0, sizeof *head);
	head->format = FORMAT;
	head->sizes = sizeof(struct entry);
	digest_bytes(kept->bytes, kept->length, digest);
	buffer_init(&all, 0);
	buffer_add(&all, build, length);
	buffer_add(&all, digest, sizeof digest);
	buffer_add(&all, kept->name, strlen(kept->name) + 1);
	buffer_text(&all, kept->source);
	digest_bytes(all.bytes, all.length, head->rules);
	buffer_free(&all);
	return length > 0;
}

static void
put_number(struct buffer *out, size_t number)
{
	uint64_t wide = number;

	buffer_add(out, &wide, sizeof wide);
}

/* None is not the same as an empty one. */
static void
put_text(struct buffer *out, const char *text)
{
	buffer_char(out, text == NULL ? '-' : '+');
	if (text != NULL)
		buffer_add(out, text, strlen(text) + 1);
}

static void
put_entry(struct buffer *out, const struct entry *e)
{
	const char *const texts[] = { e->section, e->title, e->name, e->date, e->date_raw,
		e->venue, e->institute, e->license, e->base_model, e->authors, e->type,
		e->as_written };

	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		put_text(out, texts[i]);
	put_number(out, e->line);
	put_number(out, e->part);
	put_number(out, e->parts);
	put_number(out, e->flags);
	put_number(out, e->people_count);
	for (size_t i = 0; i < e->people_count; i++) {
		put_text(out, e->people[i].literal);
		put_text(out, e->people[i].family);
		put_text(out, e->people[i].given);
		put_text(out, e->people[i].orcid);
	}
	put_number(out, e->link_count);
	for (size_t i = 0; i < e->link_count; i++) {
		put_text(out, e->links[i].url);
		put_text(out, e->links[i].label);
		put_number(out, e->links[i].role);
	}
	put_number(out, e->identifier_count);
	for (size_t i = 0; i < e->identifier_count; i++) {
		const struct entry_identifier *id = &e->identifiers[i];
		put_text(out, id->id.value);
		put_text(out, id->from);
		put_number(out, id->id.kind);
		put_number(out, id->link);
		put_number(out, id->wrong);
	}
}

static void
put_list(struct buffer *out, const struct list *list)
{
	put_text(out, list->revision);
	put_text(out, list->broken_why);
	put_number(out, list->lines);
	put_number(out, list->broken);
	put_number(out, list->broken_line);
	put_number(out, list->entry_count);
	for (size_t i = 0; i < list->entry_count; i++)
		put_entry(out, &list->entries[i]);
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
	}
}

static void
get_entry(struct reader *in, const struct list *list, struct entry *e)
{
	const char **const texts[] = { &e->section, &e->title, &e->name, &e->date,
		&e->date_raw, &e->venue, &e->institute, &e->license, &e->base_model,
		&e->authors, &e->type, &e->as_written };
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

static bool
get_list(struct reader *in, const struct kept_list *kept, struct list *list)
{
	const char *revision = get_text(in);

	*list = (struct list){ .name = arena_text(in->arena, kept->name),
		.source = arena_text(in->arena, kept->source),
		.broken_why = get_text(in) };
	if (revision == NULL || strlen(revision) != sizeof list->revision - 1)
		return false;
	memcpy(list->revision, revision, sizeof list->revision);
	list->lines = (unsigned)get_number(in);
	list->broken = (unsigned)get_number(in);
	list->broken_line = (unsigned)get_number(in);
	list->entry_count = get_count(in);
	list->entries = arena_alloc(in->arena, list->entry_count * sizeof *list->entries);
	for (size_t i = 0; i < list->entry_count && !in->failed; i++)
		get_entry(in, list, &list->entries[i]);
	return !in->failed && in->at == in->end;
}

static const char *
memo_name(struct arena *arena, const struct kept_list *kept)
{
	return arena_join(arena, "entries of ", kept->name, NULL);
}

bool
kept_find(struct cache *cache, struct arena *arena, const struct kept_list *kept,
    struct list *list)
{
	struct head wanted, head;
	struct reader in = { .arena = arena };
	size_t length = 0;

	if (cache == NULL || !make_head(kept, &wanted))
		return false;
	in.at = cache_memo(cache, arena, memo_name(arena, kept), &length);
	if (in.at == NULL || length < sizeof head)
		return false;
	in.end = in.at + length;
	memcpy(&head, in.at, sizeof head);
	in.at += sizeof head;
	return memcmp(&head, &wanted, sizeof head) == 0 && get_list(&in, kept, list);
}

void
kept_put(struct cache *cache, const struct kept_list *kept, const struct list *list)
{
	struct arena *arena;
	struct buffer memo;
	struct head head;

	if (cache == NULL || !cache_is_for_writing(cache))
		return;
	arena = arena_new();
	buffer_init(&memo, MOST_BYTES);
	if (make_head(kept, &head)) {
		buffer_add(&memo, &head, sizeof head);
		put_list(&memo, list);
		if (!memo.overflowed)
			cache_put_memo(
			    cache, memo_name(arena, kept), memo.bytes, memo.length);
	}
	buffer_free(&memo);
	arena_free(arena);
}
