/* A form that was learned enters; what is told of it, in words, leaves. */
#include "list/prose/forms.h"

#include <string.h>

#include "base/arena.h"
#include "list/prose/inside.h"

/* Bytes of brackets and labels that say nothing. */
enum { MARKS = 12 };

/* Does more stand behind the title than a few signs? */
static bool
says_more(const struct told *told, const struct entry *entry)
{
	size_t rest = strlen(told->text + told->title), title = strlen(entry->title);

	return rest > title + MARKS;
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

void
forms_say(struct reader *reader, const struct told *tolds, const size_t *which,
    size_t count, const bool *read, const struct list_form *form)
{
	struct list_form told = *form;

	for (size_t i = 0; i < count; i++) {
		const struct told *item = &tolds[which[i]];
		const struct entry *entry = &reader->entries[item->entry];
		told.items++;
		if (read[i] || !says_more(item, entry))
			continue;
		if (told.apart < LIST_LINES)
			told.lines[told.apart] = entry->line;
		told.apart++;
	}
	reader->seen = arena_push(
	    reader->arena, reader->seen, reader->seen_count, sizeof *reader->seen);
	reader->seen[reader->seen_count++] = told;
}
