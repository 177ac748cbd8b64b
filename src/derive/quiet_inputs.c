/* What a release hangs on enters, digests of it leave. */
#include "derive/quiet.h"

#include <string.h>

#include "base/build.h"

static void
add_list(struct buffer *out, const struct list *list, const struct arrival *arrival)
{
	buffer_given(out, list->name);
	buffer_given(out, list->source);
	buffer_given(out, list->revision);
	buffer_number(out, (int64_t)list->entry_count);
	if (list->stated != NULL) {
		buffer_given(out, list->stated->columns);
		buffer_given(out, list->stated->item);
	}
	buffer_number(out, arrival->way == LIST_COPY);
	buffer_given(out, arrival->trouble);
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
	buffer_number(&all, session->needs);
	buffer_number(&all, session_latest_year(session));
	for (size_t l = 0; l < reading->list_count; l++)
		add_list(&all, &reading->lists[l], &reading->arrivals[l]);
	for (const struct lane *lane = session->lanes; lane != NULL; lane = lane->next) {
		buffer_given(&all, lane->source->name);
		buffer_given(&all, lane->origin);
		buffer_number(&all, lane->stand_in);
		buffer_number(&all, lane->state == LANE_SKIPPED);
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
