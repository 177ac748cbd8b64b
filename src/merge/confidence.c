/*
 * A witness enters; how sure its word is leaves, by the published table.
 */
#include "merge/inside.h"

#include "model/source.h"

/* The published confidence table (docs/sources.md). */
#define CONFIDENCE_ISSUER     1.0  /* identifier, at who issues it */
#define CONFIDENCE_AGGREGATOR 0.95 /* identifier, at who gathers */
#define CONFIDENCE_HIT        0.9  /* title hit, two witnesses more */
#define CONFIDENCE_HIT_ONE    0.7  /* title hit, one witness more */
#define CONFIDENCE_HIT_BARE   0.5  /* title hit, nothing but the title */
#define UNCLEAR_TIMES         0.8

const double list_confidence = 0.3;

static bool
issues_kind(const char *source, enum identifier_kind kind)
{
	switch (kind) {
	case IDENTIFIER_DOI:
		return source_is(source, "crossref") || source_is(source, "datacite");
	case IDENTIFIER_ARXIV:
		return source_is(source, "arxiv");
	case IDENTIFIER_PMID:
	case IDENTIFIER_PMCID:
		return source_is(source, "pubmed");
	case IDENTIFIER_ACL:
		return source_is(source, "acl");
	case IDENTIFIER_HF_MODEL:
	case IDENTIFIER_HF_DATASET:
	case IDENTIFIER_HF_SPACE:
		return source_is(source, "huggingface");
	case IDENTIFIER_GITHUB:
		return source_is(source, "github");
	case IDENTIFIER_S2_CORPUS:
	case IDENTIFIER_URL:
	case IDENTIFIER_HF_ORG:
	case IDENTIFIER_TITLE:
	case IDENTIFIER_KINDS:
		break;
	}
	return false;
}

double
witness_confidence(const struct witness *witness)
{
	double confidence;

	if (witness->id.value == NULL || witness->searched)
		confidence = witness->opinion.reason_count > 2 ? CONFIDENCE_HIT
		    : witness->opinion.reason_count == 2       ? CONFIDENCE_HIT_ONE
							       : CONFIDENCE_HIT_BARE;
	else
		confidence = issues_kind(witness->source->name, witness->id.kind)
		    ? CONFIDENCE_ISSUER
		    : CONFIDENCE_AGGREGATOR;
	if (witness->opinion.judgement == JUDGE_UNCLEAR &&
	    witness->opinion.reason_count > 0 && identifier_is_paper(witness->id.kind))
		confidence *= UNCLEAR_TIMES;
	return confidence;
}
