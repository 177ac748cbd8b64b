/* Words behind people enter; whether they say that there are more of them leaves. */
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/text.h"
#include "list/words/words.h"

/* "and 5 others", "+3 more", "and 2 colleagues": the length, or 0. */
static size_t
counted_length(const char *at)
{
	static const char *const behind[] = { " others", " more", " colleagues",
		" co-authors", " coauthors", " weitere", " otros", " autres" };
	const char *start = at;

	at += strncmp(at, "and ", 4) == 0 ? 4 : *at == '+';
	if (at == start)
		return 0;
	at += *at == ' ';
	if (!text_is_digit(*at))
		return 0;
	at += text_span(at, "0123456789");
	for (size_t i = 0; i < sizeof behind / sizeof behind[0]; i++)
		if (text_begins(at, behind[i]) > 0)
			return (size_t)(at - start) + strlen(behind[i]);
	return *start == '+' ? (size_t)(at - start) : 0;
}

/* In languages that lists are written in, by their first letters; longer ones first. */
static size_t
phrase_length(const char *at)
{
	static const char *const letters['z' - 'a' + 1][7] = {
		['a' - 'a'] = { "and others", "and colleagues", "and co-workers",
		    "and collaborators", "a kol." },
		['d' - 'a'] = { "dkk.", "dkk" },
		['e' - 'a'] = { "et coll.", "et autres", "et. al.", "et.al.",
		    "en anderen", "e.a." },
		['f' - 'a'] = { "e outros", "e colaboradores", "e cols.", "e altri",
		    "e colleghi" },
		['i' - 'a'] = { "i in." },
		['j' - 'a'] = { "ja muut" },
		['m' - 'a'] = { "m. fl.", "m.fl.", "mfl." },
		['u' - 'a'] = { "u. a.", "u.a.", "und andere", "und Kollegen" },
		['v' - 'a'] = { "ve diğerleri", "ve ark.", "vd." },
		['y' - 'a'] = { "y otros", "y cols.", "y colaboradores", "ym." },
	};
	static const char *const signs[] = { "& others", "& al.", "& al", "и др.", "и др",
		"и соавт.", "та ін.", "és mtsai.", "等人", "等", "ほか", "외", "…", "...",
		NULL };
	const char *const *phrase = signs;

	if (text_is_small(*at))
		phrase = letters[*at == 'e' && at[1] == ' ' ? 'f' - 'a' : *at - 'a'];
	for (; *phrase != NULL; phrase++)
		if (at[1] == (*phrase)[1] && strncmp(at, *phrase, strlen(*phrase)) == 0)
			return strlen(*phrase);
	return text_is_any(*at, "a+") ? counted_length(at) : 0;
}

/* Does nothing of a sentence come behind?  "et. al. Nature": what ends in a full stop has
 * said all. */
static bool
is_end(const char *text)
{
	static const char *const ends[] = { "。", "，", "；", "（", "）", "—", "–",
		"：" };
	bool stopped = text[-1] == '.';

	text += *text == ' ';
	if (*text == '\0' || (stopped && text_is_capital(*text)) ||
	    text_is_any(*text, ",.;:()[]|/-\n\"*") || text_is_digit(*text))
		return true;
	for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++)
		if (text_begins(text, ends[i]) > 0)
			return true;
	return false;
}

/* Does something else begin at `at`? */
static bool
parts(const char *text, const char *at)
{
	static const char *const signs[] = { "、", "，", "：", "–", "—", "。" };

	if (text_is_any(at[-1], ",;:&()[]|/\n\"*") || text_and_length(at - 1) > 0)
		return true;
	if (*at == ' ' && (at[-1] & 0x80) == 0)
		return at[-1] == '-' ||
		    (at[-1] == '.' && !words_stop_shortens(text, at - 1));
	for (size_t i = 0; at - text > 2 && i < sizeof signs / sizeof signs[0]; i++)
		if (strncmp(at - 3, signs[i], 3) == 0)
			return true;
	return false;
}

/* Is one person named right in front of `at`? */
static bool
is_behind_person(const char *text, const char *at)
{
	const char *start;

	at = text + text_trimmed(text, (size_t)(at - text), " ,");
	for (start = at; start > text; start--)
		if (parts(text, start))
			break;
	start += text_span(start, " ");
	if (strncmp(start, "and ", 4) == 0 || strncmp(start, "by ", 3) == 0)
		start += strcspn(start, " ") + 1;
	if (start >= at || !words_are_person(start, (size_t)(at - start)))
		return false;
	/* "医学、金融等" names things. */
	return start - text < 3 ||
	    (strncmp(start - 3, "、", 3) != 0 && strncmp(start - 3, "，", 3) != 0) ||
	    is_behind_person(text, start - 3);
}

/* Dots, and the last one. */
static bool
names_last(const char *word, size_t length)
{
	return (*word == '.' || (*word & 0x80) != 0) && length == 3 &&
	    (strncmp(word + length, " & ", 3) == 0 ||
		strncmp(word + length, " and ", 5) == 0);
}

static bool
may_begin(char c)
{
	return (c & 0x80) != 0 || (c != '\0' && text_is_any(c, "adeijmuvy&+."));
}

const char *
words_others_said(struct arena *arena, const char *text)
{
	struct buffer said;
	const char *from = text;
	const bool wide = strchr(text, '\xE7') != NULL;

	/* What is longer is prose. */
	if (strlen(text) > LONGEST_ITEM)
		return text;

	buffer_init(&said, 0);
	/* Behind a blank; "等" also behind a name. */
	for (const char *at = text;
	     (at = wide ? strpbrk(at, " \xE7") : strchr(at, ' ')) != NULL; at++) {
		const char *word = at + (*at == ' ');
		size_t length;
		if (!may_begin(*word) || (length = phrase_length(word)) == 0 ||
		    !(is_end(word + length) ? is_behind_person(text, word)
					    : names_last(word, length)))
			continue;
		buffer_add(&said, from, (size_t)(word - from));
		/* "Roe, A., … & Poe, B." */
		if (names_last(word, length)) {
			from = word + length + 1;
			at = from - 1;
			continue;
		}
		while (said.length > 0 && text_is_any(said.bytes[said.length - 1], " ,"))
			said.length--;
		buffer_text(&said, " et al.");
		from = word + length;
		from += *from == '.';
		at = from - 1;
	}
	if (from > text) {
		buffer_text(&said, from);
		text = arena_text_n(arena, said.bytes, said.length);
	}
	buffer_free(&said);
	return text;
}

const char *
words_past_others(struct arena *arena, const char **authors)
{
	const char *al = strstr(*authors, "et al"), *behind;

	if (al == NULL)
		return "";
	behind = al + 5 + text_span(al + 5, "., ");
	*authors = *behind == '\0'
	    ? *authors
	    : arena_text_n(arena, *authors, (size_t)(al - *authors) + 5 + (al[5] == '.'));
	return behind;
}
