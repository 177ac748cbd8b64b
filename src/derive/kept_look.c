/* The bytes of kept works enter; of the first, what it is found by leaves. */
#include <string.h>

#include "derive/kept_work.h"

size_t
kept_work_look(const char *at, const char *end, struct kept_work *work)
{
	uint64_t length;
	size_t id;

	if ((size_t)(end - at) < sizeof length + sizeof *work)
		return 0;
	memcpy(&length, at, sizeof length);
	memcpy(work, at + sizeof length, sizeof *work);
	memcpy(
	    &id, at + sizeof length + offsetof(struct kept_work, record.id), sizeof id);
	if (length < sizeof length + sizeof *work || length > (size_t)(end - at) ||
	    id >= length)
		return 0;
	work->record.id = at + id;
	return (size_t)length;
}
