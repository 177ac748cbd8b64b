/* Words of an item enter; dates, venues, titles and names leave. */
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "list/inside.h"

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool
is_year(const char *at)
{
	return (memcmp(at, "19", 2) == 0 || memcmp(at, "20", 2) == 0)
	    && is_digit(at[2]) && is_digit(at[3]) && !is_digit(at[4]);
}

/* One or two digits that are a month or a day; 0: no. */
static unsigned
small_number(const char *at, unsigned most, size_t *length)
{
	unsigned n = 0;

	for (*length = 0; *length < 2 && is_digit(at[*length]); ++*length)
		n = n * 10 + (unsigned)(at[*length] - '0');
	return *length == 0 || is_digit(at[*length]) || n > most ? 0 : n;
}

/* A separator of a date: - . / or a hyphen that does not break. */
static size_t
separator(const char *at)
{
	if (*at == '-' || *at == '.' || *at == '/')
		return 1;
	if (memcmp(at, "\xE2\x80\x91", 3) == 0
	    || memcmp(at, "\xE2\x80\x90", 3) == 0)
		return 3;
	return 0;
}

/* "May" right before the year: its number. */
static unsigned
month_before(const char *text, const char *year, const char **start)
{
	static const char months[][4] = { "jan", "feb", "mar", "apr", "may",
		"jun", "jul", "aug", "sep", "oct", "nov", "dec" };
	const char *end = year, *word;

	while (end > text && strchr(" ,.'", end[-1]) != NULL)
		end--;
	for (word = end; word > text
	     && ((word[-1] | 32) >= 'a' && (word[-1] | 32) <= 'z');)
		word--;
	for (unsigned m = 0; m < 12 && end - word >= 3; m++) {
		if (strncasecmp(word, months[m], 3) == 0 && end - word <= 9) {
			*start = word;
			return m + 1;
		}
	}
	return 0;
}

const char *
words_date(struct arena *arena, const char *text, size_t *start, size_t *end)
{
	size_t length = strlen(text);

	for (const char *at = text; length >= 4 && at <= text + length - 4;
	     at++) {
		unsigned month, day = 0;
		size_t one, two, gap;
		const char *from = at;
		if (!is_year(at) || (at > text && is_digit(at[-1])))
			continue;
		*start = (size_t)(at - text);
		*end = *start + 4;
		gap = separator(at + 4);
		month = gap == 0 ? 0 : small_number(at + 4 + gap, 12, &one);
		if (month > 0) {
			const char *rest = at + 4 + gap + one;
			*end = (size_t)(rest - text);
			gap = separator(rest);
			/* 2023.2/5 names two months, not a day. */
			if (gap > 0 && *rest != '/'
			    && (day = small_number(rest + gap, 31, &two)) > 0)
				*end += gap + two;
			else if (gap == 1 && *rest == '/'
			    && at[4] == '/'
			    && (day = small_number(rest + 1, 31, &two)) > 0)
				*end += 1 + two;
			else
				day = 0;
		} else {
			month = month_before(text, at, &from);
			*start = (size_t)(from - text);
		}
		if (day > 0)
			return arena_printf(arena, "%.4s-%02u-%02u", at, month,
			    day);
		if (month > 0)
			return arena_printf(arena, "%.4s-%02u", at, month);
		return arena_text_n(arena, at, 4);
	}
	return NULL;
}

/* Trim blanks and the given ASCII characters from both ends, in place. */
static char *
trim(char *text, const char *also)
{
	size_t length = strlen(text);

	while (length > 0 && (strchr(" \t", text[length - 1]) != NULL
	        || strchr(also, text[length - 1]) != NULL))
		text[--length] = '\0';
	while (*text != '\0' && strchr(" \t", *text) != NULL)
		text++;
	return text;
}

