/*
 * Two titles as words enter; whether the one is what the other says and something
 * around it, leaves: a citation, one more thing, a word in front, a use.
 */
#include "judge/link/around.h"

#include <string.h>

#include "base/text.h"
#include "judge/link/called.h"
#include "judge/link/field.h"

/* "A. Roe, B. Poe. The title. arXiv, 2023": a citation holds all of it. */
bool
around_holds(const struct words *a, const struct words *b, size_t telling)
{
	return telling >= 3 &&
	    ((a->count > 4 && words_contain(b, a)) ||
		(b->count > 4 && words_contain(a, b)));
}

/* "A and B" and "A and B and C"; or "A", cut, and "A word and C". */
bool
around_adds(const struct words *a, const struct words *b)
{
	const struct words *longer = a->count > b->count ? a : b;
	const struct words *shorter = a->count > b->count ? b : a;
	size_t n = shorter->count;

	if (n < 4 || longer->count < n + 2 || longer->count > n + 3 ||
	    (strcmp(longer->v[n], "and") != 0 &&
		strcmp(longer->v[longer->count - 2], "and") != 0))
		return false;
	for (size_t i = 0; i < n; i++)
		if (!common_has(shorter, i, longer))
			return false;
	return true;
}

/*
 * "Rethinking A of B" and "Deep A of B" are not "A of B"; a word that the list has
 * before it, and no other title, may be its name, without the colon.
 */
bool
around_before(const struct judge_field *field, const struct words *a,
    const struct words *b, bool plain)
{
	const struct words *longer = a->count > b->count ? a : b;
	const struct words *shorter = a->count > b->count ? b : a;
	const char *first = longer->count < 4 ? "" : longer->v[0];
	size_t length = strlen(first);

	return longer->count > 1 && longer->count == shorter->count + 1 &&
	    !word_is_small(first) && !word_is_number(longer->key[0]) &&
	    (longer == b || plain ||
		(length > 5 && strcmp(first + length - 3, "ing") == 0) ||
		word_weight(first) < 1.0 ||
		field_weight(field, first, longer->key[0]) < TWO_SIDED) &&
	    strcmp(longer->key[1], shorter->key[0]) == 0 &&
	    !words_have(shorter, longer->key[0]);
}

/* Words that stand in front of all of `part`, the end; 0: it is not. */
static size_t
count_front(const struct words *whole, const struct words *part)
{
	size_t front = whole->count - part->count;

	if (part->count == 0 || whole->count <= part->count)
		return 0;
	for (size_t i = 0; i < part->count; i++)
		if (strcmp(whole->key[front + i], part->key[i]) != 0)
			return 0;
	return front;
}

/* "A Second Look at", "Korrektur zu": the last of the words in front leads on. */
static bool
is_leading(const struct words *words, size_t front)
{
	static const char *const leading[] = { "about", "against", "at", "behind", "for",
		"from", "in", "into", "of", "on", "to", "towards", "with", NULL };
	const char *last = words->v[front - 1];

	return text_is_one_of(last, leading) || word_is_in(WORDS_FOREIGN, last);
}

/*
 * "A Second Look at A of B", "An Annotated A of B", "Discussion: A of B": words that
 * lead to the whole of the list's title.  What stands before a colon may be a name.
 */
enum leading
around_leads(const struct title *answer, const struct title *title)
{
	const struct words *whole = &answer->whole;
	size_t front = count_front(whole, &title->whole), telling = 0, heavy = 0;
	bool small = false;

	/* "Teaching A of B in the Classroom" */
	if (front == 0 && title->whole.count > 3 && answer->head.count == 0 &&
	    title->tail.count == 0 && words_contain(whole, &title->whole) &&
	    strcmp(whole->key[0], title->whole.key[0]) != 0)
		return LEADS;
	if (front == 0 || title->whole.count < 2)
		return LEADS_NOT;
	for (size_t i = 0; i < front; i++) {
		telling += word_weight(whole->v[i]) >= 1.0 &&
		    !word_is_in(WORDS_OTHER, whole->v[i]);
		heavy += !word_is_small(whole->v[i]);
		small |= i > 0 && word_is_small(whole->v[i]);
	}
	/* "Guest Editors' Introduction: A", "Journal Club: A: B": a phrase, no name. */
	if (answer->head.count == front && !is_leading(whole, front))
		return (heavy == 1 && telling == 0 && words_heavy(&title->whole) > 2) ||
			small || front > 2 || (front > 1 && title->head.count > 0)
		    ? LEADS
		    : LEADS_NOT;
	/* "Geschichte der Stadt = A history of the town" */
	if (front == 1 || strpbrk(answer->text, "=/|[") != NULL ||
	    words_heavy(&title->whole) < 2 || title->whole.count < 3)
		return LEADS_NOT;
	return is_leading(whole, front) || heavy > 1        ? LEADS_SURELY
	    : telling > 0 && word_weight(whole->v[0]) < 1.0 ? LEADS
							    : LEADS_NOT;
}

