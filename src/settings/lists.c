/* The lists of enrich.conf and words of the command line enter; the chosen ones leave. */
#include <string.h>
#include <sys/stat.h>

#include "base/arena.h"
#include "list/list.h"
#include "settings/option.h"

static bool
is_called(struct arena *arena, const struct list_setting *list, const char *word)
{
	struct stat one, other;

	return strcmp(list->source, word) == 0 ||
	    strcmp(list->name != NULL ? list->name : list_short_name(arena, list->source),
		word) == 0 ||
	    (stat(list->source, &one) == 0 && stat(word, &other) == 0 &&
		one.st_dev == other.st_dev && one.st_ino == other.st_ino);
}

void
lists_choose(struct arena *arena, struct settings *settings)
{
	size_t count = settings->argument_count;
	bool known = true;

	for (size_t a = 0; a < count; a++) {
		bool named = false;

		for (size_t l = 0; l < settings->list_count; l++)
			if (is_called(arena, &settings->lists[l], settings->arguments[a]))
				named = settings->lists[l].chosen = true;
		known &= named;
	}
	if (!known) {
		settings->lists = arena_alloc(arena, count * sizeof *settings->lists);
		settings->list_count = count;
		for (size_t a = 0; a < count; a++)
			settings->lists[a].source = settings->arguments[a];
	}
	for (size_t l = 0; l < settings->list_count; l++)
		settings->lists[l].chosen |= count == 0 || !known;
}
