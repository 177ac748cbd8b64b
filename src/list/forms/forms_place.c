/* A place beside a title enters, and what the list has there; the role of the words in it
 * leaves. */
#include <string.h>

#include "base/text.h"
#include "list/forms/forms_span.h"
#include "list/words/words.h"

/* Items below which a place teaches nothing. */
enum { FEW = 3, ENOUGH = 8 };

uint64_t
forms_key(enum forms_key kind, uint64_t key)
{
	key = (key ^ kind * 0x9E3779B97F4A7C15u) * 0xD6E8FEB86659FD93u;
	return key ^ key >> 32;
}

/* Where an atom stands: in front or behind, how, beside what; numbers are nothing. */
static uint64_t
place_of(const struct forms_item *item, size_t at, bool front, bool beside)
{
	const struct forms_atom *atom = &item->atoms[at];
	uint64_t code = beside ? CODE_NONE : CODE_ANY;

	if (beside && front) {
		while (at > 0 && item->atoms[at - 1].slot.bare &&
		    item->atoms[at - 1].slot.role >= FORMS_SHORT)
			at--;
		if (at > 0)
			code = (uint64_t)item->atoms[at - 1].slot.role;
	} else if (beside) {
		while (++at < item->count && item->atoms[at].slot.bare &&
		    item->atoms[at].slot.role >= FORMS_SHORT)
			continue;
		if (at < item->count)
			code = (uint64_t)item->atoms[at].slot.role;
	}
	return forms_key(KEY_PLACE,
	    code << 16 | (uint64_t)(unsigned char)atom->style << 8 |
		(uint64_t)atom->bracket << 2 | (uint64_t)front);
}

static uint64_t
key_at(uint64_t place, unsigned code)
{
	return forms_key(KEY_WORDS, place + code);
}

static unsigned
count_at(const struct habits *habits, uint64_t place, unsigned code)
{
	return forms_habit_count(habits, key_at(place, code));
}

static uint64_t
key_of_words(uint64_t place, const char *text)
{
	for (; *text != '\0'; text++)
		place = (place ^ (unsigned char)*text) * 0x100000001B3u;
	return forms_key(KEY_WORDS, place);
}

static bool
has(const struct forms_item *item, enum forms_role role)
{
	return (item->roles & 1u << role) != 0;
}

/* May words that are spelt like a venue be one?  Something of the item says that it was
 * published, or venues come again in this place, as names of works do not. */
static bool
may_be_venue(const struct habits *habits, const struct forms_item *item,
    const struct forms_atom *atom, uint64_t place, bool front)
{
	unsigned undated = count_at(habits, place, CODE_UNDATED);
	bool repeated = undated >= ENOUGH &&
	    count_at(habits, place, CODE_REPEATED) * 4 >= undated;

	if (atom->slot.server)
		return true;
	if (atom->slot.role == FORMS_SHORT &&
	    (!words_are_capitalised(atom->slot.text) || (*atom->slot.text & 0x80) != 0))
		return false;
	if (atom->style == 'c')
		return has(item, FORMS_DATE) && repeated &&
		    count_at(habits, place, FORMS_VENUE) >
		    count_at(habits, place, FORMS_SHORT);
	return repeated || (!front && (has(item, FORMS_DATE) || has(item, FORMS_PEOPLE)));
}

/* What most that stand in the place of such words are, but what the item has. */
static enum forms_role
role_of_place(const struct habits *habits, const struct forms_item *item,
    const struct forms_atom *atom, uint64_t place, bool front)
{
	unsigned venues = count_at(habits, place, FORMS_VENUE);
	unsigned people = count_at(habits, place, FORMS_PEOPLE);
	unsigned others = count_at(habits, place, FORMS_SHORT);

	if (atom->slot.person && !has(item, FORMS_PEOPLE) && people >= FEW &&
	    people * 4 >= others && people >= venues)
		return FORMS_PEOPLE;
	if (has(item, FORMS_VENUE) || !may_be_venue(habits, item, atom, place, front))
		return FORMS_SHORT;
	/* Words that are no venue are spelt with capitals, too, where nothing is dated. */
	return venues >= FEW && venues * (has(item, FORMS_DATE) ? 4 : 1) >= others
	    ? FORMS_VENUE
	    : FORMS_SHORT;
}

enum forms_role
forms_place_role(
    const struct habits *habits, const struct forms_item *item, size_t at, bool front)
{
	const struct forms_atom *atom = &item->atoms[at];
	uint64_t place;

	if (item->stated != NULL && atom->slot.role >= FORMS_SHORT &&
	    forms_stated_role(item, at, front) < FORMS_SHORT)
		return forms_stated_role(item, at, front);
	if (atom->slot.weak && !has(item, FORMS_DATE) && !has(item, FORMS_VENUE) &&
	    count_at(habits, place_of(item, at, front, false), FORMS_PEOPLE) < FEW)
		return FORMS_SHORT;
	if (atom->slot.role != FORMS_SHORT && atom->slot.role != FORMS_VENUE)
		return atom->slot.role;
	place = place_of(item, at, front, true);
	if (count_at(habits, place, FORMS_VENUE) + count_at(habits, place, FORMS_PEOPLE) <
	    FEW)
		place = place_of(item, at, front, false);
	/* Beside a date it was a venue. */
	if (atom->slot.date == NULL &&
	    forms_habit_count(habits, key_of_words(KEY_VENUE, atom->slot.text)) > 1)
		return FORMS_VENUE;
	if (atom->slot.role == FORMS_SHORT)
		return role_of_place(habits, item, atom, place, front);
	/* "`Some Company 2022`" sorts the item, "`ICML 2022`" says where it came out. */
	if (atom->slot.date != NULL)
		return atom->style == 'c' &&
			count_at(habits, place, CODE_KNOWN) * 4 <
			    count_at(habits, place, FORMS_VENUE)
		    ? FORMS_DATE
		    : FORMS_VENUE;
	return may_be_venue(habits, item, atom, place, front) ? FORMS_VENUE : FORMS_SHORT;
}

enum forms_role
forms_role_of(const struct habits *habits, const struct forms_item *item,
    const struct forms_span *span, size_t at)
{
	return forms_place_role(habits, item, at, at < span->first);
}

static void
learn(struct habits *habits, const struct forms_item *item, const struct forms_slot *slot,
    uint64_t place)
{
	bool doubtful = slot->weak && !has(item, FORMS_DATE) && !has(item, FORMS_VENUE);
	uint64_t words = key_of_words(place, slot->text);

	forms_habit_add(habits, key_at(place, doubtful ? CODE_NAME : slot->role));
	if (slot->role == FORMS_VENUE && words_name_place(slot->venue))
		forms_habit_add(habits, key_at(place, CODE_KNOWN));
	if (slot->date != NULL ||
	    (slot->role != FORMS_SHORT && slot->role != FORMS_VENUE))
		return;
	forms_habit_add(habits, key_at(place, CODE_UNDATED));
	if (forms_habit_count(habits, words) > 0)
		forms_habit_add(habits, key_at(place, CODE_REPEATED));
	forms_habit_add(habits, words);
}

void
forms_place_learn(
    struct habits *habits, const struct forms_item *item, size_t at, bool front)
{
	const struct forms_slot *slot = &item->atoms[at].slot;

	if (slot->role == FORMS_VENUE && (slot->date != NULL || has(item, FORMS_DATE)))
		forms_habit_add(habits, key_of_words(KEY_VENUE, slot->venue));
	learn(habits, item, &item->atoms[at].slot, place_of(item, at, front, true));
	learn(habits, item, &item->atoms[at].slot, place_of(item, at, front, false));
}
