/* A tree in; children, attributes, its text and its XML out. */
#include "base/markup.h"

#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/markup_inside.h"

#define MOST_ATTRIBUTES 100

void
markup_add_attribute(
    struct arena *arena, struct markup *node, const char *name, const char *value)
{
	struct markup_attribute **at = &node->attributes, *attribute;
	int before = 0;

	while (*at != NULL && strcmp((*at)->name, name) < 0) {
		at = &(*at)->next;
		if (++before == MOST_ATTRIBUTES)
			return;
	}
	if (*at != NULL && strcmp((*at)->name, name) == 0)
		return;
	attribute = arena_alloc(arena, sizeof *attribute);
	attribute->name = name;
	attribute->value = value;
	attribute->next = *at;
	*at = attribute;
}

static const struct markup *
find_from(const struct markup *node, const char *name)
{
	while (node != NULL && (node->name == NULL || strcmp(node->name, name) != 0))
		node = node->next;
	return node;
}

const struct markup *
markup_child(const struct markup *node, const char *name)
{
	return node == NULL ? NULL : find_from(node->child, name);
}

const struct markup *
markup_next(const struct markup *node, const char *name)
{
	return node == NULL ? NULL : find_from(node->next, name);
}

const char *
markup_attribute(const struct markup *node, const char *name)
{
	const struct markup_attribute *at = node == NULL ? NULL : node->attributes;

	while (at != NULL && strcmp(at->name, name) != 0)
		at = at->next;
	return at == NULL ? NULL : at->value;
}

static void
add_text(struct buffer *out, const struct markup *node)
{
	if (node->text != NULL)
		buffer_text(out, node->text);
	for (const struct markup *child = node->child; child != NULL; child = child->next)
		add_text(out, child);
}

/* What the buffer holds moves into the arena. */
static char *
settle(struct arena *arena, struct buffer *buffer)
{
	char *text = arena_text_n(
	    arena, buffer->bytes == NULL ? "" : buffer->bytes, buffer->length);

	buffer_free(buffer);
	return text;
}

char *
markup_text(struct arena *arena, const struct markup *node)
{
	const struct markup *child = node == NULL ? NULL : node->child;
	struct buffer out;

	if (child != NULL && child->next == NULL && child->text != NULL)
		return arena_text(arena, child->text);
	buffer_init(&out, 0);
	if (node != NULL)
		add_text(&out, node);
	return settle(arena, &out);
}

static const char *
entity_of(char c)
{
	switch (c) {
	case '&':
		return "&amp;";
	case '<':
		return "&lt;";
	case '>':
		return "&gt;";
	case '"':
		return "&quot;";
	case '\'':
		return "&#39;";
	default:
		return NULL;
	}
}

/*
 * Text that reads back as the same text: a reader turns bare CR into LF
 * everywhere and every white space in an attribute into a blank.  Control
 * characters have no place in XML at all.
 */
static void
escape_for_xml(struct buffer *out, const char *text, bool in_attribute)
{
	for (; *text != '\0'; text++) {
		unsigned char c = (unsigned char)*text;
		const char *entity = entity_of(*text);

		if (c == '\r' || (in_attribute && (c == '\n' || c == '\t')))
			buffer_printf(out, "&#%u;", c);
		else if (c < ' ' && c != '\n' && c != '\t')
			continue;
		else if (entity != NULL &&
		    (in_attribute || c == '&' || c == '<' || c == '>'))
			buffer_text(out, entity);
		else
			buffer_char(out, *text);
	}
}

static bool
same_space(const char *a, const char *b)
{
	return strcmp(a == NULL ? "" : a, b == NULL ? "" : b) == 0;
}

static void
serialise(struct buffer *out, const struct markup *node, const char *space)
{
	if (node->name == NULL) {
		escape_for_xml(out, node->text, false);
		return;
	}
	buffer_printf(out, "<%s", node->name);
	if (!same_space(node->space, space)) {
		buffer_text(out, " xmlns=\"");
		if (node->space != NULL)
			escape_for_xml(out, node->space, true);
		buffer_char(out, '"');
	}
	for (const struct markup_attribute *at = node->attributes; at != NULL;
	     at = at->next) {
		buffer_printf(out, " %s=\"", at->name);
		escape_for_xml(out, at->value, true);
		buffer_char(out, '"');
	}
	if (node->child == NULL) {
		buffer_text(out, "/>");
		return;
	}
	buffer_char(out, '>');
	for (const struct markup *child = node->child; child != NULL; child = child->next)
		serialise(out, child, node->space);
	buffer_printf(out, "</%s>", node->name);
}

char *
markup_serialise(struct arena *arena, const struct markup *node)
{
	struct buffer out;

	buffer_init(&out, 0);
	if (node != NULL)
		serialise(&out, node, NULL);
	return settle(arena, &out);
}
