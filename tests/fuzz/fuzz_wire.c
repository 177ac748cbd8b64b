/*
 * Any bytes as what comes with a reply or lies beside the cache: the first byte says
 * what (a header, a redirect, an address, a pace, a note, a date, a recorded exchange).
 */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/clock.h"
#include "base/file.h"
#include "base/url.h"
#include "fetch/hint.h"
#include "fetch/note.h"
#include "fetch/pace.h"
#include "fetch/record.h"
#include "fetch/redirect.h"
#include "fetch/transfer.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

#define NOW INT64_C(1790000000)

static void
must(bool holds)
{
	if (!holds)
		abort();
}

/* "NAME: VALUE" lines, as curl hands them over. */
static void
try_headers(struct arena *arena, char *text)
{
	struct hint hint;

	(void)arena;
	hint_clear(&hint);
	for (char *line = strtok(text, "\n"); line != NULL; line = strtok(NULL, "\n")) {
		char *colon = strchr(line, ':');

		if (colon == NULL)
			continue;
		*colon = '\0';
		hint_header(&hint, line, colon + 1, NOW);
	}
	must(hint.retry_after >= -1 && hint.retry_after <= HINT_FAR);
	must(hint.left >= -1 && hint.reset >= -1 && hint.limit >= -1);
	must(hint.interval >= -1 && hint.concurrent >= -1);
}

static void
try_redirect(struct arena *arena, char *text)
{
	static const char from[] = "https://api.example.org/works/1?a=b";
	struct redirect redirect = redirect_decide(
	    arena, from, 301 + text[0] % 8, text + (text[0] != '\0'), text[0] % 7);
	struct url url;

	if (redirect.verdict == REDIRECT_REFUSE)
		must(redirect.words != NULL);
	if (redirect.verdict != REDIRECT_FOLLOW)
		return;
	/* Never to another host, never to another scheme. */
	must(url_parse(arena, redirect.url, &url));
	must(strcmp(url_origin(arena, redirect.url), "https://api.example.org") == 0);
	redirect_path(arena, "https://api.example.org", redirect.url);
}

static void
try_address(struct arena *arena, char *text)
{
	struct url url;
	char *joined = url_join(arena, "https://api.example.org/a/b?c", text);

	if (joined != NULL)
		url_parse(arena, joined, &url);
	if (url_parse(arena, text, &url))
		must(url_origin(arena, text) != NULL);
	must(strcmp(url_decode(arena, url_encode(arena, text)), text) == 0);
}

static void
try_pace(struct arena *arena, char *text)
{
	struct pace_state state = { 0 };

	(void)arena;
	pace_parse(text, "a-boot", &state);
}

static void
try_note(struct arena *arena, char *text)
{
	const struct note_kind *const kinds[] = { &note_size, &note_failures };

	(void)arena;
	for (size_t i = 0; i < 2; i++) {
		struct note note = { 0 };

		if (note_parse(kinds[i], text, NOW, &note))
			must(note.count <= kinds[i]->most &&
			    note.until <= NOW + kinds[i]->life);
	}
}

static void
try_date(struct arena *arena, char *text)
{
	int64_t first, last;

	if (http_date_parse(text, &first))
		clock_instant_text(arena, first);
	if (clock_parse_instant(text, &first))
		must(clock_parse_instant(clock_instant_text(arena, first), &last) &&
		    first == last);
	if (clock_parse_date(text, &first, &last))
		must(first <= last);
}

static char folder[] = "/tmp/enrich-fuzz-wire.XXXXXX";

static void
remove_folder(void)
{
	file_remove_tree(folder);
}

/* The head up to the first empty line, the body behind it. */
static void
try_exchange(struct arena *arena, char *text)
{
	static bool made;
	const char *end = strstr(text, "\n\n"), *path;
	size_t head = end == NULL ? strlen(text) : (size_t)(end - text);
	size_t body = strlen(text) - head;
	struct record record;

	if (!made)
		must(mkdtemp(folder) != NULL && atexit(remove_folder) == 0);
	made = true;
	path = file_join(arena, folder, "000001");
	must(file_replace(arena_join(arena, path, ".json", NULL), text, head, 0600) &&
	    file_replace(
		arena_join(arena, path, ".body", NULL), text + head, body, 0600));
	if (record_read(arena, path, &record))
		must(record.body_length == body && record.sent != NULL &&
		    record.end.exchange <= EXCHANGE_STOPPED);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
	static void (*const trials[])(struct arena *, char *) = { try_headers,
		try_redirect, try_address, try_pace, try_note, try_date, try_exchange };
	struct arena *arena;

	if (length == 0)
		return 0;
	arena = arena_new();
	/* '0' is the first. */
	trials[bytes[0] % 48 % (sizeof trials / sizeof *trials)](
	    arena, arena_text_n(arena, (const char *)bytes + 1, length - 1));
	arena_free(arena);
	return 0;
}
