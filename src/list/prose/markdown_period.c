/*
 * The blocks of a slice enter, seen together; which of them begin an entry, as others do
 * again and again, and which say more of it, leaves.
 */
#include <cmark-gfm.h>
#include <string.h>

#include "list/prose/inside.h"
#include "list/prose/markdown.h"

/* Blocks that begin entries show a period, so many of a form; where the list has shown it
 * before, one does.  More that lead to works, below a heading, lead to several. */
enum { ENOUGH = 3, MOST_LEADING = 3 };

static bool
holds_label(struct arena *arena, const struct pieces *pieces)
{
	for (size_t i = 0; i < pieces->count; i++)
		if (words_link_is_label(arena, &pieces->v[i]))
			return true;
	return false;
}

/* Does it end what the blocks above it say? */
static bool
ends(enum block_form form)
{
	return form == BLOCK_HEADING || form == BLOCK_LIST;
}

/* What entries of a period come to. */
struct count {
	size_t entries, linked, followed, told;
};

/* Does the block lead to a work, as one that says more of another does? */
static bool
leads(struct reader *reader, const struct block *block)
{
	struct pieces pieces = markdown_pieces(reader, block->node);

	switch (block->form) {
	case BLOCK_LINKED:
		return pieces_have_paper(&pieces) ||
		    words_count(pieces.v[markdown_lead(&pieces)].text) >= TITLE_WORDS;
	case BLOCK_PROSE:
	case BLOCK_WHOLE:
		return holds_label(reader->scratch, &pieces);
	case BLOCK_OTHER:
		return false;
	default:
		return item_has_work(reader->scratch, &pieces);
	}
}

/* "Ann Roe, Bo Poe and Cid Moe" */
static bool
names_people(struct reader *reader, const struct block *block)
{
	struct pieces pieces;
	const char *text;

	if (block->form != BLOCK_FACTS)
		return false;
	pieces = markdown_pieces(reader, block->node);
	text = pieces_text(reader->scratch, &pieces);
	return words_are_byline(text, strlen(text)) &&
	    strpbrk(text, "0123456789:") == NULL;
}

static struct count
count_of(struct reader *reader, const struct blocks *blocks, const bool *begins)
{
	struct count count = { 0 };

	for (size_t i = 0; i < blocks->count; i++) {
		bool linked = false, followed = false;
		size_t at = i;
		if (!begins[blocks->v[i].form])
			continue;
		do {
			/* What prose links is no proof of a title above it. */
			linked = linked ||
			    (blocks->v[at].form != BLOCK_PROSE &&
				blocks->v[at].form != BLOCK_WHOLE &&
				leads(reader, &blocks->v[at]));
			followed |= at > i && blocks->v[at].form != BLOCK_OTHER;
		} while (++at < blocks->count && !begins[blocks->v[at].form] &&
		    !ends(blocks->v[at].form));
		count.entries++;
		count.linked += linked;
		count.followed += followed;
		count.told += i + 1 < blocks->count &&
		    names_people(reader, &blocks->v[i + 1]);
	}
	return count;
}

/* The forms that begin entries: the first that may, which leaves, and others that mostly do
 * not stand below it. */
static enum block_form
find_forms(const struct blocks *blocks, bool *begins)
{
	size_t below[BLOCK_FORMS] = { 0 }, all[BLOCK_FORMS] = { 0 };
	enum block_form first = BLOCK_FORMS, before = BLOCK_FORMS;

	for (size_t i = 0; i < blocks->count; i++) {
		enum block_form form = blocks->v[i].form;
		if (form == BLOCK_OTHER)
			continue;
		if (first == BLOCK_FORMS && form >= BLOCK_ITEM)
			first = form;
		all[form]++;
		below[form] += before == first && first != BLOCK_FORMS;
		before = form;
	}
	if (first == BLOCK_FORMS)
		return first;
	begins[first] = true;
	for (enum block_form form = BLOCK_WHOLE;
	     form < BLOCK_FORMS && first != BLOCK_CALLED; form++)
		begins[form] |= form != BLOCK_LINKS && all[form] > 0 &&
		    below[form] * 2 < all[form];
	return first;
}

