/* Words in front of a reference enter; how many people they name leaves. */
#include <string.h>

#include "base/text.h"
#include "list/words/words.h"

/* Bytes of a word: eight signs. */
enum { LONGEST_EASTERN = 24 };

/* "A.", "B. C.", "J.-P.", "AB": initials and no more. */
static bool
is_initials(const char *at, size_t length)
{
	size_t letters = 0;

	for (size_t i = 0; i < length; i++) {
		if (text_is_capital(at[i]))
			letters++;
		else if (!text_is_any(at[i], " .-"))
			return false;
	}
	return letters >= 1 && letters <= 3 && (letters <= 2 || at[1] == '.');
}

/* "D. W. roe": a family that lacks its capital. */
static bool
is_behind_initial(const char *start, const char *word)
{
	if (word - start < 3 || word[-1] != ' ' || word[-2] != '.' ||
	    !text_is_capital(word[-3]))
		return false;
	word += strspn(word, "abcdefghijklmnopqrstuvwxyz");
	return !text_is_capital(*word);
}

/* "Root of": a small word that no name has, with a full stop or without. */
static bool
tells(const char *start, const char *word, size_t length)
{
	size_t size = 0;

	if (!text_is_small(*word) || is_behind_initial(start, word))
		return false;
	while (size < length && !text_is_any(word[size], " ,;&.\n"))
		size++;
	return !words_is_particle(word, size);
}

/* "Directions", "Comments", "Opportunities": no family is called so. */
static bool
is_many_things(const char *word, size_t length)
{
	static const char *const ends[] = { "tions", "ments", "ities" };

	for (size_t i = 0;
	     length > 8 && word[length - 1] == 's' && i < sizeof ends / sizeof ends[0];
	     i++)
		if (memcmp(word + length - 5, ends[i], 5) == 0)
			return true;
	return false;
}

/* One to five words, each as in a name; *initials: one of them is shortened. */
static bool
is_name(const char *at, size_t length, bool *initials)
{
	size_t words = 0;
	const char *start = at;

	if (length < 2 || length > 60 || words_hold_place(at, length))
		return false;
	for (const char *end = at + length; at < end; words++) {
		size_t size = strcspn(at, " ");
		/* "Bobin (Ray) Poe" */
		if (*at == '(' && size > 2 && at[size - 1] == ')' && words > 0) {
			at++;
			size -= 2;
		}
		bool known = text_is_capital(*at) || (*at & 0x80) != 0;
		if (size > (size_t)(end - at))
			size = (size_t)(end - at);
		/* A sentence of Chinese or Japanese is one word. */
		known = (known &&
			    (size <= LONGEST_EASTERN || (unsigned char)*at < 0xE3)) ||
		    words_is_particle(at, size) || is_behind_initial(start, at);
		for (size_t i = 0; i < size; i++)
			known = known && !text_is_any(at[i], "0123456789:()[]{}?!/\"");
		if (!known || is_many_things(at, size))
			return false;
		*initials |= is_initials(at, size) && size <= 5;
		at += size;
		at += *at == ')';
		at += *at == ' ';
	}
	return words <= 5;
}

/* What parts two names at `at`: its length, or 0. */
static size_t
between(const char *at)
{
	static const char *const words[] = { "and ", " et al.", "et al.", " et al",
		"et al", " others", "others" };
	size_t length;

	if (text_is_any(*at, ",;&\n"))
		return 1;
	/* Most words are none of these by their first letter. */
	if (*at == ' ' ? at[1] >= 0 && !text_is_any(at[1], "auyeiojv")
		       : !text_is_any(*at, "aeo"))
		return 0;
	length = text_and_length(at);
	for (size_t i = 0; length == 0 && i < sizeof words / sizeof words[0]; i++)
		length = text_begins(at, words[i]);
	return length;
}

