/* The transfer as transfer.c and transfer_reply.c share it. */
#pragma once

#include "base/buffer.h"
#include "fetch/record.h"
#include "fetch/transfer.h"

#define TRANSFER_HEADER_MOST (256 * 1024)

struct transfer {
	CURL *easy;
	struct curl_slist *headers;
	struct buffer body;
	size_t header_bytes;
	const volatile sig_atomic_t *stop;
	struct curl_header *header_at;
	const struct record *played; /* NULL: it came from the network */
	char words[CURL_ERROR_SIZE];
};

/* transfer_words.c: `trouble` of one that failed; of one that could not connect. */
void transfer_say(struct transfer_end *, const char *words);
void transfer_say_connect(const struct transfer *, struct transfer_end *);
