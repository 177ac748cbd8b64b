/* Items as they were read, one after the other, enter; what is told of a list's forms,
 * in words, leaves. */
#include "list/forms/forms.h"

#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "list/words/words.h"

/* Bytes of brackets and labels that say nothing; items of a section of which it can be
 * said how they read; of a form that is told; forms of a list. */
enum { MARKS = 12, FEWEST = 6, ENOUGH = 8, MOST_FORMS = 16 };

/* One way in which titles are set apart. */
struct told_form {
	uint64_t edges;
	unsigned roles; /* how many the best item has */
	struct list_form form;
};

struct forms_said {
	struct reader *reader;
	struct told_form forms[MOST_FORMS];
	size_t count;
	struct list_form part; /* the section at hand */
};

struct forms_said *
forms_said_new(struct arena *arena, struct reader *reader)
{
	struct forms_said *said = arena_alloc(arena, sizeof *said);

	*said = (struct forms_said){ .reader = reader };
	return said;
}

/* Does more stand in an item than the entry has, and a few signs? */
static bool
says_more(const struct told *told, const struct entry *entry)
{
	const char *const has[] = { entry->title, entry->name, entry->authors,
		entry->venue, entry->date_raw != NULL ? entry->date_raw : entry->date,
		entry->institute, entry->license };
	size_t rest = strlen(told->text), explained = MARKS;

	for (size_t i = 0; i < sizeof has / sizeof *has; i++)
		explained += has[i] == NULL ? 0 : strlen(has[i]);
	return rest > explained;
}

/* A title that is set apart is sure, and behind it may stand a description: only a
 * year that is no date shows that something was not read. */
static bool
reads_badly(const struct told *told, const struct entry *entry)
{
	const char *at = told->text;

	if (told->style[told->title] == ' ')
		return true;
	for (; entry->date == NULL && *at != '\0'; at += *at != '\0') {
		size_t digits = text_span(at, "0123456789");

		if (digits == 4 &&
		    (strncmp(at, "19", 2) == 0 || strncmp(at, "20", 2) == 0))
			return true;
		at += digits;
	}
	return false;
}

static void
count_item(struct list_form *form, unsigned line, bool apart, bool agrees)
{
	form->items++;
	form->agree += agrees;
	if (!apart)
		return;
	if (form->apart < LIST_LINES)
		form->lines[form->apart] = line;
	form->apart++;
}

static struct told_form *
form_of(struct forms_said *said, uint64_t edges)
{
	size_t at = 0;

	while (at < said->count && said->forms[at].edges != edges)
		at++;
	/* What is beyond all measure is counted with the last. */
	if (at == MOST_FORMS)
		return &said->forms[at - 1];
	if (at == said->count)
		said->forms[said->count++] = (struct told_form){ .edges = edges };
	return &said->forms[at];
}

/* What stands in front of an atom, as a list would write it; within: the one before is
 * in the same brackets. */
static const char *
sign_of(const struct forms_atom *atom, bool within)
{
	static const char *const signs[GAPS] = { "", " ", ", ", ": ", ". ", "; ", " ",
		" ", " - ", " — ", " | ", " ", " ", " ⏎ " };

	return within && atom->before == GAP_BRACKET ? ", " : signs[atom->before];
}

static const char *
text_of(struct arena *arena, const struct forms_look *look, const struct forms_span *span)
{
	const struct forms_item *item = look->item;
	const struct forms_atom *atoms = item->atoms;
	static const char *const names[FORMS_ROLES] = { "date", "venue", "people",
		"institute", "words", "words" };
	enum forms_role of[FORMS_ATOMS];
	const char *text = "";
	bool open = false;

	forms_roles_of(look, span, of);
	for (size_t i = 0; i < item->count;
	     i += i == span->first ? span->last - i + 1 : 1) {
		enum forms_role role = i == span->first ? FORMS_OTHER : of[i];
		const char *name = i == span->first ? "title" : names[role];
		if (open && !atoms[i].bracket) {
			text = arena_printf(arena, "%s)", text);
			open = false;
		}
		text = arena_printf(arena, "%s%s%s%s%s", text, sign_of(&atoms[i], open),
		    atoms[i].bracket && !open ? "(" : "", name,
		    role == FORMS_VENUE && atoms[i].slot.date != NULL ? ", date" : "");
		open = atoms[i].bracket;
	}
	return arena_printf(arena, "%s%s", text + text_span(text, " "), open ? ")" : "");
}

/* A section that hardly follows the form is kept to be told of. */
static void
doubt(struct forms_said *said)
{
	struct reader *reader = said->reader;

	if (said->part.items < FEWEST || said->part.apart * 2 <= said->part.items)
		return;
	reader->doubts = arena_push(
	    reader->arena, reader->doubts, reader->doubt_count, sizeof *reader->doubts);
	reader->doubts[reader->doubt_count++] = said->part;
}

/* How many roles an item has, each once; 0: it repeats one. */
static unsigned
roles_told(const struct forms_look *look, const struct forms_span *span)
{
	const struct forms_item *item = look->item;
	enum forms_role of[FORMS_ATOMS];
	unsigned seen = 0, roles = 1;

	forms_roles_of(look, span, of);
	for (size_t i = 0; i < item->count; i++) {
		unsigned role;
		if (i >= span->first && i <= span->last)
			continue;
		role = 1u << of[i];
		if ((seen & role) != 0)
			return 0;
		seen |= role;
		roles++;
	}
	return roles;
}

void
forms_say_again(struct forms_said *said, const struct told *told, uint64_t edges,
    enum forms_joined joined)
{
	struct entry *entry = &said->reader->entries[told->entry];
	bool more = joined == FORMS_APART && says_more(told, entry);
	bool apart = more && reads_badly(told, entry);

	/* A name that is set apart, and what describes it: of that this reading is silent. */
	if (apart || !more)
		count_item(&form_of(said, edges)->form, entry->line, apart,
		    joined == FORMS_AGREED);
	if (said->part.section == NULL ||
	    strcmp(said->part.section, entry->section) != 0) {
		doubt(said);
		said->part = (struct list_form){ .section = entry->section };
	}
	count_item(&said->part, entry->line, apart, joined == FORMS_AGREED);
}

void
forms_say_item(struct forms_said *said, const struct forms_look *look,
    const struct forms_span *span, enum forms_joined joined)
{
	uint64_t edges = forms_edges(look->item, span);
	struct told_form *form = form_of(said, edges);
	unsigned roles = roles_told(look, span);

	if (joined != FORMS_APART && (form->form.text == NULL || roles > form->roles)) {
		form->roles = roles;
		form->form.text = text_of(said->reader->arena, look, span);
	}
	forms_say_again(said, look->item->told, edges, joined);
}

void
forms_say_all(struct forms_said *said)
{
	struct reader *reader = said->reader;
	struct list_form *best = NULL;

	doubt(said);
	for (size_t i = 0; i < said->count; i++) {
		struct list_form *form = &said->forms[i].form;
		if (form->items < ENOUGH || form->text == NULL)
			continue;
		reader->seen = arena_push(reader->arena, reader->seen, reader->seen_count,
		    sizeof *reader->seen);
		reader->seen[reader->seen_count++] = *form;
		if (best == NULL || form->items > best->items)
			best = form;
	}
	for (size_t i = 0; i < reader->doubt_count; i++)
		reader->doubts[i].text = best == NULL ? "" : best->text;
	if (best == NULL)
		reader->doubt_count = 0;
}
