/* Colour where a terminal and its user want it: NO_COLOR and TERM=dumb do not. */
#pragma once

#include <stdbool.h>

/* Can the terminal behind this descriptor move its cursor? */
bool colour_terminal(int file);

enum colour {
	COLOUR_NONE,
	COLOUR_BOLD,

	COLOUR_RED,
	COLOUR_GREEN,
	COLOUR_YELLOW
};
/* On standard output, from here on; "" where none is wanted. */
const char *colour(enum colour);
