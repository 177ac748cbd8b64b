/*
 * Names of lists enter; lists with identified entries leave.  A list that
 * cannot be read, or is none, ends the run before anybody is asked.
 */
#include <errno.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/file.h"
#include "base/log.h"
#include "identify/identify.h"
#include "list/list.h"
#include "run.h"

enum { LARGEST_LIST = 256 << 20 };

/* https://github.com/o/r/blob/b/f → https://raw.githubusercontent.com/o/r/b/f */
static const char *
raw_address(struct arena *arena, const char *url)
{
	static const char page[] = "https://github.com/";
	const char *rest = url + strlen(page), *blob;

	if (strncmp(url, page, strlen(page)) != 0
	    || (blob = strstr(rest, "/blob/")) == NULL)
		return url;
	return arena_printf(arena, "https://raw.githubusercontent.com/%.*s/%s",
	    (int)(blob - rest), rest, blob + strlen("/blob/"));
}

static int
read_url(struct run *run, const char *url, struct buffer *text)
{
	struct response response;

	if (run->settings->offline) {
		log_error("%s: --offline asks nobody, and this list is on the "
		    "web; name a file", url);
		return STATUS_NO_LIST;
	}
	run_open_fetch(run);
	if (!fetch_url(run->fetch, run->arena, raw_address(run->arena, url),
	        LARGEST_LIST, &response) || response.status != 200) {
		log_error("%s: %s; nothing was written", url,
		    response.trouble != NULL ? response.trouble
		    : arena_printf(run->arena, "HTTP status %d",
		        response.status));
		return STATUS_NO_LIST;
	}
	buffer_add(text, response.body, response.body_length);
	return 0;
}

static int
read_text(struct run *run, const char *source, struct buffer *text)
{
	if (strncmp(source, "http://", 7) == 0
	    || strncmp(source, "https://", 8) == 0)
		return read_url(run, source, text);
	if (file_read(source, text))
		return 0;
	if (errno == EFBIG) {
		log_error("%s: larger than %d MiB; this is no list", source,
		    LARGEST_LIST >> 20);
		return STATUS_BAD_LIST;
	}
	log_error("%s: %s; nothing was asked or written", source,
	    strerror(errno));
	return STATUS_NO_LIST;
}

/* Two lists of one name would make LIST:LINE mean two things. */
static const char *
unique_name(struct run *run, const char *name)
{
	const char *unique = name;

	for (unsigned n = 2, i = 0; i < run->list_count; i++) {
		if (strcmp(run->lists[i].name, unique) == 0) {
			unique = arena_printf(run->arena, "%s-%u", name, n++);
			i = (unsigned)-1;
		}
	}
	return unique;
}

int
lists_read(struct run *run)
{
	const struct settings *settings = run->settings;
	int status = 0;

	run->lists = arena_alloc(run->arena,
	    settings->list_count * sizeof *run->lists);
	for (size_t i = 0; i < settings->list_count && status == 0; i++) {
		const struct list_setting *wanted = &settings->lists[i];
		struct list *list = &run->lists[run->list_count];
		const char *reason = NULL;
		struct buffer text;

		buffer_init(&text, LARGEST_LIST);
		status = read_text(run, wanted->source, &text);
		const char *name = unique_name(run, wanted->name != NULL
		        ? wanted->name
		        : list_short_name(run->arena, wanted->source));
		if (status == 0 && !list_read(run->arena, name, wanted->source,
		        text.length > 0 ? text.bytes : "", text.length, list,
		        &reason)) {
			log_error("%s: %s", wanted->source, reason);
			status = STATUS_BAD_LIST;
		}
		buffer_free(&text);
		if (status == 0) {
			identify_list(run->arena, list);
			run->entry_count += list->entry_count;
			run->list_count++;
		}
	}
	return status;
}
