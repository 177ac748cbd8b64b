/*
 * XML bytes in, a small tree in the arena out, built as libxml2 reads: it makes none
 * of its own.  A DOCTYPE is refused before a single declaration in it is read.
 */
#include "base/markup.h"

#include <libxml/parser.h>
#include <limits.h>
#include <pthread.h>
#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/markup_inside.h"

#define KNOWN  16  /* names of which a copy is at hand */
#define BEYOND 256 /* with less than 250 bytes left libxml2 looks for more at each sign */

/* An element that is open, and where what it has next belongs. */
struct open {
	struct markup *element;
	const struct markup **end;
};

/* What the callbacks of one parser share. */
struct reader {
	struct arena *arena;
	xmlParserCtxtPtr parser;
	const char *reason; /* the first one */
	struct open open[MARKUP_DEEPEST];
	size_t depth;
	const struct markup *root;
	struct buffer text; /* that is not in the tree yet */
	unsigned text_line;
	/* libxml2 keeps each name once, as long as the parser lives. */
	struct {
		const xmlChar *given;
		const char *kept;
	} known[KNOWN];
};

static void
refuse(struct reader *reader, const char *reason)
{
	if (reader->reason == NULL)
		reader->reason = reason;
	xmlStopParser(reader->parser);
}

static const char *
keep_name(struct reader *reader, const xmlChar *name)
{
	size_t at = ((uintptr_t)name >> 3 ^ (uintptr_t)name >> 7) % KNOWN;

	if (name != NULL && reader->known[at].given != name) {
		reader->known[at].given = name;
		reader->known[at].kept = arena_text(reader->arena, (const char *)name);
	}
	return name == NULL ? NULL : reader->known[at].kept;
}

static struct markup *
add_node(struct reader *reader, unsigned line)
{
	struct open *parent = &reader->open[reader->depth - 1];
	struct markup *node = arena_alloc(reader->arena, sizeof *node);

	node->line = line;
	*parent->end = node;
	parent->end = &node->next;
	return node;
}

static void
end_text(struct reader *reader)
{
	if (reader->text.length == 0)
		return;
	add_node(reader, reader->text_line)->text = arena_text_n(
	    reader->arena, reader->text.bytes, reader->text.length);
	buffer_clear(&reader->text);
}

/* Of each attribute libxml2 gives five pointers. */
static void
add_attributes(
    struct reader *reader, struct markup *element, int count, const xmlChar **given)
{
	for (; count > 0; count--, given += 5)
		markup_add_attribute(reader->arena, element, keep_name(reader, given[0]),
		    arena_text_n(reader->arena, (const char *)given[3],
			(size_t)(given[4] - given[3])));
}

static void
on_start(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *space,
    int spaces, const xmlChar **declared, int count, int defaulted,
    const xmlChar **attributes)
{
	struct reader *reader = context;
	unsigned line = (unsigned)reader->parser->input->line;
	struct markup *element;

	(void)prefix;
	(void)spaces;
	(void)declared;
	(void)defaulted;
	if (reader->depth == MARKUP_DEEPEST) {
		refuse(reader, "nested deeper than 64 levels");
		return;
	}
	if (reader->depth > 0) {
		end_text(reader);
		element = add_node(reader, line);
	} else {
		reader->root = element = arena_alloc(reader->arena, sizeof *element);
		element->line = line;
	}
	element->name = keep_name(reader, name);
	element->space = keep_name(reader, space);
	add_attributes(reader, element, count, attributes);
	reader->open[reader->depth++] = (struct open){ element, &element->child };
}

static void
on_end(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *space)
{
	struct reader *reader = context;

	(void)name;
	(void)prefix;
	(void)space;
	if (reader->depth == 0)
		return;
	end_text(reader);
	reader->depth--;
}

static void
on_text(void *context, const xmlChar *text, int length)
{
	struct reader *reader = context;

	if (reader->depth == 0)
		return;
	if (reader->text.length == 0)
		reader->text_line = (unsigned)reader->parser->input->line;
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

#if LIBXML_VERSION >= 21200
static void
on_error(void *context, const xmlError *error)
#else
static void
on_error(void *context, xmlErrorPtr error)
#endif
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

static xmlParserCtxtPtr
new_parser(struct reader *reader)
{
	xmlSAXHandler handler = { .initialized = XML_SAX2_MAGIC,
		.internalSubset = on_doctype,
		.startElementNs = on_start,
		.endElementNs = on_end,
		.characters = on_text,
		.ignorableWhitespace = on_text,
		.serror = on_error };
	xmlParserCtxtPtr parser;

#if LIBXML_VERSION >= 21100
	parser = xmlNewSAXParserCtxt(&handler, reader);
#else
	parser = xmlNewParserCtxt();
	if (parser != NULL) {
		*parser->sax = handler;
		parser->userData = reader;
	}
#endif
	return parser;
}

static void
parse(struct reader *reader, const char *bytes, int length)
{
	static pthread_once_t once = PTHREAD_ONCE_INIT;
	char *padded = arena_alloc(reader->arena, (size_t)length + BEYOND);

	memcpy(padded, bytes, (size_t)length);
	memset(padded + length, ' ', BEYOND);
	pthread_once(&once, xmlInitParser);
	reader->parser = new_parser(reader);
	buffer_init(&reader->text, 0);
	/* NOENT: &amp; in attributes comes decoded; nothing else is declared. */
	if (reader->parser != NULL)
		xmlFreeDoc(xmlCtxtReadMemory(reader->parser, padded, length + BEYOND,
		    NULL, NULL, XML_PARSE_NONET | XML_PARSE_NOENT | XML_PARSE_NOCDATA));
	if (reader->reason == NULL &&
	    (reader->parser == NULL || !reader->parser->wellFormed))
		reader->reason = "not XML";
	buffer_free(&reader->text);
	xmlFreeParserCtxt(reader->parser);
}

const struct markup *
markup_parse_xml(
    struct arena *arena, const char *bytes, size_t length, const char **reason)
{
	struct reader reader = { .arena = arena };

	if (length == 0)
		reader.reason = "empty";
	else if (length > INT_MAX / 2)
		reader.reason = "too long";
	else
		parse(&reader, bytes, (int)length);
	if (reason != NULL)
		*reason = reader.reason;
	return reader.reason == NULL ? reader.root : NULL;
}
