/*
 * The second reading: what stands where in the items of a list, seen together.
 *
 * Items enter as they are read, each with its entry of the first reading.  Then every item
 * is cut to atoms; a title's words leave the others a role as most items of the list do.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct entry;
struct forms;
struct forms_said;
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
 * bold, italic, code, in a link: 'b', 'i', 'c', 'l'; people, plain or set apart);
 * signs for a label like [paper], the end of a line. */
enum {
	FORMS_NAMES = 'p',
	FORMS_NAMES_APART = 'P',
	FORMS_LABEL = '\x1f',
	FORMS_LINE = '\x1e'
};
struct told {
	const char *text, *style;
	size_t title, end; /* the title as it was read first; the same: not there */
	size_t entry;      /* which entry it became */
	size_t like;   /* the number of an item before it of the same words; 0: none */
	bool is_cell;  /* other cells of its row are sure */
	bool is_whole; /* a grammar of references took it: it only teaches */
};

/* How well what may be a venue is one: by nothing, its capitals, a word that only
 * venues have, its name. */
enum forms_known { FORMS_STRANGE, FORMS_CAPITALS, FORMS_CALLED, FORMS_NAMED };

/* A stretch of words, read. */
struct forms_slot {
	const char *text;
	const char *venue, *date; /* of what it says, in the arena */
	size_t words;
	enum forms_role role;
	bool person;            /* could it name one person? */
	bool full;              /* one, as surely as words say */
	bool pair;              /* two words, "Roe, Ann", or "Bonn, Germany" */
	bool thing;             /* called as files and tools are, by no venue */
	bool bare;              /* numbers and signs */
	bool weak;              /* people, or things that are spelt so */
	enum forms_known known; /* of a venue */
	bool server;            /* names a server of preprints */
	bool initials;          /* one of the people is shortened */
	size_t named;           /* people */
};

/* What stands between two atoms; of several the last of these. */
enum forms_gap {
	GAP_START,
	GAP_STYLE, /* what follows is set otherwise */
	GAP_COMMA,
	GAP_COLON,
	GAP_STOP,
	GAP_SEMICOLON,
	GAP_BRACKET,
	GAP_QUESTION, /* "?", "!" */
	GAP_HYPHEN,   /* " - " */
	GAP_DASH,     /* " — ", " – " */
	GAP_BAR,      /* "|", " // ", " • " */
	GAP_QUOTE,
	GAP_LABEL,
	GAP_LINE,
	GAPS,
};

struct forms_atom {
	struct forms_slot slot;
	size_t start, end; /* in the item's text */
	size_t from;       /* start, past "by" and "in" */
	size_t words;
	enum forms_gap before;
	char style; /* as told's; 'q': in marks of quotation */
	bool bracket;
};
enum { FORMS_ATOMS = 28 };

/* forms_stated.c: the order of slots, as a curator says it. */
enum { FORMS_STATED = 8 };
struct forms_stated {
	enum forms_role front[FORMS_STATED], back[FORMS_STATED]; /* from the ends */
	size_t front_count, back_count;
	char style;                    /* of the title */
	enum forms_gap before, behind; /* it */
};

struct forms_item {
	const struct forms_stated *stated; /* NULL: nobody said */
	const struct told *told;
	const struct forms_atom *atoms;
	size_t count;
	unsigned elsewhere; /* roles that labels and what is below say, as bits */
};

/* A way to read an item: which atoms are the title. */
struct forms_span {
	size_t first, last;
	int score;
	int plain;  /* its score, whatever the list does */
	bool whole; /* every atom else has a role */
	bool sure;  /* one says who wrote it, when or where it came out */
};

/* What speaks for an atom's being a venue, or a person, where its words leave it open. */
struct forms_evidence {
	enum forms_role role;
	bool open;
	int venue, people;
};

