/* Atoms of an item enter; those that are people together leave as one, and so do those
 * that are a venue. */
#include <string.h>

#include "base/text.h"
#include "list/forms/forms.h"
#include "list/words/words.h"

/* Words of a name at the most; atoms of one list of people. */
enum { NAME_WORDS = 5, MOST_PEOPLE = 30 };

/* Words up to the next sign that are no people. */
static bool
goes_on(const char *text)
{
	size_t length = strcspn(text, ".,;:(|\036\037\xC2\xE2"), words = 1;

	for (size_t i = 1; i + 1 < length; i++)
		words += text[i] == ' ' && text[i + 1] != ' ';
	return words > 4 ||
	    (words > 2 && memmem(text, length, " et al", 6) == NULL &&
		!words_are_byline(text, length));
}

/* "Roe, A. B. & Poe, C. Things": does the full stop at `at` end people whose families stand
 * first, in front of words that go on with something else? */
bool
forms_ends_people(const char *text, const char *at)
{
	size_t family;
	const char *next = at + 1 + text_span(at + 1, " ");

	text += text_span(text, " ");
	if (strncmp(text, "by ", 3) == 0)
		text += 3;
	family = strcspn(text, " ,.");
	/* "ROE A. Title of It", "Roe AB. Title of It", no "Roe A. Poe". */
	if (family > 1 && text_is_capital(*text) && text[family] == ' ' &&
	    at > text + family + 1 && at <= text + family + 3 &&
	    text_is_capital(text[family + 1]) && text_is_capital(at[-1]))
		return goes_on(next);
	/* "Roe, A.", "Roe A, …", "Roe AB, …"; "Yan Li, …" is none. */
	if (family < 2 || text + family >= at || text[family] == '.' ||
	    (text[family] == ',' ? text[family + 1] != ' ' || text[family + 3] != '.'
				 : text[family + 2] != ',' &&
			(text[family + 3] != ',' || text[family + 2] > 'Z')))
		return false;
	/* "Roe, A., and B. Poe" */
	if (at - text > 6 &&
	    (strncmp(at - 5, "and ", 4) == 0 || strncmp(at - 3, "& ", 2) == 0))
		return false;
	return *next != '&' && strncmp(next, "and ", 4) != 0 && *next != '\0' &&
	    next[1] != '.' && words_are_byline(text, (size_t)(at - text));
}

static bool
may_be_name(const struct forms_atom *atom)
{
	return atom->slot.date == NULL &&
	    (atom->words <= NAME_WORDS || atom->slot.role == FORMS_PEOPLE) &&
	    atom->slot.role != FORMS_INSTITUTE &&
	    (atom->slot.role != FORMS_VENUE || atom->slot.known < FORMS_CALLED ||
		!text_is_capital(atom->slot.text[1])) &&
	    (atom->slot.role != FORMS_OTHER || *atom->slot.text == '&' ||
		strncmp(atom->slot.text, "and ", 4) == 0 ||
		strncmp(atom->slot.text, "et al", 5) == 0) &&
	    atom->style != 'q';
}

/* Are the words people, more than one? */
static bool
are_people(struct stretches *known, const struct told *told,
    const struct forms_atom *first, const struct forms_atom *last,
    struct forms_slot *slot)
{
	const char *text = told->text + first->from;
	size_t length = last->end - first->from;

	if (!forms_stretch_slot(known, text, length, slot))
		return false;
	slot->venue = slot->date = NULL;
	slot->role = FORMS_PEOPLE;
	slot->weak = false;
	if (forms_stretch_people(known, text, length))
		return true;
	/* "Roe, Ann & Poe, Bo": family first, each in full. */
	slot->weak = true;
	return last - first > 1 && forms_stretch_byline(known, text, length);
}

/* "Ann van der Roe": does a small word of names stand among its words? */
static bool
has_particle(const char *text, size_t length)
{
	const char *end = text + length;

	for (const char *at = text; (at = memchr(at, ' ', (size_t)(end - at))) != NULL;) {
		const char *word = ++at;
		while (at < end && *at != ' ')
			at++;
		if (at < end && words_is_particle(word, (size_t)(at - word)))
			return true;
	}
	return false;
}

