/*
 * An entry's bytes in its list and an answer enter; what stands there like the
 * answer's title, and whether its people do, leaves.
 */
#include "judge/link/own_row.h"

#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "judge/people/names.h"
#include "model/brief.h"
#include "model/entry.h"

#define MOST_BYTES  2048
#define MORE_WORDS  8 /* than the answer's title has, in what is like it */
#define LEAST_OWN   4 /* telling words of a title that is one */
#define LEAST_OTHER 3 /* telling words in a stretch that the answer lacks, */
#define MANY_OTHER  5 /* words of the field in one, */
#define MOST_OTHER  8 /* telling ones in all: another title stands there */

/* What stands between two signs. */
struct stretch {
	const char *text;
	struct words words;
	bool parted;  /* for good from the one before: by a cell, an address */
	bool joins;   /* a colon or a dash stands before it … */
	bool goes_on; /* … a colon: it is no beginning */
};

struct row {
	struct stretch *v;
	size_t count;
};

/* The next item's first line ends this one, whether it was read or not. */
static size_t
row_length(const struct entry *entry)
{
	size_t length = entry->row_length < MOST_BYTES ? entry->row_length : MOST_BYTES;
	const char *row = entry->row, *end = row + length, *at = row;
	size_t indent = 0;

	while (row + indent < end && (row[indent] == ' ' || row[indent] == '\t'))
		indent++;
	if (entry->writing != WRITING_MARKDOWN || row + indent >= end ||
	    strchr("-*+|#", row[indent]) == NULL)
		return length;
	while ((at = memchr(at, '\n', (size_t)(end - at))) != NULL && ++at < end)
		if (at + indent + 1 < end && memcmp(at, row, indent + 1) == 0 &&
		    (row[indent] == '|' || at[indent + 1] == row[indent + 1]))
			return (size_t)(at - row);
	return length;
}

/* "https://…", "](…)", "<a href=…>": how many bytes say no word; 0: none. */
static size_t
skip_unsaid(const char *at)
{
	if (strncmp(at, "](", 2) == 0)
		return 1 + strcspn(at + 1, " )\n");
	if (*at == '<' && (at[1] == '/' || (at[1] >= 'A' && at[1] <= 'z')))
		return strcspn(at, ">");
	if (strncmp(at, "http://", 7) == 0 || strncmp(at, "https://", 8) == 0)
		return strcspn(at, " \t\n)]>|\"");
	return 0;
}

/*
 * Bytes of a sign that may part a title from what stands beside it; 0: none.  What
 * is no letter in any script is one, unless it stands inside of a word.
 */
static size_t
sign_at(struct arena *arena, const char *at, const char *begin)
{
	const char *next = at;
	bool inside;

	if (strchr("*[]()|<>\"#\n:;!?~`{}=", *at) != NULL)
		return 1;
	if (strchr(" \t'", *at) != NULL)
		return 0;
	text_next_code_point(&next);
	inside = at > begin && strchr(" \n\t", at[-1]) == NULL && *next != '\0' &&
	    strchr(" \n\t", *next) == NULL && (unsigned char)*at < 0xe3;
	return inside ||
		*text_fold(arena, arena_text_n(arena, at, (size_t)(next - at))) != '\0'
	    ? 0
	    : (size_t)(next - at);
}

static void
add_stretch(struct arena *arena, struct row *row, const char *from, const char *to,
    const char *before)
{
	struct stretch stretch = { .text = arena_text_n(arena, from, (size_t)(to - from)),
		.parted = before != NULL && strchr("]|h<", *before) != NULL,
		.goes_on = before != NULL && *before == ':',
		.joins = before != NULL && strchr(":-\xe2", *before) != NULL };

	words_read(arena, stretch.text, &stretch.words);
	if (stretch.words.count == 0)
		return;
	row->v = arena_push(arena, row->v, row->count, sizeof *row->v);
	row->v[row->count++] = stretch;
}

static void
read_row(struct arena *arena, const struct entry *entry, struct row *row)
{
	const char *text = arena_text_n(arena, entry->row, row_length(entry));
	const char *from = text, *before = NULL;

	*row = (struct row){ 0 };
	for (const char *at = text;;) {
		size_t unsaid = skip_unsaid(at);
		size_t sign = *at == '\0' || unsaid > 0 ? 0 : sign_at(arena, at, text);

		if (*at != '\0' && unsaid == 0 && sign == 0) {
			text_next_code_point(&at);
			continue;
		}
		add_stretch(arena, row, from, at, before);
		if (*at == '\0')
			return;
		before = at;
		for (sign += unsaid; sign > 0 && *at != '\0'; sign--)
			at++;
		from = at;
	}
}

