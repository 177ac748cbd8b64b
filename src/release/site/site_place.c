/* The folder that --site names enters; the page's files leave into it. */
#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buffer.h"
#include "base/file.h"
#include "release/site/site.h"

/* Whose index.html it is that would be replaced. */
static bool
is_ours(const char *path)
{
	struct buffer bytes;
	bool ours;

	if (!file_exists(path))
		return true;
	buffer_init(&bytes, 16u << 20);
	ours = file_read(path, &bytes) && bytes.bytes != NULL &&
	    strstr(bytes.bytes, SITE_MARK) != NULL;
	buffer_free(&bytes);
	return ours;
}

void
site_open_beside(struct site *site)
{
	const char *place = site->settings->site;

	site->root = "";
	site->folder = &site->beside;
	site->beside = *site->release;
	site->beside.files = NULL;
	site->beside.file_count = 0;
	site->beside.inside = file_join(site->arena, site->release->hidden, "page");
	if (!file_make_folder(place, 0755) ||
	    !file_make_folder(site->beside.inside, 0755)) {
		folder_fail(site->release, "cannot create", place);
	} else if (!is_ours(file_join(site->arena, place, "index.html"))) {
		errno = EEXIST;
		folder_fail(site->release, "not a page of enrich's, so not replaced:",
		    file_join(site->arena, place, "index.html"));
	}
}

/* works-N.html of an N that is no more. */
static void
remove_old(const struct site *site)
{
	const char *place = site->settings->site;
	size_t pages = site_page_count(site);
	DIR *folder = opendir(place);

	for (struct dirent *entry; folder != NULL && (entry = readdir(folder)) != NULL;) {
		char *end;
		unsigned long page;

		if (strncmp(entry->d_name, "works-", 6) != 0)
			continue;
		page = strtoul(entry->d_name + 6, &end, 10);
		if (strcmp(end, ".html") == 0 && page > pages)
			(void)unlink(file_join(site->arena, place, entry->d_name));
	}
	if (folder != NULL)
		closedir(folder);
}

void
site_place(struct site *site)
{
	struct buffer bytes;

	if (site->folder != &site->beside)
		return;
	buffer_init(&bytes, 0);
	for (size_t i = 0; i < site->beside.file_count; i++) {
		const char *name = site->beside.files[i].path;
		const char *to = file_join(site->arena, site->settings->site, name);

		buffer_clear(&bytes);
		if (!file_read(folder_path(&site->beside, name), &bytes) ||
		    !file_replace(to, bytes.bytes, bytes.length, 0644))
			folder_fail(site->release, "cannot write", to);
	}
	buffer_free(&bytes);
	remove_old(site);
}
