/*
 * Names of lists enter; lists with identified entries leave.  A list that
 * cannot be read, or is none, ends the run before anybody is asked.
 */
#include "reading/reading.h"

#include <errno.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/clock.h"
#include "base/file.h"
#include "base/log.h"
#include "base/spool.h"
#include "identify/identify.h"
#include "reading/kept.h"
#include "reading/web.h"

enum { MOST_LINES = 40 }; /* of the last entry */

static int
read_text(const char *source, struct buffer *text)
{
	if (file_read(source, text))
		return 0;
	if (errno == EFBIG) {
		log_error("%s: larger than %d MiB; this is no list", source,
		    LARGEST_LIST >> 20);
		return STATUS_BAD_LIST;
	}
	log_error("%s: %s; nothing was asked or written", source, file_trouble());
	return STATUS_NO_LIST;
}

/* Two lists of one name would make LIST:LINE mean two things. */
static const char *
unique_name(const struct reading *reading, const char *name)
{
	const char *unique = name;

	for (unsigned n = 2, i = 0; i < reading->list_count; i++) {
		if (strcmp(reading->lists[i].name, unique) == 0) {
			unique = arena_printf(reading->arena, "%s-%u", name, n++);
			i = (unsigned)-1;
		}
	}
	return unique;
}

static const char *
name_of(
    const struct reading *reading, const struct list_setting *wanted, const char *source)
{
	return unique_name(reading,
	    wanted->name != NULL ? wanted->name
				 : list_short_name(reading->arena, source));
}

/* Where each entry stands in the bytes of its list. */
static void
take_rows(struct arena *arena, const struct kept_list *kept, struct list *list)
{
	const char *at = arena_text_n(arena, kept->bytes, kept->length);
	const char *end = at + kept->length;
	enum writing writing = list_writing(kept->source, at, kept->length);
	unsigned line = 1;

	list->bytes = at;
	list->length = kept->length;

	for (size_t i = 0, next; i < list->entry_count; i = next) {
		const char *from;

		for (next = i; next < list->entry_count &&
		     list->entries[next].line == list->entries[i].line;)
			next++;
		while (at < end && line < list->entries[i].line)
			line += *at++ == '\n';
		from = at;
		for (unsigned l = 0; at < end &&
		     (next < list->entry_count ? line < list->entries[next].line
					       : l < MOST_LINES);)
			if (*at++ == '\n') {
				line++;
				if (++l == MOST_LINES)
					break;
			}
		for (size_t k = i; k < next; k++) {
			list->entries[k].row = from;
			list->entries[k].row_length = (size_t)(at - from);
			list->entries[k].writing = writing;
		}
	}
}

/* With its identifiers.  false: *reason says why. */
static bool
read_anew(struct arena *arena, const struct kept_list *kept, struct list *list,
    const char **reason)
{
	if (!list_read_stated(arena, kept->name, kept->source, kept->stated, kept->bytes,
		kept->length, list, reason))
		return false;
	identify_list(arena, list);
	return true;
}

/* Unless it was read before. */
static bool
read_entries(const struct reading *reading, const struct session *session,
    const struct kept_list *kept, struct list *list, const char **reason)
{
	spool_allow(kept->length);
	if (!kept_find(session->cache, reading->arena, kept, list)) {
		if (!read_anew(reading->arena, kept, list, reason))
			return false;
		/* What is only checked is held against the last run's. */
		if (session->settings->command == COMMAND_RUN)
			kept_put(session->cache, kept, list);
	}
	list->stated = kept->stated;
	take_rows(reading->arena, kept, list);
	return true;
}

bool
reading_of(struct arena *arena, const struct list *like, const char *bytes, size_t length,
    struct list *list)
{
	const struct kept_list kept = { like->name, like->source, bytes, length,
		like->stated };
	const char *reason;

	if (!read_anew(arena, &kept, list, &reason))
		return false;
	take_rows(arena, &kept, list);
	return true;
}

/* How the list of this name is written, as enrich.conf says; NULL: it does not. */
static const struct list_stated *
stated_of(const struct settings *settings, const char *name)
{
	for (size_t i = 0; i < settings->stated_count; i++)
		if (strcmp(settings->stated[i].name, name) == 0)
			return &settings->stated[i].stated;
	return NULL;
}

static int
read_file(const struct reading *reading, const struct session *session,
    const struct list_setting *wanted, struct list *list)
{
	const char *reason = NULL;
	struct buffer text;
	int status;

	buffer_init(&text, LARGEST_LIST);
	status = read_text(wanted->source, &text);
	struct kept_list kept = { name_of(reading, wanted, wanted->source),
		wanted->source, text.length > 0 ? text.bytes : "", text.length, NULL };
	kept.stated = stated_of(session->settings, kept.name);
	if (status == 0 && !read_entries(reading, session, &kept, list, &reason)) {
		log_error("%s: %s", wanted->source, reason);
		status = STATUS_BAD_LIST;
	}
	buffer_free(&text);
	return status;
}

static int
read_web(struct reading *reading, struct session *session,
    const struct list_setting *wanted, struct list *list)
{
	struct arena *arena = arena_new();
	const char *reason = NULL;
	struct web_list web;
	int status = web_list_open(session, arena, wanted->source, &web);
	struct kept_list kept = {
		status != 0 ? "" : name_of(reading, wanted, web.address.named),
		web.address.shown, web.body, web.length, NULL
	};

	kept.stated = stated_of(session->settings, kept.name);

	if (status == 0 && !read_entries(reading, session, &kept, list, &reason))
		status = web_list_refuse(session, &web, reason);
	if (status == 0)
		status = web_list_accept(session, &web, list);
	reading->arrivals[reading->list_count] = (struct arrival){ .way = web.way,
		.kept_at = web.way == LIST_KEPT || web.way == LIST_COPY
		    ? web.kept.confirmed_at
		    : 0,
		.trouble = arena_text(reading->arena, web.trouble) };
	arena_free(arena);
	return status;
}

int
reading_read(struct reading *reading, struct session *session)
{
	const struct settings *settings = session->settings;
	int status = 0;

	*reading = (struct reading){ .arena = session->arena };
	reading->lists = arena_alloc(
	    reading->arena, settings->list_count * sizeof *reading->lists);
	reading->arrivals = arena_alloc(
	    reading->arena, settings->list_count * sizeof *reading->arrivals);
	for (size_t i = 0; i < settings->list_count && status == 0; i++) {
		const struct list_setting *wanted = &settings->lists[i];
		struct list *list = &reading->lists[reading->list_count];

		status = list_is_address(wanted->source)
		    ? read_web(reading, session, wanted, list)
		    : read_file(reading, session, wanted, list);
		if (status == 0) {
			reading->entry_count += list->entry_count;
			reading->list_count++;
		}
	}
	return status;
}

bool
reading_before(const struct session *session, struct arena *arena,
    const struct list *like, struct list *list)
{
	return kept_before(session->cache, arena, like->name, list);
}

const char *
reading_lacking(const struct reading *reading, const char *words)
{
	for (size_t l = 0; l < reading->list_count; l++)
		if (reading->arrivals[l].way == LIST_COPY)
			words = arena_printf(reading->arena,
			    "%s%sthe list %s did "
			    "not come, its copy of %s was read",
			    words != NULL ? words : "", words != NULL ? "; " : "",
			    reading->lists[l].name,
			    clock_date_text(
				reading->arena, reading->arrivals[l].kept_at));
	return words;
}