static bool
says_people(struct arena *arena, const struct row *row, const struct brief *brief,
    const struct words *title)
{
	const struct claim *claim = brief_claim(brief, FIELD_AUTHORS);
	struct names names = { 0 };

	if (claim != NULL)
		names_read(arena, claim->authors, claim->author_count, &names);
	for (size_t i = 0; i < names.count; i++) {
		const struct name *name = &names.v[i];
		const char *last = name->count == 0 ? "" : name->v[name->count - 1];

		if (strlen(last) < 3 || words_have(title, last))
			continue;
		for (size_t k = 0; k < row->count; k++)
			if (words_have(&row->v[k].words, last))
				return true;
	}
	return false;
}

/* Of those that the other side lacks, if there is one. */
static size_t
count_telling(const struct words *words, const struct words *other)
{
	size_t telling = 0;

	for (size_t i = 0; i < words->count; i++)
		telling += word_weight(words->v[i]) >= 1.0 &&
		    !word_is_number(words->key[i]) &&
		    (other == NULL || !words_have(other, words->key[i]));
	return telling;
}

/* Those that the other side lacks. */
static size_t
count_heavy(const struct words *words, const struct words *other)
{
	size_t heavy = 0;

	for (size_t i = 0; i < words->count; i++)
		heavy += !word_is_small(words->v[i]) && !words_have(other, words->key[i]);
	return heavy;
}

static bool
says_other(const struct row *row, const struct words *answer)
{
	size_t all = 0;

	for (size_t i = 0; i < row->count; i++) {
		size_t telling = count_telling(&row->v[i].words, answer);

		size_t heavy = count_heavy(&row->v[i].words, answer);

		all += telling;
		if (telling >= LEAST_OTHER || all >= MOST_OTHER ||
		    (heavy >= MANY_OTHER && heavy * 2 > words_heavy(&row->v[i].words)))
			return true;
	}
	return false;
}

/* *first and *last: the run that has most of the answer and least besides. */
static bool
find_nearest(
    const struct row *row, const struct words *answer, size_t *first, size_t *last)
{
	size_t best = 0, heavy = words_heavy(answer);

	for (size_t i = 0; i < row->count; i++) {
		size_t common = 0, count = 0;

		if (i > 0 && row->v[i].goes_on && !row->v[i].parted)
			continue;

		for (size_t k = i; k < row->count && (k == i || !row->v[k].parted); k++) {
			const struct words *words = &row->v[k].words;

			for (size_t w = 0; w < words->count; w++)
				common += !word_is_small(words->v[w]) &&
				    words_have(answer, words->key[w]);
			count += words_heavy(words);
			if (count > heavy + MORE_WORDS)
				break;
			if (common * 2 < heavy || common < 3 || 3 * common < best + count)
				continue;
			if (3 * common - count > best) {
				best = 3 * common - count;
				*first = i;
				*last = k;
			}
		}
	}
	return best > 0;
}

static const char *
say_run(struct arena *arena, const struct row *row, const struct words *answer,
    size_t first, size_t last)
{
	const char *text = row->v[first].text;

	/* "2023 The title": a number is no beginning of it. */
	if (row->v[first].words.count > 1 && word_is_number(row->v[first].words.key[0]) &&
	    !words_have(answer, row->v[first].words.key[0]))
		text += strcspn(text + strspn(text, " "), " ") + strspn(text, " ");
	for (size_t i = first + 1; i <= last; i++)
		text = arena_join(
		    arena, text, row->v[i].joins ? ": " : " ", row->v[i].text, NULL);
	return text;
}

void
own_row_read(struct arena *arena, const struct entry *entry, const struct title *own,
    const struct title *answer, const struct brief *brief, struct row_said *said)
{
	struct row row;
	size_t first, last;

	*said = (struct row_said){ 0 };
	if (entry->row == NULL || entry->parts > 1)
		return;
	read_row(arena, entry, &row);
	said->people = says_people(arena, &row, brief, &answer->whole);
	said->other = says_other(&row, &answer->whole);
	if (!find_nearest(&row, &answer->whole, &first, &last))
		return;
	said->title = say_run(arena, &row, &answer->whole, first, last);
	for (size_t i = 0; i < first; i++)
		said->behind |= count_telling(&own->whole, NULL) >= LEAST_OWN &&
		    words_have(&row.v[i].words, own->whole.key[0]);
}

bool
own_row_has(struct arena *arena, const struct entry *entry, const char *text)
{
	struct words wanted;
	struct row row;

	/* Mostly it is nowhere: then nothing is read. */
	if (entry->row == NULL || entry->parts > 1 ||
	    memmem(entry->row, entry->row_length, text, strlen(text)) == NULL)
		return false;
	read_row(arena, entry, &row);
	words_read(arena, text, &wanted);
	for (size_t i = 0; i < row.count; i++)
		if (words_equal(&row.v[i].words, &wanted))
			return true;
	return false;
}
