/*
 * Licence texts of all kinds → SPDX expression or LicenseRef-…, or nothing.
 * One table; docs/sources.md names where its rows come from.  Never a guess:
 * a text that nobody can map stays NULL and is "unrecognised".
 */
#pragma once

struct arena;

enum license_status {
	LICENSE_STATED,
	LICENSE_UNRECOGNISED, /* a text nobody could map */
	LICENSE_NONE,         /* the source says there is none */
	LICENSE_UNSTATED,     /* answered, says nothing */
	LICENSE_NOT_ASKED,
	LICENSE_UNANSWERED,
	LICENSE_STATUSES
};

extern const char *const license_statuses[]; /* "not-asked" … */

/* Words that mean something else, or nothing, elsewhere. */
enum license_dialect {
	LICENSE_AS_WORDS,  /* lists, URLs, SPDX ids */
	LICENSE_AS_HUB,    /* a model hub's ids: "other", "llama3" */
	LICENSE_AS_GITHUB, /* "none": the repository has no licence */
};

/*
 * What a FIELD_LICENSE claim's text may be: a Hugging Face id ("apache-2.0",
 * "llama3"), "other", a GitHub SPDX id or "NOASSERTION", a licence URL
 * (arXiv, Creative Commons), a Semantic Scholar or OpenAlex short form
 * ("CCBYNC"), or a list's free words ("CC-BY-NC-SA 4.0 (Non-Commercial)").
 * A list's words, and a curator's, are LICENSE_AS_WORDS.
 * *expression: in the arena or constant; NULL unless LICENSE_STATED.
 */
enum license_status license_read(
    struct arena *, enum license_dialect, const char *text, const char **expression);

/* What a licence asks of those who build on a work. */
enum license_term {
	LICENSE_NO_COMMERCE = 1u << 0,
	LICENSE_NO_CHANGES = 1u << 1,
	LICENSE_SHARE_ALIKE = 1u << 2,
	LICENSE_USE_LIMITS = 1u << 3,    /* acceptable use */
	LICENSE_OWN_TERMS = 1u << 4,     /* nobody here knows which */
	LICENSE_PUBLIC_DOMAIN = 1u << 5, /* not even to be named */
};

/* Bits of enum license_term; 0 for NULL. */
unsigned license_terms(const char *expression);
/*
 * What the base model's licence asks for and the card's does not: 0 when the
 * card is not looser, or when the two cannot be compared.
 */
unsigned license_looser(const char *card, const char *base);
/* The weightiest of them: "no commercial use", "limits on use" … */
const char *license_terms_words(unsigned terms);

/* The SPDX id that a text spells, in its own spelling; NULL: none. */
const char *license_spdx_id(const char *text);
/* The same, when CITATION.cff may say it (its schema 1.2.0 lists them). */
const char *license_cff_id(const char *text);

/* One of the words of license_classes, by what it asks for; NULL for NULL. */
const char *license_class(const char *expression);
extern const char *const license_classes[]; /* public-domain … custom, NULL */
