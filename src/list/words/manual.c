/* The entries of a text enter; of a manual, which is no list, sections of papers leave. */
#include <string.h>

#include "base/text.h"
#include "list/words/words.h"

/* A block of code, or a heading like "Installation", speaks as loud as so many headings;
 * fewer entries are no log and no roll. */
enum { LOUD = 2, ENOUGH = 8 };

/* Does it link where papers are, with a title of some words; or say where and when it came
 * out, without a link? */
static bool
is_paper(const struct entry *entry)
{
	if (entry->link_count == 0)
		return entry->venue != NULL && entry->date != NULL;
	for (size_t i = 0; i < entry->link_count; i++)
		if (words_is_paper_address(entry->links[i].url))
			return words_count(entry->title) >= TITLE_WORDS ||
			    text_is_blank(entry->title);
	return false;
}

/* Are most of the entries papers, and more than one? */
static bool
are_papers(const struct entry *entries, size_t count)
{
	size_t papers = 0;

	for (size_t i = 0; i < count; i++)
		papers += is_paper(&entries[i]);
	return papers > 1 && 2 * papers >= count;
}

/* A change of a program, as logs of releases link it, or somebody's page: no work. */
static bool
is_change_or_person(const char *url)
{
	static const char host[] = "https://github.com/";
	static const char *const changes[] = { "/pull/", "/commit/", "/compare/" };

	if (!text_starts_nocase(url, host))
		return false;
	for (size_t i = 0; i < sizeof changes / sizeof changes[0]; i++)
		if (strstr(url, changes[i]) != NULL)
			return true;
	url += strlen(host);
	return strspn(url + strcspn(url, "/?#"), "/") ==
	    strlen(url + strcspn(url, "/?#"));
}

/* Are they the changes of a program, or the people who made it? */
static bool
are_changes(const struct entry *entries, size_t count)
{
	size_t changes = 0;

	for (size_t i = 0; i < count; i++) {
		size_t links = entries[i].link_count;
		while (links > 0 && is_change_or_person(entries[i].links[links - 1].url))
			links--;
		changes += links == 0 && entries[i].link_count > 0;
	}
	return count >= ENOUGH && 2 * changes > count;
}

void
manual_leave(struct reader *reader)
{
	struct entry *entries = reader->entries;
	size_t count = reader->count, kept = 0, end;

	/* A list has more entries than headings, shows nothing that is to be typed, and
	 * does not tell who changed it how. */
	if ((reader->manual == 0 || count >= reader->sections + LOUD * reader->manual) &&
	    !are_changes(entries, count))
		return;
	for (size_t at = 0; at < count; at = end) {
		bool keep;
		for (end = at + 1; end < count &&
		     strcmp(entries[end].section, entries[at].section) == 0;
		     end++)
			;
		keep = are_papers(entries + at, end - at);
		for (size_t i = at; i < end; i++)
			if (keep)
				entries[kept++] = entries[i];
			else
				reader_leave(reader, LEFT_MANUAL, entries[i].line);
	}
	/* Their numbers are others now. */
	for (size_t i = 0; i < kept; i++)
		entries[i].like = 0;
	reader->count = kept;
	if (kept == 0)
		reader->seen_count = reader->doubt_count = 0;
}
