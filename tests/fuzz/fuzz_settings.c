/*
 * Any bytes as enrich.conf or, by the first byte, as overrides: read, or 78; what a
 * list is stated to be is held against a list then.
 */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/file.h"
#include "list/list.h"
#include "settings/option.h"
#include "status.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

static char path[] = "/tmp/enrich-fuzz-settings.XXXXXX";

static void
remove_file(void)
{
	unlink(path);
}

static void
begin(void)
{
	static bool begun;
	int file;

	if (begun)
		return;
	begun = true;
	file = mkstemp(path);
	if (file < 0 || close(file) != 0 || atexit(remove_file) != 0)
		abort();
}

static void
read_stated(struct arena *arena, const struct settings *settings)
{
	static const char text[] =
	    "# A\n\n| a | b | c |\n|--|--|--|\n| Tides of the harbour | ACL 2020 | "
	    "[x](https://arxiv.org/abs/2401.09901) |\n\n- Ada Example. Tides of the "
	    "river. NeurIPS 2021. [paper](https://doi.org/10.5555/tides.1)\n";
	const char *reason = NULL;
	struct list list;

	for (size_t i = 0; i < settings->stated_count && i < 4; i++)
		list_read_stated(arena, "fuzz", "fuzz.md", &settings->stated[i].stated,
		    text, strlen(text), &list, &reason);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
	bool given[OPTION_MOST] = { false };
	struct settings settings = { 0 };
	struct arena *arena;
	int status;

	if (length == 0)
		return 0;
	begin();
	arena = arena_new();
	if (!file_replace(path, (const char *)bytes + 1, length - 1, 0600))
		abort();
	if (bytes[0] % 48 % 2 == 0)
		status = config_read(arena, path, &settings, given);
	else
		status = overrides_read(arena, path, &settings);
	if (status != 0 && status != STATUS_CONFIG)
		abort();
	read_stated(arena, &settings);
	arena_free(arena);
	return 0;
}
