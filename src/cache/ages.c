/* An answer and the one before it in, since when each claim stands out. */
#include "cache/ages.h"

#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "cache/bytes.h"

static void
put_age(struct buffer *out, enum field field, int64_t since)
{
	const char *name = claim_field_name(field);
	char time[8];

	bytes_put_u64(time, (uint64_t)since);
	buffer_add(out, name, strlen(name) + 1);
	buffer_add(out, time, sizeof time);
}

bool
ages_decode(struct arena *arena, struct span bytes, struct answer *answer)
{
	const char *at = bytes.bytes, *end = at + bytes.length;
	struct answer_age *ages = NULL;
	enum field field;

	answer->age_count = 0;
	while (at < end) {
		const char *name = at, *stop = memchr(at, '\0', (size_t)(end - at));

		if (stop == NULL || end - stop < 9)
			return false;
		at = stop + 9;
		for (field = 0; field < FIELD_COUNT; field++)
			if (strcmp(claim_field_name(field), name) == 0)
				break;
		if (field == FIELD_COUNT)
			continue;
		ages = arena_push(arena, ages, answer->age_count, sizeof *ages);
		ages[answer->age_count++] = (struct answer_age){ field,
			(int64_t)bytes_get_u64(stop + 1) };
	}
	answer->ages = ages;
	return true;
}

void
ages_encode(const struct answer *answer, struct buffer *out)
{
	for (size_t i = 0; i < answer->age_count; i++)
		put_age(out, answer->ages[i].field, answer->ages[i].since);
}

void
ages_inherit(struct arena *arena, const struct value *old, int64_t at,
    const struct value *new, struct buffer *out)
{
	struct answer before = { .retrieved_at = at }, now = { .retrieved_at = 0 };

	buffer_clear(out);
	if (old->state != ANSWER_FOUND || new->state != ANSWER_FOUND ||
	    !brief_decode(arena, old->brief.bytes, old->brief.length, &before.brief) ||
	    !brief_decode(arena, new->brief.bytes, new->brief.length, &now.brief) ||
	    !ages_decode(arena, old->ages, &before))
		return;
	for (size_t i = 0; i < now.brief.claim_count; i++) {
		const struct claim *claim = &now.brief.claims[i];
		const struct claim *other = brief_claim(&before.brief, claim->field);

		if (other != NULL && claim_equal(claim, other))
			put_age(out, claim->field, answer_since(&before, claim->field));
	}
}
