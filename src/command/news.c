/*
 * Lists enter, and what they were; which of their rows are new leaves.  A row is what
 * it says: where it stands is all one.
 */
#include "command/news.h"

#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/log.h"
#include "base/strmap.h"
#include "base/text.h"

/* How often each row stood in the list as it was: by what it says, and by its bytes. */
struct before {
	struct strmap *rows;
	struct arena *arena;
};

/* Everything that sources could be asked about or held against. */
static const char *
says(struct arena *arena, const struct entry *entry)
{
	const char *const texts[] = { entry->title, entry->name, entry->date,
		entry->venue, entry->institute, entry->license, entry->base_model,
		entry->authors };
	struct buffer all;
	const char *key;

	buffer_init(&all, 0);
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		buffer_printf(&all, "%s\n", texts[i] == NULL ? "" : texts[i]);
	for (size_t i = 0; i < entry->link_count; i++)
		buffer_printf(
		    &all, "%s\n", entry->links[i].url == NULL ? "" : entry->links[i].url);
	for (size_t i = 0; i < entry->identifier_count; i++)
		buffer_printf(
		    &all, "%s\n", identifier_text(arena, entry->identifiers[i].id));
	key = arena_text(arena, all.bytes);
	buffer_free(&all);
	return key;
}

/* Its bytes: what is read otherwise because others came is no other row. */
static const char *
stands(struct arena *arena, const struct entry *entry)
{
	size_t length = entry->row_length;

	while (length > 0 && strchr(" \t\r\n", entry->row[length - 1]) != NULL)
		length--;
	return length == 0
	    ? NULL
	    : arena_printf(arena, "%u\n%.*s", entry->part, (int)length, entry->row);
}

/* One more of it, or one fewer if there is any. */
static bool
count(const struct before *before, const char *key, int by)
{
	int *times = key == NULL ? NULL : strmap_get(before->rows, key);

	if (times == NULL && key != NULL && by > 0) {
		times = arena_alloc(before->arena, sizeof *times);
		strmap_put(before->rows, key, times);
	}
	if (times == NULL || *times + by < 0)
		return false;
	*times += by;
	return true;
}

/* 0, or a status with its line printed; *there: it was anything. */
static int
read_before(const struct session *session, struct arena *arena, const struct list *now,
    const char *base, struct list *before, bool *there)
{
	struct buffer text;
	bool shown;

	if (base == NULL) {
		*there = reading_before(session, arena, now, before);
		return 0;
	}
	if (list_is_address(now->source) || strcmp(now->source, "-") == 0) {
		log_error("--base: %s is no file in a repository", now->source);
		return STATUS_USAGE;
	}
	buffer_init(&text, LARGEST_LIST);
	shown = news_git_show(arena, base, now->source, &text, there);
	if (*there && shown)
		*there = reading_of(
		    arena, now, text.length > 0 ? text.bytes : "", text.length, before);
	buffer_free(&text);
	return shown ? 0 : STATUS_USAGE;
}

/* The new ones of one list; all, if there was none before. */
static size_t
mark_new(struct arena *arena, struct list *list, const struct list *was)
{
	const struct before before = { strmap_new(), arena };
	size_t fresh = 0;

	for (size_t i = 0; i < was->entry_count; i++) {
		count(&before, says(arena, &was->entries[i]), 1);
		count(&before, stands(arena, &was->entries[i]), 1);
	}
	for (size_t i = 0; i < list->entry_count; i++) {
		struct entry *entry = &list->entries[i];
		bool told = count(&before, says(arena, entry), -1);

		told |= count(&before, stands(arena, entry), -1);
		entry->share = told ? ENTRY_LEFT : ENTRY_ASKED;
		fresh += !told;
	}
	strmap_free(before.rows);
	return fresh;
}

/* By what two rows may turn out to be one work. */
static const char *
key_of(struct arena *arena, const struct entry *entry, size_t index)
{
	if (index == 0)
		return arena_join(arena, "title ", text_fold(arena, entry->title), NULL);
	if (--index < entry->identifier_count)
		return identifier_key(arena, entry->identifiers[index].id);
	index -= entry->identifier_count;
	return index < entry->link_count ? entry->links[index].url : NULL;
}

static size_t
key_count(const struct entry *entry)
{
	return 1 + entry->identifier_count + entry->link_count;
}

/* What may be the same work as a new row stands beside it. */
static void
mark_beside(struct arena *arena, struct reading *reading)
{
	struct strmap *keys = strmap_new();

	for (unsigned turn = 0; turn < 2; turn++)
		for (size_t l = 0; l < reading->list_count; l++)
			for (size_t e = 0; e < reading->lists[l].entry_count; e++) {
				struct entry *entry = &reading->lists[l].entries[e];
				enum entry_share wanted = turn == 0 ? ENTRY_ASKED
								    : ENTRY_LEFT;

				for (size_t k = 0;
				     entry->share == wanted && k < key_count(entry);
				     k++) {
					const char *key = key_of(arena, entry, k);

					if (key != NULL && turn == 0)
						strmap_put(keys, key, reading);
					else if (key != NULL &&
					    strmap_get(keys, key) != NULL)
						entry->share = ENTRY_BESIDE;
				}
			}
	strmap_free(keys);
}

int
news_mark(const struct session *session, struct reading *reading, const char *base,
    size_t *fresh, enum news_against *against)
{
	struct arena *arena = arena_new();
	int status = 0;

	*fresh = 0;
	*against = NEWS_NOTHING;
	for (size_t l = 0; l < reading->list_count && status == 0; l++) {
		struct list was = { .entry_count = 0 };
		bool there = false;

		status = read_before(
		    session, arena, &reading->lists[l], base, &was, &there);
		if (there || base != NULL)
			*against = base != NULL ? NEWS_REVISION : NEWS_RUN;
		*fresh += mark_new(arena, &reading->lists[l], &was);
		arena_reset(arena);
	}
	mark_beside(arena, reading);
	arena_free(arena);
	return status;
}
