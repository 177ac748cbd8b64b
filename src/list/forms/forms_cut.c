/* An item's words enter; its atoms leave: what stands between two signs that may part
 * a title from people, venues and dates. */
#include "list/forms/forms.h"

#include <string.h>

#include "base/text.h"
#include "list/words/words.h"

/* Bytes of a venue's name. */
enum { LONGEST_VENUE = 80 };

struct cutting {
	const struct told *told;
	struct stretches *known;
	struct forms_atom *atoms;
	size_t count, start;
	size_t sentence; /* where it begins */
	enum forms_gap gap;
	bool bracket, full;
	bool by; /* "by [Ann Roe](u)": the word in front of people */
};

/* "March 5, 2023": the comma is of the date. */
static bool
joins_date(const struct cutting *cut, const char *at)
{
	const char *start = cut->told->text + cut->start;
	struct forms_slot slot;

	if (at[1] != ' ' || !words_is_year(at + 2) || at - start >= 16)
		return false;
	/* "Ann Mei, 2019" */
	start += text_span(start, " (");
	return (text_is_digit(*start) || words_month(start, strcspn(start, " .,")) > 0) &&
	    forms_stretch_slot(cut->known, start, (size_t)(at - start) + 6, &slot) &&
	    slot.role == FORMS_DATE && strlen(slot.date) > 4;
}

/* The sign at `at` that may part two atoms: its length, or 0. */
static size_t
gap_at(const struct cutting *cut, const char *at, enum forms_gap *gap)
{
	const char *text = cut->told->text;

	*gap = GAP_START;
	switch ((unsigned char)*at) {
	case FORMS_LABEL:
		*gap = GAP_LABEL;
		return 1;
	case FORMS_LINE:
		*gap = GAP_LINE;
		return 1;
	case '|':
		*gap = GAP_BAR;
		return 1;
	case '(':
	case ')':
	case '[':
	case ']':
		*gap = GAP_BRACKET;
		/* "f(x)" is a word. */
		return *at == '(' && at > text && at[-1] != ' ' &&
			cut->start < (size_t)(at - text)
		    ? 0
		    : 1;
	case '?':
	case '!':
		*gap = GAP_QUESTION;
		return forms_ends_word(at);
	case '.':
		*gap = GAP_STOP;
		return forms_stop_parts(cut->known, text + cut->start, at) ||
		    (forms_ends_word(at) && forms_ends_people(text + cut->sentence, at));
	case ',':
		if (joins_date(cut, at))
			return 0;
		/* "Bo Poe,2016" */
		*gap = GAP_COMMA;
		if (text_is_digit(at[1]) && words_is_year(at + 1))
			return 1;
		break;
	default:
		if (strchr(":; \xC2\xE2\xE3\xEF", *at) == NULL)
			return 0;
	}
	return forms_sign_length(at, gap);
}

static void
take_names(struct forms_slot *slot)
{
	slot->role = FORMS_PEOPLE;
	slot->venue = slot->date = NULL;
	slot->weak = slot->bare = false;
	slot->known = FORMS_STRANGE;
	slot->named = slot->named > 0 ? slot->named : 1;
	slot->person = true;
}

static void
add(struct cutting *cut, size_t end, char style)
{
	const char *text = cut->told->text;
	struct forms_atom atom = {
		.before = cut->gap, .style = style, .bracket = cut->bracket
	};
	size_t start = cut->start;

	/* ":heavy_check_mark: Title" */
	start = (size_t)(words_past_marks(text + start) - text);
	while (end > start && text[end - 1] == ' ')
		end--;
	/* "*Title* by Ann Roe": the word is the title's, too, when it is one. */
	atom.start = start;
	atom.end = end;
	if (cut->count > 0)
		start = forms_past_words(text, start, end);
	cut->by |= cut->count > 0 && end - start == 2 &&
	    strncasecmp(text + start, "by", 2) == 0;
	if (end <= start + (cut->by ? 2 : 0) ||
	    !forms_stretch_slot(cut->known, text + start, end - start, &atom.slot))
		return;
	if (style == ' ')
		atom.style = cut->told->style[start];
	if (atom.style == FORMS_NAMES || atom.style == FORMS_NAMES_APART) {
		atom.style = atom.style == FORMS_NAMES ? ' ' : 'i';
		take_names(&atom.slot);
	}
	/* "(PDF)", "`Keras`" */
	if ((atom.bracket || atom.style == 'c') && atom.slot.thing)
		atom.slot.bare = true;
	cut->by |= start >= atom.start + 3 &&
	    strncasecmp(text + start - 3, "by ", 3) == 0;
	/* "by TUM" */
	if (cut->by && !atom.bracket && atom.slot.person && atom.slot.date == NULL &&
	    strpbrk(atom.slot.text, " abcdefghijklmnopqrstuvwxyz") != NULL)
		atom.slot.role = FORMS_PEOPLE;
	cut->by = false;
	atom.from = start;
	atom.words = atom.slot.words;
	if (cut->count == FORMS_ATOMS) {
		cut->full = true;
		return;
	}
	cut->atoms[cut->count++] = atom;
	cut->gap = GAP_START;
}

static void
raise(struct cutting *cut, enum forms_gap gap)
{
	if (gap > cut->gap)
		cut->gap = gap;
}

/* "*J. Am. Things*", "[J. Am. Things 2026](u)": where the words end that are set
 * otherwise than those in front and are a venue, or people for sure, whole; 0: they are
 * none. */
