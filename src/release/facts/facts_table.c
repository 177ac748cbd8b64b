/* What stands where a venue does enters; whether it is one leaves. */
#include "base/text.h"
#include "release/facts/facts.h"

/* Places of preprints, and nothing. */
static const char *const none[] = { "arxiv", "arxiv.org", "biorxiv", "medrxiv",
	"preprint", "corr", "-", "n/a" };

bool
facts_is_venue(const char *given)
{
	bool is_venue = !text_is_blank(given);

	for (size_t i = 0; is_venue && i < sizeof none / sizeof *none; i++)
		is_venue = !text_equal_nocase(given, none[i]);
	return is_venue;
}
