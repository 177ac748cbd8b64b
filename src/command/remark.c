/*
 * Remarks on lines enter; lines, workflow commands, a Code Quality report or a SARIF
 * log leave.
 */
#include "command/remark.h"

#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/colour.h"
#include "base/json.h"
#include "base/text.h"
#include "base/url.h"
#include "base/version.h"

/* GitHub's workflow commands: signs that end a value or the line go by number. */
static void
add_escaped(struct buffer *out, const char *text, const char *signs)
{
	for (; *text != '\0'; text++)
		if (strchr(signs, *text) != NULL)
			buffer_printf(out, "%%%02X", (unsigned)*text);
		else
			buffer_char(out, *text);
}

static const char *
words_of(struct arena *arena, const struct remark *remark)
{
	return arena_printf(arena, "%s%s%s%s%s%s",
	    remark->words == NULL ? "" : remark->words,
	    remark->repair == NULL ? "" : " -> ",
	    remark->repair == NULL ? "" : remark->repair, remark->key == NULL ? "" : " [",
	    remark->key == NULL ? "" : remark->key, remark->key == NULL ? "" : "]");
}

static void
add_text(struct arena *arena, const struct remark *remark, struct buffer *out)
{
	static const enum colour levels[] = { COLOUR_RED, COLOUR_YELLOW, COLOUR_NONE };

	buffer_printf(out, "%s%s:%u:%s %s%s:%s %s\n", colour(COLOUR_BOLD), remark->place,
	    remark->line, colour(COLOUR_NONE), colour(levels[remark->level]),
	    remark->code, colour(COLOUR_NONE),
	    text_for_terminal(arena, words_of(arena, remark)));
}

static void
add_github(struct arena *arena, const struct remark *remark, struct buffer *out)
{
	static const char *const levels[] = { "error", "warning", "notice" };

	buffer_printf(out, "::%s file=", levels[remark->level]);
	add_escaped(out, remark->place, "%\r\n:,");
	buffer_printf(out, ",line=%u,title=%s::", remark->line, remark->code);
	add_escaped(out, words_of(arena, remark), "%\r\n");
	buffer_char(out, '\n');
}

/* What stays the same when lines are moved. */
static const char *
fingerprint(struct arena *arena, const struct remark *remark)
{
	return remark->key != NULL ? remark->key
				   : arena_printf(arena, "%s:%s:%s", remark->place,
					 remark->code, words_of(arena, remark));
}

/* GitLab's Code Quality report: an array of these. */
static void
add_gitlab(struct arena *arena, const struct remark *remark, struct buffer *out)
{
	static const char *const severities[] = { "major", "minor", "info" };
	struct json_writer *json = json_writer_new(out, false);

	json_write_object(json);
	json_member(json, "description", words_of(arena, remark));
	json_member(json, "check_name", remark->code);
	json_member(json, "fingerprint", fingerprint(arena, remark));
	json_member(json, "severity", severities[remark->level]);
	json_write_key(json, "location");
	json_write_object(json);
	json_member(json, "path", remark->place);
	json_write_key(json, "lines");
	json_write_object(json);
	json_member_integer(json, "begin", remark->line);
	json_write_object_end(json);
	json_write_object_end(json);
	json_write_object_end(json);
	json_writer_free(json);
}

static void
write_text_object(struct json_writer *json, const char *key, const char *text)
{
	json_write_key(json, key);
	json_write_object(json);
	json_member(json, "text", text);
	json_write_object_end(json);
}

/* A relative reference: the path, percent-encoded between its slashes. */
static const char *
uri_of(struct arena *arena, const char *path)
{
	const char *slash = strchr(path, '/');

	return slash == NULL
	    ? url_encode(arena, path)
	    : arena_join(arena,
		  url_encode(arena, arena_text_n(arena, path, (size_t)(slash - path))),
		  "/", uri_of(arena, slash + 1), NULL);
}

