/*
 * An item behind its front matter enters; its title and name leave, and what
 * stood between (people, a venue, a year).
 */
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/text.h"
#include "list/item/item.h"

/* Up to where a piece of text belongs to the title: a line break ends it. */
static size_t
title_length(const char *text, bool any)
{
	const char *end = any ? strchr(text, '\n') : NULL;

	return end == NULL ? strlen(text) : (size_t)(end - text);
}

/* "Title, in *KDD & WSDM* 2020", "Title. *J. Am. Things*, 2019": the words set
 * apart, with a year behind them, are where it was published. */
static bool
is_place(struct arena *arena, const char *title, const struct cursor *cursor)
{
	const struct piece *piece = &cursor->pieces->v[cursor->at];
	size_t length = strlen(title), start, end;

	length = text_trimmed(title, length, " ");
	if (length > 3 && strncmp(title + length - 3, " in", 3) == 0)
		length -= 3;
	if (length == 0 || !text_is_any(title[length - 1], ",.;?!") ||
	    words_count(piece->text) > 12 || cursor->at + 1 == cursor->pieces->count ||
	    piece[1].kind != PIECE_TEXT)
		return false;
	return words_date(arena, piece->text, &start, &end) == NULL &&
	    words_date(arena, piece[1].text, &start, &end) != NULL && start < 4;
}

/* "Title, `privacy`, …", "Title [`digital`]": a code span behind a comma, or in a bracket of
 * its own, sorts the entry. */
static bool
is_tag(const struct piece *piece, const char *title)
{
	size_t length = text_trimmed(title, strlen(title), " ");

	return piece->code && piece->kind == PIECE_TEXT && length > 0 &&
	    ((title[length - 1] == ',' && strpbrk(piece->text, "0123456789") == NULL) ||
		(title[length - 1] == '[' && words_count(title) >= TITLE_WORDS));
}

/* Text up to the first label like [paper]; links with words belong to it. */
void
item_title_read(struct arena *arena, struct cursor *cursor, struct heard *heard)
{
	struct buffer title;
	bool any_link = false;

	buffer_init(&title, 0);
	buffer_text(&title, "");
	for (; cursor->at < cursor->pieces->count; cursor->at++, cursor->offset = 0) {
		const struct piece *piece = &cursor->pieces->v[cursor->at];
		const char *text = piece->text + cursor->offset;
		/* "[[TwigView](u)] Counts twigs", "🌟 [TwigView](u) - Counts twigs" */
		const char *said = words_past_marks(title.bytes);
		bool blank = said[text_span(said, " [(-")] == '\0';
		size_t length;

		if (piece->kind == PIECE_IMAGE || piece->holds_image)
			continue;
		if (is_tag(piece, title.bytes))
			break;
		if (blank && item_labels_pass(arena, cursor)) {
			buffer_clear(&title);
			if (!words_link_is_label(arena, piece))
				heard->before = words_title(arena, text);
			piece = &cursor->pieces->v[cursor->at];
			text = piece->text + cursor->offset;
		}
		if (words_link_is_label(arena, piece) || (piece->people && !blank) ||
		    (piece->kind == PIECE_LINK && words_is_url(text)))
			break;
		if (piece->kind == PIECE_LINK) {
			/* A titled link is the title; what follows is prose. */
			if (any_link || title.length > LONGEST_TITLE ||
			    (!blank && item_label_follows(title.bytes, piece)))
				break;
			if (!blank && words_count(text) >= TITLE_WORDS) {
				heard->before = words_title(arena, title.bytes);
				buffer_clear(&title);
				blank = true;
			}
			if (blank)
				buffer_clear(&title);
			any_link = blank;
			buffer_text(&title, text);
			continue;
		}
		if (any_link ||
		    (!blank && piece->styled &&
			(words_are_authors(text_squeeze(arena, text)) ||
			    is_place(arena, title.bytes, cursor))))
			break;
		length = title_length(text, !blank);
		buffer_add(&title, text, length);
		if (text[length] != '\0') {
			cursor->offset += length;
			break;
		}
	}
	heard->remarked = !any_link && !pieces_have_paper(cursor->pieces);
	heard->title = words_title(arena, title.length > 0 ? title.bytes : "");
	buffer_free(&title);
}

/* "Multi-query attention", not "Note that" or "also in". */
static bool
is_called(const char *words)
{
	static const char *const prose[] = { "note", "see", "this", "also", "the", "from",
		"by", "our", "we", "it", "and", "for", "here" };

	for (size_t i = 0; i < sizeof prose / sizeof prose[0]; i++) {
		size_t length = strlen(prose[i]);
		if (text_starts_nocase(words, prose[i]) &&
		    (words[length] == ' ' || words[length] == '\0'))
			return false;
	}
	return !(text_is_small(words[0]) && text_is_small(words[1]) &&
	    text_is_small(words[2]));
}

/* "Jane Roe et al. 2020: [Title](url)": what stood before the link. */
static void
settle_before(struct arena *arena, struct entry *entry, const char *before)
{
	const char *venue, *date;

	if (before == NULL || *before == '\0')
		return;
	/* "RootBERT & TwigBERT: ", "Roots and Twigs (see " */
	if (words_are_authors(before) &&
	    (strchr(before, '(') == NULL) == (strchr(before, ')') == NULL) &&
	    !words_hold_thing(before, strlen(before))) {
		entry->authors = before;
		return;
	}
	date = words_venue_and_date(arena, before, &venue);
	if (date != NULL) {
		if (entry->date == NULL)
			entry->date = date;
		if (entry->venue == NULL)
			entry->venue = venue;
	} else if (words_count(before) <= LONGEST_NAME_WORDS && is_called(before) &&
	    !words_is_generic(arena, before) && entry->name == NULL) {
		entry->name = strpbrk(before, "([") == before
		    ? text_trim(arena_text(arena, before), "()[]")
		    : before;
	}
}

