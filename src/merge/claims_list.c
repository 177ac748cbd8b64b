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

/* "A, B and C" of a list, "A; B" of an override. */
void
claims_read_authors(struct arena *arena, const char *text, struct candidate *out)
{
	struct author *v = NULL;
	const char *stops = strchr(text, ';') != NULL ? ";" : ",;";

	while (*text != '\0') {
		char *part = claim_author_next(arena, &text, stops);

		if (*part == '\0' || text_starts_nocase(part, "et al"))
			continue;
		v = arena_push(arena, v, out->author_count, sizeof *v);
		v[out->author_count++] = (struct author){ .literal = part };
	}
	out->authors = v;
}

const char *
claims_entry_says(struct arena *arena, const struct entry *entry, enum field field,
    const struct nature *nature)
{
	switch ((int)field) {
	case FIELD_TITLE:
		return entry->title;
	case FIELD_AUTHORS:
		return entry->authors;
	case FIELD_VENUE:
		return nature->paper && venue_is_claim(arena, entry->venue) ? entry->venue
									    : NULL;
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
