/*
 * What a finished exchange left on its handle in; words, status, headers and
 * body as plain data out.
 */
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/clock.h"
#include "base/text.h"
#include "fetch/transfer_inside.h"

#define VALUE_MOST 512

/* Troubles that will be the same in a minute. */
static bool
is_hopeless(CURLcode code)
{
	switch ((int)code) {
	case CURLE_PEER_FAILED_VERIFICATION:
	case CURLE_SSL_CACERT_BADFILE:
	case CURLE_SSL_CERTPROBLEM:
	case CURLE_SSL_CIPHER:
	case CURLE_SSL_ISSUER_ERROR:
	case CURLE_OUT_OF_MEMORY:
	case CURLE_BAD_FUNCTION_ARGUMENT:
		return true;
	}
	return false;
}

/* What a proxy said to CONNECT; 0: there was none. */
static long
connect_status(const struct transfer *transfer)
{
	long status = 0;

	curl_easy_getinfo(transfer->easy, CURLINFO_HTTP_CONNECTCODE, &status);
	return status;
}

/* It went into a connection that 7.88 keeps though its end is gone; or a body was under
 * way on a stream of HTTP/2 or newer, and never ended. */
static bool
is_unended(const struct transfer *transfer, CURLcode code)
{
	long version = 0;

	curl_easy_getinfo(transfer->easy, CURLINFO_HTTP_VERSION, &version);
	return code == CURLE_SEND_ERROR ||
	    (code == CURLE_OPERATION_TIMEDOUT && transfer->body.length > 0 &&
		version >= (long)CURL_HTTP_VERSION_2_0);
}

/* Cloudflare's, which no program passes, whatever is asked. */
static bool
is_challenge(const struct transfer *transfer)
{
	struct curl_header *found;

	return curl_easy_header(transfer->easy, "cf-mitigated", 0, CURLH_HEADER, -1,
		   &found) == CURLHE_OK;
}

static void
set_exchange(const struct transfer *transfer, CURLcode code, struct transfer_end *end)
{
	const char *words = transfer->words[0] != '\0' ? transfer->words
						       : curl_easy_strerror(code);

	if (transfer->stop != NULL && *transfer->stop != 0 && code != CURLE_OK) {
		end->exchange = EXCHANGE_STOPPED;
		words = "the run was stopped";
	} else if (transfer->body.overflowed) {
		end->exchange = EXCHANGE_TOO_LARGE;
		snprintf(end->trouble, sizeof end->trouble,
		    "the reply is larger than %zu bytes", transfer->body.limit);
		return;
	} else if (transfer->header_bytes > TRANSFER_HEADER_MOST) {
		end->exchange = EXCHANGE_FAILED;
		end->hopeless = true;
		words = "more than 256 KB of headers";
	} else if (end->status == 407 || connect_status(transfer) / 100 == 4) {
		/* No service's word; asking again, or for others, brings no login. */
		long status = end->status == 407 ? 407 : connect_status(transfer);

		end->exchange = EXCHANGE_FAILED;
		end->hopeless = end->bars_all = true;
		snprintf(end->trouble, sizeof end->trouble,
		    status == 407 || status == 401
			? "the proxy wants a login, or another one (%ld)"
			: "the proxy refuses (%ld)",
		    status);
		return;
	} else if (is_challenge(transfer)) {
		end->exchange = EXCHANGE_FAILED;
		end->hopeless = end->bars_all = true;
		snprintf(end->trouble, sizeof end->trouble,
		    "a check for browsers stands in front of it (HTTP %d)", end->status);
		return;
	} else if (code == CURLE_UNSUPPORTED_PROTOCOL || code == CURLE_URL_MALFORMAT) {
		end->exchange = EXCHANGE_REFUSED;
	} else if (code != CURLE_OK || end->status == 0) {
		end->exchange = EXCHANGE_FAILED;
		end->hopeless = is_hopeless(code);
		if (code == CURLE_COULDNT_CONNECT) {
			transfer_say_connect(transfer, end);
			return;
		}
	} else {
		end->exchange = EXCHANGE_REPLIED;
		return;
	}
	transfer_say(end, words);
}

