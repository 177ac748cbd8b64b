/* An address in, the licence that is to be read there out. */
#include "model/license_url.h"

#include <stddef.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "model/license_cc.h"
#include "model/license_table.h"

bool
license_is_url(const char *text)
{
	static const char *const starts[] = { "http://", "https://", "www.",
		"creativecommons.org/", "arxiv.org/", "opensource.org/", "spdx.org/",
		NULL };

	for (size_t i = 0; starts[i] != NULL; i++)
		if (text_starts_nocase(text, starts[i]))
			return true;
	return false;
}

/* "deed", "deed.de", "legalcode.en", "deed.en_us" after the last slash. */
static void
cut_page(char *url)
{
	char *slash = strrchr(url, '/');

	if (slash != NULL &&
	    (strncmp(slash, "/deed", 5) == 0 || strncmp(slash, "/legalcode", 10) == 0))
		*slash = '\0';
}

static void
cut_tails(char *url)
{
	static const char *const tails[] = { ".en.html", ".html", ".txt", ".php", NULL };
	size_t length;

	url[strcspn(url, "?#")] = '\0';
	for (length = strlen(url); length > 0 && url[length - 1] == '/';)
		url[--length] = '\0';
	for (size_t i = 0; tails[i] != NULL; i++) {
		size_t tail = strlen(tails[i]);

		if (length > tail && strcmp(url + length - tail, tails[i]) == 0)
			url[length -= tail] = '\0';
	}
	cut_page(url);
}

/* opensource.org spells "apache-2-0", "gpl-3-0"; SPDX has full stops. */
static const char *
find_slug(struct arena *arena, const char *slug)
{
	const struct license_spdx *found = license_find_spdx(slug);
	char *dotted = arena_text(arena, slug);

	for (char *c = dotted; *c != '\0' && found == NULL; c++) {
		if (*c == '-' && c > dotted && c[-1] >= '0' && c[-1] <= '9' &&
		    c[1] >= '0' && c[1] <= '9')
			*c = '.';
	}
	if (found == NULL)
		found = license_find_spdx(dotted);
	return found == NULL ? NULL : found->id;
}

const char *
license_find_url(struct arena *arena, const char *text)
{
	static const char *const registries[] = { "opensource.org/licenses/",
		"opensource.org/license/", "opensource.org/licence/",
		"spdx.org/licenses/", "choosealicense.com/licenses/", NULL };
	static const char misspelt[] = "creativecommons.org/licences/";
	const char *known;
	char *url = text_lower(arena, text);

	url += strncmp(url, "https://", 8) == 0 ? 8
	    : strncmp(url, "http://", 7) == 0   ? 7
						: 0;
	url += strncmp(url, "www.", 4) == 0 ? 4 : 0;
	cut_tails(url);
	for (size_t i = 0; registries[i] != NULL; i++) {
		if (strncmp(url, registries[i], strlen(registries[i])) == 0)
			return find_slug(arena, url + strlen(registries[i]));
	}
	known = license_find_row(LICENSE_URL, url);
	if (known != NULL)
		return known;
	if (strncmp(url, misspelt, sizeof misspelt - 1) == 0)
		url = arena_printf(
		    arena, "creativecommons.org/licenses/%s", url + sizeof misspelt - 1);
	return license_cc_url(arena, url);
}
