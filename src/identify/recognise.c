/* An address or words enter; the identifiers in them leave. */
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "identify/identify.h"
#include "identify/inside.h"

/* A badge's URL holds the address of an API: every URL inside is read too. */
static void
identify_badge(struct arena *arena, const struct url *url, struct found *found)
{
	const char *text = url->query == NULL ? "" : url_decode(arena, url->query);
	const char *inner;

	for (inner = strstr(text, "http"); inner != NULL;
	     inner = strstr(inner + 4, "http")) {
		struct url parsed;
		if (url_parse(arena, inner, &parsed) &&
		    !url_host_is(parsed.host, "shields.io"))
			found->count += identify_url(arena,
			    arena_text_n(arena, inner, strcspn(inner, " &")),
			    found->out + found->count, found->most - found->count);
	}
	hubs_read_github(arena, url, found);
}

/*
 * aclanthology.2022.x.pdf: the host swallowed the path.  "medical\_meadow": no
 * address has a backslash; Markdown's way to write a sign as itself stayed in
 * an address that is written bare.
 */
const char *
recognise_mend(struct arena *arena, const char *text)
{
	const char *at = strchr(text, '\\');

	if (at != NULL && at[1] != '\0' && strchr("_*#~-.!()[]", at[1]) != NULL) {
		char *mended = arena_text(arena, text), *to = mended;
		for (const char *from = mended; *from != '\0'; from++)
			if (*from != '\\')
				*to++ = *from;
		*to = '\0';
		text = mended;
	}
	at = strstr(text, "://aclanthology.");
	if (at != NULL && at[16] >= '0' && at[16] <= '9')
		return arena_printf(arena, "https://aclanthology.org/%s", at + 16);
	return text;
}

/* What the address itself names. */
static size_t
identify_here(struct arena *arena, const char *text, struct identifier *out, size_t most)
{
	static bool (*const recognisers[])(struct arena *, const struct url *,
	    struct found *) = { papers_read_arxiv, papers_read_doi, papers_read_acl,
		papers_read_pubmed, hubs_read_huggingface, hubs_read_github, pages_read,
		papers_read_semantic, openreview_read, publisher_read };
	struct found found = { out, 0, most };
	struct url url;

	if (text == NULL || most == 0 ||
	    !url_parse(arena, recognise_mend(arena, text), &url))
		return 0;
	if (url_host_is(url.host, "shields.io")) {
		identify_badge(arena, &url, &found);
		return found.count;
	}
	for (size_t i = 0; i < sizeof recognisers / sizeof recognisers[0]; i++)
		if (recognisers[i](arena, &url, &found))
			break;
	return found.count;
}

/* An address in an address in an address; nobody writes more. */
enum { DEEPEST = 4 };

const char *
recognise_end(struct arena *arena, const char *text)
{
	for (int deep = 0; deep < DEEPEST; deep++) {
		struct identifier id;
		enum detour how;
		const char *goal = detour_goal(arena, text, &how);

		if (goal == NULL || how == DETOUR_SHOWS || how == DETOUR_TAKES ||
		    (how == DETOUR_LEADS && identify_here(arena, text, &id, 1) > 0))
			break;
		text = goal;
	}
	return text;
}

size_t
identify_url(struct arena *arena, const char *text, struct identifier *out, size_t most)
{
	size_t count = text == NULL ? 0 : identify_here(arena, text, out, most);
	bool takes = false;

	for (int deep = 0; text != NULL && count == 0 && deep < DEEPEST; deep++) {
		enum detour how;

		text = detour_goal(arena, text, &how);
		takes |= how == DETOUR_TAKES;
		if (text != NULL)
			count = identify_here(arena, text, out, most);
	}
	/* What is done with a repository or a model is about something else. */
	for (size_t i = 0; takes && i < count; i++)
		if (!identifier_is_paper(out[i].kind))
			return 0;
	return count;
}

bool
identify_text(struct arena *arena, const char *text, struct identifier *out)
{
	struct found found = { out, 0, 1 };
	struct url url;

	text = text_squeeze(arena, text);
	if (strstr(text, "://") != NULL) {
		if (identify_url(arena, text, out, 1) == 1)
			return true;
		if (url_parse(arena, text, &url))
			url_found_add(arena, &found, IDENTIFIER_URL, text);
	} else if (identifier_parse(arena, text, out)) {
		return true;
	} else {
		url_found_add(
		    arena, &found, IDENTIFIER_DOI, papers_canonical_doi(arena, text));
		url_found_add(arena, &found, IDENTIFIER_ARXIV,
		    papers_canonical_arxiv(arena, text, strlen(text)));
	}
	return found.count == 1;
}
