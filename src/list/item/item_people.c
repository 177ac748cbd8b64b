/*
 * The pieces of an item enter; they leave without what stands behind people's names:
 *
 *	Ann Roe(MIT), Bo Poe (ETH Zurich)	Ann Roe¹*, Bo Poe²†	[Ann Roe](u), Bo Poe
 *
 * Such marks cut people into many small slots.  They are looked for where names follow
 * each other, and nowhere else; names that are links become words, and the links stay.
 */
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "list/item/item_flat.h"

/* Of people in an item; bytes of ". Accessed on 3 May 2017. ". */
enum { MOST_RUNS = 8, SEEN = 40 };

/* May names begin behind this byte? */
static bool
may_precede(const char *text, size_t at)
{
	return at == 0 || text_is_any(text[at - 1], "\036([|/\":") ||
	    (text[at - 1] == ' ' && at > 1 &&
		(text_is_any(text[at - 2], "\036([|/\":.,;-?!*") ||
		    (text[at - 2] & 0x80) != 0 ||
		    (at > 2 && strncmp(text + at - 3, "by", 2) == 0)));
}

static bool
leads_to_person(const char *url)
{
	static const char *const words[] = { "/~", "/people/", "/person/", "/staff/",
		"/faculty/", "/profile", "/author/", "/in/", "scholar.google",
		"orcid.org/", "twitter.com/", "dblp.org/pid", "dblp.uni-trier.de/pid" };

	for (size_t i = 0; url != NULL && i < sizeof words / sizeof words[0]; i++)
		if (strstr(url, words[i]) != NULL)
			return true;
	return false;
}

/* Does a slot begin with the run, that is not the first of the item? */
static bool
begins_slot(const char *text, const struct words_names *run)
{
	size_t at = run->start;

	at = text_trimmed(text, at, " ,");
	return at > 1 &&
	    (text_is_any(text[at - 1], "\036([.-/|") ||
		strncmp(text + at - 2, "by", 2) == 0);
}

/* Are some of the names links, and do other words make a title, or do all of them lead to
 * people? */
static bool
stands_apart(const struct flat *flat, const struct words_names *run)
{
	bool apart = false, titled = false, linked = false, personal = true;

	for (size_t i = 0; i < flat->pieces->count; i++) {
		bool inside = flat->starts[i] >= run->start && flat->starts[i] < run->end;
		apart |= inside && (flat->kinds[i] == FLAT_NAME);
		if (inside && flat->pieces->v[i].kind == PIECE_LINK) {
			linked = true;
			personal &= leads_to_person(flat->pieces->v[i].url);
		}
		titled |= !inside &&
		    words_count(flat->pieces->v[i].text) >= TITLE_WORDS - 1;
	}
	return apart && ((linked && personal) || (titled && run->names > 1));
}

/* A capital, or a small word as "van". */
static bool
may_begin(char first, char second)
{
	return text_is_capital(first) || (first & 0x80) != 0 ||
	    (text_is_any(first, "dvlb") && second >= 'a');
}

/* Are they people for sure? */
static bool
is_sure(const struct flat *flat, struct words_names *run)
{
	const char *text = flat->text.bytes;
	bool ends = strchr(",.;|()[/\036",
			text[run->end + text_span(text + run->end, " ")]) != NULL;

	bool begins = run->start == 0 || begins_slot(text, run);

	if (run->names == 0)
		return false;
	if (run->marked > 1 || (run->names > 1 && run->marked == 1 && run->open == 0) ||
	    (ends && begins &&
		((run->eastern && run->names > 1) || stands_apart(flat, run))))
		return true;
	/* "Ann Roe, Bo Poe (University of X)" is read as it stands. */
	if (run->names > 1 || run->open == 0 || !ends || !begins || run->start == 0 ||
	    (!run->placed && text[run->open] == ' '))
		return false;
	run->end = run->open;
	return true;
}

/* A part of a piece's words. */
static void
add_part(struct arena *arena, struct pieces *to, const struct piece *piece, size_t from,
    size_t until)
{
	struct piece part = *piece;

	if (from >= until)
		return;
	part.text = arena_text_n(arena, piece->text + from, until - from);
	pieces_add(arena, to, part);
}

/* One piece; the names of runs that begin in it stand for them. */
static const struct words_names *
add_piece(struct arena *arena, const struct flat *flat, size_t at,
    const struct words_names *run, struct pieces *to)
{
	struct piece piece = flat->pieces->v[at];
	const size_t start = flat->starts[at], size = strlen(piece.text);
	size_t done = 0;

	if (start == flat->starts[at + 1] || run->start >= start + size ||
	    run->names == 0) {
		pieces_add(arena, to, piece);
		return run;
	}
	while (run->names > 0 && run->start < start + size) {
		if (run->start >= start) {
			add_part(arena, to, &piece, done, run->start - start);
			pieces_add(arena, to,
			    (struct piece){ .kind = PIECE_TEXT,
				.styled = piece.styled || piece.strong,
				.people = true,
				.text = words_names_plain(
				    arena, flat->text.bytes, run) });
		}
		done = run->end - start;
		if (run->end > start + size)
			break;
		run++;
	}
	if (piece.kind == PIECE_LINK) {
		piece.holds_image = piece.person = true;
		pieces_add(arena, to, piece);
	} else if (done < size && flat->kinds[at] != FLAT_MARK) {
		add_part(arena, to, &piece, done, size);
	}
	return run;
}

/* Runs of names that are people for sure, from the left. */
static size_t
find_runs(const struct flat *flat, struct words_names *runs)
{
	const char *text = flat->text.bytes;
	size_t count = 0;

	for (size_t at = 0; text[at] != '\0' && count < MOST_RUNS; at++) {
		struct words_names run;
		if (!may_begin(text[at], text[at + 1]) || !may_precede(text, at))
			continue;
		run = words_names_read(text, at);
		if (run.names > 0)
			at = run.end - 1;
		if (is_sure(flat, &run))
			runs[count++] = run;
	}
	return count;
}

void
item_people_clean(struct arena *arena, struct pieces *pieces)
{
	struct flat flat = { .pieces = pieces };
	struct pieces cleaned = { 0 };
	struct words_names runs[MOST_RUNS + 1] = { 0 };
	const struct words_names *next = runs;

	for (size_t i = 0; i < pieces->count; i++) {
		struct piece *piece = &pieces->v[i];
		size_t kept = words_before_seen(piece->text);
		if (piece->kind != PIECE_TEXT)
			continue;
		if (piece->text[kept] != '\0' && strlen(piece->text + kept) < SEEN)
			piece->text = arena_text_n(arena, piece->text, kept + 1);
		piece->text = words_others_said(arena, piece->text);
	}
	if (!item_flat_is_worth(arena, pieces))
		return;
	item_flat_make(arena, &flat);
	if (find_runs(&flat, runs) > 0) {
		for (size_t i = 0; i < pieces->count; i++)
			next = add_piece(arena, &flat, i, next, &cleaned);
		pieces->v = cleaned.v;
		pieces->count = cleaned.count;
	}
	buffer_free(&flat.text);
}
