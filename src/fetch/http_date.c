/* A date of HTTP's in, seconds since 1970 out: libcurl reads all three forms. */
#include "fetch/transfer.h"

bool
http_date_parse(const char *text, int64_t *instant)
{
	time_t when = curl_getdate(text, NULL);

	if (when == (time_t)-1)
		return false;
	*instant = (int64_t)when;
	return true;
}
