/*
 * The findings of a work and what was heard of it enter; what became of one of
 * its rows, in a word, leaves.
 */
#include <string.h>

#include "findings/inside.h"

const char *const findings_row_words[] = { "verified", "differs", "unclear",
	"nobody-knows-it", "not-asked" };

/* Which findings say that a row is not so.  How it is written is no question here,
 * and what is only noted (a date, an abbreviation) no answer. */
static const struct {
	const char *code;
	enum row_word word;
	bool notes; /* also where it is only a note */
} speaking[] = {
	{ "authors-differ", ROW_DIFFERS, false },
	{ "authors-end-early", ROW_DIFFERS, false },
	{ "bad-identifier", ROW_DIFFERS, false },
	{ "date-before-id", ROW_DIFFERS, false },
	{ "date-differs", ROW_DIFFERS, false },
	{ "date-in-future", ROW_DIFFERS, false },
	{ "gone", ROW_DIFFERS, false },
	{ "identifier-refused", ROW_DIFFERS, false },
	{ "identifier-shared", ROW_UNCLEAR, false },
	{ "licence-differs", ROW_DIFFERS, false },
	{ "link-title-mismatch", ROW_DIFFERS, false },
	{ "link-unclear", ROW_UNCLEAR, true },
	{ "nobody-knows-it", ROW_UNKNOWN, true },
	{ "not-accepted", ROW_DIFFERS, false },
	{ "placeholder-id", ROW_DIFFERS, false },
	{ "retracted", ROW_DIFFERS, false },
	{ "title-differs", ROW_DIFFERS, false },
	{ "venue-differs", ROW_DIFFERS, false },
	{ "withdrawn", ROW_DIFFERS, false },
};

/* ROW_VERIFIED: it says nothing against the row. */
static enum row_word
word_of(const struct finding *finding)
{
	for (size_t i = 0; i < sizeof speaking / sizeof *speaking; i++)
		if (strcmp(speaking[i].code, finding->code) == 0)
			return finding->class != FINDING_NOTE || speaking[i].notes
			    ? speaking[i].word
			    : ROW_VERIFIED;
	return ROW_VERIFIED;
}

static bool
is_about(const struct finding *finding, const struct entry *entry)
{
	return entry_has_line(entry, finding->line) && finding->part == entry->part &&
	    strcmp(finding->list, entry->list) == 0;
}

/* What was heard, where no finding says anything. */
static enum row_word
hear(const struct merge_input *input)
{
	bool found = false;

	for (size_t i = 0; i < input->witness_count; i++) {
		const struct witness *w = &input->witnesses[i];

		if (!witness_is_believed(w))
			continue;
		if (w->opinion.judgement == JUDGE_SAME ||
		    (w->id.value != NULL && identifier_is_artifact(w->id.kind)))
			return ROW_VERIFIED;
		found = true;
	}
	return found ? ROW_UNCLEAR : ROW_NOT_ASKED;
}

struct row_verdict
findings_row_verdict(const struct merge_input *input, const struct findings *findings,
    size_t first, const struct entry *entry)
{
	struct row_verdict verdict = { ROW_VERIFIED, NULL };

	for (size_t i = first; i < findings->count; i++) {
		const struct finding *finding = &findings->v[i];
		enum row_word word = word_of(finding);

		if (word == ROW_VERIFIED || !is_about(finding, entry) ||
		    (verdict.why != NULL && verdict.word <= word))
			continue;
		verdict = (struct row_verdict){ word, finding };
	}
	if (verdict.why == NULL)
		verdict.word = hear(input);
	return verdict;
}
