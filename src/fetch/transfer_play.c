/*
 * A transfer that was recorded enters, and is a transfer again; one that ended leaves
 * its headers and body, to be recorded.
 */
#include "fetch/transfer_inside.h"

void
transfer_play(struct transfer *transfer, const struct record *record)
{
	transfer->played = record;
	buffer_clear(&transfer->body);
	buffer_add(&transfer->body, record->body, record->body_length);
}

bool
transfer_next_header(struct transfer *transfer, const char **name, const char **value)
{
	struct curl_header *before = *name == NULL ? NULL : transfer->header_at;

	transfer->header_at = curl_easy_nextheader(
	    transfer->easy, CURLH_HEADER, -1, before);
	if (transfer->header_at == NULL)
		return false;
	*name = transfer->header_at->name;
	*value = transfer->header_at->value;
	return true;
}

void
transfer_body(const struct transfer *transfer, const char **bytes, size_t *length)
{
	*length = transfer->body.length;
	*bytes = transfer->body.length > 0 ? transfer->body.bytes : "";
}