/* What most often stands right below what begins an entry, and leads to it; *closes: it is
 * mostly the last of the entry. */
static enum block_form
usual_below(const struct blocks *blocks, const bool *begins, bool *closes)
{
	size_t below[BLOCK_FORMS] = { 0 }, last[BLOCK_FORMS] = { 0 },
	       all[BLOCK_FORMS] = { 0 };
	enum block_form before = BLOCK_OTHER, usual;

	for (size_t i = 0; i < blocks->count; i++) {
		enum block_form form = blocks->v[i].form;
		if (form == BLOCK_OTHER)
			continue;
		all[form]++;
		below[form] += begins[before];
		last[before] += begins[form] || ends(form);
		before = form;
	}
	last[before]++;
	usual = below[BLOCK_DETAILS] >= below[BLOCK_LINKS] ? BLOCK_DETAILS : BLOCK_LINKS;
	*closes = all[usual] > 0 && last[usual] * 4 >= all[usual] * 3;
	return usual;
}

static void
mark(struct reader *reader, struct blocks *blocks, const bool *begins)
{
	bool within = false, complete = false, closes;
	const enum block_form usual = usual_below(blocks, begins, &closes);

	for (size_t i = 0; i < blocks->count; i++) {
		struct block *block = &blocks->v[i];
		/* "Short Name⏎- Paper: …", "Short Name [paper](u)" below an entry that has
		 * its links. */
		bool begin = begins[block->form] ||
		    (complete && block->form >= BLOCK_FACTS && block->form != usual &&
			((i + 1 < blocks->count && block[1].form == usual) ||
			    (closes && leads(reader, block))));
		within = begin || (within && !ends(block->form));
		complete = within && !begin && (complete || block->form == usual);
		block->part = begin ? PART_BEGINS : within ? PART_BELONGS : PART_ALONE;
	}
}

/* "### Title of It⏎Ann Roe⏎[code](u)⏎Two seasons of leaves.": all below it leads to it, and
 * nothing to something else. */
static bool
is_headed(struct reader *reader, const struct blocks *blocks)
{
	struct pieces pieces;
	size_t leading = 0, sure = 0;

	if (blocks->count < 3 || blocks->v[0].form != BLOCK_HEADING ||
	    cmark_node_get_heading_level(blocks->v[0].node) < 2)
		return false;
	for (size_t i = 1; i < blocks->count; i++) {
		const enum block_form form = blocks->v[i].form;
		if (ends(form) || (form >= BLOCK_WHOLE && form != BLOCK_LINKS))
			return false;
		pieces = markdown_pieces(reader, blocks->v[i].node);
		leading += pieces_have_link(&pieces);
		sure += form != BLOCK_PROSE && leads(reader, &blocks->v[i]);
	}
	if (sure == 0 || leading > MOST_LEADING)
		return false;
	pieces = markdown_pieces(reader, blocks->v[0].node);
	return item_may_title(reader->scratch, &pieces);
}

void
markdown_find_period(struct reader *reader, struct blocks *blocks)
{
	bool begins[BLOCK_FORMS] = { false };
	const enum block_form first = find_forms(blocks, begins);
	size_t like = 0;
	struct count count;

	if (is_headed(reader, blocks)) {
		blocks->v[0].part = PART_BEGINS;
		for (size_t i = 1; i < blocks->count; i++)
			blocks->v[i].part = PART_BELONGS;
		return;
	}
	for (size_t i = 0; i < blocks->count; i++)
		like += blocks->v[i].form == first;
	if (like == 0 ||
	    (like < ENOUGH &&
		(first == BLOCK_LINKS || (reader->period >> first & 1) == 0)))
		return;
	count = count_of(reader, blocks, begins);
	/* Papers that were accepted, with people below each, link nothing. */
	if ((count.linked * 3 < count.entries * 2 &&
		count.told * 5 < count.entries * 4) ||
	    count.followed * (first == BLOCK_LINKED ? 5 : 2) < count.entries)
		return;
	reader->period |= 1u << first;
	mark(reader, blocks, begins);
}
