/*
 * findings/: a work's record and witnesses, and a list as a whole → what a
 * person should look at.
 *
 * Findings are appended with state NEW; the conductor compares with the last
 * release.
 */
#pragma once

#include "merge/merge.h"
#include "model/work.h"

struct arena;

/*
 * What became of a row: all that it says was found; something it says is not so,
 * or it is retracted; it may be another work; all who were asked do not know it;
 * nobody has been asked, or nobody answered.
 */
enum row_word { ROW_VERIFIED, ROW_DIFFERS, ROW_UNCLEAR, ROW_UNKNOWN, ROW_NOT_ASKED };
extern const char *const findings_row_words[]; /* "verified", "nobody-knows-it" … */
struct row_verdict {
	enum row_word word;
	const struct finding *why; /* what speaks most against it; NULL: nothing */
};
/* Of an entry of the work; `first`: where the work's findings begin. */
struct row_verdict findings_row_verdict(const struct merge_input *,
    const struct findings *, size_t first, const struct entry *);
/* How lists write what there are many ways for; counted when it is first asked for. */
struct spellings;
struct spellings *spellings_new(struct arena *, const struct list *, size_t list_count);

/*
 * Of one work: `record` is what merge_record made of the input.  Repairs are spelt as
 * the list does it (spellings; NULL: not known) and, where that can be, have their
 * place in its bytes.
 */
void findings_of_work(struct arena *, const struct merge_input *, const struct record *,
    struct spellings *, struct findings *);
/* Of a list (damaged text: one, with all its lines). */
void findings_of_list(struct arena *, const struct list *, struct findings *);
