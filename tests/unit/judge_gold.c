/*
 * JSON Lines of the shared folder enter; entries as list/ and identify/
 * would give them leave.
 */
#include "judge_gold.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/file.h"
#include "base/json.h"

/* Set in `wrong` of what the gold marks; `wrong` itself is a placeholder's. */
#define WRONG_LINK ((size_t)-2)

const struct json **
gold_lines(struct arena *arena, const char *name, size_t *count)
{
	const char *shared = getenv("ENRICH_SHARED");
	const struct json **lines = NULL;
	struct buffer buffer;
	char *text, *path;

	*count = 0;
	if (shared == NULL)
		return NULL;
	path = arena_printf(arena, "%s/%s", shared, name);
	buffer_init(&buffer, 64u << 20);
	if (!file_read(path, &buffer)) {
		buffer_free(&buffer);
		return NULL;
	}
	text = arena_text_n(arena, buffer.bytes, buffer.length);
	buffer_free(&buffer);
	for (char *line = text, *next; line != NULL && *line != '\0'; line = next) {
		const struct json *value;

		next = strchr(line, '\n');
		if (next != NULL)
			*next++ = '\0';
		value = json_parse(arena, line, strlen(line), NULL);
		if (value == NULL)
			continue;
		lines = arena_push(arena, lines, *count, sizeof *lines);
		lines[(*count)++] = value;
	}
	return lines;
}

static const char *
string_at(const struct json *object, const char *key)
{
	return json_string(json_get(object, key));
}

static void
read_ids(struct arena *arena, const struct json *ids, bool wrong, struct entry *entry)
{
	struct entry_identifier *v =
	    (struct entry_identifier *)(void *)(size_t)entry->identifiers;

	for (const struct json *kind = ids == NULL ? NULL : ids->child; kind != NULL;
	     kind = kind->next)
		for (const struct json *id = kind->child; id != NULL; id = id->next) {
			struct identifier read;
			bool known = false;

			if (!identifier_parse(arena,
				arena_printf(arena, "%s:%s", kind->key, id->text), &read))
				continue;
			for (size_t i = 0; i < entry->identifier_count; i++)
				if (identifier_equal(v[i].id, read)) {
					known = true;
					if (wrong)
						v[i].link = WRONG_LINK;
				}
			if (known)
				continue;
			v = arena_push(arena, v, entry->identifier_count, sizeof *v);
			v[entry->identifier_count++] = (struct entry_identifier){
				.id = read, .link = wrong ? WRONG_LINK : 0
			};
			entry->identifiers = v;
		}
}

static void
read_links(struct arena *arena, const struct json *urls, struct entry *entry)
{
	struct link *links = NULL;

	for (const struct json *u = urls == NULL ? NULL : urls->child; u != NULL;
	     u = u->next) {
		struct link link = { .url = string_at(u, "url"), .label = "" };
		const char *role = string_at(u, "role");

		link.role = LINK_OTHER;
		for (int r = 0; role != NULL && r < LINK_ROLES; r++)
			if (strcmp(entry_roles[r], role) == 0)
				link.role = r;
		links = arena_push(arena, links, entry->link_count, sizeof *links);
		links[entry->link_count++] = link;
	}
	entry->links = links;
}

bool
gold_read(struct arena *arena, struct gold *gold)
{
	static const char *const names[GOLD_SEEDS] = { "gold/seed000.jsonl",
		"gold/seed001.jsonl", "gold/seed002.jsonl", "gold/seed003.jsonl" };

	*gold = (struct gold){ 0 };
	for (int s = 0; s < GOLD_SEEDS; s++) {
		size_t count;
		const struct json **lines = gold_lines(arena, names[s], &count);

		for (size_t i = 0; i < count; i++) {
			struct entry e = { .part = 1, .parts = 1 };
			int64_t line = 0;
			bool no_entry = false;

			json_boolean(json_get(lines[i], "not_entry"), &no_entry);
			if (no_entry)
				continue;
			json_integer(json_get(lines[i], "line"), &line);
			e.list = e.list_source = string_at(lines[i], "list");
			e.line = (unsigned)line;
			e.section = string_at(lines[i], "section");
			e.section = e.section == NULL ? "" : e.section;
			e.title = string_at(lines[i], "title");
			e.name = string_at(lines[i], "name");
			e.date = string_at(lines[i], "date");
			e.venue = string_at(lines[i], "venue");
			e.license = string_at(lines[i], "license");
			read_ids(arena, json_get(lines[i], "ids"), false, &e);
			read_ids(arena, json_get(lines[i], "ids_wrong"), true, &e);
			read_links(arena, json_get(lines[i], "urls"), &e);
			gold->entries = arena_push(
			    arena, gold->entries, gold->count, sizeof *gold->entries);
			gold->entries[gold->count++] = e;
		}
	}
	return gold->count > 0;
}

bool
gold_is_wrong(const struct entry *entry, const struct entry_identifier *id)
{
	(void)entry;
	return id->link == WRONG_LINK;
}

const struct entry *
gold_entry(const struct gold *gold, const char *list, unsigned line)
{
	for (size_t i = 0; i < gold->count; i++)
		if (strcmp(gold->entries[i].list, list) == 0 &&
		    gold->entries[i].line == line)
			return &gold->entries[i];
	return NULL;
}
