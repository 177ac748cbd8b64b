/*
 * Entries and witnesses enter, the opinion that an earlier run had of them
 * leaves; and what this one thinks, for the next.
 *
 * An opinion is known by everything it may hang on: the build of the program, the year,
 * the lists and how they were read; then the entry's number in them, a digest of the
 * answer's brief and the way it was asked for.
 */
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/build.h"
#include "base/digest.h"
#include "evidence/inside.h"

#define FORMAT     2
#define MOST_BYTES ((size_t)32 << 20) /* of a memo: larger ones are not kept */

/* In front of the memo; opinions of other rules are none. */
struct head {
	uint32_t format, size;
	uint8_t rules[DIGEST_BYTES];
};

/* Then the reasons, each with its NUL. */
struct row {
	uint64_t key[2];
	uint8_t judgement, doubt, held;
	uint32_t reasons;
};

_Static_assert(sizeof(void *) != 8 || sizeof(struct opinion) == 32, "see add_row");

struct remembered {
	uint64_t key[2];
	struct opinion opinion;
};

struct print {
	const void *of;
	uint8_t digest[DIGEST_BYTES];
};

static void
add_known(struct buffer *out, const struct known *known)
{
	brief_encode(&known->witness.answer.brief, out);
	buffer_number(out, known->about.kind);
	buffer_given(out, known->about.value);
}

static uint64_t
hash_pointer(const void *of)
{
	return table_hash(TABLE_HASH, &of, sizeof(const void *));
}

/* The digest of what is known; made but once. */
static const uint8_t *
print_of(struct evidence *evidence, const struct known *known)
{
	struct print *print;
	size_t at = 0;

	while ((print = table_next(&evidence->prints, hash_pointer(known), &at)) != NULL)
		if (print->of == known)
			return print->digest;
	buffer_clear(&evidence->text);
	add_known(&evidence->text, known);
	print = arena_alloc(evidence->arena, sizeof *print);
	print->of = known;
	digest_bytes(evidence->text.bytes, evidence->text.length, print->digest);
	table_add(&evidence->prints, hash_pointer(known), print);
	return print->digest;
}

/* What entries hang on (reading/kept.c).  false: this build has no name, nothing is
 * remembered. */
static bool
make_rules(struct evidence *evidence)
{
	struct buffer all;
	size_t length;
	const void *build = build_id(&length);

	buffer_init(&all, 0);
	buffer_add(&all, build, length);
	buffer_number(&all, (uint64_t)session_latest_year(evidence->session));
	for (size_t l = 0; l < evidence->list_count; l++) {
		const struct list *list = &evidence->lists[l];

		buffer_given(&all, list->revision);
		buffer_given(&all, list->name);
		buffer_given(&all, list->source);
		buffer_number(&all, list->entry_count);
		buffer_given(&all, list->stated == NULL ? NULL : list->stated->columns);
		buffer_given(&all, list->stated == NULL ? NULL : list->stated->item);
	}
	digest_bytes(all.bytes, all.length, evidence->rules);
	buffer_free(&all);
	return length > 0;
}

/* Of all entries; SIZE_MAX: it stands in none of the lists. */
static size_t
number_of(const struct evidence *evidence, const struct entry *entry)
{
	size_t before = 0;

	for (size_t l = 0; l < evidence->list_count; l++) {
		const struct list *list = &evidence->lists[l];

		if (entry >= list->entries && entry < list->entries + list->entry_count)
			return before + (size_t)(entry - list->entries);
		before += list->entry_count;
	}
	return SIZE_MAX;
}

static uint64_t
hash_key(const uint64_t key[2])
{
	return key[0];
}

