/* Words and addresses enter; whether they speak of a place, not of people, leaves. */
#include <string.h>

#include "base/text.h"
#include "list/words/words.h"

/* No family is called so: what holds such a word is a venue or an institution. */
bool
words_hold_place(const char *text, size_t length)
{
	static const char *const words[] = { "academy", "analysis", "annals", "archives",
		"association", "bioinformatics", "biology", "biomedicine", "bulletin",
		"center", "centre", "college", "communications", "computation",
		"computational", "computer", "computers", "computing", "conference",
		"corporation", "department", "education", "engineering", "foundation",
		"genetics", "genomics", "health", "hospital", "imaging", "inc",
		"informatics", "institute", "intelligence", "international", "journal",
		"lab", "laboratory", "labs", "lancet", "learning", "letters", "ltd",
		"mathematics", "magazine", "medical", "medicine", "methods", "nature",
		"network", "networks", "neuroscience", "nursing", "oncology",
		"pharmacology", "physics", "planning", "policy", "proceedings",
		"processing", "psychiatry", "psychology", "quarterly", "radiology",
		"recognition", "reports", "research", "review", "reviews", "robotics",
		"science", "sciences", "scientific", "society", "statistics", "studies",
		"surgery", "symposium", "systems", "technologies", "technology",
		"transactions", "university", "vision", "workshop" };

	for (const char *end = text + length; text < end;) {
		size_t size = strcspn(text, " -,.;&()/\n");
		if (size > (size_t)(end - text))
			size = (size_t)(end - text);
		for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
			if ((*text | 0x20) == *words[i] && strlen(words[i]) == size &&
			    strncasecmp(text, words[i], size) == 0)
				return true;
		text += size + 1;
	}
	return false;
}

bool
words_is_paper_address(const char *url)
{
	static const char *const parts[] = { "arxiv.org/", "doi.org/10.", "/doi/",
		"openreview.net/", "aclanthology", "aclweb.org/", "rxiv.org/",
		"rxiv.com/", "nature.com/articles", "pubmed", "ncbi.nlm.nih.gov/",
		"europepmc.org/", "sciencedirect.com/science/article", "ieeexplore.",
		"dl.acm.org/", "link.springer.com/", "semanticscholar.org/paper",
		"proceedings.", "papers.nips.cc/", "thecvf.com/", "mlr.press/",
		"cell.com/", "science.org/", "academic.oup.com/", "pubs.acs.org/",
		"pubs.rsc.org/", "onlinelibrary.wiley.com/", "mdpi.com/",
		"frontiersin.org/", "plos.org/", "jmlr.org/", "ssrn.com/",
		"isca-speech.org/", "isca-archive.org/", "ojs.aaai.org/", "aaai.org/",
		"ijcai.org/", "usenix.org/", "hal.science/", "tandfonline.com/",
		"jmir.org/", "bmj.com/", "pnas.org/" };
	size_t length = url == NULL ? 0 : strcspn(url, "?#");

	for (size_t i = 0; length > 0 && i < sizeof parts / sizeof parts[0]; i++)
		if (text_find_nocase(url, parts[i]) != NULL)
			return true;
	return length > 4 && text_starts_nocase(url + length - 4, ".pdf");
}
