/*
 * Pieces of an item enter; what names a work without being a link leaves as
 * one: an address without its scheme, an identifier in words ("arXiv:2202.05386",
 * "doi:10.1000/x", "PMID: 123").  A bare address ends before the punctuation of
 * other scripts.
 */
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "list/prose/inside.h"

/* What begins an address or an identifier, and what its address begins with;
 * `digits`: only these stand in it. */
static const struct {
	const char *word, *address;
	bool digits;
} beginnings[] = {
	{ "https://", "https://", false }, /* in brackets Markdown makes none of it */
	{ "http://", "http://", false },
	{ "arxiv.org/", "https://arxiv.org/", false },
	{ "doi.org/10.", "https://doi.org/10.", false },
	{ "dx.doi.org/10.", "https://doi.org/10.", false },
	{ "github.com/", "https://github.com/", false },
	{ "huggingface.co/", "https://huggingface.co/", false },
	{ "openreview.net/", "https://openreview.net/", false },
	{ "aclanthology.org/", "https://aclanthology.org/", false },
	{ "pubmed.ncbi.nlm.nih.gov/", "https://pubmed.ncbi.nlm.nih.gov/", false },
	{ "arXiv:", "https://arxiv.org/abs/", true },
	{ "arXiv ", "https://arxiv.org/abs/", true },
	{ "doi:10.", "https://doi.org/10.", false },
	{ "doi: 10.", "https://doi.org/10.", false },
	{ "doi 10.", "https://doi.org/10.", false },
	{ "10.", "https://doi.org/10.", false },
	{ "PMID:", "https://pubmed.ncbi.nlm.nih.gov/", true },
	{ "PMID ", "https://pubmed.ncbi.nlm.nih.gov/", true },
};

enum { FIRST_IDENTIFIER = 10 };

/* Bytes of an address at `at`: up to a blank or what closes a bracket round it. */
static size_t
address_length(const char *at)
{
	size_t length = 0;
	int depth = 0;

	while (at[length] != '\0' && !text_is_any(at[length], " \n\t<>\"|")) {
		const char *next = at + length;
		if ((at[length] & 0x80) != 0 &&
		    text_is_punctuation(text_next_code_point(&next)))
			break;
		depth += (at[length] == '(') - (at[length] == ')');
		if (depth < 0 || at[length] == ']')
			break;
		length += (at[length] & 0x80) != 0 ? (size_t)(next - at) - length : 1;
	}
	length = text_trimmed(at, length, ".,;:!?'*_`");
	return length;
}

/* "10.1000/x": four digits at least, a slash, and something behind it. */
static bool
is_doi(const char *at, size_t length)
{
	size_t digits = text_span(at + 3, "0123456789.");

	return digits >= 4 && at[3 + digits] == '/' && length > digits + 5;
}

/* "2401.00010", not the "2024.05" of "arXiv 2024.05". */
static bool
is_arxiv_number(const char *at)
{
	return text_span(at, "0123456789") == 4 && at[4] == '.' &&
	    text_span(at + 5, "0123456789") >= 4;
}

/* The length of what begins at `at`, in one of the pieces; *address: where it leads. */
static size_t
found_at(struct arena *arena, const char *at, const struct pieces *pieces,
    const char **address)
{
	for (size_t i = 0; i < sizeof beginnings / sizeof beginnings[0]; i++) {
		size_t size, length;
		if ((*at | 0x20) != (*beginnings[i].word | 0x20) ||
		    !text_starts_nocase(at, beginnings[i].word) ||
		    (i >= FIRST_IDENTIFIER && pieces_have_paper(pieces)))
			continue;
		size = strlen(beginnings[i].word);
		if (beginnings[i].digits) {
			const char *number = at + size + text_span(at + size, " ");
			length = text_span(number, "0123456789.");
			length = text_trimmed(number, length, ".");
			if (length < 5 ||
			    (*beginnings[i].word == 'a' && !is_arxiv_number(number)))
				continue;
			*address = arena_printf(
			    arena, "%s%.*s", beginnings[i].address, (int)length, number);
			length += (size_t)(number - at);
			return length +
			    (number[length - (size_t)(number - at)] == 'v' &&
					text_is_digit(at[length + 1])
				    ? 1 + text_span(at + length + 1, "0123456789")
				    : 0);
		}
		length = address_length(at);
		if (length < size + 3 ||
		    (beginnings[i].word[size - 1] == '.' &&
			!is_doi(at + size - 3, length - (size - 3))))
			continue;
		*address = arena_printf(arena, "%s%.*s", beginnings[i].address,
		    (int)(length - size), at + size);
		return length;
	}
	return 0;
}

