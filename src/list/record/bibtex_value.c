/*
 * The text of a BibTeX file enters; words and values leave, with pieces
 * joined and macros put in.
 */
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/strmap.h"
#include "base/text.h"
#include "list/record/bibtex.h"

enum { LONGEST_WORD = 200 };

void
bibtex_broken(struct bibtex *b, const char *words)
{
	if (b->trouble == NULL)
		b->trouble = words;
}

void
bibtex_skip_blanks(struct bibtex *b)
{
	while (b->at < b->end && *b->at != '\0' && strchr(" \t\r\n", *b->at) != NULL)
		b->at++;
}

bool
bibtex_take(struct bibtex *b, char c)
{
	bibtex_skip_blanks(b);
	if (b->at == b->end || *b->at != c)
		return false;
	b->at++;
	return true;
}

const char *
bibtex_word(struct bibtex *b)
{
	const char *start;

	bibtex_skip_blanks(b);
	for (start = b->at;
	     b->at<b->end && * b->at> ' ' && strchr("\"#%'(),={}@", *b->at) == NULL;
	     b->at++)
		;
	if (b->at - start > LONGEST_WORD)
		return "";
	return text_lower(
	    b->scratch, arena_text_n(b->scratch, start, (size_t)(b->at - start)));
}

bool
bibtex_entry_begins(const struct bibtex *b, const char *at)
{
	const char *word = at + 1;

	if (*at != '@' || at[-1] != '\n')
		return false;
	while (word < b->end && text_is_letter(*word))
		word++;
	return word > at + 1 && word < b->end && (*word == '{' || *word == '(');
}

/* Does a new field begin here, "name = {" on a line of its own? */
static bool
field_begins(const struct bibtex *b, const char *at)
{
	const char *name;

	if (*at != '\n')
		return false;
	while (at < b->end && (*at == '\n' || *at == ' ' || *at == '\t'))
		at++;
	for (name = at; at < b->end && text_is_letter(*at); at++)
		;
	if (at == name)
		return false;
	while (at < b->end && (*at == ' ' || *at == '\t'))
		at++;
	if (at == b->end || *at++ != '=')
		return false;
	while (at < b->end && (*at == ' ' || *at == '\t'))
		at++;
	return at < b->end && (*at == '{' || *at == '"');
}

/* A value that runs into the next field: it ends at its last comma. */
static void
end_before_field(struct buffer *out)
{
	while (out->length > 0 && strchr(" \t\r\n,", out->bytes[out->length - 1]) != NULL)
		out->bytes[--out->length] = '\0';
}

bool
bibtex_enclosed(struct bibtex *b, char stop, struct buffer *out)
{
	unsigned depth = 0;

	for (; b->at < b->end; b->at++) {
		if (depth == 0 && *b->at == stop) {
			b->at++;
			return true;
		}
		if (bibtex_entry_begins(b, b->at))
			break;
		if (field_begins(b, b->at)) {
			bibtex_broken(b, "a value is never closed");
			end_before_field(out);
			return true;
		}
		depth += *b->at == '{';
		depth -= *b->at == '}' && depth > 0;
		buffer_char(out, *b->at);
	}
	bibtex_broken(b,
	    stop == '}' ? "a brace is never closed" : "a quotation mark is never closed");
	return false;
}

static void
put_macro(struct bibtex *b, const char *name, struct buffer *out)
{
	const char *value = strmap_get(b->macros, name);
	size_t length;

	/* Nobody defined it (or nesting got out of hand): its name says more
	 * than nothing. */
	if (value == NULL || (length = strlen(value)) > b->budget) {
		buffer_text(out, name);
		return;
	}
	b->budget -= length;
	buffer_text(out, value);
}

bool
bibtex_value(struct bibtex *b, struct buffer *out)
{
	buffer_clear(out);
	do {
		const char *word;
		if (bibtex_take(b, '{')) {
			if (!bibtex_enclosed(b, '}', out))
				return false;
		} else if (bibtex_take(b, '"')) {
			if (!bibtex_enclosed(b, '"', out))
				return false;
		} else if (*(word = bibtex_word(b)) >= '0' && *word <= '9') {
			buffer_text(out, word);
		} else if (*word != '\0') {
			put_macro(b, word, out);
		} else {
			bibtex_broken(b, "a field has no value");
			return false;
		}
	} while (bibtex_take(b, '#'));
	return true;
}
