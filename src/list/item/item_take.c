/* Lines and items below an item enter, that only say more of it; it leaves with their links
 * and facts. */
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "list/item/item.h"

/* "Verfasser: Ann Roe": behind a word and its colon. */
static const char *
past_word(const char *text)
{
	size_t length = strcspn(text, ":"), blanks = 0;

	for (size_t i = 0; i < length; i++)
		blanks += text[i] == ' ';
	return text[length] == ':' && length < 24 && blanks < 2
	    ? text + length + 1 + text_span(text + length + 1, " ")
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

/* "Author: Family, Given | Institute", a line a person. */
static void
take_person(struct arena *arena, const char *said, struct entry *details)
{
	size_t length = strcspn(said, "|");
	char *name = text_squeeze(arena, arena_text_n(arena, said, length));
	char *comma = strchr(name, ',');

	if (said[length] != '\0' && details->institute == NULL)
		details->institute = text_squeeze(arena, said + length + 1);
	if (comma != NULL && strchr(comma + 1, ',') == NULL &&
	    (memchr(name, ' ', (size_t)(comma - name)) == NULL ||
		strchr(comma + 1 + text_span(comma + 1, " "), ' ') == NULL)) {
		*comma = '\0';
		name = arena_printf(
		    arena, "%s %s", comma + 1 + text_span(comma + 1, " "), name);
	}
	details->authors = details->authors == NULL
	    ? name
	    : arena_printf(arena, "%s, %s", details->authors, name);
}

static bool
links_title(const struct pieces *pieces)
{
	for (size_t i = 0; i < pieces->count; i++)
		if (pieces->v[i].kind == PIECE_LINK &&
		    words_count(pieces->v[i].text) >= TITLE_WORDS)
			return true;
	return false;
}

/* "Paper: Ann Roe, \"[Title of It](u)\", ICML 2020" */
static void
take_paper(struct arena *arena, const struct pieces *detail, const char *said,
    struct entry *details)
{
	struct piece text = { .kind = PIECE_TEXT, .text = said };
	const struct pieces all = { .v = &text, .count = 1 };
	struct cursor cursor = { &all, 0, 0 };
	struct entry entry = { 0 };

	if (!item_cite_read(arena, &cursor, &entry)) {
		char *title;
		size_t at = 0;
		while (at < detail->count &&
		    (detail->v[at].kind != PIECE_LINK ||
			words_count(detail->v[at].text) < TITLE_WORDS))
			at++;
		if (at < detail->count) {
			item_rest_read(
			    arena, (struct cursor){ detail, at + 1, 0 }, &entry);
			said = detail->v[at].text;
		} else {
			const char *link = strstr(said, "http");
			said = arena_text_n(arena, said,
			    link == NULL ? strcspn(said, "[") : (size_t)(link - said));
		}
		title = item_slots_read(arena, words_title(arena, said), &entry);
		item_rest_cut(arena, title, &entry);
		entry.title = words_title(arena, title);
		if (words_count(entry.title) < TITLE_WORDS)
			return;
	}
	if (details->title != NULL)
		return;
	details->title = entry.title;
	details->authors = details->authors == NULL ? entry.authors : details->authors;
	details->venue = details->venue == NULL ? entry.venue : details->venue;
	details->date = details->date == NULL ? entry.date : details->date;
}

/* A line that says of what it speaks. */
static void
take_spoken(struct arena *arena, struct pieces *to, const struct pieces *detail,
    const struct spoken *spoken)
{
	/* Links in prose lead to what it compares with. */
	if (spoken->column == COLUMN_OTHER)
		return;
	for (size_t i = 0; i < detail->count; i++) {
		struct piece piece = detail->v[i];
		if (piece.kind == PIECE_TEXT)
			continue;
		/* "Code: [owner/name](…)": the word is the label. */
		if (!words_link_is_label(arena, &piece) && piece.kind == PIECE_LINK &&
		    !piece.holds_image) {
			piece.text = spoken->word;
			piece.repeated = true;
		}
		pieces_add(arena, to, piece);
	}
	if (*spoken->said == '\0' || words_is_url(spoken->said) ||
	    text_starts_nocase(spoken->said, "(url)"))
		return;
	if (spoken->column == COLUMN_PAPER ||
	    (spoken->column == COLUMN_VENUE && links_title(detail)))
		take_paper(arena, detail, spoken->said, &to->details);
	else if (spoken->column == COLUMN_AUTHORS &&
	    (to->details.authors != NULL || strchr(spoken->said, '|') != NULL))
		take_person(arena, spoken->said, &to->details);
	else
		columns_take(arena, spoken->column, spoken->said, &to->details);
}

static void
take_line(struct arena *arena, struct pieces *to, const struct pieces *detail)
{
	const char *text = pieces_length(detail) > LONGEST_ITEM
	    ? pieces_start(arena, detail)
	    : pieces_text(arena, detail);
	struct spoken spoken;
	struct entry entry = { 0 };

	if (item_spoken(arena, detail, &spoken)) {
		take_spoken(arena, to, detail, &spoken);
		return;
	}
	/* Its words are not the title's: only links and facts are taken. */
	for (size_t i = 0; i < detail->count; i++)
		if (detail->v[i].kind != PIECE_TEXT)
			pieces_add(arena, to, detail->v[i]);
	/* When something was installed last is not looked at any closer, nor prose. */
	if (item_is_figures(arena, detail) || pieces_length(detail) > LONGEST_ITEM)
		return;
	if (*text != '\0' && strlen(text) < LONGEST_TITLE)
		keep_words(arena, to, detail);
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

/* Where the line that begins at `at` ends, behind its break. */
static size_t
line_end(const struct pieces *pieces, size_t at)
{
	while (at < pieces->count && !pieces->v[at].broken &&
	    strcmp(pieces->v[at].text, "\n") != 0)
		at++;
	return at < pieces->count ? at + 1 : at;
}

static struct pieces
part_of(const struct pieces *pieces, size_t from, size_t to)
{
	return (struct pieces){ .v = pieces->v + from, .count = to - from };
}

/* Words that are no link, as "[arXiv:2503.01965](u)" is, in front of a colon. */
static bool
speaks(struct arena *arena, const struct pieces *line)
{
	size_t at = 0;
	struct spoken spoken;

	while (at < line->count && line->v[at].kind == PIECE_TEXT &&
	    text_is_blank(line->v[at].text))
		at++;
	return at < line->count && line->v[at].kind == PIECE_TEXT &&
	    item_spoken(arena, line, &spoken);
}

/* How far what begins with the line at `at` goes: with the lines behind it that say
 * nothing by themselves; *spoken: it says of what it speaks. */
static size_t
stretch_end(struct arena *arena, const struct pieces *block, size_t at, bool *spoken)
{
	size_t end = line_end(block, at);
	struct pieces line = part_of(block, at, end);

	*spoken = speaks(arena, &line);
	while (*spoken && end < block->count && block->v[end - 1].broken) {
		size_t next = line_end(block, end);
		line = part_of(block, end, next);
		if (speaks(arena, &line))
			break;
		end = next;
	}
	return end;
}

void
item_take_detail(struct arena *arena, struct pieces *to, const struct pieces *detail)
{
	size_t at = 0, end;
	bool spoken = true;

	for (; at < detail->count && spoken; at = end) {
		struct pieces line;
		end = stretch_end(arena, detail, at, &spoken);
		if (!spoken && at == 0)
			break;
		line = part_of(detail, at, end);
		take_line(arena, to, &line);
	}
	if (at == 0 && detail->count > 0)
		take_line(arena, to, detail);
}

void
item_take_block(struct arena *arena, struct pieces *to, const struct pieces *block)
{
	bool first = to->count == 0;

	if (!first)
		pieces_add(arena, to, (struct piece){ .kind = PIECE_TEXT, .text = "\n" });
	for (size_t at = 0, end; at < block->count; at = end, first = false) {
		struct pieces line;
		bool spoken = false;
		end = first ? line_end(block, at)
			    : stretch_end(arena, block, at, &spoken);
		line = part_of(block, at, end);
		if (spoken)
			take_line(arena, to, &line);
		else
			pieces_add_all(arena, to, &line);
	}
}
