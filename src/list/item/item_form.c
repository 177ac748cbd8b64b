/*
 * A paragraph or heading enters; whether a person would call it an entry
 * leaves.  Bullets are entries unless they only lead about in the list.
 */
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/text.h"
#include "list/item/item.h"

/* Bracket, bold or link in front. */
static const char *
past_number(const char *text)
{
	const char *at = text + text_span(text, " 0123456789");

	return at > text && (*at == '.' || *at == ')') ? at + 1 : text;
}

/* "**Atlas of Trees** … Access: https://…": an address behind what it is. */
static bool
is_bare_link(struct arena *arena, const struct pieces *pieces, size_t at)
{
	const struct piece *link = &pieces->v[at];
	const char *text, *colon, *word;

	if (at == 0 || link->kind != PIECE_LINK || !words_is_url(link->text) ||
	    pieces->v[at - 1].kind != PIECE_TEXT)
		return false;
	text = text_squeeze(arena, pieces->v[at - 1].text);
	colon = text + strlen(text);
	if (colon == text || colon[-1] != ':')
		return false;
	for (word = --colon; word > text && word[-1] != ' '; word--)
		;
	word = arena_text_n(arena, word, (size_t)(colon - word));
	return words_is_generic(arena, word) || text_equal_nocase(word, "access");
}

/* "**Figure 3.** Training in two stages" */
static bool
is_caption(const char *text)
{
	static const char *const words[] = { "figure ", "fig. ", "fig ", "table ", "图" };

	for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
		if (text_starts_nocase(text, words[i]) &&
		    text_is_digit(text[strlen(words[i])]))
			return true;
	return false;
}

static bool
starts_like_entry(struct arena *arena, const struct pieces *pieces)
{
	size_t i = 0;
	bool label = false;

	/* "### 3. [Title](u)": pictures and the number of an entry. */
	while (i < pieces->count &&
	    (pieces->v[i].kind == PIECE_IMAGE ||
		(pieces->v[i].kind == PIECE_TEXT &&
		    *words_past_marks(past_number(pieces->v[i].text)) == '\0')))
		i++;
	if (i == pieces->count || pieces->v[i].holds_image ||
	    is_caption(pieces->v[i].text))
		return false;
	for (size_t j = i + 1; j < pieces->count; j++)
		label |= words_link_is_label(arena, &pieces->v[j]) ||
		    (pieces->v[i].strong && pieces->v[j].kind == PIECE_LINK &&
			words_is_paper_address(pieces->v[j].url)) ||
		    (pieces->v[i].strong && is_bare_link(arena, pieces, j));
	/* "🔗 **[Rootskit](u)** - counts roots" */
	if (pieces->v[i].kind == PIECE_LINK && pieces->v[i].strong && i == 1 &&
	    (*pieces->v[0].text & 0x80) != 0)
		return true;
	if (pieces->v[i].kind == PIECE_LINK)
		return !words_link_is_label(arena, &pieces->v[i]) &&
		    (words_count(pieces->v[i].text) >= TITLE_WORDS ||
			(label && strchr(pieces->v[i].text, ' ') != NULL));
	/* Bold and then, on the same breath, a labelled link. */
	return pieces->v[i].strong && label;
}

bool
item_form_is_prose(const char *text)
{
	static const char *const prose[] = { "see ", "for ", "please ", "check ", "our ",
		"we ", "if ", "you ", "this ", "these ", "here ", "refer ", "click ",
		"read ", "note" };

	for (size_t i = 0; i < sizeof prose / sizeof prose[0]; i++)
		if (text_starts_nocase(text, prose[i]))
			return true;
	return false;
}

/* "… are available [here](u)": a sentence, and no title. */
static bool
points_here(const struct pieces *labels)
{
	for (size_t i = 0; i < labels->count; i++)
		if (labels->v[i].kind == PIECE_LINK &&
		    (text_find_nocase(labels->v[i].text, "here") != NULL ||
			text_find_nocase(labels->v[i].text, "this") != NULL))
			return true;
	return false;
}

/* "A Title of Some Words [[paper](u)], [[code](u)]": words, then labels. */
static bool
is_plain_title(struct arena *arena, const struct pieces *pieces)
{
	struct pieces labels = *pieces;
	struct buffer buffer;
	const char *text;
	size_t at = 0, length;
	bool title;

	buffer_init(&buffer, 0);
	buffer_text(&buffer, "");
	for (; at < pieces->count && pieces->v[at].kind == PIECE_TEXT; at++)
		buffer_text(&buffer, pieces->v[at].text);
	text = words_past_marks(buffer.bytes);
	length = strlen(text);
	length = text_trimmed(text, length, " [(");
	labels.v += at;
	labels.count -= at;
	title = at > 0 && labels.count > 0 && words_count(text) >= TITLE_WORDS &&
	    length < 300 && text[length - 1] != ':' && strstr(text, ". ") == NULL &&
	    ((*text & 0x80) != 0 || *text < 'a') && words_are_labels(arena, &labels);
	title &= !item_form_is_prose(text) && !points_here(&labels);
	buffer_free(&buffer);
	return title;
}

