/*
 * The text of a title enters, as a person or an API wrote it; the title itself
 * leaves, without tags, LaTeX, status words, numbering and decorations, and
 * what of these may still matter.
 */
#include "judge/title/title.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/markup.h"
#include "base/text.h"

/* Longer than any title; hostile ones are cut. */
#define MOST_BYTES 4096
#define LEAST_PLUS 4 /* letters of a name with a plus */

/* Commands that set letters in another way, or put something over them. */
static const char *const styles[] = { "mathrm", "mathbf", "mathit", "mathcal", "mathbb",
	"mathsf", "textit", "textbf", "textrm", "texttt", "emph", "textsc",
	"textsuperscript", "textsubscript", "text", "rm", "it", "bf", "bar", "hat",
	"tilde", "vec", "overline", "boldsymbol", "ensuremath", "left", "right", "sqrt" };

/* Signs that are no letters in print either: "→", "×", "±". */
static const char *const signs[] = { "to", "rightarrow", "leftarrow", "leftrightarrow",
	"times", "pm", "mp", "cdot", "sim", "approx", "infty", "leq", "geq", "le", "ge",
	"ll", "gg", "circ", "ast", "prime", "dots", "ldots", "quad" };

static bool
is_letter(char sign)
{
	return (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z');
}

static size_t
find_command(const char *text, const char *const *commands, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		size_t n = strlen(commands[i]);

		if (strncmp(text, commands[i], n) == 0 && !is_letter(text[n]))
			return n;
	}
	return 0;
}

/* `$\mathrm{H}_2$` is "H2": marks go without leaving a blank, signs leave one. */
static char *
drop_latex(struct arena *arena, const char *text)
{
	char *out = arena_alloc(arena, strlen(text) + 1), *to = out;

	while (*text != '\0') {
		size_t drop = 0, n;

		if (*text == '\\' && text[1] != '\0') {
			drop = 1;
			n = find_command(
			    text + 1, styles, sizeof styles / sizeof *styles);
			drop += n;
			if (n == 0) {
				n = find_command(
				    text + 1, signs, sizeof signs / sizeof *signs);
				drop += n;
				if (n > 0)
					*to++ = ' ';
			}
			/* \"o, \'e, \& and the like: the letter stays. */
			if (n == 0 && strchr("\"'`^~=.&%$#_{}", text[1]) != NULL)
				drop = 2;
		} else if (strchr("${}^_", *text) != NULL) {
			drop = 1;
		}
		if (drop == 0)
			*to++ = *text == '~' ? ' ' : *text;
		text += drop == 0 ? 1 : drop;
	}
	*to = '\0';
	return out;
}

/* "C++" is not "C", nor "UNet+" "UNet". */
static const char *
spell_plus(struct arena *arena, const char *text)
{
	const char *plus = strchr(text, '+');
	size_t count = plus == NULL ? 0 : strspn(plus, "+");

	/* Ions have shorter names. */
	return count == 0 || count > 2 || plus == text || plus[-1] == ' ' ||
		(count == 1 &&
		    (plus - text < LEAST_PLUS ||
			memrchr(plus - LEAST_PLUS, ' ', LEAST_PLUS) != NULL)) ||
		(count == 1 && plus[count] != '\0' &&
		    strchr(" :,.)]", plus[count]) == NULL)
	    ? text
	    : arena_printf(arena, "%.*s%s%s", (int)(plus - text), text,
		  count == 1 ? "plus" : "plusplus", plus + count);
}

/* Publishers write "RETRACTED ARTICLE: " before the article's own title. */
static char *
skip_status(char *text)
{
	static const char *const words[] = { "RETRACTED ARTICLE:", "RETRACTED:",
		"[RETRACTED]", "WITHDRAWN:", "WITHDRAWN ARTICLE:", "TEMPORARY REMOVAL:" };

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (text_starts_nocase(text, words[i]))
			text += strlen(words[i]);
	return text;
}

/* A sign that is no letter: an emoji, a star, a quotation mark. */
static bool
is_symbol(struct arena *arena, const char *sign, size_t length)
{
	return (unsigned char)*sign >= 0xc2 && strncmp(sign, "\xe2\x80\xa6", 3) != 0 &&
	    *text_fold(arena, arena_text_n(arena, sign, length)) == '\0';
}

