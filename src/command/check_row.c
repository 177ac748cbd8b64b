/* A row and its verdict enter; a line, an annotation or an object of JSON leaves. */
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/json.h"
#include "command/check.h"
#include "model/source.h"

static bool
is_failure(const struct check *check, enum row_word word)
{
	const char *at = check->session.settings->fail_on;
	size_t length = strlen(findings_row_words[word]);

	for (; *at != '\0'; at += strcspn(at, ","), at += *at == ',')
		if (strcspn(at, ",") == length &&
		    strncmp(at, findings_row_words[word], length) == 0)
			return true;
	return false;
}

/* Why nobody spoke: NULL where nobody was to be asked. */
static const char *
open_at(const struct session *session, const struct merge_input *input)
{
	for (size_t i = 0; i < input->witness_count; i++) {
		const struct witness *w = &input->witnesses[i];

		if (w->outcome == OUTCOME_UNANSWERED ||
		    (w->outcome == OUTCOME_NOT_ASKED &&
			session_has_lane(session, w->source)))
			return w->source->title;
	}
	return NULL;
}

static const char *
words_of(const struct check *check, struct arena *arena, const struct row *row)
{
	const struct finding *why = row->verdict.why;
	const char *open;

	if (why != NULL)
		return arena_printf(arena, "%s: %s", why->code,
		    why->evidence == NULL ? "" : why->evidence);
	switch (row->verdict.word) {
	case ROW_VERIFIED:
	case ROW_DIFFERS:
	case ROW_UNKNOWN:
		break;
	case ROW_UNCLEAR:
		return arena_printf(arena, "%s, as %s has it: it may be another work",
		    row->entry->title, row->known_to);
	case ROW_NOT_ASKED:
		open = open_at(&check->session, row->input);
		if (open == NULL)
			return arena_printf(arena,
			    "%s: no source speaks for what it links", row->entry->title);
		return arena_printf(arena,
		    check->session.settings->offline ? "%s: %s was never asked about it"
						     : "%s: no answer from %s",
		    row->entry->title, open);
	}
	return arena_printf(arena, "%s (%s)", row->entry->title,
	    row->known_to == NULL ? "" : row->known_to);
}

static void
print_json(const struct row *row, const char *words)
{
	const struct finding none = { .code = NULL }, *why = row->verdict.why;
	struct buffer out;
	struct json_writer *json;

	if (why == NULL)
		why = &none;
	buffer_init(&out, 0);
	json = json_writer_new(&out, false);
	json_write_object(json);
	json_member(json, "list", row->entry->list);
	json_member(json, "path", row->place);
	json_member_integer(json, "line", row->entry->line);
	json_member_integer(json, "part", row->entry->part);
	json_member(json, "title", row->entry->title);
	json_member(json, "verdict", findings_row_words[row->verdict.word]);
	json_member(json, "words", words);
	json_member(json, "known_to", row->known_to);
	json_member(json, "code", why->code);
	json_member(json, "key", why == &none ? NULL : why->key);
	json_member(json, "field", why->field);
	json_member(json, "given", why->given);
	json_member(json, "found", why->found);
	json_member(json, "repair", why->repair);
	json_write_object_end(json);
	json_writer_free(json);
	puts(out.bytes);
	buffer_free(&out);
}

/* What else a person should look at in this row. */
static void
add_others(struct check *check, const struct row *row)
{
	for (size_t i = 0; i < row->findings->count; i++) {
		const struct finding *f = &row->findings->v[i];
		const struct remark remark = { REMARK_WARNING, row->place, f->line,
			f->code, f->evidence, f->repair, f->key };

		if (f != row->verdict.why && f->class != FINDING_NOTE &&
		    entry_has_line(row->entry, f->line) && f->part == row->entry->part &&
		    strcmp(f->list, row->entry->list) == 0)
			remark_add(&check->remarks, &remark);
	}
}

void
check_tell_row(struct check *check, struct arena *arena, const struct row *row)
{
	const struct settings *settings = check->session.settings;
	const struct finding *why = row->verdict.why;
	enum row_word word = row->verdict.word;
	bool fails = is_failure(check, word);
	bool is_good = word == ROW_VERIFIED || word == ROW_NOT_ASKED;
	const char *words = words_of(check, arena, row);
	const struct remark remark = {
		fails         ? REMARK_ERROR
		    : is_good ? REMARK_NOTICE
			      : REMARK_WARNING,
		row->place,
		row->entry->line,
		findings_row_words[word],
		words,
		why == NULL ? NULL : why->repair,
		why == NULL ? NULL : why->key,
	};

	check->counts[word]++;
	check->failed |= fails;
	check->has_open |= row->known_to == NULL &&
	    (word == ROW_NOT_ASKED || word == ROW_UNCLEAR) &&
	    open_at(&check->session, row->input) != NULL;
	if (check->lines) {
		print_json(row, words);
		return;
	}
	/* What is as it should be is no annotation. */
	if (fails || !is_good ||
	    (!settings->quiet &&
		(settings->format == NULL || strcmp(settings->format, "text") == 0)))
		remark_add(&check->remarks, &remark);
	add_others(check, row);
}
