/* What was kept of a model, data set or space in, its brief out. */
#include "source/huggingface.h"

#include <string.h>

#include "base/arena.h"
#include "base/json.h"
#include "base/text.h"
#include "source/draft.h"

/* Words, ", " between, none twice. */
struct words {
	struct arena *arena;
	const char *text;
};

static void
add_word(struct words *words, const char *word)
{
	size_t length = strlen(word);
	const char *at = words->text;

	if (length == 0 || length > 200)
		return;
	while (at != NULL) {
		if (strncmp(at, word, length) == 0 &&
		    (at[length] == '\0' || at[length] == ','))
			return;
		at = strchr(at, ' ');
		at = at == NULL ? NULL : at + 1;
	}
	/* Nobody has so many; a hostile card may. */
	if (words->text != NULL && strlen(words->text) > 2000)
		return;
	words->text = words->text == NULL
	    ? arena_text(words->arena, word)
	    : arena_printf(words->arena, "%s, %s", words->text, word);
}

/* "base_model:OWNER/NAME"; "base_model:quantized:OWNER/NAME" says it again. */
static void
add_base(struct words *bases, const char *word)
{
	static const char *const relations[] = {
		"finetune:", "quantized:", "adapter:", "merge:", NULL
	};

	for (size_t i = 0; relations[i] != NULL; i++) {
		if (strncmp(word, relations[i], strlen(relations[i])) == 0)
			return;
	}
	add_word(bases, word);
}

static const char *
after(const char *text, const char *prefix)
{
	size_t length = strlen(prefix);

	return text != NULL && strncmp(text, prefix, length) == 0 ? text + length : NULL;
}

static void
read_tags(struct draft *draft, const struct json *tags, struct words *licenses,
    struct words *bases)
{
	const struct json *tag;

	for (tag = json_first(tags); tag != NULL; tag = tag->next) {
		const char *text = json_string(tag), *word;

		if ((word = after(text, "license:")) != NULL)
			add_word(licenses, word);
		else if ((word = after(text, "base_model:")) != NULL)
			add_base(bases, word);
		else if ((word = after(text, "arxiv:")) != NULL)
			draft_name(draft, IDENTIFIER_ARXIV, word);
	}
}

/* A string or a list of strings, where the tags do not have it. */
static void
read_card(struct words *words, const struct json *value)
{
	if (words->text != NULL || value == NULL)
		return;
	if (json_string(value) != NULL)
		add_word(words, value->text);
	for (value = json_first(value); value != NULL; value = value->next) {
		if (json_string(value) != NULL)
			add_word(words, value->text);
	}
}

static void
read_license(struct draft *draft, const struct json *reply, struct words *licenses)
{
	const char *name = json_string(json_at(reply, "cardData.license_name"));

	read_card(licenses, json_at(reply, "cardData.license"));
	/* "other" says nothing; the name that may stand beside it does. */
	if (licenses->text != NULL && strcmp(licenses->text, "other") == 0 &&
	    !text_is_blank(name))
		draft_words(
		    draft, FIELD_LICENSE, arena_printf(draft->arena, "other: %s", name));
	else
		draft_claim(draft, FIELD_LICENSE, licenses->text);
}

static void
read_gated(struct draft *draft, const struct json *gated)
{
	bool is_gated;

	/* false, "auto" or "manual". */
	if (json_boolean(gated, &is_gated))
		draft_claim(draft, FIELD_GATED, is_gated ? "manual" : "false");
	else
		draft_claim(draft, FIELD_GATED, json_string(gated));
}

static void
read_dates(struct draft *draft, const struct json *reply)
{
	const char *day = json_string(json_get(reply, "createdAt"));

	/* Everything older was given this day when the Hub began to count. */
	if (day == NULL || strncmp(day, "2022-03-02", 10) == 0)
		return;
	if (draft_date(draft, FIELD_FIRST_PUBLIC, day)) {
		draft_date(draft, FIELD_ISSUED, day);
		draft->year = draft_year_of(day);
	}
}

static enum identifier_kind
kind_of(const struct json *reply)
{
	const char *word = json_string(json_get(reply, "kind"));

	if (word != NULL && strcmp(word, "dataset") == 0)
		return IDENTIFIER_HF_DATASET;
	if (word != NULL && strcmp(word, "space") == 0)
		return IDENTIFIER_HF_SPACE;
	return IDENTIFIER_HF_MODEL;
}

bool
huggingface_brief(const struct answer *answer, struct arena *arena, struct brief *brief)
{
	const struct json *reply = reply_body(arena, answer);
	const char *id = json_string(json_get(reply, "id"));
	struct words licenses = { arena, NULL }, bases = { arena, NULL };
	enum identifier_kind kind;
	struct draft draft;

	if (id == NULL)
		return false;
	kind = kind_of(reply);
	draft_begin(&draft, arena,
	    kind == IDENTIFIER_HF_MODEL         ? BRIEF_MODEL
		: kind == IDENTIFIER_HF_DATASET ? BRIEF_DATASET
						: BRIEF_SPACE);
	draft_id(&draft, kind, id);
	if (json_string(json_get(reply, "asked")) != NULL)
		draft_claim(&draft, FIELD_RENAMED_TO, id);
	read_tags(&draft, json_get(reply, "tags"), &licenses, &bases);
	read_license(&draft, reply, &licenses);
	read_card(&bases, json_at(reply, "cardData.base_model"));
	if (kind == IDENTIFIER_HF_MODEL)
		draft_claim(&draft, FIELD_BASE_MODEL, bases.text);
	read_gated(&draft, json_get(reply, "gated"));
	read_dates(&draft, reply);
	draft_integer(&draft, FIELD_LIKES, json_get(reply, "likes"));
	draft_integer(&draft, FIELD_DOWNLOADS, json_get(reply, "downloads"));
	draft_boolean(&draft, FIELD_DISABLED, json_get(reply, "disabled"));
	draft_claim(
	    &draft, FIELD_TYPE, kind == IDENTIFIER_HF_DATASET ? "dataset" : "software");
	draft_finish(&draft, brief);
	return true;
}
