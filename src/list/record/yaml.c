/* A sequence of mappings in YAML enters, as best-of lists and data folders are kept; an
 * entry a mapping leaves. */
#include "list/record/yaml.h"

#include <string.h>

#include "base/arena.h"
#include "list/record/given.h"
#include "list/record/record.h"
#include "list/words/words.h"

static const char *
next_line(const char *at, const char *end)
{
	const char *newline = memchr(at, '\n', (size_t)(end - at));

	return newline == NULL ? end : newline + 1;
}

static struct yaml_line
line_of(const char *at, const char *end)
{
	struct yaml_line line = { .length = (size_t)(next_line(at, end) - at) };

	while (line.length > 0 && strchr(" \t\r\n", at[line.length - 1]) != NULL)
		line.length--;
	while (line.indent < line.length && at[line.indent] == ' ')
		line.indent++;
	line.text = at + line.indent;
	line.length -= line.indent;
	return line;
}

/* Blank, a remark, or "---". */
static bool
is_silent(const struct yaml_line *line)
{
	return line->length == 0 || *line->text == '#' ||
	    (line->length == 3 && strncmp(line->text, "---", 3) == 0);
}

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
	size_t indent = line_of(at, end).indent;

	*lines = 0;
	for (unsigned n = 1; at < end; n++) {
		struct yaml_line line = line_of(at, end);
		if (!is_silent(&line)) {
			if (*lines > 0 && !yaml_goes_on(&line, indent))
				break;
			yaml->v = arena_push(
			    yaml->scratch, yaml->v, yaml->count, sizeof *yaml->v);
			yaml->v[yaml->count++] = line;
			*lines = n;
		}
		at = next_line(at, end);
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
		struct yaml_line line = line_of(at, end);
		struct yaml_line rest = yaml_is_dash(&line) ? yaml_past_dash(&line)
							    : line;
		if (line.indent == 0 && !is_silent(&line) && !yaml_is_dash(&line))
			aside = is_aside(&line);
		if (!aside && yaml_is_dash(&line) &&
		    (yaml_key_length(&rest) > 0 || yaml_is_braced(&rest))) {
			struct said said = { .arena = reader->arena,
				.scratch = reader->scratch };
			struct yaml yaml = { .scratch = reader->scratch };
			unsigned first = reader_line(&place, at), lines;
			arena_reset(reader->scratch);
			at = take_record(&yaml, at, end, &lines);
			given_say_json(&said, yaml_read_record(&yaml));
			if (!given_settle(reader, &said, first, first + lines - 1))
				reader_broken(reader, first, "this record has no title");
		} else {
			at = next_line(at, end);
		}
	}
	return true;
}

const struct format list_format_yaml = { "YAML", "yaml yml", NULL, read_yaml,
	WRITING_LINES };