/* The atoms from one end of the item up to one. */
struct forms_side {
	unsigned code;  /* of the last one */
	unsigned least; /* how often the rarest step from one to the next is met */
	int cost;
	unsigned roles; /* bits */
	bool whole;     /* each has a role */
	bool person;    /* what is taken for a venue may be one */
};
struct forms_sides {
	struct forms_side front[FORMS_ATOMS + 1]; /* of the atoms before this one */
	struct forms_side back[FORMS_ATOMS + 1];  /* from this one on */
};

/* An item in the light of habits: what its atoms are depends on which of them are
 * the title, since those say nothing of the rest. */
enum { FORMS_SAID = 8 };
struct forms_look {
	const struct habits *habits;
	size_t items; /* that taught them; 0: none have yet */
	const struct forms_item *item;
	struct forms_evidence front[FORMS_ATOMS], back[FORMS_ATOMS];
	unsigned before[FORMS_ATOMS + 1], behind[FORMS_ATOMS + 1]; /* roles, as bits */
	struct forms_sides sides[FORMS_SAID];                      /* by what is said */
	bool looked[FORMS_SAID];
};

/* forms_sign.c: the sign at `at` that always parts two atoms, as "," and " | " do: its
 * length, or 0. */
size_t forms_sign_length(const char *at, enum forms_gap *);
/* Does a word end in front of the sign at `at`?  Does that full stop part what stands from
 * `start` on? */
bool forms_ends_word(const char *at);
bool forms_stop_parts(struct stretches *, const char *start, const char *at);
/* The quotation that begins at `at`: how long it is with its marks, of `mark` bytes;
 * 0: none, or a few words. */
size_t forms_quotation(const struct told *, size_t at, size_t *mark);

/* Behind words that lead to a slot and belong to none ("by ", "in "). */
size_t forms_past_words(const char *text, size_t start, size_t end);
/* forms_told.c: false: it is too long, or nothing. */
bool forms_tell(struct arena *, const struct pieces *, const char *title, struct told *);

/* forms_bare.c: numbers and signs, pages; how a paper was taken. */
bool forms_is_bare(const char *text);

/* forms_slot.c: what the slot's text is. */
void forms_slot_read(struct arena *, struct forms_slot *);

/* forms_stretch.c: stretches of words that were read, each once.  Their bytes live
 * longer than they. */
struct stretches *forms_stretches_new(void);
void forms_stretches_free(struct stretches *);
/* Between two items: what was read is forgotten when it has become much. */
void forms_stretches_rest(struct stretches *);
/* What a stretch is; its texts live till the next rest; false: nothing. */
bool forms_stretch_slot(
    struct stretches *, const char *bytes, size_t length, struct forms_slot *);
/* A venue that we know? */
bool forms_stretch_venue(struct stretches *, const char *bytes, size_t length);
/* Is it people, more than one, with commas between? */
bool forms_stretch_people(struct stretches *, const char *bytes, size_t length);
/* The same by its form, which things may have, too. */
bool forms_stretch_byline(struct stretches *, const char *bytes, size_t length);

/* forms_cut.c: an item's atoms, from the left; false: more than fit, or none. */
bool forms_cut(
    struct stretches *, const struct told *, struct forms_atom *, struct forms_item *);

/* forms_people.c, forms_venue.c: the same, people and names of venues joined; how many. */
size_t forms_join_people(
    struct stretches *, const struct told *, struct forms_atom *, size_t count);
size_t forms_join_venues(
    struct stretches *, const struct told *, struct forms_atom *, size_t count);

/* Does the full stop at `at` end people, families first, who begin at `text`? */
bool forms_ends_people(const char *text, const char *at);

/* forms_habit.c: how often items are written in which way. */
struct habits;
struct habits *forms_habits_new(struct arena *);
void forms_habits_forget(struct habits *);
unsigned forms_habit_count(const struct habits *, uint64_t key);
void forms_habit_add(struct habits *, uint64_t key);
/* How often a count can be halved. */
unsigned forms_rank(unsigned count);

