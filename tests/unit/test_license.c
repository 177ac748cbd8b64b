/* Licence texts as sources and lists write them; what each must become. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "model/license.h"
#include "model/license_table.h"

#define UNRECOGNISED "?"
#define UNSTATED     "-"
#define NONE         "0"

static const struct example {
	const char *source, *text, *want;
} examples[] = {
	/* the Hub */
	{ "huggingface", "apache-2.0", "Apache-2.0" },
	{ "huggingface", "mit", "MIT" },
	{ "huggingface", "cc-by-nc-sa-4.0", "CC-BY-NC-SA-4.0" },
	{ "huggingface", "gpl-3.0", "GPL-3.0" },
	{ "huggingface", "odc-by", "ODC-By-1.0" },
	{ "huggingface", "odbl", "ODbL-1.0" },
	{ "huggingface", "bsl-1.0", "BSL-1.0" },
	{ "huggingface", "lgpl-lr", "LGPLLR" },
	{ "huggingface", "etalab-2.0", "etalab-2.0" },
	{ "huggingface", "llama3.1", "LicenseRef-HF-llama3.1" },
	{ "huggingface", "openrail++", "LicenseRef-HF-openrail-plus-plus" },
	{ "huggingface", "cc", "LicenseRef-HF-cc" },
	{ "huggingface", "gpl", "LicenseRef-HF-gpl" },
	{ "huggingface", "newer-than-the-table", "LicenseRef-HF-newer-than-the-table" },
	{ "huggingface", "cc-by-sa-3.0, gfdl", "LicenseRef-HF-multiple" },
	{ "huggingface", "other", UNRECOGNISED },
	{ "huggingface", "other: Example Model_License v1",
	    "LicenseRef-HF-example-model-license-v1" },
	{ "huggingface", "other: mit", "MIT" },
	{ "huggingface", "other: \xe6\xa8\xa1", UNRECOGNISED },
	{ "huggingface", "unknown", UNSTATED },
	{ "huggingface", NULL, UNSTATED },
	/* GitHub */
	{ "github", "MIT", "MIT" },
	{ "github", "GPL-3.0", "GPL-3.0" },
	{ "github", "AGPL-3.0-or-later", "AGPL-3.0-or-later" },
	{ "github", "NOASSERTION", UNRECOGNISED },
	{ "github", "none", NONE },
	/* arXiv and Creative Commons addresses */
	{ "arxiv-oai", "http://arxiv.org/licenses/nonexclusive-distrib/1.0/",
	    "LicenseRef-arXiv-nonexclusive-distrib-1.0" },
	{ "arxiv-oai", "https://arxiv.org/licenses/nonexclusive-distrib/1.0",
	    "LicenseRef-arXiv-nonexclusive-distrib-1.0" },
	{ "arxiv-oai", "http://arxiv.org/licenses/assumed-1991-2003/",
	    "LicenseRef-arXiv-assumed-1991-2003" },
	{ "arxiv-oai", "http://creativecommons.org/licenses/by/4.0/", "CC-BY-4.0" },
	{ "arxiv-oai", "https://creativecommons.org/licenses/by-nc-sa/3.0/",
	    "CC-BY-NC-SA-3.0" },
	{ "arxiv-oai", "HTTP://CreativeCommons.org/licenses/by-nc-nd/4.0",
	    "CC-BY-NC-ND-4.0" },
	{ "arxiv-oai", "http://creativecommons.org/publicdomain/zero/1.0/", "CC0-1.0" },
	{ "arxiv-oai", "http://creativecommons.org/licenses/publicdomain/", "CC-PDDC" },
	{ "crossref", "https://creativecommons.org/licenses/by/3.0/us/", "CC-BY-3.0-US" },
	{ "crossref", "https://creativecommons.org/licenses/by/3.0/za/",
	    "LicenseRef-CC-BY-3.0-za" },
	{ "crossref", "http://creativecommons.org/licenses/by/4.0/legalcode",
	    "CC-BY-4.0" },
	{ "crossref", "https://creativecommons.org/licenses/by/4.0/deed.en",
	    "CC-BY-4.0" },
	{ "crossref", "https://creativecommons.org/licenses/by/7.0/", UNRECOGNISED },
	{ "crossref", "https://www.elsevier.com/tdm/userlicense/1.0/", UNRECOGNISED },
	{ "crossref", "http://www.springer.com/tdm", UNRECOGNISED },
	{ "crossref", "https://creativecommons.org/", UNRECOGNISED },
	{ "list", "https://opensource.org/licenses/MIT", "MIT" },
	{ "list", "https://www.apache.org/licenses/LICENSE-2.0.html", "Apache-2.0" },
	/* short forms */
	{ "semanticscholar", "CCBY", "LicenseRef-CC-BY" },
	{ "semanticscholar", "CCBYNCND", "LicenseRef-CC-BY-NC-ND" },
	{ "semanticscholar", "CC0", "CC0-1.0" },
	{ "semanticscholar", "other-oa", UNRECOGNISED },
	{ "openalex", "cc-by", "LicenseRef-CC-BY" },
	{ "openalex", "cc-by-nc-sa", "LicenseRef-CC-BY-NC-SA" },
	{ "openalex", "public-domain", "LicenseRef-public-domain" },
	{ "openalex", "gpl-v3", "GPL-3.0" },
	{ "openalex", "publisher-specific-oa", UNRECOGNISED },
	/* words of people */
	{ "list", "CC-BY-NC-SA 4.0 (Non-Commercial)", "CC-BY-NC-SA-4.0" },
	{ "list", "CC BY-SA 4.0", "CC-BY-SA-4.0" },
	{ "list", "Creative Commons Attribution 4.0 International", "CC-BY-4.0" },
	{ "list", "Creative Commons Attribution-NonCommercial 4.0", "CC-BY-NC-4.0" },
	{ "list", "CCO-1.0", "CC0-1.0" },
	{ "list", "CC0", "CC0-1.0" },
	{ "list", "MIT-0 license", "MIT-0" },
	{ "list", "MIT license", "MIT" },
	{ "list", "MIT License", "MIT" },
	{ "list", "The MIT License", "MIT" },
	{ "list", "Apache 2.0", "Apache-2.0" },
	{ "list", "Apache-2.0", "Apache-2.0" },
	{ "list", "Apache License 2.0", "Apache-2.0" },
	{ "list", "Apache License, Version 2.0", "Apache-2.0" },
	{ "list", "GPL v3", "GPL-3.0" },
	{ "list", "GPLv3", "GPL-3.0" },
	{ "list", "GNU General Public License v3.0", "GPL-3.0" },
	{ "list", "BSD 3-Clause", "BSD-3-Clause" },
	{ "list", "Llama 3 Community License", "LicenseRef-HF-llama3" },
	{ "list", "Apache", UNRECOGNISED },
	{ "list", "other", UNRECOGNISED },
	{ "list", "N/A", UNSTATED },
	{ "list", "N/A (Benchmark)", UNSTATED },
	{ "list", "N/A (Models hosted on Hugging Face)", UNSTATED },
	{ "list", "-", UNSTATED },
	{ "list", "\xe2\x80\x94", UNSTATED },
	{ "list", "  ", UNSTATED },
	/* every id of the Hub that is no SPDX id in lower case is below */
	{ "huggingface", "afl-3.0", "AFL-3.0" },
	{ "huggingface", "artistic-2.0", "Artistic-2.0" },
	{ "huggingface", "bsd", "LicenseRef-HF-bsd" },
	{ "huggingface", "bsd-3-clause-clear", "BSD-3-Clause-Clear" },
	{ "huggingface", "c-uda", "C-UDA-1.0" },
	{ "huggingface", "cdla-permissive-2.0", "CDLA-Permissive-2.0" },
	{ "huggingface", "wtfpl", "WTFPL" },
	{ "huggingface", "eupl-1.2", "EUPL-1.2" },
	{ "huggingface", "agpl-3.0", "AGPL-3.0" },
	{ "huggingface", "gfdl", "LicenseRef-HF-gfdl" },
	{ "huggingface", "lgpl", "LicenseRef-HF-lgpl" },
	{ "huggingface", "isc", "ISC" },
	{ "huggingface", "lppl-1.3c", "LPPL-1.3c" },
	{ "huggingface", "ms-pl", "MS-PL" },
	{ "huggingface", "apple-ascl", "LicenseRef-HF-apple-ascl" },
	{ "huggingface", "apple-amlr", "LicenseRef-HF-apple-amlr" },
	{ "huggingface", "openmdw-1.0", "OpenMDW-1.0" },
	{ "huggingface", "openrail", "LicenseRef-HF-openrail" },
	{ "huggingface", "bigscience-openrail-m", "LicenseRef-HF-bigscience-openrail-m" },
	{ "huggingface", "creativeml-openrail-m", "LicenseRef-HF-creativeml-openrail-m" },
	{ "huggingface", "bigscience-bloom-rail-1.0",
	    "LicenseRef-HF-bigscience-bloom-rail-1.0" },
	{ "huggingface", "bigcode-openrail-m", "LicenseRef-HF-bigcode-openrail-m" },
	{ "huggingface", "deepfloyd-if-license", "LicenseRef-HF-deepfloyd-if-license" },
	{ "huggingface", "fair-noncommercial-research-license",
	    "LicenseRef-HF-fair-noncommercial-research-license" },
	{ "huggingface", "h-research", "LicenseRef-HF-h-research" },
	{ "huggingface", "intel-research", "LicenseRef-HF-intel-research" },
	{ "huggingface", "grok2-community", "LicenseRef-HF-grok2-community" },
	{ "huggingface", "llama2", "LicenseRef-HF-llama2" },
	{ "huggingface", "llama3", "LicenseRef-HF-llama3" },
	{ "huggingface", "llama3.2", "LicenseRef-HF-llama3.2" },
	{ "huggingface", "llama3.3", "LicenseRef-HF-llama3.3" },
	{ "huggingface", "llama4", "LicenseRef-HF-llama4" },
	{ "huggingface", "gemma", "LicenseRef-HF-gemma" },
	{ "huggingface", "pddl", "PDDL-1.0" },
	{ "huggingface", "ofl-1.1", "OFL-1.1" },
	{ "huggingface", "ncsa", "NCSA" },
	{ "huggingface", "cc-by-2.5", "CC-BY-2.5" },
	{ "huggingface", "cc0-1.0", "CC0-1.0" },
	{ "huggingface", "unlicense", "Unlicense" },
	/* what GitHub calls its licences */
	{ "github", "BSD-2-Clause", "BSD-2-Clause" },
	{ "github", "0BSD", "0BSD" },
	{ "list", "GNU Affero General Public License v3.0", "AGPL-3.0" },
	{ "list", "GNU Lesser General Public License v2.1", "LGPL-2.1" },
	{ "list", "BSD 2-Clause \"Simplified\" License", "BSD-2-Clause" },
	{ "list", "BSD 3-Clause \"New\" or \"Revised\" License", "BSD-3-Clause" },
	{ "list", "BSD 3-Clause Clear License", "BSD-3-Clause-Clear" },
	{ "list", "BSD 4-Clause \"Original\" or \"Old\" License", "BSD-4-Clause" },
	{ "list", "Mozilla Public License 2.0", "MPL-2.0" },
	{ "list", "Eclipse Public License 2.0", "EPL-2.0" },
	{ "list", "Boost Software License 1.0", "BSL-1.0" },
	{ "list", "Creative Commons Zero v1.0 Universal", "CC0-1.0" },
	{ "list",
	    "Creative Commons Attribution Share Alike 4.0 "
	    "International",
	    "CC-BY-SA-4.0" },
	{ "list", "The Unlicense", "Unlicense" },
	{ "list", "ISC License", "ISC" },
	{ "list", "MIT No Attribution", "MIT-0" },
	{ "list", "zlib License", "Zlib" },
	{ "list", "PostgreSQL License", "PostgreSQL" },
	{ "list", "Artistic License 2.0", "Artistic-2.0" },
	{ "list", "Academic Free License v3.0", "AFL-3.0" },
	{ "list", "University of Illinois/NCSA Open Source License", "NCSA" },
	{ "list", "SIL Open Font License 1.1", "OFL-1.1" },
	{ "list", "Microsoft Public License", "MS-PL" },
	{ "list", "Educational Community License v2.0", "ECL-2.0" },
	{ "list", "European Union Public License 1.2", "EUPL-1.2" },
	{ "list", "LaTeX Project Public License v1.3c", "LPPL-1.3c" },
	{ "list", "Open Software License 3.0", "OSL-3.0" },
	{ "list", "Mulan Permissive Software License, Version 2", "MulanPSL-2.0" },
	{ "list", "Universal Permissive License v1.0", "UPL-1.0" },
	{ "list", "Do What The F*ck You Want To Public License", "WTFPL" },
	{ "list", "Business Source License 1.1", "BUSL-1.1" },
	{ "list", "Elastic License 2.0", "Elastic-2.0" },
	{ "list", "PolyForm Noncommercial License 1.0.0",
	    "PolyForm-Noncommercial-1.0.0" },
	/* addresses */
	{ "arxiv-oai", "http://creativecommons.org/licenses/by-nc-nd/4.0/",
	    "CC-BY-NC-ND-4.0" },
	{ "arxiv-oai", "http://creativecommons.org/licenses/by-sa/4.0/", "CC-BY-SA-4.0" },
	{ "arxiv-oai", "http://creativecommons.org/licenses/by/3.0/", "CC-BY-3.0" },
	{ "crossref", "https://creativecommons.org/licenses/by/4.0/deed.de",
	    "CC-BY-4.0" },
	{ "crossref",
	    "https://creativecommons.org/licenses/by-nc/4.0/"
	    "legalcode.en",
	    "CC-BY-NC-4.0" },
	{ "crossref", "http://creativecommons.org/licences/by/4.0/", "CC-BY-4.0" },
	{ "crossref", "https://creativecommons.org/licenses/by/4.0#x", "CC-BY-4.0" },
	{ "crossref", "https://creativecommons.org/licenses/by/3.0/igo/",
	    "CC-BY-3.0-IGO" },
	{ "crossref",
	    "https://creativecommons.org/share-your-work/"
	    "public-domain/cc0/",
	    "CC0-1.0" },
	{ "crossref", "https://doi.wiley.com/10.1002/tdm_license_1.1", UNRECOGNISED },
	{ "crossref", "http://onlinelibrary.wiley.com/termsAndConditions#vor",
	    UNRECOGNISED },
	{ "crossref",
	    "https://www.acm.org/publications/policies/"
	    "copyright_policy#Background",
	    UNRECOGNISED },
	{ "crossref", "https://doi.org/10.15223/policy-029", UNRECOGNISED },
	{ "crossref",
	    "https://academic.oup.com/pages/"
	    "standard-publication-reuse-rights",
	    UNRECOGNISED },
	{ "crossref",
	    "https://www.springernature.com/gp/researchers/"
	    "text-and-data-mining",
	    UNRECOGNISED },
	{ "list", "https://opensource.org/license/apache-2-0", "Apache-2.0" },
	{ "list", "https://opensource.org/license/bsd-3-clause/", "BSD-3-Clause" },
	{ "list", "https://spdx.org/licenses/CC-BY-4.0.html", "CC-BY-4.0" },
	{ "list", "https://choosealicense.com/licenses/gpl-3.0/", "GPL-3.0" },
	{ "list", "https://www.gnu.org/licenses/gpl-3.0.en.html", "GPL-3.0" },
	{ "list", "https://www.gnu.org/licenses/gpl.html", UNRECOGNISED },
	{ "list", "https://opendatacommons.org/licenses/odbl/1-0/", "ODbL-1.0" },
	{ "list", "https://ai.meta.com/llama/license/", "LicenseRef-HF-llama2" },
	{ "list", "https://www.llama.com/llama3_1/license/", "LicenseRef-HF-llama3.1" },
	{ "list", "https://ai.google.dev/gemma/terms", "LicenseRef-HF-gemma" },
	{ "list", "https://github.com/a/b/blob/main/LICENSE", UNRECOGNISED },
	/* short forms of the aggregators */
	{ "semanticscholar", "CCBYNC", "LicenseRef-CC-BY-NC" },
	{ "semanticscholar", "CCBYSA", "LicenseRef-CC-BY-SA" },
	{ "semanticscholar", "publicDomain", "LicenseRef-public-domain" },
	{ "openalex", "cc-by-nc-nd", "LicenseRef-CC-BY-NC-ND" },
	{ "openalex", "mit", "MIT" },
	{ "openalex", "apache-2-0", "Apache-2.0" },
	{ "openalex", "unspecified-oa", UNRECOGNISED },
	{ "openalex", "implied-oa", UNRECOGNISED },
	/* people, again */
	{ "list", "Apache 2", "Apache-2.0" },
	{ "list", "Apache-2", "Apache-2.0" },
	{ "list", "Apache v2", "Apache-2.0" },
	{ "list", "ASL 2.0", "Apache-2.0" },
	{ "list", "Apache Licence 2.0", "Apache-2.0" },
	{ "list", "Apache License 2.0 (Apache-2.0)", "Apache-2.0" },
	{ "list", "GNU General Public License v3.0 (GPL-3.0)", "GPL-3.0" },
	{ "list", "GNU GPLv3", "GPL-3.0" },
	{ "list", "GPLv3+", "GPL-3.0-or-later" },
	{ "list", "GPL (>= 2)", "GPL-2.0-or-later" },
	{ "list", "GPL-3.0 license", "GPL-3.0" },
	{ "list", "AGPLv3", "AGPL-3.0" },
	{ "list", "`MIT`", "MIT" },
	{ "list", "MIT.", "MIT" },
	{ "list", "**MIT License**", "MIT" },
	{ "list", "MIT License (MIT)", "MIT" },
	{ "list", "MIT (Expat)", "MIT" },
	{ "list", "BSD-3", "BSD-3-Clause" },
	{ "list", "3-clause BSD license", "BSD-3-Clause" },
	{ "list", "New BSD License", "BSD-3-Clause" },
	{ "list", "CC BY 4.0 Deed", "CC-BY-4.0" },
	{ "list", "CC BY 4.0 Deed Attribution 4.0 International", "CC-BY-4.0" },
	{ "list", "Attribution 4.0 International (CC BY 4.0)", "CC-BY-4.0" },
	{ "list",
	    "Attribution-NonCommercial-ShareAlike 4.0 International "
	    "(CC BY-NC-SA 4.0)",
	    "CC-BY-NC-SA-4.0" },
	{ "list",
	    "Creative Commons Attribution 4.0 International Public "
	    "License",
	    "CC-BY-4.0" },
	{ "list",
	    "Creative Commons Attribution-NonCommercial-"
	    "NoDerivatives 4.0 International",
	    "CC-BY-NC-ND-4.0" },
	{ "list", "CC BY-NC-SA", "LicenseRef-CC-BY-NC-SA" },
	{ "list", "CC BY 4", "CC-BY-4.0" },
	{ "list",
	    "CC\xe2\x80\x91"
	    "BY\xe2\x80\x91"
	    "4.0",
	    "CC-BY-4.0" },
	{ "list", "CC BY 3.0 IGO", "CC-BY-3.0-IGO" },
	{ "list", "CC0: Public Domain", "CC0-1.0" },
	{ "list", "CC0 1.0 Universal (CC0 1.0) Public Domain Dedication", "CC0-1.0" },
	{ "list", "Public Domain", "LicenseRef-public-domain" },
	{ "list", "ODC-BY", "ODC-By-1.0" },
	{ "list", "Open Data Commons Attribution License v1.0", "ODC-By-1.0" },
	{ "list", "Open Data Commons Open Database License v1.0", "ODbL-1.0" },
	{ "list", "Llama 2 Community License", "LicenseRef-HF-llama2" },
	{ "list", "Llama 2 Community License Agreement", "LicenseRef-HF-llama2" },
	{ "list", "META LLAMA 3 COMMUNITY LICENSE AGREEMENT", "LicenseRef-HF-llama3" },
	{ "list", "Llama 3.1 Community License", "LicenseRef-HF-llama3.1" },
	{ "list", "Llama-3.2", "LicenseRef-HF-llama3.2" },
	{ "list", "Gemma Terms of Use", "LicenseRef-HF-gemma" },
	{ "list", "CreativeML Open RAIL-M", "LicenseRef-HF-creativeml-openrail-m" },
	{ "list", "BigScience RAIL License v1.0",
	    "LicenseRef-HF-bigscience-bloom-rail-1.0" },
	{ "list", "Tongyi Qianwen LICENSE AGREEMENT", "LicenseRef-HF-tongyi-qianwen" },
	{ "list", "PhysioNet Credentialed Health Data License 1.5.0",
	    "LicenseRef-PhysioNet-Credentialed-Health-Data-1.5.0" },
	{ "list", "PhysioNet Restricted Health Data License 1.5.0",
	    "LicenseRef-PhysioNet-Restricted-Health-Data-1.5.0" },
	{ "list", "arXiv.org perpetual, non-exclusive license 1.0",
	    "LicenseRef-arXiv-nonexclusive-distrib-1.0" },
	{ "list", "MIT OR Apache-2.0", "MIT OR Apache-2.0" },
	{ "list", "mit AND cc-by-4.0", "MIT AND CC-BY-4.0" },
	/* must be refused: nothing said, too much said, something else said */
	{ "list", "unknown", UNSTATED },
	{ "list", "Unknown", UNSTATED },
	{ "list", "Not specified", UNSTATED },
	{ "list", "TBD", UNSTATED },
	{ "list", "?", UNSTATED },
	{ "list", "see website", UNRECOGNISED },
	{ "list", "See repository", UNRECOGNISED },
	{ "list", "custom", UNRECOGNISED },
	{ "list", "Custom License", UNRECOGNISED },
	{ "list", "proprietary", UNRECOGNISED },
	{ "list", "open source", UNRECOGNISED },
	{ "list", "Open access", UNRECOGNISED },
	{ "list", "research only", UNRECOGNISED },
	{ "list", "non-commercial", UNRECOGNISED },
	{ "list", "Data Use Agreement", UNRECOGNISED },
	{ "list", "n2c2 DUA", UNRECOGNISED },
	{ "list", "BSD", UNRECOGNISED },
	{ "list", "GPL", UNRECOGNISED },
	{ "list", "Creative Commons", UNRECOGNISED },
	{ "list", "cc", UNRECOGNISED },
	{ "list", "Llama", UNRECOGNISED },
	{ "list", "MIT / Apache-2.0", UNRECOGNISED },
	{ "list", "MIT or GPL", UNRECOGNISED },
	{ "list", "Apache 2.0 (code), CC BY 4.0 (data)", UNRECOGNISED },
	{ "list", "MIT (code only)", UNRECOGNISED },
	{ "list", "Apache 2.0 with Commons Clause", UNRECOGNISED },
	{ "list", "MIT (GPL-3.0)", UNRECOGNISED },
	{ "list", "not MIT", UNRECOGNISED },
	{ "list", "CC BY 4.0 CC BY 3.0", UNRECOGNISED },
	{ "list", "CC BY 4.0 (Non-Commercial)", UNRECOGNISED },
	{ "list", "CC BY 9.9", UNRECOGNISED },
	{ "list", "CC-NC-4.0", UNRECOGNISED },
	{ "list", "MIT OR", UNRECOGNISED },
	{ "list", "OR MIT", UNRECOGNISED },
	{ "list", "MIT OR something", UNRECOGNISED },
	{ "list", "Massachusetts", UNRECOGNISED },
	{ "github", "NOASSERTION", UNRECOGNISED },
	/* more than one licence, or none in so many words */
	{ "list",
	    "Not explicitly stated in repository; Apache-2.0 for the "
	    "model",
	    UNRECOGNISED },
	{ "list", "MIT License CC-BY-NC-SA 4.0 (Non-Commercial)", UNRECOGNISED },
	{ "list", "Models: PhysioNet (non-commercial); Code: MIT", UNRECOGNISED },
	{ "list", "Framework: Open-source; Website: CC BY-SA 4.0", UNRECOGNISED },
	{ "list", "CC BY 4.0 CC BY-SA 4.0", UNRECOGNISED },
	{ "list", "cc by nd sa 4.0", UNRECOGNISED },
	{ "list", "commitment", UNRECOGNISED },
};

