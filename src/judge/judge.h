/*
 * judge/: is this answer about this entry?
 *
 * Two descriptions of a work enter, an opinion with reasons in words leaves.
 * Pure: nothing is looked up here.
 */
#ifndef ENRICH_JUDGE_H
#define ENRICH_JUDGE_H

#include <stddef.h>

#include "model/opinion.h"

struct arena;
struct author;
struct brief;
struct entry;

/* What is known of one side; NULL and 0 where it is not. */
struct description {
	const char *title;
	const char *name; /* short name that may stand before the title */
	const char *subtitle;
	int year;
	const char *venue;
	const struct author *authors;
	size_t author_count;
	const char *authors_text; /* as a list gives them */
	const char *doi;          /* two unrelated ones: two publications */
	const char *arxiv;        /* with or without version */
	const char *type;         /* CSL type: a data set is no article */
};

/*
 * For title hits and joins: SAME needs the titles to agree and nothing to
 * contradict; a short or generic title needs a second witness.  Symmetric.
 * What only speaks about the other (a correction, a reply, its data), another
 * part or version, a text of another kind is DIFFERENT or UNCLEAR even by the
 * same people.  Reasons are UTF-8, one line each, at least one.
 */
struct opinion judge_pair(
    struct arena *, const struct description *, const struct description *);

/*
 * For an identifier that stands in the entry: the link itself is evidence, so
 * drift between versions passes and a name alone is UNCLEAR; a clearly other
 * title is DIFFERENT, and so is a title that speaks about the entry's, or
 * differs in the number of a part, version or year alone.  A brief without a
 * title gives UNCLEAR.
 */
struct opinion judge_answer(struct arena *, const struct entry *, const struct brief *);

/*
 * For what a search for the entry's title gave: nothing but the title speaks
 * for it, so it is held to judge_pair.
 */
struct opinion judge_title(struct arena *, const struct entry *, const struct brief *);

/* Two entries that share an identifier: may it join them? */
struct opinion judge_entries(struct arena *, const struct entry *, const struct entry *);

#endif
