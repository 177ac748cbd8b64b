/* Words of an item enter; clean titles leave, labels are told from them. */
#include <string.h>

#include "base/text.h"
#include "list/words/repair.h"
#include "list/words/words.h"

/* Pictures, arrows, boxes, stars, and what nobody sees: signs that only decorate. */
static bool
is_decoration(unsigned c)
{
	if (c < 0x2022)
		return c == 0xB7 || (c >= 0x200B && c <= 0x200F);
	return (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x2069) ||
	    c == 0xFEFF || (c >= 0x2190 && c <= 0x21FF) || (c >= 0x2300 && c <= 0x23FF) ||
	    (c >= 0x2500 && c <= 0x27BF) || (c >= 0x2B00 && c <= 0x2BFF) ||
	    (c >= 0x1F000 && c <= 0x1FAFF) || c == 0xFE0F || c == 0x2022 || c == 0x30FB ||
	    c == 0x20E3 || (c >= 0xE0020 && c <= 0xE007F);
}

/* ":star:", as GitHub writes pictures: its length, or 0. */
static size_t
shortcode(const char *text)
{
	size_t length;

	if (*text != ':')
		return 0;
	length = strspn(text + 1, "abcdefghijklmnopqrstuvwxyz0123456789_+-");
	return length > (text_is_digit(text[1]) ? 1 : 0) && text[1 + length] == ':'
	    ? length + 2
	    : 0;
}

const char *
words_past_marks(const char *text)
{
	for (;;) {
		const char *next = text;
		unsigned c;

		if (*text > ' ' && *text != ':')
			return text;
		if (shortcode(text) > 0) {
			text += shortcode(text);
			continue;
		}
		if (*text == '\0')
			return text;
		c = text_next_code_point(&next);
		if (c != ' ' && c != 0xA0 && c != '\t' && c != '\n' && !is_decoration(c))
			return text;
		text = next;
	}
}

/* Where the text ends when closing decoration and signs go. */
static size_t
end_before(const char *text, size_t length)
{
	while (length > 0) {
		size_t start = length - 1;
		const char *at;

		if (text[start] == ':') {
			const char *open = start > 0 ? memrchr(text, ':', start) : NULL;
			if (open != NULL &&
			    shortcode(open) == (size_t)(text + length - open)) {
				length = (size_t)(open - text);
				continue;
			}
		}
		if (text_is_any(text[start], " ,;:|")) {
			length--;
			continue;
		}
		if (text[start] > 0)
			break;
		while (start > 0 && (text[start] & 0xC0) == 0x80)
			start--;
		at = text + start;
		if (!is_decoration(text_next_code_point(&at)))
			break;
		length = start;
	}
	return length;
}

static bool
ends_with(const char *text, size_t length, const char *end)
{
	size_t size = strlen(end);

	return length >= size && memcmp(text + length - size, end, size) == 0;
}

/* Marks of quotation, in one language or another. */
static const char *const quotes[][2] = { { "\"", "\"" }, { "“", "”" }, { "《", "》" },
	{ "「", "」" }, { "『", "』" }, { "*", "*" }, { "”", "“" }, { "”", "”" },
	{ "«", "»" }, { "„", "“" }, { "„", "”" }, { "„", "\"" } };

bool
words_are_quoted(const char *text, size_t length)
{
	for (size_t i = 0; i < sizeof quotes / sizeof quotes[0]; i++)
		if (*quotes[i][0] != '*' && ends_with(text, length, quotes[i][1]) &&
		    text_starts_nocase(text, quotes[i][0]))
			return true;
	return false;
}

/* "“Title”": quotation marks that hold the whole of it. */
static char *
unquote(char *title)
{
	size_t length = strlen(title);

	for (size_t i = 0; i < sizeof quotes / sizeof quotes[0]; i++) {
		size_t open = text_begins(title, quotes[i][0]), close;
		if (open == 0)
			continue;
		close = strlen(quotes[i][1]);
		if (length <= open + close || !ends_with(title, length, quotes[i][1]))
			continue;
		char *second = strstr(title + open, quotes[i][1]);
		if (second != title + length - close)
			continue;
		*second = '\0';
		return title + open;
	}
	return title;
}

/* "Title —", before a link: a sign that parted it from what is no part of it. */
static size_t
end_before_parting(const char *title, size_t length)
{
	static const char *const signs[] = { " —", " –", " -", " ·", " •", " →", " =>",
		" ->", "：" };

	/* Most end in a letter. */
	if (length == 0 ||
	    (title[length - 1] > 0 && !text_is_any(title[length - 1], "->")))
		return length;
	for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++)
		if (length > strlen(signs[i]) && ends_with(title, length, signs[i]))
			return length - strlen(signs[i]);
	return length;
}

