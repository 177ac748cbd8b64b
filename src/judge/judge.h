/*
 * judge/: is this answer about this entry?
 *
 * Two descriptions of a work enter, an opinion with reasons in words leaves.
 * Pure: nothing is looked up here.
 */
#pragma once

#include <stddef.h>

#include "judge/link/field.h"
#include "judge/pair/description.h"
#include "model/identifier.h"
#include "model/opinion.h"

struct arena;
struct author;
struct brief;
struct entry;

/*
 * For title hits and joins: SAME needs the titles to agree and nothing to
 * contradict; a short or generic title needs a second witness.  Symmetric.
 * What only speaks about the other (a correction, a reply, its data), another
 * part or version, a text of another kind is DIFFERENT or UNCLEAR even by the
 * same people.  Reasons are UTF-8, one line each, at least one.
 */
struct opinion judge_pair(
    struct arena *, const struct description *, const struct description *);

/* What is known of a link beside entry and answer; NULL: nothing. */
struct judge_link {
	const struct judge_field *field; /* NULL: common words only */
	struct identifier id;            /* that was asked about; value NULL: none */
};

/*
 * For an identifier that stands in the entry: the link itself is evidence, so
 * drift between versions passes and a name alone is UNCLEAR; a clearly other
 * title is DIFFERENT, and so is a title that speaks about the entry's, or
 * differs in the number of a part, version or year alone.  What tells most is
 * how two-sided the difference is: rare words that only the entry has and rare
 * words that only the answer has.  Then people, the month of an arXiv number
 * against the list's, and another row that has this identifier and this title.
 * An opinion that is UNCLEAR says whether something contradicts (held).  A
 * brief without a title gives UNCLEAR.
 */
struct opinion judge_answer(struct arena *, const struct entry *, const struct brief *,
    const struct judge_link *);

/*
 * For what a search for the entry's title gave: nothing but the title speaks
 * for it, so it is held to judge_pair.
 */
struct opinion judge_title(struct arena *, const struct entry *, const struct brief *,
    const struct judge_field *);

/*
 * Whom an entry names against whom a source does; a name is found again in
 * another order, in initials, without its marks.  Teams are not counted.
 */
struct judge_people {
	size_t listed, told;
	size_t missing;       /* of the list's, nowhere at the source … */
	const char *stranger; /* … one of them */
	size_t left_out;      /* of the source's, nowhere in the list … */
	const char *left;     /* … one of them */
	bool begins;          /* the list's are the source's first ones, in order */
	bool teams;           /* somebody names a team: it stands for anybody */
};
void judge_people(struct arena *, const struct entry *, const struct author *,
    size_t count, struct judge_people *);
/* "John Doe", "Author One": what the entry has where people should stand, or
 * "Anonymous", which its row says and nobody read as people; NULL. */
const char *judge_placeholder(struct arena *, const struct entry *);

/*
 * Has the entry's title a word or two in the place of others, where all the rest
 * is the answer's title?  *given and *found are these; "": a word is set in.  Not
 * what is cut, or differs in spelling, plurals, a name in front.
 */
bool judge_exchanged(struct arena *, const struct entry *, const char *title,
    const char **given, const char **found);

/* Two entries that share an identifier: may it join them?  Title and name say. */
struct opinion judge_entries(struct arena *, const struct entry *, const struct entry *);
