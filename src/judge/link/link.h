/* What tells about a link, and what follows.  Inside of judge/ only. */
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "judge/link/around.h"
#include "judge/link/dates.h"
#include "judge/link/differ.h"
#include "judge/link/own_row.h"
#include "judge/people/names.h"
#include "judge/title/title.h"
#include "model/opinion.h"

struct arena;
struct called;
struct judge_field;

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
	bool other_member;  /* … of a family, and it names another one of it */
	bool runs_on;       /* … of plain words, and it goes on: "… in the Wild" */
	bool same_name;     /* a rare one, on both sides */
	bool two_names;     /* before the colons, neither in the other title */
	bool listed;        /* another row has the answer's very title … */
	bool taken;         /* another row has this id and this very title */
	enum leading leads; /* the answer has words that lead to the list's title … */
	bool led_within;    /* … or one of them has, behind its heading */
	bool headed;        /* … or says more before a colon, and is else the list's */
	bool cites;         /* the list says an edition or a place behind the title */
	bool parts;         /* of a series each, and not the same */
	bool uses;          /* … or to its name */
	bool before;        /* a word that speaks about the rest is set in front */
	bool adds;          /* one is the other "and" a word or two */
	bool goes_on;   /* the answer is the list's title "in" or "without" something */
	bool denies;    /* one of them says "not" */
	bool extended;  /* the answer's name is the list's and more */
	bool scattered; /* one says more, around or among the words of the other */
	bool inside;    /* all of the one title, rare words and all, in the other */
	bool other_script;
	bool other_tongue;
	bool
	    turned; /* but for a heading that says nothing, "X: A Survey", and no colon */
	bool slip;  /* the titles differ by a letter */
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

/* weigh.c: fills what titles say of each other. */
void weigh_titles(struct arena *, const struct called *, const struct called *answer,
    const struct judge_field *, struct link_evidence *);

/* rule.c: what several rules ask. */
bool rule_is_equal(const struct link_evidence *);
bool rule_is_two_sided(const struct link_evidence *);
bool rule_dates_against(const struct link_evidence *);
bool rule_speaks_for(const struct link_evidence *);
bool rule_looks_other(const struct link_evidence *);
bool rule_name_alone(const struct link_evidence *);
/* Of titles that differ, the last of which always holds … */
extern const struct link_rule rule_of_titles[];
/* … and, in rule_name.c, of names and of other scripts, until one without `when`. */
extern const struct link_rule rule_of_names[];

/* decide_link.c: the first rule of its table that holds, there is always one; milder
 * where people and date agree, sure where the date contradicts, too. */
struct link_rule decide_link(const struct link_evidence *);
