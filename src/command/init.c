/*
 * A folder enters; an enrich.conf that names its lists leaves, where there was none,
 * and what to do next.
 */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/file.h"
#include "base/log.h"
#include "base/text.h"
#include "command/command.h"
#include "identify/identify.h"
#include "list/list.h"
#include "model/entry.h"
#include "settings/settings.h"
#include "status.h"

#define FILE_NAME "enrich.conf"

enum {
	LEAST_ENTRIES = 3, /* that name something a source knows, to be a list */
	LARGEST = 16 << 20,
	MOST_FILES = 500
};

struct found {
	const char *path;
	size_t entries, known; /* all, and those with an identifier */
};

struct folder {
	struct arena *arena;
	struct found *v;
	size_t count;
	bool too_many;
};

/* Pages, JSON and YAML are more often something else. */
static bool
may_be_list(const char *name)
{
	static const char *const others[] = { ".htm", ".html", ".json", ".yaml", ".yml",
		NULL };

	return list_is_named(name) && !text_is_one_of_nocase(strrchr(name, '.'), others);
}

static void
count_entries(struct folder *folder, const char *path)
{
	struct arena *scratch = arena_new();
	struct found found = { .path = path };
	const char *reason;
	struct buffer text;
	struct list list;

	buffer_init(&text, LARGEST);
	if (file_read(path, &text) && text.length > 0 &&
	    list_read(scratch, "", path, text.bytes, text.length, &list, &reason)) {
		identify_list(scratch, &list);
		found.entries = list.entry_count;
		for (size_t i = 0; i < list.entry_count; i++)
			found.known += list.entries[i].identifier_count > 0;
	}
	buffer_free(&text);
	arena_free(scratch);
	if (found.entries == 0)
		return;
	folder->v = arena_push(
	    folder->arena, folder->v, folder->count, sizeof *folder->v);
	folder->v[folder->count++] = found;
}

/* Files of the folder, and of those in it. */
static void
look(struct folder *folder, const char *path, unsigned depth)
{
	DIR *open = opendir(*path == '\0' ? "." : path);
	const struct dirent *one;

	while (open != NULL && (one = readdir(open)) != NULL) {
		const char *inside = *path == '\0'
		    ? arena_text(folder->arena, one->d_name)
		    : file_join(folder->arena, path, one->d_name);
		struct stat status;

		if (one->d_name[0] == '.' || lstat(inside, &status) != 0)
			continue;
		folder->too_many |= folder->count == MOST_FILES;
		if (S_ISDIR(status.st_mode) && depth > 0)
			look(folder, inside, depth - 1);
		else if (S_ISREG(status.st_mode) && !folder->too_many &&
		    may_be_list(one->d_name))
			count_entries(folder, inside);
	}
	if (open != NULL)
		closedir(open);
}

/* Those with more of what sources know first; else by name. */
static int
by_worth(const void *a, const void *b)
{
	const struct found *x = a, *y = b;

	if (x->known != y->known)
		return x->known > y->known ? -1 : 1;
	return strcmp(x->path, y->path);
}

static void
write_lists(const struct folder *folder, struct buffer *out)
{
	buffer_text(out, "# Each list: a short name = a file or an address.\n[lists]\n");
	for (size_t i = 0; i < folder->count; i++) {
		const struct found *one = &folder->v[i];
		const char *remark = one->known < LEAST_ENTRIES ? "# " : "";
		char *name = list_short_name(folder->arena, one->path);

		for (char *at = name; *at != '\0'; at++)
			if (strchr(" \t=:;#[]\"'", *at) != NULL)
				*at = '-';
		for (size_t k = 0; k < i; k++)
			if (strcmp(name,
				list_short_name(folder->arena, folder->v[k].path)) == 0)
				name = arena_printf(folder->arena, "%s-%zu", name, i + 1);
		buffer_printf(out, "%s%s = %s\n", remark, name, one->path);
	}
	if (folder->count == 0)
		buffer_text(out, "# papers = README.md\n");
}

/* A line that is set where something is known, and shown as a remark where not. */
static void
write_key(struct buffer *out, const char *why, const char *key, const char *value,
    const char *example)
{
	buffer_printf(out, "# %s\n%s%s = %s\n", why, value == NULL ? "# " : "", key,
	    value == NULL ? example : value);
}

static const char *
folder_name(struct arena *arena)
{
	char here[4096];

	return getcwd(here, sizeof here) == NULL || here[1] == '\0'
	    ? "lists"
	    : arena_text(arena, file_name(here));
}

