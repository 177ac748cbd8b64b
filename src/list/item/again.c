/*
 * The pieces of an item and where reading stands enter; what the same were read as
 * before leaves.  Lists name a work again and again, and its words say the same each time.
 */
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "base/strmap.h"
#include "list/forms/forms.h"
#include "list/item/item.h"

/* Items that are kept in mind. */
enum { MOST = 32768 };

struct again {
	struct arena *arena; /* of items */
	struct strmap *items;
};

/* Of all that an item is read from.  No two have one by chance, and who would make them
 * so harms a list that is his own. */
struct sum {
	uint64_t one, other;
};

struct again *
again_new(struct arena *arena)
{
	struct again *again = arena_alloc(arena, sizeof *again);

	*again = (struct again){ .arena = arena_new(), .items = strmap_new() };
	return again;
}

void
again_free(struct again *again)
{
	strmap_free(again->items);
	arena_free(again->arena);
}

static void
add_number(struct sum *sum, uint64_t number)
{
	sum->one = (sum->one ^ number) * 0x9E3779B97F4A7C15u;
	sum->one ^= sum->one >> 32;
	sum->other = (sum->other + number) * 0xD6E8FEB86659FD93u;
	sum->other ^= sum->other >> 29;
}

static void
add_bytes(struct sum *sum, const void *bytes, size_t length)
{
	const char *at = bytes;
	uint64_t eight;

	add_number(sum, length);
	for (; length >= sizeof eight; at += sizeof eight, length -= sizeof eight) {
		memcpy(&eight, at, sizeof eight);
		add_number(sum, eight);
	}
	for (eight = 0; length > 0; length--)
		eight = eight << 8 | (unsigned char)*at++;
	add_number(sum, eight);
}

/* With all that a piece is besides its texts. */
static void
add_pieces(struct sum *sum, const struct piece *pieces, size_t count)
{
	const size_t from = offsetof(struct piece, kind);

	add_number(sum, count);
	for (size_t i = 0; i < count; i++) {
		add_bytes(sum, (const char *)&pieces[i] + from,
		    offsetof(struct piece, spoken) + 1 - from);
		add_bytes(sum, pieces[i].text, strlen(pieces[i].text));
		add_number(sum, pieces[i].url != NULL);
		if (pieces[i].url != NULL)
			add_bytes(sum, pieces[i].url, strlen(pieces[i].url));
	}
}

/* What reading an item hangs on: its pieces, and where it stands. */
static struct sum
sum_of(struct reader *reader, const struct pieces *pieces, bool is_list)
{
	const char *year = reader_year(reader);
	struct sum sum = { 1, 2 };

	add_number(&sum,
	    (uint64_t)is_list | (uint64_t)reader->among_titles << 1 |
		(uint64_t)reader->within_entry << 2 |
		(uint64_t)reader_is_closed(reader) << 3 |
		(uint64_t)reader_is_doubtful(reader) << 4 |
		(uint64_t)reader->among_works << 5);
	add_bytes(&sum, year, year == NULL ? 0 : strlen(year));
	add_pieces(&sum, pieces->v, pieces->count);
	add_pieces(&sum, pieces->below, pieces->below_count);
	return sum;
}

struct again_item *
again_find(struct reader *reader, const struct pieces *pieces, bool is_list)
{
	static const struct entry nothing;
	struct again *again = reader->again;
	struct again_item **place, *item;
	struct sum sum;

	if (again == NULL || memcmp(&pieces->details, &nothing, sizeof nothing) != 0)
		return NULL;
	if (strmap_count(again->items) >= MOST) {
		strmap_free(again->items);
		again->items = strmap_new();
		arena_reset(again->arena);
	}
	sum = sum_of(reader, pieces, is_list);
	place = (struct again_item **)strmap_at(
	    again->items, (const char *)&sum, sizeof sum);
	if (*place == NULL)
		*place = arena_alloc(again->arena, sizeof **place);
	item = *place;
	/* Its entry got links of others since. */
	if (item->is_entry && reader->entries[item->entry].link_count != item->links)
		item->known = false;
	if (!item->known) {
		item->entry = reader->count;
		for (size_t i = 0; i < LEFT_REASONS; i++)
			item->left[i] = reader->left[i].count;
	}
	return item;
}

/* Items that became several entries are read each time. */
void
again_keep(const struct reader *reader, struct again_item *item, bool is_entry)
{
	item->known = reader->count - item->entry == (is_entry ? 1 : 0);
	item->is_entry = is_entry && item->known;
	for (size_t i = 0; i < LEFT_REASONS; i++)
		item->left[i] = reader->left[i].count - item->left[i];
	if (!item->is_entry)
		return;
	item->links = reader->entries[item->entry].link_count;
	item->told = forms_heard(reader->forms, item->entry);
}

void
again_take(struct reader *reader, const struct again_item *item, unsigned line,
    unsigned last_line)
{
	for (size_t i = 0; i < LEFT_REASONS; i++)
		if (item->left[i] > 0)
			reader_leave(reader, (enum list_left_why)i, line);
	if (!item->is_entry)
		return;
	reader_add_again(reader, item->entry, line, last_line);
	forms_hear_again(reader->forms, item->told, reader->count - 1);
}
