/* A link, or pieces, enter; whether they only name a kind of link leaves. */
#include <string.h>

#include "base/text.h"
#include "list/words/words.h"

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

bool
words_are_capitalised(const char *text)
{
	while (*text != '\0') {
		size_t length = strcspn(text, " ");
		if (length > 4 && text_is_small(*text) && !text_is_capital(text[1]))
			return false;
		text += length + (text[length] == ' ');
	}
	return true;
}

/* "[[Lua]](u)": few words in a bracket of their own. */
static bool
is_bracketed(const char *text)
{
	size_t length = strlen(text);

	return length > 2 && *text == '[' && text[length - 1] == ']' &&
	    words_count(text) < TITLE_WORDS;
}

bool
words_link_is_label(struct arena *arena, const struct piece *piece)
{
	return piece->kind == PIECE_LINK && !piece->holds_image &&
	    !words_is_url(piece->text) &&
	    (piece->repeated || *words_past_marks(piece->text) == '\0' ||
		is_bracketed(piece->text) || words_is_generic(arena, piece->text));
}

bool
words_are_labels(struct arena *arena, const struct pieces *pieces)
{
	bool any = false;

	for (size_t i = 0; i < pieces->count; i++) {
		const struct piece *piece = &pieces->v[i];
		const char *text = piece->text;
		if (piece->kind == PIECE_TEXT) {
			text = words_past_marks(text);
			if (text_span(text, " []|,/()-:&+\n") != strlen(text) &&
			    !words_is_generic(arena, text))
				return false;
			continue;
		}
		if (piece->kind == PIECE_LINK && !piece->holds_image &&
		    !words_link_is_label(arena, piece) && !words_is_url(piece->text))
			return false;
		any |= piece->kind == PIECE_LINK;
	}
	return any;
}

bool
words_describe(const char *text)
{
	static const char *const dashes[] = { "- ", "– ", "— " };
	size_t capital = 0, small = 0, dash = 0;

	text += text_span(text, " ");
	for (size_t i = 0; dash == 0 && i < sizeof dashes / sizeof dashes[0]; i++)
		dash = text_begins(text, dashes[i]);
	if (dash == 0)
		return false;
	if (text_is_small(text[dash]))
		return true;
	for (text += dash; *text != '\0';) {
		size_t length = strcspn(text, " ");
		if (length > 3) {
			capital += text_is_capital(*text);
			small += text_is_small(*text);
		}
		text += length;
		text += text_span(text, " ");
	}
	return small > 2 * capital;
}
