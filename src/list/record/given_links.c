/* A value that holds addresses or identifiers enters, links leave. */
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "list/record/given.h"

enum { LONGEST_ADDRESS = 8 << 10, MOST_LINKS = 200 };

void
given_add_link(struct said *said, const char *url, const char *label, enum link_role role)
{
	if (url == NULL || said->link_count == MOST_LINKS ||
	    strlen(url) > LONGEST_ADDRESS ||
	    !(text_starts_nocase(url, "http://") || text_starts_nocase(url, "https://")))
		return;
	for (size_t i = 0; i < said->link_count; i++)
		if (strcmp(said->links[i].url, url) == 0)
			return;
	said->links = arena_push(
	    said->arena, said->links, said->link_count, sizeof *said->links);
	said->links[said->link_count++] = (struct link){
		.url = arena_text(said->arena, url),
		.label = label == NULL ? "" : text_squeeze(said->arena, label),
		.role = role,
	};
}

/* Where the address at `text` ends: a bracket or a full stop behind it is
 * not its own, nor is ";https://…". */
static size_t
address_length(const char *text)
{
	size_t length = strcspn(text, " \t\r\n\"<>|\\^`{}");
	const char *next = strstr(text + 1, "http");
	bool opened = memchr(text, '(', length) != NULL;

	if (next != NULL && (size_t)(next - text) < length &&
	    strchr(",;", next[-1]) != NULL)
		length = (size_t)(next - text) - 1;
	while (length > 0 &&
	    (strchr(".,;'*]", text[length - 1]) != NULL ||
		(text[length - 1] == ')' && !opened)))
		length--;
	return length;
}

/* "code=https://…", as our own mentions.csv writes it. */
static enum link_role
role_in_front(const char *text, const char *url, enum link_role role)
{
	const char *word = url;

	if (url == text || url[-1] != '=')
		return role;
	for (word--; word > text && (word[-1] == '-' || text_is_small(word[-1]));)
		word--;
	for (unsigned r = 0; r < LINK_ROLES; r++) {
		const char *name = entry_roles[(enum link_role)r];
		size_t length = strlen(name);
		if (strncmp(word, name, length) == 0 && word[length] == '=')
			return (enum link_role)r;
	}
	return role;
}

size_t
given_add_links(struct said *said, const char *text, enum link_role role)
{
	static const char *const hosts[] = { "www.", "doi.org/", "arxiv.org/",
		"github.com/", "huggingface.co/" };
	size_t count = 0;

	for (const char *at = strstr(text, "http"); at != NULL; at = strstr(at, "http")) {
		size_t length;
		if (strncmp(at, "http://", 7) != 0 && strncmp(at, "https://", 8) != 0) {
			at += 4;
			continue;
		}
		length = address_length(at);
		if (length < 10 || length > LONGEST_ADDRESS) {
			at += 4;
			continue;
		}
		given_add_link(said, arena_text_n(said->scratch, at, length), NULL,
		    role_in_front(text, at, role));
		at += length;
		count++;
	}
	/* The scheme left out: taken for an address only at known hosts. */
	for (size_t i = 0; count == 0 && i < sizeof hosts / sizeof *hosts; i++)
		if (text_starts_nocase(text, hosts[i]) &&
		    strpbrk(text, " \t\n") == NULL) {
			given_add_link(said,
			    arena_printf(said->scratch, "https://%s", text), NULL, role);
			count++;
		}
	return count;
}

/* A DOI may have commas and semicolons of its own: up to a blank, or the next DOI. */
static size_t
doi_length(const char *text)
{
	size_t length = strcspn(text, " ");

	for (size_t at = 1; at < length; at++)
		if (strchr(",;", text[at]) != NULL &&
		    strncmp(text + at + 1, "10.", 3) == 0)
			length = at;
	length = text_trimmed(text, length, ",;");
	return length;
}

/* What a spreadsheet or data frame made of a number: "8906788.0" was 8906788, "2301.1"
 * was 2301.10000, "704.0001" was 0704.0001. */
static char *
as_it_was(struct arena *scratch, enum identifier_kind kind, char *value)
{
	size_t digits = strspn(value, "0123456789"), rest, wanted;
	bool short_month = digits == 3;

	if (value[digits] != '.')
		return value;
	rest = strspn(value + digits + 1, "0123456789");
	if (value[digits + 1 + rest] != '\0')
		return value;
	if (kind != IDENTIFIER_ARXIV) {
		if (strspn(value + digits + 1, "0") == rest)
			value[digits] = '\0';
		return value;
	}
	/* Five digits behind the month since 2015, four before (arXiv's identifiers). */
	wanted = !short_month && strncmp(value, "1501", 4) >= 0 ? 5 : 4;
	if (rest == 0 || rest > wanted || (digits != 4 && !short_month))
		return value;
	return arena_printf(scratch, "%s%s%.*s", short_month ? "0" : "", value,
	    (int)(wanted - rest), "0000");
}

/* The value alone: "arXiv:2401.00001v2 [cs.CL]" → "2401.00001v2". */
static char *
bare_value(struct arena *scratch, enum identifier_kind kind, const char *prefix,
    const char *text)
{
	char *value = text_squeeze(scratch, text);

	if (text_starts_nocase(value, prefix) && value[strlen(prefix)] == ':')
		value += strlen(prefix) + 1;
	value += *value == ' ';
	if (kind == IDENTIFIER_DOI) {
		value[doi_length(value)] = '\0';
		return value;
	}
	value[strcspn(value, " ,;")] = '\0';
	return as_it_was(scratch, kind, value);
}

void
given_add_identifier(struct said *said, enum identifier_kind kind, const char *text)
{
	enum link_role role = LINK_OTHER;
	struct identifier id;
	const char *prefix = identifier_prefix(kind);

	if (text_is_blank(text))
		return;
	if (identifier_is_paper(kind))
		role = LINK_PAPER;
	if (given_add_links(said, text, role) > 0)
		return;
	if (identifier_parse(said->scratch,
		arena_printf(said->scratch, "%s:%s", prefix,
		    bare_value(said->scratch, kind, prefix, text)),
		&id))
		given_add_link(said, identifier_url(said->scratch, id), NULL, role);
}
