/*
 * Lines with an address or an identifier each enter; an entry a line leaves,
 * without a title: the services give it.  "#" begins what is only for people.
 */
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "list/record/given.h"
#include "list/record/record.h"
#include "list/words/words.h"

/* As far as a file is looked at to know it. */
enum { ENOUGH_LINES = 200, LONGEST_LINE = 2048 };

/* The words of a line, without what is for people; "": none.  NULL: too long. */
static char *
line_words(struct arena *scratch, const char *line, size_t length)
{
	char *text;

	if (length > LONGEST_LINE)
		return NULL;
	text = text_squeeze(scratch, arena_text_n(scratch, line, length));
	for (char *at = text; *at != '\0'; at++)
		/* "https://x.example/#part" is one address. */
		if (*at == '#' && (at == text || at[-1] == ' ')) {
			at[at > text ? -1 : 0] = '\0';
			break;
		}
	return text;
}

/* "2301.04567", "2301.04567v2". */
static bool
is_number_of_arxiv(const char *text)
{
	size_t front = strspn(text, "0123456789"), back;

	if (front != 4 || text[4] != '.')
		return false;
	back = strspn(text + 5, "0123456789");
	return (back == 4 || back == 5) &&
	    (text[5 + back] == '\0' || text[5 + back] == 'v');
}

/* What the line says: links of `said`; false: neither address nor identifier. */
static bool
say_line(struct said *said, const char *words)
{
	static const char *const kinds[] = {
		"doi:", "arxiv:", "pmid:", "pmcid:", "acl:", "github:", "corpusid:", "s2:"
	};
	static const enum given givens[] = { GIVEN_DOI, GIVEN_ARXIV, GIVEN_PMID,
		GIVEN_PMCID, GIVEN_ACL, GIVEN_CODE, GIVEN_S2_CORPUS, GIVEN_S2_CORPUS };

	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (text_starts_nocase(words, kinds[i])) {
			const char *value = words + strlen(kinds[i]);
			said_add(said, givens[i], value + strspn(value, " "));
			return said->link_count == 1;
		}
	if (strchr(words, ' ') != NULL)
		return false;
	if (text_starts_nocase(words, "10."))
		said_add(said, GIVEN_DOI, words);
	else if (is_number_of_arxiv(words))
		said_add(said, GIVEN_ARXIV, words);
	else if (text_starts_nocase(words, "PMC"))
		said_add(said, GIVEN_PMCID, words);
	else
		given_add_links(said, words, LINK_OTHER);
	return said->link_count == 1;
}

static void
read_line(struct reader *reader, const char *line, size_t length, unsigned number)
{
	struct said said = { .arena = reader->arena, .scratch = reader->scratch };
	struct entry entry = { .title = "" };
	const char *words, *name;

	arena_reset(reader->scratch);
	words = line_words(reader->scratch, line, length);
	if (words != NULL && *words == '\0')
		return;
	if (words == NULL || !say_line(&said, words)) {
		reader_broken(
		    reader, number, "this line is neither an address nor an identifier");
		return;
	}
	name = words_hub_name(reader->arena, said.links[0].url);
	if (name != NULL)
		entry.title = name;
	else if (said.links[0].role != LINK_PAPER &&
	    !words_is_paper_address(said.links[0].url)) {
		reader_leave(reader, LEFT_UNTITLED, number);
		return;
	}
	entry.links = said.links;
	entry.link_count = said.link_count;
	reader_add(reader, &entry, number, number);
}

static bool
read_plain(struct reader *reader, const char *bytes, size_t length, const char **reason)
{
	const char *end = bytes + length;

	(void)reason;
	for (unsigned line = 1; bytes < end; line++) {
		const char *newline = memchr(bytes, '\n', (size_t)(end - bytes));
		const char *stop = newline == NULL ? end : newline;
		read_line(reader, bytes, (size_t)(stop - bytes), line);
		bytes = newline == NULL ? end : newline + 1;
	}
	return true;
}

/* Every line must be one, two at least: an address alone is also a paragraph. */
static bool
begins_plain(const char *bytes, size_t length)
{
	struct arena *scratch = arena_new();
	const char *end = bytes + length;
	unsigned items = 0;
	bool good = true;

	for (unsigned line = 0; good && bytes < end && line < ENOUGH_LINES; line++) {
		struct said said = { .arena = scratch, .scratch = scratch };
		const char *newline = memchr(bytes, '\n', (size_t)(end - bytes));
		const char *stop = newline == NULL ? end : newline;
		const char *words = line_words(scratch, bytes, (size_t)(stop - bytes));
		if (words == NULL || *words != '\0') {
			good = words != NULL && say_line(&said, words);
			items += good;
		}
		bytes = newline == NULL ? end : newline + 1;
	}
	arena_free(scratch);
	return good && items >= 2;
}

const struct format list_format_plain = { "lines", "urls ids", begins_plain, read_plain,
	WRITING_LINES };
