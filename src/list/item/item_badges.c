/* An item's badges enter; the venue and the date that one of them shows leave. */
#include <string.h>

#include "base/arena.h"
#include "list/item/item.h"

/* img.shields.io/badge/Nature_Methods_2021-5291C8: what the badge shows, up to
 * its colour ("_" a blank, "--" a hyphen: shields.io/badges). */
static char *
badge_text(struct arena *arena, const char *url)
{
	const char *at = strstr(url, "shields.io/badge/");
	char *text, *to;
	size_t length;

	if (at == NULL)
		return NULL;
	at += strlen("shields.io/badge/");
	length = strcspn(at, "?");
	if (length > 200)
		return NULL;
	text = to = arena_text_n(arena, at, length);
	for (const char *from = text; *from != '\0'; from++) {
		bool doubled = *from == from[1];
		if (*from == '-' && !doubled)
			*to++ = '\n';
		else
			*to++ = *from == '_' && !doubled ? ' ' : *from;
		from += doubled && (*from == '-' || *from == '_');
	}
	*to = '\0';
	return text;
}

void
item_badges_read(struct arena *arena, const struct pieces *pieces, struct entry *entry)
{
	for (size_t i = 0; i < pieces->count && entry->date == NULL; i++) {
		const char *venue, *date;
		char *text;
		if (pieces->v[i].kind != PIECE_IMAGE || pieces->v[i].url == NULL ||
		    (text = badge_text(arena, pieces->v[i].url)) == NULL)
			continue;
		while (*text != '\0') {
			size_t length = strcspn(text, "\n");
			date = words_venue_and_date(
			    arena, arena_text_n(arena, text, length), &venue);
			if (date != NULL && entry->date == NULL) {
				entry->date = date;
				if (entry->venue == NULL)
					entry->venue = venue;
			}
			text += length + (text[length] != '\0');
		}
	}
}
