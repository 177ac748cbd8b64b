/*
 * The words of a command line that is being typed enter; what the last of them may
 * become leaves, for the scripts of contrib/completions/.
 */
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "settings/option.h"
#include "source/source.h"

static void
offer(const char *begun, const char *before, const char *word, const char *meaning)
{
	if (strncmp(word, begun, strlen(begun)) == 0)
		printf("%s%s\t%s\n", before, word, meaning);
}

static void
offer_all(struct arena *arena, const char *begun, const char *before, const char *words)
{
	for (size_t length; *words != '\0'; words += length + (words[length] == ' ')) {
		length = strcspn(words, " ");
		offer(begun, before, arena_text_n(arena, words, length), "");
	}
}

/* What an option takes, where that is one of some words; else files may be meant. */
static void
offer_values(struct arena *arena, const struct option_row *row, const char *before,
    const char *begun)
{
	const char *comma = strrchr(begun, ',');

	if (comma != NULL &&
	    (row->kind == OPTION_SOURCES || row->kind == OPTION_CHOICES)) {
		before = arena_join(arena, before,
		    arena_text_n(arena, begun, (size_t)(comma + 1 - begun)), NULL);
		begun = comma + 1;
	}
	if (row->choices != NULL)
		offer_all(arena, begun, before, row->choices);
	for (size_t i = 0; row->kind == OPTION_SOURCES && sources[i] != NULL; i++)
		offer(begun, before, sources[i]->name, sources[i]->title);
}

static void
offer_commands(const char *begun)
{
	for (size_t i = 0; i < command_count; i++)
		if (command_table[i].word != NULL)
			offer(begun, "", command_table[i].word, command_table[i].help);
}

static void
offer_options(struct arena *arena, const struct command_row *command, const char *begun)
{
	for (size_t i = 0; i < option_count; i++)
		if (command_has(command == NULL ? COMMAND_RUN : command->command,
			&option_table[i]))
			offer(begun, "",
			    arena_printf(arena, "--%s", option_table[i].name),
			    option_table[i].help);
}

/* The option whose argument stands behind this word; NULL: none. */
static const struct option_row *
option_before(const char *word)
{
	const struct option_row *row = NULL;

	if (strncmp(word, "--", 2) == 0)
		row = option_find(word + 2);
	for (size_t i = 0; i < option_count && *word == '-' && word[1] != '-' &&
	     word[1] != '\0' && word[2] == '\0';
	     i++)
		if (option_table[i].letter == word[1])
			row = &option_table[i];
	return row == NULL || row->argument == NULL || row->kind == OPTION_AGE ? NULL
									       : row;
}

void
settings_complete(struct arena *arena, const char *const *words, size_t count)
{
	const char *last = count > 0 ? words[count - 1] : "", *equals = strchr(last, '=');
	const struct command_row *command = NULL;
	const struct option_row *row = NULL;
	size_t behind = 0; /* words behind the command */

	for (size_t i = 0; i + 1 < count; i++) {
		/* bash parts "--older=keep" in three. */
		if (strcmp(words[i], "=") == 0)
			continue;
		if (row != NULL)
			row = NULL;
		else if (command != NULL)
			behind++;
		else
			command = command_find(words[i]);
		if (*words[i] == '-')
			row = option_before(words[i]);
	}
	if (strcmp(last, "=") == 0)
		last = "";
	if (row != NULL)
		offer_values(arena, row, "", last);
	else if (*last == '-' && equals != NULL)
		row = option_before(arena_text_n(arena, last, (size_t)(equals - last)));
	if (row != NULL && equals != NULL && *last == '-')
		offer_values(arena, row,
		    arena_text_n(arena, last, (size_t)(equals + 1 - last)), equals + 1);
	else if (row == NULL && *last == '-')
		offer_options(arena, command, last);
	else if (row == NULL && (command == NULL || command->command == COMMAND_HELP))
		offer_commands(last);
	else if (row == NULL && command->words != NULL && behind == 0)
		offer_all(arena, last, "", command->words);
}
