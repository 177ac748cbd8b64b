/* Inline nodes of a cmark tree enter, pieces of an item leave. */
#include <cmark-gfm.h>
#include <string.h>

#include "base/arena.h"
#include "base/markup.h"
#include "base/text.h"
#include "list/prose/inside.h"
#include "list/prose/markdown.h"

enum { DEEPEST = 48 };

/* State while the inlines of an item are collected. */
struct collecting {
	struct arena *arena;
	struct pieces *pieces;
	bool strong, styled, code, raised;
	bool broken;           /* the last text is the end of a line */
	const char *link;      /* inside a link: its URL */
	const char *html_link; /* inside <a href>: its URL */
};

/* "[Title by *Ann Roe*](u)": people are set apart in a link, and no part of it. */
static void
end_link_before_people(struct collecting *state)
{
	static const char by[] = " by ";
	struct piece *last = state->pieces->count == 0
	    ? NULL
	    : &state->pieces->v[state->pieces->count - 1];
	size_t length = last == NULL || last->kind != PIECE_LINK ? 0 : strlen(last->text);

	if (length <= strlen(by) || strcmp(last->text + length - strlen(by), by) != 0)
		return;
	last->text = arena_text_n(state->arena, last->text, length - strlen(by));
	state->link = state->html_link = NULL;
	pieces_add(state->arena, state->pieces,
	    (struct piece){ .kind = PIECE_TEXT, .text = by });
}

static void
add_text(struct collecting *state, const char *text)
{
	const char *link;
	struct pieces *pieces = state->pieces;

	if (state->styled && (state->link != NULL || state->html_link != NULL))
		end_link_before_people(state);
	link = state->link != NULL ? state->link : state->html_link;

	/* "Ann Roe<sup>1,2</sup>": the mark of a note. */
	if (state->raised && link == NULL &&
	    strspn(text, "0123456789,*†‡§ ") == strlen(text))
		return;
	/* A label comes in several nodes: one piece all the same. */
	if (link != NULL && pieces->count > 0 &&
	    pieces->v[pieces->count - 1].kind == PIECE_LINK &&
	    pieces->v[pieces->count - 1].url == link) {
		struct piece *last = &pieces->v[pieces->count - 1];
		last->text = arena_printf(state->arena, "%s%s", last->text, text);
		return;
	}
	/* Emphasis goes on over the end of a line. */
	if (link == NULL && pieces->count > 0 && (state->strong || state->styled)) {
		struct piece *last = &pieces->v[pieces->count - 1];
		if (last->kind == PIECE_TEXT && last->strong == state->strong &&
		    last->styled == state->styled && last->code == state->code &&
		    *last->text != '\n' && *text != '\n' &&
		    (state->broken || *text == ' ')) {
			last->text = arena_printf(state->arena, "%s%s", last->text, text);
			state->broken = *text == ' ' && text[1] == '\0';
			return;
		}
	}
	state->broken = false;
	pieces_add(state->arena, pieces,
	    (struct piece){ .kind = link != NULL ? PIECE_LINK : PIECE_TEXT,
		.strong = state->strong,
		.styled = state->styled,
		.text = arena_text(state->arena, text),
		.url = link,
		.code = state->code });
}

/* Inline HTML: <br> is a blank, <a href> a link, <img> an image. */
static void
add_html(struct collecting *state, const char *html)
{
	const struct markup *body, *tag;

	if (text_starts_nocase(html, "<br")) {
		add_text(state, "\n");
		return;
	}
	if (text_starts_nocase(html, "<sup") || text_starts_nocase(html, "</sup"))
		state->raised = html[1] != '/';
	if (text_starts_nocase(html, "<i>") || text_starts_nocase(html, "<em") ||
	    text_starts_nocase(html, "<sm") || text_starts_nocase(html, "</i>") ||
	    text_starts_nocase(html, "</em") || text_starts_nocase(html, "</sm"))
		state->styled = html[1] != '/';
	if (text_starts_nocase(html, "<code") || text_starts_nocase(html, "</code"))
		state->code = html[1] != '/';
	if (text_starts_nocase(html, "<b>") || text_starts_nocase(html, "<strong") ||
	    text_starts_nocase(html, "</b>") || text_starts_nocase(html, "</strong"))
		state->strong = html[1] != '/';
	if (text_starts_nocase(html, "</a")) {
		pieces_end_link(state->arena, state->pieces, state->html_link);
		state->html_link = NULL;
		return;
	}
	if (!text_starts_nocase(html, "<a ") && !text_starts_nocase(html, "<img "))
		return;
	body = markup_parse_html(state->arena, html, strlen(html));
	tag = markup_child(body, "a");
	if (tag != NULL && markup_attribute(tag, "href") != NULL) {
		state->html_link = arena_text(
		    state->arena, markup_attribute(tag, "href"));
		return;
	}
	tag = markup_child(body, "img");
	/* <a href="…"><img></a>: a badge that can be clicked. */
	if (tag != NULL && state->html_link != NULL)
		pieces_add(state->arena, state->pieces,
		    (struct piece){ .kind = PIECE_LINK,
			.strong = state->strong,
			.holds_image = true,
			.url = state->html_link });
	if (tag != NULL)
		pieces_add(state->arena, state->pieces,
		    (struct piece){ .kind = PIECE_IMAGE,
			.strong = state->strong,
			.text = markup_attribute(tag, "alt"),
			.url = markup_attribute(tag, "src") });
}

