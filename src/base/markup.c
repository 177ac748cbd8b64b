/*
 * XML bytes in, a small tree in the arena out.  libxml2 builds a tree of its
 * own first; a DOCTYPE is refused before a single declaration in it is read.
 */
#include "base/markup.h"

#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <limits.h>
#include <pthread.h>
#include <string.h>

#include "base/arena.h"
#include "base/markup_inside.h"
#include "base/text.h"

/* What the callbacks of one parser share. */
struct reader {
	struct arena *arena;
	const char *reason; /* the first one */
};

/* A tree that is copied; HTML lies flat below the deepest level. */
struct copying {
	struct arena *arena;
	bool is_html;
	bool too_deep;
};

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
	copy->line = line_of(node);
	for (const xmlAttr *at = node->properties; at != NULL; at = at->next) {
		xmlChar *value = xmlNodeListGetString(node->doc, at->children, 1);

		markup_add_attribute(arena, copy, (const char *)at->name,
		    value == NULL ? "" : (const char *)value);
		xmlFree(value);
	}
}

/* Copies the children of `parent` to *end; where the next one belongs. */
static const struct markup **
copy_children(
    struct copying *copying, xmlNodePtr parent, const struct markup **end, int depth)
{
	for (xmlNodePtr node = parent->children; node != NULL; node = node->next) {
		bool is_text = (node->type == XML_TEXT_NODE ||
				   node->type == XML_CDATA_SECTION_NODE) &&
		    node->content != NULL;
		struct markup *copy;

		if (!is_text &&
		    (node->type != XML_ELEMENT_NODE ||
			(copying->is_html && is_program(node))))
			continue;
		if (!is_text && depth == MARKUP_DEEPEST) {
			copying->too_deep = true;
			if (copying->is_html)
				end = copy_children(copying, node, end, depth);
			continue;
		}
		*end = copy = arena_alloc(copying->arena, sizeof *copy);
		end = &copy->next;
		if (is_text) {
			copy->text = arena_text(
			    copying->arena, (const char *)node->content);
			copy->line = line_of(node);
		} else {
			copy_element(copying->arena, node, copy);
			copy_children(copying, node, &copy->child, depth + 1);
		}
	}
	return end;
}

bool
markup_copy(struct arena *arena, xmlNodePtr node, bool is_html, struct markup *copy)
{
	struct copying copying = { arena, is_html, false };

	copy_element(arena, node, copy);
	copy_children(&copying, node, &copy->child, 1);
	return !copying.too_deep;
}

static void
on_doctype(
    void *context, const xmlChar *name, const xmlChar *external, const xmlChar *system_id)
{
	xmlParserCtxtPtr parser = context;
	struct reader *reader = parser->_private;

	(void)name;
	(void)external;
	(void)system_id;
	if (reader->reason == NULL)
		reader->reason = "a DOCTYPE is not accepted";
	xmlStopParser(parser);
}

#if LIBXML_VERSION >= 21200
static void
on_error(void *context, const xmlError *error)
#else
static void
on_error(void *context, xmlErrorPtr error)
#endif
{
	struct reader *reader = ((xmlParserCtxtPtr)context)->_private;
	const char *words = error->message == NULL ? "not XML" : error->message;

	/* A name with an undeclared prefix could not be written back. */
	if (reader->reason != NULL ||
	    (error->level != XML_ERR_FATAL &&
		(error->level != XML_ERR_ERROR || error->domain != XML_FROM_NAMESPACE)))
		return;
	reader->reason = arena_printf(reader->arena, "%.*s at line %d",
	    (int)strcspn(words, "\n"), words, error->line);
}

/* The callbacks' context is the parser itself: libxml2's own need it. */
static xmlParserCtxtPtr
new_parser(struct reader *reader)
{
	xmlSAXHandler handler = { 0 };
	xmlParserCtxtPtr parser;

	xmlSAXVersion(&handler, 2);
	handler.internalSubset = on_doctype;
	handler.serror = on_error;
#if LIBXML_VERSION >= 21100
	parser = xmlNewSAXParserCtxt(&handler, NULL);
#else
	parser = xmlNewParserCtxt();
	if (parser != NULL)
		*parser->sax = handler;
#endif
	if (parser != NULL)
		parser->_private = reader;
	return parser;
}

static struct markup *
parse(struct reader *reader, const char *bytes, int length)
{
	static pthread_once_t once = PTHREAD_ONCE_INIT;
	struct markup *root = arena_alloc(reader->arena, sizeof *root);
	xmlParserCtxtPtr parser;
	xmlDocPtr document = NULL;
	xmlNodePtr element;

	pthread_once(&once, xmlInitParser);
	parser = new_parser(reader);
	/* NOENT: &amp; in attributes comes decoded; nothing else is declared. */
	if (parser != NULL)
		document = xmlCtxtReadMemory(parser, bytes, length, NULL, NULL,
		    XML_PARSE_NONET | XML_PARSE_NOENT | XML_PARSE_NOCDATA);
	xmlFreeParserCtxt(parser);
	element = document == NULL ? NULL : xmlDocGetRootElement(document);
	if (reader->reason == NULL && element == NULL)
		reader->reason = "not XML";
	if (reader->reason == NULL && !markup_copy(reader->arena, element, false, root))
		reader->reason = "nested deeper than 64 levels";
	xmlFreeDoc(document);
	return reader->reason == NULL ? root : NULL;
}

const struct markup *
markup_parse_xml(
    struct arena *arena, const char *bytes, size_t length, const char **reason)
{
	struct reader reader = { .arena = arena };
	const struct markup *root = NULL;

	if (length == 0)
		reader.reason = "empty";
	else if (length > INT_MAX / 2)
		reader.reason = "too long";
	else
		root = parse(&reader, bytes, (int)length);
	if (reason != NULL)
		*reason = reader.reason;
	return root;
}
