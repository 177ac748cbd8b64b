/*
 * An order in, a finished exchange out, on one libcurl easy handle.
 *
 * What is not set here matters as much: libcurl follows no redirect, reads no
 * netrc, keeps no cookies.  Proxies come from the environment, as people
 * expect of it.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "fetch/transfer_inside.h"

#define CONNECT_MS   10000
#define STALL_S      60
#define STALL_BYTES  20 /* a second: a drip is a stall */
#define TOTAL_MS     300000
#define BUFFER_BYTES 102400

struct transfer *
transfer_new(void)
{
	struct transfer *transfer = calloc(1, sizeof *transfer);

	if (transfer == NULL || (transfer->easy = curl_easy_init()) == NULL)
		log_fatal(71, "out of memory");
	buffer_init(&transfer->body, 0);
	return transfer;
}

void
transfer_free(struct transfer *transfer)
{
	if (transfer == NULL)
		return;
	curl_easy_cleanup(transfer->easy);
	curl_slist_free_all(transfer->headers);
	buffer_free(&transfer->body);
	free(transfer);
}

CURL *
transfer_easy(struct transfer *transfer)
{
	return transfer->easy;
}

/* The ceiling holds for decoded bytes: a small gzip can hide a large one. */
static size_t
take_body(char *bytes, size_t size, size_t count, void *user)
{
	struct transfer *transfer = user;

	if (!buffer_add(&transfer->body, bytes, size * count))
		return 0;
	return size * count;
}

static size_t
take_header(char *bytes, size_t size, size_t count, void *user)
{
	struct transfer *transfer = user;

	(void)bytes;
	transfer->header_bytes += size * count;
	return transfer->header_bytes > TRANSFER_HEADER_MOST ? 0 : size * count;
}

static int
look_around(void *user, curl_off_t a, curl_off_t b, curl_off_t c, curl_off_t d)
{
	const struct transfer *transfer = user;

	(void)a, (void)b, (void)c, (void)d;
	return transfer->stop != NULL && *transfer->stop != 0;
}

/* Scaled, but never so short that an honest server on this machine fails. */
static long
limit(long value, double scale, long least)
{
	double scaled = (double)value * scale;

	if (scaled < (double)least)
		return least;
	return scaled > 86400000.0 ? 86400000L : (long)scaled;
}

static void
set_limits(struct transfer *transfer, const struct order *order)
{
	CURL *easy = transfer->easy;

	curl_easy_setopt(
	    easy, CURLOPT_CONNECTTIMEOUT_MS, limit(CONNECT_MS, order->scale, 1000));
	curl_easy_setopt(easy, CURLOPT_LOW_SPEED_TIME, limit(STALL_S, order->scale, 2));
	curl_easy_setopt(easy, CURLOPT_LOW_SPEED_LIMIT, (long)STALL_BYTES);
	curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS, limit(TOTAL_MS, order->scale, 6000));
	curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, take_body);
	curl_easy_setopt(easy, CURLOPT_WRITEDATA, transfer);
	curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, take_header);
	curl_easy_setopt(easy, CURLOPT_HEADERDATA, transfer);
	curl_easy_setopt(easy, CURLOPT_XFERINFOFUNCTION, look_around);
	curl_easy_setopt(easy, CURLOPT_XFERINFODATA, transfer);
	curl_easy_setopt(easy, CURLOPT_NOPROGRESS, 0L);
}