static void
check(struct arena *arena, const struct example *example)
{
	const char *expression = "left alone";
	enum license_dialect dialect = strcmp(example->source, "huggingface") == 0
	    ? LICENSE_AS_HUB
	    : strcmp(example->source, "github") == 0 ? LICENSE_AS_GITHUB
						     : LICENSE_AS_WORDS;
	enum license_status status = license_read(
	    arena, dialect, example->text, &expression);
	const char *got = expression;

	if (status == LICENSE_UNRECOGNISED)
		got = UNRECOGNISED;
	if (status == LICENSE_UNSTATED)
		got = UNSTATED;
	if (status == LICENSE_NONE)
		got = NONE;
	if (status != LICENSE_STATED)
		assert_null(expression);
	if (got == NULL || strcmp(got, example->want) != 0)
		fail_msg("%s \"%s\": %s, not %s", example->source,
		    example->text == NULL ? "NULL" : example->text,
		    got == NULL ? "NULL" : got, example->want);
}

static void
test_examples(void **state)
{
	struct arena *arena = arena_new();

	(void)state;
	for (size_t i = 0; i < sizeof examples / sizeof examples[0]; i++)
		check(arena, &examples[i]);
	arena_free(arena);
}

/* Every id of the table is itself, in any case, from any source. */
static void
test_ids_are_themselves(void **state)
{
	struct arena *arena = arena_new();

	(void)state;
	assert_true(license_spdx_ids_count > 700);
	for (size_t i = 0; i < license_spdx_ids_count; i++) {
		const char *id = license_spdx_ids[i].id;

		check(arena, &(struct example){ "github", id, id });
		check(
		    arena, &(struct example){ "huggingface", text_lower(arena, id), id });
		check(arena, &(struct example){ "list", id, id });
	}
	arena_free(arena);
}

