/*
 * Every JSON reply under tests/replies that is taken, each of its values in turn another
 * kind of thing or gone: what is read then was said, or is not there, and nothing that
 * was found becomes an absence but where null is the source's own word for it.
 */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/json.h"
#include "replies.h"
#include "source/source.h"

static const char *const shapes[] = { "null", "true", "[]", "{}", "[null]", "[[null]]",
	"{\"a\":null}", "\"\"", "[{\"a\":[]}]", "-1", "1e308", "18446744073709551616",
	"\"made-up unheard-of\"", NULL /* the member is gone */ };
enum { SHAPES = sizeof shapes / sizeof *shapes, WORDS = SHAPES - 2, MOST_VALUES = 160 };

static unsigned trials, wrong;

/* What a reply came to: the state of each answer, and its brief. */
struct heard_all {
	size_t count;
	enum answer_state states[64];
	struct brief briefs[64];
	bool briefed[64];
};

static bool
read_all(struct arena *arena, const struct reply *reply, struct heard_all *out)
{
	size_t count = reply->request.question_count;
	struct answer *answers = arena_alloc(arena, count * sizeof *answers);

	memset(out, 0, sizeof *out);
	if (count > 64 ||
	    reply->source->split(&reply->request, &reply->response, reply->has_key) !=
		VERDICT_TAKE)
		return false;
	reply->source->read(&reply->request, &reply->response, arena, answers);
	out->count = count;
	for (size_t i = 0; i < count; i++) {
		out->states[i] = answers[i].state;
		out->briefed[i] = answers[i].state == ANSWER_FOUND &&
		    answers[i].body != NULL &&
		    reply->source->brief(&answers[i], arena, &out->briefs[i]);
	}
	return true;
}

/* Another truth for a truth is believed, and types of record are spelt otherwise. */
enum {
	TRUTHS = FIELD_BIT(FIELD_OPEN_ACCESS) | FIELD_BIT(FIELD_RETRACTED) |
	    FIELD_BIT(FIELD_GATED) | FIELD_BIT(FIELD_ARCHIVED) |
	    FIELD_BIT(FIELD_DISABLED) | FIELD_BIT(FIELD_TYPE),
	DAYS = FIELD_BIT(FIELD_ISSUED) | FIELD_BIT(FIELD_FIRST_PUBLIC)
};

/* Does it stand in the reply, or is it less of what the whole reply says?  Of days the
 * year does (OpenReview counts milliseconds); of a decision "submitted" is the
 * least, of a licence that there is none or one that nobody knows. */
static bool
was_said(const struct reply *whole, const struct brief *before, const struct claim *claim)
{
	const char *text = brief_text(before, claim->field), *said = claim->text;
	const char *body = whole->response.body;
	unsigned bit = FIELD_BIT(claim->field);

	if (said == NULL || *said == '\0' || (bit & TRUTHS) != 0 ||
	    (text != NULL && strncmp(text, said, strlen(said)) == 0) ||
	    memmem(body, whole->response.body_length, said, strlen(said)) != NULL)
		return true;
	if (claim->field == FIELD_DECISION)
		return strncmp(said, "submitted", 9) == 0;
	/* With its subtitle. */
	if (claim->field == FIELD_TITLE)
		return memmem(body, whole->response.body_length, said,
			   strcspn(said, ":")) != NULL;
	if (claim->field == FIELD_LICENSE)
		return strcmp(said, "none") == 0 || strcmp(said, "NOASSERTION") == 0;
	return (bit & DAYS) != 0 &&
	    (strncmp(whole->source->name, "openreview", 10) == 0 ||
		memmem(body, whole->response.body_length, said, 4) != NULL);
}

/* Null for an element of a batch, and nothing in what a search found, are its "no". */
static bool
is_own_no(const struct reply *whole, const struct json *value, const char *shape)
{
	return (strcmp(whole->source->name, "semanticscholar") == 0 &&
		   value->key == NULL) ||
	    (whole->question_count == 1 && shape != NULL && strcmp(shape, "[]") == 0 &&
		value->kind == JSON_ARRAY);
}

static void
complain(const char *stem, const struct json *value, const char *shape, const char *what,
    const char *text)
{
	if (wrong++ < 40)
		fprintf(stderr, "%s: %s%.*s → %s: %s %s\n", stem,
		    value->key != NULL ? value->key : "",
		    (int)(value->raw_length < 60 ? value->raw_length : 60), value->raw,
		    shape == NULL ? "(gone)" : shape, what, text);
}

