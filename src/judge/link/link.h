/* What tells about a link, and what follows.  Inside of judge/ only. */
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "judge/link/dates.h"
#include "judge/link/differ.h"
#include "judge/link/own_row.h"
#include "judge/people/names.h"
#include "judge/title/title.h"
#include "model/opinion.h"

struct judge_field;

/* around.c: one of two titles holds the other, as a citation does … */
bool around_holds(const struct words *, const struct words *, size_t telling);
/* … says one thing more at its end: "A and B" and "A and B and C" … */
bool around_adds(const struct words *, const struct words *);
/* … has an ordinary word before it: "Rethinking A of B", "Deep A of B". */
bool around_before(
    const struct judge_field *, const struct words *, const struct words *);
/* Does the answer lead to the whole of the list's title: "A Second Look at …"? */
enum leading { LEADS_NOT, LEADS, LEADS_SURELY };
enum leading around_leads(const struct title *answer, const struct title *);
/* … or one of two titles, behind one heading, to what the other says there? */
bool around_leads_within(const struct title *, const struct title *);
/* Does one of them say "not", "without"? */
bool around_denies(const struct words *, const struct words *);
/* Does the answer go on with "in the Wild", "without Labels"? */
bool around_goes_on(const struct title *answer, const struct words *title);
/* Does the list say behind the answer's title where it stands, or which edition? */
bool around_cites(const struct words *title, const struct words *answer);
/* Do they differ only between one heading and one end? */
bool around_within(const struct title *, const struct title *);
/* Does the answer speak about what bears the name, and is not called so? */
bool around_uses(const struct title *answer, const struct words *name);

/* tongue.c: titles of two scripts have nothing to compare. */
bool tongue_other_script(const struct words *, const struct words *);
/* Has one small words of English, the other those of another language? */
bool tongue_other(const struct words *, const struct words *);

/* Everything about a link that the verdict depends on. */
struct link_evidence {
	struct comparison titles;
	struct difference differ;
	struct row_said row; /* where the titles have nothing in common */
	unsigned marks;      /* one speaks about the other … */
	unsigned marked;     /* … and it is the answer */
	enum agreement people;
	enum dates dates;
	bool names_people;  /* the list says who wrote it */
	bool name_only;     /* the list gives nothing but a name … */
	bool name_found;    /* … and the answer says it */
	bool other_name;    /* … and it names its own */
	bool other_member;  /* … of a family, and it names another one of it */
	bool runs_on;       /* … of plain words, and it goes on: "… in the Wild" */
	bool same_name;     /* a rare one, on both sides */
	bool two_names;     /* before the colons, neither in the other title */
	bool listed;        /* another row has the answer's very title … */
	bool taken;         /* another row has this id and this very title */
	bool within;        /* one heading, and one end behind the colon */
	enum leading leads; /* the answer has words that lead to the list's title … */
	bool led_within;    /* … or one of them has, behind its heading */
	bool headed;        /* … or says more before a colon, and is else the list's */
	bool cites;         /* the list says an edition or a place behind the title */
	bool parts;         /* of a series each, and not the same */
	bool uses;          /* … or to its name */
	bool before;        /* a word that speaks about the rest is set in front */
	bool adds;          /* one is the other "and" a word or two */
	bool goes_on;  /* the answer is the list's title "in" or "without" something */
	bool denies;   /* one of them says "not" */
	bool extended; /* the answer's name is the list's and more */
	bool inside;   /* all of the one title, rare words and all, in the other */
	bool other_script;
	bool other_tongue;
	bool slip;     /* the titles differ by a letter */
	size_t begins; /* words with which both begin */
};

struct link_rule {
	bool (*when)(const struct link_evidence *);
	enum judgement judgement;
	enum doubt doubt;
	bool held;
	const char *why; /* NULL: what is told of the titles says it */
};

#define UNEQUAL 2  /* two-sided by no more than a word of the field */
#define LITTLE  30 /* hundredths in common, that a name or a field may give */

/* rule.c: of titles that differ. */
bool rule_is_equal(const struct link_evidence *);
bool rule_is_two_sided(const struct link_evidence *);
bool rule_dates_against(const struct link_evidence *);
bool rule_speaks_for(const struct link_evidence *);
bool rule_is_beside(const struct link_evidence *);
bool rule_is_marked(const struct link_evidence *);
bool rule_is_sequel(const struct link_evidence *);
bool rule_runs_on_early(const struct link_evidence *);
bool rule_looks_other(const struct link_evidence *);
bool rule_other_agreed(const struct link_evidence *);
bool rule_two_sided_agreed(const struct link_evidence *);
bool rule_uneven_other(const struct link_evidence *);
bool rule_is_reworded(const struct link_evidence *);
bool rule_is_replaced(const struct link_evidence *);
bool rule_is_exchanged(const struct link_evidence *);
bool rule_uneven_late(const struct link_evidence *);
bool rule_is_uneven(const struct link_evidence *);
bool rule_is_little(const struct link_evidence *);
bool rule_only_field(const struct link_evidence *);
bool rule_is_denied(const struct link_evidence *);
bool rule_is_turned(const struct link_evidence *);
bool rule_is_told_otherwise(const struct link_evidence *);

/* rule_name.c: of names, and titles that are nothing else. */
bool rule_name_late(const struct link_evidence *);
bool rule_name_used(const struct link_evidence *);
bool rule_name_other(const struct link_evidence *);
bool rule_name_runs_on(const struct link_evidence *);
bool rule_name_found(const struct link_evidence *);
bool rule_name_nowhere(const struct link_evidence *);
bool rule_name_agreed(const struct link_evidence *);
bool rule_name_alone(const struct link_evidence *);
bool rule_name_against(const struct link_evidence *);
bool rule_name_shared(const struct link_evidence *);
bool rule_is_extended(const struct link_evidence *);

/* decide_link.c: the first rule of its table that holds, there is always one; milder
 * where people and date agree, sure where the date contradicts, too. */
struct link_rule decide_link(const struct link_evidence *);