/* What is written must be a valid idstring (SPDX 2.3, annex D). */
static void
test_references_are_valid(void **state)
{
	(void)state;
	assert_true(license_rows_count > 300);
	for (size_t i = 0; i < license_rows_count; i++)
		assert_int_equal(strspn(license_rows[i].expression,
				     "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
				     "abcdefghijklmnopqrstuvwxyz0123456789.-"),
		    strlen(license_rows[i].expression));
}

/* Each row is found where it stands, and nowhere else. */
static void
test_rows_are_found(void **state)
{
	(void)state;
	for (size_t i = 0; i < license_rows_count; i++) {
		const struct license_row *row = &license_rows[i];

		assert_ptr_equal(
		    license_find_row(row->where, row->from), row->expression);
	}
	assert_null(license_find_row(LICENSE_FAMILY, "mit"));
	assert_null(license_find_row(LICENSE_WORDS, "zzz"));
}

/* The table is searched by halves. */
static void
test_ids_are_sorted(void **state)
{
	struct arena *arena = arena_new();

	(void)state;
	for (size_t i = 1; i < license_spdx_ids_count; i++)
		assert_true(strcmp(text_lower(arena, license_spdx_ids[i - 1].id),
				text_lower(arena, license_spdx_ids[i].id)) < 0);
	assert_null(license_spdx_id(""));
	assert_null(license_spdx_id("zzz"));
	assert_string_equal(license_spdx_id("cc-by-4.0"), "CC-BY-4.0");
	assert_string_equal(license_cff_id("gpl-3.0-only"), "GPL-3.0-only");
	/* Newer than the schema of CITATION.cff. */
	assert_non_null(license_spdx_id("CC-PDM-1.0"));
	assert_null(license_cff_id("CC-PDM-1.0"));
	arena_free(arena);
}

