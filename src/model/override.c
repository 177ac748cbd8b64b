/* The name of a field and a curator's value for it enter; what is wrong leaves. */
#include "model/override.h"

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "base/near.h"
#include "base/text.h"
#include "model/date.h"
#include "model/record_table.h"

const char *
override_id_field(struct arena *arena, enum identifier_kind kind, bool with_id)
{
	return arena_printf(arena, with_id ? "%s_id" : "%s", identifier_kind_name(kind));
}

static bool
is_identifier(struct arena *arena, const char *field)
{
	for (size_t i = 0; i < 2 * IDENTIFIER_KINDS; i++) {
		enum identifier_kind kind = (enum identifier_kind)(i / 2);

		if (identifier_is_paper(kind) &&
		    strcmp(field, override_id_field(arena, kind, i % 2 != 0)) == 0)
			return true;
	}
	return false;
}

/* "a, b or c" */
static const char *
listed(struct arena *arena, const char *const *words)
{
	const char *text = words[0];

	for (size_t i = 1; words[i] != NULL; i++)
		text = arena_join(
		    arena, text, words[i + 1] == NULL ? " or " : ", ", words[i], NULL);
	return text;
}

/* What a value must be and is not, or NULL. */
static const char *
wanted(struct arena *arena, const struct member *member, const char *value)
{
	static const char *const flags[] = { "true", "false", NULL };
	int64_t first, last;

	if (member->words != NULL)
		return text_is_one_of(value, member->words)
		    ? NULL
		    : listed(arena, member->words);
	switch (member->kind) {
	case MEMBER_DATE:
	case MEMBER_NUMBER: /* the year, by any date in it */
		return date_days(value, &first, &last)
		    ? NULL
		    : "a date (2024, 2024-03, 2024-03-31)";
	case MEMBER_COUNT:
		return strlen(value) <= 18 && strspn(value, "0123456789") == strlen(value)
		    ? NULL
		    : "a number";
	case MEMBER_FLAG:
		return text_is_one_of(value, flags) ? NULL : "true or false";
	default: /* any text */
		return NULL;
	}
}

static const char *
meant(struct arena *arena, const char *field)
{
	struct near near = { .word = field };

	near_look(&near, "venue");
	for (unsigned kind = 0; kind < IDENTIFIER_KINDS; kind++)
		if (identifier_is_paper((enum identifier_kind)kind))
			near_look(
			    &near, identifier_kind_name((enum identifier_kind)kind));
	for (size_t i = 0; i < record_shape.count; i++)
		if ((record_shape.members[i].flags & OVERRIDES) != 0)
			near_look(&near, record_shape.members[i].name);
	return near_words(arena, &near);
}

const char *
override_trouble(struct arena *arena, const char *field, const char *value)
{
	const char *name = strcmp(field, "venue") == 0 ? "container_title" : field;
	const struct member *member = record_member(name);
	const char *must = NULL;

	if (member != NULL && (member->flags & OVERRIDES) == 0)
		member = NULL;
	if (member == NULL && !is_identifier(arena, field))
		return arena_printf(
		    arena, "there is no field %s%s", field, meant(arena, field));
	if (text_is_blank(value))
		return arena_printf(arena, "there is no value for %s", field);
	if (member != NULL)
		must = wanted(arena, member, value);
	return must == NULL ? NULL
			    : arena_printf(arena, "%s is %s, not %s", field, must, value);
}
