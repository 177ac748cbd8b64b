/*
 * Identifiers and types of two descriptions enter; whether these are of one
 * publication, of one family, of one journal or of two works leaves.
 */
#include "judge/pair/pair.h"

#include <string.h>

#include "base/text.h"

/* "/v2", ".v2", "v2" at the end. */
static size_t
without_version(const char *id)
{
	size_t length = strlen(id), end = length;

	while (end > 0 && id[end - 1] >= '0' && id[end - 1] <= '9')
		end--;
	if (end == length || end == 0 || (id[end - 1] != 'v' && id[end - 1] != 'V'))
		return length;
	end--;
	if (end > 0 && (id[end - 1] == '.' || id[end - 1] == '/'))
		end--;
	return end;
}

static char
fold_sign(char sign)
{
	if (sign >= 'A' && sign <= 'Z')
		return (char)(sign + ('a' - 'A'));
	return strchr("-._", sign) != NULL ? '.' : sign;
}

/* Bytes in which the two agree, case and dots for hyphens aside. */
static size_t
common_length(const char *a, const char *b)
{
	size_t n = 0;

	while (a[n] != '\0' && b[n] != '\0' && fold_sign(a[n]) == fold_sign(b[n]))
		n++;
	return n;
}

/* What may follow the DOI of an article: a version, a supporting file, … */
static bool
is_component(const char *rest, size_t length)
{
	if (length == 1)
		return *rest == 'u' || *rest == 'U'; /* BSI: undated */
	return length <= 6 && *rest == '.' && rest[1] >= 'a' && rest[1] <= 'z';
}

/* 10.x/y, 10.x/y.v2, 10.x/y.s001; but not a book and 10.x/y_4 in it. */
static bool
dois_related(const char *a, const char *b)
{
	size_t n = without_version(a), m = without_version(b);
	const char *longer = n >= m ? a : b;
	size_t shorter = n >= m ? m : n, rest = (n >= m ? n : m) - shorter;

	if (text_equal_nocase(a, b))
		return true;
	return shorter >= 8 && common_length(a, b) >= shorter &&
	    (rest == 0 || is_component(longer + shorter, rest));
}

static bool
same_arxiv(const char *a, const char *b)
{
	size_t n = without_version(a), m = without_version(b);

	return n == m && n > 0 && common_length(a, b) >= n;
}

/* Registrants of preprints and copies: their DOI stands beside another. */
static bool
is_copy(const char *doi)
{
	static const char *const prefixes[] = { "10.48550/", "10.1101/", "10.64898/",
		"10.2139/", "10.21203/", "10.20944/", "10.26434/", "10.31219/",
		"10.31234/", "10.31235/", "10.35542/", "10.36227/", "10.7287/",
		"10.22541/", "10.12688/", "10.5281/", "10.6084/", "10.17605/",
		"10.14293/", "10.32388/", "10.55458/" };

	for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++)
		if (strncmp(doi, prefixes[i], strlen(prefixes[i])) == 0)
			return true;
	return false;
}

/* 10.1016/0024-3795(92)…: registrant and journal are the same. */
static bool
same_journal(const char *a, const char *b)
{
	const char *slash = strchr(a, '/');

	return slash != NULL && !is_copy(a) &&
	    common_length(a, b) >= (size_t)(slash - a) + 6;
}

static bool
same_registrant(const char *a, const char *b)
{
	size_t length = strcspn(a, "/");

	return strncmp(a, b, length + 1) == 0;
}

enum form {
	FORM_UNKNOWN,
	FORM_ARTICLE,
	FORM_CHAPTER,
	FORM_BOOK,
	FORM_DATA,
	FORM_REVIEW,
	FORM_NOTICE,
	FORM_ABSTRACT,
	FORM_FIGURE,
	FORM_ENTRY,
	FORM_THESIS,
	FORM_PROGRAM
};

