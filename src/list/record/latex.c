/* A value as bibliographies write it enters, the text it prints as leaves. */
#include "list/record/latex.h"

#include <string.h>

#include "base/buffer.h"
#include "base/text.h"

static const char *
past_blanks(const char *at)
{
	return at + strspn(at, " \t\r\n");
}

/* \'{\i}: the letter behind an accent, with its mark.  An accent over nothing
 * ("\~{}") is the sign itself. */
static const char *
put_accented(struct buffer *out, const char *at, char name, unsigned mark)
{
	char bytes[4];
	const char *letter;

	at = past_blanks(at);
	if (*at == '{')
		at = past_blanks(at + 1);
	if (*at == '\\' && (at[1] == 'i' || at[1] == 'j') && !text_is_letter(at[2]))
		at++;
	if (*at == '\0' || *at == '}' || *at == '\\') {
		if (!text_is_letter(name))
			buffer_char(out, name);
		return at;
	}
	letter = at;
	text_next_code_point(&at);
	buffer_add(out, letter, (size_t)(at - letter));
	buffer_add(out, bytes, text_put_code_point(mark, bytes));
	return at;
}

/* \url{…}: the address as it stands; `at` is behind the opening brace. */
static const char *
put_address(struct buffer *out, const char *at)
{
	unsigned depth = 1;

	for (; *at != '\0'; at++) {
		depth += *at == '{';
		depth -= *at == '}';
		if (depth == 0)
			break;
		if (*at == '\\' && at[1] != '\0' && strchr("_%&#~{}", at[1]) != NULL)
			at++;
		buffer_char(out, *at);
	}
	buffer_char(out, ' ');
	return *at == '\0' ? at : at + 1;
}

/* A command of letters; `at` is behind the backslash. */
static const char *
put_command(struct buffer *out, const char *at)
{
	const char *name = at, *symbol;
	size_t length;

	while (text_is_letter(*at))
		at++;
	length = (size_t)(at - name);
	if (length == 1 && latex_accent(*name) != 0)
		return put_accented(out, at, *name, latex_accent(*name));
	at = past_blanks(at);
	if (*at == '{' &&
	    ((length == 3 && strncmp(name, "url", 3) == 0) ||
		(length == 4 && strncmp(name, "href", 4) == 0)))
		return put_address(out, at + 1);
	symbol = latex_symbol(name, length);
	if (symbol != NULL)
		buffer_text(out, symbol);
	return at;
}

/* A backslash and what belongs to it. */
static const char *
put_escape(struct buffer *out, const char *at)
{
	size_t run = strspn(at, "\\");
	char c;

	/* "50\\%", "R\\\&D": escaped by a writer who did not see that it was. */
	if (run > 1 && at[run] != '\0' && strchr("&%#_", at[run]) != NULL)
		at += run - 1;
	c = at[1];
	if (c == '\0')
		return at + 1;
	if (text_is_letter(c))
		return put_command(out, at + 1);
	if (latex_accent(c) != 0)
		return put_accented(out, at + 2, c, latex_accent(c));
	if (strchr("&%$#_{}", c) != NULL)
		buffer_char(out, c);
	else if (strchr(" ,;:\\\n\t\r", c) != NULL)
		buffer_char(out, ' ');
	/* "\-", "\/", "\!": nothing that shows.  A byte beyond ASCII stays. */
	return at + ((c & 0x80) != 0 ? 1 : 2);
}

/* "``", "''", "--", "---" as they print; 0: none of them. */
static size_t
put_ligature(struct buffer *out, const char *at)
{
	static const struct {
		const char *from, *to;
	} ligatures[] = { { "---", "—" }, { "--", "–" }, { "``", "“" }, { "''", "”" },
		{ "~", " " } };

	for (size_t i = 0; i < sizeof ligatures / sizeof *ligatures; i++) {
		size_t length = strlen(ligatures[i].from);
		if (strncmp(at, ligatures[i].from, length) != 0)
			continue;
		buffer_text(out, ligatures[i].to);
		return length;
	}
	return 0;
}

char *
latex_text(struct arena *arena, const char *value, bool verbatim)
{
	struct buffer out;
	bool formula = false;
	char *text;

	buffer_init(&out, 0);
	for (const char *at = value; *at != '\0';) {
		size_t length = strcspn(at, "\\{}$^_-`'~");
		buffer_add(&out, at, length);
		at += length;
		length = verbatim ? 0 : put_ligature(&out, at);
		if (*at == '\0')
			break;
		if (length > 0) {
			at += length;
		} else if (*at == '\\') {
			at = put_escape(&out, at);
		} else if (*at == '{' || *at == '}') {
			at++;
		} else if (*at == '$') {
			formula = !formula;
			at++;
		} else if (formula && (*at == '^' || *at == '_')) {
			at++;
		} else {
			buffer_char(&out, *at++);
		}
	}
	text = text_squeeze(arena, out.length > 0 ? out.bytes : "");
	buffer_free(&out);
	return text;
}
