/*
 * enrich.conf → settings.  INI by libinih: sections [lists] [list NAME] [run] [release]
 * [accept] [override] [url]; an unknown section or key is an error with its
 * line, since a misspelt option that is silently ignored is worse than none.
 */
#include <ini.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/file.h"
#include "base/log.h"
#include "base/near.h"
#include "list/list.h"
#include "settings/option.h"
#include "status.h"

enum { LARGEST_FILE = 1 << 20 };

struct reading {
	struct arena *arena;
	struct settings *settings;
	const char *path;
	bool *given;
	bool lists_given; /* on the command line: [lists] is left alone */
	const struct config_lines *lines;
	size_t key;          /* keys so far */
	unsigned line;       /* of this one, or of the trouble */
	const char *trouble; /* what was wrong in the line refused first */
	bool told;           /* the line was printed already */
};

/* A value may stand in quotes, so that the file is TOML too. */
static const char *
unquote(struct arena *arena, const char *value)
{
	size_t length = strlen(value);

	if (length >= 2 && (value[0] == '"' || value[0] == '\'') &&
	    value[length - 1] == value[0])
		return arena_text_n(arena, value + 1, length - 2);
	return arena_text(arena, value);
}

/* A path in the file is relative to the file's folder. */
static const char *
beside_config(struct reading *reading, const char *path)
{
	const char *slash = strrchr(reading->path, '/');

	if (path[0] == '/' || slash == NULL || strcmp(path, "-") == 0 ||
	    strstr(path, "://") != NULL)
		return path;
	return arena_printf(reading->arena, "%.*s%s", (int)(slash - reading->path) + 1,
	    reading->path, path);
}

static bool
same_path(const char *one, const char *other)
{
	one += strncmp(one, "./", 2) == 0 ? 2 : 0;
	other += strncmp(other, "./", 2) == 0 ? 2 : 0;
	return strcmp(one, other) == 0;
}

static bool
take_list(struct reading *reading, const char *name, const char *value)
{
	struct settings *settings = reading->settings;

	value = beside_config(reading, value);
	/* One that was named is called as it is called here. */
	for (size_t l = 0; reading->lists_given && l < settings->list_count; l++)
		if (same_path(settings->lists[l].source, value))
			settings->lists[l].name = arena_text(reading->arena, name);
	if (reading->lists_given)
		return true;
	struct list_setting *lists = arena_push(
	    reading->arena, settings->lists, settings->list_count, sizeof *lists);
	lists[settings->list_count++] = (struct list_setting){
		.name = arena_text(reading->arena, name), .source = value
	};
	settings->lists = lists;
	return true;
}

/* [list NAME] columns = …, item = …; `columns` may come again. */
static bool
take_stated(struct reading *reading, const char *name, const char *key, const char *value)
{
	struct settings *settings = reading->settings;
	struct stated_setting *one;
	size_t at = 0;

	reading->trouble = list_stated_trouble(reading->arena, key, value);
	if (reading->trouble != NULL)
		return false;
	while (
	    at < settings->stated_count && strcmp(settings->stated[at].name, name) != 0)
		at++;
	if (at == settings->stated_count) {
		settings->stated = arena_push(
		    reading->arena, settings->stated, at, sizeof *settings->stated);
		settings->stated[settings->stated_count++] =
		    (struct stated_setting){ .name = arena_text(reading->arena, name) };
	}
	one = &settings->stated[at];
	if (strcmp(key, "item") == 0)
		one->stated.item = value;
	else
		one->stated.columns = one->stated.columns == NULL
		    ? value
		    : arena_join(reading->arena, one->stated.columns, "\n", value, NULL);
	return true;
}

static bool
take_accept(struct reading *reading, const char *key, const char *reason)
{
	struct settings *settings = reading->settings;

	if (strlen(key) != 8 || strspn(key, "0123456789abcdef") != 8) {
		reading->trouble = "a finding's key has 8 hexadecimal digits";
		return false;
	}
	struct accepted *accepts = arena_push(
	    reading->arena, settings->accepts, settings->accept_count, sizeof *accepts);
	accepts[settings->accept_count++] =
	    (struct accepted){ arena_text(reading->arena, key), reason };
	settings->accepts = accepts;
	return true;
}

/* What to do about a key that the section does not have. */
static const char *
no_such_key(struct arena *arena, const struct option_row *row, const char *section,
    const char *name)
{
	struct near near = { .word = name };

	if (row != NULL && row->section != NULL)
		return arena_printf(arena, "[%s] has no %s: it stands in [%s]", section,
		    name, row->section);
	if (row != NULL)
		return arena_printf(
		    arena, "%s is only for the command line: --%s", name, name);
	for (size_t i = 0; i < option_count; i++)
		if (option_table[i].section != NULL)
			near_look(&near, option_table[i].name);
	return arena_printf(
	    arena, "[%s] has no %s%s", section, name, near_words(arena, &near));
}

