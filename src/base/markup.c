/*
 * XML bytes in, a small tree in the arena out.  Read as events, so that a
 * DOCTYPE is refused before libxml2 looks at a single declaration in it.
 */
#include "base/markup.h"

#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <limits.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/markup_inside.h"

struct reader {
	struct arena *arena;
	xmlParserCtxtPtr parser;
	struct markup_level levels[MARKUP_DEEPEST];
	size_t depth;
	struct markup *root;
	struct buffer text; /* since the last tag */
	unsigned text_line;
	const char *reason; /* the first one */
};

struct markup *
markup_add(struct arena *arena, struct markup_level *level)
{
	struct markup *node = arena_alloc(arena, sizeof *node);

	if (level->last == NULL)
		level->node->child = node;
	else
		level->last->next = node;
	level->last = node;
	return node;
}

static void
refuse(struct reader *reader, const char *reason)
{
	if (reader->reason == NULL)
		reader->reason = reason;
	xmlStopParser(reader->parser);
}

static void
flush_text(struct reader *reader)
{
	struct markup *node;

	if (reader->text.length == 0)
		return;
	node = markup_add(reader->arena, &reader->levels[reader->depth - 1]);
	node->text = arena_text_n(reader->arena, reader->text.bytes, reader->text.length);
	node->line = reader->text_line;
	buffer_clear(&reader->text);
}

/* Five pointers each: name, prefix, namespace, begin and end of the value. */
static void
copy_attributes(
    struct arena *arena, struct markup *node, const xmlChar **attributes, int count)
{
	for (int i = 0; i < count; i++, attributes += 5)
		markup_add_attribute(arena, node, (const char *)attributes[0],
		    arena_text_n(arena, (const char *)attributes[3],
			(size_t)(attributes[4] - attributes[3])));
}

static void
on_start(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *space,
    int space_count, const xmlChar **spaces, int attribute_count, int defaulted_count,
    const xmlChar **attributes)
{
	struct reader *reader = context;
	struct markup *node;

	(void)prefix;
	(void)space_count;
	(void)spaces;
	(void)defaulted_count;
	if (reader->reason != NULL)
		return;
	if (reader->depth == MARKUP_DEEPEST) {
		refuse(reader, "nested deeper than 64 levels");
		return;
	}
	if (reader->depth == 0) {
		node = arena_alloc(reader->arena, sizeof *node);
		reader->root = node;
	} else {
		flush_text(reader);
		node = markup_add(reader->arena, &reader->levels[reader->depth - 1]);
	}
	node->name = arena_text(reader->arena, (const char *)name);
	node->space = arena_text(reader->arena, (const char *)space);
	node->line = (unsigned)xmlSAX2GetLineNumber(reader->parser);
	copy_attributes(reader->arena, node, attributes, attribute_count);
	reader->levels[reader->depth].node = node;
	reader->levels[reader->depth].last = NULL;
	reader->depth++;
}

static void
on_end(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *space)
{
	struct reader *reader = context;

	(void)name;
	(void)prefix;
	(void)space;
	if (reader->reason != NULL || reader->depth == 0)
		return;
	flush_text(reader);
	reader->depth--;
}

static void
on_text(void *context, const xmlChar *text, int length)
{
	struct reader *reader = context;

	if (reader->reason != NULL || reader->depth == 0 || length <= 0)
		return;
	if (reader->text.length == 0)
		reader->text_line = (unsigned)xmlSAX2GetLineNumber(reader->parser);
	buffer_add(&reader->text, text, (size_t)length);
}

static void
on_doctype(
    void *context, const xmlChar *name, const xmlChar *external, const xmlChar *system_id)
{
	(void)name;
	(void)external;
	(void)system_id;
	refuse(context, "a DOCTYPE is not accepted");
}

static void
on_error(void *context, xmlErrorPtr error)
{
	struct reader *reader = context;
	const char *words = error->message == NULL ? "not XML" : error->message;

	/* A name with an undeclared prefix could not be written back. */
	if (reader->reason != NULL ||
	    (error->level != XML_ERR_FATAL &&
		(error->level != XML_ERR_ERROR || error->domain != XML_FROM_NAMESPACE)))
		return;
	reader->reason = arena_printf(reader->arena, "%.*s at line %d",
	    (int)strcspn(words, "\n"), words, error->line);
}

static const struct markup *
parse(struct reader *reader, const char *bytes, int length)
{
	xmlSAXHandler handler = {
		.initialized = XML_SAX2_MAGIC,
		.internalSubset = on_doctype,
		.startElementNs = on_start,
		.endElementNs = on_end,
		.characters = on_text,
		.ignorableWhitespace = on_text,
		.cdataBlock = on_text,
		.serror = on_error,
	};
	bool well_formed;

	reader->parser = xmlCreateMemoryParserCtxt(bytes, length);
	if (reader->parser == NULL) {
		reader->reason = "not XML";
		return NULL;
	}
	/* NOENT: &amp; in attributes comes decoded; nothing else is declared. */
	xmlCtxtUseOptions(
	    reader->parser, XML_PARSE_NONET | XML_PARSE_NOENT | XML_PARSE_NOCDATA);
	*reader->parser->sax = handler;
	reader->parser->userData = reader;
	xmlParseDocument(reader->parser);
	well_formed = reader->parser->wellFormed == 1;
	if (reader->parser->myDoc != NULL)
		xmlFreeDoc(reader->parser->myDoc);
	reader->parser->myDoc = NULL;
	xmlFreeParserCtxt(reader->parser);
	if (!well_formed && reader->reason == NULL)
		reader->reason = "not XML";
	return reader->reason == NULL ? reader->root : NULL;
}

const struct markup *
markup_parse_xml(
    struct arena *arena, const char *bytes, size_t length, const char **reason)
{
	struct reader reader = { .arena = arena };
	const struct markup *root = NULL;

	buffer_init(&reader.text, 0);
	if (length == 0)
		reader.reason = "empty";
	else if (length > INT_MAX / 2)
		reader.reason = "too long";
	else
		root = parse(&reader, bytes, (int)length);
	buffer_free(&reader.text);
	if (reason != NULL)
		*reason = reader.reason;
	return root;
}
