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

/* Ids of templates that people forget to replace. */
static bool
is_placeholder(struct identifier id)
{
	static const char *const values[] = { "12345678", "123456789", "1234567",
		"123456", "1234.56789", "1234.5678", "0000.00000", "2000.00000", NULL };

	return text_is_one_of(id.value, values);
}

/* `ids`, as they grow: the entry's so far. */
static struct entry_identifier *
add_identifiers(struct arena *arena, struct entry *entry, struct entry_identifier *ids,
    size_t link, const struct found *found)
{
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
	return ids;
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

/* An image that is no badge: where its file lies says nothing of the work. */
static bool
is_picture(const struct link *link)
{
	return link->role == LINK_BADGE && strstr(link->url, "shields.io") == NULL &&
	    text_find_nocase(link->url, "badge") == NULL;
}

/* The flags that its identifiers and links gave it. */
static unsigned
identify_entry(struct arena *arena, struct arena *scratch, struct entry *entry)
{
	struct link *links = arena_alloc(arena, entry->link_count * sizeof *links);
	struct entry_identifier *ids = NULL;
	unsigned flags = entry->flags, added;

	entry->flags = 0;
	if (entry->link_count > 0)
		memcpy(links, entry->links, entry->link_count * sizeof *links);
	entry->links = links;
	for (size_t i = 0; i < entry->link_count; i++) {
		struct identifier *out = arena_alloc(
		    scratch, MOST_OF_A_LINK * sizeof *out);
		struct found found = { out, 0, MOST_OF_A_LINK };
		const char *mended = recognise_mend(scratch, links[i].url);
		if (mended != links[i].url) {
			entry->as_written = links[i].url;
			links[i].url = arena_text(arena, mended);
			entry->flags |= FLAG_MALFORMED_LINK;
		}
		if (is_picture(&links[i]))
			continue;
		mended = recognise_end(scratch, links[i].url);
		if (mended != links[i].url) {
			links[i].detour = links[i].url;
			links[i].url = arena_text(arena, mended);
			entry->flags |= FLAG_LINK_DETOUR;
		}
		found.count = identify_url(scratch, links[i].url, out, found.most);
		if (found.count == 0 && broken_lacks_identifier(scratch, links[i].url))
			entry->flags |= FLAG_BAD_IDENTIFIER;
		if (links[i].role != LINK_BADGE && links[i].role != LINK_BADGE_TARGET) {
			links[i].role = roles_of(scratch, &links[i], entry);
			if (roles_contradict(scratch, &links[i], &found))
				entry->flags |= FLAG_LABEL_TARGET;
			check_label(scratch, entry, &links[i], &found);
		}
		if (strstr(links[i].url, "huggingface.co/collections/") != NULL)
			entry->flags |= FLAG_NOT_ONE_ARTIFACT;
		entry->identifiers = ids = add_identifiers(
		    scratch, entry, ids, i, &found);
	}
	keep_identifiers(arena, entry);
	added = entry->flags;
	entry->flags |= flags;
	return added;
}

/* The same words and links as those of an entry before it. */
static unsigned
identify_again(struct entry *entry, const struct entry *before, unsigned added)
{
	entry->links = before->links;
	entry->identifiers = before->identifiers;
	entry->identifier_count = before->identifier_count;
	entry->flags |= added;
	if ((added & FLAG_MALFORMED_LINK) != 0)
		entry->as_written = before->as_written;
	return added;
}

void
identify_list(struct arena *arena, struct list *list)
{
	struct arena *scratch = arena_new(), *whole = arena_new();
	unsigned *added = arena_alloc(whole, (list->entry_count + 1) * sizeof *added);

	for (size_t i = 0; i < list->entry_count; i++) {
		struct entry *entry = &list->entries[i];
		size_t like = entry->like;

		added[i] = like > 0
		    ? identify_again(entry, &list->entries[like - 1], added[like - 1])
		    : identify_entry(arena, scratch, entry);
		arena_reset(scratch);
		arena_rest_at(arena, i);
	}
	arena_free(scratch);
	arena_free(whole);
}