/* NULL: damaged. */
static const char *
read_row(struct evidence *evidence, const char *at, const char *end)
{
	struct remembered *one = arena_alloc(evidence->arena, sizeof *one);
	const char **reasons;
	struct row row;

	if ((size_t)(end - at) < sizeof row)
		return NULL;
	memcpy(&row, at, sizeof row);
	at += sizeof row;
	if (row.reasons > (size_t)(end - at))
		return NULL;
	reasons = arena_alloc(evidence->arena, row.reasons * sizeof *reasons);
	for (uint32_t i = 0; i < row.reasons; i++) {
		const char *stop = memchr(at, '\0', (size_t)(end - at));
		if (stop == NULL)
			return NULL;
		reasons[i] = at;
		at = stop + 1;
	}
	memcpy(one->key, row.key, sizeof one->key);
	one->opinion = (struct opinion){ .judgement = (enum judgement)row.judgement,
		.doubt = (enum doubt)row.doubt,
		.held = row.held != 0,
		.reasons = reasons,
		.reason_count = row.reasons };
	table_add(&evidence->remembered, hash_key(one->key), one);
	return at;
}

static const char *
memo_name(const struct evidence *evidence, struct arena *arena)
{
	return arena_join(arena, "opinions of ", session_name(evidence->session), NULL);
}

static void
recall(struct evidence *evidence)
{
	struct head head;
	size_t length = 0;
	const char *at = evidence->session->cache == NULL
	    ? NULL
	    : cache_memo(evidence->session->cache, evidence->arena,
		  memo_name(evidence, evidence->arena), &length);
	const char *end = at == NULL ? NULL : at + length;

	if (at == NULL || length < sizeof head)
		return;
	memcpy(&head, at, sizeof head);
	if (head.format != FORMAT || head.size != sizeof(struct row) ||
	    memcmp(head.rules, evidence->rules, sizeof head.rules) != 0)
		return;
	for (at += sizeof head; at != NULL && at < end;)
		at = read_row(evidence, at, end);
}

bool
remember_key(struct evidence *evidence, const struct known *known,
    const struct entry *entry, bool searched, uint64_t key[2])
{
	const size_t number = number_of(evidence, entry);

	if (!evidence->has_recalled) {
		evidence->has_recalled = true;
		evidence->remembers = make_rules(evidence);
		if (evidence->remembers)
			recall(evidence);
		/* None was had, and none is kept. */
		evidence->remembers &= evidence->remembered.count > 0 ||
		    !evidence->session->settings->offline;
	}
	if (!evidence->remembers || number == SIZE_MAX)
		return false;
	memcpy(key, print_of(evidence, known), 2 * sizeof *key);
	key[1] ^= ((uint64_t)number << 1 | searched) * 0x9e3779b97f4a7c15u;
	return true;
}

const struct opinion *
remember_find(const struct evidence *evidence, const uint64_t key[2])
{
	const struct remembered *one;
	size_t at = 0;

	while ((one = table_next(&evidence->remembered, hash_key(key), &at)) != NULL)
		if (one->key[0] == key[0] && one->key[1] == key[1])
			return &one->opinion;
	return NULL;
}

static void
add_row(struct buffer *out, const struct judged *judged)
{
	const struct opinion *o = &judged->opinion;
	struct row row;

	memset(&row, 0, sizeof row); /* what lies between, too */
	memcpy(row.key, judged->key, sizeof row.key);
	row.judgement = (uint8_t)o->judgement;
	row.doubt = (uint8_t)o->doubt;
	row.held = o->held;
	row.reasons = (uint32_t)o->reason_count;
	buffer_add(out, &row, sizeof row);
	for (size_t i = 0; i < o->reason_count; i++)
		buffer_add(out, o->reasons[i], strlen(o->reasons[i]) + 1);
}

void
evidence_remember(struct evidence *evidence)
{
	struct head head = { .format = FORMAT, .size = sizeof(struct row) };
	struct arena *arena;
	struct buffer memo;

	/* What is remembered already need not be written again. */
	if (!evidence->remembers || !evidence->has_new_opinions)
		return;
	memcpy(head.rules, evidence->rules, sizeof head.rules);
	buffer_init(&memo, MOST_BYTES);
	buffer_add(&memo, &head, sizeof head);
	for (size_t i = 0; i < evidence->judged.size && !memo.overflowed; i++)
		if (evidence->judged.v[i].thing != NULL)
			add_row(&memo, evidence->judged.v[i].thing);
	arena = arena_new();
	if (!memo.overflowed)
		cache_put_memo(evidence->session->cache, memo_name(evidence, arena),
		    memo.bytes, memo.length);
	arena_free(arena);
	buffer_free(&memo);
}