/* '"Title of It" ICCV', few words, or a place behind a short title. */
static bool
is_place_behind(struct arena *arena, const char *title, const char *behind)
{
	return words_count(behind) <= 3 &&
	    (words_count(title) >= TITLE_WORDS ||
		words_name_place(words_title(arena, behind)));
}

/* 'Name: "Title". Ann Author. ACL 2020': what stands between the marks. */
static char *
settle_quoted(struct arena *arena, struct entry *entry, char *text)
{
	static const char *const marks[][2] = { { "\"", "\"" }, { "“", "”" },
		{ "”", "“" }, { "”", "”" }, { "``", "''" }, { "„", "“" }, { "„", "\"" },
		{ "«", "»" }, { "《", "》" }, { "「", "」" }, { "『", "』" } };

	/* Each begins with one of these bytes. */
	if (strpbrk(text, "\"`\xC2\xE2\xE3") == NULL)
		return text;
	for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++) {
		char *open = strstr(text, marks[i][0]), *close, *before, *inside;
		const char *after, *venue;
		size_t length = strlen(marks[i][0]);
		if (open == NULL)
			continue;
		close = strstr(open + length, marks[i][1]);
		if (close == NULL)
			continue;
		inside = arena_text_n(
		    arena, open + length, (size_t)(close - open) - length);
		after = close + strlen(marks[i][1]);
		before = text_squeeze(
		    arena, arena_text_n(arena, text, (size_t)(open - text)));
		length = strlen(before);
		if (words_count(inside) < 2 ||
		    (*after != '\0' &&
			strchr(",.;([", after[text_span(after, " ")]) == NULL &&
			!is_place_behind(arena, inside, after) &&
			(length > 0 ||
			    words_venue_and_date(arena, after, &venue) == NULL)) ||
		    (length > 0 && !text_is_any(before[length - 1], ":,.") &&
			!words_is_generic(arena, before)) ||
		    /* "Seeing Roots in the Dark: "State of the Art"" */
		    (words_count(before) > LONGEST_NAME_WORDS &&
			!words_are_authors(before) && !words_are_byline(before, length)))
			continue;
		item_rest_read_text(arena, after, entry);
		/* "CVPR (Oral)" */
		after = words_title(
		    arena, arena_text_n(arena, after, strcspn(after, "([")));
		if (entry->venue == NULL && words_name_place(after))
			entry->venue = after;
		settle_before(arena, entry, words_title(arena, before));
		return inside;
	}
	return text;
}

/* The bold words are the title. */
static void
settle_bold(struct arena *arena, struct entry *entry, char *bold)
{
	const char *year = NULL;
	size_t length;

	bold = settle_quoted(arena, entry, item_slots_read(arena, bold, entry));
	length = strlen(bold);
	if (length > 0 && (bold[length - 1] == ')' || text_is_digit(bold[length - 1])))
		item_rest_cut(arena, bold, entry);
	words_closing_bracket(arena, bold, entry);
	if (strlen(bold) > 8 && bold[strlen(bold) - 6] == ',')
		year = words_closing_year(arena, bold, entry->date != NULL);
	if (entry->date == NULL)
		entry->date = year;
	entry->title = words_title(arena, bold);
}

void
item_title_settle(struct arena *arena, struct entry *entry, struct heard *heard)
{
	const char *year;
	size_t start, end;
	char *title = heard->title, *bold = heard->bold;

	item_ends_drop(arena, title, heard->remarked);
	/* "**From Here to There**: Moving Things": too long for a name. */
	if (bold != NULL && *title != '\0' && !heard->alone &&
	    (heard->begins ||
		(heard->colon && words_count(bold) > 3 &&
		    strpbrk(bold, "(0123456789") == NULL))) {
		title = arena_printf(
		    arena, heard->begins ? "%s %s" : "%s: %s", bold, title);
		bold = NULL;
	}
	title = item_slots_read(arena, title, entry);
	title = item_ends_past_people(arena, title, entry);
	title = settle_quoted(arena, entry, title);
	item_rest_cut(arena, title, entry);
	/* "**Title**. 2024. [paper]": only the year is left beside the bold. */
	if (bold != NULL && strlen(title) == 4 &&
	    (year = words_date(arena, title, &start, &end)) != NULL) {
		if (entry->date == NULL)
			entry->date = year;
		*title = '\0';
	}
	words_closing_bracket(arena, title, entry);
	year = words_closing_year(arena, title, entry->date != NULL);
	if (year != NULL && entry->date == NULL)
		entry->date = year;
	/* "[Title] [paper]" */
	if (*title != '\0' && title[strlen(title) - 1] == ']' &&
	    strchr(title, '[') == NULL)
		title[strlen(title) - 1] = '\0';
	title = words_title(arena, title);
	/* "**Atlas of Things** … Access: https://…" */
	if (bold != NULL && *bold != '\0' && words_is_generic(arena, title))
		*title = '\0';
	/* "**Boundaries of Fields** [Denmark](u) - [France](v)" */
	if (bold != NULL && words_count(bold) > 2 && words_count(title) <= 2)
		*title = '\0';
	if (bold == NULL || *bold == '\0') {
		entry->title = title;
	} else if (*title == '\0' || heard->linked || heard->alone) {
		settle_bold(arena, entry, bold);
	} else {
		entry->title = title;
		entry->name = bold;
	}
	settle_before(arena, entry, heard->before);
	if (entry->name == NULL)
		entry->name = words_name(arena, entry->title);
}
