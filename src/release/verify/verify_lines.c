/* A file of a release enters, its lines leave, bounded; and what is wrong is told. */
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "release/verify/verifier.h"

void
verify_fail(struct verifier *v, const char *file, size_t line, const char *what, ...)
{
	char words[512];
	va_list list;

	va_start(list, what);
	vsnprintf(words, sizeof words, what, list);
	va_end(list);
	v->failures++;
	v->tell(v->context, file, line, words);
}

void
verify_open(struct verifier *v, struct verify_lines *lines, const char *path)
{
	*lines = (struct verify_lines){ .verifier = v, .path = path };
	lines->file = fopen(file_join(v->arena, v->folder, path), "rbe");
	if (lines->file == NULL)
		verify_fail(v, path, 0, "cannot be read: %s", strerror(errno));
}

static void
close_lines(struct verify_lines *lines)
{
	fclose(lines->file);
	free(lines->bytes);
	lines->file = NULL;
	lines->bytes = NULL;
}

bool
verify_next(struct verify_lines *lines)
{
	int sign = 0;

	if (lines->file == NULL)
		return false;
	lines->number++;
	for (lines->length = 0;
	     sign != '\n' && (sign = getc_unlocked(lines->file)) != EOF;) {
		if (lines->length == LONGEST_LINE) {
			verify_fail(lines->verifier, lines->path, lines->number,
			    "longer than 16 MiB");
			close_lines(lines);
			return false;
		}
		if (lines->length + 2 > lines->room) {
			char *more = realloc(lines->bytes, 2 * lines->room + 4096);

			if (more == NULL) {
				verify_fail(lines->verifier, lines->path, lines->number,
				    "no memory for it");
				close_lines(lines);
				return false;
			}
			lines->bytes = more;
			lines->room = 2 * lines->room + 4096;
		}
		lines->bytes[lines->length++] = (char)sign;
	}
	if (lines->length == 0) {
		close_lines(lines);
		return false;
	}
	lines->bytes[lines->length] = '\0';
	return true;
}
