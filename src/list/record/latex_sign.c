/* LaTeX commands enter; the characters they stand for leave. */
#include "list/record/latex.h"

#include <stdlib.h>
#include <string.h>

static const struct {
	char name;
	unsigned mark;
} accents[] = {
	{ '`', 0x300 },
	{ '\'', 0x301 },
	{ '^', 0x302 },
	{ '~', 0x303 },
	{ '=', 0x304 },
	{ 'u', 0x306 },
	{ '.', 0x307 },
	{ '"', 0x308 },
	{ 'r', 0x30A },
	{ 'H', 0x30B },
	{ 'v', 0x30C },
	{ 'd', 0x323 },
	{ 'c', 0x327 },
	{ 'k', 0x328 },
	{ 'b', 0x331 },
};

/* A command as it stands in a value: no zero behind it. */
struct command {
	const char *name;
	size_t length;
};

static int
compare(const void *key, const void *row)
{
	const struct command *command = key;
	const char *name = ((const struct latex_symbol_row *)row)->name;
	int order = strncmp(command->name, name, command->length);

	return order != 0 || name[command->length] == '\0' ? order : -1;
}

const char *
latex_symbol(const char *name, size_t length)
{
	struct command command = { name, length };
	const struct latex_symbol_row *row = bsearch(
	    &command, latex_symbols, latex_symbols_count, sizeof *latex_symbols, compare);

	return row == NULL ? NULL : row->text;
}

unsigned
latex_accent(char name)
{
	for (size_t i = 0; i < sizeof accents / sizeof *accents; i++)
		if (accents[i].name == name)
			return accents[i].mark;
	return 0;
}