static void
add_text(struct arena *arena, struct pieces *out, const struct piece *from,
    const char *text, size_t length)
{
	struct piece piece = *from;

	if (length == 0)
		return;
	piece.text = arena_text_n(arena, text, length);
	pieces_add(arena, out, piece);
}

static void
split_text(struct arena *arena, struct pieces *out, const struct piece *piece,
    const struct pieces *pieces)
{
	/* Each has a slash or digits. */
	const char *start = piece->text, *any = strpbrk(start, "/0123456789");

	for (const char *at = start; any != NULL && *at != '\0'; at++) {
		const char *address;
		size_t length;
		/* First letters of the beginnings above. */
		if (!text_is_any(*at, "aAdDgGhHoOpP1") ||
		    (at > start && at[-1] > 0 && !text_is_any(at[-1], " ([:\n")) ||
		    (length = found_at(arena, at, pieces, &address)) == 0)
			continue;
		add_text(arena, out, piece, start, (size_t)(at - start));
		pieces_add(arena, out,
		    (struct piece){ .kind = PIECE_LINK,
			.repeated = true,
			.written = true,
			.strong = piece->strong,
			.styled = piece->styled,
			.text = arena_text_n(arena, at, length),
			.url = address });
		start = at + length;
		at = start - 1;
	}
	add_text(arena, out, piece, start, strlen(start));
}

/* "https://arxiv.org/abs/2401.00010，很好。": the sentence goes on behind it. */
static void
split_link(struct arena *arena, struct pieces *out, const struct piece *piece)
{
	struct piece link = *piece,
		     rest = { .kind = PIECE_TEXT, .strong = piece->strong };
	size_t length = address_length(piece->text);

	if (piece->text[length] == '\0' || (piece->text[length] & 0x80) == 0 ||
	    strcmp(piece->url, piece->text) != 0) {
		pieces_add(arena, out, *piece);
		return;
	}
	link.text = arena_text_n(arena, piece->text, length);
	link.url = link.text;
	pieces_add(arena, out, link);
	rest.text = piece->text + length;
	pieces_add(arena, out, rest);
}

/* "www.roots.example", "roots.org/paper": the name of a host, and no file's? */
static bool
lacks_scheme(const char *url)
{
	static const char *const domains[] = { "com", "org", "net", "io", "edu", "ai",
		"gov", "uk", "de", "fr", "cn", "jp", "ru", NULL };
	size_t host = strcspn(url, "/?#:");
	const char *dot = memrchr(url, '.', host);

	if (dot == NULL || dot == url || url[host] == ':' || strpbrk(url, " \n") != NULL)
		return false;
	for (size_t i = 0; domains[i] != NULL; i++)
		if (strlen(domains[i]) == (size_t)(url + host - dot) - 1 &&
		    strncasecmp(dot + 1, domains[i], strlen(domains[i])) == 0)
			return true;
	return text_starts_nocase(url, "www.");
}

/* "[trees.org/roots](https://trees.org/roots)": the link is called by its address. */
static bool
is_own_address(const struct piece *link)
{
	const char *host = strstr(link->url, "://");
	size_t length = strlen(link->text);

	return host != NULL && strncmp(host + 3, link->text, length) == 0 &&
	    (host[3 + length] == '\0' || strcmp(host + 3 + length, "/") == 0) &&
	    memchr(link->text, '/', length) != NULL;
}

void
addresses_find(struct arena *arena, struct pieces *pieces)
{
	struct pieces out = { .details = pieces->details };
	bool any = false;

	for (size_t i = 0; i < pieces->count; i++) {
		struct piece *piece = &pieces->v[i];
		if (piece->kind == PIECE_LINK && strchr(piece->url, ':') == NULL &&
		    lacks_scheme(piece->url))
			piece->url = arena_printf(arena, "https://%s", piece->url);
		if (piece->kind == PIECE_LINK && is_own_address(piece))
			piece->text = piece->url;
		any = any ||
		    (piece->kind == PIECE_TEXT
			    ? strpbrk(piece->text, "/:0") != NULL
			    : piece->kind == PIECE_LINK && words_is_url(piece->text));
	}
	if (!any)
		return;
	for (size_t i = 0; i < pieces->count; i++) {
		const struct piece *piece = &pieces->v[i];
		if (piece->kind == PIECE_TEXT && !piece->code)
			split_text(arena, &out, piece, pieces);
		else if (piece->kind == PIECE_LINK && words_is_url(piece->text))
			split_link(arena, &out, piece);
		else
			pieces_add(arena, &out, *piece);
	}
	*pieces = out;
}
