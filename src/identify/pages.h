/* data/page-ids.tsv: pages whose address tells an identifier. */
#pragma once

#include <stddef.h>

#include "model/identifier.h"

struct page_id {
	const char *page; /* host, path and query: # a number, @ a name, * any part */
	enum identifier_kind kind;
	const char *id; /* \1 … \3 are its numbers and names; ":4" pads */
};
extern const struct page_id page_ids[]; /* by page */
extern const size_t page_ids_count;