bool
item_is_entry(struct arena *arena, const struct pieces *pieces)
{
	return starts_like_entry(arena, pieces) || is_plain_title(arena, pieces);
}

bool
item_has_work(struct arena *arena, const struct pieces *pieces)
{
	static const char *const words[] = { "paper", "pdf", "arxiv", "code", "github",
		"model", "data", "publication", "hugging", "project", "doi", "openreview",
		"access", "download", "论文", "代码" };

	for (size_t i = 0; i < pieces->count; i++) {
		const char *label;
		if (pieces->v[i].kind != PIECE_LINK)
			continue;
		if (words_is_paper_address(pieces->v[i].url))
			return true;
		label = text_fold(arena, pieces->v[i].text);
		for (size_t w = 0; w < sizeof words / sizeof words[0]; w++)
			if (strstr(label, words[w]) != NULL)
				return true;
	}
	return false;
}

bool
item_leads_work(struct arena *arena, const struct pieces *pieces)
{
	struct pieces front = *pieces;
	const char *text;

	front.count = 0;
	while (front.count < pieces->count && pieces->v[front.count].kind == PIECE_TEXT)
		front.count++;
	text = pieces_text(arena, &front);
	/* "<b><a href="u">Name</a></b> - what it is" */
	if (*words_past_marks(text) == '\0')
		return front.count < pieces->count && !pieces->v[front.count].holds_image;
	return words_count(words_past_marks(text)) >= TITLE_WORDS &&
	    !item_form_is_prose(text) && item_has_work(arena, pieces);
}

bool
item_may_title(struct arena *arena, const struct pieces *pieces)
{
	const char *text = pieces_text(arena, pieces), *stop = strstr(text, ". "), *venue;
	size_t length = strlen(text), words = words_count(text);
	/* "Title of It (J. Things 2022)" */
	const char *bracket = length > 0 && text[length - 1] == ')' ? strrchr(text, '(')
								    : NULL;

	if (bracket != NULL && words_venue_and_date(arena, bracket, &venue) == NULL)
		bracket = NULL;
	return !pieces_have_link(pieces) && words >= TITLE_WORDS && words <= 30 &&
	    length < LONGEST_TITLE && !text_is_any(text[length - 1], ".:;,!") &&
	    (stop == NULL || (bracket != NULL && bracket < stop)) &&
	    ((*text & 0x80) != 0 || *text < 'a' || bracket != NULL);
}

static char *
folded(struct arena *arena, const char *text, size_t length)
{
	char *to = text_fold(arena, arena_text_n(arena, text, length)), *start = to;

	for (const char *at = to; *at != '\0'; at++)
		if (*at != ' ')
			*to++ = *at;
	*to = '\0';
	return start;
}

/* "[Tutorial](https://github.com/OWNER/REPO#tutorial-and-books)": a heading of a
 * README by its whole address; one that REPO is called by is about the repository. */
static bool
is_heading(struct arena *arena, const struct piece *link)
{
	static const char host[] = "https://github.com/";
	const char *hash = strchr(link->url, '#'), *name, *heading, *text;

	if (hash == NULL || !text_starts_nocase(link->url, host))
		return false;
	name = strchr(link->url + strlen(host), '/');
	if (name == NULL || hash < ++name ||
	    memchr(name, '/', (size_t)(hash - name)) != NULL)
		return false;
	heading = folded(arena, hash + 1, strlen(hash + 1));
	text = folded(arena, link->text, strlen(link->text));
	return *heading != '\0' && *text != '\0' &&
	    strcmp(heading, folded(arena, name, (size_t)(hash - name))) != 0 &&
	    (text_starts_nocase(heading, text) || text_starts_nocase(text, heading));
}

/* "[Go back to top](u)", "[Share on Social](u)" */
static bool
leads_back(const struct piece *link)
{
	static const char *const back[] = { "back to ", "go back", "go to top",
		"return to ", "to top", "to the top", "⬆", "回到", "返回", "トップへ" };

	if (strchr(link->url, '#') != NULL)
		for (size_t i = 0; i < sizeof back / sizeof back[0]; i++)
			if (text_starts_nocase(link->text, back[i]))
				return true;
	return text_starts_nocase(link->text, "share on ");
}

bool
item_is_contents(struct arena *arena, const struct pieces *pieces)
{
	size_t inner = 0, headings = 0;

	for (size_t i = 0; i < pieces->count; i++) {
		const struct piece *piece = &pieces->v[i];
		if (piece->kind != PIECE_LINK || piece->url == NULL)
			continue;
		if (strstr(piece->url, "://") == NULL)
			inner++;
		else if (leads_back(piece) || is_heading(arena, piece))
			headings++;
		else
			return false;
	}
	/* And nothing is told of them. */
	for (size_t i = 0; i < pieces->count && headings > 0; i++)
		if ((pieces->v[i].kind != PIECE_LINK || pieces->v[i].url == NULL) &&
		    *text_fold(arena, pieces->v[i].text) != '\0')
			return false;
	return inner + headings > 0;
}
