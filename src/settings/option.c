/* A row of the table of options and a text enter; the setting leaves. */
#include "settings/option.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/clock.h"
#include "base/log.h"
#include "base/near.h"
#include "base/text.h"
#include "base/url.h"
#include "model/source.h"
#include "source/source.h"

const struct option_row *
option_find(const char *name)
{
	for (size_t i = 0; i < option_count; i++)
		if (strcmp(option_table[i].name, name) == 0)
			return &option_table[i];
	return NULL;
}

static bool
is_choice(const char *choices, const char *value)
{
	size_t length = strlen(value);

	for (const char *at = choices; length > 0 && *at != '\0';) {
		size_t word = strcspn(at, " ");
		if (word == length && strncmp(at, value, length) == 0)
			return true;
		at += word + strspn(at + word, " ");
	}
	return false;
}

/* "A,B" */
static bool
are_choices(struct arena *arena, const char *choices, const char *value)
{
	size_t length = strcspn(value, ",");

	return is_choice(choices, arena_text_n(arena, value, length)) &&
	    (value[length] == '\0' || are_choices(arena, choices, value + length + 1));
}

/* SOURCE=URL, one more in settings->urls; the last one of a source wins. */
static bool
set_url(
    struct arena *arena, struct settings *settings, const char *value, const char *where)
{
	const char *equals = strchr(value, '=');
	struct url url;

	if (equals == NULL || !url_parse(arena, equals + 1, &url)) {
		log_error("%s: %s: wanted SOURCE=http(s)://HOST", where, value);
		return false;
	}
	const char *name = arena_text_n(arena, value, (size_t)(equals - value));
	if (source_by_name(name) == NULL) {
		struct near near = { .word = name };

		for (size_t i = 0; sources[i] != NULL; i++)
			near_look(&near, sources[i]->name);
		log_error("%s: there is no source %s%s; enrich sources lists them", where,
		    name, near_words(arena, &near));
		return false;
	}
	struct url_setting *urls = arena_push(
	    arena, settings->urls, settings->url_count, sizeof *urls);
	urls[settings->url_count++] = (struct url_setting){ .source = name,
		.url = arena_text(arena, equals + 1) };
	settings->urls = urls;
	return true;
}

/* A number and its unit; nothing is guessed where there is none. */
static bool
read_duration(const char *text, int64_t *seconds)
{
	static const struct {
		const char *unit;
		int64_t seconds;
	} units[] = { { "s", 1 }, { "m", 60 }, { "min", 60 }, { "h", 3600 },
		{ "d", 86400 }, { "w", 604800 } };
	size_t digits = text == NULL ? 0 : strspn(text, "0123456789");
	int64_t number = 0;

	if (digits == 0 || digits > 6)
		return false;
	for (size_t i = 0; i < digits; i++)
		number = number * 10 + (text[i] - '0');
	*seconds = 0;
	if (number == 0 && text[digits] == '\0')
		return true;
	for (size_t i = 0; i < sizeof units / sizeof units[0]; i++) {
		if (strcmp(text + digits, units[i].unit) != 0)
			continue;
		*seconds = number * units[i].seconds;
		return true;
	}
	return false;
}

/* "A,B": their bits are added to the set. */
static bool
read_sources(const char *text, unsigned *set)
{
	unsigned named = 0;

	for (size_t length; *text != '\0'; text += length + (text[length] == ',')) {
		unsigned bit = 0;
		length = strcspn(text, ",");
		for (size_t i = 0; sources[i] != NULL; i++)
			if (strlen(sources[i]->name) == length &&
			    strncmp(sources[i]->name, text, length) == 0)
				bit = 1u << i;
		if (bit == 0)
			return false;
		named |= bit;
	}
	*set |= named;
	return named != 0;
}

static bool
read_number(const char *text, double least, double most, double *number)
{
	char *end;

	errno = 0;
	*number = strtod(text, &end);
	return errno == 0 && end != text && *end == '\0' && *number >= least &&
	    *number <= most;
}

/* "true", "yes", "on", "1" and their opposites; NULL (an option): true. */
static bool
read_flag(const char *text, bool *flag)
{
	static const char *const words[2][4] = { { "false", "no", "off", "0" },
		{ "true", "yes", "on", "1" } };

	if (text == NULL) {
		*flag = true;
		return true;
	}
	for (unsigned i = 0; i < 8; i++) {
		if (text_equal_nocase(text, words[i / 4][i % 4])) {
			*flag = i >= 4;
			return true;
		}
	}
	return false;
}

