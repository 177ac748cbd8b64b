/*
 * An item's words in one text, for who looks over the ends of its pieces: shared by
 * item_flat.c, which makes it, and item_people.c, which looks for names in it.
 */
#pragma once

#include "base/buffer.h"
#include "list/item/item.h"

/* What a piece is there: words, a name set apart, a mark that is raised. */
enum flat_kind { FLAT_WORDS, FLAT_NAME, FLAT_MARK };

/* WORDS_END stands where a slot ends for sure, and last. */
struct flat {
	struct buffer text;
	size_t *starts; /* of each piece, and of the end */
	enum flat_kind *kinds;
	const struct pieces *pieces;
};

/* May names in the pieces have marks, brackets or links behind them, or be Chinese? */
bool item_flat_is_worth(struct arena *, const struct pieces *);
/* flat->pieces is given; the text is freed by the caller. */
void item_flat_make(struct arena *, struct flat *);
