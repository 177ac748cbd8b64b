/* A sequence of mappings in YAML enters, as best-of lists and data folders are kept; an
 * entry a mapping leaves. */
#include "list/record/yaml.h"

#include <string.h>

#include "base/arena.h"
#include "list/record/given.h"
#include "list/record/record.h"
#include "list/words/words.h"

/* "labels:", "categories:": what the projects of a best-of list are sorted by. */
static bool
is_aside(const struct yaml_line *line)
{
	static const char *const keys[] = { "labels:", "categories:", "configuration:" };

	for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++)
		if (line->length == strlen(keys[i]) &&
		    strncmp(line->text, keys[i], line->length) == 0)
			return true;
	return false;
}

/* The record that begins at `at`: its lines into `yaml`; where it ends. */
static const char *
take_record(struct yaml *yaml, const char *at, const char *end, unsigned *lines)
{
	size_t indent = yaml_line_of(at, end).indent;

	*lines = 0;
	for (unsigned n = 1; at < end; n++) {
		struct yaml_line line = yaml_line_of(at, end);
		if (!yaml_is_silent(&line)) {
			if (*lines > 0 && line.indent <= indent)
				break;
			yaml->v = arena_push(
			    yaml->scratch, yaml->v, yaml->count, sizeof *yaml->v);
			yaml->v[yaml->count++] = line;
			*lines = n;
		}
		at = yaml_next_line(at, end);
	}
	return at;
}

static bool
read_yaml(struct reader *reader, const char *bytes, size_t length, const char **reason)
{
	struct place place = { bytes, 1 };
	const char *end = bytes + length;
	bool aside = false;

	(void)reason;
	for (const char *at = bytes; at < end;) {
		struct yaml_line line = yaml_line_of(at, end);
		struct yaml_line rest = yaml_is_dash(&line) ? yaml_past_dash(&line)
							    : line;
		if (line.indent == 0 && !yaml_is_silent(&line) && !yaml_is_dash(&line))
			aside = is_aside(&line);
		if (!aside && yaml_is_dash(&line) && yaml_key_length(&rest) > 0) {
			struct said said = { .arena = reader->arena,
				.scratch = reader->scratch };
			struct yaml yaml = { .scratch = reader->scratch };
			unsigned first = reader_line(&place, at), lines;
			arena_reset(reader->scratch);
			at = take_record(&yaml, at, end, &lines);
			yaml.v[0] = yaml_past_dash(&yaml.v[0]);
			given_say_json(
			    &said, yaml_read_mapping(&yaml, yaml.v[0].indent, 0));
			if (!given_settle(reader, &said, first, first + lines - 1))
				reader_broken(reader, first, "this record has no title");
		} else {
			if (!aside && yaml_is_dash(&line) && rest.length > 0 &&
			    *rest.text == '{')
				reader_broken(reader, reader_line(&place, at),
				    "a mapping in braces is not read");
			at = yaml_next_line(at, end);
		}
	}
	return true;
}

const struct format list_format_yaml = { "YAML", "yaml yml", NULL, read_yaml,
	WRITING_LINES };