static enum form
find_form(const char *type, const char *doi)
{
	static const struct {
		const char *type;
		enum form form;
	} forms[] = {
		{ "article", FORM_ARTICLE },
		{ "article-journal", FORM_ARTICLE },
		{ "article-magazine", FORM_ARTICLE },
		{ "article-newspaper", FORM_ARTICLE },
		{ "paper-conference", FORM_ARTICLE },
		{ "chapter", FORM_CHAPTER },
		{ "book", FORM_BOOK },
		{ "dataset", FORM_DATA },
		{ "review", FORM_REVIEW },
		{ "review-book", FORM_REVIEW },
		{ "peer_review", FORM_REVIEW },
		{ "entry", FORM_ENTRY },
		{ "entry-encyclopedia", FORM_ENTRY },
		{ "entry-dictionary", FORM_ENTRY },
		{ "thesis", FORM_THESIS },
		{ "software", FORM_PROGRAM },
		{ "abstract", FORM_ABSTRACT },
		{ "retraction", FORM_NOTICE },
		{ "correction", FORM_NOTICE },
		{ "erratum", FORM_NOTICE },
		{ "graphic", FORM_FIGURE },
		{ "figure", FORM_FIGURE },
	};
	/* Whole series of such texts, whatever their type says. */
	static const struct {
		const char *prefix;
		enum form form;
	} series[] = {
		{ "10.5860/choice", FORM_REVIEW },
		{ "10.3410/f", FORM_REVIEW },
		{ "10.1149/ma", FORM_ABSTRACT },
	};

	for (size_t i = 0; doi != NULL && i < sizeof series / sizeof *series; i++)
		if (text_starts_nocase(doi, series[i].prefix))
			return series[i].form;
	for (size_t i = 0; type != NULL && i < sizeof forms / sizeof *forms; i++)
		if (strcmp(type, forms[i].type) == 0)
			return forms[i].form;
	return FORM_UNKNOWN;
}

/* Chapters are reprinted as articles and entries as chapters; no more. */
static bool
forms_differ(enum form a, enum form b)
{
	enum form low = a < b ? a : b, high = a < b ? b : a;

	if (low == FORM_UNKNOWN)
		return high >= FORM_DATA && high <= FORM_FIGURE;
	if (low == high || (low == FORM_ARTICLE && high == FORM_CHAPTER))
		return false;
	return !(low == FORM_CHAPTER && high == FORM_ENTRY);
}

void
identity_compare(
    const struct description *a, const struct description *b, struct evidence *evidence)
{
	enum form x = find_form(a->type, a->doi);
	enum form y = find_form(b->type, b->doi);
	bool dois = a->doi != NULL && b->doi != NULL;

	evidence->two_arxiv = a->arxiv != NULL && b->arxiv != NULL &&
	    !same_arxiv(a->arxiv, b->arxiv);
	evidence->same_arxiv = a->arxiv != NULL && b->arxiv != NULL &&
	    !evidence->two_arxiv;
	evidence->same_identifier = evidence->same_arxiv ||
	    (dois && !evidence->two_arxiv && dois_related(a->doi, b->doi));
	evidence->other_identifier = !evidence->same_identifier &&
	    (evidence->two_arxiv || (dois && !is_copy(a->doi) && !is_copy(b->doi)));
	evidence->same_series = evidence->other_identifier && dois &&
	    same_journal(a->doi, b->doi);
	evidence->kinds_differ = a->type != NULL && b->type != NULL &&
	    !evidence->same_identifier && forms_differ(x, y);
	evidence->two_articles = x == FORM_ARTICLE && y == FORM_ARTICLE;
	evidence->two_datasets = x == FORM_DATA && y == FORM_DATA && dois &&
	    !evidence->same_identifier && same_registrant(a->doi, b->doi);
	evidence->two_chapters = x == FORM_CHAPTER && y == FORM_CHAPTER &&
	    !evidence->same_identifier;
}
