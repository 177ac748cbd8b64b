/* The table of the record enters; its JSON Schema and the card's features leave. */
#include "base/buffer.h"
#include "release/about/about.h"
#include "release/record/member.h"

static void write_object(struct buffer *, const struct shape *, const char *between);

/* All that it can be, and null where that may stand. */
static void
write_words(struct buffer *out, const struct member *member)
{
	buffer_text(out, "\"enum\": [");
	for (const char *const *word = member->words; *word != NULL; word++)
		buffer_printf(out, "%s\"%s\"", word == member->words ? "" : ", ", *word);
	buffer_text(out, (member->flags & NEVER_NULL) != 0 ? "]" : ", null]");
}

static void
write_property(struct buffer *out, const struct member *member)
{
	const struct member_type *type = member_type(member);
	const char *facets = member->facets != NULL ? member->facets : type->facets;

	buffer_printf(out, "\"%s\": {", member->name);
	if (member->kind == MEMBER_VERSION) {
		buffer_printf(out, "\"const\": %d", RECORD_VERSION);
	} else if (member->kind == MEMBER_LIST) {
		buffer_text(
		    out, "\"type\": \"array\", \"items\": {\"type\": \"object\", ");
		write_object(out, member->of, ", ");
		buffer_char(out, '}');
	} else if (member->words != NULL && (member->flags & MAY_GROW) == 0) {
		write_words(out, member);
	} else {
		bool never = (member->flags & NEVER_NULL) != 0;

		buffer_printf(out,
		    never ? "\"type\": \"%s\"" : "\"type\": [\"%s\", \"null\"]",
		    type->json);
	}
	if (facets != NULL)
		buffer_printf(out, ", %s", facets);
	if (member->says != NULL)
		buffer_printf(out, ", \"description\": \"%s\"", member->says);
	buffer_char(out, '}');
}

/* `between`: its parts, and two properties of the record. */
static void
write_object(struct buffer *out, const struct shape *shape, const char *between)
{
	bool inside = between[1] == ' ';
	const char *comma = "";

	buffer_printf(out, "\"additionalProperties\": false%s\"required\": [", between);
	for (size_t i = 0; i < shape->count; i++) {
		if ((shape->members[i].flags & IN_JSON) == 0)
			continue;
		buffer_printf(out, "%s\"%s\"", comma, shape->members[i].name);
		comma = ", ";
	}
	buffer_printf(out, "]%s\"properties\": {", between);
	comma = inside ? "" : "\n    ";
	for (size_t i = 0; i < shape->count; i++) {
		if ((shape->members[i].flags & IN_JSON) == 0)
			continue;
		buffer_text(out, comma);
		write_property(out, &shape->members[i]);
		comma = inside ? ", " : ",\n    ";
	}
	buffer_text(out, inside ? "}" : "\n  }");
}

void
schema_write(const struct about *about, struct buffer *out)
{
	(void)about;
	buffer_printf(out,
	    "{\n"
	    "  \"$schema\": \"https://json-schema.org/draft/2020-12/schema\",\n"
	    "  \"$id\": \"https://enrich.example/schema/works-%d.schema.json\",\n"
	    "  \"title\": \"One enriched work\",\n"
	    "  \"description\": \"A line of data/works.jsonl. All keys are always "
	    "there; null is unknown.\",\n"
	    "  \"type\": \"object\",\n  ",
	    RECORD_VERSION);
	write_object(out, &record_shape, ",\n  ");
	buffer_text(out, "\n}\n");
}

static void
write_features(struct buffer *out, const struct shape *shape, int indent)
{
	for (size_t i = 0; i < shape->count; i++) {
		const struct member *member = &shape->members[i];

		if ((member->flags & IN_JSON) == 0)
			continue;
		buffer_printf(out, "%*s- name: %s\n", indent, "", member->name);
		if (member->kind == MEMBER_LIST) {
			buffer_printf(out, "%*slist:\n", indent + 2, "");
			write_features(out, member->of, indent + 2);
		} else {
			buffer_printf(out, "%*sdtype: %s\n", indent + 2, "",
			    member_type(member)->feature);
		}
	}
}

void
schema_write_features(struct buffer *out)
{
	write_features(out, &record_shape, 2);
}
