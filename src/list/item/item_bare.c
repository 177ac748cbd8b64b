/*
 * An item that begins with an address and has no title enters; what to call it
 * leaves: the name that a hub's address ends in, or the few words behind it.
 */
#include <string.h>

#include "base/buffer.h"
#include "base/text.h"
#include "list/item/item.h"

enum { MOST_WORDS = 8 };

bool
item_bare_is_paper(const struct pieces *pieces)
{
	size_t papers = 0;

	for (size_t i = 0; i < pieces->count; i++) {
		const struct piece *piece = &pieces->v[i];
		if (piece->kind == PIECE_IMAGE)
			continue;
		if (piece->kind == PIECE_TEXT) {
			if (papers == 0 &&
			    text_span(piece->text, " .:-[(<") != strlen(piece->text))
				return false;
			continue;
		}
		if (piece->holds_image || !words_is_paper_address(piece->url) ||
		    !(piece->written || words_is_url(piece->text)))
			return false;
		papers++;
	}
	return papers == 1;
}

char *
item_bare_read(struct arena *arena, const struct pieces *pieces)
{
	const struct piece *link = NULL;
	struct buffer behind;
	char *title;

	buffer_init(&behind, 0);
	buffer_text(&behind, "");
	for (size_t i = 0; i < pieces->count; i++) {
		const struct piece *piece = &pieces->v[i];
		if (piece->kind == PIECE_LINK && link == NULL &&
		    words_is_url(piece->text) && text_is_blank(behind.bytes))
			link = piece;
		else if (piece->kind == PIECE_TEXT && piece->text[0] != '\0')
			buffer_text(&behind, piece->text);
		else if (piece->kind == PIECE_LINK)
			break;
	}
	title = words_title(arena, behind.bytes);
	buffer_free(&behind);
	if (link == NULL)
		return NULL;
	if (words_hub_name(arena, link->url) != NULL)
		return words_hub_name(arena, link->url);
	/* Papers are known by their titles: other words would be taken for one. */
	if (words_is_paper_address(link->url) || words_count(title) > MOST_WORDS ||
	    strlen(title) < 3)
		return NULL;
	return title;
}
