/* A list's name and first bytes enter, the format it is written in leaves. */
#include "list/format.h"

#include <string.h>

#include "list/list.h"
#include "list/prose/prose.h"
#include "list/record/record.h"

static bool
markdown_read_list(
    struct reader *reader, const char *bytes, size_t length, const char **reason)
{
	(void)reason;
	slices_read(reader, bytes, length);
	return true;
}

static const struct format markdown = { "Markdown", "md markdown mkd html htm", NULL,
	markdown_read_list, WRITING_MARKDOWN };

/* Markdown is last: it is what is left. */
#define FORMAT_AT(name) &list_format_##name,
static const struct format *const formats[] = { LIST_FORMATS(FORMAT_AT) & markdown };
enum { FORMATS = sizeof formats / sizeof formats[0] };

/* Where a path or URL ends: queries and fragments are no part of a name. */
static size_t
name_length(const char *source)
{
	return strstr(source, "://") != NULL ? strcspn(source, "?#") : strlen(source);
}

static bool
has_extension(const char *source, const char *extensions)
{
	size_t length = name_length(source);

	for (const char *word = extensions; *word != '\0';) {
		size_t size = strcspn(word, " ");
		if (length > size + 1 && source[length - size - 1] == '.' &&
		    strncasecmp(source + length - size, word, size) == 0)
			return true;
		word += size + (word[size] == ' ');
	}
	return false;
}

bool
list_is_named(const char *source)
{
	for (size_t i = 0; i < FORMATS; i++)
		if (has_extension(source, formats[i]->extensions))
			return true;
	return false;
}

/* Ways of writing whose links would be misread as Markdown's, and who turns them. */
const char *
format_unread(const char *source)
{
	static const struct {
		const char *extensions, *words;
	} unread[] = {
		{ "rst",
		    "is reStructuredText, which is not read: "
		    "\"pandoc -f rst -t gfm\" makes Markdown of it" },
		{ "org",
		    "is Org, which is not read: "
		    "\"pandoc -f org -t gfm\" makes Markdown of it" },
		{ "adoc asciidoc",
		    "is AsciiDoc, which is not read: "
		    "\"downdoc\" makes Markdown of it" },
		{ "ipynb",
		    "is a notebook, which is not read: \"jupyter nbconvert --to "
		    "markdown\" makes Markdown of it" },
		{ "tex",
		    "is LaTeX, which is not read: name its .bib, or let "
		    "\"pandoc -f latex -t gfm\" make Markdown of it" },
	};

	for (size_t i = 0; i < sizeof unread / sizeof unread[0]; i++)
		if (has_extension(source, unread[i].extensions))
			return unread[i].words;
	return NULL;
}

const struct format *
format_of(const char *source, const char *bytes, size_t length)
{
	for (size_t i = 0; i < FORMATS; i++)
		if (has_extension(source, formats[i]->extensions))
			return formats[i];
	while (length > 0 && strchr(" \t\r\n", *bytes) != NULL && *bytes != '\0') {
		bytes++;
		length--;
	}
	for (size_t i = 0; i < FORMATS - 1; i++)
		if (formats[i]->begins != NULL && formats[i]->begins(bytes, length))
			return formats[i];
	return formats[FORMATS - 1];
}
