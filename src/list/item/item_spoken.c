/* A line below a title enters ("Authors: …", "🏛️ Institutions: …"); of what it speaks, and
 * what it says, leave. */
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "list/item/item.h"

/* Bytes of the words in front of the colon. */
enum { LONGEST_WORD = 24, PROSE = 12 };

/* What a column of a table would not be called, or not for this. */
static const struct column_word words[] = {
	{ "abstract", COLUMN_OTHER },
	{ "access", COLUMN_LINK },
	{ "blog", COLUMN_LINK },
	{ "checkpoint", COLUMN_MODEL },
	{ "data", COLUMN_DATASET },
	{ "dataset", COLUMN_DATASET },
	{ "demo", COLUMN_LINK },
	{ "description", COLUMN_OTHER },
	{ "download", COLUMN_LINK },
	{ "homepage", COLUMN_LINK },
	{ "hugging face", COLUMN_MODEL },
	{ "huggingface", COLUMN_MODEL },
	{ "keyword", COLUMN_OTHER },
	{ "language", COLUMN_OTHER },
	{ "manuscript", COLUMN_PAPER },
	{ "modality", COLUMN_OTHER },
	{ "model", COLUMN_MODEL },
	{ "note", COLUMN_OTHER },
	{ "project", COLUMN_LINK },
	{ "project page", COLUMN_LINK },
	{ "publication", COLUMN_VENUE },
	{ "published", COLUMN_VENUE },
	{ "release date", COLUMN_DATE },
	{ "size", COLUMN_OTHER },
	{ "software", COLUMN_CODE },
	{ "summary", COLUMN_OTHER },
	{ "tag", COLUMN_OTHER },
	{ "task", COLUMN_OTHER },
	{ "tldr", COLUMN_OTHER },
	{ "weights", COLUMN_MODEL },
	{ "介绍", COLUMN_OTHER },
	{ "主页", COLUMN_LINK },
	{ "官网", COLUMN_LINK },
	{ "数据", COLUMN_DATASET },
	{ "数据集", COLUMN_DATASET },
	{ "权重", COLUMN_MODEL },
	{ "模型", COLUMN_MODEL },
	{ "简介", COLUMN_OTHER },
	{ "项目", COLUMN_LINK },
	{ "项目地址", COLUMN_LINK },
};

static bool
is_known(const char *word, enum column *column)
{
	for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
		size_t length = text_begins(word, words[i].word);
		if (length > 0 &&
		    (word[length] == '\0' || strcmp(word + length, "s") == 0)) {
			*column = words[i].column;
			return true;
		}
	}
	*column = columns_word(word);
	return *column != COLUMN_OTHER && *column != COLUMN_NAME &&
	    *column != COLUMN_TITLE;
}

static bool
names_place(struct arena *arena, const char *text)
{
	static const char *const houses[] = { "universit", "institut", "academy",
		"research", " lab" };
	const char *venue;

	if (words_venue_and_date(arena, text, &venue) != NULL ||
	    text_find_nocase(text, "rxiv") != NULL)
		return true;
	for (size_t i = 0; i < sizeof houses / sizeof houses[0]; i++)
		if (text_find_nocase(text, houses[i]) != NULL)
			return false;
	return words_name_place(text);
}

const char *
item_spoken_word(struct arena *arena, const char **text)
{
	const char *colon = strchr(*text, ':'), *wide = strstr(*text, "："), *word;
	size_t length = 1;

	if (wide != NULL && (colon == NULL || wide < colon)) {
		colon = wide;
		length = strlen("：");
	}
	if (colon == NULL || colon - *text > LONGEST_WORD)
		return NULL;
	word = text_fold(arena, arena_text_n(arena, *text, (size_t)(colon - *text)));
	/* "Link to publication: …" */
	word += text_begins(word, "link to ");
	*text = colon + length + text_span(colon + length, " ");
	return word;
}

/* How many words stand in front of the first link. */
static size_t
words_in_front(const struct pieces *line)
{
	size_t count = 0;

	for (size_t i = 0; i < line->count && line->v[i].kind != PIECE_LINK; i++)
		count += words_count(line->v[i].text);
	return count;
}

/* Does a link say more than where it leads ("treebank.example")?  One of a few words in
 * prose does not. */
static bool
links_words(struct arena *arena, const struct pieces *line)
{
	bool prose = words_in_front(line) >= PROSE;

	for (size_t i = 0; i < line->count; i++) {
		const struct piece *piece = &line->v[i];
		if (piece->kind == PIECE_LINK && !words_link_is_label(arena, piece) &&
		    !words_is_url(piece->text) &&
		    (strpbrk(piece->text, "./") == NULL ||
			strchr(piece->text, ' ') != NULL) &&
		    (!prose || words_count(piece->text) >= TITLE_WORDS))
			return true;
	}
	return false;
}

/* "intro: CVPR 2017. A remark": whatever the word, a venue that is known and its year;
 * *said is then no more than these. */
static bool
is_dated_place(struct arena *arena, const char **said)
{
	const char *venue, *end = strstr(*said, ". ");
	const char *first = end == NULL
	    ? *said
	    : arena_text_n(arena, *said, (size_t)(end - *said));

	if (words_venue_and_date(arena, first, &venue) == NULL || venue == NULL ||
	    !words_name_venue(arena, venue))
		return false;
	*said = first;
	return true;
}

bool
item_spoken(struct arena *arena, const struct pieces *line, struct spoken *spoken)
{
	if (!pieces_have_colon(line))
		return false;
	spoken->said = pieces_length(line) > LONGEST_ITEM ? pieces_start(arena, line)
							  : pieces_text(arena, line);
	spoken->word = item_spoken_word(arena, &spoken->said);
	if (spoken->word == NULL)
		return false;
	if (!is_known(spoken->word, &spoken->column)) {
		if (!pieces_have_link(line) && is_dated_place(arena, &spoken->said)) {
			spoken->column = COLUMN_VENUE;
			return true;
		}
		/* Many lines begin so. */
		spoken->column = columns_headed(spoken->word);
		if (spoken->column == COLUMN_OTHER)
			spoken->column = !pieces_have_link(line) ? line->v[0].speaks
			    : words_in_front(line) < PROSE       ? COLUMN_LINK
								 : COLUMN_OTHER;
		return line->v[0].spoken && !links_words(arena, line);
	}
	/* "Publisher: ICML 2023", "Publisher: Some Lab et al." */
	if (spoken->column == COLUMN_VENUE && strcmp(spoken->word, "publisher") == 0 &&
	    line->v[0].speaks != COLUMN_VENUE && !names_place(arena, spoken->said))
		spoken->column = COLUMN_INSTITUTE;
	return true;
}
