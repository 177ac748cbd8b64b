/*
 * A nested item enters; whether it only says more of the item above it
 * (authors, venue, links) leaves.
 */
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "list/prose/inside.h"

/* Words before a colon that say what an item below speaks of. */
static const struct {
	const char *word;
	enum column column;
} spoken[] = {
	{ "authors", COLUMN_AUTHORS },
	{ "author", COLUMN_AUTHORS },
	{ "作者", COLUMN_AUTHORS },
	{ "venue", COLUMN_VENUE },
	{ "conference", COLUMN_VENUE },
	{ "journal", COLUMN_VENUE },
	{ "published", COLUMN_VENUE },
	{ "publication", COLUMN_VENUE },
	{ "published in", COLUMN_VENUE },
	{ "date", COLUMN_DATE },
	{ "year", COLUMN_DATE },
	{ "time", COLUMN_DATE },
	{ "release date", COLUMN_DATE },
	{ "released", COLUMN_DATE },
	{ "institution", COLUMN_INSTITUTE },
	{ "institutions", COLUMN_INSTITUTE },
	{ "institute", COLUMN_INSTITUTE },
	{ "affiliation", COLUMN_INSTITUTE },
	{ "affiliations", COLUMN_INSTITUTE },
	{ "organization", COLUMN_INSTITUTE },
	{ "license", COLUMN_LICENSE },
	{ "licence", COLUMN_LICENSE },
	{ "base model", COLUMN_BASE_MODEL },
	{ "backbone", COLUMN_BASE_MODEL },
	{ "links", COLUMN_LINK },
	{ "link", COLUMN_LINK },
	{ "paper", COLUMN_PAPER },
	{ "arxiv", COLUMN_PAPER },
	{ "papers", COLUMN_PAPER },
	{ "pdf", COLUMN_PAPER },
	{ "论文", COLUMN_PAPER },
	{ "地址", COLUMN_LINK },
	{ "链接", COLUMN_LINK },
	{ "项目", COLUMN_LINK },
	{ "项目地址", COLUMN_LINK },
	{ "官网", COLUMN_LINK },
	{ "主页", COLUMN_LINK },
	{ "代码", COLUMN_CODE },
	{ "数据", COLUMN_DATASET },
	{ "数据集", COLUMN_DATASET },
	{ "模型", COLUMN_MODEL },
	{ "权重", COLUMN_MODEL },
	{ "机构", COLUMN_INSTITUTE },
	{ "单位", COLUMN_INSTITUTE },
	{ "时间", COLUMN_DATE },
	{ "介绍", COLUMN_OTHER },
	{ "code", COLUMN_CODE },
	{ "github", COLUMN_CODE },
	{ "repo", COLUMN_CODE },
	{ "repository", COLUMN_CODE },
	{ "model", COLUMN_MODEL },
	{ "models", COLUMN_MODEL },
	{ "weights", COLUMN_MODEL },
	{ "huggingface", COLUMN_MODEL },
	{ "hugging face", COLUMN_MODEL },
	{ "checkpoint", COLUMN_MODEL },
	{ "data", COLUMN_DATASET },
	{ "dataset", COLUMN_DATASET },
	{ "datasets", COLUMN_DATASET },
	{ "project", COLUMN_LINK },
	{ "project page", COLUMN_LINK },
	{ "website", COLUMN_LINK },
	{ "homepage", COLUMN_LINK },
	{ "demo", COLUMN_LINK },
	{ "blog", COLUMN_LINK },
	{ "access", COLUMN_LINK },
	{ "download", COLUMN_LINK },
	{ "abstract", COLUMN_OTHER },
	{ "summary", COLUMN_OTHER },
	{ "tldr", COLUMN_OTHER },
	{ "description", COLUMN_OTHER },
	{ "简介", COLUMN_OTHER },
	{ "size", COLUMN_OTHER },
	{ "task", COLUMN_OTHER },
	{ "tasks", COLUMN_OTHER },
	{ "language", COLUMN_OTHER },
	{ "keywords", COLUMN_OTHER },
	{ "notes", COLUMN_OTHER },
	{ "note", COLUMN_OTHER },
	{ "tags", COLUMN_OTHER },
	{ "modality", COLUMN_OTHER },
};

enum { SPOKEN = sizeof spoken / sizeof spoken[0] };

/* "Authors: …": which row of the table, what was said; SPOKEN: none. */
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
		return SPOKEN;
	*said = colon + length + strspn(colon + length, " ");
	word = text_fold(arena, arena_text_n(arena, text, (size_t)(colon - text)));
	for (size_t i = 0; i < SPOKEN; i++)
		if (strcmp(word, spoken[i].word) == 0)
			return i;
	return SPOKEN;
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

bool
item_is_detail(struct arena *arena, const struct pieces *pieces)
{
	const char *said;

	if (item_is_labels(arena, pieces))
		return true;
	if (spoken_of(arena, pieces_start(arena, pieces), &said) < SPOKEN)
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
		    !item_link_is_label(arena, piece))
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
		if (row < SPOKEN && spoken[row].column == COLUMN_OTHER)
			continue;
		/* "Code: [owner/name](…)": the word is the label. */
		if (row < SPOKEN && !item_link_is_label(arena, &piece) &&
		    piece.kind == PIECE_LINK && !piece.holds_image)
			piece.text = spoken[row].word;
		pieces_add(arena, to, piece);
	}
	/* An abstract is not looked at any closer. */
	if (row < SPOKEN && spoken[row].column == COLUMN_OTHER)
		return;
	text = pieces_length(detail) > LONGEST_ITEM ? "" : pieces_text(arena, detail);
	if (row < SPOKEN) {
		if (spoken_of(arena, text, &said) < SPOKEN && *said != '\0')
			columns_take(arena, spoken[row].column, said, &to->details);
		return;
	}
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