static void
compare(const char *stem, const struct reply *whole, const struct heard_all *before,
    const struct heard_all *after, const struct json *value, size_t s)
{
	for (size_t i = 0; i < after->count; i++) {
		if (before->states[i] == ANSWER_FOUND &&
		    after->states[i] == ANSWER_ABSENT &&
		    (s != WORDS || value->kind != JSON_STRING) &&
		    !is_own_no(whole, value, shapes[s]))
			complain(stem, value, shapes[s], "became an absence", "");
		if (!after->briefed[i])
			continue;
		for (size_t c = 0; c < after->briefs[i].claim_count; c++) {
			const struct claim *claim = &after->briefs[i].claims[c];

			/* What is made up is believed where a text may stand. */
			if (s == WORDS ? claim->text == NULL ||
				    strstr(claim->text, "unheard") != NULL
				       : false)
				continue;
			if (!was_said(whole, &before->briefs[i], claim))
				complain(stem, value, shapes[s],
				    claim_field_name(claim->field), claim->text);
		}
	}
}

static void
try_shape(const char *stem, const struct reply *whole, const struct heard_all *before,
    const struct json *value, size_t s)
{
	const char *body = whole->response.body, *from = value->raw;
	const char *to = value->raw + value->raw_length;
	const char *shape = shapes[s];
	struct arena *arena = arena_new();
	struct reply other = *whole;
	struct heard_all after;
	struct buffer made;

	trials++;
	/* Under another name a member is gone. */
	if (shape == NULL && value->key != NULL)
		while (from > body && *from != ':')
			from--;
	buffer_init(&made, 0);
	if (shape == NULL && *from == ':') {
		buffer_add(&made, body, (size_t)(from - body));
		while (made.length > 0 && made.bytes[made.length - 1] != '"')
			made.length--;
		made.length--;
		buffer_text(&made, "-gone\":null");
	} else {
		buffer_add(&made, body, (size_t)(from - body));
		buffer_text(&made, shape == NULL ? "null" : shape);
	}
	buffer_add(&made, to, whole->response.body_length - (size_t)(to - body));
	other.response.body = arena_text_n(arena, made.bytes, made.length);
	other.response.body_length = made.length;
	if (read_all(arena, &other, &after))
		compare(stem, whole, before, &after, value, s);
	buffer_free(&made);
	arena_free(arena);
}

static void
walk(const char *stem, const struct reply *whole, const struct heard_all *before,
    const struct json *value, unsigned *left)
{
	if (*left == 0)
		return;
	--*left;
	for (size_t s = 0; s < SHAPES; s++)
		try_shape(stem, whole, before, value, s);
	for (const struct json *child = value->child; child != NULL; child = child->next)
		walk(stem, whole, before, child, left);
}

static void
try_case(const struct source *source, const char *stem)
{
	struct arena *arena = arena_new();
	unsigned left = MOST_VALUES;
	const struct json *body;
	struct heard_all before;
	struct reply reply;

	if (reply_load(arena, source, stem, &reply) && read_all(arena, &reply, &before) &&
	    (body = json_parse(
		 arena, reply.response.body, reply.response.body_length, NULL)) != NULL)
		walk(stem, &reply, &before, body, &left);
	arena_free(arena);
}

static void
try_folder(const char *root, const struct source *source)
{
	char folder[4096], stem[8192];
	struct dirent **names;
	int count;

	snprintf(folder, sizeof folder, "%s/tests/replies/%s", root, source->name);
	count = scandir(folder, &names, NULL, alphasort);
	for (int i = 0; i < count; i++) {
		char *dot = strrchr(names[i]->d_name, '.');

		if (dot != NULL && strcmp(dot, ".ask") == 0) {
			*dot = '\0';
			snprintf(stem, sizeof stem, "%s/%s", folder, names[i]->d_name);
			try_case(source, stem);
		}
		free(names[i]);
	}
	if (count >= 0)
		free(names);
}

int
main(void)
{
	const char *root = getenv("top_srcdir");

	for (size_t i = 0; sources[i] != NULL; i++)
		try_folder(root == NULL ? "." : root, sources[i]);
	printf("%u shapes, %u wrong\n", trials, wrong);
	return wrong > 0 || trials < 10000;
}
