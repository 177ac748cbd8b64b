/* Items of one form enter; what parts their titles from the rest, and what stands
 * in which place behind it, leaves. */
#include "list/prose/forms.h"

#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "list/prose/inside.h"

/* Items of a form below which nothing is learned; slots of a place; per hundred of
 * the items with a parting: tails that may be explained by it, that are; of all
 * items: that must have it; of slots of a place: that must have one role. */
enum { ENOUGH = 8, FEW = 4, EXPLAINED = 75, SURE = 40, SHARE = 10, CLEAR = 60 };

/* Does the parting stand at `at`? */
static size_t
stands(const struct told *told, const char *at, enum parting parting)
{
	const char *start = told->text + told->title;
	size_t i = (size_t)(at - told->text);
	char how = told->style[told->title];

	if (i < told->whole)
		return 0;
	/* A title that is set bold or linked ends with that. */
	if (how != ' ' && told->style[i] == how && told->style[i + 1] == how)
		return 0;
	switch (parting) {
	case PART_DASH:
		return strncmp(at, " — ", 5) == 0 ? 5 : 0;
	case PART_EN:
		return strncmp(at, " – ", 5) == 0 ? 5 : 0;
	case PART_HYPHEN:
		return strncmp(at, " - ", 3) == 0 ? 3 : 0;
	case PART_BAR:
		return *at == '|';
	case PART_STOP:
		return strchr(".?!", *at) != NULL && at[1] == ' ' &&
		    (*at != '.' || !item_stop_shortens(start, at));
	case PART_STYLE:
		return *at == ' ' && at[1] != '\0' &&
		    told->style[i - 1] != told->style[i + 1];
	case PART_COMMA:
		return *at == ',' && at[1] == ' ';
	case PART_BRACKET:
		return *at == ' ' && at[1] == '(';
	case PART_SEMICOLON:
		return *at == ';' && at[1] == ' ' ? 1 : 0;
	case PART_SIGN:
		return forms_sign_length(at);
	case PARTINGS:
		break;
	}
	return 0;
}

/* Could words be in that role, as they are spelt? */
static bool
may_be(const char *text, enum forms_role role)
{
	bool initials;

	return role == FORMS_PEOPLE
	    ? words_count_people(text, strlen(text), &initials) > 0
	    : role != FORMS_VENUE || item_label_is_capitalised(text);
}

/* What slots of a place mostly are, of what `open` allows; SHORT: nothing says. */
static enum forms_role
mostly(const size_t *counts, const bool *open)
{
	size_t sum = 0, most = 0;
	enum forms_role best = FORMS_SHORT;

	for (unsigned r = FORMS_VENUE; r < FORMS_SHORT; r++) {
		if (!open[r])
			continue;
		sum += counts[r];
		if (counts[r] > most) {
			most = counts[r];
			best = (enum forms_role)r;
		}
	}
	return sum >= FEW && most * 100 >= sum * CLEAR ? best : FORMS_SHORT;
}

/* What a slot is of which only its place speaks.  What the tail has for sure is
 * no role left for it. */
enum forms_role
forms_role_of_place(const struct learned *learned, enum parting parting,
    const struct forms_tail *tail, size_t at)
{
	size_t behind = tail->count - 1 - at;
	enum forms_role role = FORMS_SHORT;
	bool open[FORMS_ROLES];

	for (unsigned r = 0; r < FORMS_ROLES; r++)
		open[r] = may_be(tail->slots[at].text, (enum forms_role)r);
	for (size_t s = 0; s < tail->count; s++)
		open[tail->slots[s].role] = false;
	/* Titles have commas of their own: places count from the end. */
	if (at < FORMS_PLACES && parting != PART_COMMA)
		role = mostly(learned->left[at], open);
	if (role == FORMS_SHORT && behind < FORMS_PLACES)
		role = mostly(learned->right[behind], open);
	return role;
}

/* Has each slot a role, its own or its place's? */
static bool
all_have_roles(
    const struct learned *learned, enum parting parting, const struct forms_tail *tail)
{
	for (size_t s = 0; learned != NULL && s < tail->count; s++)
		if (tail->slots[s].role == FORMS_SHORT &&
		    forms_role_of_place(learned, parting, tail, s) == FORMS_SHORT)
			return false;
	return tail->possible && (learned != NULL || tail->sure);
}

