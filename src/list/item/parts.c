/*
 * A row or item that names several works enters; one entry each leaves.  What
 * cannot be dealt out safely stays whole with every part.
 */
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "list/forms/forms.h"
#include "list/item/item.h"

enum { MOST_PARTS = 16 };

/* The last part of a link's path: the name of what it leads to. */
static char *
target_name(struct arena *arena, const char *url)
{
	size_t length = text_trimmed(url, strlen(url), "/");

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
parts_read(
    struct reader *reader, const struct entry *row, const char *words, unsigned line)
{
	const char *at = words;
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

/* A link with as many words as a title. */
static bool
is_titled(struct arena *arena, const struct piece *piece)
{
	return piece->kind == PIECE_LINK && !piece->holds_image &&
	    words_count(piece->text) >= TITLE_WORDS && !words_is_url(piece->text) &&
	    !words_link_is_label(arena, piece);
}

/* Signs, numbers and "and". */
static bool
is_silent(struct arena *arena, const char *text)
{
	text = words_past_marks(text);
	return text_span(text, " \n,;/&+|.0123456789)") == strlen(text) ||
	    (*text == 'a' && strcmp(text_squeeze(arena, text), "and") == 0);
}

/* Does a part begin behind these words?  "(ICML)⏎• ", "2021; " */
static bool
is_closed(const char *text)
{
	size_t length = text_trimmed(text, strlen(text), " -*0123456789.)");

	return length == 0 || text_is_any(text[length - 1], "\n;") ||
	    (length > 2 && strcmp(text + length - 3, "•") == 0) ||
	    (length > 1 && strncmp(text + length - 2, "·", 2) == 0);
}

static bool
is_told_before(struct arena *arena, const struct pieces *pieces, const size_t *starts,
    size_t count, const char *text)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(text_fold(arena, pieces->v[starts[i]].text),
			text_fold(arena, text)) == 0)
			return true;
	return false;
}

/* Where the parts begin, each with a titled link; 0: there are no two.  Outside of a
 * cell nothing but signs may stand between. */
static size_t
find_parts(struct arena *arena, const struct pieces *pieces, bool is_cell, size_t *starts)
{
	size_t count = 0;

	for (size_t i = 0; i < pieces->count; i++) {
		const struct piece *piece = &pieces->v[i];
		if (piece->kind == PIECE_IMAGE || piece->holds_image)
			continue;
		if (is_titled(arena, piece) &&
		    (i == 0 || !is_cell || piece[-1].kind != PIECE_TEXT ||
			is_silent(arena, piece[-1].text) || is_closed(piece[-1].text))) {
			if (count == MOST_PARTS ||
			    is_told_before(arena, pieces, starts, count, piece->text))
				return 0;
			starts[count++] = i;
		} else if ((!is_cell || count == 0) &&
		    (piece->kind != PIECE_TEXT || !is_silent(arena, piece->text))) {
			return 0;
		}
	}
	return count < 2 ? 0 : count;
}

bool
parts_read_links(struct reader *reader, const struct entry *row,
    const struct pieces *pieces, bool is_cell, unsigned line, unsigned last_line)
{
	struct arena *arena = reader->scratch;
	size_t starts[MOST_PARTS + 1];
	size_t count = find_parts(arena, pieces, is_cell, starts);

	starts[count] = pieces->count;
	for (size_t i = 0; i < count; i++) {
		struct pieces one = { .v = pieces->v + starts[i],
			.count = starts[i + 1] - starts[i] };
		struct entry part = *row, said = { 0 };

		item_hear(reader, &one, true, &said);
		part.title = said.title;
		part.name = said.name;
		part.authors = said.authors != NULL ? said.authors : row->authors;
		part.venue = said.venue != NULL ? said.venue : row->venue;
		part.date = said.date != NULL ? said.date : row->date;
		part.links = NULL;
		part.link_count = 0;
		pieces_link(arena, &part, &one, COLUMN_TITLE);
		part.part = (unsigned)(i + 1);
		part.parts = (unsigned)count;
		part.flags |= FLAG_MERGED_ROW;
		reader_add(reader, &part, line, last_line);
		forms_hear(reader->forms, reader, &one, FORMS_CELLS, reader->count - 1);
	}
	return count > 0;
}
