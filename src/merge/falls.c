/*
 * Two answers of one source enter, the newer one not confirmed yet; what fell
 * between them is held back (and told as a finding by findings/).
 *
 * Sources merge the wrong records, and mend it days later: a count that drops
 * by half, authors lost, a retraction taken back, a venue, licence or day that is no
 * longer named.  What the next answer says again is true.
 */
#include "merge/inside.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "model/brief.h"
#include "model/license.h"
#include "model/source.h"

#define LEAST_LOST 10 /* citations: below that is noise */

static const enum field watched[] = { FIELD_CITED_BY_COUNT, FIELD_AUTHORS, FIELD_VENUE,
	FIELD_LICENSE, FIELD_GATED, FIELD_LIKES, FIELD_DOWNLOADS, FIELD_STARS,
	FIELD_TITLE, FIELD_ISSUED, FIELD_PRINTED, FIELD_FIRST_PUBLIC, FIELD_TYPE,
	FIELD_PUBLISHER, FIELD_RETRACTED, FIELD_WITHDRAWN, FIELD_ARCHIVED,
	FIELD_BASE_MODEL };

static bool
count_fell(const char *before, const char *now)
{
	long long old, new;

	/* No longer named is no noise, whatever it was. */
	if (text_is_blank(before) || text_is_blank(now))
		return !text_is_blank(before);
	old = strtoll(before, NULL, 10);
	new = strtoll(now, NULL, 10);
	return old - new >= LEAST_LOST &&new < old / 2 + old % 2;
}

/* Fewer people, or one of whom only the family name is left. */
static bool
authors_fell(const struct claim *before, const struct claim *now)
{
	size_t count = now == NULL ? 0 : now->author_count;

	if (before == NULL || before->author_count != count)
		return before != NULL && before->author_count > count;
	for (size_t i = 0; i < count; i++) {
		const char *was = before->authors[i].literal;
		const char *is = now->authors[i].literal;
		size_t lost = strlen(was) - strlen(is);

		if (strlen(is) < strlen(was) && was[lost - 1] == ' ' &&
		    strcmp(was + lost, is) == 0)
			return true;
	}
	return false;
}

/* A preprint server in the journal's place is a venue lost. */
static bool
venue_fell(struct arena *arena, const char *before, const char *now)
{
	struct venue was = venue_read(arena, before);
	struct venue is = venue_read(arena, now);

	return !text_is_blank(before) && venue_is_real(&was) &&
	    (text_is_blank(now) || !venue_is_real(&is));
}

/*
 * From a name to words nobody can map, to "none", to nothing: what a reply says
 * that has lost it, in whichever words its source says so.
 */
static bool
license_fell(struct arena *arena, enum license_dialect dialect, const char *before,
    const char *now)
{
	const char *expression;

	return license_read(arena, dialect, now, &expression) >
	    license_read(arena, dialect, before, &expression);
}

/* To nothing, or to the month or year of the same day. */
static bool
day_fell(const char *before, const char *now)
{
	size_t length = text_is_blank(now) ? 0 : strlen(now);

	return !text_is_blank(before) && length < strlen(before) &&
	    strncmp(before, now == NULL ? "" : now, length) == 0;
}

static bool
is_true(const char *flag)
{
	return flag != NULL && strcmp(flag, "true") == 0;
}

static bool
is_watched(enum field field)
{
	for (size_t i = 0; i < sizeof watched / sizeof *watched; i++)
		if (watched[i] == field)
			return true;
	return false;
}

static bool
fell(struct arena *arena, const struct witness *witness, enum field field)
{
	const struct brief *before = &witness->before->brief;
	const struct brief *now = &witness->answer.brief;
	const char *was = brief_text(before, field);
	const char *is = brief_text(now, field);

	switch ((int)field) {
	case FIELD_CITED_BY_COUNT:
		return count_fell(was, is);
	case FIELD_AUTHORS:
		return authors_fell(brief_claim(before, field), brief_claim(now, field));
	case FIELD_VENUE:
		return venue_fell(arena, was, is);
	case FIELD_LICENSE:
		return license_fell(arena, witness->source->license_in, was, is);
	case FIELD_ISSUED:
	case FIELD_FIRST_PUBLIC:
		return day_fell(was, is);
	case FIELD_RETRACTED:
	case FIELD_WITHDRAWN:
		return is_true(was) && !is_true(is);
	default:
		return is_watched(field) && !text_is_blank(was) && text_is_blank(is);
	}
}

bool
falls_witness_fell(struct arena *arena, const struct witness *witness, enum field field)
{
	return witness->before != NULL && fell(arena, witness, field);
}

const struct answer *
falls_answer(struct arena *arena, const struct witness *witness, enum field field)
{
	return falls_witness_fell(arena, witness, field) ? witness->before
							 : &witness->answer;
}

enum field
merge_watched(size_t which)
{
	return which < sizeof watched / sizeof *watched ? watched[which] : FIELD_COUNT;
}

bool
merge_holds_back(struct arena *arena, const struct witness *witness)
{
	for (size_t i = 0; i < sizeof watched / sizeof *watched; i++)
		if (falls_witness_fell(arena, witness, watched[i]))
			return true;
	return false;
}
