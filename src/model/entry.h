/*
 * An entry: what a person would call one item of a list, as given.
 *
 * Made by list/ (text, links), completed by identify/ (identifiers, flags).
 * Read by plan/, judge/, join/, merge/, findings/, extract.  Lives in the run's arena.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "model/identifier.h"

struct arena;
struct author;

enum link_role {
	LINK_PAPER,
	LINK_CODE,
	LINK_MODEL,
	LINK_DATASET,
	LINK_SPACE,
	LINK_DATABASE,
	LINK_WEBSITE,
	LINK_LEADERBOARD,
	LINK_PROJECT,
	LINK_BLOG,
	LINK_PLATFORM,
	LINK_VIDEO,
	LINK_BADGE,        /* an image, and what its URL tells */
	LINK_BADGE_TARGET, /* where a clicked badge leads */
	LINK_OTHER,
	LINK_ROLES
};

extern const char *const entry_roles[]; /* "paper", "badge-link" … */

struct link {
	const char *url;   /* repaired when it was malformed */
	const char *label; /* plain text of the link, "" for an image */
	enum link_role role;
	const char *detour; /* as written, where that only leads on to `url`; NULL */
};

/*
 * Flags: what was seen while reading, one bit each.  Each becomes a finding
 * (findings/) or explains one; entry_flag_name the word that `extract` prints.
 */
enum entry_flag {
	FLAG_DAMAGED_TEXT = 1u << 0,   /* mojibake, repaired */
	FLAG_MALFORMED_LINK = 1u << 1, /* understood all the same */
	FLAG_MERGED_ROW = 1u << 2,     /* one row, several projects */
	FLAG_PLACEHOLDER_ID = 1u << 3, /* a template's id left standing */
	FLAG_LABEL_TARGET = 1u << 4,   /* label names another target */
	FLAG_URL_AS_LABEL = 1u << 5,
	FLAG_NOT_ONE_ARTIFACT = 1u << 6, /* organisation, collection */
	FLAG_BAD_IDENTIFIER = 1u << 7,   /* looks like an id, is none */
	FLAG_NOT_UTF8 = 1u << 8,         /* bytes that are none: U+FFFD stands there */
	FLAG_LINK_DETOUR = 1u << 9,      /* a login, a redirect: its goal was read */
};

/* How the bytes of a list are written. */
enum writing {
	WRITING_LINES, /* a text a line: addresses, RIS, MEDLINE */
	WRITING_MARKDOWN,
	WRITING_BIBTEX,
	WRITING_CSV,
	WRITING_JSON,
};

struct entry_identifier {
	struct identifier id;
	size_t link;      /* index in links */
	bool wrong;       /* a placeholder: kept for the finding only */
	const char *from; /* the source that found it by the title, NULL:
				 * it stands in the list */
};

/* What becomes of an entry in this run: of a list that is checked, only the rows
 * that are new. */
enum entry_share {
	ENTRY_ASKED,  /* sources are asked about it */
	ENTRY_BESIDE, /* nobody is; it may be the same work as one that is asked about */
	ENTRY_LEFT,   /* nobody is: it was read, and its words are weighed */
};

struct entry {
	const char *list;        /* short name of the list */
	const char *list_source; /* path or URL as the user named it */
	unsigned line;           /* 1-based */
	unsigned part;           /* 1 … n */
	unsigned parts;          /* n: how many entries the row gave */
	unsigned like;        /* number of an entry above of the same words and links */
	const char *section;  /* heading path, " / " between, "" at the top */
	const char *title;    /* clean; never NULL */
	const char *name;     /* "BioGPT" of "BioGPT: …"; NULL: none */
	const char *date;     /* EDTF: 2023, 2023-11, 2023-11-27; NULL */
	const char *date_raw; /* as written; NULL when it is `date` */
	const char *venue;    /* as given, without the date; NULL */
	const char *institute;
	const char *license;
	const char *base_model;
	const char *authors; /* as given, when the list names them; NULL */
	/* The same, where the list says what is family and what is given. */
	const struct author *people;
	size_t people_count;
	const char *type; /* CSL type, of the list's own BibTeX type; NULL */
	const struct link *links;
	size_t link_count;
	const struct entry_identifier *identifiers;
	size_t identifier_count;
	const char *as_written; /* the malformed link, when there is one */
	/* The bytes of its line that differ from what was read, and that; NULL. */
	const char *mend_from, *mend_to;
	unsigned flags; /* enum entry_flag */
	enum entry_share share : 16;
	enum writing writing : 16;
	/* The bytes of the list from its line up to the next entry's, as they are;
	 * NULL: not at hand. */
	const char *row;
	size_t row_length;
	/* This is a copy, with what a search found; NULL: as it was read. */
	const struct entry *as_read;
};

/* The entry of the list: itself, or what it is a copy of. */
const struct entry *entry_as_read(const struct entry *);

const char *entry_flag_name(enum entry_flag); /* "damaged-text" … */
/* As they stand: by list, line, part. */
int entry_compare(const struct entry *, const struct entry *);
/* By what a row is known from one release to the next: its list and title. */
char *entry_key(struct arena *, const char *list, const char *title);
/* Does the line of its list stand in its row?  A record has many. */
bool entry_has_line(const struct entry *, unsigned line);
/* "004:168", or "004:168.2" for the second part of a row. */
char *entry_place(struct arena *, const struct entry *);

/* Lines that are told as examples. */
enum { LIST_LINES = 5 };
/* A form that items of a list follow ("title — people, venue, date"): how many
 * do, how many of that kind hold words that it does not explain. */
struct list_form {
	const char *text;
	const char *section; /* of this section only; NULL: of the whole list */
	size_t items, apart;
	unsigned lines[LIST_LINES]; /* of the latter, the first; 0: no more */
	size_t agree;               /* items that both readings read alike */
};
/* Why items with links, or of a list of works, are no entries. */
enum list_left_why {
	LEFT_SECTION,
	LEFT_CONTENTS,
	LEFT_UNTITLED,
	LEFT_MANUAL,
	LEFT_REASONS
};
struct list_left {
	size_t count;
	unsigned lines[LIST_LINES];
};

/* How a list is written, as its curator says: enrich.conf's [list NAME]. */
struct list_stated {
	const char *columns; /* of tables, one line for each number of them; or NULL */
	const char *item;    /* slots and signs of a bullet; or NULL */
};

/* A list, read: its entries in source order. */
struct list {
	const struct list_stated *stated; /* NULL: nobody said */
	const char *name;                 /* short name: config, or the file's name */
	const char *source;               /* path, "-" or URL */
	/* As they are, byte for byte; the rows of its entries lie in them. */
	const char *bytes;
	size_t length;
	char revision[65]; /* SHA-256 of its bytes, hexadecimal */
	unsigned lines;
	struct entry *entries;
	size_t entry_count;
	unsigned broken;      /* records that could not be read whole */
	unsigned broken_line; /* the first of them, and why */
	const char *broken_why;
	const struct list_form *forms;
	size_t form_count;
	const struct list_form *doubts; /* sections most of whose items do not fit */
	size_t doubt_count;
	struct list_left left[LEFT_REASONS];
};
