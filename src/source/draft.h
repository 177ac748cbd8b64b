/*
 * What the adapters share: requests to fill in, answers by state, a brief that
 * grows claim by claim, identifiers as sources spell them, dates, members
 * picked from JSON.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "model/answer.h"
#include "model/brief.h"
#include "model/request.h"

struct arena;
struct json;
struct markup;
struct json_writer;

/* ---- requests ---- */

/* Of the questions' source, at least one.  Everything is set, what is not given to
 * nothing; texts are not copied. */
void request_get(struct request *, const char *path, const char *accept,
    const struct question *, size_t count);
/* JSON out, JSON back. */
void request_post(struct request *, const char *path, const char *body, size_t length,
    const struct question *, size_t count);

/* ---- answers ---- */

void reply_found(struct answer *, const char *body, size_t length);
/* With that part of the reply as its body, which its brief will not read again. */
void reply_found_json(struct answer *, const struct json *);
void reply_found_xml(struct arena *, struct answer *, const struct markup *);
/* The body of an answer, as it was read or read now; NULL: it is none. */
const struct json *reply_body(struct arena *, const struct answer *);
const struct markup *reply_body_xml(struct arena *, const struct answer *);
void reply_absent(struct answer *, const char *note);
void reply_unanswered(struct answer *, const char *note);
void reply_unanswered_all(const struct request *, struct answer *, const char *note);

/* ---- a brief being written ---- */

struct draft {
	struct arena *arena;
	enum brief_kind kind;
	const char *title;
	int year;
	struct identifier *ids;
	size_t id_count;
	struct identifier *names;
	size_t name_count;
	struct claim *claims;
	size_t claim_count;
};

void draft_begin(struct draft *, struct arena *, enum brief_kind);
void draft_finish(const struct draft *, struct brief *);

/*
 * Claims.  A text is taken as it stands; NULL and blank texts make none, nor
 * does a second claim about the same field.
 */
void draft_claim(struct draft *, enum field, const char *text);
/* Decoded once (entities, inline tags), white space squeezed. */
void draft_words(struct draft *, enum field, const char *text);
void draft_title(struct draft *, const char *text);
/* With its subtitle, unless the title ends in it already; either may be NULL. */
void draft_title_and_rest(struct draft *, const char *title, const char *rest);
/* The same without decoding: arXiv's "<" and "&" are the author's own. */
void draft_title_plain(struct draft *, const char *text);
void draft_integer(struct draft *, enum field, const struct json *);
void draft_boolean(struct draft *, enum field, const struct json *);
/* The day of a date or time stamp, a month or year of one; false when it is none. */
bool draft_date(struct draft *, enum field, const char *text);
int draft_year_of(const char *day); /* its first four digits, 0: none */
/* Of our era: 2549 is 2006 in Thailand, and who says which was meant? */
bool draft_is_year(int64_t year);
/* Decoded; what is no name ("et al.", ":") is left out. */
void draft_author(struct arena *, struct author **, size_t *count, const char *literal,
    const char *family, const char *given);
void draft_authors(struct draft *, const struct author *, size_t count);
/* The bare number of "https://orcid.org/0000-…", NULL when it is none. */
const char *spell_orcid(struct arena *, const char *text);

/*
 * The same work's identifier, and one that the subject merely names.  The
 * value is as the source spells it; what is none of that kind is dropped.
 */
void draft_id(struct draft *, enum identifier_kind, const char *value);
void draft_name(struct draft *, enum identifier_kind, const char *value);
/* Names every paper whose arXiv or DOI link stands in a text. */
void draft_names_in(struct draft *, const char *text);
/* The other way round: the models, data sets and code a paper's text links. */
void draft_artifacts_in(struct draft *, const char *text);

/* ---- spelling ---- */

/*
 * Canonical spelling of a paper's identifier, NULL when it is none.  *kind
 * changes for a DOI that is arXiv's own (10.48550/arXiv.…).
 */
char *spell_paper(struct arena *, enum identifier_kind *kind, const char *value);
/* "2402.10373" of any "…/abs/2402.10373v2", "oai:arXiv.org:…", "arXiv:…". */
char *spell_arxiv(struct arena *, const char *text);
/* Are two names equal but for the case of ASCII letters? */
bool spell_alike(const char *a, const char *b);

/* ---- JSON ---- */

/* Begins and ends the body as a whole object or list does? */
bool reply_is_object(const struct response *);
bool reply_is_list(const struct response *);
/* An object with a text of that name. */
bool reply_names(const struct response *, const char *member);
/* A member of a small error object, NULL when it is none. */
const char *reply_member(struct arena *, const struct response *, const char *name);
/* Is it one whose "error" has these words, in any letter case ("": any)? */
bool reply_says_error(const struct response *, const char *words);
/*
 * What to do with a status that says nothing of the questions: 401 and 403 are for
 * the key, or without one for us all; a request refused or failed at may be too large,
 * or one question of it what the server trips over.
 */
enum verdict reply_refused(const struct request *, const struct response *, bool has_key);

/* The reply's body read, NULL when it is no JSON. */
const struct json *reply_json(struct arena *, const struct response *);

/* What is kept of a record: one object, its members as they were sent. */
struct kept {
	struct json_writer *writer; /* stands inside of the object */
	struct buffer bytes;
};

void reply_keep_begin(struct kept *);
/* Those of `names` ("id,title") that the object (NULL: none) has, in their order. */
void reply_keep(struct kept *, const struct json *object, const char *names);
/* The same in an object called `name`; nothing when there is no object. */
void reply_keep_inside(
    struct kept *, const char *name, const struct json *object, const char *names);
/* The answer is found, and this is its body, in the arena. */
void reply_keep_end(struct kept *, struct arena *, struct answer *);

/* ---- words ---- */

/* Theirs and ours, up to a NULL. */
struct spelling {
	const char *theirs, *ours;
};
/* NULL when it is none of theirs, or NULL. */
const char *spell_word(const struct spelling *, const char *theirs);
/* Is it this word?  NULL is none. */
bool spell_is(const char *text, const char *word);