char *
words_title_n(struct arena *arena, const char *text, size_t length)
{
	char *title = repair_stars(text_squeeze_n(arena, text, length));

	/* From a letter to a letter, as most words go. */
	if (length > 0 && text_is_letter(*text) && text_is_letter(text[length - 1]))
		return title;
	do {
		text = title;
		title += words_past_marks(title) - title;
		/* "3) Title", "3.Title", "** Title": its place, how much it matters. */
		length = text_span(title, "0123456789");
		if (length > 0 && length < 4 &&
		    ((title[length] == ')' && title[length + 1] == ' ') ||
			(title[length] == '.' && *title != '0' &&
			    text_is_capital(title[length + 1]))))
			title += length + 1;
		length = text_span(title, "*");
		title += title[length] == ' ' ? length : 0;
		title += text_span(title, " :,;.-|");
	} while (text != title);
	length = strlen(title);
	for (size_t before = length + 1; length < before;) {
		before = length;
		length = end_before_parting(title, end_before(title, length));
	}
	/* No full stop at the end, unless it is an ellipsis. */
	while (length > 1 && title[length - 1] == '.' &&
	    !(length > 3 && title[length - 2] == '.'))
		length--;
	length -= ends_with(title, length, "。") ? strlen("。") : 0;
	/* A mark for a note; "A*" keeps its own. */
	if (length > 2 && title[length - 1] == '*' && title[length - 3] != ' ' &&
	    memchr(title, '*', length - 1) == NULL)
		length--;
	title[length] = '\0';
	return text_trim(unquote(title), "");
}

bool
words_is_url(const char *label)
{
	return *label == 'h'
	    ? strncmp(label, "http://", 7) == 0 || strncmp(label, "https://", 8) == 0
	    : *label == 'w' && strncmp(label, "www.", 4) == 0;
}

/* What labels are made of, folded. */
static bool
is_label_word(const char *word, size_t length)
{
	/* By their first letters; then those that have none. */
	static const char *const words['z' - 'a' + 2][14] = {
		['a' - 'a'] = { "arxiv", "abs", "article", "a", "acl", "app", "and",
		    "access" },
		['b' - 'a'] = { "blog", "biorxiv", "benchmark", "bib", "bibtex" },
		['c' - 'a'] = { "code", "checkpoint", "checkpoints", "citation", "colab",
		    "card" },
		['d' - 'a'] = { "dataset", "datasets", "data", "database", "demo", "doi",
		    "download", "docs", "documentation" },
		['f' - 'a'] = { "face", "full" },
		['g' - 'a'] = { "github", "gitlab" },
		['h' - 'a'] = { "homepage", "home", "huggingface", "hugging", "hf",
		    "html", "here", "hub" },
		['i' - 'a'] = { "io" },
		['k' - 'a'] = { "kaggle" },
		['l' - 'a'] = { "link", "leaderboard" },
		['m' - 'a'] = { "model", "models", "medrxiv" },
		['n' - 'a'] = { "notebook" },
		['o' - 'a'] = { "official", "on", "openreview", "or" },
		['p' - 'a'] = { "paper", "pdf", "project", "page", "platform", "poster",
		    "preprint", "publication", "post", "pubmed", "pmc", "part" },
		['r' - 'a'] = { "repo", "repository", "report", "review", "resource",
		    "resources" },
		['s' - 'a'] = { "space", "slides", "source", "supplement",
		    "supplementary", "site", "star" },
		['t' - 'a'] = { "the", "technical", "tech", "toolkit", "tool", "text" },
		['u' - 'a'] = { "url" },
		['v' - 'a'] = { "video" },
		['w' - 'a'] = { "website", "web", "webpage", "weights" },
		['z' - 'a'] = { "zenodo" },
		['z' - 'a' + 1] = { "论文", "代码", "数据", "数据集", "模型", "权重",
		    "项目", "项目地址", "主页", "官网", "地址", "链接", "博客" },
	};
	unsigned first = (unsigned)(*word - 'a');
	const char *const *one = words[first <= 'z' - 'a' ? first : 'z' - 'a' + 1];

	for (; *one != NULL; one++)
		if ((length < 2 || (*one)[1] == word[1]) &&
		    strncmp(*one, word, length) == 0 && (*one)[length] == '\0')
			return true;
	return false;
}

/* Does it begin with a word of ASCII, whole, that is in no label? */
static bool
begins_otherwise(const char *label)
{
	char word[16];
	size_t length = 0;

	while (*label > 0 && !text_is_digit(*label) && (!text_is_letter(*label)))
		label++;
	for (; text_is_letter(*label); label++)
		if (length < sizeof word)
			word[length++] = (char)(*label | 0x20);
	return length > 2 && *label >= 0 && !text_is_digit(*label) &&
	    !is_label_word(word, length);
}

bool
words_is_generic(struct arena *arena, const char *label)
{
	char *folded;
	unsigned count = 0;
	bool year = false, word_known = false;

	if (begins_otherwise(label))
		return false;
	folded = text_fold(arena, label);
	for (char *word = folded, *next; *word != '\0'; word = next) {
		size_t length = strcspn(word, " "), letters = length;
		bool known = length <= 2 && text_is_digit(word[0]);
		/* "paper2" */
		while (letters > 3 && text_is_digit(word[letters - 1]))
			letters--;
		/* "paper 2015", but not "2015" alone. */
		year |= length == 4 && text_span(word, "0123456789") == 4;
		known |= length == 4 && text_span(word, "0123456789") == 4;
		/* "the0" is a name. */
		if (is_label_word(word, letters) && (letters == length || letters > 3))
			known = word_known = true;
		if (!known || ++count > 4)
			return false;
		next = word + length + (word[length] == ' ');
	}
	/* Signs only ("🤗", "📄") say the kind too. */
	return word_known || !year;
}

bool
words_is_hub(const char *label)
{
	static const char *const hubs[] = { "Kaggle", "Zenodo", "PubMed",
		"PubMed Central", "PMC", "Hugging Face", "HuggingFace", "OpenReview",
		"bioRxiv", "medRxiv", "arXiv", "GitHub", NULL };

	return text_is_one_of(label, hubs);
}