/* forms_side.c */
void forms_look_begin(
    struct forms_look *, const struct habits *, size_t items, const struct forms_item *);
/* What the atoms outside of the title are: their own roles, or those of their places. */
void forms_roles_of(
    const struct forms_look *, const struct forms_span *, enum forms_role *roles);

/* forms_span.c: the best span; false: none. */
bool forms_span_choose(struct forms_look *, struct forms_span *);
/* An item was read so: one more. */
void forms_span_learn(struct forms_look *, struct habits *, const struct forms_span *);
/* How many items are read in this way. */
unsigned forms_span_support(struct forms_look *, const struct forms_span *);
/* How a title is set apart from what is beside it. */
uint64_t forms_edges(const struct forms_item *, const struct forms_span *);

/* How a title is set apart that stands so; as forms_edges. */
uint64_t forms_edges_of(char style, enum forms_gap front, enum forms_gap back);
bool forms_stated_read(const char *item, struct forms_stated *);
/* forms_seed.c: as if many items were written so. */
void forms_stated_seed(struct habits *, const struct forms_stated *);
/* What the words of an atom in front of the title or behind it are, as it is said;
 * SHORT: it is not. */
enum forms_role forms_stated_role(const struct forms_item *, size_t at, bool front);

/* forms_keep.c: does a text hold the other?  NULL holds nothing, and nothing holds it. */
bool forms_is_part(const char *text, const char *of);
/* The atoms that are the title as it was read first; false: there are none. */
bool forms_first_span(const struct forms_item *, struct forms_span *);
/* Are all words outside of the title code spans behind it, or brackets in front? */
bool forms_leaves_tags(const struct forms_item *, const struct forms_span *);
/* Is the title of the first reading better?  It leaves words out that have a role, or is
 * the name of what the rest describes. */
bool forms_keeps(const struct entry *, const struct forms_item *,
    const struct forms_span *first, const struct forms_span *, const char *title);
/* What was read as a venue is none when it is somebody, as others there are, or a name. */
void forms_doubt_venue(
    const struct forms_look *, const struct forms_span *, struct entry *);
/* The first reading took people for the title, and a link or bold words are it. */
bool forms_mistakes_people(const struct forms_item *, const struct forms_span *);

/* forms_join.c: the entry as both readings together have it. */
enum forms_joined {
	FORMS_APART,  /* they do not agree, or words have no role */
	FORMS_WON,    /* the title is that of the second reading */
	FORMS_AGREED, /* each had this title, and every word has a role */
};
enum forms_joined forms_join(
    struct reader *, struct forms_look *, const struct forms_span *);

/* forms_say.c: what is told of the forms of a list. */
struct forms_said *forms_said_new(struct arena *, struct reader *);
void forms_say_item(struct forms_said *, const struct forms_look *,
    const struct forms_span *, enum forms_joined);
/* An item of the same words as one that was told of, and set apart like it. */
void forms_say_again(
    struct forms_said *, const struct told *, uint64_t edges, enum forms_joined);
void forms_say_all(struct forms_said *);

/* forms.c */
struct forms *forms_new(void);
void forms_free(struct forms *);
/* Cells of tables are not written as items are. */
enum forms_kind { FORMS_ITEMS, FORMS_CELLS, FORMS_KINDS };
/* The entry `at` of the reader was read from these pieces. */
void forms_hear(struct forms *, const struct reader *, const struct pieces *,
    enum forms_kind, size_t at);
/* The number of the item that the entry `at`, the last one, was read from; 0: it is not
 * heard. */
size_t forms_heard(const struct forms *, size_t at);
/* The entry `at` was read from the same words as the item of that number, no cell, before
 * it. */
void forms_hear_again(struct forms *, size_t number, size_t at);
/* All are read: the second reading, joined with the first. */
void forms_settle(struct forms *, struct reader *);

/* forms_stated.c: what a curator's word for an item does not say rightly, or NULL. */
const char *forms_stated_trouble(const char *value);