void
words_venue(struct arena *arena, const char *text, struct entry *entry)
{
	char *clean = text_squeeze(arena, text);
	size_t start = 0, end = 0;
	const char *date = words_date(arena, clean, &start, &end);
	const char *raw;
	char *venue;

	if (date == NULL) {
		venue = trim(clean, ",;");
		entry->venue = *venue == '\0' ? NULL : venue;
		return;
	}
	/* All dates given are kept as written: "2024/2023.10". */
	raw = trim(arena_text(arena, clean + start), ",;)(");
	entry->date = date;
	entry->date_raw = strcmp(raw, date) == 0 ? NULL : raw;
	venue = trim(arena_text_n(arena, clean, start), ",;(-'");
	if (*venue == '\0')
		venue = trim(arena_text(arena, clean + end), ",;)");
	while (*venue == ',' || *venue == ' ')
		venue++;
	entry->venue = *venue == '\0' ? NULL : venue;
}

char *
words_title(struct arena *arena, const char *text)
{
	char *title = text_squeeze(arena, text);
	size_t length;

	while (*title != '\0' && strchr(" :,;.-|", *title) != NULL)
		title++;
	length = strlen(title);
	while (length > 0 && strchr(" ,;:|", title[length - 1]) != NULL)
		title[--length] = '\0';
	/* No full stop at the end, unless it is an ellipsis. */
	while (length > 1 && title[length - 1] == '.'
	    && !(length > 3 && title[length - 2] == '.'))
		title[--length] = '\0';
	return trim(title, "");
}

char *
words_name(struct arena *arena, const char *title)
{
	const char *colon = strchr(title, ':');
	unsigned blanks = 0;

	if (colon == NULL || colon == title || colon[1] != ' ')
		return NULL;
	for (const char *at = title; at < colon; at++)
		blanks += *at == ' ';
	if (blanks > 2 || colon - title > 40)
		return NULL;
	return arena_text_n(arena, title, (size_t)(colon - title));
}

const char *
words_closing_year(struct arena *arena, char *title, bool has_date)
{
	size_t length = strlen(title);
	char *at;
	const char *year;

	while (length > 0 && strchr(" .", title[length - 1]) != NULL)
		length--;
	if (length < 8 || !is_digit(title[length - 1]))
		return NULL;
	at = title + length - 4;
	if (!is_year(at) || (at[4] != '\0' && at[4] != '.' && at[4] != ' '))
		return NULL;
	/* "… . 2023." is a sentence of its own; "… corpus 2015" only counts
	 * where nothing else gives a date. */
	if (at[-1] != ' '
	    || (has_date && strchr(".?!", at[-2]) == NULL))
		return NULL;
	year = arena_text_n(arena, at, 4);
	*at = '\0';
	return year;
}

bool
words_is_url(const char *label)
{
	return strncmp(label, "http://", 7) == 0
	    || strncmp(label, "https://", 8) == 0
	    || strncmp(label, "www.", 4) == 0;
}

bool
words_is_generic(struct arena *arena, const char *label)
{
	static const char *const words[] = { "paper", "pdf", "arxiv", "code",
		"github", "model", "models", "dataset", "datasets", "data",
		"database", "website", "web", "webpage", "project", "page",
		"homepage", "home", "link", "url", "blog", "demo", "repo",
		"repository", "weights", "huggingface", "hugging", "face",
		"hf", "checkpoint", "checkpoints", "leaderboard", "platform",
		"space", "video", "slides", "poster", "doi", "html", "abs",
		"preprint", "article", "publication", "official", "source",
		"download", "here", "the", "on", "a", "post", "report",
		"technical", "tech", "supplement", "supplementary", "acl",
		"biorxiv", "medrxiv", "openreview", "pubmed", "pmc",
		"benchmark", "toolkit", "tool", "bib", "bibtex", "citation",
		"colab", "notebook", "docs", "documentation", "site", "app",
		"full", "text", "review", "resource", "resources", "and",
		"hub", "io", "card", "gitlab", "kaggle", "zenodo", "star" };
	char *folded = text_fold(arena, label);
	unsigned count = 0;

	for (char *word = folded, *next; *word != '\0'; word = next) {
		size_t length = strcspn(word, " ");
		bool known = length <= 2 && is_digit(word[0]);
		for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
			known |= strlen(words[i]) == length
			    && strncmp(words[i], word, length) == 0;
		if (!known || ++count > 4)
			return false;
		next = word + length + (word[length] == ' ');
	}
	/* Signs only ("🤗", "📄") say the kind too. */
	return true;
}
