/* An item enters; its words with the way they stand leave, and the slots that
 * stand behind a place in them. */
#include "list/prose/forms.h"

#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/text.h"
#include "list/prose/inside.h"

enum { LONGEST = 700, PROBE = 16, MOST_WORDS = 9 };

static void
add(struct buffer *text, struct buffer *style, const char *words, char how)
{
	for (; *words != '\0'; words++) {
		char sign = *words == '\n' || *words == '\t' ? ' ' : *words;
		if (sign == ' ' &&
		    (text->length == 0 || text->bytes[text->length - 1] == ' '))
			continue;
		buffer_char(text, sign);
		buffer_char(style, how);
	}
}

static char
how_of(const struct piece *piece)
{
	return piece->kind == PIECE_LINK ? 'l'
	    : piece->code                ? 'c'
	    : piece->strong              ? 'b'
	    : piece->styled              ? 'i'
					 : ' ';
}

/* Where the quotation ends that `at` begins or stands right behind; 0: none. */
static size_t
quoted_end(const char *text, const char *at)
{
	static const char *const marks[][2] = { { "\"", "\"" }, { "“", "”" },
		{ "«", "»" }, { "„", "“" }, { "`", "`" } };

	for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++) {
		size_t size = strlen(marks[i][0]);
		const char *close = NULL;
		if (strncmp(at, marks[i][0], size) == 0)
			close = strstr(at + size, marks[i][1]);
		else if ((size_t)(at - text) >= size &&
		    strncmp(at - size, marks[i][0], size) == 0)
			close = strstr(at, marks[i][1]);
		if (close != NULL)
			return (size_t)(close - text) + strlen(marks[i][1]);
	}
	return 0;
}

bool
forms_tell(struct arena *arena, const struct pieces *pieces, const char *title,
    struct told *told)
{
	struct buffer text, style;
	char probe[PROBE + 1] = "";
	const char *at = NULL;

	buffer_init(&text, 0);
	buffer_init(&style, 0);
	buffer_text(&text, "");
	buffer_text(&style, "");
	for (size_t i = 0; i < pieces->count && text.length < LONGEST; i++) {
		const struct piece *piece = &pieces->v[i];
		if (piece->kind == PIECE_IMAGE || piece->holds_image)
			continue;
		if (piece->kind == PIECE_LINK &&
		    (item_link_is_label(arena, piece) || words_is_url(piece->text))) {
			buffer_char(&text, FORMS_LABEL);
			buffer_char(&style, ' ');
			continue;
		}
		add(&text, &style, piece->text, how_of(piece));
	}
	if (text.length > 0 && text.length < LONGEST) {
		told->text = arena_text_n(arena, text.bytes, text.length);
		told->style = arena_text_n(arena, style.bytes, style.length);
		strncpy(probe, title, PROBE);
		at = strstr(told->text, probe);
	}
	buffer_free(&text);
	buffer_free(&style);
	if (at == NULL || *probe == '\0')
		return false;
	told->title = (size_t)(at - told->text);
	told->whole = quoted_end(told->text, at);
	return true;
}

/* The length of what parts two slots at `at`; *strong: more than a comma. */
static size_t
parting(const struct told *told, const char *start, const char *at, bool *strong)
{
	static const char *const signs[] = { " — ", " – ", " - ", "«", "»", "“", "”",
		"（", "）", "，", " · " };
	size_t i = (size_t)(at - told->text);

	*strong = *at != ',';
	if (strchr("|()[]\";,", *at) != NULL || *at == FORMS_LABEL)
		return 1;
	if (*at == '.' && (at[1] == ' ' || at[1] == '\0' || at[1] == FORMS_LABEL))
		return item_stop_shortens(start, at) ? 0 : 1;
	for (size_t k = 0; k < sizeof signs / sizeof signs[0]; k++)
		if (*at == *signs[k] && strncmp(at, signs[k], strlen(signs[k])) == 0)
			return strlen(signs[k]);
	if (forms_sign_length(at) > 0)
		return forms_sign_length(at);
	/* Where the style changes, a blank is enough. */
	if (*at == ' ' && i > 0 && at[1] != '\0' &&
	    told->style[i - 1] != told->style[i + 1])
		return 1;
	return 0;
}

/* "diciembre de 2022", "mayo 2023": few words that end in a year, and no name
 * with a capital among them. */
static const char *
wordy_date(struct arena *arena, const char *text)
{
	size_t length = strlen(text), start, end;

	if (length < 8 || words_count(text) > 4 || (*text >= 'A' && *text <= 'Z'))
		return NULL;
	return text_is_digit(text[length - 1]) && text[length - 5] == ' '
	    ? words_date(arena, text, &start, &end)
	    : NULL;
}

/* "Patterns 1.9", "Cell 187.3": the volume is no part of the name. */
static const char *
without_volume(struct arena *arena, const char *venue)
{
	const char *last = strrchr(venue, ' ');

	return last != NULL && last[1] != '\0' &&
		strspn(last + 1, "0123456789.:()-") == strlen(last + 1) &&
		strlen(last + 1) != 4
	    ? arena_text_n(arena, venue, (size_t)(last - venue))
	    : venue;
}

