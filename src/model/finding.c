/* Words of findings, and the key that outlives an inserted row. */
#include "model/finding.h"

#include "base/arena.h"

#include <string.h>

#include "base/buffer.h"
#include "base/digest.h"

const char *const finding_classes[] = {
	[FINDING_FIX] = "fix", [FINDING_DECIDE] = "decide", [FINDING_NOTE] = "note", NULL
};

const char *const finding_states[] = { [FINDING_NEW] = "new",
	[FINDING_OPEN] = "open",
	[FINDING_ACCEPTED] = "accepted",
	[FINDING_GONE] = "gone",
	NULL };

static void
add_part(struct buffer *buffer, const char *text)
{
	/* With its NUL: "ab" + "c" must not meet "a" + "bc". */
	if (text != NULL)
		buffer_add(buffer, text, strlen(text));
	buffer_char(buffer, '\0');
}

static void
make_key(struct finding *finding, const struct buffer *parts)
{
	char digest[DIGEST_TEXT];

	digest_text(parts->bytes, parts->length, digest);
	memcpy(finding->key, digest, sizeof finding->key - 1);
	/* Digits alone, or 2e888635, are numbers to a spreadsheet. */
	finding->key[0] = "abcdef"[(unsigned char)finding->key[0] % 6];
	finding->key[sizeof finding->key - 1] = '\0';
}

void
finding_make_key(struct finding *finding)
{
	struct buffer buffer;

	buffer_init(&buffer, 0);
	add_part(&buffer, finding->code);
	add_part(&buffer, finding->list);
	add_part(&buffer, finding->work_id);
	add_part(&buffer, finding->given);
	make_key(finding, &buffer);
	buffer_free(&buffer);
}

void
finding_next_key(struct finding *finding)
{
	struct buffer buffer;

	buffer_init(&buffer, 0);
	add_part(&buffer, finding->key);
	make_key(finding, &buffer);
	buffer_free(&buffer);
}

struct finding
finding_copy(struct arena *arena, const struct finding *from)
{
	struct finding copy = *from;

	copy.code = arena_text(arena, from->code);
	copy.list = arena_text(arena, from->list);
	copy.work_id = arena_text(arena, from->work_id);
	copy.title = arena_text(arena, from->title);
	copy.field = arena_text(arena, from->field);
	copy.given = arena_text(arena, from->given);
	copy.found = arena_text(arena, from->found);
	copy.source = arena_text(arena, from->source);
	copy.evidence = arena_text(arena, from->evidence);
	copy.repair = arena_text(arena, from->repair);
	copy.put = arena_text(arena, from->put);
	copy.first_seen = arena_text(arena, from->first_seen);
	copy.reason = arena_text(arena, from->reason);
	return copy;
}
