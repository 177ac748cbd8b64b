/*
 * The second reading: what stands where in the items of a list, seen together.
 *
 * Items enter as they are read, with the entry that the first reading made of
 * each; behind the last of them the form that most follow is known, and entries
 * whose title still holds what has a role elsewhere are read anew.
 */
#ifndef ENRICH_LIST_PROSE_FORMS_H
#define ENRICH_LIST_PROSE_FORMS_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct entry;
struct forms;
struct list_form;
struct pieces;
struct reader;
struct stretches;

/* What a stretch of words is; SHORT: few words with a capital, of which nothing
 * says what they are; OTHER: a sentence, a description. */
enum forms_role {
	FORMS_DATE,
	FORMS_VENUE,
	FORMS_PEOPLE,
	FORMS_INSTITUTE,
	FORMS_SHORT,
	FORMS_OTHER,
	FORMS_ROLES,
};

/* An item's words up to its end: text, and how each byte of it stands (' ',
 * bold, italic, code, in a link: 'b', 'i', 'c', 'l'); FORMS_LABEL where a label
 * like [paper] stood. */
enum { FORMS_LABEL = '\x1f' };
struct told {
	const char *text, *style;
	size_t title; /* where the title begins */
	size_t whole; /* where the title ends that stands in quotation marks; else 0 */
	size_t entry; /* which entry it became */
	bool is_list;
};

/* A slot behind the title. */
struct forms_slot {
	const char *text;
	const char *venue, *date; /* of what it says, in the arena */
	enum forms_role role;
	bool styled;
	bool bracket; /* stands in a bracket */
};
enum { FORMS_SLOTS = 12 };
struct forms_tail {
	struct forms_slot slots[FORMS_SLOTS];
	size_t count;
	bool possible; /* each has a role or may have one */
	bool sure;     /* … and one of them has one for sure */
};

/* What parts the title from the rest. */
enum parting {
	PART_DASH,      /* " — " */
	PART_EN,        /* " – " */
	PART_HYPHEN,    /* " - " */
	PART_BAR,       /* "|" */
	PART_STOP,      /* ". " */
	PART_STYLE,     /* what follows is set otherwise */
	PART_COMMA,     /* ", " */
	PART_BRACKET,   /* " (" */
	PART_SEMICOLON, /* "; " */
	PART_SIGN,      /* " // ", " • ", " :: ": any other signs between blanks */
	PARTINGS,
};

enum { FORMS_PLACES = 4 };
/* Of a parting: how often; roles by place from the left and from the right. */
struct learned {
	size_t has, possible, explained;
	size_t slots; /* how many stand behind the titles, together */
	size_t left[FORMS_PLACES][FORMS_ROLES], right[FORMS_PLACES][FORMS_ROLES];
};

/* forms_sign.c: signs between two blanks at `at`, no dash and no "&": their length,
 * or 0. */
size_t forms_sign_length(const char *at);

/* forms_told.c */
bool forms_tell(struct arena *, const struct pieces *, const char *title, struct told *);

/* forms_stretch.c: stretches of words that were read, each once.  Their bytes live
 * longer than they. */
struct stretches *forms_stretches_new(void);
void forms_stretches_free(struct stretches *);
/* Between two items: what was read is forgotten when it has become much. */
void forms_stretches_rest(struct stretches *);
/* What a stretch is, its style and bracket apart; its texts live till the next rest;
 * false: nothing. */
bool forms_stretch_slot(
    struct stretches *, const char *bytes, size_t length, struct forms_slot *);
/* Is it people, more than one, with commas between? */
bool forms_stretch_people(struct stretches *, const char *bytes, size_t length);

/* forms_tail.c */
void forms_cut_tail(
    struct stretches *, const struct told *, size_t start, struct forms_tail *);

/* forms_learn.c: counts of each parting over some items, `which` of `told`. */
void forms_learn(struct stretches *, const struct told *told, const size_t *which,
    size_t count, struct learned *learned);
/* Partings that explain enough of `count` items into `order`, that with the most
 * slots first; how many. */
size_t forms_choose(const struct learned *, size_t count, enum parting *order);
/* Where the title ends by this parting: its first place with a tail in which all
 * have a role; 0: none. */
size_t forms_title_end(struct stretches *, const struct told *, enum parting,
    const struct learned *, struct forms_tail *);
/* What a slot is of which only its place speaks; SHORT: nothing says. */
enum forms_role forms_role_of_place(
    const struct learned *, enum parting, const struct forms_tail *, size_t at);

/* What slots of a place mostly are, counted from the left, and its name. */
enum forms_role forms_role_mostly(const struct learned *, size_t place);
const char *forms_role_name(enum forms_role);

/* forms_read.c: fields that slots give, each by its role or its place's; where unknown. */
void forms_read_slots(struct arena *, const struct learned *, enum parting,
    const struct forms_tail *, struct entry *);

/* forms_say.c: what the form is called ("title — people, venue, date"); into the
 * reader's, with how many items it explains. */
const char *forms_text(struct arena *, const struct learned *, enum parting);
void forms_say(struct reader *, const struct told *, const size_t *which, size_t count,
    const bool *read, const struct list_form *);

/* forms_lead.c: where most items of a form begin with people, a venue or a date
 * and the title stands behind them, entries whose title begins with those, or is
 * nothing else, are given their own. */
void forms_take_leads(struct reader *, struct told *, size_t count);

/* forms.c */
struct forms *forms_new(void);
void forms_free(struct forms *);
/* The entry `at` of the reader was read from these pieces. */
void forms_hear(struct forms *, const struct reader *, const struct pieces *,
    bool is_list, size_t at);
/* All are read: the second reading, joined with the first. */
void forms_settle(struct forms *, struct reader *);

#endif
