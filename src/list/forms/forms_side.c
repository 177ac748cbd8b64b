/* The atoms in front of a title, and those behind it, enter; what they cost and how usual
 * their order is leaves. */
#include <limits.h>

#include "list/forms/forms_span.h"
#include "list/words/words.h"

/* ROLE: an atom has one; AGAIN: the item has that role already; NAME: of a work in front;
 * what has none, in front and behind. */
enum {
	ROLE = 4,
	AGAIN = 8,
	NAME = 3,
	FRONT_OTHER = 30,
	BACK_OTHER = 12,
	FRONT_SHORT = 14,
	BACK_SHORT = 9
};

/* A code span sorts the item, unless it says something; a number counts. */
static bool
is_tag(const struct forms_atom *atom)
{
	return atom->style == 'c' || atom->slot.bare;
}

/* "[данные](u)" behind labels: few words over an address. */
static bool
is_label(const struct forms_atom *atom)
{
	return atom->style == 'l' && atom->words <= 2 && atom->slot.role >= FORMS_SHORT &&
	    (atom->before == GAP_LABEL || atom->before == GAP_BRACKET ||
		atom->before == GAP_STYLE);
}

/* Words of one that is set apart in front of a title are its name. */
static bool
is_name(const struct forms_item *item, size_t at)
{
	const struct forms_atom *atom = &item->atoms[at];

	return at + 1 < item->count && atom->style != ' ' && atom->style != 'q' &&
	    atom->style != 'c' && atom->style != atom[1].style && !atom->bracket &&
	    atom->words <= LONGEST_NAME_WORDS && atom->slot.role >= FORMS_SHORT;
}

uint64_t
forms_step(bool front, unsigned from, unsigned to)
{
	return forms_key(KEY_STEP, (uint64_t)front << 8 | from << 4 | to);
}

static void
go(const struct habits *habits, struct forms_side *side, bool front, unsigned code)
{
	unsigned count;

	if (code == side->code)
		return;
	count = forms_habit_count(habits, forms_step(front, side->code, code));
	if (count < side->least)
		side->least = count;
	side->code = code;
}

static void
add(const struct habits *habits, struct forms_side *side, const struct forms_item *item,
    size_t at, bool front)
{
	const struct forms_atom *atom = &item->atoms[at];
	enum forms_role role = forms_place_role(habits, item, at, front);
	bool dated = role == FORMS_VENUE && atom->slot.date != NULL;

	if (role >= FORMS_SHORT && (is_tag(atom) || (!front && is_label(atom))))
		return;
	if (front && role >= FORMS_SHORT && is_name(item, at)) {
		go(habits, side, front, CODE_NAME);
		side->cost += NAME;
		return;
	}
	if (dated)
		go(habits, side, front, front ? role : FORMS_DATE);
	go(habits, side, front, dated && front ? FORMS_DATE : role);
	if (role < FORMS_SHORT) {
		side->cost += (side->roles & 1u << role) != 0 ? AGAIN : -ROLE;
		side->roles |= 1u << role;
		return;
	}
	side->whole = false;
	side->cost += role == FORMS_OTHER ? (front ? FRONT_OTHER : BACK_OTHER)
	    : front                       ? FRONT_SHORT
					  : BACK_SHORT;
}

void
forms_sides_look(
    const struct habits *habits, const struct forms_item *item, struct forms_sides *sides)
{
	size_t count = item->count;

	sides->front[0] = sides->back[count] =
	    (struct forms_side){ .whole = true, .code = CODE_NONE, .least = UINT_MAX };
	for (size_t i = 0; i < count; i++) {
		sides->front[i + 1] = sides->front[i];
		add(habits, &sides->front[i + 1], item, i, true);
	}
	for (size_t i = count; i-- > 0;) {
		sides->back[i] = sides->back[i + 1];
		add(habits, &sides->back[i], item, i, false);
	}
}

unsigned
forms_side_usual(const struct habits *habits, const struct forms_side *side, bool front)
{
	unsigned last = forms_habit_count(
	    habits, forms_step(front, side->code, CODE_TITLE));

	return last < side->least ? last : side->least;
}

int
forms_sides_cost(const struct forms_side *front, const struct forms_side *back)
{
	int cost = front->cost + back->cost;

	for (unsigned again = front->roles & back->roles; again != 0; again &= again - 1)
		cost += AGAIN + ROLE;
	return cost;
}

void
forms_side_learn(const struct habits *before, struct habits *habits,
    const struct forms_item *item, const struct forms_span *span, bool front)
{
	unsigned code = CODE_NONE;
	size_t steps = front ? span->first : item->count - 1 - span->last;

	for (size_t i = 0; i < steps; i++) {
		struct forms_side side = { .code = code };
		size_t at = front ? i : item->count - 1 - i;
		unsigned codes[2], n = 0;

		add(before, &side, item, at, front);
		if (side.code == code)
			continue;
		if (item->atoms[at].slot.role == FORMS_VENUE &&
		    item->atoms[at].slot.date != NULL)
			codes[n++] = front ? FORMS_VENUE : FORMS_DATE;
		codes[n++] = side.code;
		for (unsigned c = 0; c < n; code = codes[c++])
			if (codes[c] != code)
				forms_habit_add(
				    habits, forms_step(front, code, codes[c]));
	}
	forms_habit_add(habits, forms_step(front, code, CODE_TITLE));
}
