/* A DOI enters; whether a preprint server gave it leaves. */
#include "base/text.h"
#include "model/identifier.h"

bool
preprint_has_doi(const char *doi)
{
	/* Registrant prefixes of preprint servers (Crossref, DataCite). */
	static const char *const prefixes[] = {
		"10.48550/",          /* arXiv */
		"10.1101/",           /* bioRxiv and medRxiv, below */
		"10.64898/",          /* openRxiv */
		"10.21203/rs.",       /* Research Square */
		"10.2139/ssrn.",      /* SSRN */
		"10.26434/chemrxiv",  /* ChemRxiv */
		"10.31234/osf.io/",   /* PsyArXiv */
		"10.31219/osf.io/",   /* OSF Preprints */
		"10.31235/osf.io/",   /* SocArXiv */
		"10.36227/techrxiv.", /* TechRxiv */
		"10.20944/preprints", /* Preprints.org */
		"10.2196/preprints.", /* JMIR Preprints */
		"10.7287/peerj.preprints",
	};

	for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++)
		if (text_starts_nocase(doi, prefixes[i])) {
			/* Cold Spring Harbor's journals have the same prefix:
			 * a preprint's suffix is a date or a bare number. */
			if (i == 1)
				return doi[8] >= '0' && doi[8] <= '9';
			return true;
		}
	return false;
}