size_t
words_count_people(const char *text, size_t length, bool *initials)
{
	const char *end = text + length;
	size_t people = 0;

	*initials = false;
	while (text < end) {
		size_t size = 0, gap;
		while (text < end && *text == ' ' && between(text) == 0)
			text++;
		gap = between(text);
		if (gap > 0) {
			const char *word = text + (*text == ' ');
			bool al = strncmp(word, "et al", 5) == 0;
			*initials |= al;
			people += al || strncmp(word, "others", 6) == 0;
			text += gap;
			continue;
		}
		for (; text + size < end && !text_is_any(text[size], ",;&\n"); size++) {
			if (text[size] != ' ' && size > 0)
				continue;
			if (text[size] == ' ' && between(text + size) > 0)
				break;
			gap = size + (text[size] == ' ');
			if (text + gap < end &&
			    tells(text, text + gap, (size_t)(end - text) - gap))
				return 0;
		}
		gap = size;
		size = text_trimmed(text, size, " .");
		/* "HOL, Coq" begins with nobody. */
		if (size > 0 && people == 0 && is_initials(text, size))
			return 0;
		if (people > 0 && is_initials(text, size))
			*initials = true;
		else if (size > 0 && is_name(text, size, initials))
			people++;
		else if (size > 0)
			return 0;
		text += gap;
	}
	return people;
}

bool
words_are_byline(const char *text, size_t length)
{
	bool initials;
	size_t people;

	length = text_trimmed(text, length, " ");
	people = words_count_people(text, length, &initials);
	return people > 1 || (people == 1 && (initials || memchr(text, ' ', length)));
}

bool
words_are_family(const char *text)
{
	/* Journals of one word that are spelt like families. */
	static const char *const journals[] = { "Arxiv", "Blood", "Blog", "Brain",
		"Cancer", "Cell", "Chaos", "Chest", "Circulation", "Coling", "Cureus",
		"Diabetes", "Drugs", "Elsevier", "Entropy", "Gastroenterology", "Gut",
		"Heart", "Heliyon", "Hepatology", "Humanoids", "Immunity", "Information",
		"Interspeech", "Kdd", "Kidney", "Mathematics", "Molecules", "Neural",
		"Neurocomputing", "Neuron", "Nature", "Nutrients", "Online", "Patterns",
		"Pain", "Preprint", "Science", "Sensors", "Sleep", "Spine", "Springer",
		"Stroke", "Structure", "Symmetry", "Thesis", "Trials", "Vaccine",
		"Website", "Workshop" };
	size_t length = strlen(text);
	const char *last = strrchr(text, ' ');

	last = last == NULL ? text : last + 1;
	if (length < 2 || length > 24 || words_hold_place(text, length) ||
	    words_name_thing(text) ||
	    (last != text &&
		!words_is_particle(text_starts_nocase(text, "de ") ? "de" : text, 3)))
		return false;
	for (size_t i = 0; i < sizeof journals / sizeof journals[0]; i++)
		if (strcmp(last, journals[i]) == 0)
			return false;
	if (!text_is_capital(*last) || last[1] == '\0')
		return false;
	for (const char *at = last + 1; *at != '\0'; at++)
		if (!(text_is_small(*at) || (*at & 0x80) != 0 || *at == '-' ||
			(at[-1] == '-' && text_is_capital(*at))))
			return false;
	return true;
}

bool
words_are_people_in_full(const char *text, size_t length)
{
	bool initials;
	size_t people = words_count_people(text, length, &initials), blanks = 0;

	for (size_t i = 1; i < length; i++)
		blanks += text[i] == ' ' && text[i - 1] != ',' && text[i - 1] != ';';
	return people > 2 && blanks >= people;
}

bool
words_are_families(const char *text)
{
	const char *and = strstr(text, " and "), *other = and == NULL ? text : and+5;
	char first[32];

	if (and == NULL && (and = strstr(text, " & ")) != NULL)
		other = and+3;
	if (and != NULL) {
		size_t length = (size_t)(and-text);
		if (length >= sizeof first)
			return false;
		memcpy(first, text, length);
		first[length] = '\0';
		if (!words_are_family(first))
			return false;
	}
	return words_are_family(other);
}