static void
write_rest(const struct settings *settings, struct arena *arena, struct buffer *out)
{
	buffer_text(out, "\n[run]\n");
	write_key(out, "Whom a service can write to; sent with each request.", "mailto",
	    settings->mailto, "you@your.domain");
	write_key(out, "Ask only about works of this day or later; older ones are kept.",
	    "since", settings->since, "2024-01");
	buffer_text(out, "\n[release]\n");
	write_key(out, "What releases are called: NAME-YYYY-MM-DD.", "name",
	    settings->name != NULL ? settings->name : folder_name(arena), NULL);
	write_key(out, "Its title for people.", "title", settings->title, "My list");
	write_key(out, "The licence you give the collection (SPDX); there is no default.",
	    "license", settings->license, "CC0-1.0");
	buffer_text(out,
	    "\n# Findings that are meant as they are: the key, and why.\n"
	    "# [accept]\n# c1d04e77 = the workshop's own spelling\n"
	    "\n# What you know better than all sources: id,field,value,reason,date.\n"
	    "# [override]\n# file = overrides.csv\n");
}

/* Whoever sits there; an address is never made up. */
static const char *
ask_contact(struct arena *arena)
{
	char line[256];

	while (isatty(STDIN_FILENO) && isatty(STDOUT_FILENO)) {
		fputs("Your mail address, so that a service can write to you "
		      "(empty: none): ",
		    stdout);
		fflush(stdout);
		if (fgets(line, sizeof line, stdin) == NULL || line[0] == '\n')
			break;
		line[strcspn(line, "\n")] = '\0';
		if (settings_is_mail_address(line))
			return arena_text(arena, line);
		puts("That is no address of mail.");
	}
	return NULL;
}

/* What is there already is never touched. */
static int
save(const struct buffer *text)
{
	int file = open(FILE_NAME, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
	bool whole;

	if (file < 0) {
		log_error("%s: %s", FILE_NAME,
		    errno == EEXIST ? "is there already, and was left as it is"
				    : strerror(errno));
		return STATUS_CANNOT_CREATE;
	}
	whole = write(file, text->bytes, text->length) == (ssize_t)text->length;
	if (close(file) != 0 || !whole) {
		log_error("%s: %s", FILE_NAME, strerror(errno));
		unlink(FILE_NAME);
		return STATUS_IO;
	}
	return 0;
}

static void
tell(const struct folder *folder)
{
	size_t lists = 0;

	for (size_t i = 0; i < folder->count; i++) {
		const struct found *one = &folder->v[i];
		bool taken = one->known >= LEAST_ENTRIES;

		lists += taken;
		if (taken)
			printf("  %-30s %zu %s, %zu with an identifier\n",
			    text_for_terminal(folder->arena, one->path), one->entries,
			    text_entries(one->entries), one->known);
	}
	if (lists == 0)
		puts("no list was found here: name yours under [lists] in " FILE_NAME);
	if (lists < folder->count)
		printf("  %zu more %s few entries: as %s in " FILE_NAME "\n",
		    folder->count - lists,
		    folder->count - lists == 1 ? "file has" : "files have",
		    folder->count - lists == 1 ? "a remark" : "remarks");
	puts("written: " FILE_NAME "\n"
	     "next:  enrich plan     what would be asked, and how long that takes\n"
	     "       enrich          ask, and write the first release\n"
	     "       enrich todo     what to mend in the lists");
}

int
command_init(struct arena *arena, const struct settings *settings)
{
	struct folder folder = { .arena = arena };
	struct settings known = *settings;
	struct buffer text;
	int status;

	if (file_exists(FILE_NAME)) {
		log_error("%s is there already, and was left as it is", FILE_NAME);
		log_error("to begin anew, move it away");
		return STATUS_CANNOT_CREATE;
	}
	look(&folder, "", 1);
	if (folder.count > 1)
		qsort(folder.v, folder.count, sizeof *folder.v, by_worth);
	if (known.mailto == NULL)
		known.mailto = ask_contact(arena);
	buffer_init(&text, 0);
	buffer_text(&text,
	    "# What enrich does here; made by enrich init.  Lines with # are remarks, "
	    "paths "
	    "are\n# as seen from this file; all options: man enrich.\n\n");
	write_lists(&folder, &text);
	write_rest(&known, arena, &text);
	status = save(&text);
	buffer_free(&text);
	if (status == 0)
		tell(&folder);
	return status;
}
