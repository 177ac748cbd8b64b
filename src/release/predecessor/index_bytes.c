/*
 * An index enters, its bytes leave; and back.  Numbers stand as this machine
 * has them: another one reads works.jsonl.
 */
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "release/predecessor/index.h"

#define DIGEST 64

struct head {
	uint32_t format; /* raised with every change of what is here */
	uint32_t sizes;  /* of the structs that are copied */
	char digest[DIGEST];
	uint64_t priors, keys;
	struct tiles tiles;
};

/* Then the keys, the lines, and of each line three texts with their NUL. */
struct row {
	int64_t offset, cited;
	uint64_t print;
};

enum { TEXTS = 3, FORMAT = 2 };

static uint32_t
sizes(void)
{
	return (uint32_t)(sizeof(struct head) << 16 | sizeof(struct prior_key) << 8 |
	    sizeof(struct row));
}

static void
add_text(struct buffer *out, const char *text)
{
	buffer_add(out, text == NULL ? "" : text, text == NULL ? 1 : strlen(text) + 1);
}

void
index_encode(const struct index *index, const char *digest, struct buffer *out)
{
	struct head head;

	memset(&head, 0, sizeof head); /* what lies between, too */
	head.format = FORMAT;
	head.sizes = sizes();
	memcpy(head.digest, digest, DIGEST);
	head.priors = index->prior_count;
	head.keys = index->key_count;
	head.tiles = index->tiles;
	buffer_add(out, &head, sizeof head);
	buffer_add(out, index->keys, index->key_count * sizeof *index->keys);
	for (size_t i = 0; i < index->prior_count; i++) {
		const struct prior *prior = &index->priors[i];
		struct row row = { prior->offset, prior->cited, prior->print };
		buffer_add(out, &row, sizeof row);
	}
	for (size_t i = 0; i < index->prior_count; i++) {
		add_text(out, index->priors[i].registered.id);
		add_text(out, index->priors[i].registered.citation_key);
		add_text(out, index->priors[i].registered.first_seen);
	}
}

struct reader {
	const char *at, *end;
};

/* NULL: there is not so much. */
static const char *
take(struct reader *in, uint64_t count, size_t size)
{
	const char *at = in->at;

	if (count > (uint64_t)(in->end - in->at) / size)
		return NULL;
	in->at += count * size;
	return at;
}

static bool
take_text(struct reader *in, const char **text)
{
	const char *end = in->at == in->end
	    ? NULL
	    : memchr(in->at, '\0', (size_t)(in->end - in->at));

	if (end == NULL)
		return false;
	*text = end == in->at ? NULL : in->at;
	in->at = end + 1;
	return true;
}

static bool
read_texts(struct index *index, struct reader *in)
{
	for (size_t i = 0; i < index->prior_count; i++) {
		struct registered *r = &index->priors[i].registered;
		if (!take_text(in, &r->id) || !take_text(in, &r->citation_key) ||
		    !take_text(in, &r->first_seen) || r->id == NULL)
			return false;
	}
	return in->at == in->end;
}

static bool
read_rows(struct index *index, struct reader *in, const struct head *head)
{
	const char *keys = take(in, head->keys, sizeof *index->keys);
	const char *rows = take(in, head->priors, sizeof(struct row));

	if (keys == NULL || rows == NULL || head->priors > UINT32_MAX)
		return false;
	index->prior_count = head->priors;
	index->key_count = head->keys;
	index->keys = arena_alloc(index->arena, (head->keys + 1) * sizeof *index->keys);
	memcpy(index->keys, keys, head->keys * sizeof *index->keys);
	index->priors = arena_alloc(
	    index->arena, (head->priors + 1) * sizeof *index->priors);
	for (size_t i = 0; i < head->priors; i++) {
		struct row row;
		memcpy(&row, rows + i * sizeof row, sizeof row);
		index->priors[i].offset = row.offset;
		index->priors[i].cited = row.cited;
		index->priors[i].print = row.print;
	}
	for (size_t i = 0; i < head->keys; i++)
		if (index->keys[i].prior >= head->priors)
			return false;
	return true;
}

bool
index_decode(struct index *index, const char *digest, const char *bytes, size_t length)
{
	struct reader in = { bytes, bytes + length };
	const char *at = take(&in, 1, sizeof(struct head));
	struct head head;

	if (at == NULL)
		return false;
	memcpy(&head, at, sizeof head);
	if (head.format != FORMAT || head.sizes != sizes() ||
	    memcmp(head.digest, digest, DIGEST) != 0)
		return false;
	index->tiles = head.tiles;
	return read_rows(index, &in, &head) && read_texts(index, &in);
}
