/* An entry enters, its JSON line leaves: everything a list says, as read. */
#include "command/extract.h"

#include "base/buffer.h"
#include "base/json.h"
#include "base/log.h"
#include "model/entry.h"

static void
write_urls(struct json_writer *json, const struct entry *entry)
{
	json_write_key(json, "urls");
	json_write_array(json);
	for (size_t i = 0; i < entry->link_count; i++) {
		json_write_object(json);
		json_member(json, "url", entry->links[i].url);
		json_member(json, "role", entry_roles[entry->links[i].role]);
		json_write_object_end(json);
	}
	json_write_array_end(json);
}

static void
write_ids(struct json_writer *json, const struct entry *entry)
{
	json_write_key(json, "ids");
	json_write_object(json);
	for (unsigned kind = 0; kind < IDENTIFIER_KINDS; kind++) {
		bool open = false;
		for (size_t i = 0; i < entry->identifier_count; i++) {
			if (entry->identifiers[i].id.kind != kind)
				continue;
			if (!open) {
				json_write_key(json,
				    identifier_kind_name((enum identifier_kind)kind));
				json_write_array(json);
				open = true;
			}
			json_write_string(json, entry->identifiers[i].id.value);
		}
		if (open)
			json_write_array_end(json);
	}
	json_write_object_end(json);
}

void
extract_entry(struct buffer *out, const struct entry *entry, size_t work)
{
	struct json_writer *json = json_writer_new(out, false);

	json_write_object(json);
	json_member(json, "list", entry->list);
	json_member_integer(json, "line", entry->line);
	json_member_integer(json, "part", entry->part);
	json_member(json, "section", entry->section);
	json_member(json, "title", *entry->title == '\0' ? NULL : entry->title);
	json_member(json, "name", entry->name);
	write_urls(json, entry);
	write_ids(json, entry);
	json_member(json, "date", entry->date);
	json_member(json, "venue", entry->venue);
	json_member(json, "institute", entry->institute);
	json_member(json, "license", entry->license);
	json_member(json, "base_model", entry->base_model);
	json_member(json, "authors", entry->authors);
	json_write_key(json, "flags");
	json_write_array(json);
	for (unsigned bit = 1; bit <= FLAG_LINK_DETOUR; bit <<= 1)
		if ((entry->flags & bit) != 0)
			json_write_string(json, entry_flag_name((enum entry_flag)bit));
	json_write_array_end(json);
	json_member_integer(json, "work", (int64_t)work);
	json_write_object_end(json);
	json_writer_free(json);
	buffer_char(out, '\n');
}

/* " (lines 4, 17, …)" */
static void
say_lines(struct buffer *out, const unsigned *lines, size_t count)
{
	if (count == 0)
		return;
	buffer_printf(out, " (line%s", count == 1 ? "" : "s");
	for (size_t i = 0; i < LIST_LINES && i < count; i++)
		buffer_printf(out, "%s%u", i == 0 ? " " : ", ", lines[i]);
	buffer_text(out, count > LIST_LINES ? ", …)" : ")");
}

/* How much of a list says what: a column that nobody read is seen here. */
static void
say_fields(struct buffer *out, const struct list *list)
{
	size_t titles = 0, ids = 0, people = 0, venues = 0, dates = 0;

	for (size_t i = 0; i < list->entry_count; i++) {
		const struct entry *e = &list->entries[i];
		titles += *e->title != '\0';
		ids += e->identifier_count > 0;
		people += e->authors != NULL || e->people_count > 0;
		venues += e->venue != NULL;
		dates += e->date != NULL;
	}
	buffer_printf(out,
	    "%s: %zu entries: %zu with a title, %zu with an identifier, %zu with people, "
	    "%zu with a venue, %zu with a date",
	    list->name, list->entry_count, titles, ids, people, venues, dates);
}

void
extract_say(const struct list *list)
{
	static const char *const why[] = { "in sections about the list",
		"that only lead about in it", "without a title",
		"of a manual, not a list" };
	struct buffer out;

	buffer_init(&out, 0);
	say_fields(&out, list);
	log_info("%s", out.bytes);
	buffer_clear(&out);
	for (size_t f = 0; f < list->form_count; f++) {
		const struct list_form *form = &list->forms[f];
		buffer_printf(&out, "%s: %zu items read as \"%s\", %zu by both readings",
		    list->name, form->items, form->text, form->agree);
		if (form->apart > 0) {
			buffer_printf(&out, ", %zu of them otherwise", form->apart);
			say_lines(&out, form->lines, form->apart);
		}
		log_info("%s", out.bytes);
		buffer_clear(&out);
	}
	for (unsigned w = 0; w < LEFT_REASONS; w++) {
		if (list->left[w].count == 0)
			continue;
		buffer_printf(
		    &out, "%s: %zu left out %s", list->name, list->left[w].count, why[w]);
		say_lines(&out, list->left[w].lines, list->left[w].count);
		log_info("%s", out.bytes);
		buffer_clear(&out);
	}
	buffer_free(&out);
}
