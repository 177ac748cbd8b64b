/* What a release hangs on enters, digests of it leave. */
#include "derive/quiet.h"

#include <string.h>

#include "base/build.h"

static void
add_text(struct buffer *out, const char *text)
{
	buffer_char(out, text == NULL ? '-' : '+');
	if (text != NULL)
		buffer_add(out, text, strlen(text) + 1);
}

static void
add_number(struct buffer *out, int64_t number)
{
	buffer_add(out, &number, sizeof number);
}

static void
add_list(struct buffer *out, const struct list *list, const struct arrival *arrival)
{
	add_text(out, list->name);
	add_text(out, list->source);
	add_text(out, list->revision);
	add_number(out, (int64_t)list->entry_count);
	if (list->stated != NULL) {
		add_text(out, list->stated->columns);
		add_text(out, list->stated->item);
	}
	add_number(out, arrival->way == LIST_COPY);
	add_text(out, arrival->trouble);
}

bool
quiet_digest_inputs(const struct session *session, const struct reading *reading,
    uint8_t digest[DIGEST_BYTES])
{
	struct buffer all;
	uint8_t build[DIGEST_BYTES];
	bool known = build_all(build);

	buffer_init(&all, 0);
	buffer_add(&all, build, sizeof build);
	settings_print(session->settings, &all);
	add_number(&all, session->needs);
	add_number(&all, session_latest_year(session));
	for (size_t l = 0; l < reading->list_count; l++)
		add_list(&all, &reading->lists[l], &reading->arrivals[l]);
	for (const struct lane *lane = session->lanes; lane != NULL; lane = lane->next) {
		add_text(&all, lane->source->name);
		add_text(&all, lane->origin);
		add_number(&all, lane->stand_in);
		add_number(&all, lane->state == LANE_SKIPPED);
	}
	digest_bytes(all.bytes, all.length, digest);
	buffer_free(&all);
	return known;
}

void
quiet_digest_settings(const struct session *session,
    void (*print)(const struct settings *, struct buffer *), uint8_t digest[DIGEST_BYTES])
{
	struct buffer all;

	buffer_init(&all, 0);
	print(session->settings, &all);
	digest_bytes(all.bytes, all.length, digest);
	buffer_free(&all);
}
