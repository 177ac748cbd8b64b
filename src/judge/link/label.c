/*
 * An entry, one of its identifiers and an answer's title enter; whether that title stands
 * in the list, word by word, leaves: the reader may have cut it.
 */
#include "judge/link/label.h"

#include <string.h>

#include "base/text.h"
#include "model/entry.h"

/* Does another link go by the entry's title?  Then that one is the entry's. */
static bool
is_of_another(
    struct arena *arena, const struct entry *entry, size_t link, const char *folded_title)
{
	for (size_t i = 0; i < entry->link_count; i++)
		if (i != link && entry->links[i].label != NULL &&
		    strcmp(text_fold(arena, entry->links[i].label), folded_title) == 0)
			return true;
	return false;
}

bool
label_is_title(struct arena *arena, const struct entry *entry, struct identifier id,
    const char *title)
{
	for (size_t i = 0; i < entry->identifier_count; i++) {
		const struct entry_identifier *own = &entry->identifiers[i];
		const char *label, *words, *begin;
		size_t length;

		if (!identifier_equal(own->id, id) || own->link >= entry->link_count ||
		    (label = entry->links[own->link].label) == NULL ||
		    strlen(label) <= strlen(entry->title))
			continue;
		words = text_fold(arena, label);
		begin = text_fold(arena, entry->title);
		length = strlen(begin);
		if (length > 0 && strncmp(words, begin, length) == 0 &&
		    words[length] == ' ' && strcmp(words, text_fold(arena, title)) == 0 &&
		    !is_of_another(arena, entry, own->link, begin))
			return true;
	}
	return false;
}
