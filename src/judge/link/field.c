/*
 * The titles of all lists enter before anybody is asked; how rare a word is
 * among them leaves, and which identifier stands beside which title.
 */
#include "judge/link/field.h"

#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "base/strmap.h"
#include "base/text.h"
#include "judge/link/link.h"
#include "model/entry.h"

/*
 * Titles that are pretended to stand in every list, so that a short one knows
 * what is common, too; in a long one they vanish.
 */
#define PRETENDED        40
#define PRETENDED_COMMON 6  /* … of them with each of the common words */
#define COMMON_SHARE     10 /* one title in so many */
#define BIT              8  /* steps of a logarithm to a doubling */
#define COARSE           2

struct row {
	const struct entry *entry; /* NULL: it names no paper */
	struct row *next;          /* of this title */
};

/* Counted when a word is first weighed: where all opinions are known, none is. */
struct counts {
	struct strmap *words; /* spelling → number of titles, unsigned */
	const char **titles;  /* not yet counted */
	size_t waiting;
};

struct judge_field {
	struct arena *arena;
	struct strmap *rows; /* identifier and title, or title → struct row */
	struct counts *counts;
	size_t titles;
	int latest; /* year; 0: any */
};

struct judge_field *
judge_field_new(struct arena *arena, int latest)
{
	struct judge_field *field = arena_alloc(arena, sizeof *field);

	field->arena = arena;
	field->latest = latest;
	field->counts = arena_alloc(arena, sizeof *field->counts);
	field->counts->words = strmap_new();
	field->rows = strmap_new();
	return field;
}

void
judge_field_free(struct judge_field *field)
{
	if (field == NULL)
		return;
	strmap_free(field->counts->words);
	strmap_free(field->rows);
}

void
judge_field_rest(struct judge_field *field)
{
	strmap_rest(field->rows);
}

static const char *
row_key(struct arena *arena, struct identifier id, const char *title)
{
	return arena_join(
	    arena, identifier_key(arena, id), "\n", text_fold(arena, title), NULL);
}

static void
count_word(const struct judge_field *field, const char *key)
{
	unsigned *count = strmap_get(field->counts->words, key);

	if (count == NULL) {
		count = arena_alloc(field->arena, sizeof *count);
		strmap_put(field->counts->words, key, count);
	}
	++*count;
}

/* Each word once a title. */
static void
count_title(const struct judge_field *field, struct arena *scratch, const char *text)
{
	struct title title;

	title_read(scratch, text, &title);
	for (size_t i = 0; i < title.whole.count; i++) {
		bool again = false;

		for (size_t k = 0; k < i; k++)
			again |= strcmp(title.whole.key[i], title.whole.key[k]) == 0;
		if (!again)
			count_word(field, title.whole.key[i]);
	}
}

/* NULL: in no title. */
static const unsigned *
find_count(const struct judge_field *field, const char *key)
{
	struct counts *counts = field->counts;

	if (counts->waiting > 0) {
		struct arena *scratch = arena_new();

		for (size_t i = 0; i < counts->waiting; i++) {
			count_title(field, scratch, counts->titles[i]);
			arena_reset(scratch);
		}
		counts->titles = NULL;
		counts->waiting = 0;
		arena_free(scratch);
	}
	return strmap_get(counts->words, key);
}

void
judge_field_add(
    struct judge_field *field, struct arena *scratch, const struct entry *entry)
{
	static struct row present;
	struct counts *counts = field->counts;
	const char *folded = text_fold(scratch, entry->title);
	struct row *known = strmap_get(field->rows, folded);
	bool names_paper = false;

	for (size_t i = 0; i < entry->identifier_count; i++) {
		if (entry->identifiers[i].wrong || entry->identifiers[i].from != NULL)
			continue;
		names_paper |= identifier_is_paper(entry->identifiers[i].id.kind);
		strmap_put(field->rows,
		    row_key(scratch, entry->identifiers[i].id, entry->title), &present);
	}
	if (*folded != '\0' && names_paper) {
		struct row *row = arena_alloc(field->arena, sizeof *row);

		*row = (struct row){ entry, known };
		strmap_put(field->rows, folded, row);
	} else if (*folded != '\0' && known == NULL) {
		strmap_put(field->rows, folded, &present);
	}
	/* A work that stands in two lists makes no word more common. */
	if (*folded == '\0' || known != NULL)
		return;
	field->titles++;
	counts->titles = arena_push(
	    field->arena, counts->titles, counts->waiting, sizeof *counts->titles);
	counts->titles[counts->waiting++] = entry->title;
}

const struct entry *
judge_field_titled(
    const struct judge_field *field, struct arena *arena, const char *title, size_t index)
{
	const struct row *row = field == NULL
	    ? NULL
	    : strmap_get(field->rows, text_fold(arena, title));

	while (row != NULL && index-- > 0)
		row = row->next;
	return row == NULL ? NULL : row->entry;
}

bool
field_has(const struct judge_field *field, struct arena *arena, struct identifier id,
    const char *title)
{
	return field != NULL && id.value != NULL &&
	    strmap_get(field->rows, row_key(arena, id, title)) != NULL;
}

bool
field_has_title(const struct judge_field *field, struct arena *arena, const char *title)
{
	return field != NULL && strmap_get(field->rows, text_fold(arena, title)) != NULL;
}

/* The logarithm to base two, in steps; whole numbers all the way. */
static unsigned
logarithm(size_t value)
{
	unsigned bits = 0, steps = 0;
	uint64_t part;

	while (value >> bits > 1)
		bits++;
	/* 1 ≤ part < 2, with thirty bits behind the point. */
	part = bits <= 30 ? (uint64_t)value << (30 - bits)
			  : (uint64_t)value >> (bits - 30);
	for (unsigned bit = BIT; bit > 1; bit /= 2) {
		part = (part * part) >> 30;
		steps *= 2;
		if (part >= UINT64_C(2) << 30) {
			part /= 2;
			steps++;
		}
	}
	return bits * BIT + steps;
}

unsigned
field_weight(const struct judge_field *field, const char *word, const char *key)
{
	size_t titles = PRETENDED, count = 0;
	const unsigned *seen = field == NULL ? NULL : find_count(field, key);
	unsigned weight = FIELD_MOST, most;

	if (word_is_small(word) || word_is_small(key))
		return 0;
	if (field != NULL)
		titles += field->titles;
	if (seen != NULL)
		count = *seen;
	if (word_weight(word) <= 0.25)
		count += PRETENDED_COMMON;
	if (count * COMMON_SHARE >= titles) {
		weight = 0;
	} else if (count > 1) {
		most = logarithm(titles) - logarithm(COMMON_SHARE);
		weight = FIELD_MOST *
		    (logarithm(titles) - logarithm(count * COMMON_SHARE)) / most;
		weight -= weight % COARSE;
	}
	/* One sign of Chinese or Japanese is half a word. */
	if ((unsigned char)*word >= 0xe3)
		weight = weight * 6 / 10;
	if (weight < FIELD_NUMBER && word_is_number(key))
		weight = FIELD_NUMBER;
	return weight;
}

const char *
field_date(const struct judge_field *field, const char *date)
{
	return field != NULL && field->latest > 0 && dates_year(date) > field->latest
	    ? NULL
	    : date;
}
