/* The tables of commands and options enter, help leaves. */
#include <stdio.h>

#include "base/log.h"
#include "settings/option.h"
#include "status.h"

static void
print_option(const struct option_row *row)
{
	char left[64];

	snprintf(left, sizeof left, "%c%c --%s %s", row->letter != 0 ? '-' : ' ',
	    row->letter != 0 ? row->letter : ' ', row->name,
	    row->argument != NULL ? row->argument : "");
	printf("  %-28s %s\n", left, row->help);
}

static void
print_command(const struct command_row *row)
{
	char left[96];

	snprintf(left, sizeof left, "enrich%s%s %s", row->word != NULL ? " " : "",
	    row->word != NULL ? row->word : "", row->arguments);
	printf("%-43s %s\n", left, row->help);
}

/* Its own first; those of all commands are many. */
static void
print_one(const struct command_row *command)
{
	bool own = false;

	print_command(command);
	for (size_t i = 0; i < option_count; i++)
		if (command_owns(command, &option_table[i])) {
			if (!own)
				putchar('\n');
			print_option(&option_table[i]);
			own = true;
		}
	puts("\nWhat other options do: enrich help.  All of it: man enrich");
}

static void
print_all(void)
{
	for (size_t i = 0; i < command_count; i++)
		print_command(&command_table[i]);
	puts("\nLIST is Markdown, BibTeX, CSV or JSON: a file, - or an http(s) "
	     "URL; lists may stand in\nenrich.conf instead.\n");
	for (size_t i = 0; i < option_count; i++)
		if (command_has(COMMAND_RUN, &option_table[i]))
			print_option(&option_table[i]);
	for (size_t c = 0; c < command_count; c++)
		for (size_t i = 0, told = 0; i < option_count; i++)
			if (command_owns(&command_table[c], &option_table[i])) {
				if (told++ == 0)
					printf("\n%s:\n", command_table[c].word);
				print_option(&option_table[i]);
			}
	puts("\nOptions can also stand in the environment (ENRICH_SINCE=...) and, "
	     "most of them, in\nenrich.conf.  Manual: man enrich");
}

int
settings_print_help(struct arena *arena, const char *word)
{
	const struct command_row *command;

	if (word == NULL) {
		print_all();
		return 0;
	}
	command = command_find(word);
	if (command != NULL) {
		print_one(command);
		return 0;
	}
	log_error("help: there is no command %s%s", word, command_near(arena, word));
	log_error("enrich help lists them");
	return STATUS_USAGE;
}