static bool
take_option(
    struct reading *reading, const char *section, const char *name, const char *value)
{
	const struct option_row *row = option_find(name);

	if (row == NULL || row->section == NULL || strcmp(row->section, section) != 0) {
		reading->trouble = no_such_key(reading->arena, row, section, name);
		return false;
	}
	if (reading->given[row - option_table])
		return true;
	if (row->kind == OPTION_TEXT &&
	    (strcmp(name, "output") == 0 || strcmp(name, "cache") == 0 ||
		strcmp(name, "state") == 0 || strcmp(name, "ca-file") == 0 ||
		strcmp(name, "metrics") == 0))
		value = beside_config(reading, value);
	const char *where = arena_printf(
	    reading->arena, "%s:%u: %s", reading->path, reading->line, name);
	reading->told = !option_set(reading->arena, reading->settings, row, value, where);
	return !reading->told;
}

static bool
take_url(struct reading *reading, const char *name, const char *value)
{
	struct settings *settings = reading->settings;

	reading->told = !option_set(reading->arena, settings, option_find("url"),
	    arena_printf(reading->arena, "%s=%s", name, value),
	    arena_printf(reading->arena, "%s:%u", reading->path, reading->line));
	if (!reading->told)
		settings->urls[settings->url_count - 1].from_file = true;
	return !reading->told;
}

/* Behind a mistake: what says where it is to be told, and of which release. */
static void
take_where(
    struct reading *reading, const char *section, const char *name, const char *value)
{
	const struct option_row *row = option_find(name);
	struct reading rest = *reading;

	if (strcmp(section, "lists") == 0)
		take_list(reading, name, value);
	else if (row != NULL && row->kind == OPTION_TEXT)
		take_option(&rest, section, name, value);
}

static int
take_line(void *user, const char *section, const char *name, const char *value)
{
	struct reading *reading = user;

	value = unquote(reading->arena, value);
	if (reading->trouble == NULL && !reading->told &&
	    reading->key < reading->lines->count)
		reading->line = reading->lines->v[reading->key++];
	if (reading->trouble != NULL || reading->told) {
		take_where(reading, section, name, value);
		return 0;
	}
	if (strcmp(section, "lists") == 0)
		return take_list(reading, name, value);
	if (strncmp(section, "list ", 5) == 0)
		return take_stated(reading, section + 5, name, value);
	if (strcmp(section, "accept") == 0)
		return take_accept(reading, name, value);
	if (strcmp(section, "override") == 0 && strcmp(name, "file") == 0) {
		reading->told = overrides_read(reading->arena,
				    beside_config(reading, value),
				    reading->settings) != 0;
		return !reading->told;
	}
	if (strcmp(section, "url") == 0) {
		if (reading->given[option_find("url") - option_table])
			return 1;
		return take_url(reading, name, value);
	}
	if (strcmp(section, "run") == 0 || strcmp(section, "release") == 0 ||
	    strcmp(section, "check") == 0 || strcmp(section, "patch") == 0)
		return take_option(reading, section, name, value);
	if (strcmp(section, "override") == 0) {
		reading->trouble = arena_printf(
		    reading->arena, "[override] has no %s: file = overrides.csv", name);
		return 0;
	}
	struct near near = { .word = section };
	near_look_at_all(
	    &near, reading->arena, "lists run release check patch accept override url");
	reading->trouble = arena_printf(reading->arena,
	    "no section [%s]%s; there are lists, list NAME, run, release, check, patch, "
	    "accept, override and url",
	    section, near_words(reading->arena, &near));
	return 0;
}

int
config_read(struct arena *arena, const char *path, struct settings *settings, bool *given)
{
	struct config_lines lines;
	struct reading reading = { .arena = arena,
		.settings = settings,
		.path = path,
		.given = given,
		.lines = &lines,
		.lists_given = settings->list_count > 0 };
	struct buffer text;
	int status = 0;

	buffer_init(&text, LARGEST_FILE);
	if (!file_read(path, &text)) {
		log_error("%s: %s", path, file_trouble());
		status = STATUS_CONFIG;
	} else if (text.length > 0) {
		config_scan(arena, text.bytes, &lines);
		reading.trouble = lines.trouble;
		reading.line = lines.line;
		ini_parse_string(text.bytes, take_line, &reading);
		if (reading.trouble != NULL && !reading.told)
			log_error("%s:%u: %s", path, reading.line, reading.trouble);
		status = reading.trouble != NULL || reading.told ? STATUS_CONFIG : 0;
	}
	buffer_free(&text);
	return status;
}
