/*
 * Entries enter; leave with identifiers, roles, and flags about ids that
 * cannot be right.
 */
#include "identify/identify.h"

#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "identify/inside.h"

enum { MOST_OF_A_LINK = 8 };

void
found_add(struct arena *arena, struct found *found, enum identifier_kind kind,
    const char *value)
{
	struct identifier id = { kind, identifier_canonical(arena, kind, value) };

	if (id.value == NULL || found->count == found->most)
		return;
	for (size_t i = 0; i < found->count; i++)
		if (identifier_equal(found->out[i], id))
			return;
	found->out[found->count++] = id;
}

bool
host_is(const char *host, const char *name)
{
	size_t length = strlen(host), tail = strlen(name);

	return length >= tail && strcmp(host + length - tail, name) == 0 &&
	    (length == tail || host[length - tail - 1] == '.');
}

size_t
path_segments(struct arena *arena, const char *path, const char **out, size_t most)
{
	size_t count = 0;

	while (*path != '\0' && count < most) {
		size_t length = strcspn(path, "/");
		if (length > 0)
			out[count++] = url_decode(
			    arena, arena_text_n(arena, path, length));
		path += length + (path[length] == '/');
	}
	return count;
}

/* A badge's URL holds the address of an API: every URL inside is read too. */
static void
identify_badge(struct arena *arena, const struct url *url, struct found *found)
{
	const char *text = url->query == NULL ? "" : url_decode(arena, url->query);
	const char *inner;

	for (inner = strstr(text, "http"); inner != NULL;
	     inner = strstr(inner + 4, "http")) {
		struct url parsed;
		if (url_parse(arena, inner, &parsed) &&
		    !host_is(parsed.host, "shields.io"))
			found->count += identify_url(arena,
			    arena_text_n(arena, inner, strcspn(inner, " &")),
			    found->out + found->count, found->most - found->count);
	}
	github_from_url(arena, url, found);
}

/*
 * aclanthology.2022.x.pdf: the host swallowed the path.  "medical\_meadow": no
 * address has a backslash; Markdown's way to write a sign as itself stayed in
 * an address that is written bare.
 */
static const char *
mend_address(struct arena *arena, const char *text)
{
	const char *at = strchr(text, '\\');

	if (at != NULL && at[1] != '\0' && strchr("_*#~-.!()[]", at[1]) != NULL) {
		char *mended = arena_text(arena, text), *to = mended;
		for (const char *from = mended; *from != '\0'; from++)
			if (*from != '\\')
				*to++ = *from;
		*to = '\0';
		text = mended;
	}
	at = strstr(text, "://aclanthology.");
	if (at != NULL && at[16] >= '0' && at[16] <= '9')
		return arena_printf(arena, "https://aclanthology.org/%s", at + 16);
	return text;
}

size_t
identify_url(struct arena *arena, const char *text, struct identifier *out, size_t most)
{
	static bool (*const recognisers[])(
	    struct arena *, const struct url *, struct found *) = { arxiv_from_url,
		doi_from_url, acl_from_url, pubmed_from_url, hub_from_url,
		github_from_url, semantic_from_url, publisher_from_url };
	struct found found = { out, 0, most };
	struct url url;

	if (text == NULL || most == 0 ||
	    !url_parse(arena, mend_address(arena, text), &url))
		return 0;
	if (host_is(url.host, "shields.io")) {
		identify_badge(arena, &url, &found);
		return found.count;
	}
	for (size_t i = 0; i < sizeof recognisers / sizeof recognisers[0]; i++)
		if (recognisers[i](arena, &url, &found))
			break;
	return found.count;
}

bool
identify_text(struct arena *arena, const char *text, struct identifier *out)
{
	struct found found = { out, 0, 1 };
	struct url url;

	text = text_squeeze(arena, text);
	if (strstr(text, "://") != NULL) {
		if (identify_url(arena, text, out, 1) == 1)
			return true;
		if (url_parse(arena, text, &url))
			found_add(arena, &found, IDENTIFIER_URL, text);
	} else if (identifier_parse(arena, text, out)) {
		return true;
	} else {
		found_add(arena, &found, IDENTIFIER_DOI, doi_canonical(arena, text));
		found_add(arena, &found, IDENTIFIER_ARXIV,
		    arxiv_canonical(arena, text, strlen(text)));
	}
	return found.count == 1;
}

