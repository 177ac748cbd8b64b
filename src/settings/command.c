/* The table of commands, asked: which one is called so, which options are its own. */
#include <string.h>

#include "base/near.h"
#include "settings/option.h"

const struct command_row *
command_find(const char *word)
{
	for (size_t i = 0; i < command_count; i++)
		if (command_table[i].word != NULL &&
		    strcmp(command_table[i].word, word) == 0)
			return &command_table[i];
	return NULL;
}

const char *
command_near(struct arena *arena, const char *word)
{
	struct near near = { .word = word };

	for (size_t i = 0; i < command_count; i++)
		if (command_table[i].word != NULL)
			near_look(&near, command_table[i].word);
	return near_words(arena, &near);
}

bool
command_owns(const struct command_row *command, const struct option_row *row)
{
	size_t length = strlen(row->name), at_length;

	for (const char *at = command->options; at != NULL && *at != '\0';
	     at += at_length + (at[at_length] == ' ')) {
		at_length = strcspn(at, " ");
		if (at_length == length && strncmp(at, row->name, length) == 0)
			return true;
	}
	return false;
}

bool
command_has(enum command command, const struct option_row *row)
{
	bool is_owned = false;

	for (size_t i = 0; i < command_count; i++) {
		bool owns = command_owns(&command_table[i], row);

		if (owns && command_table[i].command == command)
			return true;
		is_owned |= owns;
	}
	return !is_owned;
}
