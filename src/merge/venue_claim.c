/*
 * What stands in a venue's place of a list enters; whether it is a venue, or
 * may be one, leaves.  Lists write companies, laboratories and remarks there
 * too, and those must not become the venue of a paper.
 */
#include "merge/inside.h"

#include <string.h>

#include "base/arena.h"
#include "base/text.h"

/* The name of whoever wrote it. */
static bool
is_against(const char *word)
{
	static const char *const words[] = { "university", "universite", "universita",
		"universitat", "univ", "institute", "institut", "inc", "ltd", "llc",
		"corp", "corporation", "company", "co", "lab", "labs", "laboratory",
		"laboratories", "team", "group", "hospital", "college", "school",
		"department", "faculty", "academy", "foundation", "center", "centre",
		"library", "researchers", "authors", "google", "openai", "meta",
		"microsoft", "deepmind", "nvidia", "anthropic", "alibaba", "tencent",
		"baidu", "bytedance", "amazon", "apple", "ibm", "huawei", "samsung",
		"salesforce", "facebook", "stanford", "harvard", "berkeley", "oxford",
		"cambridge", "princeton", "tsinghua", "mit", "cmu", "ucla", "ucsd",
		"ucsf", "uiuc", "nyu", "epfl", "eth", "kaist", "hkust", "cuhk", "sjtu",
		"ustc", "baai", "nih", "fair", "thu", "pku", "nus", "ntu", NULL };

	return text_is_one_of(word, words);
}

/* Words that only venues are called by. */
static bool
is_for(const char *word)
{
	static const char *const words[] = { "journal", "workshop", "workshops",
		"conference", "conf", "symposium", "symp", "transactions", "trans",
		"proceedings", "proc", "findings", "letters", "lett", "magazine",
		"annals", "ann", "bulletin", "bull", "review", "reviews", "rev",
		"archives", "congress", "challenge", "track", "forum", "meeting", "j",
		"nature", "nat", "lancet", "jama", "jmir", "npj", "bmc", "bmj", "plos",
		"frontiers", "front", "ieee", "acm", "springer", "elsevier", "spie",
		"medicine", "informatics", "biotechnology", "radiology", "oncology",
		"reports", "surgery", "cardiology", "dermatology", "ophthalmology",
		"psychiatry", NULL };

	return text_is_one_of(word, words);
}

/* "int", "sci", "med": how ISO 4 shortens the words of journals. */
static bool
is_shortened(const char *word)
{
	static const char *const words[] = { "int", "sci", "med", "biol", "inform",
		"comput", "digit", "oncol", "educ", "technol", "eng", "clin", "surg",
		"radiol", "biomed", "bioinform", "res", "syst", "commun", "mach", "learn",
		"intell", "artif", "stat", "psychol", "pharm", "chem", "phys", "appl",
		"anal", "dent", "ophthalmol", "dermatol", "cardiol", "neurol", "pediatr",
		"nurs", "health", "cancer", "nucleic", NULL };

	return text_is_one_of(word, words);
}

/* "ICARM", "I3CE", "ACL-BioNLP": hardly a letter is small. */
static bool
is_acronym_form(const char *text)
{
	size_t large = 0, small = 0, length = strlen(text);

	for (const char *c = text; *c != '\0'; c++) {
		bool is_small = *c >= 'a' && *c <= 'z';
		bool is_large = *c >= 'A' && *c <= 'Z';

		large += is_large;
		small += is_small;
		if (!is_small && !is_large && (*c < '0' || *c > '9') &&
		    strchr("-/&'", *c) == NULL)
			return false;
	}
	return length <= 16 && large >= 3 && large > 2 * small;
}

bool
venue_is_claim(struct arena *arena, const char *text)
{
	struct venue venue = venue_read(arena, text);
	size_t against = 0, for_it = 0, shortened = 0, words = 0;
	char *next;

	if (text_is_blank(text) || !venue_is_real(&venue))
		return false;
	if (venue.kind != VENUE_UNKNOWN)
		return true;
	for (char *word = text_fold(arena, text); word != NULL && *word != '\0';
	     word = next) {
		next = strchr(word, ' ');
		if (next != NULL)
			*next++ = '\0';
		words++;
		against += is_against(word);
		for_it += is_for(word);
		shortened += is_shortened(word);
	}
	if (venue_is_called_one(text))
		return true;
	if (against > 0 || words > 14)
		return false;
	return for_it > 0 || shortened >= 2 ||
	    (words > 1 && shortened > 0 && words <= 4) ||
	    (words <= 2 && is_acronym_form(text));
}

bool
venue_is_called_one(const char *text)
{
	static const char *const words[] = { "journal", "workshop", "conference",
		"symposium", "transactions", "proceedings", "findings", "letters",
		"magazine", "annals", "j. " };

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (text_find_nocase(text, words[i]) != NULL)
			return true;
	return false;
}
