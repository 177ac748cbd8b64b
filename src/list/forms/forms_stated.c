/* What a curator says of a list's items enters ("venue | people, date - \"title\""); the
 * order of their slots leaves. */
#include <string.h>

#include "list/forms/forms.h"

enum { TITLE = -1 };

static const struct {
	const char *word;
	int role;
} slots[] = {
	{ "title", TITLE },
	{ "people", FORMS_PEOPLE },
	{ "venue", FORMS_VENUE },
	{ "date", FORMS_DATE },
	{ "institute", FORMS_INSTITUTE },
	{ "words", FORMS_SHORT },
};
enum { SLOTS = sizeof slots / sizeof slots[0] };

/* Which slot is named at `at`; SLOTS: none. */
static size_t
slot_at(const char *at)
{
	size_t i = 0;

	while (i < SLOTS && strncmp(at, slots[i].word, strlen(slots[i].word)) != 0)
		i++;
	return i;
}

/* The signs between two slots: the gap they make. */
static enum forms_gap
gap_of(const char *signs, size_t length)
{
	static const struct {
		const char *sign;
		enum forms_gap gap;
	} gaps[] = { { "⏎", GAP_LINE }, { "\"", GAP_QUOTE }, { "“", GAP_QUOTE },
		{ "|", GAP_BAR }, { "/", GAP_BAR }, { "•", GAP_BAR }, { "·", GAP_BAR },
		{ "—", GAP_DASH }, { "–", GAP_DASH }, { " - ", GAP_HYPHEN },
		{ "(", GAP_BRACKET }, { ")", GAP_BRACKET }, { ";", GAP_SEMICOLON },
		{ ".", GAP_STOP }, { ":", GAP_COLON }, { ",", GAP_COMMA } };

	for (size_t i = 0; i < sizeof gaps / sizeof gaps[0]; i++)
		if (memmem(signs, length, gaps[i].sign, strlen(gaps[i].sign)) != NULL)
			return gaps[i].gap;
	return length == 0 ? GAP_START : GAP_STYLE;
}

/* How the title is set: by the sign right in front of it. */
static char
style_of(const char *signs, size_t length)
{
	const char *last = signs + length;

	return length > 1 && last[-1] == '*' && last[-2] == '*'    ? 'b'
	    : length > 0 && last[-1] == '*'                        ? 'i'
	    : length > 0 && last[-1] == '['                        ? 'l'
	    : length > 0 && strchr("\"\x9c\xab", last[-1]) != NULL ? 'q'
								   : ' ';
}

bool
forms_stated_read(const char *item, struct forms_stated *stated)
{
	const char *signs = item, *at = item;
	bool title = false;

	*stated = (struct forms_stated){ .style = ' ' };
	while (*at != '\0') {
		size_t slot = slot_at(at), length = (size_t)(at - signs);
		if (slot == SLOTS && (*at | 32) >= 'a' && (*at | 32) <= 'z')
			return false;
		if (slot == SLOTS) {
			at++;
			continue;
		}
		if (title && stated->back_count == 0)
			stated->behind = gap_of(signs, length);
		if (slots[slot].role == TITLE) {
			if (title)
				return false;
			title = true;
			stated->style = style_of(signs, length);
			stated->before = gap_of(signs, length);
		} else if (title ? stated->back_count == FORMS_STATED
				 : stated->front_count == FORMS_STATED) {
			return false;
		} else if (title) {
			stated->back[stated->back_count++] =
			    (enum forms_role)slots[slot].role;
		} else {
			stated->front[stated->front_count++] =
			    (enum forms_role)slots[slot].role;
		}
		at += strlen(slots[slot].word);
		signs = at;
	}
	/* From the end of the item towards the title. */
	for (size_t i = 0; i < stated->back_count / 2; i++) {
		enum forms_role role = stated->back[i];
		stated->back[i] = stated->back[stated->back_count - 1 - i];
		stated->back[stated->back_count - 1 - i] = role;
	}
	return title;
}

const char *
forms_stated_trouble(const char *value)
{
	struct forms_stated stated;

	return forms_stated_read(value, &stated)
	    ? NULL
	    : "an item is written with title, once, and people, venue, date, institute "
	      "or "
	      "words, with the signs between them";
}

/* Is the role of some other atom's own? */
static bool
is_taken(const struct forms_item *item, enum forms_role role)
{
	for (size_t i = 0; i < item->count; i++)
		if (item->atoms[i].slot.role == role && !item->atoms[i].slot.weak)
			return true;
	return false;
}

enum forms_role
forms_stated_role(const struct forms_item *item, size_t at, bool front)
{
	const struct forms_stated *stated = item->stated;
	const enum forms_role *roles = front ? stated->front : stated->back;
	size_t count = front ? stated->front_count : stated->back_count, next = 0;
	size_t steps = front ? at + 1 : item->count - at;
	enum forms_role role = FORMS_SHORT;

	for (size_t i = 0; i < steps; i++) {
		const struct forms_atom *atom =
		    &item->atoms[front ? i : item->count - 1 - i];
		size_t k = next;
		role = atom->slot.role;
		if (role < FORMS_SHORT) {
			while (k < count && roles[k] != role)
				k++;
			next = k < count ? k + 1 : next;
			continue;
		}
		if (atom->slot.bare)
			continue;
		while (k < count && (roles[k] == FORMS_DATE || is_taken(item, roles[k])))
			k++;
		role = k < count ? roles[k] : FORMS_SHORT;
		next = k < count ? k + 1 : next;
	}
	return role;
}