static void
add_image(struct collecting *state, cmark_node *node)
{
	cmark_node *alt = cmark_node_first_child(node);
	const char *text = alt != NULL ? cmark_node_get_literal(alt) : NULL;

	pieces_add(state->arena, state->pieces,
	    (struct piece){ .kind = PIECE_IMAGE,
		.strong = state->strong,
		.text = arena_text(state->arena, text),
		.url = arena_text(state->arena, cmark_node_get_url(node)) });
}

/* Pictures, Markdown's or HTML's, and no word. */
static bool
holds_images(cmark_node *link)
{
	bool any = false;

	for (cmark_node *node = cmark_node_first_child(link); node != NULL;
	     node = cmark_node_next(node)) {
		const char *text = cmark_node_get_literal(node);
		if (cmark_node_get_type(node) == CMARK_NODE_IMAGE ||
		    (cmark_node_get_type(node) == CMARK_NODE_HTML_INLINE &&
			text_starts_nocase(text, "<img ")))
			any = true;
		else if (text == NULL || !text_is_blank(text))
			return false;
	}
	return any;
}

static void collect(struct collecting *, cmark_node *parent, int depth);

static void
add_link(struct collecting *state, cmark_node *node, int depth)
{
	char *url = arena_text(state->arena, cmark_node_get_url(node));

	/* A badge that can be clicked: where it leads, what it shows. */
	if (holds_images(node))
		pieces_add(state->arena, state->pieces,
		    (struct piece){ .kind = PIECE_LINK,
			.strong = state->strong,
			.holds_image = true,
			.url = url });
	else
		state->link = url;
	if (cmark_node_first_child(node) == NULL)
		add_text(state, "");
	collect(state, node, depth + 1);
	pieces_end_link(state->arena, state->pieces, url);
	state->link = NULL;
}

static void
collect_one(struct collecting *state, cmark_node *node, int depth)
{
	bool strong = state->strong, styled = state->styled;

	switch ((unsigned)cmark_node_get_type(node)) {
	case CMARK_NODE_TEXT:
		add_text(state, cmark_node_get_literal(node));
		break;
	case CMARK_NODE_CODE:
		state->code = true;
		add_text(state, cmark_node_get_literal(node));
		state->code = false;
		break;
	case CMARK_NODE_EMPH:
		state->styled = true;
		collect(state, node, depth + 1);
		state->styled = styled;
		break;
	case CMARK_NODE_SOFTBREAK:
		add_text(state, " ");
		if (state->pieces->count > 0 && state->link == NULL)
			state->pieces->v[state->pieces->count - 1].broken = true;
		break;
	case CMARK_NODE_LINEBREAK:
		add_text(state, "\n");
		break;
	case CMARK_NODE_HTML_INLINE:
		add_html(state, cmark_node_get_literal(node));
		break;
	case CMARK_NODE_IMAGE:
		add_image(state, node);
		break;
	case CMARK_NODE_LINK:
		add_link(state, node, depth);
		break;
	case CMARK_NODE_STRONG:
		state->strong = true;
		collect(state, node, depth + 1);
		state->strong = strong;
		break;
	default:
		collect(state, node, depth + 1);
		break;
	}
}

static void
collect(struct collecting *state, cmark_node *parent, int depth)
{
	if (depth > DEEPEST)
		return;
	for (cmark_node *node = cmark_node_first_child(parent); node != NULL;
	     node = cmark_node_next(node))
		collect_one(state, node, depth);
}

unsigned
markdown_line(const struct reader *reader, cmark_node *node)
{
	int line = cmark_node_get_start_line(node);

	return reader->base + (unsigned)(line > 0 ? line : 1);
}

unsigned
markdown_last_line(const struct reader *reader, cmark_node *node)
{
	int line = cmark_node_get_end_line(node);
	unsigned first = markdown_line(reader, node);

	return line > 0 && reader->base + (unsigned)line > first
	    ? reader->base + (unsigned)line
	    : first;
}

static struct pieces *
read_pieces(struct reader *reader, cmark_node *parent)
{
	struct pieces *pieces = arena_alloc(reader->scratch, sizeof *pieces);
	struct collecting state = { .arena = reader->scratch, .pieces = pieces };

	collect(&state, parent, 0);
	pieces_drop_signs(reader->scratch, pieces);
	addresses_find(reader->scratch, pieces);
	labels_mark(reader->labels, reader->scratch, pieces);
	item_people_clean(reader->scratch, pieces);
	return pieces;
}

/* One question after the other is about the same node: it is read once, and who asks may
 * write to what he gets. */
struct pieces
markdown_pieces(struct reader *reader, cmark_node *parent)
{
	cmark_node *only = cmark_node_first_child(parent);
	struct pieces *kept, pieces = { 0 };

	if (cmark_node_get_type(parent) == CMARK_NODE_ITEM && only != NULL &&
	    cmark_node_next(only) == NULL &&
	    cmark_node_get_type(only) == CMARK_NODE_PARAGRAPH)
		parent = only;
	kept = cmark_node_get_user_data(parent);
	if (kept == NULL) {
		kept = read_pieces(reader, parent);
		cmark_node_set_user_data(parent, kept);
	}
	pieces_add_all(reader->scratch, &pieces, kept);
	return pieces;
}
