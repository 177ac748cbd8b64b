/*
 * evidence/: what the cache says about identifiers, and what the judge says
 * about that.
 *
 * A view of a cache as of one instant: each (source, identifier) is read once
 * and each (entry, answer) judged once, however often they are looked at.
 * What an answer is about does not depend on who looked first.  ASK looks and
 * tells of the answers it puts; DERIVE goes on with what is known then.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "model/work.h"

struct arena;
struct list;
struct session;
struct works;

struct evidence;

/*
 * What the session's cache (NULL: it knows nothing) says about these lists, as
 * of the instant that its settings look back to.  Nothing is read yet; all must
 * outlive the evidence.
 */
struct evidence *evidence_new(
    const struct session *, const struct list *lists, size_t list_count);
void evidence_free(struct evidence *); /* NULL is allowed */

/* What is known about one identifier at one source. */
struct known {
	/* Without opinion; id.value is left to who asks, who may spell it so. */
	struct witness witness;
	struct identifier about; /* in one of its spellings, for the judge */
	/* What is in force: found or absent.  NULL: never answered. */
	const struct answer *newest;
	bool is_kept; /* in the evidence's memory, not the asker's */
};

/*
 * It lives as long as the evidence, or (when there is too much to keep) as the
 * arena that is given.
 */
const struct known *evidence_known(
    struct evidence *, struct arena *, const struct source *, struct identifier);
/* The same as of another instant; nothing of it is kept. */
const struct known *evidence_known_at(struct evidence *, struct arena *,
    const struct source *, struct identifier, int64_t as_of);
/*
 * An answer or an attempt was put: it is read again when it is looked at next,
 * which must not be before it is committed.  What was handed out stays.
 */
void evidence_forget(struct evidence *, const struct answer *);

/*
 * The judge's opinion of the answer in a witness, for this entry; `searched`:
 * all that speaks for it is the title (judge_title), else a link does
 * (judge_answer).  Its reasons live as long as what evidence_known gives.
 */
struct opinion evidence_opinion(struct evidence *, struct arena *, const struct known *,
    const struct entry *, bool searched);

/* evidence/remember.c: with the next commit of the session's cache, which is
 * written to, the opinions are kept for other runs. */
void evidence_remember(struct evidence *);

/*
 * evidence/join.c: every (entry, identifier) edge judged, and what belongs
 * together joined.  The same works come again until an answer is put; who then
 * asks anew lets go of them.
 */
const struct works *evidence_works(struct evidence *);
/* arena_rest_at, arena_rest_scattered_at for loops through entries or works: of
 * them, and of what is known. */
void evidence_rest_at(struct evidence *, size_t turn);
void evidence_rest_scattered_at(struct evidence *, size_t turn);

/* evidence/lead.c */

/*
 * Is the entry searched for by its title?  One without a paper's identifier
 * (plan_title), or one whose identifiers all lead nowhere, as far as is known:
 * absent, or refused by the judge.
 */
bool evidence_title(struct evidence *, struct arena *scratch, const struct entry *,
    struct identifier *title);
/* What a search for an entry's title came to. */
enum heard {
	HEARD_SAME,    /* it found this work */
	HEARD_OTHER,   /* it knows no such title, or gave another work */
	HEARD_NOTHING, /* no answer, or nothing is searched for */
};
/* With the witness that was heard, unless nothing is searched for. */
enum heard evidence_hear(struct evidence *, struct arena *, const struct source *,
    const struct entry *, struct witness *);
/*
 * The entry as it is after the searches for its title: itself, or a copy that
 * has the identifier they found (entry_as_read leads back).  It lives as long
 * as the evidence; the same find gives the same one.
 */
const struct entry *evidence_lead(
    struct evidence *, struct arena *scratch, const struct entry *);

/* evidence/about.c: the witnesses about all good identifiers of a work, with
 * opinions, in the order of the sources. */
size_t evidence_about(
    struct evidence *, struct arena *, const struct work *, struct witness **);
/* The day a source gives for an undated work (EDTF), or NULL. */
const char *evidence_date(const struct witness *, size_t count);
/* evidence/base.c: of the models that the works' models were made from. */
size_t evidence_bases(struct evidence *, struct arena *, const struct witness *,
    size_t count, struct witness **);

/* Whether a source is asked about this kind of identifier. */
bool evidence_accepts(const struct source *, enum identifier_kind);
