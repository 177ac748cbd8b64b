/* The words of an item and a place in them enter; the slots that stand behind it
 * leave. */
#include "list/prose/forms.h"

#include <string.h>

#include "base/text.h"
#include "list/prose/inside.h"

/* Could a parting begin so?  Few bytes of a text do. */
static bool
may_part(char sign)
{
	switch ((unsigned char)sign) {
	case '|':
	case '(':
	case ')':
	case '[':
	case ']':
	case '"':
	case ';':
	case ',':
	case '.':
	case ' ':
	case FORMS_LABEL:
	case 0xC2: /* beyond ASCII */
	case 0xE2:
	case 0xE3:
	case 0xEF:
		return true;
	default:
		return false;
	}
}

/* The length of what parts two slots at `at`; *strong: more than a comma. */
static size_t
parting(const struct told *told, const char *start, const char *at, bool *strong)
{
	static const char *const signs[] = { " — ", " – ", " - ", "«", "»", "“", "”",
		"（", "）", "，", "【", "】", " · " };
	size_t i = (size_t)(at - told->text);

	*strong = *at != ',';
	if (strchr("|()[]\";,", *at) != NULL || *at == FORMS_LABEL)
		return 1;
	if (*at == '.' && (at[1] == ' ' || at[1] == '\0' || at[1] == FORMS_LABEL))
		return item_stop_shortens(start, at) ? 0 : 1;
	for (size_t k = 0; k < sizeof signs / sizeof signs[0]; k++)
		if (*at == *signs[k] && at[1] == signs[k][1] &&
		    strncmp(at, signs[k], strlen(signs[k])) == 0)
			return strlen(signs[k]);
	if (forms_sign_length(at) > 0)
		return forms_sign_length(at);
	/* Where the style changes, a blank is enough. */
	if (*at == ' ' && i > 0 && at[1] != '\0' &&
	    told->style[i - 1] != told->style[i + 1])
		return 1;
	return 0;
}

static void
add_slot(struct stretches *known, struct forms_tail *tail, const struct told *told,
    const char *start, const char *end)
{
	struct forms_slot slot;
	const char *first = start;

	while (first < end && (*first & 0x80) == 0 && strchr(" *_-", *first) != NULL)
		first++;
	while (end - first > 3 &&
	    (strncmp(first, "— ", 4) == 0 || strncmp(first, "– ", 4) == 0))
		start = first = first + 4;
	/* Code spans sort the item. */
	if (tail->count == FORMS_SLOTS ||
	    (first < end && told->style[first - told->text] == 'c') ||
	    !forms_stretch_slot(known, start, (size_t)(end - start), &slot))
		return;
	slot.styled = first < end && told->style[first - told->text] != ' ';
	slot.bracket = start > told->text && start[-1] == '(' && *end == ')';
	/* "Ann Roe (MIT)": where a person is. */
	if (slot.bracket && slot.date == NULL && tail->count > 0 &&
	    tail->slots[tail->count - 1].role == FORMS_PEOPLE)
		slot.role = FORMS_INSTITUTE;
	tail->slots[tail->count++] = slot;
}

/* People between two strong partings are one slot, commas and all. */
static bool
add_people(struct stretches *known, struct forms_tail *tail, const struct told *told,
    const char *start, const char *end)
{
	size_t before = tail->count;

	if (!forms_stretch_people(known, start, (size_t)(end - start)))
		return false;
	add_slot(known, tail, told, start, end);
	if (tail->count > before)
		tail->slots[before].role = FORMS_PEOPLE;
	return true;
}

/* Up to the next strong parting. */
static const char *
strong_end(const struct told *told, const char *start, size_t *gap)
{
	const char *at = start;
	bool strong;

	for (; *at != '\0'; at++)
		if (may_part(*at) && (*gap = parting(told, start, at, &strong)) > 0 &&
		    strong)
			return at;
	*gap = 0;
	return at;
}

/* "Ann Roe, Bo Poe, ICML, 2020": the people first, then slot by slot. */
static void
add_stretch(struct stretches *known, struct forms_tail *tail, const struct told *told,
    const char *start, const char *end)
{
	while (start < end) {
		const char *stop = end;
		bool strong;
		size_t gap = 0;

		while (stop > start && !add_people(known, tail, told, start, stop))
			stop = memrchr(start, ',', (size_t)(stop - start));
		if (stop != NULL && stop > start) {
			start = stop + (stop < end);
			continue;
		}
		for (stop = start; stop < end; stop++)
			if (may_part(*stop) &&
			    (gap = parting(told, start, stop, &strong)) > 0)
				break;
		add_slot(known, tail, told, start, stop);
		start = stop + gap + (gap == 0 && stop == end);
	}
}

void
forms_cut_tail(struct stretches *known, const struct told *told, size_t from,
    struct forms_tail *tail)
{
	const char *start = told->text + from;
	bool any = false, other = false;

	*tail = (struct forms_tail){ 0 };
	while (*start != '\0' && tail->count < FORMS_SLOTS) {
		size_t gap;
		const char *end = strong_end(told, start, &gap);
		add_stretch(known, tail, told, start, end);
		start = end + gap;
	}
	for (size_t i = 0; i < tail->count; i++) {
		any |= tail->slots[i].role < FORMS_SHORT;
		other |= tail->slots[i].role == FORMS_OTHER;
	}
	tail->possible = tail->count > 0 && !other && tail->count < FORMS_SLOTS;
	tail->sure = tail->possible && any;
}
