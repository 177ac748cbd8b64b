/*
 * What a structured list says of an entry enters, member by member; the entry
 * leaves, made of the same parts as one that was read from Markdown.
 */
#include "list/record/given.h"

#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "list/words/words.h"

/* 1 … 12 of "11", "nov", "November", "10 January"; 0: none. */
static unsigned
month_number(const char *text)
{
	static const char months[][4] = { "jan", "feb", "mar", "apr", "may", "jun", "jul",
		"aug", "sep", "oct", "nov", "dec" };
	unsigned number = 0;

	if (text == NULL)
		return 0;
	for (unsigned m = 0; m < 12; m++)
		if (text_find_nocase(text, months[m]) != NULL)
			return m + 1;
	for (; *text >= '0' && *text <= '9' && number < 100; text++)
		number = number * 10 + (unsigned)(*text - '0');
	return number <= 12 ? number : 0;
}

static unsigned
day_number(const char *text)
{
	unsigned number = 0;

	for (; text != NULL && *text >= '0' && *text <= '9' && number < 100; text++)
		number = number * 10 + (unsigned)(*text - '0');
	return number <= 31 ? number : 0;
}

static void
set_date(struct arena *arena, const struct said *said, struct entry *entry)
{
	static const enum given places[] = { GIVEN_DATE, GIVEN_YEAR, GIVEN_OTHER_DATE };
	unsigned month = month_number(said->text[GIVEN_MONTH]);
	unsigned day = day_number(said->text[GIVEN_DAY]);

	for (size_t i = 0; i < 3 && entry->date == NULL; i++) {
		const char *text = said->text[places[i]];
		size_t start, end;
		/* "NOV 7" beside a year of its own. */
		if (text != NULL && places[i] == GIVEN_DATE && month == 0 &&
		    words_date(arena, text, &start, &end) == NULL)
			month = month_number(text);
		if (text == NULL ||
		    (entry->date = words_date(arena, text, &start, &end)) == NULL)
			continue;
		if (strcmp(entry->date, text) != 0)
			entry->date_raw = text;
		if (places[i] == GIVEN_OTHER_DATE || month == 0 ||
		    strlen(entry->date) > 4)
			continue;
		entry->date = day > 0
		    ? arena_printf(arena, "%s-%02u-%02u", entry->date, month, day)
		    : arena_printf(arena, "%s-%02u", entry->date, month);
	}
}

/* "arXiv preprint arXiv:2401.00001" is a server and a link. */
static bool
take_preprint(struct said *said, const char *venue)
{
	const char *id = text_find_nocase(venue, "arxiv:");

	if (!text_starts_nocase(venue, "arxiv"))
		return false;
	if (id != NULL)
		given_add_identifier(said, IDENTIFIER_ARXIV, id);
	return id != NULL || text_find_nocase(venue, "preprint") != NULL;
}

/* A year that closes it ("NeurIPS 2023") is no part of its name. */
static void
set_venue(struct arena *arena, struct said *said, struct entry *entry)
{
	const char *text = said->text[GIVEN_VENUE] != NULL
	    ? said->text[GIVEN_VENUE]
	    : said->text[GIVEN_OTHER_VENUE];
	size_t start, end;

	if (text == NULL)
		return;
	if (take_preprint(said, text))
		entry->venue = "arXiv";
	else if (words_date(arena, text, &start, &end) != NULL && start > 1 &&
	    strchr(" ,(", text[start - 1]) != NULL &&
	    text[end + strspn(text + end, ").")] == '\0')
		words_venue(arena, text, entry);
	else
		entry->venue = text;
}

static const char *
join_subtitle(struct arena *arena, const struct said *said)
{
	const char *title = said->text[GIVEN_TITLE];
	const char *subtitle = said->text[GIVEN_SUBTITLE];

	return title == NULL || subtitle == NULL
	    ? title
	    : arena_printf(arena, "%s: %s", title, subtitle);
}

static void
set_title(struct arena *arena, const struct said *said, struct entry *entry)
{
	const char *name = said->text[GIVEN_NAME];
	const char *title = join_subtitle(arena, said);

	if (title == NULL)
		title = said->text[GIVEN_TITLE_OF_PAPER];
	if (title == NULL)
		title = name;
	if (title == NULL)
		title = said->text[GIVEN_TITLE_OF_OTHER];
	if (title == NULL)
		return;
	entry->title = words_title(arena, title);
	entry->name = name != NULL && strcmp(name, title) != 0
	    ? name
	    : words_name(arena, entry->title);
}

bool
given_settle(struct reader *reader, struct said *said, unsigned line, unsigned last_line)
{
	struct entry entry = { .institute = said->text[GIVEN_INSTITUTE],
		.license = said->text[GIVEN_LICENSE],
		.base_model = said->text[GIVEN_BASE_MODEL],
		.authors = said->text[GIVEN_AUTHORS] };

	set_title(reader->arena, said, &entry);
	if (text_is_blank(entry.title))
		return false;
	set_date(reader->arena, said, &entry);
	set_venue(reader->arena, said, &entry);
	entry.links = said->links;
	entry.link_count = said->link_count;
	entry.people = said->people;
	entry.people_count = said->people_count;
	entry.type = said->type;
	reader->headings[2] = said->text[GIVEN_SECTION];
	reader_add(reader, &entry, line, last_line);
	return true;
}
