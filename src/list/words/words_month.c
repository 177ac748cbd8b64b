/* A word, or a text that ends in one, enters; which month it names leaves. */
#include <string.h>

#include "base/text.h"
#include "list/words/words.h"

static bool
is_letter(char c)
{
	return (c | 32) >= 'a' && (c | 32) <= 'z';
}

unsigned
words_month(const char *word, size_t length)
{
	/* English, short and in full, German, French, Spanish, Portuguese, Italian, Dutch,
	 * Polish, Russian, each as it stands beside a year. */
	static const char *const months[12][16] = {
		{ "jan", "janv", "ene", "january", "januar", "janvier", "enero",
		    "janeiro", "gennaio", "januari", "styczeń", "stycznia", "январь",
		    "января" },
		{ "feb", "févr", "february", "februar", "février", "febrero", "fevereiro",
		    "febbraio", "februari", "luty", "lutego", "февраль", "февраля" },
		{ "mar", "mär", "mrz", "mrt", "march", "märz", "mars", "marzo", "março",
		    "maart", "marzec", "marca", "март", "марта", "März" },
		{ "apr", "avr", "abr", "april", "avril", "abril", "aprile", "kwiecień",
		    "kwietnia", "апрель", "апреля" },
		{ "may", "mai", "mayo", "maio", "maggio", "mei", "maj", "maja", "май",
		    "мая" },
		{ "jun", "june", "juni", "juin", "junio", "junho", "giugno", "czerwiec",
		    "czerwca", "июнь", "июня" },
		{ "jul", "juil", "july", "juli", "juillet", "julio", "julho", "luglio",
		    "lipiec", "lipca", "июль", "июля" },
		{ "aug", "august", "août", "agosto", "aout", "augustus", "sierpień",
		    "sierpnia", "август", "августа" },
		{ "sep", "sept", "september", "septembre", "septiembre", "setembro",
		    "settembre", "wrzesień", "września", "сентябрь", "сентября" },
		{ "oct", "okt", "october", "oktober", "octobre", "octubre", "outubro",
		    "ottobre", "październik", "października", "октябрь", "октября" },
		{ "nov", "november", "novembre", "noviembre", "novembro", "listopad",
		    "listopada", "ноябрь", "ноября" },
		{ "dec", "dez", "déc", "dic", "december", "dezember", "décembre",
		    "diciembre", "dezembro", "dicembre", "grudzień", "grudnia", "декабрь",
		    "декабря" },
	};

	/* The months that begin so, as bits. */
	static unsigned short begin[256];

	if (begin[0] == 0) {
		for (unsigned m = 0; m < 12; m++)
			for (const char *const *one = months[m]; *one != NULL; one++)
				begin[(unsigned char)(**one | 0x20)] |= 1u << m;
		begin[0] = 1;
	}
	for (unsigned m = 0, left = begin[(unsigned char)(*word | 0x20)];
	     left != 0 && length > 2; m++, left >>= 1)
		for (const char *const *one = months[m]; (left & 1) != 0 && *one != NULL;
		     one++)
			if ((word[1] | 0x20) == ((*one)[1] | 0x20) &&
			    strncasecmp(word, *one, length) == 0 &&
			    (*one)[length] == '\0')
				return m + 1;
	return 0;
}

unsigned
words_month_before(const char *text, const char *end, const char **start)
{
	static const char *const months[] = { "january", "february", "march", "april",
		"may", "june", "july", "august", "september", "october", "november",
		"december" };
	const char *latin = end, *word;
	unsigned month;

	while (latin > text && is_letter(latin[-1]))
		latin--;
	for (word = latin;
	     word > text && (is_letter(word[-1]) || (word[-1] & 0x80) != 0);)
		word--;
	month = words_month(word, (size_t)(end - word));
	/* "Novem", "Februrary", no "Mayer". */
	for (unsigned m = 0; m < 12 && month == 0 && end - latin >= 3; m++)
		if ((*latin | 32) == *months[m] &&
		    (strncasecmp(latin, months[m], (size_t)(end - latin)) == 0 ||
			(end - latin >= 7 && strncasecmp(latin, months[m], 3) == 0 &&
			    strncmp(end - 2, months[m] + strlen(months[m]) - 2, 2) == 0)))
			month = m + 1, word = latin;
	if (month > 0)
		*start = word;
	return month;
}

/* "Monday", "Tue"; of other languages "lundi", "Montag", "lunes". */
static bool
is_weekday(const char *word, size_t length)
{
	static const char *const days[] = { "mon", "tue", "wed", "thu", "fri", "sat",
		"sun", "lun", "mar", "mer", "mie", "jeu", "jue", "ven", "vie", "sam",
		"sab", "dim", "dom", "mit", "don", "fre", "die" };

	for (size_t i = 0; i < sizeof days / sizeof *days && length >= 3; i++)
		if (strncasecmp(word, days[i], 3) == 0)
			return length <= 10;
	return false;
}

bool
words_is_day(const char *text)
{
	bool named = false, numbered = false;
	size_t length;

	for (text += text_span(text, " ,.:;/-()"); *text != '\0';
	     text += length, text += text_span(text, " ,.:;/-()")) {
		size_t digits = text_span(text, "0123456789");

		length = strcspn(text, " ,.:;/-()");
		if (digits > 0) {
			/* "3rd", "1er" */
			if (digits > 4 || length > digits + 2)
				return false;
			numbered = true;
		} else if (words_month(text, length) > 0 || is_weekday(text, length)) {
			named = true;
		} else if (!(length == 4 && strncasecmp(text, "week", 4) == 0) &&
		    !(length == 2 && strncasecmp(text, "de", 2) == 0)) {
			return false;
		}
	}
	return named && numbered;
}