/* The next place where the parting may stand; NULL: none. */
static const char *
next_place(const char *at, const char *end, enum parting parting)
{
	static const char begins[PARTINGS] = { [PART_DASH] = ' ',
		[PART_EN] = ' ',
		[PART_HYPHEN] = ' ',
		[PART_BAR] = '|',
		[PART_STYLE] = ' ',
		[PART_COMMA] = ',',
		[PART_BRACKET] = ' ',
		[PART_SEMICOLON] = ';',
		[PART_SIGN] = ' ' };

	if (parting != PART_STOP)
		return memchr(at, begins[parting], (size_t)(end - at));
	at += strcspn(at, ".?!");
	return at < end ? at : NULL;
}

/* Where the title ends by this parting: its first place with a tail that is
 * explained; 0: it has none, or none is.  *has: the parting is there at all. */
static size_t
title_end(struct stretches *known, const struct told *told, enum parting parting,
    const struct learned *learned, struct forms_tail *tail, bool *has, bool *possible)
{
	const char *start = told->text + told->title;
	const char *end, *at;
	size_t seen = 0;

	*has = *possible = false;
	if (strlen(start) < 8)
		return 0;
	end = strchrnul(start + 7, FORMS_LABEL);
	for (at = start + 8; at < end && (at = next_place(at, end, parting)) != NULL;
	     at++) {
		size_t gap = stands(told, at, parting);
		if (gap == 0)
			continue;
		/* A full stop, a dash or a bar parts once; commas are many. */
		if (seen++ > 8)
			break;
		forms_cut_tail(known, told, (size_t)(at - told->text) + gap, tail);
		*has |= tail->count > 0;
		*possible |= tail->possible;
		if (all_have_roles(learned, parting, tail))
			return (size_t)(at - told->text) +
			    (parting == PART_STOP && *at != '.');
		if (parting != PART_COMMA && parting != PART_STYLE &&
		    parting != PART_BRACKET)
			break;
	}
	return 0;
}

size_t
forms_title_end(struct stretches *known, const struct told *told, enum parting parting,
    const struct learned *learned, struct forms_tail *tail)
{
	bool has, possible;

	return title_end(known, told, parting, learned, tail, &has, &possible);
}

static void
count_tail(struct learned *learned, const struct forms_tail *tail)
{
	learned->explained++;
	learned->slots += tail->count;
	for (size_t s = 0; s < tail->count; s++) {
		size_t behind = tail->count - 1 - s;
		if (s < FORMS_PLACES)
			learned->left[s][tail->slots[s].role]++;
		if (behind < FORMS_PLACES)
			learned->right[behind][tail->slots[s].role]++;
	}
}

void
forms_learn(struct stretches *known, const struct told *told, const size_t *which,
    size_t count, struct learned *learned)
{
	for (size_t i = 0; i < count; i++) {
		for (unsigned p = 0; p < PARTINGS; p++) {
			struct forms_tail tail;
			bool has, possible;
			size_t end = title_end(known, &told[which[i]], (enum parting)p,
			    NULL, &tail, &has, &possible);
			learned[p].has += has;
			learned[p].possible += possible;
			if (end > 0)
				count_tail(&learned[p], &tail);
		}
		forms_stretches_rest(known);
	}
}

/* Partings that explain enough, that with the most slots first. */
size_t
forms_choose(const struct learned *learned, size_t count, enum parting *order)
{
	size_t found = 0;

	for (unsigned p = 0; p < PARTINGS; p++) {
		const struct learned *l = &learned[p];
		size_t at = found;
		if (l->explained < ENOUGH || l->possible * 100 < l->has * EXPLAINED ||
		    l->explained * 100 < l->has * SURE ||
		    l->explained * 100 < count * SHARE)
			continue;
		for (; at > 0 && learned[order[at - 1]].slots < l->slots; at--)
			order[at] = order[at - 1];
		order[at] = (enum parting)p;
		found++;
	}
	return found;
}

enum forms_role
forms_role_mostly(const struct learned *learned, size_t place)
{
	size_t sum = 0, most = 0;
	enum forms_role best = FORMS_SHORT;

	for (unsigned r = 0; r < FORMS_SHORT; r++) {
		sum += learned->left[place][r];
		if (learned->left[place][r] > most) {
			most = learned->left[place][r];
			best = (enum forms_role)r;
		}
	}
	return sum * 3 >= learned->explained ? best : FORMS_SHORT;
}

const char *
forms_role_name(enum forms_role role)
{
	static const char *const names[] = { "date", "venue", "people", "institute",
		"words", "words" };

	return names[role];
}