/* A result of SARIF 2.1.0; its rules follow at the end. */
static void
add_sarif(struct arena *arena, const struct remark *remark, struct buffer *out)
{
	static const char *const levels[] = { "error", "warning", "note" };
	struct json_writer *json = json_writer_new(out, false);

	json_write_object(json);
	json_member(json, "ruleId", remark->code);
	json_member(json, "level", levels[remark->level]);
	write_text_object(json, "message", words_of(arena, remark));
	json_write_key(json, "locations");
	json_write_array(json);
	json_write_object(json);
	json_write_key(json, "physicalLocation");
	json_write_object(json);
	json_write_key(json, "artifactLocation");
	json_write_object(json);
	json_member(json, "uri", uri_of(arena, remark->place));
	json_write_object_end(json);
	json_write_key(json, "region");
	json_write_object(json);
	json_member_integer(json, "startLine", remark->line > 0 ? remark->line : 1);
	json_write_object_end(json);
	json_write_object_end(json);
	json_write_object_end(json);
	json_write_array_end(json);
	json_write_key(json, "partialFingerprints");
	json_write_object(json);
	json_member(json, "enrich/v1", fingerprint(arena, remark));
	json_write_object_end(json);
	json_write_object_end(json);
	json_writer_free(json);
}

static void
keep_code(struct remarks *remarks, const char *code)
{
	for (size_t i = 0; i < remarks->code_count; i++)
		if (strcmp(remarks->codes[i], code) == 0)
			return;
	remarks->codes = arena_push(
	    remarks->arena, remarks->codes, remarks->code_count, sizeof *remarks->codes);
	remarks->codes[remarks->code_count++] = arena_text(remarks->arena, code);
}

static void
close_sarif(struct remarks *remarks)
{
	struct json_writer *json = json_writer_new(&remarks->out, false);

	json_write_object(json);
	json_write_key(json, "driver");
	json_write_object(json);
	json_member(json, "name", "enrich");
	json_member(json, "version", ENRICH_VERSION);
	json_write_key(json, "rules");
	json_write_array(json);
	for (size_t i = 0; i < remarks->code_count; i++) {
		json_write_object(json);
		json_member(json, "id", remarks->codes[i]);
		write_text_object(json, "shortDescription", remarks->codes[i]);
		write_text_object(json, "help", "enrich(1), FINDINGS");
		json_write_object_end(json);
	}
	json_write_array_end(json);
	json_write_object_end(json);
	json_write_object_end(json);
	json_writer_free(json);
	printf("],\n\"tool\":%s}]}\n", remarks->out.bytes);
}

void
remark_open(struct remarks *remarks, struct arena *arena, const char *format)
{
	*remarks = (struct remarks){ .arena = arena, .format = 't' };
	if (format != NULL)
		remarks->format = *format == 'g' ? format[3] : *format;
	buffer_init(&remarks->out, 0);
	if (remarks->format == 'l')
		fputs("[", stdout);
	else if (remarks->format == 's')
		fputs("{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\","
		      "\"version\":\"2.1.0\",\"runs\":[{\"results\":[",
		    stdout);
}

void
remark_add(struct remarks *remarks, const struct remark *remark)
{
	struct arena *scratch = arena_new();
	struct buffer *out = &remarks->out;

	if (remarks->format == 'h') {
		add_github(scratch, remark, out);
	} else if (remarks->format == 'l' || remarks->format == 's') {
		buffer_text(out, remarks->count > 0 ? ",\n" : "\n");
		if (remarks->format == 'l')
			add_gitlab(scratch, remark, out);
		else
			add_sarif(scratch, remark, out);
		keep_code(remarks, remark->code);
	} else {
		add_text(scratch, remark, out);
	}
	fwrite(out->bytes, 1, out->length, stdout);
	buffer_clear(out);
	remarks->count++;
	arena_free(scratch);
}

void
remark_close(struct remarks *remarks)
{
	if (remarks->format == 'l')
		puts("\n]");
	else if (remarks->format == 's')
		close_sarif(remarks);
	buffer_free(&remarks->out);
}
