/* Slots and what is known of their places enter; the fields that they give leave. */
#include "list/prose/forms.h"

#include "list/prose/inside.h"

void
forms_read_slots(struct arena *arena, const struct learned *learned, enum parting parting,
    const struct forms_tail *tail, struct entry *entry)
{
	for (size_t s = 0; s < tail->count; s++) {
		const struct forms_slot *slot = &tail->slots[s];
		enum forms_role role = slot->role;
		if (role == FORMS_SHORT)
			role = forms_role_of_place(learned, parting, tail, s);
		if (slot->date != NULL && entry->date == NULL)
			entry->date = slot->date;
		if (role == FORMS_VENUE && entry->venue == NULL) {
			entry->venue = slot->venue;
			if (slot->venue == NULL)
				words_venue(arena, slot->text, entry);
		}
		if (role == FORMS_PEOPLE && entry->authors == NULL)
			entry->authors = slot->text;
		if (role == FORMS_INSTITUTE && entry->institute == NULL)
			entry->institute = slot->text;
	}
}
