/* The pieces of an item enter; what its words say of an entry leaves. */
#include "list/item/item.h"

#include "base/arena.h"
#include "base/text.h"

/* "[MRM] Title", "[PASCAL VOC] Title": words in front are a venue or a name;
 * which, is known when all of the item has been read. */
static const char *
lone_bracket(struct entry *entry)
{
	const char *word = entry->venue;

	if (word == NULL || entry->date != NULL || words_count(word) > LONGEST_NAME_WORDS)
		return NULL;
	entry->venue = NULL;
	return word;
}

static void
take_bracket(struct entry *entry, const char *word)
{
	/* "[语言模型/匹配]" is a topic. */
	if (word == NULL || ((unsigned char)*word >= 0xE3 && !words_hold_called(word)))
		return;
	if (entry->venue == NULL)
		entry->venue = word;
	else if (entry->name == NULL)
		entry->name = word;
}

bool
item_hear(
    struct reader *reader, const struct pieces *pieces, bool is_list, struct entry *entry)
{
	struct arena *arena = reader->scratch;
	struct heard heard = { 0 };
	struct cursor cursor = { pieces, 0, 0 };
	const char *bracket;
	enum cited cited;

	cited = item_cite_read(arena, &cursor, entry);
	if (cited != CITED_NOT && (pieces_have_link(pieces) || entry->venue != NULL)) {
		entry->name = words_name(arena, entry->title);
		reader->cited = cited == CITED_WHOLE && entry->authors != NULL &&
		    entry->date != NULL && !text_is_blank(entry->venue);
		return true;
	}
	item_day_read(arena, reader_year(reader), &cursor, entry);
	item_lead_read(arena, &cursor, entry);
	if (!is_list && entry->venue == NULL && entry->date == NULL &&
	    !item_is_entry(arena, pieces))
		return false;
	bracket = lone_bracket(entry);
	item_bold_read(arena, &cursor, &heard);
	if (heard.alone)
		heard.title = arena_text(arena, "");
	else
		item_title_read(arena, &cursor, &heard);
	item_title_settle(arena, entry, &heard);
	item_rest_read(arena, cursor, entry);
	take_bracket(entry, bracket);
	return true;
}