static size_t
whole_end(struct cutting *cut, size_t at)
{
	const char *style = cut->told->style, *text = cut->told->text;
	size_t end = at;
	struct forms_slot slot;

	if (style[at] == ' ' || (at > 0 && style[at - 1] == style[at]))
		return 0;
	while (style[end] == style[at])
		end++;
	if (style[at] == FORMS_NAMES || style[at] == FORMS_NAMES_APART)
		return end;
	if (end - at > LONGEST_VENUE)
		return 0;
	for (size_t i = at; i < end; i++)
		if (text[i] == ',' &&
		    (text[i + 1] == '\0' || !text_is_digit(text[i + 2])))
			return 0;
	return strpbrk(text + at, ".,") != NULL &&
		forms_stretch_slot(cut->known, text + at, end - at, &slot) &&
		slot.role == FORMS_VENUE
	    ? end
	    : 0;
}

/* "2020-ACL-Title": a hyphen behind a date or a venue, in front of all else. */
static size_t
leading_gap(const struct cutting *cut, size_t at, enum forms_gap *gap)
{
	struct forms_slot slot;

	if (!text_is_any(cut->told->text[at], "-_") || at == cut->start ||
	    text_is_digit(cut->told->text[at + 1]) || at - cut->start > LONGEST_VENUE ||
	    cut->told->style[cut->start] != cut->told->style[at])
		return 0;
	for (size_t i = 0; i < cut->count; i++)
		if (cut->atoms[i].slot.role > FORMS_VENUE)
			return 0;
	*gap = GAP_HYPHEN;
	return forms_stretch_slot(
		   cut->known, cut->told->text + cut->start, at - cut->start, &slot) &&
	    (slot.role == FORMS_DATE
		    ? strlen(slot.date) == 4 && at - cut->start == 4
		    : slot.role == FORMS_VENUE && slot.known > 0 && cut->count > 0);
}

/* At `at` an atom may end: how far to go on. */
static size_t
step(struct cutting *cut, size_t at)
{
	const char *text = cut->told->text, *here = text + at;
	size_t mark, length = 0;
	enum forms_gap gap;

	if (at == 0 || text_is_any(here[-1], " [(,.:") || cut->start == at)
		length = forms_quotation(cut->told, at, &mark);
	if (length > 0) {
		add(cut, at, ' ');
		raise(cut, GAP_QUOTE);
		cut->start = at + mark;
		add(cut, at + length - mark, 'q');
		cut->start = at + length;
		raise(cut, GAP_QUOTE);
		return length;
	}
	length = whole_end(cut, at);
	if (length > at) {
		add(cut, at, ' ');
		raise(cut, GAP_STYLE);
		cut->start = at;
		return length - at;
	}
	/* "2021 Title of a Work", "2021 - Title of a Work" */
	if (at == 4 && cut->count == 0 && *here == ' ' && words_is_year(text)) {
		length = strncmp(here, " - ", 3) == 0 && !text_is_digit(here[3]) ? 3 : 1;
		add(cut, at, ' ');
		raise(cut, length > 1 ? GAP_HYPHEN : GAP_STYLE);
		cut->start = at + length;
		return length;
	}
	length = gap_at(cut, here, &gap);
	if (length == 0)
		length = leading_gap(cut, at, &gap);
	if (length > 0) {
		/* "Access: [here](u)" */
		if (gap != GAP_COLON || here[length] != FORMS_LABEL)
			add(cut, at + (*here == '?' || *here == '!'), ' ');
		raise(cut, gap);
		if (gap == GAP_BRACKET)
			cut->bracket = text_is_any(here[length - 1], "([") ||
			    strncmp(here, "（", length) == 0 ||
			    strncmp(here, "【", length) == 0;
		cut->start = at + length;
		if (gap >= GAP_STOP)
			cut->sentence = cut->start;
		return length;
	}
	if (at > cut->start && cut->told->style[at] != cut->told->style[cut->start] &&
	    (*here != ' ' || cut->told->style[cut->start] != ' ')) {
		add(cut, at, ' ');
		raise(cut, GAP_STYLE);
		cut->start = cut->sentence = at;
	}
	return 1;
}

/* Letters, digits, blanks between letters, set in one way: nothing ends there; how many. */
static size_t
run_from(const struct cutting *cut, size_t from)
{
	const char *style = cut->told->style, *text = cut->told->text;
	const char how = style[cut->start];
	size_t at = from;

	while (at > 0 && style[at] == how && style[at - 1] == how &&
	    (text_is_letter(text[at]) || text_is_digit(text[at]) ||
		(text[at] == ' ' && at > cut->start && text_is_letter(text[at + 1]) &&
		    text_is_letter(text[at - 1]))))
		at++;
	return at - from;
}

bool
forms_cut(struct stretches *known, const struct told *told, struct forms_atom *atoms,
    struct forms_item *item)
{
	struct cutting cut = { .told = told, .known = known, .atoms = atoms };
	size_t at = 0;

	while (told->text[at] != '\0') {
		size_t run = run_from(&cut, at);
		at += run > 0 ? run : step(&cut, at);
	}
	add(&cut, at, ' ');
	cut.count = forms_join_people(known, told, atoms, cut.count);
	*item = (struct forms_item){ .told = told, .atoms = atoms, .count = cut.count };
	return !cut.full && cut.count > 0;
}
