/* HTML bytes of any quality in, the body of what a browser would build out. */
#include "base/markup.h"

#include <libxml/HTMLparser.h>
#include <limits.h>
#include <string.h>

#include "base/arena.h"
#include "base/markup_inside.h"
#include "base/text.h"

#define LONGEST_NAME 10 /* of an HTML 4 entity */

static xmlNodePtr
find_body(xmlDocPtr document)
{
	xmlNodePtr node = xmlDocGetRootElement(document);

	for (node = node == NULL ? NULL : node->children; node != NULL;
	     node = node->next) {
		if (node->type == XML_ELEMENT_NODE &&
		    strcmp((const char *)node->name, "body") == 0)
			return node;
	}
	return NULL;
}

static unsigned
line_of(xmlNodePtr node)
{
	long line = xmlGetLineNo(node);

	return line > 0 ? (unsigned)line : 0;
}

/* What is there to be run or to style is no text. */
static bool
is_program(const xmlNode *node)
{
	return text_equal_nocase((const char *)node->name, "script") ||
	    text_equal_nocase((const char *)node->name, "style");
}

static void
copy_element(struct arena *arena, xmlNodePtr node, struct markup *copy)
{
	copy->name = arena_text(arena, (const char *)node->name);
	copy->space = node->ns == NULL ? NULL
				       : arena_text(arena, (const char *)node->ns->href);
	for (const xmlAttr *at = node->properties; at != NULL; at = at->next) {
		xmlChar *value = xmlNodeListGetString(node->doc, at->children, 1);

		markup_add_attribute(arena, copy,
		    arena_text(arena, (const char *)at->name),
		    arena_text(arena, value == NULL ? "" : (const char *)value));
		xmlFree(value);
	}
}

/*
 * Copies the children of `parent` to *end; where the next one belongs.  libxml2 stops
 * at 256 levels; what is below our deepest lies flat.
 */
static const struct markup **
copy_children(
    struct arena *arena, xmlNodePtr parent, const struct markup **end, int depth)
{
	for (xmlNodePtr node = parent->children; node != NULL; node = node->next) {
		bool is_text = (node->type == XML_TEXT_NODE ||
				   node->type == XML_CDATA_SECTION_NODE) &&
		    node->content != NULL;
		struct markup *copy;

		if (!is_text && (node->type != XML_ELEMENT_NODE || is_program(node)))
			continue;
		if (!is_text && depth == MARKUP_DEEPEST) {
			end = copy_children(arena, node, end, depth);
			continue;
		}
		*end = copy = arena_alloc(arena, sizeof *copy);
		end = &copy->next;
		copy->line = line_of(node);
		if (is_text) {
			copy->text = arena_text(arena, (const char *)node->content);
		} else {
			copy_element(arena, node, copy);
			copy_children(arena, node, &copy->child, depth + 1);
		}
	}
	return end;
}

const struct markup *
markup_parse_html(struct arena *arena, const char *bytes, size_t length)
{
	struct markup *body = arena_alloc(arena, sizeof *body);
	xmlDocPtr document = NULL;
	xmlNodePtr node;
	const char *text;

	body->name = "body";
	/* On ill-formed UTF-8 libxml2 would go on in Latin-1. */
	text = text_to_utf8(arena, bytes, length);
	length = strlen(text);
	if (length > 0 && length < INT_MAX / 2)
		document = htmlReadMemory(text, (int)length, NULL, "UTF-8",
		    HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
			HTML_PARSE_NONET);
	node = document == NULL ? NULL : find_body(document);
	if (node != NULL) {
		copy_element(arena, node, body);
		body->line = line_of(node);
		copy_children(arena, node, &body->child, 1);
	}
	xmlFreeDoc(document);
	return body;
}

/* "8211;" or "x2013;" behind "&#"; bytes used. */
static size_t
read_number(const char *text, unsigned *code_point)
{
	/* What browsers read for the control characters 0x80 … 0x9f. */
	static const unsigned short windows[32] = { 0x20ac, 0x81, 0x201a, 0x192, 0x201e,
		0x2026, 0x2020, 0x2021, 0x2c6, 0x2030, 0x160, 0x2039, 0x152, 0x8d, 0x17d,
		0x8f, 0x90, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x2dc,
		0x2122, 0x161, 0x203a, 0x153, 0x9d, 0x17e, 0x178 };
	unsigned base = *text == 'x' || *text == 'X' ? 16 : 10, value = 0;
	size_t start = base == 16 ? 1 : 0, at = start;

	for (;; at++) {
		unsigned c = (unsigned char)text[at], digit;

		if (c >= '0' && c <= '9')
			digit = c - '0';
		else if (base == 16 && (c | 0x20) >= 'a' && (c | 0x20) <= 'f')
			digit = (c | 0x20) - 'a' + 10;
		else
			break;
		if (value <= 0x10ffff)
			value = value * base + digit;
	}
	if (at == start || text[at] != ';')
		return 0;
	if (value >= 0x80 && value < 0xa0)
		value = windows[value - 0x80];
	if (value == 0 || value > 0x10ffff || (value >= 0xd800 && value <= 0xdfff))
		value = 0xfffd;
	*code_point = value;
	return at + 1;
}

/*
 * libxml2 2.14 calls the function deprecated, since it knows the names of HTML 4
 * alone, and has no other; lists and replies have had no other names.
 */
static const htmlEntityDesc *
find_entity(const char *name)
{
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
	return htmlEntityLookup((const xmlChar *)name);
#pragma GCC diagnostic pop
}

size_t
markup_read_entity(const char *text, unsigned *code_point)
{
	char name[LONGEST_NAME + 1];
	const htmlEntityDesc *entity;
	size_t length = 0;

	if (text[0] != '&')
		return 0;
	if (text[1] == '#') {
		length = read_number(text + 2, code_point);
		return length == 0 ? 0 : length + 2;
	}
	while (
	    length < LONGEST_NAME && text[1 + length] > ' ' && text[1 + length] != ';') {
		name[length] = text[1 + length];
		length++;
	}
	name[length] = '\0';
	if (length == 0 || text[1 + length] != ';')
		return 0;
	entity = find_entity(name);
	if (entity != NULL)
		*code_point = entity->value;
	else if (strcmp(name, "apos") == 0)
		*code_point = '\'';
	else
		return 0;
	return length + 2;
}
