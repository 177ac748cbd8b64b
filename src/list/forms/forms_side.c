/* The atoms in front of a title, and those behind it, enter; what they cost and how usual
 * their order is leaves. */
#include <limits.h>
#include <string.h>

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

static bool
may_be_person(const struct forms_atom *atom)
{
	return atom->slot.person && atom->words > 1 && atom->slot.role != FORMS_VENUE;
}

/* Of two that may be venues one is a person, if it can. */
static enum forms_role
unless_taken(const struct forms_look *look, struct forms_side *side, size_t at,
    enum forms_role role, bool front)
{
	const struct forms_evidence *found = front ? &look->front[at] : &look->back[at];
	bool person = found->open && may_be_person(&look->item->atoms[at]);

	if (role != FORMS_VENUE)
		return role;
	if ((side->roles & 1u << FORMS_VENUE) != 0 &&
	    (side->roles & 1u << FORMS_PEOPLE) == 0 &&
	    (person ||
		(side->person && look->item->atoms[at].slot.known > FORMS_STRANGE)))
		return FORMS_PEOPLE;
	side->person |= person;
	return role;
}

/* "RPTU", "Georgia Tech": no small word, as "(Submitted to ICLR)" has. */
static bool
is_called(const char *text)
{
	bool capital = *text >= 'A' && *text <= 'Z';

	while (capital && (text = strchr(text, ' ')) != NULL)
		capital = *++text < 'a' || *text > 'z';
	return capital;
}

static enum forms_role
role_at(const struct forms_look *look, unsigned said, size_t at, bool front)
{
	const struct forms_evidence *found = front ? look->front : look->back;
	const struct forms_atom *atom = &look->item->atoms[at];
	enum forms_role role = forms_evidence_role(&found[at], said, front);

	/* "Ann Roe (RPTU)": where a person is. */
	return (role == FORMS_SHORT ||
		   (role == FORMS_VENUE && atom->slot.known < FORMS_NAMED &&
		       (said & 1u << FORMS_DATE) == 0)) &&
		at > 0 && atom->bracket && atom->before == GAP_BRACKET &&
		!atom->slot.bare && is_called(atom->slot.text) && !atom->slot.thing &&
		forms_evidence_role(&found[at - 1], said, front) == FORMS_PEOPLE
	    ? FORMS_INSTITUTE
	    : role;
}

static void
add(const struct forms_look *look, struct forms_side *side, unsigned said, size_t at,
    bool front)
{
	const struct forms_atom *atom = &look->item->atoms[at];
	const struct habits *habits = look->habits;
	enum forms_role role = role_at(look, said, at, front);
	bool dated = role == FORMS_VENUE && atom->slot.date != NULL;

	role = unless_taken(look, side, at, role, front);
	if (role >= FORMS_SHORT && forms_is_tag(look->item, at, front))
		return;
	if (front && role >= FORMS_SHORT && forms_is_name(look->item, at)) {
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

/* What an atom says of the item by itself. */
static unsigned
said_by(const struct forms_atom *atom)
{
	const struct forms_slot *slot = &atom->slot;

	if (slot->weak ||
	    (slot->role == FORMS_VENUE && slot->known < FORMS_NAMED &&
		slot->date == NULL))
		return 0;
	return 1u << slot->role | (slot->date != NULL ? 1u << FORMS_DATE : 0);
}

void
forms_look_begin(struct forms_look *look, const struct habits *habits, size_t items,
    const struct forms_item *item)
{
	size_t count = item->count;

	look->habits = habits;
	look->items = items;
	look->item = item;
	memset(look->looked, 0, sizeof look->looked);
	look->before[0] = look->behind[count] = item->elsewhere;
	for (size_t i = 0; i < count; i++) {
		look->before[i + 1] = look->before[i] | said_by(&item->atoms[i]);
		forms_evidence_find(habits, item, i, true, &look->front[i]);
		forms_evidence_find(habits, item, i, false, &look->back[i]);
	}
	for (size_t i = count; i-- > 0;)
		look->behind[i] = look->behind[i + 1] | said_by(&item->atoms[i]);
}

/* What is said outside of the title of date, venue and people. */
static unsigned
said_of(const struct forms_look *look, const struct forms_span *span)
{
	return (look->before[span->first] | look->behind[span->last + 1]) % FORMS_SAID;
}

static const struct forms_evidence *
evidence_of(const struct forms_look *look, const struct forms_span *span, size_t at)
{
	return at < span->first ? &look->front[at] : &look->back[at];
}

/* Of what may be venues the best is; others are people, if they can. */
static void
part_venues(
    const struct forms_look *look, const struct forms_span *span, enum forms_role *roles)
{
	size_t best = look->item->count;
	bool people = false;

	for (size_t i = 0; i < look->item->count; i++) {
		const struct forms_evidence *found = evidence_of(look, span, i);
		if (i >= span->first && i <= span->last)
			continue;
		people |= roles[i] == FORMS_PEOPLE;
		if (roles[i] == FORMS_VENUE &&
		    (best == look->item->count || !found->open ||
			(evidence_of(look, span, best)->open &&
			    found->venue > evidence_of(look, span, best)->venue)))
			best = i;
	}
	for (size_t i = 0; i < look->item->count && !people; i++)
		if ((i < span->first || i > span->last) && roles[i] == FORMS_VENUE &&
		    i != best && evidence_of(look, span, i)->open &&
		    may_be_person(&look->item->atoms[i])) {
			roles[i] = FORMS_PEOPLE;
			people = true;
		}
}

void
forms_roles_of(
    const struct forms_look *look, const struct forms_span *span, enum forms_role *roles)
{
	unsigned said = said_of(look, span);

	for (size_t i = 0; i < look->item->count; i++)
		roles[i] = role_at(look, said, i, i < span->first);
	part_venues(look, span, roles);
}

const struct forms_sides *
forms_sides_of(struct forms_look *look, const struct forms_span *span)
{
	unsigned said = said_of(look, span);
	struct forms_sides *sides = &look->sides[said];
	size_t count = look->item->count;

	if (look->looked[said])
		return sides;
	look->looked[said] = true;
	sides->front[0] = sides->back[count] =
	    (struct forms_side){ .whole = true, .code = CODE_NONE, .least = UINT_MAX };
	for (size_t i = 0; i < count; i++) {
		sides->front[i + 1] = sides->front[i];
		add(look, &sides->front[i + 1], said, i, true);
	}
	for (size_t i = count; i-- > 0;) {
		sides->back[i] = sides->back[i + 1];
		add(look, &sides->back[i], said, i, false);
	}
	return sides;
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
forms_side_learn(struct forms_look *look, struct habits *habits,
    const struct forms_span *span, bool front)
{
	const struct forms_item *item = look->item;
	unsigned code = CODE_NONE, said = said_of(look, span);
	size_t steps = front ? span->first : item->count - 1 - span->last;

	for (size_t i = 0; i < steps; i++) {
		struct forms_side side = { .code = code };
		size_t at = front ? i : item->count - 1 - i;
		unsigned codes[2], n = 0;

		add(look, &side, said, at, front);
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
	for (size_t i = 0; i < steps; i++)
		forms_place_learn(
		    habits, item, said, front ? i : item->count - 1 - i, front);
}
