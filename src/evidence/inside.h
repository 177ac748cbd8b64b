/* Inside evidence/: the view and its two tables. */
#pragma once

#include "base/buffer.h"
#include "base/digest.h"
#include "evidence/evidence.h"
#include "session/session.h"

struct held;
struct judge_field;

/*
 * Things by the hash of their keys; who looks compares.  Only for looking up:
 * its order is nobody's.
 */
struct table {
	struct table_slot {
		uint64_t hash;
		void *thing; /* NULL: free */
	} * v;
	size_t size; /* a power of two, or 0 */
	size_t count;
};

/* To go on from: that of nothing. */
#define TABLE_HASH 14695981039346656037u
uint64_t table_hash(uint64_t, const void *bytes, size_t length);
/* Goes through the things under a hash: *at is 0 at first.  NULL: no more. */
void *table_next(const struct table *, uint64_t hash, size_t *at);
void table_add(struct table *, uint64_t hash, void *thing);
void table_clear(struct table *);

/* What a search for an entry's title found. */
struct lead {
	struct entry entry; /* as it was read, with what was found */
	const struct entry_identifier *found;
};

/* An opinion that was asked for. */
struct judged {
	const struct known *known;
	const struct entry *entry;
	bool searched;
	struct opinion opinion;
	uint64_t key[2]; /* remember_key */
};

struct evidence {
	const struct session *session;
	const struct list *lists;
	size_t list_count;
	struct arena *arena;    /* of all that is kept … */
	struct arena *opinions; /* … but for these, which are gone through together */
	struct arena *scratch;  /* of one reading or judgement */
	struct table held, nothing, judged, leads;
	struct held *last;               /* that was looked at; NULL */
	struct table standings;          /* lead.c */
	size_t age;                      /* grows with each answer that is put */
	struct known *spare;             /* that nothing came of, to be read into */
	struct table remembered, prints; /* remember.c */
	struct buffer text;              /* of one entry or answer, for its print */
	uint8_t rules[DIGEST_BYTES];     /* what all opinions hang on */
	bool has_recalled, remembers, has_new_opinions;
	struct judge_field *field; /* of the lists' titles; NULL: not yet read */
	const struct works *works; /* NULL: to be joined (anew) */
	struct arena *of_works;
};

/*
 * remember.c: what an opinion is known by in other runs; false: nothing is
 * remembered.  Then the opinion that was had, NULL: none.
 */
bool remember_key(struct evidence *, const struct known *, const struct entry *,
    bool searched, uint64_t key[2]);
const struct opinion *remember_find(const struct evidence *, const uint64_t key[2]);

/*
 * lead.c: does an identifier lead nowhere?  All who are asked at first say that
 * there is no such thing (of a DOI, one of those too who are asked about gaps), or
 * every answer was refused.
 */
bool lead_is_nowhere(
    struct evidence *, struct arena *scratch, const struct entry *, struct identifier);

/* Is there room to keep more? */
bool view_has_room(const struct evidence *);
/* So much is kept that it is to leave memory now and then. */
bool view_is_large(const struct evidence *);