/* A card that promises more than its base model's licence allows. */
static void
test_looser(void **state)
{
	static const struct {
		const char *card, *base;
		bool looser;
	} pairs[] = {
		{ "Apache-2.0", "LicenseRef-HF-llama3", true },
		{ "MIT", "LicenseRef-HF-llama2", true },
		{ "MIT", "LicenseRef-HF-gemma", true },
		{ "Apache-2.0", "CC-BY-NC-4.0", true },
		{ "CC-BY-4.0", "CC-BY-NC-SA-4.0", true },
		{ "CC-BY-NC-4.0", "CC-BY-NC-SA-4.0", true },
		{ "LicenseRef-HF-llama3", "CC-BY-NC-4.0", true },
		{ "CC0-1.0", "CC-BY-SA-4.0", true },
		{ "Apache-2.0", "GPL-3.0", true },
		{ "MIT", "LicenseRef-HF-creativeml-openrail-m", true },
		{ "MIT", "LicenseRef-HF-some-license", true },
		{ "MIT", "LicenseRef-HF-fair-noncommercial-research-license", true },
		{ "LicenseRef-HF-llama3", "LicenseRef-HF-llama3", false },
		{ "LicenseRef-HF-llama3", "LicenseRef-HF-llama3.1", false },
		{ "LicenseRef-HF-llama3", "Apache-2.0", false },
		{ "Apache-2.0", "MIT", false },
		{ "MIT", "Apache-2.0", false },
		{ "MIT", "CC0-1.0", false },
		{ "CC-BY-NC-4.0", "LicenseRef-HF-llama2", false },
		{ "LicenseRef-HF-some-license", "CC-BY-NC-4.0", false },
		{ "CC-BY-NC-SA-4.0", "CC-BY-SA-4.0", false },
		{ "GPL-3.0", "LGPL-3.0", false },
		{ NULL, "CC-BY-NC-4.0", false },
		{ "MIT", NULL, false },
	};

	(void)state;
	for (size_t i = 0; i < sizeof pairs / sizeof pairs[0]; i++)
		if ((license_looser(pairs[i].card, pairs[i].base) != 0) !=
		    pairs[i].looser)
			fail_msg("%s on %s", pairs[i].card, pairs[i].base);
	assert_string_equal(license_terms_words(license_looser("MIT", "CC-BY-NC-SA-4.0")),
	    "no commercial use");
	assert_string_equal(
	    license_terms_words(license_looser("MIT", "LicenseRef-HF-llama3")),
	    "limits on use");
}

