/* One record enters, its JSON object leaves. */
#include "release/record/line.h"

#include <assert.h>

#include "base/json.h"
#include "release/record/member.h"

static void write_thing(struct json_writer *, const struct telling *,
    const struct shape *, const void *thing);

/* Two digits by integers: the same in every locale. */
static void
write_confidence(struct json_writer *w, double value)
{
	int hundredths = (int)(value * 100 + 0.5);
	char text[] = "0.00";

	assert(hundredths >= 0 && hundredths <= 100);
	text[0] = (char)('0' + hundredths / 100);
	text[2] = (char)('0' + hundredths / 10 % 10);
	text[3] = (char)('0' + hundredths % 10);
	json_write_number(w, text);
}

static void
write_list(struct json_writer *w, const struct telling *telling,
    const struct member *member, const void *thing)
{
	json_write_array(w);
	for (size_t i = 0; i < member_count(member, thing); i++)
		write_thing(w, telling, member->of, member_element(member, thing, i));
	json_write_array_end(w);
}

static void
write_value(struct json_writer *w, const struct telling *telling,
    const struct member *member, const void *thing)
{
	int64_t number;

	switch (member->kind) {
	case MEMBER_NUMBER:
	case MEMBER_YEAR:
	case MEMBER_COUNT:
	case MEMBER_VERSION:
		if (member_number(member, thing, &number))
			json_write_integer(w, number);
		else
			json_write_null(w);
		break;
	case MEMBER_FLAG:
		if (member_flag(member, thing) == TRI_UNKNOWN)
			json_write_null(w);
		else
			json_write_boolean(w, member_flag(member, thing) == TRI_TRUE);
		break;
	case MEMBER_CONFIDENCE:
		write_confidence(w, member_confidence(member, thing));
		break;
	case MEMBER_LIST:
		write_list(w, telling, member, thing);
		break;
	default:
		json_write_string(w, member_text(telling, member, thing));
	}
}

static void
write_thing(struct json_writer *w, const struct telling *telling,
    const struct shape *shape, const void *thing)
{
	json_write_object(w);
	for (size_t i = 0; i < shape->count; i++) {
		if ((shape->members[i].flags & IN_JSON) == 0)
			continue;
		json_write_key(w, shape->members[i].name);
		write_value(w, telling, &shape->members[i], thing);
	}
	json_write_object_end(w);
}

void
line_write(struct json_writer *w, struct arena *arena, const struct record *record)
{
	const struct telling telling = { arena, record };

	write_thing(w, &telling, &record_shape, record);
}
