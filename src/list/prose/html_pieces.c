/* Elements of raw HTML enter; pieces of an item leave, as Markdown gives them. */
#include <string.h>

#include "base/arena.h"
#include "base/markup.h"
#include "base/text.h"
#include "list/prose/inside.h"

enum { DEEPEST = 64 };

bool
html_is(const struct markup *node, const char *name)
{
	return node->name != NULL && text_equal_nocase(node->name, name);
}

/* How a text stands: inside a link, bold, emphasised. */
struct manner {
	const char *link;
	bool strong, styled, code;
};

static void
add_text(struct arena *arena, struct pieces *pieces, const char *text,
    const struct manner *manner)
{
	struct piece *last = pieces->count > 0 ? &pieces->v[pieces->count - 1] : NULL;

	if (manner->link != NULL && last != NULL && last->kind == PIECE_LINK &&
	    last->url == manner->link) {
		last->text = arena_printf(arena, "%s%s", last->text, text);
		return;
	}
	pieces_add(arena, pieces,
	    (struct piece){ .kind = manner->link != NULL ? PIECE_LINK : PIECE_TEXT,
		.strong = manner->strong,
		.styled = manner->styled,
		.text = text,
		.url = manner->link,
		.code = manner->code });
}

static struct manner
manner_of(const struct markup *node, struct manner manner)
{
	manner.strong |= html_is(node, "b") || html_is(node, "strong");
	manner.styled |= html_is(node, "i") || html_is(node, "em") ||
	    html_is(node, "sub") || html_is(node, "sup") || html_is(node, "small");
	manner.code |= html_is(node, "code");
	if (html_is(node, "a") && markup_attribute(node, "href") != NULL)
		manner.link = markup_attribute(node, "href");
	return manner;
}

static void
collect(struct arena *arena, struct pieces *pieces, const struct markup *node,
    struct manner manner, int depth)
{
	for (node = node->child; node != NULL && depth < DEEPEST; node = node->next) {
		if (node->name == NULL) {
			add_text(arena, pieces, node->text, &manner);
			continue;
		}
		if (html_is(node, "ul") || html_is(node, "ol") || html_is(node, "table"))
			continue;
		if (html_is(node, "br"))
			add_text(arena, pieces, "\n", &manner);
		if (html_is(node, "img")) {
			pieces_add(arena, pieces,
			    (struct piece){ .kind = PIECE_IMAGE,
				.strong = manner.strong,
				.text = markup_attribute(node, "alt"),
				.url = markup_attribute(node, "src") });
			continue;
		}
		struct manner inner = manner_of(node, manner);
		if (html_is(node, "a") && node->child != NULL &&
		    html_is(node->child, "img"))
			pieces_add(arena, pieces,
			    (struct piece){ .kind = PIECE_LINK,
				.strong = manner.strong,
				.holds_image = true,
				.url = inner.link });
		collect(arena, pieces, node, inner, depth + 1);
		if (html_is(node, "a"))
			pieces_end_link(arena, pieces, inner.link);
	}
}

struct pieces
html_pieces(struct reader *reader, const struct markup *node)
{
	struct pieces pieces = { 0 };

	collect(reader->scratch, &pieces, node, (struct manner){ 0 }, 0);
	addresses_find(reader->scratch, &pieces);
	labels_mark(reader->labels, reader->scratch, &pieces);
	item_people_clean(reader->scratch, &pieces);
	return pieces;
}

/* The first such element, however deep. */
static const struct markup *
find(const struct markup *node, const char *name, int depth)
{
	for (node = node->child; node != NULL && depth < DEEPEST; node = node->next) {
		const struct markup *inner;
		if (node->name == NULL)
			continue;
		if (html_is(node, name))
			return node;
		inner = find(node, name, depth + 1);
		if (inner != NULL)
			return inner;
	}
	return NULL;
}

struct pieces
html_summary(struct reader *reader, const char *text)
{
	const struct markup *body = markup_parse_html(
	    reader->scratch, text, strlen(text));
	const struct markup *summary = body == NULL ? NULL : find(body, "summary", 0);

	return summary == NULL ? (struct pieces){ 0 } : html_pieces(reader, summary);
}

static bool
holds(const char *line, size_t length, const char *word)
{
	return memmem(line, length, word, strlen(word)) != NULL;
}

enum html_line
html_line(enum html_line before, const char *line, size_t length)
{
	static const char *const tags[] = { "details", "summary", "br", "hr", "div", "p",
		"center", NULL };
	size_t begin = 0, name;

	if (memchr(line, '<', length) == NULL)
		return before == HTML_TABLE ? HTML_TABLE : HTML_NONE;
	if (before == HTML_TABLE || holds(line, length, "<table"))
		return holds(line, length, "</table") ? HTML_NONE : HTML_TABLE;
	while (begin < length && line[begin] == ' ')
		begin++;
	while (length > begin && (line[length - 1] == '\r' || line[length - 1] == ' '))
		length--;
	if (line[begin++] != '<' || line[length - 1] != '>')
		return HTML_NONE;
	begin += begin < length && line[begin] == '/';
	name = begin;
	while (name < length && text_is_letter(line[name]))
		name++;
	if (name - begin == 1 && (line[begin] | 0x20) == 'h' && name < length &&
	    line[name] >= '1' && line[name] <= '6' && holds(line, length, "</"))
		return HTML_HEADING;
	for (size_t i = 0; tags[i] != NULL; i++)
		if (strlen(tags[i]) == name - begin &&
		    strncasecmp(line + begin, tags[i], name - begin) == 0)
			return HTML_HIDES;
	return HTML_NONE;
}

bool
html_is_text(const char *line, size_t length)
{
	static const char *const tags[] = { "a", "b", "i", "em", "strong", "code", "span",
		"u", NULL };
	size_t name = 0;

	if (length == 0 || text_is_any(*line, " \t\r"))
		return false;
	if (*line != '<')
		return true;
	line++, length--;
	while (name < length && text_is_letter(line[name]))
		name++;
	for (size_t i = 0; tags[i] != NULL; i++)
		if (strlen(tags[i]) == name && strncasecmp(line, tags[i], name) == 0)
			return !holds(line, length, "<img");
	return false;
}
