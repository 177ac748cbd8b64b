/* The collection's licence enters, LICENSE leaves. */
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "model/license.h"
#include "release/about/about.h"
#include "release/text/escape.h"

/* Of the licences people give collections: the ids elsewhere. */
struct license_words {
	const char *spdx;
	const char *hugging_face;
	const char *url;
};

static const struct license_words known[] = {
	{ "CC0-1.0", "cc0-1.0", "https://creativecommons.org/publicdomain/zero/1.0/" },
	{ "CC-BY-4.0", "cc-by-4.0", "https://creativecommons.org/licenses/by/4.0/" },
	{ "CC-BY-SA-4.0", "cc-by-sa-4.0",
	    "https://creativecommons.org/licenses/by-sa/4.0/" },
	{ "CC-BY-NC-4.0", "cc-by-nc-4.0",
	    "https://creativecommons.org/licenses/by-nc/4.0/" },
	{ "CC-BY-NC-SA-4.0", "cc-by-nc-sa-4.0",
	    "https://creativecommons.org/licenses/by-nc-sa/4.0/" },
	{ "CC-BY-3.0", "cc-by-3.0", "https://creativecommons.org/licenses/by/3.0/" },
	{ "CC-BY-SA-3.0", "cc-by-sa-3.0",
	    "https://creativecommons.org/licenses/by-sa/3.0/" },
	{ "ODbL-1.0", "odbl", "https://opendatacommons.org/licenses/odbl/" },
	{ "ODC-By-1.0", "odc-by", "https://opendatacommons.org/licenses/by/1-0/" },
	{ "PDDL-1.0", "pddl", "https://opendatacommons.org/licenses/pddl/1-0/" },
	{ "MIT", "mit", "https://spdx.org/licenses/MIT.html" },
	{ "Apache-2.0", "apache-2.0", "https://www.apache.org/licenses/LICENSE-2.0" },
};

static const struct license_words *
find_words(const char *spdx)
{
	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
		if (strcmp(known[i].spdx, spdx) == 0)
			return &known[i];
	return NULL;
}

const char *
license_hugging_face(const char *spdx)
{
	const struct license_words *words = find_words(spdx);

	return words == NULL ? NULL : words->hugging_face;
}

const char *
license_address(struct arena *arena, const char *spdx)
{
	const struct license_words *words = find_words(spdx);

	if (words != NULL)
		return words->url;
	if (license_spdx_id(spdx) == NULL)
		return NULL;
	return arena_join(
	    arena, "https://spdx.org/licenses/", license_spdx_id(spdx), ".html", NULL);
}

void
license_write(const struct about *about, struct buffer *out)
{
	const char *license = about->settings->license, *address;

	if (license == NULL) {
		buffer_text(out,
		    "No licence was chosen for this collection.\n\n"
		    "Whoever publishes it has to choose one first: write\n\n"
		    "    [release]\n    license = SPDX-ID\n\n"
		    "into enrich.conf and make the release again.\n");
	} else {
		buffer_text(out, "This collection is licensed under ");
		escape_line(out, license);
		buffer_text(out, ".\n");
		address = license_address(about->arena, license);
		if (address != NULL)
			buffer_printf(out, "\n%s\n", address);
	}
	buffer_text(out,
	    "\nThe works that it names have licences of their own, stated "
	    "work by work in the\ndata.  The terms of the services that were "
	    "asked are in ATTRIBUTION.md.\n");
}