/* "\xe2\x80\xa6: a trial" and "\xe2\x80\xa6: study protocol for a trial": behind one heading. */
bool
around_leads_within(const struct title *a, const struct title *b)
{
	const struct title *longer = a->tail.count > b->tail.count ? a : b;
	size_t front = count_front(&longer->tail, longer == a ? &b->tail : &a->tail);

	return front > 1 && words_equal(&a->head, &b->head) &&
	    is_leading(&longer->tail, front);
}

/* "\xe2\x80\xa6 Are Robust" and "\xe2\x80\xa6 Are Not Robust". */
bool
around_denies(const struct words *a, const struct words *b)
{
	static const char *const words[] = { "against", "cannot", "hardly", "neither",
		"never", "no", "non", "nor", "not", "without", NULL };
	size_t denials[2] = { 0, 0 };

	for (size_t i = 0; i < a->count; i++)
		denials[0] += text_is_one_of(a->v[i], words);
	for (size_t i = 0; i < b->count; i++)
		denials[1] += text_is_one_of(b->v[i], words);
	return denials[0] != denials[1];
}

/* "A of B" and "A of B in the Wild": no list leaves that out, but where it cuts. */
bool
around_goes_on(const struct title *answer, const struct words *title)
{
	return !answer->cut && answer->whole.count > title->count &&
	    answer->head.count != title->count &&
	    word_is_small(answer->whole.v[title->count]);
}

/*
 * What the list says behind the answer's title is where it stands, or which edition:
 * "…, 2nd ed.", "…, Annals of Care, vol. 7, no. 2".  "…, vol. 2" is a part.
 */
bool
around_cites(const struct words *title, const struct words *answer)
{
	static const char *const editions[] = { "auflage", "ed", "edicion", "edition",
		"pp", NULL };
	size_t heavy = 0, series = 0;

	for (size_t i = 0; i < title->count; i++) {
		if (i < answer->count && strcmp(title->key[i], answer->key[i]) != 0)
			return false;
		if (i >= answer->count) {
			heavy += !word_is_small(title->v[i]);
			series += word_is_in(WORDS_SERIES, title->v[i]);
			if (text_is_one_of(title->v[i], editions))
				return true;
		}
	}
	return series > 1 || heavy > 3;
}

/* "Introducing Warden: \xe2\x80\xa6", "Overview of the Warden Challenge": its own. */
static bool
is_presented(const struct title *answer, size_t from, size_t to)
{
	static const char *const articles[] = { "a", "an", "the", NULL };
	static const char *const presenting[] = { "announcing", "called", "introducing",
		"meet", "named", "presenting", "project", "releasing", "toward",
		"towards", NULL };
	const struct words *words = &answer->whole;
	size_t head = answer->head.count;

	if (from > 0 && from != head && text_is_one_of(words->v[from - 1], articles))
		from--;
	if (from == 0 || from == head || text_is_one_of(words->v[from - 1], presenting))
		return true;
	/* "\xe2\x80\xa6 (Warden)"; "\xe2\x80\xa6: the Warden dataset". */
	return (to == words->count && !word_is_small(words->v[from - 1])) ||
	    (to < words->count && called_is_of_family(words->v[to]));
}

/* "Weather Forecasts with Warden", "Evaluating Warden for Triage": about what bears
 * the name. */
bool
around_uses(const struct title *answer, const struct words *name)
{
	const struct words *words = &answer->whole;

	for (size_t i = 0; name->count > 0 && i + name->count <= words->count; i++) {
		size_t k = 0;

		while (k < name->count && strcmp(words->key[i + k], name->key[k]) == 0)
			k++;
		if (k == name->count)
			return !is_presented(answer, i, i + k);
	}
	return false;
}