void
transfer_finish(struct transfer *transfer, CURLcode code, struct transfer_end *end)
{
	curl_off_t total = 0, connected = 0;
	long status = 0;

	*end = (struct transfer_end){ 0 };
	curl_easy_getinfo(transfer->easy, CURLINFO_RESPONSE_CODE, &status);
	curl_easy_getinfo(transfer->easy, CURLINFO_TOTAL_TIME_T, &total);
	curl_easy_getinfo(transfer->easy, CURLINFO_PRETRANSFER_TIME_T, &connected);
	end->status = status >= 100 && status <= 999 ? (int)status : 0;
	end->bytes = transfer->body.length;
	end->took_ms = (int64_t)(total / 1000);
	end->connected_ms = (int64_t)(connected / 1000);
	end->unended = is_unended(transfer, code);
	end->unsent = code == CURLE_SEND_ERROR;
	set_exchange(transfer, code, end);
}

static const char *
played_header(const struct record *played, const char *name)
{
	for (size_t i = 0; i < played->header_count; i++)
		if (text_equal_nocase(played->headers[i].name, name))
			return played->headers[i].value;
	return NULL;
}

/* A header's value; NULL when it is not there or not plain printable text. */
static const char *
header(struct transfer *transfer, const char *name)
{
	struct curl_header *found;
	const char *at, *value = NULL;

	if (transfer->played != NULL)
		value = played_header(transfer->played, name);
	else if (curl_easy_header(transfer->easy, name, 0, CURLH_HEADER, -1, &found) ==
	    CURLHE_OK)
		value = found->value;
	for (at = value; at != NULL && *at != '\0'; at++) {
		if ((unsigned char)*at < ' ' || *at == 0x7f)
			return NULL;
	}
	return value;
}

static const char *
kept_header(struct transfer *transfer, struct arena *arena, const char *name)
{
	const char *value = header(transfer, name);

	if (value == NULL || *value == '\0' || strlen(value) > VALUE_MOST ||
	    !text_is_utf8(value, strlen(value)))
		return NULL;
	return arena_text(arena, value);
}

/* "Text/HTML ; charset=x" → "text/html". */
static const char *
content_type(struct transfer *transfer, struct arena *arena)
{
	const char *value = kept_header(transfer, arena, "Content-Type");
	size_t length;

	if (value == NULL)
		return "";
	length = strcspn(value, "; \t,");
	return text_lower(arena, arena_text_n(arena, value, length));
}

/* Of '<https://HOST/PATH?cursor=X>; rel="next", <…>; rel="last"' the URL. */
const char *
transfer_next(struct transfer *transfer, struct arena *arena)
{
	const char *at = header(transfer, "Link"), *end;

	if (at == NULL || strlen(at) > 8192)
		return NULL;
	for (; (at = strchr(at, '<')) != NULL; at = end) {
		end = strchr(at, '>');
		if (end == NULL)
			return NULL;
		if (text_starts_nocase(end, ">; rel=\"next\"") ||
		    text_starts_nocase(end, ">;rel=\"next\""))
			return arena_text_n(arena, at + 1, (size_t)(end - at) - 1);
	}
	return NULL;
}

void
transfer_response(
    struct transfer *transfer, struct arena *arena, bool whole, struct response *response)
{
	response->content_type = content_type(transfer, arena);
	response->etag = kept_header(transfer, arena, "ETag");
	response->last_modified = kept_header(transfer, arena, "Last-Modified");
	response->body = "";
	response->body_length = 0;
	if (whole && transfer->body.length > 0) {
		response->body = transfer->body.bytes;
		response->body_length = transfer->body.length;
	}
}

const char *
transfer_location(struct transfer *transfer, struct arena *arena)
{
	const char *value = header(transfer, "Location");

	if (value == NULL || strlen(value) > 8192)
		return NULL;
	return arena_text(arena, value);
}

void
transfer_hint(struct transfer *transfer, struct hint *hint)
{
	const char *const *name;
	const char *value;
	int64_t now;

	hint_clear(hint);
	/* Against the server's own clock: ours may be wrong. */
	value = header(transfer, "Date");
	if (value == NULL || !http_date_parse(value, &now))
		now = clock_now();
	for (name = hint_names; *name != NULL; name++) {
		value = header(transfer, *name);
		if (value != NULL)
			hint_header(hint, *name, value, now);
	}
}
