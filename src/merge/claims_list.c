/*
 * An entry or an override enters, as a person wrote it; what it claims about
 * a field leaves.
 */
#include "merge/inside.h"

#include <string.h>

#include "base/arena.h"
#include "base/text.h"

const char *
claims_authors_text(struct arena *arena, const struct author *authors, size_t count)
{
	size_t length = 1;
	char *text, *to;

	for (size_t i = 0; i < count; i++)
		length += strlen(authors[i].literal) + 2;
	to = text = arena_alloc(arena, length);
	for (size_t i = 0; i < count; i++) {
		size_t n = strlen(authors[i].literal);

		if (i > 0) {
			memcpy(to, ", ", 2);
			to += 2;
		}
		memcpy(to, authors[i].literal, n);
		to += n;
	}
	return text;
}

static void
add_author(
    struct arena *arena, struct author **v, struct candidate *out, struct author author)
{
	*v = arena_push(arena, *v, out->author_count, sizeof **v);
	(*v)[out->author_count++] = author;
}

/* "A, B and C" of a list, "A; B" of an override. */
void
claims_read_authors(struct arena *arena, const char *text, struct candidate *out)
{
	struct author *v = NULL;
	const char *stops = strchr(text, ';') != NULL ? ";" : ",;";

	while (*text != '\0') {
		char *part = claim_author_next(arena, &text, stops);

		if (text_starts_nocase(part, "et al") ||
		    text_equal_nocase(part, "others"))
			out->authors_more = true;
		else if (*part != '\0')
			add_author(arena, &v, out, (struct author){ .literal = part });
	}
	out->authors = v;
}

void
claims_take_people(struct arena *arena, const struct entry *entry, struct candidate *out)
{
	struct author *v = NULL;

	for (size_t i = 0; i < entry->people_count; i++)
		if (text_starts_nocase(entry->people[i].literal, "et al"))
			out->authors_more = true;
		else
			add_author(arena, &v, out, entry->people[i]);
	out->authors = v;
}
const char *
claims_entry_says(struct arena *arena, const struct entry *entry, enum field field,
    const struct nature *nature)
{
	switch ((int)field) {
	case FIELD_TITLE:
		return *entry->title == '\0' ? NULL : entry->title;
	case FIELD_AUTHORS:
		return entry->authors;
	case FIELD_VENUE:
		/* Of a chapter it is the book, however it is called. */
		return nature->paper &&
			(venue_is_claim(arena, entry->venue) ||
			    (entry->type != NULL && strcmp(entry->type, "chapter") == 0))
		    ? entry->venue
		    : NULL;
	case FIELD_TYPE:
		return entry->type;
	case FIELD_ISSUED:
		return entry->date;
	case FIELD_INSTITUTE:
		return entry->institute;
	case FIELD_BASE_MODEL:
		return entry->parts > 1 ? NULL : entry->base_model;
	case FIELD_LICENSE:
		/* A row of several projects: nobody knows whose it is. */
		return entry->parts > 1 || (entry->flags & FLAG_MERGED_ROW)
		    ? NULL
		    : entry->license;
	default:
		return NULL;
	}
}
