/* A few words enter; what they are by themselves leaves: a date, a venue, people. */
#include "list/forms/forms.h"

#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "list/words/words.h"

/* Words of a venue at the most. */
enum { MOST_WORDS = 9 };

/* "diciembre de 2022", "mayo 2023": few words that end in a year, and no name
 * with a capital among them. */
static const char *
wordy_date(struct arena *arena, const char *text)
{
	size_t length = strlen(text), start, end;

	if (length < 8 || text_is_capital(*text))
		return NULL;
	return text_is_digit(text[length - 1]) && text[length - 5] == ' ' &&
		words_count(text) <= 4
	    ? words_date(arena, text, &start, &end)
	    : NULL;
}

/* "arXiv preprint arXiv:2208.02019": the server alone. */
static const char *
server_of(struct arena *arena, const char *text)
{
	const char *at = text_find_nocase(text, "rxiv"), *start = at, *end = at + 4;

	while (start > text && start[-1] != ' ')
		start--;
	return *end == ' ' || *end == ':'
	    ? arena_text_n(arena, start, (size_t)(end - start))
	    : text;
}

/* "EMNLP-2019": one word and the year, nothing behind. */
static const char *
hyphened_venue(struct arena *arena, const char *text, const char **venue)
{
	const char *at = strchr(text, '-');

	if (at == NULL || strchr(text, ' ') != NULL || strlen(at) != 5 || at - text < 3 ||
	    !text_is_capital(*text))
		return NULL;
	*venue = arena_text_n(arena, text, (size_t)(at - text));
	return words_name_place(*venue)
	    ? words_venue_and_date(arena, at + 1, &(const char *){ NULL })
	    : NULL;
}

/* "2024 arviv": a year, and one word. */
static const char *
small_venue(struct arena *arena, const char *text, const char **venue)
{
	size_t start, end, small = text_span(text, "0123456789 ");

	if (small != 5 || text[4] != ' ' || strlen(text + 5) < 4 ||
	    strspn(text + 5, "abcdefghijklmnopqrstuvwxyz") != strlen(text + 5))
		return NULL;
	*venue = text + 5;
	return words_date(arena, arena_text_n(arena, text, 4), &start, &end);
}

/* "J. Am. Med. Inform. Assoc. 2023, 63": words cut short, no initials; the name, or
 * NULL. */
static const char *
abbreviated(struct arena *arena, const char *text)
{
	size_t length = strcspn(text, "0123456789"), cut = 0, words;
	const char *name;

	length = text_trimmed(text, length, " (,");
	for (size_t i = 2; i < length; i++)
		cut += text[i] == '.' && text_is_small(text[i - 1]);
	if (cut == 0)
		return NULL;
	name = arena_text_n(arena, text, length);
	words = words_count(name);
	return words > 2 && cut * 2 >= words - 1 ? name : NULL;
}

/* Letters of Latin and of Chinese, Japanese or Korean script. */
static bool
is_mixed(const char *text)
{
	bool latin = false, other = false;

	for (; *text != '\0'; text++) {
		latin |= text_is_letter(*text);
		other |= (unsigned char)*text >= 0xE3;
	}
	return latin && other;
}

/* "Roe et al., 2019": people and a date. */
static bool
are_cited(struct arena *arena, struct forms_slot *slot)
{
	struct entry said = { 0 };

	if (slot->words > MOST_WORDS || strstr(slot->text, "et al") == NULL ||
	    !words_take_people(arena, slot->text, &said) || said.date == NULL ||
	    said.venue != NULL)
		return false;
	slot->text = said.authors;
	slot->date = said.date;
	return true;
}

