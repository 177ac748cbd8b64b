/* A form that was learned enters; what is told of it, in words, leaves. */
#include "list/prose/forms.h"

#include <string.h>

#include "base/arena.h"
#include "list/prose/inside.h"

/* Bytes of brackets and labels that say nothing. */
enum { MARKS = 12 };

/* Items of a section of which it can be said how they read. */
enum { FEWEST = 6 };

/* Does more stand from the title on than the entry has, and a few signs? */
static bool
says_more(const struct told *told, const struct entry *entry)
{
	const char *const has[] = { entry->title, entry->authors, entry->venue,
		entry->date_raw != NULL ? entry->date_raw : entry->date, entry->institute,
		entry->license };
	size_t rest = strlen(told->text + told->title), explained = MARKS;

	for (size_t i = 0; i < sizeof has / sizeof *has; i++)
		explained += has[i] == NULL ? 0 : strlen(has[i]);
	return rest > explained;
}

/* What the form is called: "title — people, venue, date". */
const char *
forms_text(struct arena *arena, const struct learned *learned, enum parting parting)
{
	static const char *const signs[] = { " — ", " – ", " - ", " | ", ". ", " ", ", ",
		" (", "; ", " // " };
	const char *text = "title", *sign = signs[parting];
	enum forms_role before = FORMS_OTHER;

	for (size_t s = 0; s < FORMS_PLACES; s++) {
		enum forms_role role = forms_role_mostly(learned, s);
		if (role >= FORMS_SHORT || role == before)
			continue;
		text = arena_printf(arena, "%s%s%s", text, sign, forms_role_name(role));
		sign = ", ";
		before = role;
	}
	return parting == PART_BRACKET ? arena_printf(arena, "%s)", text) : text;
}

/* A title that is set apart is sure, and behind it may stand a description: only a
 * year that is no date shows that something was not read. */
static bool
reads_badly(const struct told *told, const struct entry *entry)
{
	const char *at = told->text + told->title;

	if (told->style[told->title] == ' ')
		return true;
	for (; entry->date == NULL && *at != '\0'; at += *at != '\0') {
		size_t digits = strspn(at, "0123456789");

		if (digits == 4 &&
		    (strncmp(at, "19", 2) == 0 || strncmp(at, "20", 2) == 0))
			return true;
		at += digits;
	}
	return false;
}

static void
count_item(struct list_form *form, unsigned line, bool apart)
{
	form->items++;
	if (!apart)
		return;
	if (form->apart < LIST_LINES)
		form->lines[form->apart] = line;
	form->apart++;
}

/* A section that hardly follows the form is kept to be told of. */
static void
doubt(struct reader *reader, const struct list_form *part)
{
	if (part->items < FEWEST || part->apart * 2 <= part->items)
		return;
	reader->doubts = arena_push(
	    reader->arena, reader->doubts, reader->doubt_count, sizeof *reader->doubts);
	reader->doubts[reader->doubt_count++] = *part;
}

void
forms_say(struct reader *reader, const struct told *tolds, const size_t *which,
    size_t count, const bool *read, const struct list_form *form)
{
	struct list_form told = *form, part = *form;

	for (size_t i = 0; i < count; i++) {
		const struct told *item = &tolds[which[i]];
		const struct entry *entry = &reader->entries[item->entry];
		bool apart = !read[i] && says_more(item, entry);

		if (i == 0 || strcmp(part.section, entry->section) != 0) {
			doubt(reader, &part);
			part = *form;
			part.section = entry->section;
		}
		count_item(&told, entry->line, apart);
		count_item(&part, entry->line, apart && reads_badly(item, entry));
	}
	doubt(reader, &part);
	reader->seen = arena_push(
	    reader->arena, reader->seen, reader->seen_count, sizeof *reader->seen);
	reader->seen[reader->seen_count++] = told;
}
