/* An atom beside a title enters, what the list has in its place and what else the item
 * says; its role leaves. */
#include <string.h>

#include "list/forms/forms_span.h"
#include "list/words/words.h"

/* Scores of being a venue, or one person: above nothing, it is.  What a place holds
 * counts twice for each doubling, and no more than MOST. */
enum { NEVER = -99, MOST = 8, ENOUGH = 4, WORDS = 6 };

uint64_t
forms_key(enum forms_key kind, uint64_t key)
{
	key = (key ^ kind * 0x9E3779B97F4A7C15u) * 0xD6E8FEB86659FD93u;
	return key ^ key >> 32;
}

static bool
is_number(const struct forms_atom *atom)
{
	return atom->slot.bare && atom->slot.role >= FORMS_SHORT;
}

/* Where an atom stands: in front or behind, how, beside what; numbers are nothing. */
static uint64_t
place_of(const struct forms_item *item, size_t at, bool front, bool beside)
{
	const struct forms_atom *atom = &item->atoms[at];
	uint64_t code = beside ? CODE_NONE : CODE_ANY;
	uint64_t gap = !beside              ? GAPS
	    : front && at + 1 < item->count ? (uint64_t)item->atoms[at + 1].before
					    : (uint64_t)atom->before;

	if (beside && front) {
		while (at > 0 && is_number(&item->atoms[at - 1]))
			at--;
		if (at > 0)
			code = (uint64_t)item->atoms[at - 1].slot.role;
	} else if (beside) {
		while (++at < item->count && is_number(&item->atoms[at]))
			continue;
		if (at < item->count)
			code = (uint64_t)item->atoms[at].slot.role;
	}
	return forms_key(KEY_PLACE,
	    gap << 24 | code << 16 | (uint64_t)(unsigned char)atom->style << 8 |
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

static int
doublings(unsigned count, unsigned others)
{
	int score = 2 * ((int)forms_rank(count) - (int)forms_rank(others));

	return score > MOST ? MOST : score < -MOST ? -MOST : score;
}

/* "`Some Company` `2020`", "`DATA` Title": a code span sorts the item, unless there are
 * venues that we know among them. */
static bool
is_tag(
    const struct habits *habits, const struct forms_item *item, size_t at, uint64_t place)
{
	enum forms_known known = item->atoms[at].slot.known;

	return item->atoms[at].style == 'c' && known < FORMS_NAMED &&
	    (known < FORMS_CAPITALS ||
		(!forms_is_beside_date(item, at) &&
		    count_at(habits, place, CODE_NAMED) == 0));
}

/* Are many here spelt as people are, and none is a venue that we know? */
static bool
holds_names(const struct habits *habits, uint64_t place)
{
	unsigned names = count_at(habits, place, CODE_NAME) +
	    count_at(habits, place, FORMS_PEOPLE);

	return names >= 2 * ENOUGH && count_at(habits, place, CODE_NAMED) == 0 &&
	    names * 2 >=
	    count_at(habits, place, FORMS_SHORT) + count_at(habits, place, FORMS_VENUE);
}

/* What speaks for a venue, whatever else the item has. */
static int
venue_score(const struct habits *habits, const struct forms_item *item, size_t at,
    bool front, uint64_t place)
{
	const struct forms_atom *atom = &item->atoms[at];
	const struct forms_slot *slot = &atom->slot;
	unsigned venues = count_at(habits, place, FORMS_VENUE);
	unsigned undated = count_at(habits, place, CODE_UNDATED);
	static const int known[] = { [FORMS_STRANGE] = 1,
		[FORMS_CAPITALS] = 3,
		[FORMS_CALLED] = 5,
		[FORMS_NAMED] = 9 };
	int score = slot->role == FORMS_VENUE ? known[slot->known]
	    : slot->weak                      ? -12
					      : -3;

	/* "[Workshop on Things (WOT): Seeing, Hearing](u)" */
	if (forms_is_linked_in(item, at))
		return NEVER;
	if (slot->role == FORMS_SHORT &&
	    (!words_are_capitalised(slot->text) || (*slot->text & 0x80) != 0 ||
		slot->thing))
		return NEVER;
	score += atom->style == 'i' ? 3 : is_tag(habits, item, at, place) ? -8 : 0;
	score += atom->before == GAP_COLON ? -4 : 0;
	/* "DTA: Title" */
	score += front && at + 1 < item->count && atom[1].before == GAP_COLON &&
		slot->known < FORMS_CALLED
	    ? -4
	    : 0;
	/* "[DeepMap](u) Draws maps": a name in front of what it is. */
	score += front && slot->known < FORMS_CALLED &&
		(atom->style == 'l' || atom->style == 'b')
	    ? -5
	    : 0;
	/* "[DTA] Title" */
	score += front && atom->bracket && slot->known < FORMS_CALLED ? -5 : 0;
	score += atom->words > WORDS ? -3 : 0;
	score += forms_is_beside_date(item, at) ? 4 : 0;
	score += doublings(venues, count_at(habits, place, FORMS_SHORT));
	score -= !front && holds_names(habits, place) ? MOST : 0;
	/* What comes again is a venue; names of works stand once. */
	if (undated >= ENOUGH && count_at(habits, place, CODE_REPEATED) * 4 >= undated &&
	    venues > 0)
		score += 4;
	/* Beside a date it was a venue. */
	if (forms_habit_count(habits, key_of_words(KEY_VENUE, slot->text)) > 1)
		score += 2 * MOST;
	return score;
}

/* The same for people. */
static int
people_score(const struct habits *habits, const struct forms_item *item, size_t at,
    uint64_t place, bool fine)
{
	const struct forms_atom *atom = &item->atoms[at];
	const struct forms_slot *slot = &atom->slot;
	unsigned people = count_at(habits, place, FORMS_PEOPLE), names;
	/* "W. Root", but "J. Roots" */
	bool initial = slot->text[0] != '\0' && slot->text[1] == '.' &&
	    *slot->text != 'J';
	int score = slot->pair                ? -4
	    : slot->weak                      ? 4
	    : initial                         ? 6
	    : strchr(slot->text, ' ') == NULL ? -5
					      : -2;

	/* "(Roe and Poe, 2018)", "(Roe, 2018)" */
	if (atom->bracket && forms_is_date(item, at + 1) && atom[1].bracket &&
	    words_are_families(slot->text))
		score += 10;

	if ((!slot->person && !slot->weak) ||
	    (slot->words == 1 && score < 0 && !slot->weak))
		return NEVER;
	score += forms_is_beside_date(item, at) ? 2
	    : forms_is_beside_venue(item, at)   ? 4
						: 0;
	/* ": Foundations, Tools and Applications" */
	score += item->atoms[at].before == GAP_COLON ? -5 : 0;
	/* Venues that stand in the same way elsewhere say nothing. */
	score += doublings(people,
	    count_at(habits, place, FORMS_SHORT) +
		(fine ? count_at(habits, place, FORMS_VENUE) : 0));
	/* What most others here are spelt like, too. */
	names = people + count_at(habits, place, CODE_NAME);
	if (names >= ENOUGH) {
		int more = doublings(names,
		    count_at(habits, place, FORMS_SHORT) +
			count_at(habits, place, FORMS_OTHER));
		score += fine || more > ENOUGH ? more / 2 : 0;
	}
	return score;
}

void
forms_evidence_find(const struct habits *habits, const struct forms_item *item, size_t at,
    bool front, struct forms_evidence *found)
{
	const struct forms_slot *slot = &item->atoms[at].slot;
	uint64_t place = place_of(item, at, front, true);
	bool fine = true;

	*found = (struct forms_evidence){ .role = slot->role };
	if (item->stated != NULL && slot->role >= FORMS_SHORT &&
	    forms_stated_role(item, at, front) < FORMS_SHORT) {
		found->role = forms_stated_role(item, at, front);
		return;
	}
	/* "`Some Company 2022`" sorts the item, "`ICML 2022`" says where it came out. */
	if (slot->role == FORMS_VENUE && slot->date != NULL) {
		if (item->atoms[at].style == 'c' &&
		    count_at(habits, place, CODE_KNOWN) * 4 <
			count_at(habits, place, FORMS_VENUE))
			found->role = FORMS_DATE;
		return;
	}
	found->open = (slot->role == FORMS_SHORT && !slot->bare) ||
	    slot->role == FORMS_VENUE || (slot->role == FORMS_PEOPLE && slot->weak);
	if (!found->open)
		return;
	if (count_at(habits, place, FORMS_VENUE) + count_at(habits, place, FORMS_PEOPLE) <
	    ENOUGH) {
		place = place_of(item, at, front, false);
		fine = false;
	}
	found->venue = venue_score(habits, item, at, front, place);
	found->people = people_score(habits, item, at, place, fine);
	if (slot->full && found->people > NEVER && forms_is_alone(item, at, front) &&
	    holds_names(habits, place))
		found->people += MOST;
}

enum forms_role
forms_evidence_role(const struct forms_evidence *found, unsigned said, bool front)
{
	int venue = found->venue, people = found->people;
	bool dated = (said & 1u << FORMS_DATE) != 0;

	if (!found->open)
		return found->role;
	/* Something says that it was published. */
	venue += dated ? 2 : -3;
	venue += !front && (said & 1u << FORMS_PEOPLE) != 0 ? 2 : 0;
	venue -= found->role != FORMS_VENUE && (said & 1u << FORMS_VENUE) != 0 ? 12 : 0;
	people += (said & (1u << FORMS_DATE | 1u << FORMS_VENUE)) != 0 ? 2 : -1;
	people -= (said & 1u << FORMS_PEOPLE) != 0 ? 12 : 0;
	if (venue <= 0 && people <= 0)
		return FORMS_SHORT;
	return venue >= people ? FORMS_VENUE : FORMS_PEOPLE;
}

static void
learn(struct habits *habits, const struct forms_slot *slot, unsigned said, uint64_t place)
{
	bool doubtful = slot->weak &&
	    (said & (1u << FORMS_DATE | 1u << FORMS_VENUE)) == 0;
	/* "RTransE" is hardly one, "Ann Roe" may be anything. */
	unsigned code = slot->role == FORMS_VENUE && slot->date == NULL &&
		slot->known == FORMS_STRANGE
	    ? FORMS_SHORT
	    : doubtful || (slot->role == FORMS_SHORT && slot->full) ? CODE_NAME
								    : slot->role;
	uint64_t words = key_of_words(place, slot->text);

	forms_habit_add(habits, key_at(place, code));
	if (slot->role == FORMS_VENUE && words_name_place(slot->venue))
		forms_habit_add(habits, key_at(place, CODE_KNOWN));
	if (slot->known == FORMS_NAMED)
		forms_habit_add(habits, key_at(place, CODE_NAMED));
	if (slot->date != NULL ||
	    (slot->role != FORMS_SHORT && slot->role != FORMS_VENUE))
		return;
	forms_habit_add(habits, key_at(place, CODE_UNDATED));
	if (forms_habit_count(habits, words) > 0)
		forms_habit_add(habits, key_at(place, CODE_REPEATED));
	forms_habit_add(habits, words);
}

void
forms_place_learn(struct habits *habits, const struct forms_item *item, unsigned said,
    size_t at, bool front)
{
	const struct forms_slot *slot = &item->atoms[at].slot;

	if (is_number(&item->atoms[at]))
		return;
	if (slot->role == FORMS_VENUE &&
	    (slot->date != NULL || (said & 1u << FORMS_DATE) != 0))
		forms_habit_add(habits, key_of_words(KEY_VENUE, slot->venue));
	learn(habits, slot, said, place_of(item, at, front, true));
	learn(habits, slot, said, place_of(item, at, front, false));
}
