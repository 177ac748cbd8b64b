/* Words enter; whether they are one person's name, as surely as words alone can say it, leaves. */
#include <string.h>

#include "base/text.h"
#include "list/words/words.h"
#include "model/venue.h"

enum { LONGEST = 60, MOST_WORDS = 6 };

/* Families that most people of China, Korea or Vietnam have. */
static const char families[] = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许"
			       "韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢"
			       "姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段"
			       "雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤欧張劉陳"
			       "楊黃趙吳孫馬鄭羅謝許韓馮鄧葉蘇呂盧鍾譚陸賈鄒錢嚴龔龍"
			       "賀顧김이박최정강조윤장임한오서신권황안송류전홍고문양"
			       "손배백허유남심노하곽성차주우구민진지엄채원천방공현함"
			       "변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁"
			       "국";

bool
words_is_particle(const char *at, size_t length)
{
	/* By their first letters. */
	static const char small['z' - 'a' + 1][11][6] = {
		['a' - 'a'] = { "al", "af", "av", "ap" },
		['b' - 'a'] = { "bin", "bint", "ben" },
		['d' - 'a'] = { "de", "da", "den", "der", "del", "della", "di", "du",
		    "dos", "das", "do" },
		['e' - 'a'] = { "el", "et", "e" },
		['h' - 'a'] = { "het" },
		['i' - 'a'] = { "ibn" },
		['j' - 'a'] = { "jr" },
		['l' - 'a'] = { "la", "le", "los" },
		['o' - 'a'] = { "op" },
		['t' - 'a'] = { "ten", "ter" },
		['u' - 'a'] = { "ul" },
		['v' - 'a'] = { "van", "von", "vom" },
		['y' - 'a'] = { "y" },
		['z' - 'a'] = { "zu", "zur" },
	};
	size_t size = 0;

	if (!text_is_small(*at))
		return false;
	while (size < length && size < 6 && !text_is_any(at[size], " ,;&-'\n"))
		size++;
	for (size_t i = 0; size < 6 && i < 11 && *small[*at - 'a'][i] != '\0'; i++)
		if (memcmp(small[*at - 'a'][i], at, size) == 0 &&
		    small[*at - 'a'][i][size] == '\0')
			return true;
	return false;
}

/* "Renewable Mechanics", "Graph Learning": no name of a person ends so. */
static bool
is_thing(const char *word, size_t length)
{
	static const char ends[][8] = { "tion", "tions", "ment", "ments", "ics", "logy",
		"ity", "ness", "graphy", "metry", "nomy", "ware", "ture", "ances",
		"ings" };
	/* By its last letter most are none. */
	if (length < 6 || !text_is_any(word[length - 1], "nstye"))
		return false;
	for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++) {
		size_t size = strlen(ends[i]);
		if (ends[i][size - 1] == word[length - 1] && length > size + 2 &&
		    memcmp(word + length - size, ends[i], size) == 0)
			return true;
	}
	return false;
}

/* "王小明": two to four signs, the first of them a family. */
static bool
is_eastern(const char *text, size_t length)
{
	char first[5] = "";

	if (length % 3 != 0 || length < 6 || length > 12)
		return false;
	for (size_t i = 0; i < length; i += 3)
		if ((unsigned char)text[i] < 0xE4 || (unsigned char)text[i] > 0xED)
			return false;
	/* "국적, 연령": names of two signs are rarer there than words. */
	if (length == 6 && (unsigned char)*text >= 0xEA)
		return false;
	/* "林业学报" */
	if (length == 12 &&
	    (strstr(text, "报") == text + 9 || strstr(text, "刊") == text + 9 ||
		strstr(text, "学") == text + 9 || strstr(text, "会") == text + 9))
		return false;
	memcpy(first, text, 3);
	return strstr(families, first) != NULL;
}

/* "OpenStreetMap", "LLMs": capitals as no name has them, as "LeCun" and "McRoe" do. */
static bool
is_coined(const char *word, size_t length)
{
	size_t capitals = 0, small = 0;

	for (size_t i = 0; i < length; i++) {
		bool capital = text_is_capital(word[i]);
		if (capital && small > 4 && word[i - 1] != '-')
			return true;
		capitals += capital;
		small = capital || word[i] == '-' ? 0 : small + 1;
	}
	return capitals > 1 && capitals + 1 == length && word[length - 1] == 's';
}

/* "MonoBERT" */
static bool
ends_as_acronym(const char *word, size_t length)
{
	size_t capitals = 0;

	while (capitals < length && word[length - 1 - capitals] >= 'A' &&
	    word[length - 1 - capitals] <= 'Z')
		capitals++;
	return capitals > 1 && capitals < length && word[length - 1 - capitals] >= 'a' &&
	    word[length - 1 - capitals] <= 'z';
}

