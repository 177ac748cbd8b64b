/*
 * The text of a title enters; its folded words leave, whole and cut at the
 * first colon or dash, what marks it, and the forms it may be found in.
 */
#include "judge/title/title.h"

#include <string.h>

#include "base/arena.h"
#include "base/text.h"

static bool
has_phrase(const char *folded, size_t length, const struct mark_phrase *m)
{
	size_t n = strlen(m->phrase);

	if (n > length)
		return false;
	/* "moesm5": a number may follow at once. */
	if (m->start && strncmp(folded, m->phrase, n) == 0 &&
	    strchr(" 0123456789", folded[n]) != NULL)
		return true;
	return m->end && strcmp(folded + length - n, m->phrase) == 0 &&
	    (n == length || folded[length - n - 1] == ' ');
}

static unsigned
find_marks(const char *folded)
{
	size_t length = strlen(folded);
	unsigned marks = 0;

	for (size_t i = 0; i < mark_phrases_count; i++)
		if (has_phrase(folded, length, &mark_phrases[i]))
			marks |= mark_phrases[i].mark;
	return marks;
}

static bool
says(const char *folded, const char *phrase)
{
	size_t n = strlen(phrase);

	for (const char *at = folded; (at = strstr(at, phrase)) != NULL; at++)
		if ((at == folded || at[-1] == ' ') && (at[n] == ' ' || at[n] == '\0'))
			return true;
	return false;
}

/* "Review of X" and "WARD: A Review of X" are marked by nothing. */
unsigned
title_marks_beyond(const struct title *a, const struct title *b)
{
	unsigned beyond = a->marks & ~b->marks;
	size_t length = strlen(a->folded);

	for (size_t i = 0; i < mark_phrases_count; i++) {
		const struct mark_phrase *m = &mark_phrases[i];

		if ((beyond & m->mark) != 0 && has_phrase(a->folded, length, m) &&
		    says(b->folded, m->phrase))
			beyond &= ~(unsigned)m->mark;
	}
	return beyond;
}

/* "Part A: …" and "Part B: …", "in Type 1" and "in Type 2"; NULL: counts nothing. */
static const char *
find_part(const struct words *words, size_t *from)
{
	for (size_t i = *from; i + 1 < words->count; i++) {
		const char *next = words->key[i + 1];
		size_t digits = strspn(next, "0123456789");

		if (!word_is_in(WORDS_SERIES, words->v[i]) || digits == 0 || digits > 2 ||
		    next[digits] != '\0')
			continue;
		*from = i + 2;
		return words->v[i];
	}
	return NULL;
}

static bool
is_year(const char *key)
{
	return strlen(key) == 4 && strspn(key, "0123456789") == 4 &&
	    (strncmp(key, "19", 2) == 0 || strncmp(key, "20", 2) == 0);
}

/* "… 2019" and "… 2020": each says a year, and not the other's. */
static bool
years_differ(const struct words *a, const struct words *b)
{
	bool here = false, there = false;

	for (size_t i = 0; i < a->count; i++)
		if (is_year(a->key[i])) {
			here = true;
			if (words_have(b, a->key[i]))
				return false;
		}
	for (size_t i = 0; i < b->count; i++)
		there |= is_year(b->key[i]);
	return here && there;
}

bool
title_parts_differ(const struct words *a, const struct words *b)
{
	size_t i = 0, k = 0;
	const char *here = find_part(a, &i), *there = find_part(b, &k);

	return years_differ(a, b) ||
	    (here != NULL && there != NULL && strcmp(here, there) == 0 &&
		strcmp(a->key[i - 1], b->key[k - 1]) != 0 && find_part(a, &i) == NULL &&
		find_part(b, &k) == NULL);
}

/* "… (Dataset)" and "… [data set]", but not "… a new dataset". */
static unsigned
find_bracket(const char *text)
{
	static const char *const words[] = { "(dataset)", "[dataset]", "(data set)",
		"[data set]", "(data)", "[data]" };

	if (strpbrk(text, "([") == NULL)
		return 0;
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (text_find_nocase(text, words[i]) != NULL)
			return MARK_DATA;
	return 0;
}

