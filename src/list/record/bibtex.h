/*
 * BibTeX: words and values (bibtex_value.c), entries (bibtex.c), what their
 * fields say (bibtex_fields.c).
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct buffer;
struct said;
struct strmap;

/* Where reading stands. */
struct bibtex {
	const char *at, *end;
	struct arena *scratch; /* of one entry */
	struct arena *kept;    /* texts of macros */
	struct strmap *macros;
	struct strmap *parents; /* by key, what crossref lends */
	size_t budget;          /* bytes macros may still add */
	const char *trouble;    /* of this entry, or NULL */
};

/* The first trouble of an entry is the one that is told. */
void bibtex_broken(struct bibtex *, const char *words);
void bibtex_skip_blanks(struct bibtex *);
/* Past blanks, when this character is next. */
bool bibtex_take(struct bibtex *, char);
/* A type, a field's name or a macro's, in lower case; "": none is here. */
const char *bibtex_word(struct bibtex *);
/* Does a new entry begin at `at`, "@word{" at the start of a line?  Then what
 * is still open before it was never closed. */
bool bibtex_entry_begins(const struct bibtex *, const char *at);
/* Behind an opening brace or quotation mark, to the `stop` that closes it;
 * false: nothing does, and the trouble is set. */
bool bibtex_enclosed(struct bibtex *, char stop, struct buffer *out);
/* Pieces joined by "#"; false: it has no end. */
bool bibtex_value(struct bibtex *, struct buffer *out);

struct bibtex_field {
	const char *name;  /* lower case */
	const char *value; /* joined, macros put in, LaTeX as written */
};

/* bibtex_parents.c */
enum { BIBTEX_INHERITED = 5 }; /* fields, at most */
/* Keys ignore case. */
const char *bibtex_key(struct arena *, const char *text, size_t length);
/* An entry without authors that others may refer to. */
void bibtex_keep_parent(
    struct bibtex *, const char *key, const struct bibtex_field *, size_t count);
/* Adds what the parent lends (room for BIBTEX_INHERITED); the new count. */
size_t bibtex_inherit(const struct bibtex *, struct bibtex_field *, size_t count);

/* `type`: "article", lower case. */
void bibtex_say(
    struct said *, const char *type, const struct bibtex_field *, size_t count);
