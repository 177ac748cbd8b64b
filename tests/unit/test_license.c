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
#define UNSTATED "-"
#define NONE "0"

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
	{ "huggingface", "newer-than-the-table",
	    "LicenseRef-HF-newer-than-the-table" },
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
	{ "arxiv-oai", "http://creativecommons.org/licenses/by/4.0/",
	    "CC-BY-4.0" },
	{ "arxiv-oai", "https://creativecommons.org/licenses/by-nc-sa/3.0/",
	    "CC-BY-NC-SA-3.0" },
	{ "arxiv-oai", "HTTP://CreativeCommons.org/licenses/by-nc-nd/4.0",
	    "CC-BY-NC-ND-4.0" },
	{ "arxiv-oai", "http://creativecommons.org/publicdomain/zero/1.0/",
	    "CC0-1.0" },
	{ "arxiv-oai", "http://creativecommons.org/licenses/publicdomain/",
	    "CC-PDDC" },
	{ "crossref", "https://creativecommons.org/licenses/by/3.0/us/",
	    "CC-BY-3.0-US" },
	{ "crossref", "https://creativecommons.org/licenses/by/3.0/za/",
	    "LicenseRef-CC-BY-3.0-za" },
	{ "crossref", "http://creativecommons.org/licenses/by/4.0/legalcode",
	    "CC-BY-4.0" },
	{ "crossref", "https://creativecommons.org/licenses/by/4.0/deed.en",
	    "CC-BY-4.0" },
	{ "crossref", "https://creativecommons.org/licenses/by/7.0/",
	    UNRECOGNISED },
	{ "crossref", "https://www.elsevier.com/tdm/userlicense/1.0/",
	    UNRECOGNISED },
	{ "crossref", "http://www.springer.com/tdm", UNRECOGNISED },
	{ "crossref", "https://creativecommons.org/", UNRECOGNISED },
	{ "list", "https://opensource.org/licenses/MIT", "MIT" },
	{ "list", "https://www.apache.org/licenses/LICENSE-2.0.html",
	    "Apache-2.0" },
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
	{ "list", "Creative Commons Attribution 4.0 International",
	    "CC-BY-4.0" },
	{ "list", "Creative Commons Attribution-NonCommercial 4.0",
	    "CC-BY-NC-4.0" },
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
	/* more than one licence, or none in so many words */
	{ "list", "Not explicitly stated in repository; Apache-2.0 for the "
	    "model", UNRECOGNISED },
	{ "list", "MIT License CC-BY-NC-SA 4.0 (Non-Commercial)",
	    UNRECOGNISED },
	{ "list", "Models: PhysioNet (non-commercial); Code: MIT",
	    UNRECOGNISED },
	{ "list", "Framework: Open-source; Website: CC BY-SA 4.0",
	    UNRECOGNISED },
	{ "list", "CC BY 4.0 CC BY-SA 4.0", UNRECOGNISED },
	{ "list", "cc by nd sa 4.0", UNRECOGNISED },
	{ "list", "commitment", UNRECOGNISED },
};

static void
check(struct arena *arena, const struct example *example)
{
	const char *expression = "left alone";
	enum license_status status = license_read(arena, example->source,
	    example->text, &expression);
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
	for (size_t i = 0; license_spdx_ids[i] != NULL; i++) {
		const char *id = license_spdx_ids[i];

		check(arena, &(struct example){ "github", id, id });
		check(arena, &(struct example){ "huggingface",
		    text_lower(arena, id), id });
		check(arena, &(struct example){ "list", id, id });
	}
	arena_free(arena);
}

/* What is written must be a valid idstring (SPDX 2.3, annex D). */
static void
test_references_are_valid(void **state)
{
	const struct license_row *tables[] = { license_hub_ids,
		license_words, license_urls };

	(void)state;
	for (size_t i = 0; i < 3; i++) {
		for (const struct license_row *row = tables[i];
		     row->from != NULL; row++)
			assert_int_equal(strspn(row->expression,
			    "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
			    "abcdefghijklmnopqrstuvwxyz0123456789.-"),
			    strlen(row->expression));
	}
}

static void
test_class(void **state)
{
	(void)state;
	assert_string_equal(license_class(NULL), "none stated");
	assert_string_equal(license_class("CC0-1.0"), "public-domain");
	assert_string_equal(license_class("MIT"), "permissive");
	assert_string_equal(license_class("CC-BY-4.0"), "permissive");
	assert_string_equal(license_class("CC-BY-SA-4.0"), "copyleft");
	assert_string_equal(license_class("CC-BY-NC-SA-4.0"),
	    "non-commercial");
	assert_string_equal(license_class("CC-BY-ND-4.0"), "custom");
	assert_string_equal(license_class("GPL-3.0"), "copyleft");
	assert_string_equal(license_class("LicenseRef-HF-llama3"), "custom");
	assert_string_equal(license_class(
	    "LicenseRef-arXiv-nonexclusive-distrib-1.0"), "custom");
}

static void
test_status_names(void **state)
{
	(void)state;
	assert_string_equal(license_status_name(LICENSE_NOT_ASKED),
	    "not-asked");
	assert_string_equal(license_status_name(LICENSE_STATED), "stated");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_examples),
		cmocka_unit_test(test_ids_are_themselves),
		cmocka_unit_test(test_references_are_valid),
		cmocka_unit_test(test_class),
		cmocka_unit_test(test_status_names),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