/* Marks of registered names are no letters: "Warden\xe2\x84\xa2". */
static void
drop_trade_marks(char *text)
{
	static const char *const marks[] = { "\xe2\x84\xa2", "\xc2\xae", "\xc2\xa9" };

	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
		for (char *at = text; (at = strstr(at, marks[i])) != NULL;)
			memmove(
			    at, at + strlen(marks[i]), strlen(at + strlen(marks[i])) + 1);
}

static char *
trim_symbols(struct arena *arena, char *text)
{
	size_t length, start;

	for (;;) {
		const char *next = text;

		text += strspn(text, " ");
		next = text;
		if (*text == '\0')
			return text;
		text_next_code_point(&next);
		if (!is_symbol(arena, text, (size_t)(next - text)))
			break;
		text += next - text;
	}
	for (length = strlen(text); length > 0; length = start) {
		start = length - 1;
		while (start > 0 && ((unsigned char)text[start] & 0xc0) == 0x80)
			start--;
		if (text[start] != ' ' && !is_symbol(arena, text + start, length - start))
			break;
		text[start] = '\0';
	}
	return text;
}

/* "4. Results", "16) Marketing …", "[B3] Results", "#7 Results". */
static char *
skip_ordinal(char *text, struct title *title)
{
	char *at = text + (*text != '\0' && strchr("([#", *text) != NULL), *end;
	bool plain = at == text, lettered = !plain && *at >= 'A' && *at <= 'Z';
	size_t digits;

	at += lettered;
	digits = strspn(at, "0123456789");
	end = at + digits;
	if (digits == 0 || digits > 3 || *end == '\0' ||
	    strchr(plain           ? ".)"
		    : *text == '#' ? " "
				   : ")]",
		*end) == NULL ||
	    (*text != '#' && *++end != ' '))
		return text;
	if (!lettered)
		title->ordinal = (unsigned)strtoul(at, NULL, 10);
	return end + 1;
}

/* Publishers of chemistry glue this on. */
static void
drop_notes(char *text)
{
	static const char *const notes[] = {
		"Electronic supplementary information (ESI) available",
		"Electronic supplementary information available",
		"This article is part of the", "CCDC reference number"
	};

	for (size_t i = 0; i < sizeof notes / sizeof *notes; i++) {
		const char *found = strstr(text, notes[i]);

		if (found != NULL && found != text)
			text[found - text] = '\0';
	}
}

const char *
plain_part(const char *text, size_t *width)
{
	static const char *const marks[] = { ": ", " - ", " \xe2\x80\x93 ",
		" \xe2\x80\x94 ", "\xe2\x80\x94", " -- ", "\xef\xbc\x9a", " / ", " | " };
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

/* "Learning to \xe2\x80\xa6", "Learning to [...]", "Learning to.." */
static bool
ends_cut(const char *text)
{
	size_t length = strlen(text), dots = 0;

	while (length > 0 && strchr(" .[]()", text[length - 1]) != NULL)
		dots += text[--length] == '.';
	return dots > 1 ||
	    (length >= 3 && strncmp(text + length - 3, "\xe2\x80\xa6", 3) == 0);
}

void
plain_read(struct arena *arena, const char *text, struct title *title)
{
	char *plain;
	size_t length;

	*title = (struct title){ 0 };
	text = text == NULL ? "" : text;
	length = strlen(text);
	text = arena_text_n(arena, text, length < MOST_BYTES ? length : MOST_BYTES);
	/* Some sources escape twice. */
	for (int i = 0; i < 2 && strpbrk(text, "<&") != NULL; i++)
		text = markup_plain(arena, text);
	if (strpbrk(text, "$\\") != NULL)
		text = drop_latex(arena, text);
	plain = text_squeeze(arena, spell_plus(arena, text));
	drop_notes(plain);
	drop_trade_marks(plain);
	plain = plain_drop_brackets(arena, trim_symbols(arena, plain), title);
	plain = skip_status(trim_symbols(arena, plain));
	plain = skip_ordinal(plain + strspn(plain, " "), title);
	plain_drop_stamps(plain);
	title->text = plain;
	title->cut = ends_cut(plain);
}