static void
read_words(struct arena *arena, struct title *title)
{
	size_t width = 0;
	const char *part = plain_part(title->text, &width);

	words_read(arena, title->text, &title->whole);
	title->folded = text_fold(arena, title->text);
	title->marks = find_marks(title->folded) | find_bracket(title->text);
	if (part == NULL)
		return;
	words_read(arena, arena_text_n(arena, title->text, (size_t)(part - title->text)),
	    &title->head);
	words_read(arena, part + width, &title->tail);
	if (title->head.count == 0 || title->tail.count == 0) {
		title->head = (struct words){ 0 };
		title->tail = (struct words){ 0 };
	}
}

/* "An open collection (TRIAGO)": an acronym without digits closes it. */
static const char *
find_acronym(const char *text)
{
	size_t length = strlen(text), upper = 0;
	const char *open = strrchr(text, '(');

	if (open == NULL || open == text || length < 5 || text[length - 1] != ')' ||
	    open + 12 < text + length)
		return NULL;
	for (const char *at = open + 1; at < text + length - 1; at++) {
		bool capital = *at >= 'A' && *at <= 'Z';

		if (!capital && !(*at >= 'a' && *at <= 'z') && *at != '-')
			return NULL;
		upper += capital;
	}
	return upper >= 2 ? open : NULL;
}

void
title_read(struct arena *arena, const char *text, struct title *title)
{
	const char *acronym;

	plain_read(arena, text, title);
	read_words(arena, title);
	acronym = find_acronym(title->text);
	/* "Sparse Ward Attention (SWA)" says nothing twice. */
	if (acronym != NULL &&
	    words_spell(&title->whole, title->whole.v[title->whole.count - 1])) {
		title->text = arena_text_n(
		    arena, title->text, (size_t)(acronym - title->text));
		read_words(arena, title);
	}
}

static bool
is_latin(const char *word)
{
	return text_next_code_point(&word) < 0x250;
}

/* Words of one script of a title in two; none when there is but one. */
static bool
read_script(
    struct arena *arena, const struct title *from, bool latin, struct title *title)
{
	char *text = arena_text(arena, "");
	size_t kept = 0;

	for (size_t i = 0; i < from->whole.count; i++)
		if (is_latin(from->whole.v[i]) == latin) {
			text = arena_printf(arena, "%s %s", text, from->whole.v[i]);
			kept++;
		}
	if (kept < 4 || from->whole.count - kept < 4)
		return false;
	title_read(arena, text, title);
	title->reduced = true;
	return true;
}

size_t
title_read_forms(struct arena *arena, const char *text, struct title forms[MOST_FORMS])
{
	size_t count = 1, latin = 0;
	const char *acronym;

	title_read(arena, text, &forms[0]);
	acronym = find_acronym(forms[0].text);
	if (acronym != NULL) {
		title_read(arena,
		    arena_text_n(arena, forms[0].text, (size_t)(acronym - forms[0].text)),
		    &forms[count]);
		forms[count].marks = forms[0].marks;
		forms[count++].reduced = true;
	}
	for (size_t i = 0; i < forms[0].whole.count; i++)
		latin += is_latin(forms[0].whole.v[i]);
	if (latin > 0 && latin < forms[0].whole.count)
		for (int script = 0; script < 2; script++)
			count += read_script(
			    arena, &forms[0], script == 1, &forms[count]);
	return count;
}

size_t
title_words_apart(const struct title *title)
{
	size_t apart = 0, signs = 0;

	for (const char *at = title->text; *at != '\0';) {
		at += strspn(at, " ");
		apart += *at != '\0';
		at += strcspn(at, " ");
	}
	for (size_t i = 0; i < title->whole.count; i++)
		signs += (unsigned char)*title->whole.v[i] >= 0xe3;
	apart += signs;
	return apart < title->whole.count ? apart : title->whole.count;
}