/* "Roe, Ann, 2019": one person's, or a town's: what others have there tells. */
static bool
is_pair(struct stretches *known, const struct told *told, struct forms_atom *first)
{
	struct forms_slot slot;

	if (first[1].before != GAP_COMMA || first[2].slot.role != FORMS_DATE ||
	    first->words != 1 || first[1].words != 1 || first->style != first[1].style ||
	    !words_are_family(first->slot.text) ||
	    !words_are_family(first[1].slot.text) ||
	    !forms_stretch_slot(
		known, told->text + first->from, first[1].end - first->from, &slot))
		return false;
	slot.role = FORMS_PEOPLE;
	slot.venue = slot.date = NULL;
	slot.weak = slot.pair = slot.person = true;
	first->slot = slot;
	first->end = first[1].end;
	first->words = 2;
	return true;
}

/* "Roe, A., Bo Poe": how many atoms from the first on are people together and
 * become one. */
static size_t
join(struct stretches *known, const struct told *told, struct forms_atom *first,
    size_t count, bool begins)
{
	size_t last = 0;

	/* "Generating Natural Adversarial Examples, Ann Roe" */
	if (first->words >= NAME_WORDS - 1 && first->slot.role != FORMS_PEOPLE &&
	    !(begins && first->slot.full) && told->text[first->end - 2] != ' ' &&
	    !has_particle(told->text + first->start, first->end - first->start) &&
	    memchr(told->text + first->start, '.', first->end - first->start) == NULL)
		return 1;
	while (last + 1 < count && last < MOST_PEOPLE &&
	    strncmp(first[last].slot.text, "et al", 5) != 0 &&
	    (first[last + 1].before == GAP_COMMA ||
		first[last + 1].before == GAP_SEMICOLON) &&
	    may_be_name(&first[last + 1]) && first[last + 1].style == first->style)
		last++;
	for (; last > 0; last--) {
		struct forms_slot slot;
		/* "How They Turn; Ann Roe, Bo Poe" */
		if (first[last].before == GAP_SEMICOLON && last + 1 < count &&
		    first[last + 1].before == GAP_COMMA &&
		    memchr(told->text + first->from, '.',
			first[last].end - first->from) == NULL)
			continue;
		if (!are_people(known, told, first, first + last, &slot))
			continue;
		first->slot = slot;
		first->end = first[last].end;
		first->words = slot.words;
		break;
	}
	return last == 0 && begins && count > 2 && is_pair(known, told, first) ? 2
									       : last + 1;
}

/* "Ann Roe, Bo Poe | Cid van der moe | Dan Soe, Eve Goe": between people, spelt as they
 * may be: are those people as well? */
static bool
is_among(
    const struct forms_atom *before, const struct forms_atom *one, bool begins, bool last)
{
	const struct forms_atom *behind = one + 1;
	/* A link that begins the item is its title, spelt like a name or not. */
	bool linked = !begins && before->style == 'l' && before->slot.person &&
	    one->slot.role == FORMS_PEOPLE && !one->slot.weak;

	return ((before->slot.role == FORMS_PEOPLE && !before->slot.weak) || linked) &&
	    one->before == GAP_COMMA &&
	    (one->style == before->style || one->style == 'l' || linked) &&
	    one->slot.date == NULL && one->words <= NAME_WORDS &&
	    (one->slot.role == FORMS_PEOPLE || (one->style == 'l' && one->slot.person) ||
		(!last && behind->before == GAP_COMMA &&
		    behind->slot.role == FORMS_PEOPLE && behind->style == one->style &&
		    one->slot.role >= FORMS_SHORT));
}

size_t
forms_join_people(struct stretches *known, const struct told *told,
    struct forms_atom *atoms, size_t count)
{
	size_t kept = 0, joined = 0;

	for (size_t i = 0, length; i < count; i += length) {
		length = may_be_name(&atoms[i])
		    ? join(known, told, &atoms[i], count - i,
			  i > 0 && atoms[kept - 1].style != atoms[i].style)
		    : 1;
		/* ": Foundations, Tools and New Questions" */
		atoms[i].slot.weak |= atoms[i].slot.role == FORMS_PEOPLE &&
		    atoms[i].before == GAP_COLON && !atoms[i].slot.initials;
		atoms[kept++] = atoms[i];
	}
	for (size_t i = 0; i < kept; i++) {
		struct forms_atom *before = &atoms[joined - (joined > 0)];
		struct forms_slot slot;
		if (joined == 0 ||
		    !is_among(before, &atoms[i], joined == 1, i + 1 == kept) ||
		    !forms_stretch_slot(known, told->text + before->from,
			atoms[i].end - before->from, &slot)) {
			atoms[joined++] = atoms[i];
			continue;
		}
		before->slot.text = slot.text;
		before->slot.role = FORMS_PEOPLE;
		before->slot.weak = false;
		before->end = atoms[i].end;
		before->words += atoms[i].words;
	}
	return forms_join_venues(known, told, atoms, joined);
}