static void
test_class(void **state)
{
	(void)state;
	assert_null(license_class(NULL));
	assert_string_equal(license_class("CC0-1.0"), "public-domain");
	assert_string_equal(license_class("MIT"), "permissive");
	assert_string_equal(license_class("CC-BY-4.0"), "permissive");
	assert_string_equal(license_class("CC-BY-SA-4.0"), "copyleft");
	assert_string_equal(license_class("CC-BY-NC-SA-4.0"), "non-commercial");
	assert_string_equal(license_class("CC-BY-ND-4.0"), "custom");
	assert_string_equal(license_class("GPL-3.0"), "copyleft");
	assert_string_equal(license_class("LicenseRef-HF-llama3"), "custom");
	assert_string_equal(
	    license_class("LicenseRef-arXiv-nonexclusive-distrib-1.0"), "custom");
}

static void
test_status_names(void **state)
{
	(void)state;
	assert_string_equal(license_statuses[LICENSE_NOT_ASKED], "not-asked");
	assert_string_equal(license_statuses[LICENSE_STATED], "stated");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_examples),
		cmocka_unit_test(test_ids_are_themselves),
		cmocka_unit_test(test_ids_are_sorted),
		cmocka_unit_test(test_looser),
		cmocka_unit_test(test_references_are_valid),
		cmocka_unit_test(test_rows_are_found),
		cmocka_unit_test(test_class),
		cmocka_unit_test(test_status_names),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
