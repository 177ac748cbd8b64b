/*
 * A licence expression in; what it asks of those who build on a work, and the
 * word the report groups it under, out.
 */
#include "model/license.h"

#include <stddef.h>
#include <string.h>

#include "base/text.h"
#include "model/license_table.h"

unsigned
license_terms(const char *expression)
{
	unsigned terms = 0;

	if (expression == NULL)
		return 0;
	for (size_t i = 0; i < license_terms_rows_count; i++) {
		const struct license_terms_row *row = &license_terms_rows[i];

		if (text_starts_nocase(expression, row->start)) {
			terms = row->terms;
			break;
		}
	}
	/* A name of its own that says what it is. */
	if (text_find_nocase(expression, "non-commercial") != NULL ||
	    text_find_nocase(expression, "noncommercial") != NULL)
		terms |= LICENSE_NO_COMMERCE;
	return terms;
}

/*
 * What a base model's licence asks for and the card's does not.  Who may not
 * trade at all is bound more than by limits on use.
 */
unsigned
license_looser(const char *card, const char *base)
{
	unsigned asked = license_terms(base), kept = license_terms(card);

	if (card == NULL || base == NULL || strcmp(card, base) == 0)
		return 0;
	asked &= ~(unsigned)LICENSE_PUBLIC_DOMAIN;
	if (kept & LICENSE_NO_COMMERCE)
		asked &= ~(unsigned)(LICENSE_USE_LIMITS | LICENSE_OWN_TERMS);
	/* Terms of two houses cannot be compared. */
	if (kept & (LICENSE_OWN_TERMS | LICENSE_USE_LIMITS))
		asked &= LICENSE_NO_COMMERCE;
	if (kept & LICENSE_OWN_TERMS)
		asked = 0;
	return asked & ~kept;
}

const char *
license_terms_words(unsigned terms)
{
	if (terms & LICENSE_NO_COMMERCE)
		return "no commercial use";
	if (terms & LICENSE_USE_LIMITS)
		return "limits on use";
	if (terms & LICENSE_NO_CHANGES)
		return "no derivatives";
	if (terms & LICENSE_SHARE_ALIKE)
		return "the same licence for what is built on it";
	return "terms of its own";
}

const char *const license_classes[] = { "public-domain", "permissive", "copyleft",
	"non-commercial", "custom", NULL };

const char *
license_class(const char *expression)
{
	unsigned terms = license_terms(expression);

	if (expression == NULL)
		return NULL;
	if (terms & LICENSE_PUBLIC_DOMAIN)
		return "public-domain";
	if (terms & LICENSE_NO_COMMERCE)
		return "non-commercial";
	if (terms & LICENSE_SHARE_ALIKE)
		return "copyleft";
	return terms != 0 ? "custom" : "permissive";
}
