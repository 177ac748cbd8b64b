/* The people that a reference begins with enter; whether a sign ends them leaves. */
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "list/item/item.h"

/* Words between two names, or parts of one: "Roe, A. B.". */
struct group {
	const char *at;
	size_t length;
};

/* "A.", "B.-C.", "TB": no small letter. */
static bool
is_initials(const char *at, size_t length)
{
	size_t letters = 0;

	for (size_t i = 0; i < length; i++) {
		if (text_is_capital(at[i]))
			letters++;
		else if ((unsigned char)at[i] == 0xC3 && (unsigned char)at[i + 1] < 0xA0)
			letters += i++ < length;
		else if (!text_is_any(at[i], " .-"))
			return false;
	}
	return letters > 0 && letters < 4;
}

/* The words behind the last sign in front of `end`; false: there are none. */
static bool
last_group(const char *text, const char *end, struct group *group)
{
	const char *at = text + text_trimmed(text, (size_t)(end - text), " ,;&");

	/* "Ann Roe, and" */
	for (size_t size = 2; size < 5 && at > text + size; size++)
		if (text_and_length(at - size) == size + 1) {
			at -= size;
			at = text + text_trimmed(text, (size_t)(at - text), " ,;&");
			break;
		}
	end = at;
	while (at > text && !text_is_any(at[-1], ",;&") &&
	    !(*at == ' ' && text_and_length(at) > 0 && at + text_and_length(at) <= end))
		at--;
	at += *at == ' ' && text_and_length(at) > 0 ? text_and_length(at) : 0;
	at += text_span(at, " ");
	*group = (struct group){ at, (size_t)(end - at) };
	return end > at;
}

/* "Roe AB": a family, and initials without full stops. */
static bool
is_family_first(const struct group *group)
{
	const char *blank = memrchr(group->at, ' ', group->length);
	size_t last;

	if (blank == NULL || memchr(group->at, '.', group->length) != NULL)
		return false;
	last = (size_t)(group->at + group->length - blank) - 1;
	return last < 4 && is_initials(blank + 1, last) &&
	    !is_initials(group->at, group->length);
}

/* Does a name go on, or another begin, at `next`? */
static bool
goes_on(const char *next)
{
	size_t word = strcspn(next, " ,;:");

	return text_is_any(*next, "&,;.") || text_and_length(next - 1) > 0 ||
	    strncmp(next, "et al", 5) == 0 ||
	    (word > 0 && is_initials(next, word) &&
		(next[word - 1] == '.' || text_is_any(next[word], ",;")));
}

/* "S. M. Roe, Bo Poe", "Ann Roe, B. Poe: Title": a name up to another one behind it, or to a
 * colon where names are in full. */
static bool
is_name(const char *next, const struct group *before)
{
	size_t length = 0;
	bool initials;

	while (next[length] != '\0' && !text_is_any(next[length], ",;:.(") &&
	    text_and_length(next + length) == 0)
		length++;
	if (next[length] == ':' ? memchr(next, ' ', length) != NULL ||
		    memchr(before->at, ' ', before->length) == NULL
				: !text_is_any(next[length], ",; "))
		return false;
	return words_count_people(next, length, &initials) == 1 && length < 40;
}

/* "Ann B. Roe and Bo Poe, …": what goes on behind the initial at `at`, up to the next sign, is
 * people, and no title. */
static bool
is_family(const char *group, const char *at)
{
	const char *end = at + 2 + strcspn(at + 2, ".,:;(");
	bool initials;

	return (*end != '(' || text_is_digit(end[1])) &&
	    (*end != ':' || memchr(at + 2, ' ', (size_t)(end - at) - 2) == NULL) &&
	    words_count_people(group, (size_t)(end - group), &initials) > 0;
}

size_t
cite_people_length(const char *text, size_t length)
{
	static const char *const parts[] = { ", editors", ", editor", ", eds", ", ed",
		", éd", ", Hrsg" };
	size_t end = text_trimmed(text, length, " .");
	const char *open = end > 7 && text[end - 1] == ')' ? memrchr(text, '(', end)
							   : NULL;

	if (open != NULL && text + end - open < 12 && !text_is_digit(open[1]))
		return text_trimmed(text, (size_t)(open - text), " ,");
	for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
		size_t size = strlen(parts[i]);
		if (end > size + 3 && strncmp(text + end - size, parts[i], size) == 0)
			return end - size;
	}
	return length;
}

/* May the full stop or colon at `at` end them? */
static bool
may_end(const char *text, const char *at)
{
	struct group last, before;
	const char *blank;
	size_t size;

	if (!last_group(text, at, &last))
		return false;
	blank = memrchr(last.at, ' ', last.length);
	size = blank == NULL ? last.length : (size_t)(last.at + last.length - blank) - 1;
	/* "Roe, A., Sepia, Tarsier, and Ink: Things" */
	if (*at == ':')
		return blank != NULL || is_initials(last.at, last.length) ||
		    memchr(text, ';', (size_t)(at - text)) != NULL;
	if (!is_initials(last.at + last.length - size, size))
		return true;
	if (goes_on(at + 2))
		return false;
	/* "Roe, A. Title", not "A. Roe", nor "A. Roe, B. Poe". */
	if (is_initials(last.at, last.length))
		return last_group(text, last.at, &before) &&
		    memchr(before.at, '.', before.length) == NULL &&
		    !is_initials(before.at, before.length) && !is_name(at + 2, &before);
	if (!is_family_first(&last))
		return false;
	return last_group(text, last.at, &before) ? is_family_first(&before)
						  : size > 1 || !is_family(last.at, at);
}

bool
cite_people_end_at(struct arena *arena, const char *text, const char *at)
{
	size_t length = cite_people_length(text, (size_t)(at - text)), people;
	bool initials;

	people = words_count_people(text, length, &initials);
	if (people == 0 || (length == (size_t)(at - text) && !may_end(text, at)))
		return false;
	if (people > 1 && initials)
		return true;
	/* "Watch, Try, Learn: Title" */
	if (*at == ':' && !initials && memchr(text, ';', length) == NULL &&
	    !words_are_full_names(arena_text_n(arena, text, length)))
		return false;
	return (people + initials > 1 || words_are_person(text, length)) &&
	    cite_form_is_published(cite_form_sentence_end(at + 2));
}

size_t
cite_people_sentence(struct arena *arena, const char *text)
{
	size_t start = text_span(text, " .,:;-\n"), length = start;

	/* "Roe A, Poe B. Journal of Things, 2019" */
	for (const char *at = text + start;
	     (at = strstr(at, ". ")) != NULL && at - text < 2000; at++) {
		bool initials;
		if (at - text > 5 &&
		    words_count_people(
			text + start, (size_t)(at - text) - start, &initials) > 1 &&
		    initials && cite_people_end_at(arena, text + start, at))
			return (size_t)(at - text) + (strncmp(at - 2, "al", 2) == 0);
	}

	while (text[length] != '\0' && text[length] != '\n' &&
	    (text[length] != '.' || words_stop_shortens(text, text + length)))
		length++;
	return length - start < 2000 &&
		words_are_people_in_full(text + start, length - start)
	    ? length
	    : 0;
}
