/*
 * The text of a venue enters, as lists and sources spell it; its kind, key
 * and whether two spellings are one venue leave.
 */
#include "merge/inside.h"

#include <string.h>

#include "base/arena.h"
#include "base/text.h"

#define REMEMBERED      256 /* texts */
#define MOST_REMEMBERED 96  /* bytes of one */

static bool
stands_inside(const char *text, const char *words)
{
	size_t n = strlen(words);

	for (const char *at = strstr(text, words); at != NULL; at = strstr(at + 1, words))
		if ((at == text || at[-1] == ' ') && (at[n] == '\0' || at[n] == ' '))
			return true;
	return false;
}

/* "EMNLP Workshop on …" is not EMNLP. */
static bool
is_workshop(const char *text)
{
	return stands_inside(text, "workshop") || stands_inside(text, "workshops");
}

/* The longest row whose words begin here. */
static const struct venue_row *
find_inside(struct arena *arena, const char *at, bool workshop)
{
	const char *first = arena_text_n(arena, at, strcspn(at, " "));
	const struct venue_row *best = NULL;
	size_t n;

	for (size_t i = venue_row_place(first); i < venue_rows_count; i++) {
		const struct venue_row *row = &venue_rows[i];

		if (strncmp(row->folded, first, strlen(first)) != 0)
			break;
		n = strlen(row->folded);
		if (row->inside && strncmp(at, row->folded, n) == 0 &&
		    (at[n] == '\0' || at[n] == ' ') &&
		    (best == NULL || n > strlen(best->folded)) &&
		    (workshop == is_workshop(row->folded) ||
			strchr(row->folded, ' ') == NULL))
			best = row;
	}
	return best;
}

static const struct venue_row *
find_row(struct arena *arena, const char *folded)
{
	const struct venue_row *best = venue_row_find(folded), *row;
	bool workshop = is_workshop(folded);

	if (best != NULL)
		return best;
	for (const char *at = folded; at != NULL && *at != '\0';
	     at = strchr(at, ' ') == NULL ? NULL : strchr(at, ' ') + 1) {
		row = find_inside(arena, at, workshop);
		if (row != NULL &&
		    (best == NULL || strlen(row->folded) > strlen(best->folded)))
			best = row;
	}
	return best;
}

/* "Healthcare (Basel)", "… Pattern Recognition (CVPR)". */
static const struct venue_row *
find_bracketed(struct arena *arena, const char *text)
{
	const char *bracket = strrchr(text, '(');
	const struct venue_row *row;
	struct venue_split split;

	if (bracket == NULL || bracket == text)
		return NULL;
	row = find_row(arena,
	    venue_fold(
		arena, arena_text_n(arena, text, (size_t)(bracket - text)), &split));
	/* A workshop in brackets names the meeting it belongs to. */
	if (row == NULL && !is_workshop(text_fold(arena, text)))
		row = find_row(arena, venue_fold(arena, bracket, &split));
	return row;
}

static const struct venue_row *
read_row(struct arena *arena, const char *text)
{
	struct venue_split split;
	const struct venue_row *row = find_row(arena, venue_fold(arena, text, &split));

	return row != NULL ? row : find_bracketed(arena, text);
}

/* The same few hundred spellings come again and again, field by field: what
 * each came to last is remembered. */
static const struct venue_row *
recall_row(struct arena *arena, const char *text)
{
	static struct {
		const struct venue_row *row;
		char text[MOST_REMEMBERED];
	} remembered[REMEMBERED];
	size_t length = strlen(text), at = 5381;

	if (length >= MOST_REMEMBERED)
		return read_row(arena, text);
	for (size_t i = 0; i < length; i++)
		at = at * 33 + (unsigned char)text[i];
	at = (at ^ at >> 16) % REMEMBERED;
	if (strcmp(remembered[at].text, text) != 0) {
		remembered[at].row = read_row(arena, text);
		memcpy(remembered[at].text, text, length + 1);
	}
	return remembered[at].row;
}

struct venue
venue_read(struct arena *arena, const char *text)
{
	struct venue venue = { .kind = VENUE_UNKNOWN };
	const struct venue_row *row = text_is_blank(text) ? NULL
							  : recall_row(arena, text);

	if (row == NULL)
		return venue;
	venue.kind = row->kind;
	venue.key = row->kind == VENUE_JOURNAL || row->kind == VENUE_CONFERENCE ? row->key
										: NULL;
	venue.name = row->name;
	return venue;
}

bool
venue_is_real(const struct venue *venue)
{
	return venue->kind != VENUE_PREPRINT && venue->kind != VENUE_PLATFORM;
}

/* "int j oral sci" against "international journal oral science". */
static bool
abbreviates(const struct venue_split *few, const struct venue_split *many)
{
	if (few->count < 2 || few->count != many->count)
		return false;
	for (size_t i = 0; i < few->count; i++)
		if (strncmp(few->v[i], many->v[i], strlen(few->v[i])) != 0)
			return false;
	return true;
}

/* "icarm": the first letters of the words, in order, none skipped at start. */
static bool
is_acronym(const struct venue_split *acronym, const struct venue_split *words)
{
	const char *letters = acronym->v[0];
	size_t used = 0;

	if (acronym->count != 1 || strlen(letters) < 3 || words->count < 2)
		return false;
	for (size_t i = 0; i < words->count && letters[used] != '\0'; i++)
		if (words->v[i][0] == letters[used])
			used++;
	return letters[used] == '\0';
}

static bool
has_all(const struct venue_split *few, const struct venue_split *many)
{
	for (size_t i = 0; i < few->count; i++) {
		bool found = false;

		for (size_t k = 0; k < many->count; k++)
			found |= strcmp(few->v[i], many->v[k]) == 0;
		if (!found)
			return false;
	}
	return few->count > 0;
}

static bool
is_alike(struct arena *arena, const char *a, const char *b)
{
	struct venue_split left, right;

	if (strcmp(venue_fold(arena, a, &left), venue_fold(arena, b, &right)) == 0)
		return true;
	if (left.count == 0 || right.count == 0)
		return true;
	return abbreviates(&left, &right) || abbreviates(&right, &left) ||
	    is_acronym(&left, &right) || is_acronym(&right, &left) ||
	    has_all(&left, &right) || has_all(&right, &left);
}

/* "… and Pattern Recognition (CVPR)": with it or without. */
static const char *
without_bracket(struct arena *arena, const char *text)
{
	const char *bracket = strrchr(text, '(');

	return bracket == NULL || bracket == text
	    ? text
	    : arena_text_n(arena, text, (size_t)(bracket - text));
}

bool
venue_agrees(struct arena *arena, const char *a, const char *b)
{
	struct venue x = venue_read(arena, a), y = venue_read(arena, b);

	if (x.key != NULL && y.key != NULL)
		return strcmp(x.key, y.key) == 0;
	return x.kind == VENUE_SERIES || y.kind == VENUE_SERIES ||
	    is_alike(arena, a, b) ||
	    is_alike(arena, without_bracket(arena, a), without_bracket(arena, b));
}
