/*
 * MEDLINE enters, as PubMed exports it (.nbib); an entry a record leaves.
 * Tags: "MEDLINE/PubMed Data Element (Field) Descriptions", nlm.nih.gov.
 */
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "list/record/record.h"
#include "list/record/tagged.h"

static const struct tagged_meaning meanings[] = {
	{ "PMID", GIVEN_PMID },
	{ "PMC", GIVEN_PMCID },
	{ "JT", GIVEN_VENUE },
	{ "TA", GIVEN_OTHER_VENUE },
};

/* A title ends in a full stop; one that was translated stands in brackets. */
static const char *
title_of(struct arena *scratch, const char *text)
{
	char *title = text_squeeze(scratch, text);
	size_t length = strlen(title);

	if (length > 1 && title[length - 1] == '.' && title[length - 2] != '.')
		title[--length] = '\0';
	if (length > 2 && title[0] == '[' && title[length - 1] == ']' &&
	    strchr(title, ']') == title + length - 1) {
		title[length - 1] = '\0';
		title++;
	}
	return title;
}

/* "10.1000/x [doi]"; "arXiv:2301.00001v1 [pii]". */
static void
say_location(struct said *said, const char *text)
{
	char *id = text_squeeze(said->scratch, text);
	char *kind = strstr(id, " [");

	if (kind == NULL)
		return;
	*kind = '\0';
	if (strncmp(kind + 1, "[doi]", 5) == 0)
		said_add(said, GIVEN_DOI, id);
	else if (text_starts_nocase(id, "arXiv:"))
		said_add(said, GIVEN_ARXIV, id);
}

static void
say_field(struct said *said, const struct tagged_field *field)
{
	const char *tag = field->tag;

	if (strcmp(tag, "TI") == 0)
		said_add(said, GIVEN_TITLE, title_of(said->scratch, field->text));
	else if (strcmp(tag, "DP") == 0)
		said_add(said, GIVEN_DATE, tagged_date(said->scratch, field->text));
	else if (strcmp(tag, "LID") == 0 || strcmp(tag, "AID") == 0)
		say_location(said, field->text);
	else
		tagged_say(said, field, meanings, sizeof meanings / sizeof *meanings);
}

/* "Roe AB" of records that have no full names: "Roe, AB". */
static void
say_short_people(struct said *said, const struct tagged_field *fields, size_t count)
{
	static const char *const people[] = { "AU", "CN", NULL };
	struct tagged_field *turned = arena_alloc(said->scratch, count * sizeof *turned);

	for (size_t i = 0; i < count; i++) {
		const char *text = text_squeeze(said->scratch, fields[i].text);
		const char *blank = strrchr(text, ' ');
		turned[i] = fields[i];
		turned[i].text = text;
		if (strcmp(fields[i].tag, "AU") == 0 && blank != NULL)
			turned[i].text = arena_printf(said->scratch, "%.*s, %s",
			    (int)(blank - text), text, blank + 1);
	}
	tagged_say_people(said, turned, count, people);
}

static void
say_nbib(struct said *said, const struct tagged_field *fields, size_t count)
{
	static const char *const people[] = { "FAU", "CN", NULL };
	bool named = false;

	for (size_t i = 0; i < count; i++) {
		say_field(said, &fields[i]);
		named |= strcmp(fields[i].tag, "FAU") == 0;
	}
	/* What holds a chapter is the title of a whole book. */
	for (size_t i = 0; i < count; i++)
		if (strcmp(fields[i].tag, "BTI") == 0)
			said_add(said,
			    said->text[GIVEN_TITLE] == NULL ? GIVEN_TITLE
							    : GIVEN_OTHER_VENUE,
			    title_of(said->scratch, fields[i].text));
	if (named)
		tagged_say_people(said, fields, count, people);
	else
		say_short_people(said, fields, count);
}

static bool
read_nbib(struct reader *reader, const char *bytes, size_t length, const char **reason)
{
	static const struct tagged_format format = { "PMID", NULL, say_nbib };

	(void)reason;
	tagged_read(reader, bytes, length, &format);
	return true;
}

static bool
begins_nbib(const char *bytes, size_t length)
{
	char tag[5];
	const char *text = tagged_line(bytes, bytes + length, tag);

	if (text == NULL || strcmp(tag, "PMID") != 0)
		return false;
	while (text < bytes + length && *text == ' ')
		text++;
	return text < bytes + length && *text >= '0' && *text <= '9';
}

const struct format list_format_nbib = { "MEDLINE", "nbib medline", begins_nbib,
	read_nbib, WRITING_LINES };
