/* Words of findings, and the key that outlives an inserted row. */
#include "model/finding.h"

#include <assert.h>
#include <string.h>

#include "base/buffer.h"
#include "base/digest.h"

const char *finding_class_name(enum finding_class class)
{
	switch (class) {
	case FINDING_FIX:
		return "fix";
	case FINDING_DECIDE:
		return "decide";
	case FINDING_NOTE:
		return "note";
	}
	assert(!"a class");
	return "note";
}

const char *
finding_state_name(enum finding_state state)
{
	switch (state) {
	case FINDING_NEW:
		return "new";
	case FINDING_OPEN:
		return "open";
	case FINDING_ACCEPTED:
		return "accepted";
	case FINDING_GONE:
		return "gone";
	}
	assert(!"a state");
	return "new";
}

static void
add_part(struct buffer *buffer, const char *text)
{
	/* With its NUL: "ab" + "c" must not meet "a" + "bc". */
	if (text != NULL)
		buffer_add(buffer, text, strlen(text));
	buffer_char(buffer, '\0');
}

void
finding_make_key(struct finding *finding)
{
	char digest[DIGEST_TEXT];
	struct buffer buffer;

	buffer_init(&buffer, 0);
	add_part(&buffer, finding->code);
	add_part(&buffer, finding->list);
	add_part(&buffer, finding->work_id);
	add_part(&buffer, finding->given);
	digest_text(buffer.bytes, buffer.length, digest);
	buffer_free(&buffer);
	memcpy(finding->key, digest, sizeof finding->key - 1);
	/* Digits alone, or 2e888635, are numbers to a spreadsheet. */
	finding->key[0] = "abcdef"[(unsigned char)finding->key[0] % 6];
	finding->key[sizeof finding->key - 1] = '\0';
}
