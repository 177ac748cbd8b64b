/* A bullet or a paragraph without a link enters; the entry it is leaves, when it is a
 * reference as papers print them. */
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "list/item/item.h"

/* So many make a list of references. */
enum { ENOUGH_REFERENCES = 2 };

/* "**[3]** Ann Roe. **Title of It**. In Journal, 2021.": people, in bold the title, and
 * where it came out. */
static bool
is_bold_reference(struct arena *arena, const struct pieces *pieces, struct entry *said)
{
	struct pieces part = *pieces;
	const char *people, *place;
	size_t title = 1;

	while (title < pieces->count && !pieces->v[title].strong)
		title++;
	if (title + 1 >= pieces->count)
		return false;
	part.count = title;
	people = pieces_text(arena, &part);
	people += text_span(people, " [](){}.0123456789");
	part.v = pieces->v + title + 1;
	part.count = pieces->count - title - 1;
	place = pieces_text(arena, &part);
	place += text_span(place, " .,:");
	if (text_starts_nocase(place, "in "))
		place += 3;
	*said = (struct entry){ 0 };
	people = text_trim(arena_text(arena, people), " .:,");
	if (!words_are_byline(people, strlen(people)))
		return false;
	said->authors = words_people(arena, people);
	cite_place_read(arena, place, said);
	said->title = text_trim(arena_text(arena, pieces->v[title].text), " .,:");
	return true;
}

/* "Roe, A. (2021). Title of It. *Journal*, 3.": a paragraph that a reference's grammar
 * takes whole needs no link. */
bool
item_reference_read(
    struct reader *reader, const struct pieces *pieces, struct entry *entry)
{
	struct arena *arena = reader->scratch;
	struct cursor cursor = { pieces, 0, 0 };
	struct entry said = { 0 };
	enum cited cited = CITED_NOT;
	bool whole;

	if (pieces_length(pieces) > LONGEST_ITEM ||
	    ((cited = item_cite_read(arena, &cursor, &said)) == CITED_NOT &&
		!is_bold_reference(arena, pieces, &said)) ||
	    said.authors == NULL)
		return false;
	/* "Roe, A. *Old Trees*. Paris: Seuil, 2010": a book. */
	if (said.venue == NULL && item_is_set_apart(arena, pieces, said.title))
		said.venue = "";
	if (words_count(said.title) <
	    (said.venue != NULL && *said.venue == '\0' ? 2 : TITLE_WORDS - 1))
		return false;
	/* Among its likes a reference may lack where it came out, or when, and so may one whose
	 * title is set apart and whose people are several. */
	whole = said.venue != NULL &&
	    (said.date != NULL ||
		(*said.venue == '\0' && strpbrk(said.authors, ",;&") != NULL &&
		    words_count(said.title) >= TITLE_WORDS));
	if (!whole &&
	    (reader->references < ENOUGH_REFERENCES ||
		(said.venue == NULL && said.date == NULL)))
		return false;
	reader->references += whole;
	reader->cited = cited == CITED_WHOLE && whole && *said.venue != '\0';
	said.name = words_name(arena, said.title);
	*entry = said;
	return true;
}
