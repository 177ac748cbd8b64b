/*
 * Which atoms are the title: what its files share.
 *
 * An item's atoms enter; roles of places, and what stands on both sides of a title,
 * leave.
 */
#pragma once

#include "list/forms/forms.h"

/* What is counted: steps from one slot to the next, how a title is set apart, slots of
 * a place, words of a place, names of venues, names of works, which reading's title. */
enum forms_key {
	KEY_STEP = 1,
	KEY_EDGES,
	KEY_PLACE,
	KEY_WORDS,
	KEY_VENUE,
	KEY_NAMED,
	KEY_CHOICE,
};
uint64_t forms_key(enum forms_key, uint64_t);

/* What a place may hold, and a step lead to, beside roles. */
enum forms_code {
	CODE_KNOWN = FORMS_ROLES, /* a venue as its name says */
	CODE_NAMED,               /* one that we know */
	CODE_UNDATED,             /* words without a date */
	CODE_REPEATED,            /* that stood here before */
	CODE_NAME,                /* a work's, in front of its title */
	CODE_TITLE,
	CODE_NONE, /* the end of the item */
	CODE_ANY,
};

/* forms_place.c: what speaks for the roles of an atom in front of the title, or behind
 * it. */
void forms_evidence_find(const struct habits *, const struct forms_item *, size_t at,
    bool front, struct forms_evidence *);
/* Its role, where the item says so much outside of its title (bits of roles). */
enum forms_role forms_evidence_role(
    const struct forms_evidence *, unsigned said, bool front);
void forms_place_learn(
    struct habits *, const struct forms_item *, unsigned said, size_t at, bool front);

/* forms_tag.c: it sorts the item, or counts; is it a work's name, in front? */
bool forms_is_tag(const struct forms_item *, size_t at, bool front);
bool forms_is_name(const struct forms_item *, size_t at);
/* Is a date there; is one the next slot, on one side; is it in front of a venue that we
 * know? */
bool forms_is_date(const struct forms_item *, size_t at);
bool forms_is_beside_date(const struct forms_item *, size_t at);
bool forms_is_beside_venue(const struct forms_item *, size_t at);
/* May it be one person, in front or behind, and does no other follow, as "Ann Roe, Bo
 * Poe" do? */
bool forms_is_alone(const struct forms_item *, size_t at, bool front);
/* Is it a part of a link's words behind or in front of a colon in brackets: of a title? */
bool forms_is_linked_in(const struct forms_item *, size_t at);

/* forms_side.c: one step from the end of the item towards its title. */
uint64_t forms_step(bool front, unsigned from, unsigned to);
/* The sides of a title there. */
const struct forms_sides *forms_sides_of(struct forms_look *, const struct forms_span *);
int forms_sides_cost(const struct forms_side *front, const struct forms_side *back);
/* How many items take the rarest step up to the title. */
unsigned forms_side_usual(const struct habits *, const struct forms_side *, bool front);
void forms_side_learn(
    struct forms_look *, struct habits *, const struct forms_span *, bool front);

/* forms_named.c: "[Twig](u): Counting Twigs on Trees": a title behind its name, as the list
 * has them?  An item was read so: one more. */
bool forms_is_named(struct forms_look *, const struct forms_span *);
void forms_named_learn(struct forms_look *, struct habits *, const struct forms_span *);

/* forms_choose.c: the words of the title; a bracket that it opens is its own. */
char *forms_title_of(
    struct arena *, const struct forms_item *, const struct forms_span *);
/* Whose title the item has, where the two differ: that of the first reading;
 * that of the second, with all that stands beside it; only that.  What most items in the
 * section or the list have that are written so counts for more than what one says. */
enum forms_choice { FORMS_STAYS, FORMS_TAKEN, FORMS_BEHIND };
enum forms_choice forms_choose(struct forms_look *, const struct forms_span *,
    const struct entry *, const char *title);
void forms_choose_learn(const struct reader *, struct forms_look *, struct habits *,
    const struct forms_span *);
