/* An item's words and a mark enter; the lead that it parts from a title leaves, slot
 * by slot. */
#include "list/prose/forms_lead.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "list/prose/inside.h"

/* Bytes. */
enum { LONGEST_LEAD = 160 };

/* Does the mark stand at `at`?  Its length. */
static size_t
stands(const struct told *told, const char *at, enum lead_mark mark)
{
	static const char *const quotes[] = { " \"", " “", " «", " „", " 「", " 《" };
	static const char blankless[] = { MARK_BAR, MARK_COLON, MARK_STOP, MARK_SEMICOLON,
		MARK_CLOSE, '\0' };
	size_t i = (size_t)(at - told->text);

	/* Most bytes begin none. */
	if ((*at == ' ') == (strchr(blankless, (char)mark) != NULL))
		return 0;
	switch (mark) {
	case MARK_DASH:
		return strncmp(at, " — ", 5) == 0 ? 5 : 0;
	case MARK_EN:
		return strncmp(at, " – ", 5) == 0 ? 5 : 0;
	case MARK_HYPHEN:
		return strncmp(at, " - ", 3) == 0 ? 3 : 0;
	case MARK_BAR:
		return *at == '|';
	case MARK_SIGN:
		return strncmp(at, " » ", 4) == 0 ? 4 : forms_sign_length(at);
	case MARK_COLON:
		return *at == ':'                               ? 2 * (at[1] == ' ')
		    : *at == *"：" && strncmp(at, "：", 3) == 0 ? 3
								: 0;
	case MARK_QUOTE:
		for (size_t q = 0; q < sizeof quotes / sizeof quotes[0]; q++)
			if (strncmp(at, quotes[q], strlen(quotes[q])) == 0)
				return strlen(quotes[q]);
		return 0;
	case MARK_SEMICOLON:
		return *at == ';' && at[1] == ' ' ? 2 : 0;
	case MARK_CLOSE:
		return (*at == ')' || *at == ']') && at[1] == ' ' ? 2
		    : *at == *"】" && strncmp(at, "】", 3) == 0   ? 3
								  : 0;
	case MARK_STOP:
		return *at == '.' && at[1] == ' ' && !item_stop_shortens(told->text, at)
		    ? 2
		    : 0;
	case MARK_STYLE:
		return *at == ' ' && i > 0 && at[1] != '\0' &&
			told->style[i - 1] != told->style[i + 1]
		    ? 1
		    : 0;
	case LEAD_MARKS:
		break;
	}
	return 0;
}

/* Past "[12] ", "3. ": the number of the item. */
static size_t
past_number(const char *text)
{
	const char *at = text + (*text == '[');
	size_t digits = strspn(at, "0123456789");

	if (digits == 0 || digits > 3 || strchr("].)", at[digits]) == NULL)
		return 0;
	at += digits + (at[digits] != '\0');
	return (size_t)(at - text) + strspn(at, " ");
}

/* Where the field ends that begins at `start`. */
static size_t
field_end(const struct told *told, size_t start, enum lead_mark mark)
{
	size_t i = start;

	for (; told->text[i] != '\0' && told->text[i] != FORMS_LABEL; i++)
		if (mark != MARK_COLON && stands(told, told->text + i, mark) > 0)
			break;
	return i;
}

/* "BioGPT: …" is spelt like a venue; one that has no date is believed when the
 * place repeats it. */
static void
doubt_venues(struct forms_tail *slots)
{
	slots->sure = false;
	for (size_t s = 0; s < slots->count; s++) {
		struct forms_slot *slot = &slots->slots[s];
		if (slot->role == FORMS_VENUE && slot->date == NULL)
			slot->role = FORMS_SHORT;
		slots->sure |= slots->possible && slot->role < FORMS_SHORT;
	}
}

/* Inside the quotation that is the title? */
static bool
is_within(const struct told *told, const char *at)
{
	size_t i = (size_t)(at - told->text);

	return i >= told->title && i < told->whole;
}

/* The lead in front of the nth mark; false: there is no such mark. */
bool
forms_lead_cut(struct arena *arena, struct stretches *known, const struct told *told,
    enum lead_mark mark, size_t nth, struct lead *lead)
{
	const char *at = told->text;
	struct told front = *told;

	for (size_t gap; *at != '\0' && at - told->text < LONGEST_LEAD; at++) {
		gap = is_within(told, at) ? 0 : stands(told, at, mark);
		if (gap == 0 || at == told->text || nth-- > 0)
			continue;
		lead->title = (size_t)(at - told->text) + gap;
		lead->title += strspn(told->text + lead->title, " |");
		lead->end = field_end(told, lead->title, mark);
		front.text = arena_text_n(arena, told->text, (size_t)(at - told->text));
		forms_cut_tail(known, &front, past_number(front.text), &lead->slots);
		doubt_venues(&lead->slots);
		return told->text[lead->title] != '\0' && lead->slots.count > 0;
	}
	return false;
}

/* The words of a title, without its marks of quotation. */
char *
forms_lead_title(struct arena *arena, const struct told *told, const struct lead *lead)
{
	size_t end = lead->end;

	while (end > lead->title && strchr(" [(,;", told->text[end - 1]) != NULL)
		end--;
	return words_title(
	    arena, arena_text_n(arena, told->text + lead->title, end - lead->title));
}

/* Is what stands there something else than a title for sure? */
bool
forms_lead_is_odd(struct arena *arena, struct stretches *known, const struct told *told,
    const struct lead *lead)
{
	struct told field = *told;
	struct forms_tail slots;

	field.text = arena_text_n(arena, told->text, lead->end);
	forms_cut_tail(known, &field, lead->title, &slots);
	return slots.sure || slots.count == 0 || slots.slots[0].role < FORMS_SHORT;
}

/* Does the item say when it was published, in its lead or behind its title?  People
 * alone may be what it is about. */
bool
forms_lead_is_published(struct arena *arena, const struct told *told,
    const struct lead *lead, enum lead_mark mark)
{
	size_t start, end;

	for (size_t s = 0; s < lead->slots.count; s++)
		if (lead->slots.slots[s].date != NULL)
			return true;
	return mark == MARK_QUOTE ||
	    words_date(arena, told->text + lead->title, &start, &end);
}

static int
by_text(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

size_t
forms_lead_distinct(char **texts, size_t count)
{
	size_t kinds = 0;

	qsort(texts, count, sizeof *texts, by_text);
	for (size_t i = 0; i < count; i++)
		kinds += i == 0 || strcmp(texts[i], texts[i - 1]) != 0;
	return count == 0 ? 0 : kinds * 100 / count;
}
