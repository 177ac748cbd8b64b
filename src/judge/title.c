/*
 * The text of a title enters, as a person or an API wrote it; its folded
 * words leave, whole and cut at the first colon or dash, and what marks it.
 */
#include "judge/title.h"

#include <string.h>

#include "base/arena.h"
#include "base/markup.h"
#include "base/text.h"

/* More words than any title has; hostile ones are cut. */
#define MOST_WORDS 256
#define MOST_BYTES 4096

/* Greek letters in the order of Unicode, final sigma included. */
static const char *const greek[] = { "alpha", "beta", "gamma", "delta",
	"epsilon", "zeta", "eta", "theta", "iota", "kappa", "lambda", "mu",
	"nu", "xi", "omicron", "pi", "rho", "sigma", "sigma", "tau",
	"upsilon", "phi", "chi", "psi", "omega" };

/* A Greek letter that stands alone becomes its name, as authors write both. */
static const char *
spell_greek(const char *word)
{
	const char *rest = word;
	unsigned letter = text_next_code_point(&rest);

	if (*rest == '\0' && letter >= 0x3b1 &&
	    letter - 0x3b1 < sizeof greek / sizeof *greek)
		return greek[letter - 0x3b1];
	return word;
}

void
words_read(struct arena *arena, const char *text, struct words *words)
{
	char *folded = text_fold(arena, text), *compact, *next;
	size_t length = 0;

	*words = (struct words){ 0 };
	for (char *word = folded; word != NULL && *word != '\0'; word = next) {
		next = strchr(word, ' ');
		if (next != NULL)
			*next++ = '\0';
		if (words->count == MOST_WORDS)
			break;
		words->v = arena_push(arena, words->v, words->count,
		    sizeof *words->v);
		words->v[words->count] = spell_greek(word);
		length += strlen(words->v[words->count++]);
	}
	compact = arena_alloc(arena, length + 1);
	words->compact = compact;
	for (size_t i = 0; i < words->count; i++) {
		length = strlen(words->v[i]);
		memcpy(compact, words->v[i], length);
		compact += length;
	}
}

/* `$\mathrm{H}_2$` is "H2": marks go without leaving a blank. */
static char *
drop_latex(struct arena *arena, const char *text)
{
	char *out = arena_alloc(arena, strlen(text) + 1), *to = out;
	static const char *const styles[] = { "mathrm", "mathbf", "mathit",
		"mathcal", "mathbb", "textit", "textbf", "emph", "textsc",
		"text", "rm", "it", "bf" };

	while (*text != '\0') {
		size_t drop = 0;

		if (*text == '\\' && text[1] != '\0') {
			for (size_t i = 0; i < sizeof styles / sizeof *styles; i++) {
				size_t n = strlen(styles[i]);

				if (strncmp(text + 1, styles[i], n) == 0 &&
				    strchr("{ $}", text[n + 1]) != NULL)
					drop = n + 1;
			}
			/* \"o, \'e, \& and the like: the letter stays. */
			if (drop == 0 && strchr("\"'`^~=.&%$#_{}", text[1]) != NULL)
				drop = 2;
			if (drop == 0)
				drop = 1;
		} else if (strchr("${}^_", *text) != NULL) {
			drop = 1;
		}
		if (drop == 0)
			*to++ = *text++;
		else
			text += drop;
	}
	*to = '\0';
	return out;
}

/* Publishers write "RETRACTED ARTICLE: " before the article's own title. */
static const char *
skip_status(const char *text)
{
	static const char *const words[] = { "RETRACTED ARTICLE:",
		"RETRACTED:", "[RETRACTED]", "WITHDRAWN:",
		"WITHDRAWN ARTICLE:", "TEMPORARY REMOVAL:" };

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (text_starts_nocase(text, words[i]))
			return text + strlen(words[i]);
	return text;
}

/* The first ": ", " - " or dash that parts a name or title from the rest. */
static const char *
find_part(const char *text, size_t *width)
{
	static const char *const marks[] = { ": ", " - ", " \xe2\x80\x93 ",
		" \xe2\x80\x94 ", "\xe2\x80\x94", " -- ", "\xef\xbc\x9a",
		" / ", " | " };
	const char *best = NULL;

	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
		const char *found = strstr(text, marks[i]);

		if (found != NULL && (best == NULL || found < best)) {
			best = found;
			*width = strlen(marks[i]);
		}
	}
	return best;
}

static unsigned
find_marks(const char *folded)
{
	char spaced[MOST_BYTES];
	size_t length = strlen(folded);
	unsigned marks = 0;

	if (length + 1 > sizeof spaced)
		length = sizeof spaced - 1;
	memcpy(spaced, folded, length);
	spaced[length] = '\0';
	for (const struct mark_phrase *m = mark_phrases; m->phrase != NULL; m++) {
		size_t n = strlen(m->phrase);

		if (n > length)
			continue;
		/* "moesm5": a number may follow at once. */
		if (m->start && strncmp(spaced, m->phrase, n) == 0 &&
		    strchr(" 0123456789", spaced[n]) != NULL)
			marks |= m->mark;
		if (m->end && strcmp(spaced + length - n, m->phrase) == 0 &&
		    (n == length || spaced[length - n - 1] == ' '))
			marks |= m->mark;
	}
	return marks;
}

/* "… (Dataset)" and "… [data set]", but not "… a new dataset". */
static unsigned
find_bracket(const char *text)
{
	static const char *const words[] = { "(dataset)", "[dataset]",
		"(data set)", "[data set]", "(data)", "[data]" };

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (text_find_nocase(text, words[i]) != NULL)
			return MARK_DATA;
	return 0;
}

void
title_read(struct arena *arena, const char *text, struct title *title)
{
	const char *part, *clean;
	size_t width = 0, length;

	*title = (struct title){ 0 };
	text = text == NULL ? "" : text;
	length = strlen(text);
	text = arena_text_n(arena, text, length < MOST_BYTES ? length : MOST_BYTES);
	if (strpbrk(text, "<&") != NULL)
		text = markup_plain(arena, text);
	clean = strpbrk(text, "$\\") != NULL ? drop_latex(arena, text) : text;
	clean = skip_status(text_squeeze(arena, clean));
	while (*clean == ' ')
		clean++;
	words_read(arena, clean, &title->whole);
	title->marks = find_marks(text_fold(arena, clean)) | find_bracket(clean);
	length = strlen(clean);
	title->cut = (length >= 3 && strcmp(clean + length - 3, "...") == 0) ||
	    (length >= 3 && strcmp(clean + length - 3, "\xe2\x80\xa6") == 0);
	part = find_part(clean, &width);
	if (part == NULL)
		return;
	words_read(arena, arena_text_n(arena, clean, (size_t)(part - clean)),
	    &title->head);
	words_read(arena, part + width, &title->tail);
	if (title->head.count == 0 || title->tail.count == 0) {
		title->head = (struct words){ 0 };
		title->tail = (struct words){ 0 };
	}
}
