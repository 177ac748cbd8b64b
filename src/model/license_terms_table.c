/*
 * What a licence asks of those who build on a work, by how its expression
 * begins; the first row that fits counts.  What no row names asks for no more
 * than to be named (SPDX) or has terms of its own (LicenseRef).
 */
#include "model/license_table.h"

#include <stddef.h>

#include "model/license.h"

#define NC   LICENSE_NO_COMMERCE
#define ND   LICENSE_NO_CHANGES
#define SA   LICENSE_SHARE_ALIKE
#define USE  LICENSE_USE_LIMITS
#define OWN  LICENSE_OWN_TERMS
#define FREE LICENSE_PUBLIC_DOMAIN

const struct license_terms_row license_terms_rows[] = { { "CC0-", FREE },
	{ "CC-PDDC", FREE }, { "CC-PDM-", FREE }, { "PDDL-", FREE },
	{ "Unlicense", FREE }, { "LicenseRef-public-domain", FREE },

	{ "CC-BY-NC-SA", NC | SA }, { "CC-BY-NC-ND", NC | ND }, { "CC-BY-NC", NC },
	{ "CC-BY-ND", ND }, { "CC-BY-SA", SA }, { "LicenseRef-CC-BY-NC-SA", NC | SA },
	{ "LicenseRef-CC-BY-NC-ND", NC | ND }, { "LicenseRef-CC-BY-NC", NC },
	{ "LicenseRef-CC-BY-ND", ND }, { "LicenseRef-CC-BY-SA", SA },
	{ "LicenseRef-CC-BY", 0 },

	{ "AGPL-", SA }, { "CDDL-", SA }, { "CDLA-Sharing", SA }, { "CECILL-1", SA },
	{ "CECILL-2", SA }, { "CERN-OHL-S", SA }, { "CERN-OHL-W", SA }, { "CPL-", SA },
	{ "EPL-", SA }, { "EUPL-", SA }, { "GFDL-", SA }, { "GPL-", SA }, { "IPL-", SA },
	{ "LGPL", SA }, { "MPL-", SA }, { "MS-RL", SA }, { "NPOSL-", SA },
	{ "ODbL-", SA }, { "OSL-", SA }, { "Parity-", SA }, { "QPL-", SA },
	{ "RPL-", SA }, { "SSPL-", SA }, { "LicenseRef-HF-gpl", SA },
	{ "LicenseRef-HF-lgpl", SA }, { "LicenseRef-HF-gfdl", SA },

	{ "BUSL-", OWN }, { "C-UDA-", OWN }, { "Elastic-", OWN },
	{ "PolyForm-Noncommercial", NC }, { "PolyForm-", OWN },

	{ "LicenseRef-HF-bsd", 0 }, { "LicenseRef-HF-apple-ascl", 0 },
	{ "LicenseRef-HF-open-mdw", 0 }, { "LicenseRef-HF-openmdw", 0 },
	{ "LicenseRef-HF-llama", USE }, { "LicenseRef-HF-gemma", USE },
	{ "LicenseRef-HF-bigcode-openrail", USE }, { "LicenseRef-HF-bigscience-", USE },
	{ "LicenseRef-HF-creativeml-openrail", USE }, { "LicenseRef-HF-openrail", USE },
	{ "LicenseRef-HF-grok2-community", USE }, { "LicenseRef-HF-deepseek", USE },
	{ "LicenseRef-HF-deepfloyd-if", NC | USE }, { "LicenseRef-HF-apple-amlr", NC },
	{ "LicenseRef-HF-h-research", NC }, { "LicenseRef-HF-intel-research", NC },
	{ "LicenseRef-HF-tongyi-qianwen-research", NC },
	{ "LicenseRef-HF-qwen-research", NC }, { "LicenseRef-", OWN }, { NULL, 0 } };
