/*
 * An identifier: kind and canonical spelling.
 *
 * Made by identify/ (from links) and by a source's `brief` (learned).  Read by
 * everything.  Lives in the arena of whoever made it.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>

struct arena;

/* In order of preference for a work's own id. */
enum identifier_kind {
	IDENTIFIER_DOI,        /* 10.x/y in lower case */
	IDENTIFIER_ARXIV,      /* 2402.10373 or hep-th/9901001, no version */
	IDENTIFIER_ACL,        /* 2020.clinicalnlp-1.17, P19-1215 */
	IDENTIFIER_PMID,       /* digits */
	IDENTIFIER_PMCID,      /* PMC and digits */
	IDENTIFIER_OPENREVIEW, /* of a forum: rkgNKkHtvB */
	IDENTIFIER_HF_MODEL,   /* owner/name, or name (bert-base-uncased) */
	IDENTIFIER_HF_DATASET,
	IDENTIFIER_HF_SPACE,
	IDENTIFIER_GITHUB,        /* owner/name */
	IDENTIFIER_S2_CORPUS,     /* digits */
	IDENTIFIER_S2_PAPER,      /* 40 hexadecimal digits, of a page; to ask by */
	IDENTIFIER_URL,           /* for works nobody issues an id for */
	IDENTIFIER_HF_ORG,        /* never a work; kept for the mention */
	IDENTIFIER_HF_COLLECTION, /* owner/slug; never a work: its parts are related */
	IDENTIFIER_TITLE,         /* to ask by when there is none; never kept */
	IDENTIFIER_PREFIX,        /* 10.x of a DOI, to ask who registers; never kept */
	IDENTIFIER_KINDS
};

/* A set of kinds, one bit each. */
#define IDENTIFIER_BIT(kind) (1u << (kind))
#define IDENTIFIER_PAPER_BITS                                                            \
	(IDENTIFIER_BIT(IDENTIFIER_DOI) | IDENTIFIER_BIT(IDENTIFIER_ARXIV) |             \
	    IDENTIFIER_BIT(IDENTIFIER_ACL) | IDENTIFIER_BIT(IDENTIFIER_PMID) |           \
	    IDENTIFIER_BIT(IDENTIFIER_PMCID) | IDENTIFIER_BIT(IDENTIFIER_OPENREVIEW) |   \
	    IDENTIFIER_BIT(IDENTIFIER_S2_CORPUS) | IDENTIFIER_BIT(IDENTIFIER_S2_PAPER))
#define IDENTIFIER_ARTIFACT_BITS                                                         \
	(IDENTIFIER_BIT(IDENTIFIER_HF_MODEL) | IDENTIFIER_BIT(IDENTIFIER_HF_DATASET) |   \
	    IDENTIFIER_BIT(IDENTIFIER_HF_SPACE) | IDENTIFIER_BIT(IDENTIFIER_GITHUB))

struct identifier {
	enum identifier_kind kind;
	const char *value;
};

/* "arxiv", "s2_corpus", "hf_model" …: as in `extract` and in ids[].kind. */
const char *identifier_kind_name(enum identifier_kind);
/* "arxiv", "s2", "hf", "hf-dataset" …: before the colon of a record's id. */
const char *identifier_prefix(enum identifier_kind);
/* "arxiv:2402.10373": prefix, colon, value as spelled. */
char *identifier_text(struct arena *, struct identifier);
/*
 * The same, in the one spelling that is compared and cached: GitHub and
 * Hugging Face names in lower case (both ignore case when looking up), a title
 * folded (text_fold).
 */
char *identifier_key(struct arena *, struct identifier);
/*
 * `value` in the one spelling of its kind (it stays as it is when it comes in
 * again); NULL: none of that kind, or `value` is NULL.
 */
char *identifier_canonical(struct arena *, enum identifier_kind, const char *value);
/* From either text form; kind names are accepted too.  false: not one. */
bool identifier_parse(struct arena *, const char *text, struct identifier *);
/* The landing page: https://doi.org/…, https://arxiv.org/abs/… */
char *identifier_url(struct arena *, struct identifier);
bool identifier_equal(struct identifier, struct identifier);
/* By kind (preference), then bytes of the value: < 0, 0, > 0. */
int identifier_compare(struct identifier, struct identifier);
bool identifier_is_paper(enum identifier_kind);
bool identifier_is_artifact(enum identifier_kind);
/* data/doi-prefixes.tsv: of Crossref's DOIs. */
struct doi_prefix {
	const char *prefix, *publisher;
};
extern const struct doi_prefix doi_prefixes[];
extern const size_t doi_prefixes_count;
/* Who registers it, as doi.org calls them; NULL: nothing is known of its prefix. */
const char *identifier_agency(const char *doi);
/* preprint.c: arXiv's, bioRxiv's, SSRN's: a DOI that says preprint. */
bool preprint_has_doi(const char *doi);
