/* A field of a work as it was and as it is enters; what kind of change it is leaves. */
#include <stdbool.h>
#include <string.h>

#include "release/changes/changes.h"

const char *const changes_kinds[] = { "added", "retracted", "published", "identified",
	"gated", "licensed", "changed", "removed", "movers" };

/* How often an artifact asks for a form. */
static size_t
count_gates(const char *artifacts)
{
	size_t count = 0;

	for (; (artifacts = strstr(artifacts, WATCH_GATED)) != NULL; artifacts++)
		count++;
	return count;
}

/* "owner/name = MIT (gone)": behind "= " up to what follows the licence. */
static size_t
license_length(const char *at)
{
	size_t length = strcspn(at, ";");
	const char *state = memmem(at, length, " (", 2);
	const char *gate = memmem(at, length, WATCH_GATED, sizeof WATCH_GATED - 1);

	if (state != NULL)
		length = (size_t)(state - at);
	if (gate != NULL && (size_t)(gate - at) < length)
		length = (size_t)(gate - at);
	return length;
}

/* Has one that was there before another licence now? */
static bool
licenses_differ(const char *before, const char *now)
{
	while (*now != '\0') {
		const char *equals = strstr(now, " = "), *there;
		size_t name;

		if (equals == NULL)
			return false;
		name = (size_t)(equals - now) + 3;
		there = memmem(before, strlen(before), now, name);
		if (there != NULL) {
			size_t old = license_length(there + name);
			size_t new = license_length(now + name);

			if (old != new || memcmp(there + name, now + name, new) != 0)
				return true;
		}
		now += strcspn(now, ";");
		now += *now == ';' ? 2 : 0;
	}
	return false;
}

enum change_kind
changes_kind(enum watch watch, const char *before, const char *now)
{
	switch (watch) {
	case WATCH_RETRACTED:
	case WATCH_WITHDRAWN:
		return strcmp(now, "true") == 0 ? CHANGES_RETRACTED : CHANGES_OTHER;
	case WATCH_STAGE:
		return strcmp(now, "published") == 0 ? CHANGES_PUBLISHED : CHANGES_OTHER;
	case WATCH_IDENTIFIERS:
		return *before == '\0' && *now != '\0' ? CHANGES_IDENTIFIED
						       : CHANGES_OTHER;
	case WATCH_LICENSE:
		return CHANGES_LICENSED;
	case WATCH_ARTIFACTS:
		return count_gates(before) != count_gates(now) ? CHANGES_GATED
		    : licenses_differ(before, now)             ? CHANGES_LICENSED
							       : CHANGES_OTHER;
	case WATCH_TITLE:
	case WATCH_AUTHORS:
	case WATCH_ISSUED:
	case WATCH_VENUE:
	case WATCHES:
		break;
	}
	return CHANGES_OTHER;
}
