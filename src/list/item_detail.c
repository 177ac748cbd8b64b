/*
 * A nested item enters; whether it only says more of the item above it
 * (authors, venue, links) leaves.
 */
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "list/inside.h"

bool
piece_is_label(struct arena *arena, const struct piece *piece)
{
	return piece->kind == PIECE_LINK && !piece->holds_image
	    && !words_is_url(piece->text)
	    && words_is_generic(arena, piece->text);
}

bool
item_is_detail(struct arena *arena, const struct pieces *pieces)
{
	static const char *const starts[] = { "authors", "author", "venue",
		"links", "link", "paper", "code", "date", "institution",
		"institute", "affiliation", "conference", "journal", "model",
		"data", "dataset", "license", "github", "project", "website",
		"year", "published", "arxiv", "huggingface", "weights",
		"abstract", "summary", "tldr", "base model", "size" };
	const char *text = pieces_text(arena, pieces);
	const char *colon = strchr(text, ':');
	const char *word;

	/* Only links like [paper] and [code]. */
	bool only_labels = pieces->count > 0;
	for (size_t i = 0; i < pieces->count; i++)
		only_labels &= pieces->v[i].kind == PIECE_TEXT
		    ? strspn(pieces->v[i].text, " []|,/()·-\n")
		        == strlen(pieces->v[i].text)
		    : pieces->v[i].kind == PIECE_IMAGE
		        || piece_is_label(arena, &pieces->v[i]);
	if (only_labels)
		return true;
	if (colon == NULL || colon - text > 20)
		return !pieces_have_link(pieces);
	word = text_fold(arena,
	    arena_text_n(arena, text, (size_t)(colon - text)));
	for (size_t i = 0; i < sizeof starts / sizeof starts[0]; i++)
		if (strcmp(word, starts[i]) == 0)
			return true;
	return !pieces_have_link(pieces);
}

void
item_take_detail(struct arena *arena, struct pieces *to,
    const struct pieces *detail)
{
	const char *text = pieces_text(arena, detail);

	/* Its words are not the title's: only links and authors are taken. */
	for (size_t i = 0; i < detail->count; i++)
		if (detail->v[i].kind != PIECE_TEXT)
			pieces_add(arena, to, detail->v[i]);
	if (text_starts_nocase(text, "author") && strchr(text, ':') != NULL)
		to->authors = text_squeeze(arena, strchr(text, ':') + 1);
}
