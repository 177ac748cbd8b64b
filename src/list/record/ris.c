/*
 * RIS enters, as reference managers and publishers write it; an entry a record
 * leaves.  Research Information Systems' format of 2011 and what Zotero, EndNote,
 * Scopus and PubMed put into it.
 */
#include <string.h>

#include "base/text.h"
#include "list/record/record.h"
#include "list/record/tagged.h"

static const struct tagged_meaning meanings[] = {
	{ "TI", GIVEN_TITLE },
	{ "T1", GIVEN_TITLE },
	{ "CT", GIVEN_TITLE },
	{ "JF", GIVEN_VENUE },
	{ "T2", GIVEN_VENUE },
	{ "BT", GIVEN_OTHER_VENUE },
	{ "C3", GIVEN_OTHER_VENUE },
	{ "JO", GIVEN_OTHER_VENUE },
	{ "JA", GIVEN_OTHER_VENUE },
	{ "J2", GIVEN_OTHER_VENUE },
	{ "DO", GIVEN_DOI },
	{ "UR", GIVEN_LINK },
	{ "LK", GIVEN_LINK },
	{ "L1", GIVEN_PAPER },
	{ "N1", GIVEN_EXTRA },
	{ "AN", GIVEN_EXTRA },
};

static void
say_field(struct said *said, const struct tagged_field *field)
{
	const char *text = field->text;

	if (strcmp(field->tag, "TY") == 0)
		said->type = given_type_of(text_squeeze(said->scratch, text));
	else if (strcmp(field->tag, "DA") == 0)
		said_add(said, GIVEN_DATE, tagged_date(said->scratch, text));
	else if (strcmp(field->tag, "PY") == 0 || strcmp(field->tag, "Y1") == 0)
		said_add(said, GIVEN_YEAR, tagged_date(said->scratch, text));
	else if (strcmp(field->tag, "C2") == 0 &&
	    text_starts_nocase(text_squeeze(said->scratch, text), "PMC"))
		said_add(said, GIVEN_PMCID, text);
	else
		tagged_say(said, field, meanings, sizeof meanings / sizeof *meanings);
}

static void
say_ris(struct said *said, const struct tagged_field *fields, size_t count)
{
	static const char *const people[] = { "AU", "A1", NULL };

	for (size_t i = 0; i < count; i++)
		say_field(said, &fields[i]);
	tagged_say_people(said, fields, count, people);
}

static bool
read_ris(struct reader *reader, const char *bytes, size_t length, const char **reason)
{
	static const struct tagged_format format = { "TY", "ER", say_ris };

	(void)reason;
	tagged_read(reader, bytes, length, &format);
	return true;
}

static bool
begins_ris(const char *bytes, size_t length)
{
	char tag[5];

	return tagged_line(bytes, bytes + length, tag) != NULL && strcmp(tag, "TY") == 0;
}

const struct format list_format_ris = { "RIS", "ris", begins_ris, read_ris,
	WRITING_LINES };
