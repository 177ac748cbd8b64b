/* Creative Commons: six licences, many spellings. */
#pragma once

struct arena;

/*
 * "cc by nc sa 4.0 international" (folded words), "ccbyncnd", "creative
 * commons attribution 4.0"; NULL when it is anything else, or more.  Without
 * a version none is guessed: LicenseRef-CC-BY.
 */
const char *license_cc_words(struct arena *, const char *words);
/* "creativecommons.org/licenses/by-nc/3.0/us", lower case, no scheme. */
const char *license_cc_url(struct arena *, const char *url);