static void
set_protocol(struct transfer *transfer, const struct order *order)
{
	CURL *easy = transfer->easy;

	curl_easy_setopt(easy, CURLOPT_ERRORBUFFER, transfer->words);
	curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https");
	/* Over plain http 7.88 cannot reuse an HTTP/2 connection. */
	curl_easy_setopt(easy, CURLOPT_HTTP_VERSION,
	    order->plain_http ? (long)CURL_HTTP_VERSION_1_1
			      : (long)CURL_HTTP_VERSION_2TLS);
	curl_easy_setopt(easy, CURLOPT_FRESH_CONNECT, order->plain_http ? 1L : 0L);
	/* docs/quirks.md: with 7.88 and its own 16 kB some streams never end. */
	curl_easy_setopt(easy, CURLOPT_BUFFERSIZE, (long)BUFFER_BYTES);
	curl_easy_setopt(easy, CURLOPT_ACCEPT_ENCODING, "gzip");
	curl_easy_setopt(easy, CURLOPT_USERAGENT, order->user_agent);
	/* A key is no business of the proxy that a tunnel goes through. */
	curl_easy_setopt(easy, CURLOPT_HEADEROPT, (long)CURLHEADER_SEPARATE);
	curl_easy_setopt(easy, CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
#if LIBCURL_VERSION_NUM >= 0x075700
	/* When stopped, do not wait for a resolver that hangs. */
	curl_easy_setopt(easy, CURLOPT_QUICK_EXIT, 1L);
#endif
	if (order->ca_file != NULL)
		curl_easy_setopt(easy, CURLOPT_CAINFO, order->ca_file);
}

/* A line break inside a value would begin a header of its own. */
static void
add_header(
    struct transfer *transfer, const char *name, const char *prefix, const char *value)
{
	struct curl_slist *longer;
	char *line;
	size_t size;

	if (strpbrk(value, "\r\n") != NULL)
		return;
	size = strlen(name) + strlen(prefix) + strlen(value) + 3;
	line = malloc(size);
	if (line == NULL)
		log_fatal(71, "out of memory");
	snprintf(line, size, "%s: %s%s", name, prefix, value);
	longer = curl_slist_append(transfer->headers, line);
	if (longer == NULL)
		log_fatal(71, "out of memory");
	transfer->headers = longer;
	free(line);
}

static void
set_request(struct transfer *transfer, const struct order *order)
{
	CURL *easy = transfer->easy;

	curl_easy_setopt(easy, CURLOPT_URL, order->url);
	if (strcmp(order->method, "POST") == 0) {
		curl_easy_setopt(easy, CURLOPT_POST, 1L);
		curl_easy_setopt(
		    easy, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)order->body_length);
		curl_easy_setopt(
		    easy, CURLOPT_POSTFIELDS, order->body == NULL ? "" : order->body);
		add_header(transfer, "Content-Type", "",
		    order->content_type == NULL ? "application/json"
						: order->content_type);
		/* Without it a large body waits a second for "100". */
		transfer->headers = curl_slist_append(transfer->headers, "Expect:");
	}
	if (order->accept != NULL)
		add_header(transfer, "Accept", "", order->accept);
	if (order->if_none_match != NULL)
		add_header(transfer, "If-None-Match", "", order->if_none_match);
	for (size_t i = 0; i < order->header_count; i++)
		add_header(transfer, order->headers[i].name, "", order->headers[i].value);
	if (order->if_modified_since != NULL)
		add_header(transfer, "If-Modified-Since", "", order->if_modified_since);
	if (order->user != NULL) {
		curl_easy_setopt(easy, CURLOPT_USERNAME, order->user);
		curl_easy_setopt(easy, CURLOPT_PASSWORD,
		    order->password == NULL ? "" : order->password);
	}
	if (order->key != NULL && order->key_header != NULL &&
	    order->key_header[0] != '\0')
		add_header(transfer, order->key_header,
		    order->key_prefix == NULL ? "" : order->key_prefix, order->key);
	curl_easy_setopt(easy, CURLOPT_HTTPHEADER, transfer->headers);
}

void
transfer_prepare(struct transfer *transfer, const struct order *order)
{
	/* Keeps connections, sessions and names; forgets all options. */
	curl_easy_reset(transfer->easy);
	curl_slist_free_all(transfer->headers);
	transfer->headers = NULL;
	transfer->header_bytes = 0;
	transfer->words[0] = '\0';
	transfer->played = NULL;
	transfer->header_at = NULL;
	transfer->stop = order->stop;
	/* One large reply must not stay with us for the rest of the run. */
	if (transfer->body.capacity > 256 * 1024)
		buffer_free(&transfer->body);
	buffer_clear(&transfer->body);
	transfer->body.limit = order->ceiling;
	set_limits(transfer, order);
	set_protocol(transfer, order);
	set_request(transfer, order);
}

void
transfer_run(struct transfer *transfer, struct transfer_end *end)
{
	transfer_finish(transfer, curl_easy_perform(transfer->easy), end);
}
