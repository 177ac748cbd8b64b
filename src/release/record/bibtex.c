/* One record enters, its BibTeX entry leaves. */
#include "release/record/bibtex.h"

#include <stdbool.h>
#include <string.h>
#include <strings.h>

#include "base/buffer.h"
#include "base/text.h"
#include "release/facts/facts.h"
#include "release/record/watch.h"
#include "release/text/escape.h"

#define MOST_AUTHORS 200

static bool
is_word(const char *at, size_t length, const char *word)
{
	return strlen(word) == length && strncasecmp(at, word, length) == 0;
}

/*
 * BibTeX takes names apart at "and", commas and braces; a name in which one
 * of them stands is kept together by braces.
 */
static bool
splits_badly(const char *name)
{
	size_t words = 0;

	if (strpbrk(name, ",{}\\\"~") != NULL)
		return true;
	while (*name != '\0') {
		size_t length = strcspn(name, " \t\r\n");

		if (is_word(name, length, "and") || is_word(name, length, "others"))
			return true;
		words += length > 0;
		name += length;
		while (*name == ' ' || *name == '\t' || *name == '\r' || *name == '\n')
			name++;
	}
	return words > 6;
}

static void
add_author(struct buffer *out, const struct author *author)
{
	if (author->family != NULL && author->given != NULL &&
	    !splits_badly(author->family) && !splits_badly(author->given)) {
		escape_bibtex(out, author->family);
		buffer_text(out, ", ");
		escape_bibtex(out, author->given);
		return;
	}
	/* A family alone is an institution: whole. */
	if (author->family == NULL && !splits_badly(author->literal)) {
		escape_bibtex(out, author->literal);
		return;
	}
	buffer_char(out, '{');
	escape_bibtex(out, author->literal);
	buffer_char(out, '}');
}

static void
add_authors(struct buffer *out, const struct record *r)
{
	size_t written = 0;

	for (size_t i = 0; i < r->author_count; i++) {
		if (text_is_blank(r->authors[i].literal))
			continue;
		buffer_text(out, written == 0 ? "  author = {" : " and ");
		if (written++ == MOST_AUTHORS) {
			buffer_text(out, "others");
			break;
		}
		add_author(out, &r->authors[i]);
	}
	if (written > 0)
		buffer_text(out, r->authors_more ? " and others},\n" : "},\n");
}

static void
add_field(struct buffer *out, const char *name, const char *value)
{
	if (text_is_blank(value))
		return;
	buffer_printf(out, "  %s = {", name);
	escape_bibtex(out, value);
	buffer_text(out, "},\n");
}

static void
add_verbatim(struct buffer *out, const char *name, const char *value)
{
	if (text_is_blank(value))
		return;
	buffer_printf(out, "  %s = {", name);
	escape_bibtex_verbatim(out, value);
	buffer_text(out, "},\n");
}

/* Types whose required fields are there; everything else is @misc. */
static const char *
entry_type(const struct record *r)
{
	const char *house = r->publisher != NULL ? r->publisher : r->institute;

	if (r->type != NULL && r->author_count > 0 && r->year > 0 &&
	    !text_is_blank(house)) {
		if (strcmp(r->type, "book") == 0)
			return "book";
		if (strcmp(r->type, "thesis") == 0)
			return "phdthesis";
		if (strcmp(r->type, "report") == 0)
			return "techreport";
	}
	if (text_is_blank(r->container_title) || r->author_count == 0 ||
	    text_is_blank(r->authors[0].literal) || r->type == NULL || r->year == 0)
		return "misc";
	if (strcmp(r->type, "article-journal") == 0)
		return "article";
	if (strcmp(r->type, "paper-conference") == 0)
		return "inproceedings";
	if (strcmp(r->type, "chapter") == 0)
		return "incollection";
	return "misc";
}

static void
add_key(struct buffer *out, const struct record *r)
{
	size_t start = out->length;

	for (const char *k = r->citation_key; k != NULL && *k != '\0'; k++)
		if ((*k >= 'a' && *k <= 'z') || (*k >= 'A' && *k <= 'Z') ||
		    (*k >= '0' && *k <= '9') || strchr("-_:.", *k) != NULL)
			buffer_char(out, *k);
	if (out->length == start)
		buffer_printf(out, "work%016llx",
		    (unsigned long long)watch_print(r->id, strlen(r->id)));
}

/* "XXXX" is EDTF for a year that nobody knows; biber insists on one. */
static void
add_date(struct buffer *out, const struct record *r)
{
	if (r->year > 0)
		buffer_printf(out, "  year = {%d},\n", r->year);
	else if (r->first_public != NULL && strlen(r->first_public) >= 4)
		buffer_printf(out, "  year = {%.4s},\n", r->first_public);
	else
		buffer_text(out, "  date = {XXXX},\n");
}

static void
add_venue(struct buffer *out, const struct record *r, const char *type)
{
	const char *house = r->publisher != NULL ? r->publisher : r->institute;

	if (strcmp(type, "article") == 0)
		add_field(out, "journal", r->container_title);
	else if (strcmp(type, "inproceedings") == 0 || strcmp(type, "incollection") == 0)
		add_field(out, "booktitle", r->container_title);
	else
		add_field(out, "howpublished", r->container_title);
	if (strcmp(type, "inproceedings") == 0 || strcmp(type, "incollection") == 0)
		add_field(out, "publisher", r->publisher);
	if (strcmp(type, "book") == 0)
		add_field(out, "publisher", house);
	if (strcmp(type, "phdthesis") == 0)
		add_field(out, "school", house);
	if (strcmp(type, "techreport") == 0)
		add_field(out, "institution", house);
}

void
bibtex_add(struct buffer *out, const struct record *r)
{
	const char *type = entry_type(r);
	const char *arxiv = record_identifier_value(r, IDENTIFIER_ARXIV);

	if (strcmp(r->kind, "webpage") == 0)
		return;
	buffer_printf(out, "@%s{", type);
	add_key(out, r);
	buffer_text(out, ",\n");
	add_authors(out, r);
	buffer_text(out, "  title = {");
	escape_bibtex_title(out, facts_title(r));
	buffer_text(out, "},\n");
	add_date(out, r);
	add_venue(out, r, type);
	add_verbatim(out, "doi", record_identifier_value(r, IDENTIFIER_DOI));
	if (arxiv != NULL) {
		add_verbatim(out, "eprint", arxiv);
		buffer_text(out, "  archivePrefix = {arXiv},\n");
	}
	add_verbatim(out, "url", r->url);
	buffer_text(out, "}\n\n");
}
