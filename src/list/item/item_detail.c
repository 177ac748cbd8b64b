/*
 * A nested item enters; whether it only says more of the item above it
 * (authors, venue, links) leaves.
 */
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "list/item/item.h"

/* "Authors: …": which row of the table, what was said; ITEM_SPOKEN: none. */
static size_t
spoken_of(struct arena *arena, const char *text, const char **said)
{
	const char *colon = strchr(text, ':'), *wide = strstr(text, "：");
	size_t length = 1;
	const char *word;

	if (wide != NULL && (colon == NULL || wide < colon)) {
		colon = wide;
		length = strlen("：");
	}
	if (colon == NULL || colon - text > 24)
		return ITEM_SPOKEN;
	*said = colon + length + strspn(colon + length, " ");
	word = text_fold(arena, arena_text_n(arena, text, (size_t)(colon - text)));
	for (size_t i = 0; i < ITEM_SPOKEN; i++)
		if (strcmp(word, item_spoken[i].word) == 0)
			return i;
	return ITEM_SPOKEN;
}

bool
item_has_work(struct arena *arena, const struct pieces *pieces)
{
	static const char *const words[] = { "paper", "pdf", "arxiv", "code", "github",
		"model", "dataset", "hugging", "project", "doi", "openreview", "access",
		"download", "论文", "代码" };

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

/* "[GitHub](u) (👨‍💻 120 · 🔀 930 · 8% open):": a label and figures. */
static bool
is_figures(struct arena *arena, const struct pieces *pieces)
{
	static const char *const registries[] = { "pypi", "conda", "npm", "docker hub",
		"maven", "cran", "gitlab", NULL };
	size_t digits = 0, letters = 0;
	bool pictures = false;

	if (pieces->count < 2 || pieces->v[0].kind != PIECE_LINK ||
	    (!words_link_is_label(arena, &pieces->v[0]) &&
		!text_is_one_of_nocase(pieces->v[0].text, registries)))
		return false;
	for (size_t i = 1; i < pieces->count; i++) {
		const char *text = pieces->v[i].text;
		if (pieces->v[i].kind != PIECE_TEXT)
			return false;
		/* What installs it is below. */
		if (*text == '\n' || (digits > 0 && text_is_blank(text)))
			break;
		for (; *text != '\0'; text++) {
			digits += text_is_digit(*text);
			pictures |= (*text & 0x80) != 0;
			letters += (*text | 32) >= 'a' && (*text | 32) <= 'z';
		}
	}
	return pictures && digits > 0 && letters < 3 * digits;
}

/* "[[Paper]](u)[[Code]](u) (ICCV 2017)": labels, and where it came out, no title. */
static bool
is_dated_labels(struct arena *arena, const struct pieces *pieces)
{
	const char *venue;
	bool dated = false;

	for (size_t i = 0; i < pieces->count; i++) {
		const struct piece *piece = &pieces->v[i];
		if (piece->kind == PIECE_LINK && !words_link_is_label(arena, piece))
			return false;
		if (piece->kind != PIECE_TEXT || text_is_blank(piece->text))
			continue;
		if (*piece->text == '(')
			dated |= words_venue_and_date(arena, piece->text, &venue) != NULL;
		else if (words_count(piece->text) >= TITLE_WORDS)
			return false;
	}
	return dated;
}

bool
item_is_detail(struct arena *arena, const struct pieces *pieces)
{
	const char *said;

	if (words_are_labels(arena, pieces) || is_figures(arena, pieces) ||
	    is_dated_labels(arena, pieces))
		return true;
	if (spoken_of(arena, pieces_start(arena, pieces), &said) < ITEM_SPOKEN)
		return true;
	for (size_t i = 0; i < pieces->count; i++)
		if (pieces->v[i].kind == PIECE_LINK && !pieces->v[i].written)
			return !pieces_have_link(pieces);
	return true;
}

bool
item_is_credit(struct arena *arena, const struct pieces *pieces)
{
	struct entry entry = { 0 }, cited = { 0 };
	const char *text = pieces_start(arena, pieces);

	/* A reference has a title of its own, and so has what is numbered. */
	if (item_cite_read(arena, &(struct cursor){ pieces, 0, 0 }, &cited) ||
	    *text == '[' || strpbrk(text, "\"“") != NULL)
		return false;
	for (size_t i = 0; i < pieces->count; i++) {
		const struct piece *piece = &pieces->v[i];
		if (piece->kind == PIECE_LINK && !piece->holds_image &&
		    !words_link_is_label(arena, piece))
			return false;
		/* A title of its own. */
		if (piece->kind == PIECE_TEXT &&
		    words_count(piece->text) > (piece->strong ? TITLE_WORDS : 12) &&
		    !words_are_authors(piece->text))
			return false;
	}
	if (!pieces_have_link(pieces) || pieces_length(pieces) > 400 ||
	    item_form_is_prose(text))
		return false;
	item_rest_read(arena, (struct cursor){ pieces, 0, 0 }, &entry);
	return entry.date != NULL || entry.authors != NULL;
}

bool
item_says_link(const struct pieces *pieces)
{
	const char *text, *colon;

	if (pieces->count < 2 || pieces->v[0].kind != PIECE_TEXT)
		return false;
	text = pieces->v[0].text;
	colon = strchr(text, ':');
	if (colon == NULL || colon - text > 24 || words_count(text) > 3 ||
	    !text_is_blank(colon + 1))
		return false;
	for (size_t i = 1; i < pieces->count; i++)
		if (pieces->v[i].kind == PIECE_LINK ? !words_is_url(pieces->v[i].text)
						    : !text_is_blank(pieces->v[i].text))
			return false;
	return true;
}

/* "Ann Roe, Bo Poe, *Title*, Venue 2012" below a title: people in front. */
static void
take_cited(struct arena *arena, struct cursor cursor, struct entry *entry)
{
	struct entry cited = { 0 };

	if (!item_cite_read(arena, &cursor, &cited))
		return;
	if (entry->authors == NULL)
		entry->authors = cited.authors;
	if (entry->venue == NULL)
		entry->venue = cited.venue;
	if (entry->date == NULL)
		entry->date = cited.date;
}

/* "Verfasser: Ann Roe": behind a word and its colon. */
static const char *
past_word(const char *text)
{
	size_t length = strcspn(text, ":"), blanks = 0;

	for (size_t i = 0; i < length; i++)
		blanks += text[i] == ' ';
	return text[length] == ':' && length < 24 && blanks < 2
	    ? text + length + 1 + strspn(text + length + 1, " ")
	    : text;
}

/* "**Name**⏎  - Title of Its Paper, Venue 2019", where the name has no link; NULL:
 * it is no title. */
static const char *
take_title(struct arena *arena, const char *text, struct entry *entry)
{
	struct entry cut = { 0 };
	char *title = words_title(arena, text);

	item_rest_cut(arena, title, &cut);
	title = words_title(arena, title);
	if (!words_are_titled(title))
		return NULL;
	*entry = cut;
	return title;
}

/* A line of its own. */
static void
keep_words(struct arena *arena, struct pieces *to, const struct pieces *detail)
{
	const struct piece line = { .kind = PIECE_TEXT, .text = "\n" };

	for (size_t i = 0; i < detail->count; i++) {
		if (i == 0) {
			to->below = arena_push(
			    arena, to->below, to->below_count, sizeof *to->below);
			to->below[to->below_count++] = line;
		}
		to->below = arena_push(
		    arena, to->below, to->below_count, sizeof *to->below);
		to->below[to->below_count++] = detail->v[i];
	}
}

void
item_take_detail(struct arena *arena, struct pieces *to, const struct pieces *detail)
{
	const char *said, *text;
	struct entry entry = { 0 };
	size_t row = spoken_of(arena, pieces_start(arena, detail), &said);

	/* Its words are not the title's: only links and facts are taken. */
	for (size_t i = 0; i < detail->count; i++) {
		struct piece piece = detail->v[i];
		if (piece.kind == PIECE_TEXT)
			continue;
		/* Links in prose lead to what it compares with. */
		if (row < ITEM_SPOKEN && item_spoken[row].column == COLUMN_OTHER)
			continue;
		/* "Code: [owner/name](…)": the word is the label. */
		if (row < ITEM_SPOKEN && !words_link_is_label(arena, &piece) &&
		    piece.kind == PIECE_LINK && !piece.holds_image)
			piece.text = item_spoken[row].word;
		pieces_add(arena, to, piece);
	}
	/* An abstract is not looked at any closer, nor when something was installed last. */
	if (is_figures(arena, detail))
		return;
	if (row < ITEM_SPOKEN && item_spoken[row].column == COLUMN_OTHER)
		return;
	text = pieces_length(detail) > LONGEST_ITEM ? "" : pieces_text(arena, detail);
	if (row < ITEM_SPOKEN) {
		if (spoken_of(arena, text, &said) < ITEM_SPOKEN && *said != '\0')
			columns_take(arena, item_spoken[row].column, said, &to->details);
		return;
	}
	if (*text != '\0' && strlen(text) < LONGEST_TITLE)
		keep_words(arena, to, detail);
	take_cited(arena, (struct cursor){ detail, 0, 0 }, &entry);
	item_rest_read(arena, (struct cursor){ detail, 0, 0 }, &entry);
	if (entry.authors == NULL && words_are_authors(past_word(text)))
		entry.authors = past_word(text);
	if (to->details.title == NULL && entry.authors == NULL && !pieces_have_link(to) &&
	    !pieces_have_link(detail))
		to->details.title = take_title(arena, text, &entry);
	if (to->details.date == NULL)
		to->details.date = entry.date;
	if (to->details.venue == NULL)
		to->details.venue = entry.venue;
	if (to->details.authors == NULL)
		to->details.authors = entry.authors;
}
