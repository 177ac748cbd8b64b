/* An entry enters, its JSON line leaves: everything a list says, as read. */
#include "command/extract.h"

#include "base/buffer.h"
#include "base/json.h"
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
	for (unsigned bit = 1; bit <= FLAG_BAD_IDENTIFIER; bit <<= 1)
		if ((entry->flags & bit) != 0)
			json_write_string(json, entry_flag_name((enum entry_flag)bit));
	json_write_array_end(json);
	json_member_integer(json, "work", (int64_t)work);
	json_write_object_end(json);
	json_writer_free(json);
	buffer_char(out, '\n');
}