/* Ids of templates that people forget to replace. */
static bool
is_placeholder(struct identifier id)
{
	static const char *const values[] = { "12345678", "123456789", "1234567",
		"123456", "1234.56789", "1234.5678", "0000.00000", "2000.00000" };

	for (size_t i = 0; i < sizeof values / sizeof values[0]; i++)
		if (strcmp(id.value, values[i]) == 0)
			return true;
	return false;
}

static void
add_identifiers(
    struct arena *arena, struct entry *entry, size_t link, const struct found *found)
{
	struct entry_identifier *ids = (struct entry_identifier *)entry->identifiers;

	for (size_t i = 0; i < found->count; i++) {
		bool known = false;
		for (size_t j = 0; j < entry->identifier_count; j++)
			known |= identifier_equal(ids[j].id, found->out[i]);
		if (known)
			continue;
		ids = arena_push(arena, ids, entry->identifier_count, sizeof *ids);
		bool placeholder = is_placeholder(found->out[i]);
		ids[entry->identifier_count++] = (struct entry_identifier){
			.id = found->out[i], .link = link, .wrong = placeholder
		};
		if (placeholder)
			entry->flags |= FLAG_PLACEHOLDER_ID;
		if (found->out[i].kind == IDENTIFIER_HF_ORG)
			entry->flags |= FLAG_NOT_ONE_ARTIFACT;
	}
	entry->identifiers = ids;
}

/*
 * A label that is a URL and names another project than the link opens.  Of
 * two links that came out of one malformed one, the label's URL is believed
 * when it agrees with the entry's own words.
 */
static void
check_label(
    struct arena *arena, struct entry *entry, struct link *link, struct found *found)
{
	struct identifier shown[1];

	if (strncmp(link->label, "http", 4) != 0)
		return;
	entry->flags |= FLAG_URL_AS_LABEL;
	if (found->count > 0 && identify_url(arena, link->label, shown, 1) == 1 &&
	    !identifier_equal(shown[0], found->out[0])) {
		const char *value = found->out[0].value;
		const char *slash = strchr(value, '/');
		const char *owner = arena_text_n(arena, value,
		    slash == NULL ? strlen(value) : (size_t)(slash - value));
		entry->flags |= FLAG_LABEL_TARGET;
		/* The row names neither this owner: the label is right. */
		if (text_find_nocase(entry->title, owner) == NULL)
			found->count = 0;
	}
}

/* Out of the scratch memory into the entries'. */
static void
keep_identifiers(struct arena *arena, struct entry *entry)
{
	struct entry_identifier *kept = arena_alloc(
	    arena, entry->identifier_count * sizeof *kept);

	for (size_t i = 0; i < entry->identifier_count; i++) {
		kept[i] = entry->identifiers[i];
		kept[i].id.value = arena_text(arena, kept[i].id.value);
	}
	entry->identifiers = kept;
}

static void
identify_entry(struct arena *arena, struct arena *scratch, struct entry *entry)
{
	struct link *links = (struct link *)entry->links;

	for (size_t i = 0; i < entry->link_count; i++) {
		struct identifier *out = arena_alloc(
		    scratch, MOST_OF_A_LINK * sizeof *out);
		struct found found = { out, 0, MOST_OF_A_LINK };
		const char *mended = mend_address(scratch, links[i].url);
		if (mended != links[i].url) {
			entry->as_written = links[i].url;
			links[i].url = arena_text(arena, mended);
			entry->flags |= FLAG_MALFORMED_LINK;
		}
		found.count = identify_url(scratch, links[i].url, out, found.most);
		if (found.count == 0 && url_lacks_identifier(scratch, links[i].url))
			entry->flags |= FLAG_BAD_IDENTIFIER;
		if (links[i].role != LINK_BADGE && links[i].role != LINK_BADGE_TARGET) {
			links[i].role = role_of(scratch, &links[i], entry);
			if (role_is_contrary(scratch, &links[i], &found))
				entry->flags |= FLAG_LABEL_TARGET;
			check_label(scratch, entry, &links[i], &found);
		}
		if (strstr(links[i].url, "huggingface.co/collections/") != NULL)
			entry->flags |= FLAG_NOT_ONE_ARTIFACT;
		add_identifiers(scratch, entry, i, &found);
	}
	keep_identifiers(arena, entry);
}

void
identify_list(struct arena *arena, struct list *list)
{
	struct entry *entries = (struct entry *)list->entries;
	struct arena *scratch = arena_new();

	for (size_t i = 0; i < list->entry_count; i++) {
		identify_entry(arena, scratch, &entries[i]);
		arena_reset(scratch);
		arena_rest_at(arena, i);
	}
	arena_free(scratch);
}