/* "3/16": the third of sixteen. */
static bool
read_shard(const char *text, struct shard *shard)
{
	char end;

	return strspn(text, "0123456789/") == strlen(text) &&
	    sscanf(text, "%5u/%5u%c", &shard->number, &shard->of, &end) == 2 &&
	    shard->number >= 1 && shard->number <= shard->of;
}

static bool
read_instant(const char *text, int64_t *instant)
{
	int64_t first, last;

	if (clock_parse_date(text, &first, &last)) {
		*instant = last * 86400 + 86399;
		return true;
	}
	return clock_parse_instant(text, instant);
}

static bool
store(struct arena *arena, char *place, const struct option_row *row, const char *value)
{
	int64_t first, last;
	double number;

	switch (row->kind) {
	case OPTION_FLAG:
		return read_flag(value, (bool *)(void *)place);
	case OPTION_COUNT:
		++*(unsigned *)(void *)place;
		return true;
	case OPTION_INSTANT:
		return read_instant(value, (int64_t *)(void *)place);
	case OPTION_SOURCES:
		return read_sources(value, (unsigned *)(void *)place);
	case OPTION_SHARD:
		return read_shard(value, (struct shard *)(void *)place);
	case OPTION_AGE:
		if (value == NULL) {
			*(int64_t *)(void *)place = 0;
			return true;
		}
		return read_duration(value, (int64_t *)(void *)place);
	case OPTION_DURATION:
		return read_duration(value, (int64_t *)(void *)place);
	case OPTION_FRACTION:
		return read_number(value, 0, 1, (double *)(void *)place);
	case OPTION_SCALE:
		return read_number(value, 1e-6, 1e6, (double *)(void *)place);
	case OPTION_NUMBER:
		if (!read_number(value, 0, 1e9, &number) ||
		    number != (double)(unsigned)number)
			return false;
		*(unsigned *)(void *)place = (unsigned)number;
		return true;
	case OPTION_DATE:
		if (!clock_parse_date(value, &first, &last))
			return false;
		break;
	case OPTION_CHOICE:
		if (!is_choice(row->choices, value))
			return false;
		break;
	case OPTION_CHOICES:
		if (!are_choices(arena, row->choices, value))
			return false;
		break;
	case OPTION_TEXT:
		value = option_form(arena, row, value);
		if (value == NULL)
			return false;
		break;
	case OPTION_URL:
	case OPTION_COMMAND:
		return false;
	}
	*(const char **)(void *)place = arena_text(arena, value);
	return true;
}

/* "venue, license" is "venue,license"; "venue license" is none of either. */
static const char *
without_blanks(struct arena *arena, const char *value)
{
	char *text = arena_text(arena, value), *to = text;

	for (; *value != '\0'; value++) {
		const char *next = value + strspn(value, " \t");

		if (next == value ||
		    (to > text && to[-1] != ',' && *next != ',' && *next != '\0'))
			*to++ = *value;
	}
	*to = '\0';
	return text;
}

bool
option_set(struct arena *arena, struct settings *settings, const struct option_row *row,
    const char *value, const char *where)
{
	if (value != NULL && (row->kind == OPTION_CHOICES || row->kind == OPTION_SOURCES))
		value = without_blanks(arena, value);
	if (row->kind == OPTION_COMMAND) {
		settings->command = (enum command)row->offset;
		return true;
	}
	if (row->kind == OPTION_URL)
		return set_url(arena, settings, value, where);
	if (store(arena, (char *)settings + row->offset, row, value))
		return true;
	log_error("%s: %s is not right: wanted %s%s", where,
	    value == NULL || *value == '\0' ? "an empty value" : value,
	    option_wanted(arena, row), option_meant(arena, row, value));
	return false;
}

/*
 * Behind a mistake the rest is read only to know which command it was, and
 * where a failed run is to be told.
 */
bool
option_is_wanted(int status, const struct option_row *row)
{
	return status == 0 || row->kind == OPTION_TEXT || row->kind == OPTION_FLAG ||
	    row->kind == OPTION_COMMAND;
}