bool
words_hold_thing(const char *text, size_t length)
{
	for (const char *end = text + length; text < end; text++) {
		size_t word = 0;
		while (text + word < end && !text_is_any(text[word], " ,;"))
			word++;
		if (is_thing(text, word) || ends_as_acronym(text, word))
			return true;
		text += word;
	}
	return false;
}

/* What a word of a name is. */
enum word { WORD_NONE, WORD_SMALL, WORD_INITIALS, WORD_NAME };

static enum word
word_of(const char *word, size_t length)
{
	size_t capitals = 0, small = 0, wide = 0;

	if (words_is_particle(word, length) && (*word & 0x80) == 0)
		return WORD_SMALL;
	for (size_t i = 0; i < length; i++) {
		char c = word[i];
		capitals += text_is_capital(c);
		small += text_is_small(c);
		wide += (c & 0x80) != 0;
		if (c >= 0 && !text_is_letter(c) && !text_is_any(c, ".'-"))
			return WORD_NONE;
	}
	/* Small letters of Latin and Cyrillic script. */
	if (((unsigned char)*word == 0xC3 && (unsigned char)word[1] >= 0xA0) ||
	    ((unsigned char)*word == 0xD0 && (unsigned char)word[1] >= 0xB0) ||
	    (unsigned char)*word == 0xD1)
		return WORD_NONE;
	if ((*word & 0x80) == 0 && !text_is_capital(*word))
		return strchr(word, '\'') < word + length && word[1] == '\'' ? WORD_NAME
									     : WORD_NONE;
	if (small + wide == 0)
		return capitals <= 3 ? WORD_INITIALS : WORD_NAME;
	return is_coined(word, length) ? WORD_NONE : WORD_NAME;
}

bool
words_are_person(const char *text, size_t length)
{
	static const char *const begins[] = { "The ", "A ", "An ", "In ", "On ", "For ",
		"New ", "Our ", "See ", "This ", "No ", "All ", "Open ", "Deep ",
		"Google ", "Microsoft " };
	size_t names = 0, words = 0;
	const char *end = text + length;

	if (is_eastern(text, length))
		return true;
	if (length < 4 || length > LONGEST)
		return false;
	for (const char *at = text; at < end; words++) {
		size_t size = 0;
		enum word kind;
		/* "Bobin (Ray) Poe" */
		if (words > 0 && text_is_any(*at, "(\""))
			size = strcspn(at + 1, ")\"") + 1;
		while (at + size < end && at[size] != ' ')
			size++;
		/* "Google Brain": whoever works there. */
		if (size > 4 && venue_has_word(VENUE_AGAINST, at, size))
			return false;
		/* "Roe TB", but "Stanford NLP" */
		if (at + size == end && size == 3 && text_span_in(at, TEXT_CAPITALS) >= 3)
			return false;
		kind = size == 0 || text_is_any(*at, "(\"") ? WORD_SMALL
							    : word_of(at, size);
		if (kind == WORD_NONE)
			return false;
		names += kind == WORD_NAME;
		/* "Material der": no name ends so, but "Roe jr", "Roe et al". */
		if (kind == WORD_SMALL && at + size == end && *at >= 'a' && *at <= 'z' &&
		    *at != 'j' && *at != 'a')
			return false;
		at += size + 1;
	}
	for (size_t i = 0; i < sizeof begins / sizeof begins[0]; i++)
		if (text_begins(text, begins[i]) > 0)
			return false;
	return words > 1 && words <= MOST_WORDS && names > 0 &&
	    !words_hold_place(text, length) && !words_hold_thing(text, length);
}

/* "Behzad azadie": a word without its capital, where it is no word of sentences. */
bool
words_are_odd_person(const char *text, size_t length)
{
	static const char *const small[] = { "of", "for", "and", "in", "on", "the",
		"with", "by", "from", "to", "via", "a", "an", "is", "are", "as", "at",
		"or", "using" };
	size_t names = 0, odd = 0, blanks = 0;

	for (size_t i = 0; i < length; i++)
		blanks += text[i] == ' ';
	if (blanks > 3)
		return false;
	for (const char *at = text, *end = text + length; at < end;) {
		size_t size = 0;
		while (at + size < end && at[size] != ' ')
			size++;
		if (size > 0 && word_of(at, size) == WORD_NAME)
			/* "ALIGN data" is a thing. */
			names += size > 1 && !text_is_capital(at[1]);
		else if (size > 1 && !words_is_particle(at, size) &&
		    strspn(at, "abcdefghijklmnopqrstuvwxyz-") >= size)
			odd++;
		else if (size > 0 && word_of(at, size) == WORD_NONE)
			return false;
		for (size_t i = 0; i < sizeof small / sizeof small[0]; i++)
			if (*small[i] == *at && strlen(small[i]) == size &&
			    memcmp(at, small[i], size) == 0)
				return false;
		at += size + 1;
	}
	return odd == 1 && names > 0 && !words_hold_place(text, length) &&
	    !words_hold_thing(text, length);
}
