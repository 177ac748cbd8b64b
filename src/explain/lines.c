/* Words enter; lines that fit the screen leave, indented under their head. */
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/text.h"
#include "explain/inside.h"

enum { LEAST_COLUMNS = 80, PLAIN_COLUMNS = 100 };

static size_t
columns(void)
{
	struct winsize size;

	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0)
		return PLAIN_COLUMNS;
	return size.ws_col > LEAST_COLUMNS ? size.ws_col : LEAST_COLUMNS;
}

void
explain_wrap(struct arena *arena, const char *head, const char *text)
{
	const char *word = text_for_terminal(arena, text);
	size_t indent = text_width(head), at = indent, most = columns();

	fputs(head, stdout);
	while (*word != '\0') {
		size_t length = strcspn(word, " ");
		const char *one = arena_text_n(arena, word, length);
		size_t width = text_width(one);

		/* An address is never broken. */
		if (at > indent && at + 1 + width > most) {
			printf("\n%*s", (int)indent, "");
			at = indent;
		}
		printf("%s%s", at > indent ? " " : "", one);
		at += width + (at > indent);
		word += length;
		word += strspn(word, " ");
	}
	putchar('\n');
}

const char *
explain_join(struct arena *arena, const char *all, const char *one)
{
	if (one == NULL || *one == '\0')
		return all;
	return all == NULL ? one : arena_printf(arena, "%s, %s", all, one);
}
