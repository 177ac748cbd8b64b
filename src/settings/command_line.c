/*
 * The words of the command line enter; what they set, and which command it is, leave.
 */
#include <assert.h>
#include <getopt.h>
#include <string.h>

#include "base/arena.h"
#include "base/file.h"
#include "base/log.h"
#include "base/near.h"
#include "settings/option.h"
#include "status.h"

/* Short and long forms for getopt_long, made from the table. */
static void
make_getopt(struct option *longs, char *shorts)
{
	size_t s = 0;

	/* A missing argument is told apart. */
	shorts[s++] = ':';
	for (size_t i = 0; i < option_count; i++) {
		const struct option_row *row = &option_table[i];
		bool takes = row->argument != NULL;
		longs[i] = (struct option){ row->name,
			row->kind == OPTION_AGE ? optional_argument
			    : takes             ? required_argument
						: no_argument,
			NULL, 256 + (int)i };
		if (row->letter != 0) {
			shorts[s++] = row->letter;
			if (takes)
				shorts[s++] = ':';
		}
	}
	longs[option_count] = (struct option){ 0 };
	shorts[s] = '\0';
}

static const struct option_row *
row_of(int got)
{
	if (got >= 256)
		return &option_table[got - 256];
	for (size_t i = 0; i < option_count; i++)
		if (option_table[i].letter == got)
			return &option_table[i];
	return NULL;
}

/* "--max" of --max-runtime and --max-shrink: all that it may be. */
static const char *
begun_by(struct arena *arena, const char *word, size_t length)
{
	const char *all = "";

	for (size_t i = 0; i < option_count; i++)
		if (strncmp(option_table[i].name, word, length) == 0)
			all = arena_printf(arena, "%s --%s", all, option_table[i].name);
	return all;
}

static void
tell_unknown_word(struct arena *arena, const char *word)
{
	const char *name = word + strspn(word, "-");
	struct near near = { .word = name, .length = strcspn(name, "=") };
	const char *begun = begun_by(arena, name, near.length);

	if (*begun != '\0') {
		log_error("%s may be one of several:%s", word, begun);
		return;
	}
	for (size_t i = 0; i < option_count; i++)
		near_look(&near, option_table[i].name);
	if (near.best != NULL)
		near.best = arena_printf(arena, "--%s", near.best);
	log_error("unknown option %s%s", word, near_words(arena, &near));
}

/* What getopt_long stumbled over. */
static void
tell_unknown(struct arena *arena, int got, const char *word)
{
	if (got == ':')
		log_error(
		    "%s: its argument is missing: %s", word, row_of(optopt)->argument);
	else if (optopt >= 256)
		log_error("--%s takes no argument", row_of(optopt)->name);
	else if (optopt != 0)
		log_error("unknown option -%c", optopt);
	else
		tell_unknown_word(arena, word);
	log_error("enrich help lists the options");
}

static int
read_options(
    struct arena *arena, int argc, char **argv, struct settings *settings, bool *given)
{
	struct option longs[OPTION_MOST];
	char shorts[2 * OPTION_MOST + 1];
	int got, status = 0;

	assert(option_count < OPTION_MOST);
	make_getopt(longs, shorts);
	opterr = 0;
	while ((got = getopt_long(argc, argv, shorts, longs, NULL)) != -1) {
		const struct option_row *row = row_of(got);
		if (row == NULL) {
			if (status == 0)
				tell_unknown(arena, got, argv[optind - 1]);
			status = STATUS_USAGE;
			continue;
		}
		const char *where = arena_printf(arena, "--%s", row->name);
		if (option_is_wanted(status, row) &&
		    !option_set(arena, settings, row, optarg, where))
			status = STATUS_USAGE;
		given[row - option_table] = true;
	}
	return status;
}

/* A word that is no file, and nearly a command. */
static bool
is_mistyped(struct arena *arena, const char *word)
{
	const char *meant = command_near(arena, word);

	if (*meant == '\0' || strpbrk(word, "/.:") != NULL || file_exists(word))
		return false;
	log_error("there is no command %s, and no list of that name%s", word, meant);
	log_error("enrich help lists the commands");
	return true;
}

/* What a word behind the command means; the rest are lists, and other words that the
 * command itself reads. */
static int
take_words(struct arena *arena, int count, char **words, struct settings *settings)
{
	/* explain WHAT [LIST...]: the first word is what to explain, or verify. */
	int before = settings->command == COMMAND_EXPLAIN ||
		settings->command == COMMAND_VERIFY
	    ? 1
	    : 0;
	struct list_setting *lists;

	settings->arguments = (const char *const *)words;
	settings->argument_count = (size_t)count;
	switch (settings->command) {
	case COMMAND_INIT:
	case COMMAND_SOURCES:
	case COMMAND_VERSION:
		if (count == 0)
			return 0;
		log_error("%s: this command takes no words", words[0]);
		return STATUS_USAGE;
	case COMMAND_CACHE:
	case COMMAND_COMPLETIONS:
	case COMMAND_DIFF:
	case COMMAND_HELP:
	case COMMAND_MERGE:
	/* Which of the lists, or other ones: lists_choose. */
	case COMMAND_TODO:
	case COMMAND_PATCH:
		return 0;
	case COMMAND_RUN:
	case COMMAND_EXTRACT:
	case COMMAND_PLAN:
	case COMMAND_EXPLAIN:
	case COMMAND_VERIFY:
	case COMMAND_CHECK:
	case COMMAND_ASK:
		break;
	}
	if (count <= before)
		return 0;
	lists = arena_alloc(arena, (size_t)count * sizeof *lists);
	for (int i = before; i < count; i++)
		lists[i - before].source = words[i];
	settings->lists = lists;
	settings->list_count = (size_t)(count - before);
	return 0;
}

/* The words that are no options: a command, then its arguments or lists. */
static int
read_words(struct arena *arena, int count, char **words, struct settings *settings)
{
	const struct command_row *row = NULL;

	if (count > 0 && settings->command == COMMAND_RUN) {
		row = command_find(words[0]);
		if (row == NULL && is_mistyped(arena, words[0]))
			return STATUS_USAGE;
		if (row != NULL)
			settings->command = row->command;
	}
	return row == NULL ? take_words(arena, count, words, settings)
			   : take_words(arena, count - 1, words + 1, settings);
}

/* An option of another command would mean nothing, and was meant to. */
static int
refuse_foreign(const struct settings *settings, const bool *given)
{
	for (size_t i = 0; i < option_count; i++) {
		const struct option_row *row = &option_table[i];

		if (!given[i] || command_has(settings->command, row))
			continue;
		for (size_t c = 0; c < command_count; c++)
			if (command_owns(&command_table[c], row))
				log_error("--%s is an option of %s: enrich help %s",
				    row->name, command_table[c].word,
				    command_table[c].word);
		return STATUS_USAGE;
	}
	return 0;
}

int
command_line_read(
    struct arena *arena, int argc, char **argv, struct settings *settings, bool *given)
{
	int status = read_options(arena, argc, argv, settings, given);
	int other = read_words(arena, argc - optind, argv + optind, settings);

	if (status == 0)
		status = other;
	return status != 0 || settings->command == COMMAND_HELP
	    ? status
	    : refuse_foreign(settings, given);
}
