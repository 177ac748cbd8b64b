/* A licence expression in, the word the report groups it under out. */
#include "model/license.h"

#include <stddef.h>
#include <string.h>

#include "base/text.h"

static bool
starts_with_one(const char *expression, const char *const *starts)
{
	for (size_t i = 0; starts[i] != NULL; i++) {
		if (text_starts_nocase(expression, starts[i]))
			return true;
	}
	return false;
}

const char *
license_class(const char *expression)
{
	static const char *const domain[] = { "CC0-", "CC-PDDC", "PDDL-",
		"Unlicense", "LicenseRef-public-domain", "CC-PDM-",
		NULL };
	static const char *const trade[] = { "CC-BY-NC", "PolyForm-Noncom",
		"LicenseRef-CC-BY-NC", NULL };
	static const char *const copyleft[] = { "AGPL-", "CC-BY-SA",
		"CDDL-", "CDLA-Sharing", "CECILL-2", "CERN-OHL-S",
		"CERN-OHL-W", "CPL-", "EPL-", "EUPL-", "GFDL-", "GPL-",
		"IPL-", "LGPL", "LicenseRef-CC-BY-SA", "MPL-", "MS-RL",
		"NPOSL-", "ODbL-", "OSL-", "Parity-", "QPL-", "RPL-",
		"SSPL-", "LicenseRef-HF-gpl", "LicenseRef-HF-lgpl",
		"LicenseRef-HF-gfdl", NULL };
	static const char *const own[] = { "BUSL-", "Elastic-", "CC-BY-ND",
		"C-UDA-", "PolyForm-", NULL };

	if (expression == NULL)
		return "none stated";
	if (starts_with_one(expression, domain))
		return "public-domain";
	if (starts_with_one(expression, trade) ||
	    text_find_nocase(expression, "non-commercial") != NULL ||
	    text_find_nocase(expression, "noncommercial") != NULL)
		return "non-commercial";
	if (starts_with_one(expression, copyleft))
		return "copyleft";
	if (strcmp(expression, "LicenseRef-CC-BY") == 0 ||
	    strcmp(expression, "LicenseRef-HF-bsd") == 0 ||
	    text_starts_nocase(expression, "LicenseRef-CC-BY-1") ||
	    text_starts_nocase(expression, "LicenseRef-CC-BY-2") ||
	    text_starts_nocase(expression, "LicenseRef-CC-BY-3"))
		return "permissive";
	if (text_starts_nocase(expression, "LicenseRef-") ||
	    starts_with_one(expression, own))
		return "custom";
	return "permissive";
}
