/* Values of members enter, as written; what is said of the entry leaves. */
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "list/record/given.h"

static const struct {
	enum given given;
	enum identifier_kind kind;
} identifiers[] = {
	{ GIVEN_DOI, IDENTIFIER_DOI },
	{ GIVEN_ARXIV, IDENTIFIER_ARXIV },
	{ GIVEN_ACL, IDENTIFIER_ACL },
	{ GIVEN_PMID, IDENTIFIER_PMID },
	{ GIVEN_PMCID, IDENTIFIER_PMCID },
	{ GIVEN_S2_CORPUS, IDENTIFIER_S2_CORPUS },
};

/* What a column of links says of them, where a bare owner/name lives, and
 * what its words are when they are no link. */
static const struct {
	enum given given;
	enum link_role role;
	enum identifier_kind bare; /* IDENTIFIER_KINDS: nowhere */
	enum given words;
} links[] = {
	{ GIVEN_LINK, LINK_OTHER, IDENTIFIER_KINDS, GIVEN_NOTHING },
	{ GIVEN_PAPER, LINK_PAPER, IDENTIFIER_KINDS, GIVEN_TITLE_OF_PAPER },
	{ GIVEN_CODE, LINK_CODE, IDENTIFIER_GITHUB, GIVEN_NOTHING },
	{ GIVEN_MODEL, LINK_MODEL, IDENTIFIER_HF_MODEL, GIVEN_TITLE_OF_OTHER },
	{ GIVEN_DATASET, LINK_DATASET, IDENTIFIER_HF_DATASET, GIVEN_TITLE_OF_OTHER },
	{ GIVEN_SPACE, LINK_SPACE, IDENTIFIER_HF_SPACE, GIVEN_NOTHING },
	{ GIVEN_WEBSITE, LINK_WEBSITE, IDENTIFIER_KINDS, GIVEN_NOTHING },
};

static void
add_text(struct said *said, enum given given, const char *text)
{
	if (said->text[given] != NULL)
		return;
	text = text_squeeze(said->arena, text);
	if (!text_is_blank(text) && strcmp(text, "-") != 0 && strcmp(text, "–") != 0 &&
	    strcmp(text, "—") != 0)
		said->text[given] = text;
}

static void
add_links(struct said *said, size_t row, const char *text)
{
	const char *slash = strchr(text, '/');

	if (given_add_links(said, text, links[row].role) > 0)
		return;
	if (links[row].bare != IDENTIFIER_KINDS && slash != NULL &&
	    strchr(slash + 1, '/') == NULL)
		given_add_identifier(said, links[row].bare, text);
	if (links[row].words != GIVEN_NOTHING)
		add_text(said, links[row].words, text);
}

/* "PMID: 123" and the like, a line each, as managers keep what has no field of
 * its own; and addresses. */
static void
add_extra(struct said *said, const char *text)
{
	static const struct {
		const char *word;
		enum identifier_kind kind;
	} words[] = { { "PMID:", IDENTIFIER_PMID }, { "PMCID:", IDENTIFIER_PMCID },
		{ "arXiv:", IDENTIFIER_ARXIV }, { "DOI:", IDENTIFIER_DOI } };

	given_add_links(said, text, LINK_OTHER);
	for (const char *line = text; line != NULL;
	     line = strchr(line, '\n') != NULL ? strchr(line, '\n') + 1 : NULL) {
		line += strspn(line, " \t\r");
		for (size_t i = 0; i < sizeof words / sizeof *words; i++)
			if (text_starts_nocase(line, words[i].word))
				given_add_identifier(said, words[i].kind,
				    arena_text_n(said->scratch,
					line + strlen(words[i].word),
					strcspn(line + strlen(words[i].word), "\n")));
	}
}

void
said_add(struct said *said, enum given given, const char *text)
{
	struct identifier id;

	if (text_is_blank(text))
		return;
	if (given < GIVEN_TEXTS)
		add_text(said, given, text);
	if (given == GIVEN_EXTRA)
		add_extra(said, text);
	if (given == GIVEN_ID) {
		if (identifier_parse(said->scratch, text, &id))
			given_add_identifier(said, id.kind, id.value);
		else
			given_add_links(said, text, LINK_OTHER);
	}
	for (size_t i = 0; i < sizeof identifiers / sizeof *identifiers; i++)
		if (identifiers[i].given == given)
			given_add_identifier(said, identifiers[i].kind, text);
	for (size_t i = 0; i < sizeof links / sizeof *links; i++)
		if (links[i].given == given)
			add_links(said, i, text);
}
