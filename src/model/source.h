/*
 * A source: what an adapter must say and do.  One way to ask an API = one file
 * = one constant struct at its end = one line in source/source.h.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "model/answer.h"
#include "model/license.h"
#include "model/question.h"
#include "model/request.h"
#include "model/service.h"

struct arena;
struct by_doi;

/* What to do with a response, before it is read. */
enum verdict {
	VERDICT_TAKE,      /* call `read` */
	VERDICT_RETRY,     /* the same again, later (retry budget) */
	VERDICT_FALSE,     /* lacks what it surely holds: again after a
			   * while, and then this source is left */
	VERDICT_HALVE,     /* two requests of half the questions each */
	VERDICT_SPOILT,    /* a question spoils it: find out which */
	VERDICT_DROP,      /* all its questions stay unanswered */
	VERDICT_STOP,      /* … and ask this source no more this run */
	VERDICT_SPENT,     /* the day's allowance is used up: not asked */
	VERDICT_WANTS_KEY, /* it answers nobody without a key: not asked */
	VERDICT_DROP_KEY,  /* the key was refused: again without it */
};

struct json;

#define SOURCE_BULK_IDS 8

struct source {
	/* What it is. */
	const char *name;  /* "semanticscholar": in cache, provenance */
	const char *title; /* "Semantic Scholar": for people */
	const struct service *service;
	/* Where people see its record: what a DOI or an arXiv id is put behind;
	 * NULL: where the identifier leads, or nowhere. */
	const char *doi_page, *arxiv_page;
	const char *attribution;         /* one sentence for ATTRIBUTION.md */
	unsigned accepts;                /* IDENTIFIER_BIT set it is asked about */
	unsigned teaches;                /* kinds its answers can add */
	bool keeps_license;              /* of what is issued, it alone knows it */
	enum license_dialect license_in; /* how it spells licences */
	unsigned batch;                  /* questions a request can carry */
	size_t ceiling;                  /* most decoded bytes of a reply */
	unsigned asked_version;          /* of the fields asked; raised: stale */
	unsigned brief_version;          /* of `brief`; raised: read again */
	/*
	 * How long a found answer is fresh: 6 days where counts are asked
	 * for, 30 licences, 90 what is published (plan/ asks about preprints
	 * sooner).
	 */
	unsigned fresh_days;
	/* The same for an absence that was seen once only; 0: as others. */
	unsigned doubt_days;
	bool on_request; /* only with --discover; last in the registry */
	/*
	 * FIELD_BIT set.  Not 0: it is asked only about works that the sources
	 * before it in the registry leave without one of these fields.
	 */
	unsigned fills;
	/*
	 * A request for several questions lists what it finds, which proves
	 * nothing about the others: what such a reply leaves unanswered is
	 * asked once more, alone.
	 */
	bool lists;
	/*
	 * A request for several questions lists what has changed since their
	 * `since`, and perhaps more.  `read` leaves what it lists unanswered
	 * (it is asked alone), and says found without a body of the rest: if
	 * no page behind this one (`next`) lists it, it is as it was.
	 */
	bool lists_changes;
	/*
	 * Questions that can be asked together though `batch` is 1: at most
	 * `gather` of one group, and fewer than `gather_least` one by one.
	 * `group` gives equal numbers for what goes together, 0 for what goes
	 * alone; NULL: all go together.
	 */
	unsigned gather, gather_least;
	bool gather_needs_key;
	unsigned (*group)(const struct question *);
	/*
	 * Its found answers are that source's too: they are kept for both, for
	 * that one under the answer's id of this kind.  NULL: none.
	 */
	const struct source *sibling;
	enum identifier_kind sibling_kind;
	const char *probe; /* an id it surely knows */
	/*
	 * A request in which nothing is known is an error: each is to hold
	 * one question that was found before, else the probe; where it turns
	 * out to be unknown, the other one.
	 */
	const char *other_probe;
	bool needs_known;

	/* How it is asked by DOI (source/doi.h), NULL: in a way of its own. */
	const struct by_doi *by_doi;

	/* What it does.  All pure: no I/O, no clock, no globals. */

	/*
	 * One request for `count` questions (1 … batch), in the arena.  It may
	 * take fewer (URL length): the number taken is request->question_count.
	 */
	void (*ask)(const struct question *questions, size_t count, struct arena *,
	    struct request *);
	/*
	 * Judge a response whose exchange is REPLIED and whose status is none
	 * of 429, 500, 502, 503, 504 (fetch/ has retried those already; the
	 * last one comes here too, when the budget is spent).  `has_key` says
	 * whether a key was sent.
	 */
	enum verdict (*split)(
	    const struct request *, const struct response *, bool has_key);
	/*
	 * One answer for each question, in order, into `answers` (question_count
	 * of them, zeroed but for key and times, which the caller fills).  Sets
	 * state, note, body and body_length (pointing into the response or the
	 * arena), and the body as it read it.  Not the brief.
	 */
	void (*read)(const struct request *, const struct response *, struct arena *,
	    struct answer *answers);
	/* lists_changes: the path of the page behind this one, NULL: none. */
	const char *(*next)(const struct response *, struct arena *);
	/*
	 * The brief of a found answer's body.  false: the bytes are not what
	 * this source sends (the answer then counts as unanswered).
	 */
	bool (*brief)(const struct answer *, struct arena *, struct brief *);
	/*
	 * A record of the service's bulk files: the answer that it would have given
	 * (state, body), and the ids (at most SOURCE_BULK_IDS) it would have given it
	 * to; their number, 0: a record of something else.  NULL: it has no such files,
	 * or none that are read.
	 */
	size_t (*bulk)(const struct source *, const struct json *record, struct arena *,
	    struct identifier *ids, struct answer *);
};
