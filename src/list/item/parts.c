/*
 * A row or item that names several works enters; one entry each leaves.  What
 * cannot be dealt out safely stays whole with every part.
 */
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "list/item/item.h"

enum { MOST_PARTS = 16 };

/* The last part of a link's path: the name of what it leads to. */
static char *
target_name(struct arena *arena, const char *url)
{
	size_t length = strlen(url);

	while (length > 0 && url[length - 1] == '/')
		length--;
	const char *start = url + length;
	while (start > url && start[-1] != '/')
		start--;
	return arena_text_n(arena, start, (size_t)(url + length - start));
}

/*
 * A row that names several projects gives one entry each when every link's
 * target is named in the title cell, in order.  Other cells cannot be dealt
 * out safely: each part keeps them whole.
 */
bool
parts_read(struct reader *reader, const struct entry *row, unsigned line)
{
	const char *at = row->title;
	struct entry parts[MOST_PARTS];
	size_t count = 0;

	for (size_t i = 0; i < row->link_count; i++) {
		const struct link *link = &row->links[i];
		if (link->role == LINK_BADGE || link->role == LINK_BADGE_TARGET)
			continue;
		char *name = target_name(reader->scratch, link->url);
		const char *found = text_find_nocase(at, name);
		if (found == NULL || *name == '\0' || count == MOST_PARTS)
			return false;
		struct entry *part = &parts[count++];
		*part = *row;
		part->links = link;
		part->link_count = 1;
		part->title = part->name = arena_text_n(
		    reader->scratch, found, strlen(name));
		part->part = (unsigned)count;
		part->flags |= FLAG_MERGED_ROW;
		at = found + strlen(name);
	}
	for (size_t i = 0; i < count && count >= 2; i++) {
		parts[i].parts = (unsigned)count;
		reader_add(reader, &parts[i], line, line);
	}
	return count >= 2;
}

/* Several titled links and nothing else: one entry each; 0: no. */
static size_t
find_titled_links(struct arena *arena, const struct pieces *pieces,
    const struct piece **links, size_t most)
{
	size_t count = 0;

	for (size_t i = 0; i < pieces->count; i++) {
		const struct piece *piece = &pieces->v[i];
		if (piece->kind == PIECE_IMAGE || piece->holds_image)
			continue;
		if (piece->kind == PIECE_TEXT) {
			const char *text = words_past_marks(piece->text);
			if (strspn(text, " \n,;/&+|.0123456789)") != strlen(text) &&
			    strcmp(text_squeeze(arena, text), "and") != 0)
				return 0;
			continue;
		}
		if (words_count(piece->text) < TITLE_WORDS || words_is_url(piece->text) ||
		    count == most || words_link_is_label(arena, piece))
			return 0;
		for (size_t j = 0; j < count; j++)
			if (strcmp(text_fold(arena, links[j]->text),
				text_fold(arena, piece->text)) == 0)
				return 0;
		links[count++] = piece;
	}
	return count < 2 ? 0 : count;
}

bool
parts_read_links(struct reader *reader, const struct entry *row,
    const struct pieces *pieces, unsigned line, unsigned last_line)
{
	struct arena *arena = reader->scratch;
	const struct piece *links[MOST_PARTS];
	size_t count = find_titled_links(arena, pieces, links, MOST_PARTS);

	for (size_t i = 0; i < count; i++) {
		struct entry part = *row;
		struct piece link = *links[i];
		struct pieces one = { .v = &link, .count = 1 };

		part.links = NULL;
		part.link_count = 0;
		pieces_link(arena, &part, &one, COLUMN_TITLE);
		part.title = words_title(arena, links[i]->text);
		part.name = words_name(arena, part.title);
		part.part = (unsigned)(i + 1);
		part.parts = (unsigned)count;
		part.flags |= FLAG_MERGED_ROW;
		reader_add(reader, &part, line, last_line);
	}
	return count > 0;
}