static enum forms_role
role_of(struct arena *arena, struct forms_slot *slot, struct text_signs held)
{
	const char *text = slot->text;
	const bool digits = text_signs_any(held, "0123456789");
	size_t start, end, month;

	if (are_cited(arena, slot))
		return FORMS_PEOPLE;
	slot->venue = text_signs_any(held, ".") ? abbreviated(arena, text) : NULL;
	if (slot->venue != NULL) {
		slot->date = words_date(arena, text, &start, &end);
		return FORMS_VENUE;
	}
	if (digits)
		slot->date = words_venue_and_date(arena, text, &slot->venue);
	if (slot->date == NULL && text_signs_any(held, "-"))
		slot->date = hyphened_venue(arena, text, &slot->venue);
	if (slot->date == NULL && digits &&
	    (slot->date = small_venue(arena, text, &slot->venue)) == NULL)
		slot->date = wordy_date(arena, text);
	/* "关于 ACL 2019 中的NER" tells a story. */
	if (slot->venue != NULL && is_mixed(slot->venue)) {
		slot->venue = slot->date = NULL;
		return FORMS_OTHER;
	}
	if (slot->venue != NULL)
		slot->venue = words_past_proceedings(
		    words_without_volume(arena, slot->venue));
	/* "Mar'23" */
	if (slot->date != NULL && slot->venue != NULL && strlen(slot->date) == 4 &&
	    (month = words_month(slot->venue, strlen(slot->venue))) > 0) {
		slot->date = arena_printf(arena, "%s-%02zu", slot->date, month);
		slot->venue = NULL;
	}
	if (slot->date != NULL)
		return slot->venue != NULL ? FORMS_VENUE : FORMS_DATE;
	/* "J. Roe" may be a person and may be a journal. */
	if ((words_are_full_names(text) && strncmp(text, "A ", 2) != 0) ||
	    (slot->named > 0 && slot->initials && slot->words > 2 &&
		(slot->named > 1 || slot->words == 3) && strncmp(text, "A ", 2) != 0 &&
		!words_stop_ends_word(text)))
		return FORMS_PEOPLE;
	if ((text_signs_any(held, "vV") && text_find_nocase(text, "universit") != NULL) ||
	    text_starts_nocase(text, "institut"))
		return FORMS_INSTITUTE;
	if (slot->bare)
		return FORMS_SHORT;
	if (words_name_place(text) || words_are_called(text) ||
	    (slot->server && slot->words < 4)) {
		slot->venue = slot->server
		    ? server_of(arena, text)
		    : words_past_proceedings(words_without_volume(arena, text));
		return FORMS_VENUE;
	}
	/* "eLife", "npj Things" */
	if (slot->words > MOST_WORDS ||
	    (text_is_small(*text) && !text_is_capital(text[1]) &&
		strncmp(text, "npj ", 4) != 0) ||
	    strchr(text, ':') != NULL)
		return FORMS_OTHER;
	return FORMS_SHORT;
}

/* "EMNLP 23", "CVPR22": a venue that we know, and a year. */
static bool
is_short_dated(struct arena *arena, const char *text, struct forms_slot *slot)
{
	size_t length = strlen(text), name = length - 2;

	if (length < 6 || !text_is_digit(text[name]) || !text_is_digit(text[name + 1]) ||
	    text[name] > '2' ||
	    !text_is_any(text[name - 1], " '-ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
		return false;
	name = text_trimmed(text, name, " '-");
	text = arena_text_n(arena, text, name);
	name = strcspn(text, "(");
	if (text[name] != '\0')
		return false;
	if (text_is_digit(text[name - 1]) || !words_name_venue(arena, text))
		return false;
	slot->venue = text;
	slot->date = arena_printf(arena, "20%s", slot->text + length - 2);
	return true;
}

/* "Journal of Things", "Advanced things science"; "Forum for discussions of things"
 * describes. */
static bool
is_called(const char *name, size_t words)
{
	const char *last = strrchr(name, ' ');

	return words_hold_place(name, strlen(name)) &&
	    (words_are_capitalised(name) || words_hold_called(name) ||
		(words < 4 && last != NULL &&
		    words_hold_place(last + 1, strlen(last + 1))));
}

/* Is what is a venue by its form one by its name, and what may be one? */
static void
know_venue(struct arena *arena, struct forms_slot *slot)
{
	const char *name = slot->venue != NULL ? slot->venue : slot->text;

	if (slot->role != FORMS_VENUE && slot->role != FORMS_SHORT && !slot->weak)
		return;
	if (slot->words <= MOST_WORDS &&
	    (is_short_dated(arena, name, slot) || words_name_venue(arena, name))) {
		slot->known = FORMS_NAMED;
		slot->role = FORMS_VENUE;
		slot->venue = slot->date != NULL ? slot->venue
						 : words_without_volume(arena, name);
		slot->weak = false;
	} else if (slot->role == FORMS_VENUE) {
		/* "EMNLP", "Journal of Things", no "RTransE". */
		slot->known = slot->server || is_called(name, slot->words) ||
			words_are_called(name)
		    ? FORMS_CALLED
		    : strspn(name, "ABCDEFGHIJKLMNOPQRSTUVWXYZ-&/") == strlen(name)
		    ? FORMS_CAPITALS
		    : FORMS_STRANGE;
	}
}

void
forms_slot_read(struct arena *arena, struct forms_slot *slot)
{
	const struct text_signs held = text_signs_of(slot->text);

	slot->words = words_count(slot->text);
	slot->server = text_signs_any(held, "xX") &&
	    text_find_nocase(slot->text, "rxiv") != NULL;
	slot->named = words_count_people(slot->text, strlen(slot->text), &slot->initials);
	slot->bare = forms_is_bare(slot->text);
	slot->thing = slot->words < 5 && words_name_thing(slot->text);
	slot->role = role_of(arena, slot, held);
	/* "Word Count and Image Search" */
	slot->weak = slot->role == FORMS_PEOPLE && strpbrk(slot->text, ",;.") == NULL &&
	    strstr(slot->text, "et al") == NULL;
	know_venue(arena, slot);
	slot->person = slot->named > 0 &&
	    !words_hold_thing(slot->text, strlen(slot->text));
	/* "J. Trees" is hardly one. */
	slot->full = slot->person && slot->role == FORMS_SHORT &&
	    strncmp(slot->text, "J. ", 3) != 0 &&
	    words_are_person(slot->text, strlen(slot->text));
}
