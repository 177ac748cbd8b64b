/* Words and addresses enter; whether they speak of a place, not of people, leaves. */
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "list/words/words.h"
#include "model/venue.h"

static bool
parts_words(char sign)
{
	switch (sign) {
	case ' ':
	case '-':
	case ',':
	case '.':
	case ';':
	case '&':
	case '(':
	case ')':
	case '/':
	case '\n':
		return true;
	default:
		return false;
	}
}

bool
words_hold_place(const char *text, size_t length)
{
	for (const char *end = text + length; text < end; text++) {
		const char *word = text;
		while (text < end && !parts_words(*text))
			text++;
		/* No family is called so. */
		if (text - word > 2 &&
		    venue_has_word(VENUE_PLACE, word, (size_t)(text - word)))
			return true;
	}
	return false;
}

bool
words_name_house(const char *text)
{
	bool house = false;

	for (; *text != '\0'; text++) {
		const char *word = text;
		while (*text != '\0' && !parts_words(*text) && *text != '\'')
			text++;
		if (text > word && venue_has_word(VENUE_FOR, word, (size_t)(text - word)))
			return false;
		house |= text > word &&
		    venue_has_word(VENUE_AGAINST, word, (size_t)(text - word));
		if (text_is_digit(*word) || *text == '\0')
			return house && !text_is_digit(*word);
	}
	return house;
}

bool
words_name_thing(const char *text)
{
	static const char *const nothing[] = { "no journal", "no venue", "not yet",
		"not published", "unpublished", "unknown", "n.a.", "under review",
		"in review", "in press", "to appear", NULL };
	bool any = text_is_one_of(text, nothing);

	if (any)
		return true;

	for (;; text++) {
		const char *word = text;
		while (*text != '\0' && !parts_words(*text) && *text != '+')
			text++;
		if (text > word &&
		    !venue_has_word(VENUE_THING, word, (size_t)(text - word)))
			return false;
		any |= text > word;
		if (*text == '\0')
			return any;
	}
}

bool
words_is_paper_address(const char *url)
{
	/* By their first letters; "/doi/" stands apart. */
	static const char *const parts['z' - 'a' + 1][8] = {
		['a' - 'a'] = { "arxiv.org/", "aclanthology", "aclweb.org/",
		    "academic.oup.com/", "aaai.org/" },
		['b' - 'a'] = { "bmj.com/" },
		['c' - 'a'] = { "cell.com/" },
		['d' - 'a'] = { "doi.org/10.", "dl.acm.org/" },
		['e' - 'a'] = { "europepmc.org/" },
		['f' - 'a'] = { "frontiersin.org/" },
		['h' - 'a'] = { "hal.science/" },
		['i' - 'a'] = { "ieeexplore.", "isca-speech.org/", "isca-archive.org/",
		    "ijcai.org/" },
		['j' - 'a'] = { "jmlr.org/", "jmir.org/" },
		['l' - 'a'] = { "link.springer.com/" },
		['m' - 'a'] = { "mlr.press/", "mdpi.com/" },
		['n' - 'a'] = { "nature.com/articles", "ncbi.nlm.nih.gov/" },
		['o' - 'a'] = { "openreview.net/", "onlinelibrary.wiley.com/",
		    "ojs.aaai.org/" },
		['p' - 'a'] = { "pubmed", "proceedings.", "papers.nips.cc/",
		    "pubs.acs.org/", "pubs.rsc.org/", "plos.org/", "pnas.org/" },
		['r' - 'a'] = { "rxiv.org/", "rxiv.com/" },
		['s' - 'a'] = { "sciencedirect.com/science/article",
		    "semanticscholar.org/paper", "science.org/", "ssrn.com/" },
		['t' - 'a'] = { "thecvf.com/", "tandfonline.com/" },
		['u' - 'a'] = { "usenix.org/" },
	};
	size_t length = url == NULL ? 0 : strcspn(url, "?#");

	if (length == 0)
		return false;
	for (const char *at = url; *at != '\0'; at++) {
		unsigned first = (unsigned)((*at | 0x20) - 'a');
		if (*at == '/' && text_starts_nocase(at, "/doi/"))
			return true;
		if (first > 'z' - 'a')
			continue;
		for (const char *const *one = parts[first]; *one != NULL; one++)
			if ((at[1] | 0x20) == ((*one)[1] | 0x20) &&
			    text_starts_nocase(at, *one))
				return true;
	}
	return length > 4 && text_starts_nocase(url + length - 4, ".pdf");
}

/* "owner/name" and no more at a hub of code, models, data: "name"; else NULL. */
char *
words_hub_name(struct arena *arena, const char *url)
{
	static const char *const hubs[] = { "github.com/", "gitlab.com/",
		"huggingface.co/datasets/", "huggingface.co/spaces/", "huggingface.co/",
		"kaggle.com/datasets/", "kaggle.com/competitions/" };
	size_t owner, length;

	for (size_t i = 0; i < sizeof hubs / sizeof hubs[0]; i++) {
		const char *at = text_find_nocase(url, hubs[i]);
		if (at == NULL)
			continue;
		at += strlen(hubs[i]);
		owner = strcspn(at, "/?#");
		/* A competition has no owner. */
		if (strstr(hubs[i], "competitions") == NULL) {
			if (at[owner] != '/')
				return NULL;
			at += owner + 1;
		}
		length = strcspn(at, "/?#");
		/* A file or a page of it is not the whole. */
		if (length == 0 ||
		    (at[length] == '/' && at[length + 1] != '\0' &&
			strncmp(at + length, "/overview", 9) != 0))
			return NULL;
		if (length > 4 && strncmp(at + length - 4, ".git", 4) == 0)
			length -= 4;
		return arena_text_n(arena, at, length);
	}
	return NULL;
}

bool
words_hold_track(const char *text)
{
	while (*text != '\0') {
		size_t length = strcspn(text, " ,()");
		if (length > 2 && venue_has_word(VENUE_FOR, text, length))
			return true;
		text += length + (text[length] != '\0');
	}
	return false;
}
