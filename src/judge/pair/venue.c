/*
 * Two venues enter as sources write them; whether they are one, or clearly
 * two, leaves.
 */
#include "judge/pair/pair.h"

#include <string.h>

/* A preprint's server contradicts no journal. */
static bool
is_server(const struct words *words)
{
	static const char *const servers[] = { "arxiv", "biorxiv", "corr", "medrxiv",
		"openreview", "ssrn", "preprint", "preprints" };

	for (size_t i = 0; i < sizeof servers / sizeof *servers; i++)
		if (words_have(words, servers[i]))
			return true;
	return false;
}

/* "J. Biomed. Inform." and "Journal of Biomedical Informatics". */
static bool
is_short_form(const struct words *a, const struct words *b)
{
	size_t i = 0, k = 0, matched = 0;

	for (;;) {
		size_t n, m;

		while (i < a->count && word_is_small(a->v[i]))
			i++;
		while (k < b->count && word_is_small(b->v[k]))
			k++;
		if (i == a->count || k == b->count)
			return i == a->count && k == b->count && matched > 1;
		n = strlen(a->v[i]);
		m = strlen(b->v[k]);
		if (strncmp(a->v[i++], b->v[k++], n < m ? n : m) != 0)
			return false;
		matched++;
	}
}

void
venue_compare(
    struct arena *arena, const char *a, const char *b, struct evidence *evidence)
{
	struct words v, w;

	if (a == NULL || b == NULL)
		return;
	words_read(arena, a, &v);
	words_read(arena, b, &w);
	if (v.count == 0 || w.count == 0)
		return;
	evidence->venues_equal = words_equal(&v, &w) || is_short_form(&v, &w);
	evidence->venues_differ = !evidence->venues_equal && !words_contain(&v, &w) &&
	    !words_contain(&w, &v) && !is_server(&v) && !is_server(&w);
}
