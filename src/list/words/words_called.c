/* Words enter; whether they are the name of a venue leaves. */
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "list/words/words.h"
#include "model/venue.h"

/* Of a venue's name. */
enum { MOST_WORDS = 14 };

bool
words_name_venue(struct arena *arena, const char *text)
{
	struct venue_split split;
	const struct venue_row *row = !venue_may_be_row(text)
	    ? NULL
	    : venue_row_find(venue_fold(arena, text, &split));

	return row != NULL && row->kind != VENUE_PLATFORM;
}

/* "Proceedings of the 19th THINGS": the words in front that name nothing. */
const char *
words_past_proceedings(const char *text)
{
	static const char *const words[] = { "Proceedings of the ", "Proceedings of ",
		"Proc. of the ", "Proc. of ", "Proc. " };

	for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
		const char *at = text + strlen(words[i]);
		size_t size;
		if (!text_starts_nocase(text, words[i]))
			continue;
		at += text_span(at, "0123456789");
		at += strncmp(at, "th ", 3) == 0 || strncmp(at, "st ", 3) == 0 ? 3 : 0;
		size = strspn(at, "ABCDEFGHIJKLMNOPQRSTUVWXYZ-&");
		/* "Proceedings of the National …", "Proc. IEEE" are the journal's own. */
		return size > 2 && strcmp(at, "IEEE") != 0 &&
			(at[size] != ' ' || (at[size + 1] | 32) < 'a')
		    ? at
		    : text;
	}
	return text;
}

/* "情報処理学会誌", "言語処理学会第27回年次大会": does it end in a word of venues, or is it counted
 * as meetings are? */
static bool
is_called_eastern(const char *text)
{
	static const char *const ends[] = { "学会", "学会誌", "论文集", "論文集",
		"論文誌", "学报", "學報", "大会", "会議", "研究会", "年会",
		"シンポジウム", "ワークショップ", "セミナー", "학회", "학회지", "논문지",
		"학술대회" };
	const char *counted = strstr(text, "第");
	size_t length = strlen(text), digits;

	if (counted != NULL) {
		counted += strlen("第");
		digits = strspn(counted, "0123456789");
		if (digits > 0 && text_begins(counted + digits, "回") > 0)
			return true;
	}
	for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++)
		if (length > strlen(ends[i]) &&
		    strcmp(text + length - strlen(ends[i]), ends[i]) == 0)
			return true;
	return false;
}

bool
words_hold_called(const char *text)
{
	static const char *const words[] = { "annals", "conf", "conference", "journal",
		"proc", "proceedings", "symposium", "trans", "transactions" };
	size_t length;

	if ((unsigned char)*text >= 0xE3)
		return is_called_eastern(text);
	for (; *text != '\0'; text += length + (text[length] != '\0')) {
		length = strcspn(text, " .,/&(");
		if (!text_is_any((char)(*text | 0x20), "acjpst"))
			continue;
		for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
			if ((*text | 0x20) == *words[i] && strlen(words[i]) == length &&
			    text_starts_nocase(text, words[i]))
				return true;
	}
	return false;
}

/* "Int. Conf. on Machines and Vision", "IEEE Trans. Signs": words that only venues are called by
 * and no sentence. */
bool
words_are_called(const char *text)
{
	size_t length = text_span(text, "0123456789");

	/* "55th Annual Conf. on Things" */
	if (length > 0 && text[length] != '\0' && text[length + 1] != '\0' &&
	    text[length + 2] == ' ')
		text += length + 3;
	return (text_is_capital(*text) || (unsigned char)*text >= 0xE3) &&
	    words_count(text) <= MOST_WORDS && words_are_capitalised(text) &&
	    words_hold_called(text);
}

/* ", vol": what counts volumes and pages and ends at `end`: its length, or 0. */
static size_t
counts(const char *text, size_t end)
{
	static const char *const words[] = { "vol", "volume", "no", "nr", "num", "number",
		"issue", "iss", "p", "pp", "pages", "art", "article" };
	size_t length = 0;

	while (length < end && text_is_letter(text[end - 1 - length]))
		length++;
	if (length == end || !text_is_any(text[end - 1 - length], " ,(."))
		return 0;
	for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
		if (strlen(words[i]) == length &&
		    text_starts_nocase(text + end - length, words[i]))
			return length;
	return 0;
}

/* "Patterns 1.9", "Cell Things 42, 196–199 (", "Things, vol. 4, num 2": the volume and pages are
 * no part of the name. */
const char *
words_without_volume(struct arena *arena, const char *venue)
{
	size_t length = strlen(venue), name = length;
	bool digits = false;

	while (name > 0) {
		size_t size = text_is_any(venue[name - 1], "0123456789.,:()/- ") ? 1
		    : name > 3 && strncmp(venue + name - 3, "–", 3) == 0         ? 3
		    : digits ? counts(venue, name)
			     : 0;
		if (size == 0)
			break;
		digits |= text_is_digit(venue[name - 1]);
		name -= size;
	}
	/* "Task 6" is a name; a year is none of ours. */
	name += venue[name] == ')';
	return digits && name > 2 && name < length && text_is_any(venue[name], " ,") &&
		!(length - name == 5 && text_span(venue + name + 1, "0123456789") == 4) &&
		!(name > 4 && strncmp(venue + name - 4, "Task", 4) == 0)
	    ? arena_text_n(arena, venue, name)
	    : venue;
}

bool
words_name_place(const char *text)
{
	size_t length = strlen(text);
	unsigned capitals = 0;

	length = text_trimmed(text, length, " .,");
	if (length >= 5 && length < 12 && strncasecmp(text + length - 5, "arxiv", 5) == 0)
		return true;
	/* One word, or few. */
	if (memchr(text, ' ', length) == NULL) {
		if (length < 3 || length > 11)
			return false;
		for (size_t i = 0; i < length; i++)
			capitals += text_is_capital(text[i]);
		if (capitals < 2)
			return false;
	} else if (!text_is_capital(*text) || words_count(text) > 6 ||
	    !words_hold_place(text, length)) {
		return false;
	}
	/* With a year it is read as a venue and a date. */
	return strpbrk(text, "0123456789") == NULL && !words_name_thing(text);
}
