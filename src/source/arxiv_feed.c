/* A page of arXiv's Atom feed in; figures, and an entry's brief out. */
#include "source/arxiv.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/markup.h"
#include "base/text.h"
#include "source/draft.h"

bool
arxiv_is_error(struct arena *arena, const struct markup *entry)
{
	return strstr(markup_text(arena, markup_child(entry, "id")), "/api/errors") !=
	    NULL;
}

void
arxiv_read_feed(
    struct arena *arena, const struct response *response, struct arxiv_feed *feed)
{
	const struct markup *root = markup_parse_xml(
				arena, response->body, response->body_length, NULL),
			    *entry;
	const char *total;

	memset(feed, 0, sizeof *feed);
	if (root == NULL || root->name == NULL || strcmp(root->name, "feed") != 0)
		return;
	feed->root = root;
	for (entry = markup_child(root, "entry"); entry != NULL;
	     entry = markup_next(entry, "entry")) {
		if (arxiv_is_error(arena, entry))
			feed->error = true;
		else
			feed->entries++;
	}
	total = markup_text(arena, markup_child(root, "totalResults"));
	feed->total = strtoul(total, NULL, 10);
	if (feed->error || feed->total < feed->entries)
		feed->total = feed->entries;
}

const char *
arxiv_doi(struct arena *arena, const struct markup *parent)
{
	const char *text = text_squeeze(
	    arena, markup_text(arena, markup_child(parent, "doi")));
	size_t length = strcspn(text, " ,;");

	while (length > 0 && text[length - 1] == '.')
		length--;
	return arena_text_n(arena, text, length);
}

static void
read_authors(struct draft *draft, const struct markup *entry)
{
	struct author *authors = NULL;
	const struct markup *author;
	size_t count = 0;

	for (author = markup_child(entry, "author"); author != NULL;
	     author = markup_next(author, "author"))
		draft_author(draft->arena, &authors, &count,
		    markup_text(draft->arena, markup_child(author, "name")), NULL, NULL);
	draft_authors(draft, authors, count);
}

bool
arxiv_brief(const struct answer *answer, struct arena *arena, struct brief *brief)
{
	const struct markup *entry = reply_body_xml(arena, answer);
	const char *title, *day, *id, *comment, *abstract;
	struct draft draft;

	if (entry == NULL || entry->name == NULL || strcmp(entry->name, "entry") != 0)
		return false;
	id = spell_arxiv(arena, markup_text(arena, markup_child(entry, "id")));
	if (id == NULL)
		return false;
	draft_begin(&draft, arena, BRIEF_PAPER);
	title = text_squeeze(arena, markup_text(arena, markup_child(entry, "title")));
	/* Titles came back as "0" for a while. */
	if (strcmp(title, "0") != 0)
		draft_title_plain(&draft, title);
	draft_id(&draft, IDENTIFIER_ARXIV, id);
	draft_id(&draft, IDENTIFIER_DOI, arxiv_doi(arena, entry));
	read_authors(&draft, entry);
	day = text_squeeze(arena, markup_text(arena, markup_child(entry, "published")));
	/* The year a preprint is cited with is that of its first version. */
	if (draft_date(&draft, FIELD_FIRST_PUBLIC, day)) {
		draft_date(&draft, FIELD_ISSUED, day);
		draft.year = draft_year_of(day);
	}
	draft_claim(&draft, FIELD_VENUE, "arXiv.org");
	draft_claim(&draft, FIELD_TYPE, "article");
	comment = markup_text(arena, markup_child(entry, "comment"));
	abstract = markup_text(arena, markup_child(entry, "summary"));
	if (arxiv_says_withdrawn(comment, abstract))
		draft_claim(&draft, FIELD_WITHDRAWN, "true");
	draft_artifacts_in(&draft, comment);
	draft_artifacts_in(&draft, abstract);
	draft_finish(&draft, brief);
	return true;
}