static enum forms_role
role_of(struct arena *arena, struct forms_slot *slot)
{
	const char *text = slot->text;
	size_t length = strlen(text), people;
	bool initials;

	slot->date = words_venue_and_date(arena, text, &slot->venue);
	if (slot->date == NULL)
		slot->date = wordy_date(arena, text);
	if (slot->venue != NULL)
		slot->venue = without_volume(arena, slot->venue);
	if (slot->date != NULL)
		return slot->venue != NULL ? FORMS_VENUE : FORMS_DATE;
	people = words_count_people(text, length, &initials);
	/* "J. Roe" may be a person and may be a journal. */
	if (words_are_full_names(text) ||
	    (people > 0 && initials && words_count(text) > 2 &&
		!item_stop_ends_word(text)))
		return FORMS_PEOPLE;
	if (text_find_nocase(text, "universit") != NULL ||
	    text_starts_nocase(text, "institut"))
		return FORMS_INSTITUTE;
	if (words_name_place(text) ||
	    (text_find_nocase(text, "rxiv") != NULL && words_count(text) < 4)) {
		slot->venue = text;
		return FORMS_VENUE;
	}
	/* "eLife", "npj Things" */
	if (words_count(text) > MOST_WORDS ||
	    (*text >= 'a' && *text <= 'z' && !(text[1] >= 'A' && text[1] <= 'Z') &&
		strncmp(text, "npj ", 4) != 0) ||
	    strchr(text, ':') != NULL)
		return FORMS_OTHER;
	return FORMS_SHORT;
}

static void
add_slot(struct arena *arena, struct forms_tail *tail, const struct told *told,
    const char *start, const char *end)
{
	struct forms_slot slot = { 0 };
	const char *first = start;

	while (first < end && (*first & 0x80) == 0 && strchr(" *_-", *first) != NULL)
		first++;
	while (end - first > 3 &&
	    (strncmp(first, "— ", 4) == 0 || strncmp(first, "– ", 4) == 0))
		start = first = first + 4;
	slot.text = words_title(arena, arena_text_n(arena, start, (size_t)(end - start)));
	if (*slot.text == '\0' || text_equal_nocase(slot.text, "in") ||
	    tail->count == FORMS_SLOTS)
		return;
	/* Code spans sort the item. */
	if (first < end && told->style[first - told->text] == 'c')
		return;
	slot.styled = first < end && told->style[first - told->text] != ' ';
	slot.bracket = start > told->text && start[-1] == '(' && *end == ')';
	slot.role = role_of(arena, &slot);
	/* "Ann Roe (MIT)": where a person is. */
	if (slot.bracket && slot.date == NULL && tail->count > 0 &&
	    tail->slots[tail->count - 1].role == FORMS_PEOPLE)
		slot.role = FORMS_INSTITUTE;
	tail->slots[tail->count++] = slot;
}

/* People between two strong partings are one slot, commas and all. */
static bool
add_people(struct arena *arena, struct forms_tail *tail, const struct told *told,
    const char *start, const char *end)
{
	char *text = words_title(
	    arena, arena_text_n(arena, start, (size_t)(end - start)));
	const char *last;
	bool initials;
	size_t before, people = words_count_people(text, strlen(text), &initials);

	last = strrchr(text, ',');
	last = last == NULL ? NULL : last + 1 + strspn(last + 1, " ");
	/* "Ann Roe, J. Things": the one is a person, the other is none. */
	if (last == NULL || words_name_place(last) ||
	    (last[0] != '\0' && last[1] == '.' && text[1] != '.' &&
		strchr(text, '.') == last + 1) ||
	    !((people > 1 && initials) || words_are_full_names(text)) ||
	    item_stop_ends_word(text))
		return false;
	before = tail->count;
	add_slot(arena, tail, told, start, end);
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
		if ((*gap = parting(told, start, at, &strong)) > 0 && strong)
			return at;
	*gap = 0;
	return at;
}

/* "Ann Roe, Bo Poe, ICML, 2020": the people first, then slot by slot. */
static void
add_stretch(struct arena *arena, struct forms_tail *tail, const struct told *told,
    const char *start, const char *end)
{
	while (start < end) {
		const char *stop = end;
		bool strong;
		size_t gap = 0;

		while (stop > start && !add_people(arena, tail, told, start, stop))
			stop = memrchr(start, ',', (size_t)(stop - start));
		if (stop != NULL && stop > start) {
			start = stop + (stop < end);
			continue;
		}
		for (stop = start; stop < end; stop++)
			if ((gap = parting(told, start, stop, &strong)) > 0)
				break;
		add_slot(arena, tail, told, start, stop);
		start = stop + gap + (gap == 0 && stop == end);
	}
}

void
forms_cut_tail(
    struct arena *arena, const struct told *told, size_t from, struct forms_tail *tail)
{
	const char *start = told->text + from;
	bool any = false, other = false;

	*tail = (struct forms_tail){ 0 };
	while (*start != '\0' && tail->count < FORMS_SLOTS) {
		size_t gap;
		const char *end = strong_end(told, start, &gap);
		add_stretch(arena, tail, told, start, end);
		start = end + gap;
	}
	for (size_t i = 0; i < tail->count; i++) {
		any |= tail->slots[i].role < FORMS_SHORT;
		other |= tail->slots[i].role == FORMS_OTHER;
	}
	tail->possible = tail->count > 0 && !other && tail->count < FORMS_SLOTS;
	tail->sure = tail->possible && any;
}
