/* A style enters, the bytes that a terminal takes for it leave, or none. */
#include "base/colour.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/text.h"

bool
colour_terminal(int file)
{
	const char *term = getenv("TERM");

	return isatty(file) && !text_is_blank(term) && strcmp(term, "dumb") != 0;
}

/* https://no-color.org: set and not empty. */
static bool
is_wanted(void)
{
	static int known = -1;

	if (known < 0)
		known = colour_terminal(STDOUT_FILENO) &&
		    text_is_blank(getenv("NO_COLOR"));
	return known == 1;
}

const char *
colour(enum colour wanted)
{
	static const char *const begin[] = { "\033[m", "\033[1m", "\033[31m", "\033[32m",
		"\033[33m" };

	return is_wanted() ? begin[wanted] : "";
}
